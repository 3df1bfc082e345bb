//! Reading invoices: one with all that it says, and those that should have been paid.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

use crate::clients::ClientNumber;
use crate::invoicing::{
    Invoice, InvoiceDue, InvoiceId, InvoiceKind, InvoiceLine, InvoiceNumber, InvoiceState, InvoicesDue, VatLine,
};
use crate::money::Cents;
use crate::search::FoundInvoice;
use crate::store::Rows;
use crate::{Error, Result};

/// An invoice as the file keeps it, without its lines.
pub(in crate::store) struct StoredInvoice {
    pub(in crate::store) number: InvoiceNumber,
    pub(in crate::store) payer: ClientNumber,
    pub(in crate::store) issued_on: NaiveDate,
    pub(in crate::store) corrects: Option<InvoiceId>,
    pub(in crate::store) total: Cents,
    pub(in crate::store) vat_total: Cents,
    pub(in crate::store) addressee: String,
    pub(in crate::store) operator: String,
    pub(in crate::store) paid: Cents,
    pub(in crate::store) credited: Cents,
}

/// The number in columns of these names.
pub(in crate::store) fn number_of(row: &Row<'_>) -> rusqlite::Result<InvoiceNumber> {
    let kind: String = row.get("kind")?;
    // A CHECK keeps the column to the known ones.
    let kind = InvoiceKind::from_code(&kind).unwrap_or(InvoiceKind::Invoice);
    Ok(InvoiceNumber { kind, year: row.get("year")?, sequence: row.get("sequence")? })
}

fn line(row: &Row<'_>) -> rusqlite::Result<InvoiceLine> {
    Ok(InvoiceLine {
        subscription: row.get("subscription")?,
        label: row.get("label")?,
        quantity: row.get("quantity")?,
        unit_price: row.get("unit_price")?,
        vat: row.get("vat")?,
        total: row.get("total")?,
    })
}

impl Rows<'_> {
    /// An invoice or a credit note with all that it says.
    ///
    /// # Errors
    /// `InvoiceNotFound`.
    pub(crate) fn invoice(&self, id: InvoiceId) -> Result<Invoice> {
        let stored = self.stored_invoice(id)?;
        let corrects_number = match stored.corrects {
            Some(corrected) => Some(self.stored_invoice(corrected)?.number.to_string()),
            None => None,
        };
        let vat = self
            .0
            .prepare_cached("SELECT rate, total, tax FROM invoice_vat WHERE invoice = ?1 ORDER BY rate")?
            .query_map([id], |row| Ok(VatLine { rate: row.get(0)?, total: row.get(1)?, tax: row.get(2)? }))?
            .collect::<rusqlite::Result<_>>()?;
        let kind = stored.number.kind;
        let due = if kind == InvoiceKind::Invoice { stored.total - stored.paid - stored.credited } else { 0 };
        Ok(Invoice {
            id,
            kind,
            number: stored.number.to_string(),
            payer: self.living(stored.payer).unwrap_or(stored.payer),
            issued_on: stored.issued_on,
            corrects: stored.corrects,
            corrects_number,
            addressee: stored.addressee,
            lines: self.numbered_lines(id)?.into_iter().map(|(_, line)| line).collect(),
            vat,
            total: stored.total,
            vat_total: stored.vat_total,
            paid: stored.paid,
            credited: stored.credited,
            due,
            state: InvoiceState::of(kind, stored.total, stored.paid, stored.credited),
            operator: stored.operator,
        })
    }

    /// An invoice without its lines.
    ///
    /// # Errors
    /// `InvoiceNotFound`.
    pub(in crate::store) fn stored_invoice(&self, id: InvoiceId) -> Result<StoredInvoice> {
        let read = |row: &Row<'_>| {
            Ok(StoredInvoice {
                number: number_of(row)?,
                payer: row.get("payer")?,
                issued_on: row.get("issued_on")?,
                corrects: row.get("corrects")?,
                total: row.get("total")?,
                vat_total: row.get("vat_total")?,
                addressee: row.get("addressee")?,
                operator: row.get("operator")?,
                paid: row.get("paid")?,
                credited: row.get("credited")?,
            })
        };
        self.0
            .prepare_cached(include_str!("invoice.sql"))?
            .query_row([id], read)
            .optional()?
            .ok_or(Error::InvoiceNotFound)
    }

    /// The lines of an invoice, each with its place. A line of a credit note has the place of the one that it corrects.
    ///
    /// # Errors
    /// What the database may say.
    pub(super) fn numbered_lines(&self, id: InvoiceId) -> Result<Vec<(i64, InvoiceLine)>> {
        Ok(self
            .0
            .prepare_cached("SELECT * FROM invoice_line WHERE invoice = ?1 ORDER BY position")?
            .query_map([id], |row| Ok((row.get("position")?, line(row)?)))?
            .collect::<rusqlite::Result<_>>()?)
    }

    /// What credit notes took back of each line of an invoice, by its place; below zero.
    ///
    /// # Errors
    /// What the database may say.
    pub(super) fn credited_lines(&self, id: InvoiceId) -> Result<BTreeMap<i64, Cents>> {
        Ok(self
            .0
            .prepare_cached(
                "SELECT invoice_line.position, sum(invoice_line.total) FROM invoice JOIN invoice_line ON invoice_line.invoice = invoice.id
                 WHERE invoice.corrects = ?1 GROUP BY invoice_line.position",
            )?
            .query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?)
    }

    /// What credit notes took back of an invoice at each rate, with the tax in it; below zero.
    ///
    /// # Errors
    /// What the database may say.
    pub(super) fn credited_vat(&self, id: InvoiceId) -> Result<BTreeMap<i64, (Cents, Cents)>> {
        Ok(self
            .0
            .prepare_cached(
                "SELECT invoice_vat.rate, sum(invoice_vat.total), sum(invoice_vat.tax)
                 FROM invoice JOIN invoice_vat ON invoice_vat.invoice = invoice.id
                 WHERE invoice.corrects = ?1 GROUP BY invoice_vat.rate",
            )?
            .query_map([id], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?
            .collect::<rusqlite::Result<_>>()?)
    }

    /// An invoice or credit note by its number, and the record of today of whoever it was made out to, unless that was deleted.
    ///
    /// # Errors
    /// What the database may say.
    pub(in crate::store) fn invoice_numbered(
        &self,
        number: InvoiceNumber,
    ) -> Result<Option<(FoundInvoice, Option<ClientNumber>)>> {
        let found = |row: &Row<'_>| {
            let payer: ClientNumber = row.get("payer")?;
            let payer = self.living(payer).ok();
            let invoice = FoundInvoice {
                id: row.get("id")?,
                number: number.to_string(),
                issued_on: row.get("issued_on")?,
                total: row.get("total")?,
                payer_removed: payer.is_none(),
            };
            Ok((invoice, payer))
        };
        Ok(self
            .0
            .prepare_cached(
                "SELECT id, issued_on, total, payer FROM invoice WHERE kind = ?1 AND year = ?2 AND sequence = ?3",
            )?
            .query_row(params![number.kind.code(), number.year, number.sequence], found)
            .optional()?)
    }

    /// Invoices issued up to a day that are still to be paid, the oldest first.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn invoices_due(&self, until: NaiveDate, after: Option<InvoiceId>, limit: u32) -> Result<InvoicesDue> {
        let read = |row: &Row<'_>| {
            Ok(InvoiceDue {
                id: row.get("id")?,
                number: number_of(row)?.to_string(),
                payer: row.get("payer")?,
                payer_name: String::new(),
                payer_removed: false,
                issued_on: row.get("issued_on")?,
                total: row.get("total")?,
                due: row.get("due")?,
            })
        };
        let after = after.map(|id| Ok::<_, Error>((self.stored_invoice(id)?.issued_on.to_string(), id))).transpose()?;
        let (day, id) = after.unwrap_or_default();
        let mut invoices = self
            .0
            .prepare_cached(include_str!("due.sql"))?
            .query_map(params![until, day, id, limit + 1], read)?
            .collect::<rusqlite::Result<Vec<InvoiceDue>>>()?;
        let more = invoices.len() > limit as usize;
        invoices.truncate(limit as usize);
        for invoice in &mut invoices {
            invoice.payer = self.living(invoice.payer).unwrap_or(invoice.payer);
            invoice.payer_name = if let Some((row, _)) = self.client_row(invoice.payer)? {
                row.name()
            } else {
                // A record that was deleted has no name any more; what it was asked for still has.
                invoice.payer_removed = true;
                self.stored_invoice(invoice.id)?.addressee.lines().next().unwrap_or_default().to_owned()
            };
        }
        let next = invoices.last().filter(|_| more).map(|invoice| invoice.id);
        Ok(InvoicesDue { invoices, next })
    }
}
