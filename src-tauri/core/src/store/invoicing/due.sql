SELECT invoice.id, invoice.kind, invoice.year, invoice.sequence, invoice.payer, invoice.issued_on, invoice.total, receivable.due
FROM receivable
JOIN invoice ON invoice.id = receivable.invoice
WHERE receivable.due > 0 AND receivable.issued_on <= ?1
    AND (receivable.issued_on, receivable.invoice) > (?2, ?3)
ORDER BY receivable.issued_on, receivable.invoice
LIMIT ?4
