SELECT max(queued_at)
FROM message
WHERE client = ?1 AND asks = ?2 AND state IN ('pending', 'sending', 'unsure', 'sent')
    AND queued_at > coalesce((SELECT recorded_at FROM decision WHERE id = ?3), -1)
