SELECT payment.paid_on, payment.mode, payment.invoice, payment.amount, payment.note, payment.reverses IS NOT NULL AS reverses,
    EXISTS (SELECT 1 FROM payment AS other WHERE other.reverses = payment.id) AS reversed, invoice.kind, invoice.year, invoice.sequence
FROM payment
LEFT JOIN invoice ON invoice.id = payment.invoice
WHERE payment.id = ?1
