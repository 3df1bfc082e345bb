INSERT INTO journal (at, operator, operation, client, import_batch)
VALUES (?1, ?2, ?3, ?4, ?5)
