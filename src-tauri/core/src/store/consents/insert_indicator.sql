-- The code is the channel's and the first number that no indicator ever had: seals name it for good.
INSERT INTO indicator (code, name, channel, purpose, kind, audience, position)
SELECT
    :prefix || '-' || ((SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'indicator') + 1),
    :name, :channel, :purpose, :kind, :audience,
    (SELECT coalesce(max(position), 0) + 1 FROM indicator)
