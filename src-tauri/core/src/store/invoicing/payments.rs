//! Payments: recorded, and taken back by another one.

use rusqlite::{OptionalExtension, Row, params};

use crate::clients::ClientNumber;
use crate::invoicing::{Balance, NewPayment, Payment, PaymentId, PaymentMode};
use crate::money::Cents;
use crate::store::clients::FAMILY;
use crate::store::{Rows, Tx};
use crate::{Error, Result};

fn payment(row: &Row<'_>) -> rusqlite::Result<Payment> {
    let mode: String = row.get("mode")?;
    Ok(Payment {
        id: row.get("id")?,
        payer: row.get("payer")?,
        invoice: row.get("invoice")?,
        paid_on: row.get("paid_on")?,
        // A CHECK keeps the column to the known ones.
        mode: PaymentMode::from_code(&mode).unwrap_or(PaymentMode::Card),
        amount: row.get("amount")?,
        note: row.get("note")?,
        reverses: row.get("reverses")?,
        reversed_by: row.get("reversed_by")?,
        operator: row.get("operator")?,
    })
}

impl Rows<'_> {
    /// One payment.
    ///
    /// # Errors
    /// `PaymentNotFound`.
    pub(crate) fn payment(&self, id: PaymentId) -> Result<Payment> {
        let found = self
            .0
            .prepare_cached(
                "SELECT payment.*, (SELECT id FROM payment AS other WHERE other.reverses = payment.id) AS reversed_by
                 FROM payment WHERE id = ?1",
            )?
            .query_row([id], payment)
            .optional()?
            .ok_or(Error::PaymentNotFound)?;
        Ok(Payment { payer: self.living(found.payer).unwrap_or(found.payer), ..found })
    }

    /// Where a payer stands, with all that went into their record.
    ///
    /// # Errors
    /// `ClientNotFound`; `ClientRemoved`, `ClientMerged`.
    pub(crate) fn balance(&self, number: ClientNumber) -> Result<Balance> {
        if self.living(number)? != number {
            return Err(self.absent(number));
        }
        let balance = self
            .0
            .prepare_cached(&format!(
                "SELECT coalesce(sum(invoices - credit_notes), 0) AS invoices, coalesce(sum(invoiced), 0) AS invoiced,
                    coalesce(sum(paid), 0) AS paid
                 FROM holding WHERE client IN {FAMILY}"
            ))?
            .query_row([number], |row| {
                let (invoiced, paid): (Cents, Cents) = (row.get("invoiced")?, row.get("paid")?);
                Ok(Balance { invoices: row.get("invoices")?, invoiced, paid, due: invoiced - paid })
            })?;
        Ok(balance)
    }

    /// How much of what somebody paid, with all that went into their record, covers no invoice, in cents: what came in on account, and what
    /// was paid of an invoice beyond what is asked for it. Below zero where more was given back than there was.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn free_of_invoices(&self, number: ClientNumber) -> Result<Cents> {
        let sql = include_str!("free_of_invoices.sql").replace("{family}", FAMILY);
        Ok(self.0.prepare_cached(&sql)?.query_row([number], |row| row.get(0))?)
    }
}

impl Tx<'_> {
    /// Records a payment, or with `reverses` one that takes another back; `amount` is below zero where money went back.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn insert_payment(
        &self,
        new: &NewPayment,
        amount: Cents,
        reverses: Option<PaymentId>,
    ) -> Result<PaymentId> {
        let id = self.connection.prepare_cached(include_str!("insert_payment.sql"))?.insert(params![
            new.payer,
            new.invoice,
            new.paid_on,
            new.mode.code(),
            amount,
            new.note,
            reverses,
            self.context.operator,
            self.now(),
        ])?;
        self.touch(new.payer);
        Ok(id)
    }
}
