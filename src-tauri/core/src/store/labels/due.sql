SELECT id, client, what, due_on FROM follow_up WHERE done_on IS NULL AND due_on <= ?1 ORDER BY due_on, id LIMIT ?2
