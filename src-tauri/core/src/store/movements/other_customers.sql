WITH RECURSIVE buyer (number) AS (
    SELECT DISTINCT client FROM movement WHERE kind = 'purchase' AND amount > 0
    UNION
    SELECT client.merged_into FROM client JOIN buyer ON buyer.number = client.number WHERE client.merged_into IS NOT NULL
)
SELECT count(*) FROM client WHERE removed_at IS NULL AND customer <> (number IN buyer)
