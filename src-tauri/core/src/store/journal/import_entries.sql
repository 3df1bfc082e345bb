-- The imports that brought them, which have one entry for all their records; ends before their numbers.
UNION
SELECT journal.id, journal.at, journal.operator, journal.operation, import_batch.file_name, NULL AS merged_from
FROM client
JOIN import_batch ON import_batch.id = client.import_batch
JOIN journal ON journal.import_batch = import_batch.id
WHERE journal.id < ?2 AND client.number IN
