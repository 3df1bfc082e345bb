-- Of records that became one, it stays with the one that was invoiced, or that paid what is taken back: a merge can be taken back too.
INSERT INTO payment (payer, invoice, paid_on, mode, amount, note, reverses, operator, at)
VALUES (
    coalesce((SELECT payer FROM payment WHERE id = ?7), (SELECT payer FROM invoice WHERE id = ?2), ?1),
    ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9
)
