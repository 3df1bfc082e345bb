//! A subscription as the file keeps it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Medium, OfferId, Tariff};
use crate::clients::{ClientNumber, ContactType};

/// The identity of a subscription, printed on its invoices.
pub type SubscriptionId = i64;
/// The identity of a suspension.
pub type SuspensionId = i64;

/// Whoever has to do with a subscription. The record is the one that a number leads to today, after merges.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Party {
    /// The client's number.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// « DUPONT Laura », the company, or the e-mail; empty for a record that was deleted.
    pub name: String,
    /// What they are to the shop.
    pub r#type: ContactType,
}

/// How a subscription stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum SubscriptionState {
    /// « En cours ».
    Running,
    /// « À venir ».
    Upcoming,
    /// « Suspendu ».
    Suspended,
    /// « Échu ».
    Ended,
    /// « Résilié »: from the moment on which it was said, whatever day it ends.
    Terminated,
}

impl SubscriptionState {
    /// How a subscription of these days stands on a day.
    pub fn of(
        day: NaiveDate,
        starts_on: NaiveDate,
        ends_on: NaiveDate,
        terminated_on: Option<NaiveDate>,
        suspended: bool,
    ) -> SubscriptionState {
        match () {
            () if terminated_on.is_some() => SubscriptionState::Terminated,
            () if day < starts_on => SubscriptionState::Upcoming,
            () if day > ends_on => SubscriptionState::Ended,
            () if suspended => SubscriptionState::Suspended,
            () => SubscriptionState::Running,
        }
    }
}

/// Days on which nothing is delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Suspension {
    /// Its identity.
    #[ts(type = "number")]
    pub id: SuspensionId,
    /// The first day.
    #[ts(type = "string")]
    pub from: NaiveDate,
    /// The last day.
    #[ts(type = "string")]
    pub until: NaiveDate,
}

impl Suspension {
    /// Whether a day is one of them.
    pub fn holds(&self, day: NaiveDate) -> bool {
        (self.from..=self.until).contains(&day)
    }
}

/// « Bénéficiaire » of a subscription.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Beneficiary {
    /// Who.
    pub client: Party,
    /// By which address they use it.
    pub email: String,
    /// Since when.
    #[ts(type = "string")]
    pub since: NaiveDate,
}

/// A subscription.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Subscription {
    /// Its number.
    #[ts(type = "number")]
    pub id: SubscriptionId,
    /// To whom it goes.
    pub recipient: Party,
    /// Who pays; `null` for a free one.
    pub payer: Option<Party>,
    /// Of what.
    #[ts(type = "number")]
    pub offer: OfferId,
    /// What that is called today.
    pub offer_name: String,
    /// How it is read.
    pub medium: Medium,
    /// The version of the tariff that it was sold at.
    pub tariff: Tariff,
    /// How many copies.
    #[ts(type = "number")]
    pub copies: i64,
    /// The first day.
    #[ts(type = "string")]
    pub starts_on: NaiveDate,
    /// The last day, suspensions included.
    #[ts(type = "string")]
    pub ends_on: NaiveDate,
    /// How it stands today.
    pub state: SubscriptionState,
    /// The one that it goes on from.
    #[ts(type = "number | null")]
    pub renews: Option<SubscriptionId>,
    /// The one that goes on from it.
    #[ts(type = "number | null")]
    pub renewed_by: Option<SubscriptionId>,
    /// « Résiliation »: the last day on which it was served.
    #[ts(type = "string | null")]
    pub terminated_on: Option<NaiveDate>,
    /// Why, or empty.
    pub reason: String,
    /// The days on which nothing is delivered, the first first.
    pub suspensions: Vec<Suspension>,
    /// Who uses its digital part.
    pub beneficiaries: Vec<Beneficiary>,
    /// How many may.
    pub places: u32,
}

impl Subscription {
    /// What it cost for one term, in cents.
    pub const fn total(&self) -> i64 {
        self.tariff.price * self.copies
    }
}
