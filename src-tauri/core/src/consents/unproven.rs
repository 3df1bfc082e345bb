//! « À re-demander »: agreements that only a file of clients tells of, « sans preuve ».
//!
//! GDPR art. 7(1) asks the shop to be able to show that a client agreed, which a line of a file does not. Asking again, whatever
//! the answer, takes a client off the list.

use serde::{Deserialize, Serialize};

use super::{Channel, IndicatorId};
use crate::clients::ClientNumber;

/// Some of those to be asked again.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct UnprovenRequest {
    /// Those after this client; `null` begins the list.
    #[ts(type = "number | null")]
    pub after: Option<ClientNumber>,
    /// At most so many clients, 1 to 200.
    pub limit: u32,
}

/// Some of those to be asked again, in the order of their numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct UnprovenPage {
    /// The clients.
    pub rows: Vec<UnprovenClient>,
    /// `after` for the next page; `null` at the end.
    #[ts(type = "number | null")]
    pub next: Option<ClientNumber>,
    /// How many clients there are in all.
    #[ts(type = "number")]
    pub total: i64,
}

/// A client to be asked again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[allow(missing_docs, reason = "as in ClientInput")]
pub struct UnprovenClient {
    #[ts(type = "number")]
    pub number: ClientNumber,
    pub civility: String,
    pub last_name: String,
    pub first_name: String,
    pub company: String,
    pub town: String,
    /// Inactive clients are on the list too: they may come back.
    pub inactive: bool,
    /// What they agreed to, at least one, in the shop's order.
    pub consents: Vec<UnprovenConsent>,
}

/// An agreement without a proof.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct UnprovenConsent {
    /// To what.
    #[ts(type = "number")]
    pub indicator: IndicatorId,
    /// Its name.
    pub name: String,
    /// Its channel.
    pub channel: Channel,
    /// When the client agreed, as the file says, UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// How, as the file says.
    pub mode: String,
    /// The name of the imported file, without its folder.
    pub file_name: String,
}
