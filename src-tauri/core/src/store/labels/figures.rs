//! What invoices, payments and deliveries say of a client, for their labels: of the whole family of the record.

use rusqlite::OptionalExtension;

use crate::Result;
use crate::clients::ClientNumber;
use crate::labels::{InvoiceFigures, LastDelivery};
use crate::store::Rows;

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
        let mut newest = self.0.prepare_cached(
            "SELECT due_on, state FROM delivery WHERE recipient = ?1 AND state NOT IN ('planned', 'cancelled')
             ORDER BY due_on DESC, id DESC LIMIT 1",
        )?;
        let mut last: Option<LastDelivery> = None;
        for client in self.family(number)? {
            let found = newest
                .query_row([client], |row| {
                    Ok(LastDelivery { on: row.get("due_on")?, state: crate::store::deliveries::state(row)? })
                })
                .optional()?;
            last = [last, found].into_iter().flatten().max_by_key(|delivery| delivery.on);
        }
        Ok(last)
    }
}
