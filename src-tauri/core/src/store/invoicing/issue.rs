//! Issuing invoices and credit notes: the next number of the year, the lines, the tax of each rate. Nothing here is ever changed.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use rusqlite::params;

use crate::clients::ClientNumber;
use crate::contact_rules::Rule;
use crate::invoicing::{
    Credited, InvoiceId, InvoiceKind, InvoiceLine, InvoiceNumber, IssuedInvoice, NewInvoice, VatLine,
};
use crate::money::{AMOUNT_MAX, Cents, in_proportion, tax_within};
use crate::store::Tx;
use crate::{Error, Result};

/// What an invoice says before it has its number.
struct Draft<'a> {
    kind: InvoiceKind,
    payer: ClientNumber,
    issued_on: NaiveDate,
    corrects: Option<InvoiceId>,
    addressee: &'a str,
    /// Each with its place.
    lines: Vec<(i64, InvoiceLine)>,
    vat: Vec<VatLine>,
}

impl Tx<'_> {
    /// Issues an invoice. Whoever asks for it says so in the journal.
    ///
    /// # Errors
    /// `Refused` if the payer's type is never invoiced; `ClientNotFound` and the like; `AmountUnfit` without lines, or for more than is
    /// ever invoiced.
    pub(crate) fn issue_invoice(&self, new: &NewInvoice) -> Result<IssuedInvoice> {
        let payer = self.rows().client(new.payer)?;
        payer.client.r#type.may_pay().map_err(Error::Refused)?;
        let mut lines = Vec::with_capacity(new.lines.len());
        for (position, line) in (1..).zip(&new.lines) {
            let total = line.quantity.checked_mul(line.unit_price).filter(|total| (0..=AMOUNT_MAX).contains(total));
            lines.push((
                position,
                InvoiceLine {
                    subscription: line.subscription,
                    label: line.label.clone(),
                    quantity: line.quantity,
                    unit_price: line.unit_price,
                    vat: line.vat,
                    total: total.ok_or(Error::AmountUnfit)?,
                },
            ));
        }
        let vat = (at_rates(&lines).into_iter())
            .map(|(rate, total)| VatLine { rate, total, tax: tax_within(total, rate) })
            .collect();
        self.issue(&Draft {
            kind: InvoiceKind::Invoice,
            payer: new.payer,
            issued_on: new.issued_on,
            corrects: None,
            addressee: &payer.client.addressee().join("\n"),
            lines,
            vat,
        })
    }

    /// Issues a credit note, dated `on`: all that is left of an invoice, or a part, which each line bears in proportion. Whoever asks for it
    /// says so in the journal.
    ///
    /// # Errors
    /// `InvoiceNotFound`, also for a credit note; `Refused`: `AlreadyCredited` if nothing is left, `NothingToRefund` if less is left than
    /// is asked for; `AmountUnfit` for nothing.
    pub(crate) fn credit(
        &self,
        invoice: InvoiceId,
        credited: Credited,
        reason: &str,
        on: NaiveDate,
    ) -> Result<IssuedInvoice> {
        let stored = self.rows().stored_invoice(invoice)?;
        if stored.number.kind == InvoiceKind::Credit {
            return Err(Error::InvoiceNotFound);
        }
        let lines = self.rows().numbered_lines(invoice)?;
        let credited_before = self.rows().credited_lines(invoice)?;
        let left: Vec<Cents> = (lines.iter())
            .map(|(position, line)| line.total + credited_before.get(position).copied().unwrap_or_default())
            .collect();
        let whole: Cents = left.iter().sum();
        let amount = match credited {
            Credited::Whole => whole,
            Credited::Amount(amount) if amount <= 0 => return Err(Error::AmountUnfit),
            Credited::Amount(amount) => amount,
        };
        match amount {
            _ if whole == 0 => return Err(Error::Refused(Rule::AlreadyCredited)),
            amount if amount > whole => return Err(Error::Refused(Rule::NothingToRefund)),
            _ => {}
        }
        let lines: Vec<(i64, InvoiceLine)> = (lines.into_iter())
            .zip(in_proportion(amount, &left))
            .filter(|(_, part)| *part > 0)
            .map(|((position, line), part)| {
                let label = if reason.is_empty() { line.label } else { format!("{} ({reason})", line.label) };
                (position, InvoiceLine { label, quantity: 1, unit_price: -part, total: -part, ..line })
            })
            .collect();
        // What is taken back so far bears the tax of its sum, so that a whole invoice taken back in pieces leaves no cent of tax.
        let before: BTreeMap<i64, (Cents, Cents)> = self.rows().credited_vat(invoice)?;
        let vat = (at_rates(&lines).into_iter())
            .map(|(rate, total)| {
                let (total_before, tax_before) = before.get(&rate).copied().unwrap_or_default();
                VatLine { rate, total, tax: tax_within(total_before + total, rate) - tax_before }
            })
            .collect();
        self.issue(&Draft {
            kind: InvoiceKind::Credit,
            payer: stored.payer,
            issued_on: on,
            corrects: Some(invoice),
            addressee: &stored.addressee,
            lines,
            vat,
        })
    }

    fn issue(&self, draft: &Draft<'_>) -> Result<IssuedInvoice> {
        let total: Cents = draft.lines.iter().map(|(_, line)| line.total).sum();
        if draft.lines.is_empty() || total.abs() > AMOUNT_MAX {
            return Err(Error::AmountUnfit);
        }
        let (kind, year) = (draft.kind, draft.issued_on.year());
        let sequence = self
            .connection
            .prepare_cached("SELECT coalesce(max(sequence), 0) + 1 FROM invoice WHERE kind = ?1 AND year = ?2")?
            .query_row(params![kind.code(), year], |row| row.get(0))?;
        let id = self.connection.prepare_cached(include_str!("insert_invoice.sql"))?.insert(params![
            kind.code(),
            year,
            sequence,
            draft.payer,
            draft.issued_on,
            draft.corrects,
            total,
            draft.vat.iter().map(|line| line.tax).sum::<Cents>(),
            draft.addressee,
            self.context.operator,
        ])?;
        let mut insert = self.connection.prepare_cached(include_str!("insert_line.sql"))?;
        for (position, line) in &draft.lines {
            insert.execute(params![
                id,
                position,
                line.subscription,
                line.label,
                line.quantity,
                line.unit_price,
                line.vat,
                line.total,
            ])?;
        }
        let mut insert = self
            .connection
            .prepare_cached("INSERT INTO invoice_vat (invoice, rate, total, tax) VALUES (?1, ?2, ?3, ?4)")?;
        for line in &draft.vat {
            insert.execute(params![id, line.rate, line.total, line.tax])?;
        }
        self.touch(self.rows().living(draft.payer).unwrap_or(draft.payer));
        Ok(IssuedInvoice { id, number: InvoiceNumber { kind, year, sequence }, total })
    }
}

/// What stands at each rate.
fn at_rates(lines: &[(i64, InvoiceLine)]) -> BTreeMap<i64, Cents> {
    let mut totals = BTreeMap::new();
    for (_, line) in lines {
        *totals.entry(line.vat).or_default() += line.total;
    }
    totals
}
