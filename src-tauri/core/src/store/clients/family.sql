(WITH RECURSIVE family (number) AS (
    SELECT ?1
    UNION ALL
    SELECT client.number FROM client JOIN family ON client.merged_into = family.number
)
SELECT number FROM family)
