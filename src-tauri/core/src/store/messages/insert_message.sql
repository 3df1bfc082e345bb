INSERT INTO message (
    client, channel, context, purpose, asks, template, address, subject, body, state, reason, queued_at, due_at, operator,
    campaign
) VALUES (
    :client, :channel, :context, :purpose, :asks, :template, :address, :subject, :body, :state, :reason, :now, :due_at, :operator,
    :campaign
)
