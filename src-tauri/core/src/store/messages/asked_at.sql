-- Ends before the numbers of the record and of those that went into it.
SELECT max(queued_at)
FROM message
WHERE asks = ?2 AND state IN ('pending', 'sending', 'unsure', 'sent')
    AND queued_at > coalesce((SELECT recorded_at FROM decision WHERE id = ?3), -1)
    AND client IN
