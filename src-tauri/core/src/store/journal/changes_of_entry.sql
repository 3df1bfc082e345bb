SELECT field, old_value, new_value
FROM journal_change
WHERE entry = ?1
ORDER BY field
