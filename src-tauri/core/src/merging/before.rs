//! What taking a merge back needs to know of the time before it. Kept in the file as JSON, until one of the two is deleted.

use serde::{Deserialize, Serialize};

use crate::clients::ClientInput;
use crate::consents::{DecisionId, IndicatorId};

/// The record that stayed, before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Before {
    /// Its fields.
    pub(crate) client: ClientInput,
    /// Whether its use was restricted.
    pub(crate) restricted: bool,
    /// Its revision, and its newest decision.
    pub(crate) revision: i64,
    pub(crate) last_decision: Option<DecisionId>,
    /// Where it stood on each indicator that it had answered.
    pub(crate) answers: Vec<AnswerBefore>,
    /// Its revision, its newest decision and its restriction after the merge: if they are others, something changed since.
    pub(crate) revision_after: i64,
    pub(crate) last_decision_after: Option<DecisionId>,
    pub(crate) restricted_after: bool,
    /// The revision of the record that went.
    pub(crate) merged_revision_after: i64,
}

/// Where a record stood on an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct AnswerBefore {
    pub(crate) indicator: IndicatorId,
    pub(crate) granted: bool,
    pub(crate) decision: DecisionId,
}
