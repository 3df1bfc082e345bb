//! What a record shows of a client's consents.

use serde::{Deserialize, Serialize};

use super::{AgreementMode, Audience, Channel, DecisionId, IndicatorId, Kind, Purpose, Wording};
use crate::clients::ClientNumber;
use crate::contact::ChannelAnswer;

/// Where a client stands on one indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum ConsentState {
    /// « Jamais demandé ».
    NeverAsked,
    /// « Accordé ».
    Granted,
    /// « Accordé par défaut »: an opt-out that nobody opposed.
    GrantedByDefault,
    /// « Refusé ».
    Refused,
    /// « Retiré ».
    Withdrawn,
}

/// One indicator on a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct IndicatorState {
    /// Which.
    #[ts(type = "number")]
    pub indicator: IndicatorId,
    /// Its code, such as `SMS-COM`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its channel.
    pub channel: Channel,
    /// Its purpose.
    pub purpose: Purpose,
    /// What holds by default.
    pub kind: Kind,
    /// Whom it is for.
    pub audience: Audience,
    /// Whether it concerns this client at all: a question for professionals does not concern a private person.
    pub suits: bool,
    /// Whether records show it.
    pub visible: bool,
    /// Where the client stands.
    pub state: ConsentState,
    /// Since when, UTC milliseconds: the day of the answer.
    #[ts(type = "number | null")]
    pub since: Option<i64>,
    /// How the agreement was obtained; empty unless granted.
    pub mode: String,
    /// The decision on which it rests.
    #[ts(type = "number | null")]
    pub decision: Option<DecisionId>,
    /// Granted by an imported file, « sans preuve ».
    pub unproven: bool,
    /// « Demandé le … »: when a message last asked for it, UTC milliseconds; ends with the answer.
    #[ts(type = "number | null")]
    pub asked_at: Option<i64>,
}

/// Everything that the RGPD tab and the agreement-mode dialog need of one client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ConsentSheet {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// Every indicator that is not archived, in the shop's order; hidden ones included.
    pub indicators: Vec<IndicatorState>,
    /// « Puis-je le contacter ? », channel by channel.
    pub contact: Vec<ChannelAnswer>,
    /// The agreement modes, in the order of their number keys.
    pub modes: Vec<AgreementMode>,
    /// All wordings of these indicators, the one in force first.
    pub wordings: Vec<Wording>,
    /// How many decisions the client's history holds.
    #[ts(type = "number")]
    pub decisions: i64,
}
