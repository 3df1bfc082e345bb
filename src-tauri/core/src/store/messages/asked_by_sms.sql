-- Begins behind the numbers of the record and of those that went into it: what they were asked by SMS after their last answer.
, answered (indicator, at) AS (
    SELECT c.indicator, max(d.recorded_at)
    FROM consent AS c
    JOIN decision AS d ON d.id = c.decision
    WHERE c.client IN (SELECT number FROM own)
    GROUP BY c.indicator
)
SELECT m.asks, i.name, max(m.queued_at) AS at
FROM message AS m
JOIN indicator AS i ON i.id = m.asks
LEFT JOIN answered ON answered.indicator = m.asks
WHERE m.client IN (SELECT number FROM own) AND m.channel = 'sms' AND m.state IN ('pending', 'sending', 'unsure', 'sent')
    AND i.archived_at IS NULL AND m.queued_at > coalesce(answered.at, -1)
GROUP BY m.asks
ORDER BY at DESC, m.asks
