-- Rows in each window of a client, for tests: on days that repeat, in all states.
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {many})
INSERT INTO subscription (recipient, payer, tariff, copies, starts_on, ends_on, terminated_on, created_at, operator)
SELECT CASE i % 3 WHEN 0 THEN 3 ELSE {client} END, CASE i % 3 WHEN 1 THEN 3 ELSE {client} END, 1 + i % 2, 1,
    date('2020-01-01', '+' || (i % 3000) || ' days'), date('2021-01-01', '+' || (i % 3000) || ' days'),
    CASE WHEN i % 7 = 0 THEN date('2021-01-01', '+' || (i % 3000) || ' days') END, 0, 'Comptoir'
FROM n;

WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {many})
INSERT INTO invoice (kind, year, sequence, payer, issued_on, total, vat_total, addressee, operator)
SELECT 'invoice', 2000 + {client}, i, {client}, date('2020-01-01', '+' || (i % 3000) || ' days'), 100 * (i % 90), 0, 'DUPONT', 'Comptoir'
FROM n;

WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {many})
INSERT INTO payment (payer, invoice, paid_on, mode, amount, operator, at)
SELECT {client}, CASE i % 2 WHEN 1 THEN (SELECT id FROM invoice WHERE kind = 'invoice' AND year = 2000 + {client} AND sequence = i) END,
    date('2020-01-01', '+' || (i % 3000) || ' days'), CASE i % 3 WHEN 0 THEN 'card' WHEN 1 THEN 'cash' ELSE 'cheque' END, i % 50 + 1,
    'Comptoir', 0
FROM n;

WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {many})
INSERT INTO delivery (recipient, due_on, content, copies, state, town)
SELECT {client}, date('2020-01-01', '+' || (i % 3000) || ' days'), CASE i % 4 WHEN 0 THEN 'Coffret' ELSE 'N° ' || i END, 1,
    CASE i % 3 WHEN 0 THEN 'planned' WHEN 1 THEN 'delivered' ELSE 'missed' END, CASE i % 3 WHEN 1 THEN 'Ussel' ELSE '' END
FROM n;

-- Each of them was brought by, or brought, somebody else.
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {many})
INSERT INTO sponsorship (sponsor, sponsored, on_day, reward)
SELECT CASE i % 5 WHEN 0 THEN {client} * 1000000 + i ELSE {client} END, CASE i % 5 WHEN 0 THEN {client} ELSE {client} * 1000000 + i END,
    date('2020-01-01', '+' || (i % 3000) || ' days'), CASE i % 2 WHEN 0 THEN 'Bon de 10 €' ELSE '' END
FROM n;
