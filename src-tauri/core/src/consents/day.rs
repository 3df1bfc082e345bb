//! The decisions of one day, for the list that a shop prints in the evening: with the head of the chain on paper, nobody
//! cuts off the newest decisions unseen.

use super::DecisionId;
use crate::clients::ClientNumber;

/// One decision of the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayDecision {
    /// Its number in the chain.
    pub decision: DecisionId,
    /// When it was recorded, UTC milliseconds.
    pub recorded_at: i64,
    /// Whose.
    pub client: ClientNumber,
    /// Their name.
    pub client_name: String,
    /// The state of the channel afterwards, as it was sealed.
    pub label: String,
    /// How the agreement was obtained; empty unless granted.
    pub mode: String,
    /// Who recorded it.
    pub operator: String,
}

/// What a day brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayOfDecisions {
    /// What the counter recorded, in the order of recording.
    pub decisions: Vec<DayDecision>,
    /// How many more imports brought.
    pub imported: u64,
}
