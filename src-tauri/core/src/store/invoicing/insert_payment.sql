INSERT INTO payment (payer, invoice, paid_on, mode, amount, note, reverses, operator, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
