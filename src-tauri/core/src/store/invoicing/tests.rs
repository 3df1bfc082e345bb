//! What the file itself refuses of invoices and payments, whoever asks.

use rusqlite::Connection;

use crate::store::{Rows, Schema};

#[test]
fn no_statement_changes_or_skips_an_invoice_or_a_payment() {
    let mut file = Connection::open_in_memory().unwrap();
    Schema::default().apply(&mut file).unwrap();
    file.execute_batch(
        "PRAGMA foreign_keys = OFF;
         INSERT INTO invoice (kind, year, sequence, payer, issued_on, total, vat_total, addressee, operator)
         VALUES ('invoice', 2026, 1, 1, '2026-01-01', 4900, 101, 'DUPONT', 'Comptoir');
         INSERT INTO invoice_line (invoice, position, label, quantity, unit_price, vat, total) VALUES (1, 1, 'Revue', 1, 4900, 210, 4900);
         INSERT INTO invoice_vat (invoice, rate, total, tax) VALUES (1, 210, 4900, 101);
         INSERT INTO payment (payer, invoice, paid_on, mode, amount, operator, at) VALUES (1, 1, '2026-01-01', 'card', 900, 'Comptoir', 0);",
    )
    .unwrap();
    for refused in [
        "UPDATE invoice SET addressee = 'REY'",
        "UPDATE invoice SET total = 1",
        "DELETE FROM invoice",
        "UPDATE invoice_line SET label = 'Autre'",
        "DELETE FROM invoice_line",
        "UPDATE invoice_vat SET tax = 0",
        "DELETE FROM invoice_vat",
        "UPDATE payment SET amount = 1",
        "DELETE FROM payment",
        "INSERT OR REPLACE INTO invoice (id, kind, year, sequence, payer, issued_on, total, vat_total, addressee, operator)
         VALUES (1, 'invoice', 2026, 2, 1, '2026-01-01', 1, 0, 'REY', 'Comptoir')",
        "INSERT INTO invoice (kind, year, sequence, payer, issued_on, total, vat_total, addressee, operator)
         VALUES ('invoice', 2026, 3, 1, '2026-01-01', 1, 0, 'REY', 'Comptoir')",
    ] {
        assert!(file.execute(refused, []).is_err(), "{refused}");
    }
    let due: (i64, i64) =
        file.query_row("SELECT paid, due FROM receivable", [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    assert_eq!(due, (900, 4000));
}

#[test]
fn a_payment_of_somebody_else_than_whoever_was_invoiced_is_found() {
    let mut file = Connection::open_in_memory().unwrap();
    Schema::default().apply(&mut file).unwrap();
    file.execute_batch(
        "PRAGMA foreign_keys = OFF;
         INSERT INTO invoice (kind, year, sequence, payer, issued_on, total, vat_total, addressee, operator)
         VALUES ('invoice', 2026, 1, 1, '2026-01-01', 0, 0, 'DUPONT', 'Comptoir');
         INSERT INTO payment (payer, invoice, paid_on, mode, amount, operator, at) VALUES (1, 1, '2026-01-01', 'card', 900, 'Comptoir', 0);",
    )
    .unwrap();
    assert_eq!(Rows(&file).account_problems().unwrap(), Vec::<String>::new());
    file.execute_batch(
        "INSERT INTO payment (payer, invoice, paid_on, mode, amount, operator, at) VALUES (2, 1, '2026-01-01', 'card', 900, 'Comptoir', 0);",
    )
    .unwrap();
    assert_eq!(Rows(&file).account_problems().unwrap(), ["payments of somebody else than whoever was invoiced: 1"]);
}
