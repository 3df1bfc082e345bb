SELECT m.asks, i.name, max(m.queued_at) AS at
FROM message AS m
JOIN indicator AS i ON i.id = m.asks
LEFT JOIN consent AS c ON c.indicator = m.asks AND c.client = m.client
LEFT JOIN decision AS d ON d.id = c.decision
WHERE m.client = ?1 AND m.channel = 'sms' AND m.state IN ('pending', 'sending', 'unsure', 'sent') AND i.archived_at IS NULL
    AND m.queued_at > coalesce(d.recorded_at, -1)
GROUP BY m.asks
ORDER BY at DESC, m.asks
