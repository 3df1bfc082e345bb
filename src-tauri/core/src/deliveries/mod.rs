//! Deliveries: what goes to whom, when; and sponsorships, with what was given for them.
//!
//! The issues of a subscription are spread evenly over its term and go to the recipient, whoever pays. A planned delivery goes to the
//! address of its day; once it has gone, it keeps the one it went to. What was handed over at the counter is a delivery too.

mod schedule;
mod sponsorship;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub(crate) use schedule::days_of_issues;
pub use sponsorship::{GiveRewardRequest, NewSponsorship, Sponsorship, SponsorshipId, SponsorshipIdRequest};

use crate::clients::ClientNumber;

/// The identity of a delivery in the file.
pub type DeliveryId = i64;

/// What became of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryState {
    /// « Prévue ».
    Planned,
    /// « Livrée ».
    Delivered,
    /// « Remise en main propre ».
    HandedOver,
    /// « Retournée ».
    Returned,
    /// « Manquée ».
    Missed,
    /// « Annulée ».
    Cancelled,
}

impl DeliveryState {
    /// All of them.
    pub const ALL: [DeliveryState; 6] = [
        DeliveryState::Planned,
        DeliveryState::Delivered,
        DeliveryState::HandedOver,
        DeliveryState::Returned,
        DeliveryState::Missed,
        DeliveryState::Cancelled,
    ];

    /// The code in the file.
    pub const fn code(self) -> &'static str {
        match self {
            DeliveryState::Planned => "planned",
            DeliveryState::Delivered => "delivered",
            DeliveryState::HandedOver => "handed_over",
            DeliveryState::Returned => "returned",
            DeliveryState::Missed => "missed",
            DeliveryState::Cancelled => "cancelled",
        }
    }

    /// The state with this code, if there is one.
    pub fn from_code(code: &str) -> Option<DeliveryState> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// A delivery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Delivery {
    /// Its identity.
    #[ts(type = "number")]
    pub id: DeliveryId,
    /// The subscription that it is for.
    #[ts(type = "number | null")]
    pub subscription: Option<i64>,
    /// To whom; another number than then if the record went into another one.
    #[ts(type = "number")]
    pub recipient: ClientNumber,
    /// When, YYYY-MM-DD.
    #[ts(type = "string")]
    pub due_on: NaiveDate,
    /// « N° 12 », or what was handed over.
    pub content: String,
    /// How many.
    #[ts(type = "number")]
    pub copies: i64,
    /// What became of it.
    pub state: DeliveryState,
    /// Where it went, one line a line; for a planned one, where it would go. Empty if it was handed over.
    pub address: String,
    /// The town of it.
    pub town: String,
    /// What was noted.
    pub note: String,
}

/// What became of deliveries: of these, or of all that are planned up to a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MarkDeliveriesRequest {
    /// These; may be empty with `until`.
    #[ts(type = "number[]")]
    pub ids: Vec<DeliveryId>,
    /// All that are planned up to this day, YYYY-MM-DD, not after today, of all clients; `null`: only `ids`.
    #[ts(type = "string | null")]
    pub until: Option<NaiveDate>,
    /// `delivered`, `handed_over`, `returned` or `missed`.
    pub state: DeliveryState,
    /// How, or why; at most 200 characters, may be empty.
    pub note: String,
}

/// How many deliveries were marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct MarkedDeliveries {
    /// So many.
    #[ts(type = "number")]
    pub marked: u64,
}

/// Something that is handed over, or to be delivered, apart from any subscription's plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct NewDelivery {
    /// To whom.
    #[ts(type = "number")]
    pub recipient: ClientNumber,
    /// When, YYYY-MM-DD.
    #[ts(type = "string")]
    pub due_on: NaiveDate,
    /// What: needed, at most 80 characters.
    pub content: String,
    /// How many, from 1.
    #[ts(type = "number")]
    pub copies: i64,
    /// `planned`, `delivered` or `handed_over`.
    pub state: DeliveryState,
    /// At most 200 characters; may be empty.
    pub note: String,
}

/// A delivery by its identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DeliveryIdRequest {
    /// Which.
    #[ts(type = "number")]
    pub id: DeliveryId,
}
