-- Says nothing any more of a record that was taken out of sight. Its number, its days and the import that brought it stay.
UPDATE client SET
    type = 'client', professional = 0, civility = '', last_name = '', first_name = '', company = '', address_1 = '', address_2 = '',
    address_3 = '', postcode = '', town = '', country = '', email = '', phone = '', phone_readable = 1, mobile = '',
    mobile_readable = 1, origins = '', name_fold = '', town_fold = '', inactive_at = NULL, inactive_reason = '', restricted_at = NULL,
    merged_into = NULL, revision = revision + 1, updated_at = ?2
WHERE number = ?1 AND removed_at IS NOT NULL
