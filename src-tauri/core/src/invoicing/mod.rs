//! Invoices, credit notes and payments.
//!
//! An invoice goes to whoever pays and to nobody whose type is never invoiced ([`crate::contact_rules`]). It is numbered without gaps
//! within its year and never changed, its addressee included; a credit note corrects it, a further payment takes a payment back.
//! What its state is follows from what was paid and corrected. Rounding is told in [`crate::money`].
//! (CGI ann. II art. 242 nonies A; kept ten years, C. com. art. L.123-22.)

mod paper;
mod payment;

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use paper::InvoicePaper;
pub use payment::{Balance, NewPayment, Payment, PaymentId, PaymentIdRequest, PaymentMode};

use crate::clients::ClientNumber;
use crate::money::Cents;

/// The identity of an invoice or a credit note in the file.
pub type InvoiceId = i64;

/// What an invoice is to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewInvoice {
    pub(crate) payer: ClientNumber,
    pub(crate) issued_on: NaiveDate,
    /// At least one.
    pub(crate) lines: Vec<NewInvoiceLine>,
}

/// One thing that is invoiced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewInvoiceLine {
    pub(crate) subscription: Option<i64>,
    /// What it is, in words of this day.
    pub(crate) label: String,
    /// At least 1.
    pub(crate) quantity: i64,
    /// For one, tax included; not below zero.
    pub(crate) unit_price: Cents,
    /// Hundredths of a per cent.
    pub(crate) vat: i64,
}

/// An invoice that was just issued; whoever asked for it says so in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct IssuedInvoice {
    pub(crate) id: InvoiceId,
    pub(crate) number: InvoiceNumber,
    /// Tax included; a credit note's is below zero.
    pub(crate) total: Cents,
}

/// How much of an invoice a credit note takes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Credited {
    /// All that is left of it.
    Whole,
    /// So much, tax included; above zero.
    Amount(Cents),
}

/// Whether money is asked for or given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum InvoiceKind {
    /// « Facture ».
    Invoice,
    /// « Avoir ».
    Credit,
}

impl InvoiceKind {
    /// The code in the file.
    pub const fn code(self) -> &'static str {
        match self {
            InvoiceKind::Invoice => "invoice",
            InvoiceKind::Credit => "credit",
        }
    }

    /// The kind with this code, if there is one.
    pub fn from_code(code: &str) -> Option<InvoiceKind> {
        [InvoiceKind::Invoice, InvoiceKind::Credit].into_iter().find(|kind| kind.code() == code)
    }
}

/// « F-2026-0001 », « A-2026-0001 ».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvoiceNumber {
    /// Which of the two series.
    pub kind: InvoiceKind,
    /// The year of issue; each has its own series.
    pub year: i32,
    /// From 1, without gaps.
    pub sequence: i64,
}

impl fmt::Display for InvoiceNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = match self.kind {
            InvoiceKind::Invoice => 'F',
            InvoiceKind::Credit => 'A',
        };
        write!(f, "{letter}-{}-{:04}", self.year, self.sequence)
    }
}

impl InvoiceNumber {
    /// The number as somebody types it, if it is one: « f-2026-1 » too.
    pub fn parse(typed: &str) -> Option<InvoiceNumber> {
        let mut parts = typed.trim().split('-');
        let kind = match parts.next()?.trim() {
            "F" | "f" => InvoiceKind::Invoice,
            "A" | "a" => InvoiceKind::Credit,
            _ => return None,
        };
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let year = parts.next().filter(|part| part.len() == 4 && digits(part))?.parse().ok()?;
        let sequence = parts.next().filter(|part| digits(part))?.parse().ok().filter(|sequence| *sequence > 0)?;
        if parts.next().is_some() { None } else { Some(InvoiceNumber { kind, year, sequence }) }
    }
}

/// Where an invoice stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum InvoiceState {
    /// « À régler »: nothing was paid.
    Due,
    /// « En partie ».
    PartlyPaid,
    /// « Payée ».
    Paid,
    /// « Annulée »: credit notes took all of it back.
    Credited,
    /// « Avoir »: it is a credit note itself.
    Credit,
}

impl InvoiceState {
    /// What follows from what was paid of it and taken back.
    pub(crate) const fn of(kind: InvoiceKind, total: Cents, paid: Cents, credited: Cents) -> InvoiceState {
        match kind {
            InvoiceKind::Credit => InvoiceState::Credit,
            InvoiceKind::Invoice if total > 0 && credited >= total => InvoiceState::Credited,
            InvoiceKind::Invoice if total - paid - credited <= 0 => InvoiceState::Paid,
            InvoiceKind::Invoice if paid > 0 => InvoiceState::PartlyPaid,
            InvoiceKind::Invoice => InvoiceState::Due,
        }
    }
}

/// An invoice or a credit note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Invoice {
    /// Its identity.
    #[ts(type = "number")]
    pub id: InvoiceId,
    /// Which of the two.
    pub kind: InvoiceKind,
    /// « F-2026-0001 ».
    pub number: String,
    /// Who was invoiced; another number than then if the record went into another one.
    #[ts(type = "number")]
    pub payer: ClientNumber,
    /// The day of issue, YYYY-MM-DD.
    #[ts(type = "string")]
    pub issued_on: NaiveDate,
    /// The invoice that a credit note corrects.
    #[ts(type = "number | null")]
    pub corrects: Option<InvoiceId>,
    /// Its number.
    pub corrects_number: Option<String>,
    /// The name and address of that day, one line a line.
    pub addressee: String,
    /// What was invoiced.
    pub lines: Vec<InvoiceLine>,
    /// The tax, a rate each.
    pub vat: Vec<VatLine>,
    /// Tax included, cents; a credit note's is below zero.
    #[ts(type = "number")]
    pub total: Cents,
    /// Cents.
    #[ts(type = "number")]
    pub vat_total: Cents,
    /// What was paid of it, cents.
    #[ts(type = "number")]
    pub paid: Cents,
    /// What credit notes took back of it, cents.
    #[ts(type = "number")]
    pub credited: Cents,
    /// What is still to be paid, cents; below zero if more was paid.
    #[ts(type = "number")]
    pub due: Cents,
    /// Where it stands.
    pub state: InvoiceState,
    /// Who issued it.
    pub operator: String,
}

/// One line of an invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct InvoiceLine {
    /// The subscription that it is for.
    #[ts(type = "number | null")]
    pub subscription: Option<i64>,
    /// What it is, in words of that day.
    pub label: String,
    /// How many.
    #[ts(type = "number")]
    pub quantity: i64,
    /// For one, tax included, cents.
    #[ts(type = "number")]
    pub unit_price: Cents,
    /// Hundredths of a per cent.
    #[ts(type = "number")]
    pub vat: i64,
    /// Tax included, cents.
    #[ts(type = "number")]
    pub total: Cents,
}

/// The tax of an invoice at one rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct VatLine {
    /// Hundredths of a per cent.
    #[ts(type = "number")]
    pub rate: i64,
    /// What stands at this rate, tax included, cents.
    #[ts(type = "number")]
    pub total: Cents,
    /// The tax in it, cents.
    #[ts(type = "number")]
    pub tax: Cents,
}

/// A credit note that is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CreditRequest {
    /// The invoice.
    #[ts(type = "number")]
    pub id: InvoiceId,
    /// How much of it, cents, tax included; `null`: all that is left.
    #[ts(type = "number | null")]
    pub amount: Option<Cents>,
    /// Why; stands on the credit note.
    pub reason: String,
}

/// Invoices that should have been paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct InvoicesDueRequest {
    /// Issued at least so many days ago.
    pub older_than_days: u32,
    /// What the page before gave as `next`; `null` for the oldest.
    #[ts(type = "number | null")]
    pub after: Option<InvoiceId>,
    /// At most so many, 1 to 200.
    pub limit: u32,
}

/// Some of the invoices that should have been paid, the oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct InvoicesDue {
    /// The oldest first.
    pub invoices: Vec<InvoiceDue>,
    /// What to ask for next, if there are more.
    #[ts(type = "number | null")]
    pub next: Option<InvoiceId>,
}

/// An invoice that should have been paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct InvoiceDue {
    /// Its identity.
    #[ts(type = "number")]
    pub id: InvoiceId,
    /// « F-2026-0001 ».
    pub number: String,
    /// Who is to pay.
    #[ts(type = "number")]
    pub payer: ClientNumber,
    /// Their name; of a record that was deleted, that on the invoice.
    pub payer_name: String,
    /// Whether that record is there no more.
    pub payer_removed: bool,
    /// The day of issue, YYYY-MM-DD.
    #[ts(type = "string")]
    pub issued_on: NaiveDate,
    /// Tax included, cents.
    #[ts(type = "number")]
    pub total: Cents,
    /// What is still to be paid, cents.
    #[ts(type = "number")]
    pub due: Cents,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_it_is_written() {
        let number = InvoiceNumber { kind: InvoiceKind::Invoice, year: 2026, sequence: 1 };
        assert_eq!(number.to_string(), "F-2026-0001");
        assert_eq!(InvoiceNumber::parse(" f-2026-1 "), Some(number));
        assert_eq!(InvoiceNumber::parse("A-2026-12345").unwrap().to_string(), "A-2026-12345");
        for typed in ["F-26-1", "F-2026-", "F-2026-0", "F-2026-1-2", "G-2026-1", "2026-1", "F-2026-+1", ""] {
            assert_eq!(InvoiceNumber::parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn the_state_follows_from_what_was_paid_and_taken_back() {
        use InvoiceState as S;
        let state = |total, paid, credited| InvoiceState::of(InvoiceKind::Invoice, total, paid, credited);
        assert_eq!([state(100, 0, 0), state(100, 40, 0), state(100, 60, 40)], [S::Due, S::PartlyPaid, S::Paid]);
        assert_eq!([state(100, 120, 0), state(100, 0, 100), state(100, 0, 40)], [S::Paid, S::Credited, S::Due]);
        assert_eq!([state(0, 0, 0), InvoiceState::of(InvoiceKind::Credit, -100, 0, 0)], [S::Paid, S::Credit]);
    }
}
