-- What a family paid, less what of it covers an invoice.
SELECT
    (SELECT coalesce(sum(paid), 0) FROM holding WHERE client IN {family})
    - coalesce(sum(max(min(receivable.paid, invoice.total - receivable.credited), 0)), 0)
FROM invoice
JOIN receivable ON receivable.invoice = invoice.id
WHERE invoice.payer IN {family}
