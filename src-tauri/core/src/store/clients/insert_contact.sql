INSERT INTO client_contact (client, facts)
SELECT number, contact_facts
FROM client
WHERE number = ?1
