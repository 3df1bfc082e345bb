//! Money that came in, or went back.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::InvoiceId;
use crate::clients::ClientNumber;
use crate::money::Cents;

/// The identity of a payment in the file.
pub type PaymentId = i64;

/// « Mode de règlement ».
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum PaymentMode {
    /// « Carte ».
    Card,
    /// « Chèque ».
    Cheque,
    /// « Espèces ».
    Cash,
    /// « Virement ».
    Transfer,
    /// « Prélèvement ».
    DirectDebit,
    /// « Bon d’achat ».
    Voucher,
    /// « Remboursement »: it went back.
    Refund,
}

impl PaymentMode {
    /// All of them, in the order in which they are offered.
    pub const ALL: [PaymentMode; 7] = [
        PaymentMode::Card,
        PaymentMode::Cheque,
        PaymentMode::Cash,
        PaymentMode::Transfer,
        PaymentMode::DirectDebit,
        PaymentMode::Voucher,
        PaymentMode::Refund,
    ];

    /// The code in the file.
    pub const fn code(self) -> &'static str {
        match self {
            PaymentMode::Card => "card",
            PaymentMode::Cheque => "cheque",
            PaymentMode::Cash => "cash",
            PaymentMode::Transfer => "transfer",
            PaymentMode::DirectDebit => "direct_debit",
            PaymentMode::Voucher => "voucher",
            PaymentMode::Refund => "refund",
        }
    }

    /// The mode with this code, if there is one.
    pub fn from_code(code: &str) -> Option<PaymentMode> {
        Self::ALL.into_iter().find(|mode| mode.code() == code)
    }
}

/// A payment to be recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct NewPayment {
    /// Who pays. An invoice is paid under the number that it tells, also if that record was deleted.
    #[ts(type = "number")]
    pub payer: ClientNumber,
    /// For which of their invoices; `null`: for none, it stands to their credit.
    #[ts(type = "number | null")]
    pub invoice: Option<InvoiceId>,
    /// When, YYYY-MM-DD, not after today.
    #[ts(type = "string")]
    pub paid_on: NaiveDate,
    /// How.
    pub mode: PaymentMode,
    /// Cents, above zero, also for a refund. What is more than is due stands to their credit; without an invoice, no more goes back than that.
    #[ts(type = "number")]
    pub amount: Cents,
    /// At most 200 characters; may be empty. Not kept for a record that was deleted.
    pub note: String,
}

/// A payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Payment {
    /// Its identity.
    #[ts(type = "number")]
    pub id: PaymentId,
    /// Who paid; another number than then if the record went into another one.
    #[ts(type = "number")]
    pub payer: ClientNumber,
    /// For which invoice.
    #[ts(type = "number | null")]
    pub invoice: Option<InvoiceId>,
    /// When, YYYY-MM-DD.
    #[ts(type = "string")]
    pub paid_on: NaiveDate,
    /// How.
    pub mode: PaymentMode,
    /// Cents; below zero where it went back.
    #[ts(type = "number")]
    pub amount: Cents,
    /// What was noted.
    pub note: String,
    /// The payment that it takes back.
    #[ts(type = "number | null")]
    pub reverses: Option<PaymentId>,
    /// The payment that takes it back.
    #[ts(type = "number | null")]
    pub reversed_by: Option<PaymentId>,
    /// Who recorded it.
    pub operator: String,
}

/// A payment by its identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct PaymentIdRequest {
    /// Which.
    #[ts(type = "number")]
    pub id: PaymentId,
}

/// Where a payer stands, over all that they were ever invoiced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Balance {
    /// How many invoices, credit notes not among them.
    #[ts(type = "number")]
    pub invoices: i64,
    /// What they were invoiced, credit notes taken off, cents.
    #[ts(type = "number")]
    pub invoiced: Cents,
    /// What they paid, what went back taken off, cents.
    #[ts(type = "number")]
    pub paid: Cents,
    /// « Solde dû », cents; below zero: it stands to their credit.
    #[ts(type = "number")]
    pub due: Cents,
}
