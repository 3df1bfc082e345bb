//! What a record holds, whom it is linked with, and what of that stands in the way of another type.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Party, SubscriptionId};
use crate::clients::{ClientNumber, ContactType};
use crate::contact_rules::Rule;

/// What stands in the way of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum HeldThing {
    /// A subscription that goes to them.
    Received,
    /// A subscription that they pay for.
    Paid,
    /// An invoice to them.
    Invoice,
    /// Something delivered or handed over to them beside any subscription.
    Delivery,
    /// A subscription whose digital part they use.
    Used,
    /// Somebody whom they brought.
    Sponsored,
}

/// One thing that stands in the way of a type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Obstacle {
    /// The rule that says no.
    pub rule: Rule,
    /// What they hold.
    pub thing: HeldThing,
    /// Its identity: the subscription's, the invoice's, the delivery's, or the sponsorship's.
    #[ts(type = "number")]
    pub id: i64,
    /// What it is called: the offer, « F-2026-0001 », what was delivered, or who was brought.
    pub name: String,
    /// The other one it has to do with: who pays, who receives.
    pub other: Option<Party>,
    /// Since when.
    #[ts(type = "string")]
    pub from: NaiveDate,
    /// Until when, for a subscription.
    #[ts(type = "string | null")]
    pub until: Option<NaiveDate>,
    /// Whether it can be taken away; what was subscribed to, invoiced, handed over or rewarded stays for good.
    pub removable: bool,
}

/// What another type would meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TypeChangePreview {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// The type that they have.
    pub from: ContactType,
    /// The type that they would have.
    pub to: ContactType,
    /// The first of what stands in the way, at most 50; none, and it may be changed.
    pub obstacles: Vec<Obstacle>,
    /// How many there are.
    #[ts(type = "number")]
    pub count: i64,
}

/// What links two records, seen from the one that is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// They pay for the other one's subscription.
    PaysFor,
    /// The other one pays for theirs.
    PaidBy,
    /// They brought the other one: « filleul ».
    Sponsored,
    /// The other one brought them: « parrain ».
    Sponsor,
    /// The other one uses the digital part of theirs: « bénéficiaire ».
    Beneficiary,
    /// They use the digital part of the other one's: « abonné ».
    Subscriber,
}

/// One link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Link {
    /// What links them.
    pub kind: LinkKind,
    /// The other one.
    pub other: Party,
    /// For what: the offer, or the reward given, or empty.
    pub what: String,
    /// The newest subscription that it is about, if it is about one.
    #[ts(type = "number | null")]
    pub subscription: Option<SubscriptionId>,
    /// Since when.
    #[ts(type = "string")]
    pub since: NaiveDate,
}
