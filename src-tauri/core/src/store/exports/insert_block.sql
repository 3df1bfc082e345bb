INSERT INTO export_block (block, export, bits) VALUES (?1, ?2, ?3)
