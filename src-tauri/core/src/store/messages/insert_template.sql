INSERT INTO template (channel, name, context, purpose, asks, subject, body, position)
SELECT :channel, :name, :context, :purpose, :asks, :subject, :body, coalesce(max(position), 0) + 1 FROM template
