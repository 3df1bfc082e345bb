SELECT
    created_at AS made,
    (SELECT min(day) FROM movement WHERE movement.client = client.number) AS first,
    (SELECT max(day) FROM movement WHERE movement.client = client.number) AS last,
    (SELECT max(returned_on) FROM movement WHERE movement.client = client.number AND returned_on IS NOT NULL) AS collected
FROM client WHERE client.number IN
