WITH RECURSIVE one (number) AS (
    SELECT ?1
    UNION
    SELECT client.number FROM client JOIN one ON client.merged_into = one.number
)
SELECT number FROM one
