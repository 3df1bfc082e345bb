INSERT INTO export (at, operator, purpose, recipient, contact, format, file_name, query, kept, excluded, sha256)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
