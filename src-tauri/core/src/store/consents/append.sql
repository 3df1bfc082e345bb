-- Numbered parameters: an import writes hundreds of thousands of rows, and names are looked up for each.
INSERT INTO decision (
    id, client, channel, answer, mode, detail, label, at, recorded_at, operator, source, import_batch, items, evidence, seal
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
