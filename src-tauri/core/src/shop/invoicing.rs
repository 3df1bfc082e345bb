//! Credit notes and payments: what is written.

use chrono::{Days, NaiveDate};

use super::subscriptions::day_in_words;
use super::{Outcome, Shop};
use crate::clients::ClientNumber;
use crate::consents::legible;
use crate::contact_rules::Rule;
use crate::documents::{Language, day_of};
use crate::invoicing::{
    Balance, CreditRequest, Credited, Invoice, InvoiceId, InvoiceKind, InvoicePaper, InvoicesDue, InvoicesDueRequest,
    NewPayment, Payment, PaymentId, PaymentMode,
};
use crate::journal::{JournalChange, Operation};
use crate::money::{AMOUNT_MAX, in_words};
use crate::store::{Rows, Tx};
use crate::windows::payment_mode;
use crate::{Error, Reader, Result};

/// The longest note, in characters.
pub(super) const NOTE_MAX: u32 = 200;

impl Shop {
    /// Issues a credit note, of today.
    ///
    /// # Errors
    /// `InvoiceNotFound`, also for a credit note; `AmountUnfit`; `Refused`: `AlreadyCredited`, `NothingToRefund`; `NameTooLong`.
    pub fn credit_invoice(&mut self, request: &CreditRequest) -> Result<Outcome<Invoice>> {
        let reason = text(&request.reason, NOTE_MAX)?;
        let credited = request.amount.map_or(Credited::Whole, Credited::Amount);
        self.transact(Operation::CreditInvoice, |tx| {
            let corrected = tx.rows().invoice(request.id)?;
            let issued = tx.credit(request.id, credited, &reason, day_of(tx.now()))?;
            let changes = [
                JournalChange::new("credit_note", "", issued.number.to_string()),
                JournalChange::new("invoice", "", corrected.number),
                JournalChange::new("amount", "", in_words(issued.total, Language::French)),
                JournalChange::new("reason", "", reason.clone()),
            ];
            journal(tx, corrected.payer, changes)?;
            tx.rows().invoice(issued.id)
        })
    }

    /// Records a payment; with the mode `Refund`, money that goes back.
    ///
    /// # Errors
    /// `ClientNotFound` and the like; `InvoiceNotFound` for one of somebody else, or a credit note; `AmountUnfit`; `NameTooLong`; `Refused`:
    /// `DayInFuture`, `NothingToRefund`, and if nobody was invoiced and the payer's type never is.
    pub fn record_payment(&mut self, new: &NewPayment) -> Result<Outcome<Payment>> {
        let new = NewPayment { note: text(&new.note, NOTE_MAX)?, ..new.clone() };
        if !(1..=AMOUNT_MAX).contains(&new.amount) {
            return Err(Error::AmountUnfit);
        }
        let (refund, now) = (new.mode == PaymentMode::Refund, self.now());
        not_after(new.paid_on, now)?;
        self.transact(Operation::RecordPayment, |tx| {
            let rows = tx.rows();
            let payer = rows.client(new.payer)?;
            let mut paid = rows.balance(new.payer)?.paid;
            if let Some(id) = new.invoice {
                let invoice = rows.invoice(id)?;
                if invoice.payer != new.payer || invoice.kind == InvoiceKind::Credit {
                    return Err(Error::InvoiceNotFound);
                }
                // What was given back without naming an invoice is not given back once more.
                paid = paid.min(invoice.paid);
            } else if !refund {
                payer.client.r#type.may_pay().map_err(Error::Refused)?;
            }
            if refund && new.amount > paid {
                return Err(Error::Refused(Rule::NothingToRefund));
            }
            let amount = if refund { -new.amount } else { new.amount };
            let id = tx.insert_payment(&new, amount, None)?;
            let payment = rows.payment(id)?;
            journal(tx, new.payer, said(rows, &payment)?)?;
            Ok(payment)
        })
    }

    /// « Suppression »: takes a payment back, by another one of today.
    ///
    /// # Errors
    /// `PaymentNotFound`; `Refused(AlreadyReversed)`, also for one that takes another one back itself.
    pub fn reverse_payment(&mut self, id: PaymentId) -> Result<Outcome<Payment>> {
        self.transact(Operation::ReversePayment, |tx| {
            let rows = tx.rows();
            let before = rows.payment(id)?;
            if before.reverses.is_some() || before.reversed_by.is_some() {
                return Err(Error::Refused(Rule::AlreadyReversed));
            }
            let new = NewPayment {
                payer: before.payer,
                invoice: before.invoice,
                paid_on: day_of(tx.now()),
                mode: before.mode,
                amount: before.amount,
                note: String::new(),
            };
            let reversing = tx.insert_payment(&new, -before.amount, Some(id))?;
            let taken_back =
                said(rows, &before)?.map(|change| JournalChange { old: change.new, new: String::new(), ..change });
            journal(tx, before.payer, taken_back)?;
            rows.payment(reversing)
        })
    }
}

impl Reader {
    /// Invoices that should have been paid, as it is at `now` (UTC milliseconds).
    ///
    /// # Errors
    /// `InvoiceNotFound` for a page that never was.
    pub(crate) fn invoices_due(&self, request: &InvoicesDueRequest, now: i64) -> Result<InvoicesDue> {
        let today = day_of(now);
        let until = today.checked_sub_days(Days::new(u64::from(request.older_than_days))).unwrap_or(NaiveDate::MIN);
        self.rows().invoices_due(until, request.after, request.limit.clamp(1, 200))
    }

    /// Everything that an invoice says on paper, at `at` (UTC milliseconds).
    ///
    /// # Errors
    /// `InvoiceNotFound`.
    pub(crate) fn invoice_paper(&self, id: InvoiceId, at: i64) -> Result<InvoicePaper> {
        Ok(InvoicePaper { invoice: self.rows().invoice(id)?, shop: self.rows().identity()?, at })
    }
}

impl Shop {
    /// An invoice or a credit note.
    ///
    /// # Errors
    /// `InvoiceNotFound`.
    pub fn invoice(&self, id: InvoiceId) -> Result<Invoice> {
        self.store.rows().invoice(id)
    }

    /// Where a payer stands.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`, `ClientMerged`.
    pub fn balance(&self, number: ClientNumber) -> Result<Balance> {
        self.store.rows().balance(number)
    }

    /// Invoices that should have been paid, the oldest first.
    ///
    /// # Errors
    /// `InvoiceNotFound` for a page that never was.
    pub fn invoices_due(&self, request: &InvoicesDueRequest) -> Result<InvoicesDue> {
        self.reader()?.invoices_due(request, self.now())
    }

    /// An invoice on paper.
    ///
    /// # Errors
    /// `InvoiceNotFound`; `Printing`.
    pub fn invoice_pdf(&self, id: InvoiceId, language: Language) -> Result<Vec<u8>> {
        self.reader()?.invoice_paper(id, self.now())?.pdf(language)
    }
}

/// What the journal says of a payment.
fn said(rows: Rows<'_>, payment: &Payment) -> Result<[JournalChange; 5]> {
    let invoice = payment.invoice.map(|id| rows.invoice(id)).transpose()?.map(|invoice| invoice.number);
    Ok([
        JournalChange::new("amount", "", in_words(payment.amount, Language::French)),
        JournalChange::new("payment_mode", "", payment_mode(payment.mode, Language::French)),
        JournalChange::new("paid_on", "", day_in_words(payment.paid_on)),
        JournalChange::new("invoice", "", invoice.unwrap_or_default()),
        JournalChange::new("note", "", payment.note.clone()),
    ])
}

/// Leaves an entry in a record, without what says nothing.
pub(super) fn journal(
    tx: &Tx<'_>,
    client: ClientNumber,
    changes: impl IntoIterator<Item = JournalChange>,
) -> Result<()> {
    let mut all: Vec<JournalChange> = Vec::new();
    for change in changes.into_iter().filter(|change| change.old != change.new) {
        // An entry says each field once: what befell several deliveries at once stands in one line.
        if let Some(same) = all.iter_mut().find(|other| other.field == change.field) {
            for (text, more) in [(&mut same.old, &change.old), (&mut same.new, &change.new)] {
                text.push_str(" · ");
                text.push_str(more);
            }
        } else {
            all.push(change);
        }
    }
    tx.journal(Some(client), None, &all)
}

/// A text of one line.
///
/// # Errors
/// `NameTooLong`.
pub(super) fn text(typed: &str, max: u32) -> Result<String> {
    let text = legible(typed);
    if text.chars().count() > max as usize { Err(Error::NameTooLong(max)) } else { Ok(text) }
}

/// # Errors
/// `Refused(DayInFuture)`.
pub(super) fn not_after(day: NaiveDate, now: i64) -> Result<()> {
    if day > day_of(now) { Err(Error::Refused(Rule::DayInFuture)) } else { Ok(()) }
}
