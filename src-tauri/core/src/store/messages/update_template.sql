UPDATE template
SET name = :name, context = :context, purpose = :purpose, asks = :asks, subject = :subject, body = :body,
    rgpd_default = rgpd_default AND :context = 'rights'
WHERE id = :id
