-- The names of a record, and those that it had before.
SELECT last_name FROM client WHERE number = ?1
UNION SELECT first_name FROM client WHERE number = ?1
UNION SELECT company FROM client WHERE number = ?1
UNION SELECT old_value FROM journal JOIN journal_change ON entry = journal.id
    WHERE client = ?1 AND field IN ('last_name', 'first_name', 'company')
UNION SELECT new_value FROM journal JOIN journal_change ON entry = journal.id
    WHERE client = ?1 AND field IN ('last_name', 'first_name', 'company')
