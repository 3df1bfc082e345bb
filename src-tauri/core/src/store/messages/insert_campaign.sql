INSERT INTO campaign (name, template, channel, purpose, kept, excluded, created_at, operator, query, text)
VALUES (:name, :template, :channel, :purpose, :kept, :excluded, :now, :operator, :query, :text)
