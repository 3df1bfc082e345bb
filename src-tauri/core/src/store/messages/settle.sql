UPDATE message
SET state = :state, reason = :reason, detail = :detail, due_at = :due_at, sent_at = :sent_at, receipt = :receipt
WHERE id = :id AND attempts = :attempt AND state <> 'sent' AND (state IN ('sending', 'unsure') OR :state = 'sent')
RETURNING client, asks
