SELECT
    id, client, channel, answer, mode, detail, label, at, recorded_at, operator, source, import_batch, items, evidence, seal
FROM decision
ORDER BY id
