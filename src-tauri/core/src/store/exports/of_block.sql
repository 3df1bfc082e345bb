SELECT export.id, export.at, export.operator, export.purpose, export.recipient, export.contact, export.format, export.file_name,
    export.query, export.kept, export.excluded, export.sha256, export_block.bits
FROM export_block
JOIN export ON export.id = export_block.export
WHERE export_block.block = ?1
