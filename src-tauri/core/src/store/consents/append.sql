INSERT INTO decision (
    id, client, channel, answer, mode, detail, label, at, recorded_at, operator, source, import_batch, items, evidence, seal
)
VALUES (
    :id, :client, :channel, :answer, :mode, :detail, :label, :at, :recorded_at, :operator, :source, :import_batch, :items,
    :evidence, :seal
)
