//! What invoices, payments and deliveries say of a client, for their labels: of the whole family of the record.

use rusqlite::{OptionalExtension, params};

use crate::Result;
use crate::clients::ClientNumber;
use crate::labels::{InvoiceFigures, LastDelivery};
use crate::store::Rows;
use crate::store::deliveries::GONE;

impl Rows<'_> {
    /// What a client owes, in cents; negative where the shop owes, nothing where nothing was ever invoiced or paid.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`, `ClientMerged`; what the database may say.
    pub(crate) fn owed(&self, number: ClientNumber) -> Result<Option<i64>> {
        let balance = self.balance(number)?;
        Ok((balance.invoices > 0 || balance.paid != 0).then_some(balance.due))
    }

    /// How much was invoiced to a client.
    ///
    /// # Errors
    /// As [`Rows::owed`].
    pub(crate) fn invoice_figures(&self, number: ClientNumber) -> Result<Option<InvoiceFigures>> {
        let balance = self.balance(number)?;
        Ok((balance.invoices > 0).then_some(InvoiceFigures { count: balance.invoices, sum: balance.invoiced }))
    }

    /// What was delivered to a client last, or came back.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn last_delivery(&self, number: ClientNumber) -> Result<Option<LastDelivery>> {
        // The end of an index for each record of the family.
        let mut newest = self.0.prepare_cached(GONE)?;
        let mut last: Option<LastDelivery> = None;
        for client in self.family(number)? {
            let found = newest
                .query_row(params![client, 1], |row| {
                    Ok(LastDelivery { on: row.get("due_on")?, state: crate::store::deliveries::state(row)? })
                })
                .optional()?;
            last = [last, found].into_iter().flatten().max_by_key(|delivery| delivery.on);
        }
        Ok(last)
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    #[test]
    fn the_last_delivery_is_the_end_of_an_index_however_much_is_planned() {
        let mut file = Connection::open_in_memory().unwrap();
        crate::store::Schema::default().apply(&mut file).unwrap();
        file.execute_batch(
            "PRAGMA foreign_keys = OFF;
             WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
             INSERT INTO delivery (recipient, due_on, content, copies, state)
             SELECT 1, date('2026-01-01', i || ' days'), 'N° ' || i, 1,
                CASE i WHEN 3 THEN 'missed' WHEN 4 THEN 'cancelled' ELSE 'planned' END FROM n;",
        )
        .unwrap();
        let mut explain = file.prepare(&format!("EXPLAIN QUERY PLAN {}", super::GONE)).unwrap();
        let plan: Vec<String> = explain.raw_query().mapped(|row| row.get(3)).collect::<rusqlite::Result<_>>().unwrap();
        assert_eq!(plan, ["SEARCH delivery USING INDEX delivery_gone (recipient=?)"]);
        let mut last = file.prepare(super::GONE).unwrap();
        let found: (String, String) =
            last.query_row([1, 1], |row| Ok((row.get("due_on")?, row.get("state")?))).unwrap();
        assert_eq!(found, ("2026-01-04".into(), "missed".into()));
        let steps = last.get_status(rusqlite::StatementStatus::VmStep);
        assert!(steps < 30, "{steps} steps among five thousand that are planned");
    }
}
