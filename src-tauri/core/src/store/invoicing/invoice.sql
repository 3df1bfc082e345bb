SELECT invoice.kind, invoice.year, invoice.sequence, invoice.payer, invoice.issued_on, invoice.corrects, invoice.total,
    invoice.vat_total, invoice.addressee, invoice.operator, coalesce(receivable.paid, 0) AS paid,
    coalesce(receivable.credited, 0) AS credited
FROM invoice
LEFT JOIN receivable ON receivable.invoice = invoice.id
WHERE invoice.id = ?1
