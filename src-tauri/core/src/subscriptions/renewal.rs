//! Who is to be asked whether they go on.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{OfferId, Party, SubscriptionId};
use crate::contact_rules::Rule;

/// A place in the list of renewals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
pub struct RenewalKey {
    /// The last day of the subscription.
    #[ts(type = "string")]
    pub ends_on: NaiveDate,
    /// The subscription.
    #[ts(type = "number")]
    pub id: SubscriptionId,
}

/// Which subscriptions end, and were neither terminated nor renewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RenewalsRequest {
    /// From this day on; `null` for today.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub from: Option<NaiveDate>,
    /// Up to this day.
    #[ts(type = "string")]
    pub until: NaiveDate,
    /// Those behind this one; `null` for the first.
    #[serde(default)]
    pub after: Option<RenewalKey>,
    /// At most so many, up to 200.
    pub limit: u32,
}

/// A subscription that ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RenewalLine {
    /// Which.
    #[ts(type = "number")]
    pub id: SubscriptionId,
    /// To whom it goes.
    pub recipient: Party,
    /// Who pays; `null` for a free one.
    pub payer: Option<Party>,
    /// Of what.
    #[ts(type = "number")]
    pub offer: OfferId,
    /// What that is called.
    pub offer_name: String,
    /// How many copies.
    #[ts(type = "number")]
    pub copies: i64,
    /// The last day.
    #[ts(type = "string")]
    pub ends_on: NaiveDate,
    /// What a further term would cost in all, in cents, at the tariff of the day it begins.
    #[ts(type = "number | null")]
    pub total: Option<i64>,
    /// Why it would be refused, if it would.
    pub refused: Option<Rule>,
}

/// Some of them, in the order of their ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RenewalPage {
    /// The lines.
    pub lines: Vec<RenewalLine>,
    /// What to ask for next, if there are more.
    pub next: Option<RenewalKey>,
}
