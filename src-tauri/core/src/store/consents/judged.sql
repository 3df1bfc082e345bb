SELECT client, facts
FROM client_contact
ORDER BY client
