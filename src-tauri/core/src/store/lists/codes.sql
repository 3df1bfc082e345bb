SELECT selection_code.name FROM selection_code
WHERE selection_code.id IN (
    SELECT code FROM client_code WHERE client IN (
        WITH RECURSIVE family (number) AS (
            SELECT c.number
            UNION ALL
            SELECT client.number FROM client JOIN family ON client.merged_into = family.number
        )
        SELECT number FROM family
    )
)
ORDER BY selection_code.position, selection_code.id
