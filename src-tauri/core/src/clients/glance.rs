//! What the counter wants to know of a client before their record is opened.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ClientNumber;
use crate::consents::{Channel, Given};
use crate::documents::noon_of;
use crate::money::Cents;
use crate::movements::MovementState;

/// How many exchanges are told.
pub(crate) const EXCHANGES: usize = 3;

/// A client at a glance, beside what their line in a list says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ClientGlance {
    /// Whose; that of the record that it went into, if it did.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// « Dernier contact du client »: the last day on which they were there.
    #[ts(type = "string | null")]
    pub last_contact_on: Option<NaiveDate>,
    /// « À faire »: of what is not done, what is due first.
    pub to_do: Option<ToDo>,
    /// « Derniers échanges »: the newest first, at most three.
    pub exchanges: Vec<Exchange>,
}

/// Something to do for a client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ToDo {
    /// What.
    pub what: String,
    /// When.
    #[ts(type = "string")]
    pub due_on: NaiveDate,
}

/// Something that happened between a client and the shop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Exchange {
    /// When, UTC milliseconds; noon where only the day is known.
    #[ts(type = "number")]
    pub at: i64,
    /// What.
    pub what: Exchanged,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Exchanged {
    /// Something was bought, brought, left or collected; the state says which.
    Movement {
        /// `bought`, `received`, `held`; `returned`, `given_back` once it was collected.
        state: MovementState,
        /// The thing.
        what: String,
    },
    /// An answer about being contacted.
    Consent {
        /// The answer.
        answer: Given,
        /// « Accord écrit »; empty unless the client agreed.
        mode: String,
        /// What the history says: « Envoi de SMS commerciaux ».
        label: String,
    },
    /// An invoice, or a credit note.
    Invoice {
        /// « F-2018-0318 ».
        number: String,
        /// Whether it is a credit note.
        credit: bool,
        /// Tax included; below zero for a credit note.
        #[ts(type = "number")]
        total: Cents,
    },
    /// A message that has left.
    Message {
        /// SMS or mail.
        channel: Channel,
        /// The name of its template.
        template: String,
    },
}

impl Exchanged {
    /// Whether it ends what else may have happened on the same day: a repair is collected after it was brought.
    pub(crate) fn ends(&self) -> bool {
        matches!(self, Exchanged::Movement { state: MovementState::Returned | MovementState::GivenBack, .. })
    }
}

impl Exchange {
    /// Something of which only the day is known.
    pub(crate) fn on(day: NaiveDate, what: Exchanged) -> Exchange {
        Exchange { at: noon_of(day), what }
    }
}
