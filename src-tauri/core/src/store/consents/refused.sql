-- Who said no to an indicator (?1), archived or not (?2), of a channel and purpose (?3, ?4).
SELECT client
FROM consent
WHERE indicator = ?1 AND answer IN (2, 3)
AND NOT (?2 AND EXISTS (
    SELECT 1
    FROM indicator AS successor
    JOIN consent AS later ON later.indicator = successor.id AND later.client = consent.client
    WHERE successor.channel = ?3 AND successor.purpose = ?4 AND successor.archived_at IS NULL
    AND later.answer = 1 AND later.decision > consent.decision
))
