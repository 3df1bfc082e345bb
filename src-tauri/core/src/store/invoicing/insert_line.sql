INSERT INTO invoice_line (invoice, position, subscription, label, quantity, unit_price, vat, total)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
