-- The entries of a record and of those that went into it; ends before their numbers.
SELECT journal.id, journal.at, journal.operator, journal.operation, NULL AS file_name, nullif(journal.client, ?1) AS merged_from
FROM journal
WHERE journal.id < ?2 AND journal.client IN
