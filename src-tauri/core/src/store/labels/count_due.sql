SELECT count(*) FROM follow_up WHERE done_on IS NULL AND due_on <= ?1
