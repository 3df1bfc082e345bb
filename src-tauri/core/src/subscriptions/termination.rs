//! « Résiliation »: the end before the end, and what is given back.
//!
//! What goes on from a subscription that ends goes with it: a renewal that was written already would otherwise be delivered, and asked for, to
//! somebody who has left. Nothing of it was served, so that all of what it was invoiced is given back.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Subscription, SubscriptionId, Tariff};
use crate::contact_rules::Rule;

/// A termination to be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Termination {
    /// Which subscription.
    #[ts(type = "number")]
    pub id: SubscriptionId,
    /// The last day on which it is served; `null` for today.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub on: Option<NaiveDate>,
}

/// A termination to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TerminationRequest {
    /// Which subscription, and when.
    #[serde(flatten)]
    pub termination: Termination,
    /// Why, at most 200 characters, or empty.
    #[serde(default)]
    pub reason: String,
    /// Whether what was not delivered is given back. What renewals were invoiced always is.
    #[serde(default)]
    pub refund: bool,
}

/// What a termination would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TerminationPreview {
    /// The subscription, as it is.
    pub subscription: Subscription,
    /// The last day on which it would be served.
    #[ts(type = "string")]
    pub on: NaiveDate,
    /// How many issues (or months, where nothing is delivered) will not be served.
    #[ts(type = "number")]
    pub left: i64,
    /// Of how many.
    #[ts(type = "number")]
    pub of: i64,
    /// Whether those are issues rather than months.
    pub issues: bool,
    /// What was invoiced for it and not credited yet, in cents.
    #[ts(type = "number")]
    pub invoiced: i64,
    /// What would be given back, in cents, by a credit note; 0 where nothing is.
    #[ts(type = "number")]
    pub refund: i64,
    /// What goes on from it and ends with it, the next one first.
    pub renewals: Vec<RenewalEnd>,
    /// Why it would be refused, if it would.
    pub refused: Option<Rule>,
}

/// What becomes of a renewal that ends before it begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RenewalEnd {
    /// The renewal, as it is.
    pub subscription: Subscription,
    /// How many deliveries are cancelled.
    #[ts(type = "number")]
    pub deliveries: i64,
    /// What is given back by a credit note, in cents: all that was invoiced for it and not credited yet.
    #[ts(type = "number")]
    pub refund: i64,
}

/// What a termination did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TerminationDone {
    /// The subscription, as it is now.
    pub subscription: Subscription,
    /// The number of the credit note, « A-2026-0001 », if one was written.
    pub credit_note: Option<String>,
    /// What is given back by it, in cents.
    #[ts(type = "number")]
    pub refund: i64,
    /// The renewals that ended with it, the next one first.
    pub renewals: Vec<RenewalEnded>,
}

/// What became of a renewal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RenewalEnded {
    /// The renewal, as it is now.
    pub subscription: Subscription,
    /// The number of its credit note, if one was written.
    pub credit_note: Option<String>,
    /// What is given back by it, in cents.
    #[ts(type = "number")]
    pub refund: i64,
}

impl Tariff {
    /// What is given back of `invoiced` (cents) where `left` of `of` were not served: the share, rounded up to the cent, which is in the
    /// client's favour, and never more than was invoiced.
    pub(crate) fn share(invoiced: i64, left: i64, of: i64) -> i64 {
        if of <= 0 || invoiced <= 0 {
            return 0;
        }
        let left = left.clamp(0, of);
        // At most 10^9 cents (the most that an invoice says) × 10^3 issues: within an i64.
        ((invoiced * left + of - 1) / of).min(invoiced)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_share_is_rounded_for_the_client() {
        assert_eq!(Tariff::share(4900, 5, 12), 2042, "2041.67 cents");
        assert_eq!((Tariff::share(4900, 12, 12), Tariff::share(4900, 0, 12), Tariff::share(4900, 3, 0)), (4900, 0, 0));
    }

    proptest! {
        #[test]
        fn the_share_is_less_than_a_cent_above_what_is_exact(invoiced in 0..1_000_000_000_i64, of in 1..1000_i64, left in 0..1000_i64) {
            let left = left.min(of);
            let share = Tariff::share(invoiced, left, of);
            prop_assert!((0..=invoiced).contains(&share));
            prop_assert!((0..of).contains(&(share * of - invoiced * left)));
        }
    }
}
