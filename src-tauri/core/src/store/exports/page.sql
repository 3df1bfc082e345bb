SELECT id, at, operator, purpose, recipient, contact, format, file_name, query, kept, excluded, sha256
FROM export
WHERE id < ?1
ORDER BY id DESC
LIMIT ?2
