INSERT INTO invoice (kind, year, sequence, payer, issued_on, corrects, total, vat_total, addressee, operator)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
