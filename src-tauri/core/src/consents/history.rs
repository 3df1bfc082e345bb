//! The history of a client's authorisations, as the RGPD tab shows it.

use serde::{Deserialize, Serialize};

use super::{Channel, DecisionId, DecisionSource, EvidenceInfo, Given, Wording};
use crate::clients::ClientNumber;

/// One decision, as its row reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct HistoryRow {
    /// Its number in the chain.
    #[ts(type = "number")]
    pub decision: DecisionId,
    /// The record that it was recorded on, if that one went into the client's later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "number")]
    pub merged_from: Option<ClientNumber>,
    /// « Type de communication client »: the state of the whole channel after the decision, as it was sealed.
    pub label: String,
    /// The channel.
    pub channel: Channel,
    /// What the client answered.
    pub answer: Given,
    /// The names of the indicators that the answer was about.
    pub covers: Vec<String>,
    /// « Type d'accord »: empty unless the client agreed.
    pub mode: String,
    /// More about how.
    pub detail: String,
    /// « Date de l'accord »: when the client answered, UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// When it was recorded, UTC milliseconds.
    #[ts(type = "number")]
    pub recorded_at: i64,
    /// Who recorded it.
    pub operator: String,
    /// Whether somebody recorded it here, or a file said so.
    pub source: DecisionSource,
    /// An agreement of a file, « sans preuve ».
    pub unproven: bool,
    /// The sentences shown to the client.
    pub wordings: Vec<Wording>,
    /// What shows it.
    pub evidence: Vec<EvidenceInfo>,
    /// Its SHA-256, 64 hexadecimal digits.
    pub seal: String,
}

/// By which column a history is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum HistoryColumn {
    /// « Type de communication client ».
    Label,
    /// « Type d'accord ».
    Mode,
    /// « Date de l'accord »; rows of the same moment in the order of recording.
    #[default]
    At,
    /// The order of recording.
    Decision,
}

/// Some of a history.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct HistoryRequest {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// Sorted by.
    pub column: HistoryColumn,
    /// Last first.
    pub descending: bool,
    /// Rows to skip.
    pub offset: u32,
    /// At most so many, 1 to 500.
    pub limit: u32,
}

/// Some of a history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct HistoryPage {
    /// The rows.
    pub rows: Vec<HistoryRow>,
    /// How many there are in all.
    pub total: u32,
}
