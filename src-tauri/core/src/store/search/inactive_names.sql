SELECT
    number, civility, last_name, first_name, company, postcode, town, phone, phone_readable, mobile, mobile_readable, email,
    type, professional, inactive_at IS NOT NULL AS inactive, name_fold, NULL AS opened_at
FROM client INDEXED BY inactive_client_by_name
WHERE inactive_at IS NOT NULL AND removed_at IS NULL AND name_fold >= ?1 AND name_fold < ?2
ORDER BY name_fold
LIMIT ?3
