-- The record's own entries, and the import that brought it, which has one entry for all its records.
SELECT journal.id, journal.at, journal.operator, journal.operation, NULL AS file_name
FROM journal
WHERE journal.client = ?1 AND journal.id < ?2
UNION ALL
SELECT journal.id, journal.at, journal.operator, journal.operation, import_batch.file_name
FROM client
JOIN import_batch ON import_batch.id = client.import_batch
JOIN journal ON journal.import_batch = import_batch.id
WHERE client.number = ?1 AND journal.id < ?2
ORDER BY 1 DESC
LIMIT ?3
