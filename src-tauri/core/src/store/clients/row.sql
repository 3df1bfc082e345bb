SELECT
    client.number, client.civility, client.last_name, client.first_name, client.company, client.postcode, client.town,
    client.phone, client.phone_readable, client.mobile, client.mobile_readable, client.email, client.type, client.professional,
    client.inactive_at IS NOT NULL AS inactive, client.name_fold, recent_view.at AS opened_at
FROM client
LEFT JOIN recent_view ON recent_view.client = client.number
WHERE client.number = ?1 AND client.removed_at IS NULL
