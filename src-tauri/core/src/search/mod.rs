//! Finding a client from a few keystrokes.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::clients::{ClientNumber, ClientRow, ContactType};
use crate::invoicing::InvoiceId;
use crate::money::Cents;
use crate::subscriptions::SubscriptionId;

/// Counting stops here: « more than a thousand » is all a person can use, and counting on would cost the keystroke.
pub const COUNTED: u32 = 1000;

/// What to look for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SearchRequest {
    /// As typed: names, company, town, postcode, digits of a telephone, e-mail, client number, in any order;
    /// or the number of an invoice or of a subscription.
    pub text: String,
    /// « Afficher les inactifs ».
    pub include_inactive: bool,
    /// Who else is left out, of the lines as of every count.
    pub filter: SearchFilter,
    /// How many lines to return, 1 to 200.
    pub limit: u32,
}

impl SearchRequest {
    /// A search that nothing else narrows.
    pub fn of(text: impl Into<String>, include_inactive: bool, limit: u32) -> SearchRequest {
        SearchRequest { text: text.into(), include_inactive, filter: SearchFilter::default(), limit }
    }
}

/// What a client must be beside what is typed. As it is made, it leaves nobody out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SearchFilter {
    /// Of this type only.
    pub r#type: Option<ContactType>,
    /// Of this town only, compared folded; empty for all.
    pub town: String,
}

/// Among which towns a search can be narrowed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SearchTownsRequest {
    /// The search whose answer is to be narrowed. Its own town is passed over.
    pub search: SearchRequest,
    /// What the towns begin with, as typed; empty for all.
    pub beginning: String,
}

/// The towns, the most frequent first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SearchTowns {
    /// Each once, as one of its clients writes it.
    pub towns: Vec<String>,
    /// Whether there are more.
    pub more: bool,
}

/// What was found, the best first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SearchResults {
    /// How many clients match, or [`COUNTED`] when more do.
    pub total: u32,
    /// Whether `total` is all of them.
    pub total_exact: bool,
    /// How many inactive clients match and are hidden, or [`COUNTED`] when more are.
    pub hidden_inactive: u32,
    /// Whether `hidden_inactive` is all of them.
    pub hidden_exact: bool,
    /// When nothing matched: the names that were looked for instead.
    pub near: Vec<String>,
    /// The subscription whose number was typed, if there is one.
    pub subscription: Option<FoundSubscription>,
    /// The invoice or credit note whose number was typed, if there is one.
    pub invoice: Option<FoundInvoice>,
    /// The client with this number, those of the subscription with it, names that begin with the text, other matches; within each,
    /// those opened last, then by name.
    pub clients: Vec<ClientRow>,
}

/// An invoice or credit note whose number was typed. It is kept for ten years (C. com. art. L.123-22), also where the record of whoever it was
/// issued to is deleted and the search finds nobody by it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct FoundInvoice {
    /// Its identity.
    #[ts(type = "number")]
    pub id: InvoiceId,
    /// « F-2026-0012 ».
    pub number: String,
    /// The day on which it was issued.
    #[ts(type = "string")]
    pub issued_on: NaiveDate,
    /// In cents, tax included; negative for a credit note.
    #[ts(type = "number")]
    pub total: Cents,
    /// The record of whoever it was made out to is deleted.
    pub payer_removed: bool,
}

/// A subscription whose number was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct FoundSubscription {
    /// Its number.
    #[ts(type = "number")]
    pub id: SubscriptionId,
    /// Who receives it, then who pays for it, under the numbers of their records today.
    #[ts(type = "number[]")]
    pub clients: Vec<ClientNumber>,
}
