SELECT
    client.number, client.revision, client.type, client.professional, client.civility, client.last_name, client.first_name,
    client.company, client.address_1, client.address_2, client.address_3, client.postcode, client.town, client.country,
    client.email, client.phone, client.phone_readable, client.mobile, client.mobile_readable, client.origins,
    client.inactive_at, client.inactive_reason, client.restricted_at, client.created_at, client.updated_at,
    import_batch.at AS imported_at, import_batch.file_name AS imported_from
FROM client
LEFT JOIN import_batch ON import_batch.id = client.import_batch
WHERE client.number = ?1 AND client.removed_at IS NULL
