-- A record that went into another one still counts, and one that was deleted has no town: which comes first changes little.
SELECT (SELECT town FROM client WHERE town_fold = found.town_fold LIMIT 1) AS town
FROM (
    SELECT town_fold, count(*) AS clients
    FROM client INDEXED BY client_by_town
    WHERE town_fold > '' AND town_fold >= ?1 AND town_fold < ?2
    GROUP BY town_fold
    ORDER BY clients DESC, town_fold
    LIMIT ?3
) AS found
