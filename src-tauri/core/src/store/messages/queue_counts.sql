SELECT state, count(*) FROM message
WHERE state IN ('pending', 'sending', 'unsure', 'failed', 'blocked')
GROUP BY state
