//! What a subscription would be, before it is made.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Party, SubscriptionId, Tariff};
use crate::contact_rules::Rule;

/// What a subscription would be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SubscriptionPreview {
    /// To whom it would go.
    pub recipient: Party,
    /// What the offer is called.
    pub offer_name: String,
    /// The tariff of the first day, if there is one.
    pub tariff: Option<Tariff>,
    /// How many copies.
    #[ts(type = "number")]
    pub copies: i64,
    /// The first day.
    #[ts(type = "string")]
    pub starts_on: NaiveDate,
    /// The last day, if there is a tariff.
    #[ts(type = "string | null")]
    pub ends_on: Option<NaiveDate>,
    /// For one copy, in cents.
    #[ts(type = "number")]
    pub price: i64,
    /// In all, in cents.
    #[ts(type = "number")]
    pub total: i64,
    /// Who would pay; `null` for a free tariff, or where nobody is known who may.
    pub payer: Option<Party>,
    /// Who is known to pay for them, the proposed one first. Anybody else whose type pays may be chosen too.
    pub payers: Vec<Party>,
    /// Where the first issue would go, one line a line; empty where nothing is delivered.
    pub address: Vec<String>,
    /// Why it would be refused, if it would.
    pub refused: Option<Rule>,
    /// A subscription to the same offer that they have on the first day.
    #[ts(type = "number | null")]
    pub running: Option<SubscriptionId>,
}
