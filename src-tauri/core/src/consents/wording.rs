//! Wordings: the exact sentences shown to clients when they are asked. Versions are added, never changed.

use serde::{Deserialize, Serialize};

use super::IndicatorId;

/// The identity of a wording in the file.
pub type WordingId = i64;

/// The longest wording, in characters.
pub(crate) const WORDING_MAX: usize = 1000;

/// One version of the sentence that asks for an indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Wording {
    /// Its identity.
    #[ts(type = "number")]
    pub id: WordingId,
    /// What it asks for.
    #[ts(type = "number")]
    pub indicator: IndicatorId,
    /// Its name: the indicator's code and a version, such as `SMS-COM-2`.
    pub name: String,
    /// The sentence.
    pub text: String,
    /// Since when it is shown, UTC milliseconds (midnight of that day where the shop is).
    #[ts(type = "number")]
    pub effective_from: i64,
    /// How many grants it was shown for.
    #[ts(type = "number")]
    pub uses: i64,
}
