//! What a client holds, as columns and conditions of lists: the subscription that they receive, what they owe, how they are delivered, and
//! when they were last delivered or there.
//!
//! Of several subscriptions the one that ends last counts, also where it is over: « fin d’abonnement » before a day finds whoever has none
//! that goes on. The bank account is no column: nothing that is done with a list needs it, and a file of accounts invites theft.

use serde::{Deserialize, Serialize};

use super::FieldKind;
use crate::labels::CarriageMode;

/// What a client holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum HeldField {
    /// The number of the subscription.
    SubscriptionNumber,
    /// « Formule ».
    SubscriptionOffer,
    /// Its first day.
    SubscriptionStart,
    /// Its last day, that of a « résiliation » if it was ended sooner.
    SubscriptionEnd,
    /// « Exemplaires ».
    SubscriptionCopies,
    /// « Reste dû », cents; below zero if too much was paid. Nothing where nothing was ever invoiced or paid.
    BalanceDue,
    /// « Portage ».
    CarriageMode,
    /// « Tournée ».
    CarriageRound,
    /// « Ordre »: the place in the round.
    CarriageRank,
    /// « Dépositaire ».
    CarriageDepositary,
    /// « Consigne ».
    CarriageInstruction,
    /// When something was last delivered, or came back.
    LastDelivery,
    /// The day of the newest movement.
    LastMovement,
}

impl HeldField {
    /// A name for programs and errors.
    pub const fn code(self) -> &'static str {
        match self {
            HeldField::SubscriptionNumber => "subscription_number",
            HeldField::SubscriptionOffer => "subscription_offer",
            HeldField::SubscriptionStart => "subscription_start",
            HeldField::SubscriptionEnd => "subscription_end",
            HeldField::SubscriptionCopies => "subscription_copies",
            HeldField::BalanceDue => "balance_due",
            HeldField::CarriageMode => "carriage_mode",
            HeldField::CarriageRound => "carriage_round",
            HeldField::CarriageRank => "carriage_rank",
            HeldField::CarriageDepositary => "carriage_depositary",
            HeldField::CarriageInstruction => "carriage_instruction",
            HeldField::LastDelivery => "last_delivery",
            HeldField::LastMovement => "last_movement",
        }
    }

    /// How the field is compared and written.
    pub const fn kind(self) -> FieldKind {
        match self {
            HeldField::SubscriptionNumber | HeldField::SubscriptionCopies | HeldField::CarriageRank => {
                FieldKind::Number
            }
            HeldField::SubscriptionOffer
            | HeldField::CarriageRound
            | HeldField::CarriageDepositary
            | HeldField::CarriageInstruction => FieldKind::Text,
            HeldField::BalanceDue => FieldKind::Amount,
            HeldField::CarriageMode => FieldKind::Choice,
            HeldField::SubscriptionStart
            | HeldField::SubscriptionEnd
            | HeldField::LastDelivery
            | HeldField::LastMovement => FieldKind::Day,
        }
    }

    /// The codes of a choice.
    pub(super) fn choices(self) -> Vec<&'static str> {
        match self {
            HeldField::CarriageMode => CarriageMode::ALL.iter().map(|mode| mode.code()).collect(),
            _ => Vec::new(),
        }
    }
}
