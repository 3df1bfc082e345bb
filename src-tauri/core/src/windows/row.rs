//! The rows of the five windows.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::contact_rules::Rule;
use crate::deliveries::{DeliveryId, DeliveryState, SponsorshipId};
use crate::invoicing::{InvoiceId, InvoiceKind, InvoiceState, PaymentId, PaymentMode};
use crate::money::Cents;
use crate::subscriptions::{Party, SubscriptionId, SubscriptionState};

/// A row of « Abonnements ».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct SubscriptionRow {
    /// The subscription.
    #[ts(type = "number")]
    pub id: SubscriptionId,
    /// « Formule ».
    pub offer_name: String,
    /// YYYY-MM-DD.
    #[ts(type = "string")]
    pub starts_on: NaiveDate,
    /// The last day, YYYY-MM-DD.
    #[ts(type = "string")]
    pub ends_on: NaiveDate,
    /// How it stands today.
    pub state: SubscriptionState,
    /// How many copies.
    #[ts(type = "number")]
    pub copies: i64,
    /// Who receives it, if it is somebody else.
    pub recipient: Option<Party>,
    /// Who pays for it, if it is somebody else.
    pub payer: Option<Party>,
}

/// A row of « Factures ».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct InvoiceRow {
    /// The invoice or credit note.
    #[ts(type = "number")]
    pub id: InvoiceId,
    /// Which of the two.
    pub kind: InvoiceKind,
    /// « F-2026-0001 ».
    pub number: String,
    /// YYYY-MM-DD.
    #[ts(type = "string")]
    pub issued_on: NaiveDate,
    /// Tax included, cents; a credit note's is below zero.
    #[ts(type = "number")]
    pub total: Cents,
    /// What is still to be paid, cents; below zero if more was paid.
    #[ts(type = "number")]
    pub due: Cents,
    /// Where it stands.
    pub state: InvoiceState,
}

/// A row of « Règlements ».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct PaymentRow {
    /// The payment.
    #[ts(type = "number")]
    pub id: PaymentId,
    /// YYYY-MM-DD.
    #[ts(type = "string")]
    pub paid_on: NaiveDate,
    /// How.
    pub mode: PaymentMode,
    /// For which invoice.
    #[ts(type = "number | null")]
    pub invoice: Option<InvoiceId>,
    /// « F-2026-0001 », or empty.
    pub invoice_number: String,
    /// Cents; below zero where it went back.
    #[ts(type = "number")]
    pub amount: Cents,
    /// What was noted.
    pub note: String,
    /// Whether it takes another one back.
    pub reverses: bool,
    /// Whether it was taken back.
    pub reversed: bool,
}

/// A row of « Livraisons ».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct DeliveryRow {
    /// The delivery.
    #[ts(type = "number")]
    pub id: DeliveryId,
    /// The subscription that it is for.
    #[ts(type = "number | null")]
    pub subscription: Option<SubscriptionId>,
    /// YYYY-MM-DD.
    #[ts(type = "string")]
    pub due_on: NaiveDate,
    /// « N° 12 », or what was handed over.
    pub content: String,
    /// How many.
    #[ts(type = "number")]
    pub copies: i64,
    /// What became of it.
    pub state: DeliveryState,
    /// Where it went; for a planned one, where it would go. Empty if it was handed over.
    pub town: String,
    /// How it was handed over, or what else was noted.
    pub note: String,
}

/// What the other one of a sponsorship is to this record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum SponsorshipRole {
    /// « Parrain »: they brought this one.
    Sponsor,
    /// « Filleul »: this one brought them.
    Sponsored,
}

/// A row of « Parrainages ».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct SponsorshipRow {
    /// The sponsorship.
    #[ts(type = "number")]
    pub id: SponsorshipId,
    /// What the other one is.
    pub role: SponsorshipRole,
    /// The other one.
    pub other: Party,
    /// YYYY-MM-DD.
    #[ts(type = "string")]
    pub on_day: NaiveDate,
    /// What the sponsor got, or empty.
    pub reward: String,
    /// When they got it, YYYY-MM-DD.
    #[ts(type = "string | null")]
    pub rewarded_on: Option<NaiveDate>,
    /// Whether the one who was brought has subscribed to something that costs, so that a reward may be given.
    pub may_reward: bool,
}

/// A row of whichever window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WindowRow {
    /// Of « Abonnements ».
    Subscription(SubscriptionRow),
    /// Of « Factures ».
    Invoice(InvoiceRow),
    /// Of « Règlements ».
    Payment(PaymentRow),
    /// Of « Livraisons ».
    Delivery(DeliveryRow),
    /// Of « Parrainages ».
    Sponsorship(SponsorshipRow),
}

/// Some rows of a window, and what is to be known about the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WindowRows {
    /// In the order asked for.
    pub rows: Vec<WindowRow>,
    /// How many there are in all.
    pub total: i64,
    /// What to ask for next, if there are more.
    pub next: Option<i64>,
    /// See [`Window::barred_to`].
    pub barred: Option<Rule>,
}

macro_rules! pages {
    ($($(#[$doc:meta])* $page:ident of $row:ident by $kind:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
        pub struct $page {
            /// In the order asked for.
            pub rows: Vec<$row>,
            /// How many there are in all.
            #[ts(type = "number")]
            pub total: i64,
            /// What to ask for next, if there are more.
            #[ts(type = "number | null")]
            pub next: Option<i64>,
            /// The rule by which no row is added to somebody of this type of contact.
            pub barred: Option<Rule>,
        }

        impl From<WindowRows> for $page {
            fn from(WindowRows { rows, total, next, barred }: WindowRows) -> $page {
                let own = |row| if let WindowRow::$kind(row) = row { Some(row) } else { None };
                $page { rows: rows.into_iter().filter_map(own).collect(), total, next, barred }
            }
        }
    )*};
}

pages! {
    /// A page of « Abonnements ».
    SubscriptionsPage of SubscriptionRow by Subscription;
    /// A page of « Factures ».
    InvoicesPage of InvoiceRow by Invoice;
    /// A page of « Règlements ».
    PaymentsPage of PaymentRow by Payment;
    /// A page of « Livraisons ».
    DeliveriesPage of DeliveryRow by Delivery;
    /// A page of « Parrainages ».
    SponsorshipsPage of SponsorshipRow by Sponsorship;
}
