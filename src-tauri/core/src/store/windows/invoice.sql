SELECT invoice.kind, invoice.year, invoice.sequence, invoice.issued_on, invoice.total, coalesce(receivable.paid, 0) AS paid,
    coalesce(receivable.credited, 0) AS credited
FROM invoice
LEFT JOIN receivable ON receivable.invoice = invoice.id
WHERE invoice.id = ?1
