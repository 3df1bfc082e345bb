INSERT INTO journal_change (entry, field, old_value, new_value)
VALUES (?1, ?2, ?3, ?4)
