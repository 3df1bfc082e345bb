//! Whether invoices add up, and whether what is kept beside them agrees with them.

use crate::Result;
use crate::store::Rows;

const CHECKS: [(&str, &str); 6] = [
    (
        "invoices that are not the sum of their lines",
        "SELECT count(*) FROM invoice
         WHERE total <> (SELECT coalesce(sum(total), 0) FROM invoice_line WHERE invoice_line.invoice = invoice.id)
            OR total <> (SELECT coalesce(sum(total), 0) FROM invoice_vat WHERE invoice_vat.invoice = invoice.id)
            OR vat_total <> (SELECT coalesce(sum(tax), 0) FROM invoice_vat WHERE invoice_vat.invoice = invoice.id)",
    ),
    (
        "invoices without what is to be paid of them",
        "SELECT count(*) FROM invoice WHERE (kind = 'invoice') <> (id IN (SELECT invoice FROM receivable))",
    ),
    (
        "invoices of which something else is to be paid",
        "SELECT count(*) FROM receivable JOIN invoice ON invoice.id = receivable.invoice
         WHERE receivable.issued_on <> invoice.issued_on OR due <> total - paid - credited
            OR paid <> (SELECT coalesce(sum(amount), 0) FROM payment WHERE payment.invoice = receivable.invoice)
            OR credited <> (SELECT -coalesce(sum(note.total), 0) FROM invoice AS note WHERE note.corrects = receivable.invoice)",
    ),
    (
        "payments of somebody else than whoever was invoiced",
        "SELECT count(*) FROM payment JOIN invoice ON invoice.id = payment.invoice WHERE payment.payer <> invoice.payer",
    ),
    (
        "records whose windows have other rows than are counted",
        "SELECT count(*) FROM holding
         WHERE subscriptions <> (SELECT count(*) FROM subscription WHERE recipient = client OR payer = client)
            OR invoices <> (SELECT count(*) FROM invoice WHERE payer = client)
            OR credit_notes <> (SELECT count(*) FROM invoice WHERE payer = client AND kind = 'credit')
            OR invoiced <> (SELECT coalesce(sum(total), 0) FROM invoice WHERE payer = client)
            OR payments <> (SELECT count(*) FROM payment WHERE payer = client)
            OR paid <> (SELECT coalesce(sum(amount), 0) FROM payment WHERE payer = client)
            OR deliveries <> (SELECT count(*) FROM delivery WHERE recipient = client)
            OR sponsorships <> (SELECT count(*) FROM sponsorship WHERE sponsor = client OR sponsored = client)",
    ),
    (
        "records whose windows are not counted",
        "SELECT count(*) FROM (
            SELECT recipient AS client FROM subscription UNION SELECT payer FROM subscription WHERE payer IS NOT NULL
            UNION SELECT payer FROM invoice UNION SELECT payer FROM payment UNION SELECT recipient FROM delivery
            UNION SELECT sponsor FROM sponsorship UNION SELECT sponsored FROM sponsorship
         ) WHERE client NOT IN (SELECT client FROM holding)",
    ),
];

impl Rows<'_> {
    /// What does not add up, in words for a support call, without personal data.
    ///
    /// # Errors
    /// What the database may say.
    pub(in crate::store) fn account_problems(&self) -> Result<Vec<String>> {
        let mut problems = Vec::new();
        for (what, sql) in CHECKS {
            let broken: i64 = self.0.query_row(sql, [], |row| row.get(0))?;
            if broken > 0 {
                problems.push(format!("{what}: {broken}"));
            }
        }
        Ok(problems)
    }
}
