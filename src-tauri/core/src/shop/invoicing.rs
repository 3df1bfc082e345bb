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

    /// Records a payment; with the mode `Refund`, money that goes back. An invoice is paid by whoever was invoiced, also where their record was
    /// deleted since: then without the note, which would say something of them again.
    ///
    /// # Errors
    /// `ClientNotFound` and the like, without an invoice; `InvoiceNotFound` for one of somebody else, or a credit note; `AmountUnfit`;
    /// `NameTooLong`; `Refused`: `DayInFuture`, `NothingToRefund` for more than was paid of the invoice, or than lies on account free of
    /// invoices, and if nobody was invoiced and the payer's type never is.
    pub fn record_payment(&mut self, new: &NewPayment) -> Result<Outcome<Payment>> {
        let new = NewPayment { note: text(&new.note, NOTE_MAX)?, ..new.clone() };
        if !(1..=AMOUNT_MAX).contains(&new.amount) {
            return Err(Error::AmountUnfit);
        }
        let (refund, now) = (new.mode == PaymentMode::Refund, self.now());
        not_after(new.paid_on, now)?;
        self.transact(Operation::RecordPayment, |tx| {
            let rows = tx.rows();
            let mut new = new;
            if let Some(id) = new.invoice {
                let invoice = rows.invoice(id)?;
                let living = rows.living(new.payer);
                let is_removed = living.is_err();
                if living.unwrap_or(new.payer) != invoice.payer || invoice.kind == InvoiceKind::Credit {
                    return Err(Error::InvoiceNotFound);
                }
                if refund && new.amount > invoice.paid {
                    return Err(Error::Refused(Rule::NothingToRefund));
                }
                new.payer = invoice.payer;
                if is_removed {
                    new.note.clear();
                }
            } else {
                let payer = rows.client(new.payer)?;
                if !refund {
                    payer.client.r#type.may_pay().map_err(Error::Refused)?;
                }
            }
            let id = if refund {
                // What was given back without naming an invoice is not given back once more.
                pay_back(tx, &new, None, Rule::NothingToRefund)?
            } else {
                tx.insert_payment(&new, new.amount, None)?
            };
            let payment = rows.payment(id)?;
            journal(tx, new.payer, said(rows, &payment)?)?;
            Ok(payment)
        })
    }

    /// « Suppression »: takes a payment back, by another one of today.
    ///
    /// # Errors
    /// `PaymentNotFound`; `Refused`: `AlreadyReversed`, also for one that takes another one back itself; `PaymentGivenBack` if more would have
    /// been given back than ever came in.
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
            let reversing = if before.amount > 0 {
                pay_back(tx, &new, Some(id), Rule::PaymentGivenBack)?
            } else {
                tx.insert_payment(&new, -before.amount, Some(id))?
            };
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

/// Records that an amount went back, unless it was not there: afterwards no more may be gone than lay on account free of invoices.
///
/// # Errors
/// `Refused` by this rule.
fn pay_back(tx: &Tx<'_>, new: &NewPayment, reverses: Option<PaymentId>, rule: Rule) -> Result<PaymentId> {
    let rows = tx.rows();
    let before = rows.free_of_invoices(new.payer)?;
    let id = tx.insert_payment(new, -new.amount, reverses)?;
    // An account that was overdrawn already may be left as it is.
    if rows.free_of_invoices(new.payer)? < before.min(0) { Err(Error::Refused(rule)) } else { Ok(id) }
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
