//! A client's consents: what they are, what they will be, what shows them.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use super::clients::{ClientRequest, tell};
use super::{ApiError, Desk, Empty};
use crate::Error;
use crate::clients::{ClientNumber, ClientRecord};
use crate::consents::{
    Answer, Broken, Channel, ConsentSheet, EvidenceId, EvidenceInfo, Given, HistoryPage, HistoryRequest, IndicatorId,
    ModeLabel, NewDecision, NewEvidence, Purpose, Target, UnprovenPage, UnprovenRequest, WordingId,
};
use crate::contact::{ChannelAnswer, VerdictReport};
use crate::messages::NewMessage;
use crate::shop::DecisionPreview;

/// A client's answer.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct DecideRequest {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// On which channel.
    pub channel: Channel,
    /// About which indicators of it; empty means the whole channel, for a refusal or a withdrawal.
    #[ts(type = "number[]")]
    pub indicators: Vec<IndicatorId>,
    /// What they said.
    pub answer: Given,
    /// How the agreement was obtained: a mode's label or name, or other words; ignored unless granted.
    pub mode: String,
    /// More about how, or empty.
    pub detail: String,
    /// When they answered, UTC milliseconds; `null` is now.
    #[ts(type = "number | null")]
    pub at: Option<i64>,
    /// The versions shown to the client; those in force for indicators without one here.
    #[ts(type = "number[]")]
    pub wordings: Vec<WordingId>,
    /// What shows it. A preview looks at none.
    pub evidence: Vec<EvidenceInput>,
    /// « Envoyer directement au client »: written with the decision, or neither is. A preview looks at none.
    pub send: Option<NewMessage>,
}

/// A piece of evidence, as the window has it.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum EvidenceInput {
    /// A file chosen or dropped.
    File {
        /// Where it is.
        path: String,
    },
    /// A signature drawn in the window.
    Signature {
        /// A PNG picture in Base64.
        base64: String,
    },
}

/// A file that may become evidence.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct EvidenceFileRequest {
    /// Where it is.
    pub path: String,
}

/// What a file that may become evidence is.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct EvidenceFile {
    /// Its name without a folder.
    pub name: String,
    /// Told by its content.
    pub media_type: crate::consents::MediaType,
    /// Bytes.
    #[ts(type = "number")]
    pub size: u64,
}

/// A piece of evidence.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct EvidenceRequest {
    /// Which.
    #[ts(type = "number")]
    pub id: EvidenceId,
}

/// A piece of evidence to be written to a file.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct SaveEvidenceRequest {
    /// Which.
    #[ts(type = "number")]
    pub id: EvidenceId,
    /// Where; nothing is overwritten.
    pub path: String,
}

/// A piece of evidence with its content.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct EvidenceContent {
    /// What it is.
    pub info: EvidenceInfo,
    /// The file in Base64.
    pub base64: String,
}

/// A question to the gate.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct MayContactRequest {
    /// Whom.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// How.
    pub channel: Channel,
    /// What for.
    pub purpose: Purpose,
    /// When, UTC milliseconds; `null` is now.
    #[ts(type = "number | null")]
    pub at: Option<i64>,
}

/// Whether a client's data are only to be kept.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct RestrictRequest {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// On or off.
    pub restricted: bool,
}

/// A chain to be recomputed.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct CheckChainRequest {
    /// A head from a printed attestation or list, in hexadecimal, which must be in the chain.
    pub head: Option<String>,
}

/// What recomputing the chain found.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct ChainCheck {
    /// How many decisions hold.
    #[ts(type = "number")]
    pub decisions: u64,
    /// The seal of the newest one, 64 hexadecimal digits.
    pub head: String,
    /// The first link that does not hold.
    pub broken: Option<Broken>,
    /// When it was checked, UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
}

pub(super) fn consents(desk: &Desk, request: ClientRequest) -> Result<ConsentSheet, ApiError> {
    Ok(desk.open_shop()?.reading().rows().consent_sheet(request.number, Desk::clock().now())?)
}

pub(super) fn channel_answers(desk: &Desk, request: ClientRequest) -> Result<Vec<ChannelAnswer>, ApiError> {
    Ok(desk.open_shop()?.reading().rows().channel_answers(request.number, Desk::clock().now())?)
}

pub(super) fn history(desk: &Desk, request: HistoryRequest) -> Result<HistoryPage, ApiError> {
    let request = HistoryRequest { limit: request.limit.clamp(1, 500), ..request };
    Ok(desk.open_shop()?.reading().rows().history(&request)?)
}

pub(super) fn unproven_consents(desk: &Desk, request: UnprovenRequest) -> Result<UnprovenPage, ApiError> {
    Ok(desk.open_shop()?.reading().rows().unproven(request.after, request.limit.clamp(1, 200))?)
}

pub(super) fn may_contact(desk: &Desk, request: MayContactRequest) -> Result<VerdictReport, ApiError> {
    let MayContactRequest { number, channel, purpose, at } = request;
    let at = at.unwrap_or_else(|| Desk::clock().now());
    Ok(desk.open_shop()?.reading().rows().verdict_report(number, channel, purpose, at)?)
}

pub(super) fn preview_decision(desk: &Desk, request: DecideRequest) -> Result<DecisionPreview, ApiError> {
    let number = request.number;
    let decision = decision(DecideRequest { evidence: Vec::new(), ..request })?;
    Ok(desk.open_shop()?.reading().preview_decision(number, &decision, Desk::clock().now())?)
}

pub(super) fn decide(desk: &Desk, request: DecideRequest) -> Result<ConsentSheet, ApiError> {
    let (number, send) = (request.number, request.send.clone());
    let decision = decision(request)?;
    let outcome = desk.open_shop()?.writing().decide_and_write(number, &decision, send.as_ref())?;
    Ok(tell(desk, outcome))
}

pub(super) fn look_at_evidence(_: &Desk, request: EvidenceFileRequest) -> Result<EvidenceFile, ApiError> {
    let NewEvidence { name, content } = NewEvidence::read(Path::new(&request.path))?;
    let media_type = crate::consents::MediaType::sniff(&content)?;
    Ok(EvidenceFile { name, media_type, size: content.len() as u64 })
}

pub(super) fn evidence(desk: &Desk, request: EvidenceRequest) -> Result<EvidenceContent, ApiError> {
    let found = desk.open_shop()?.reading().rows().evidence(request.id)?;
    Ok(EvidenceContent { info: found.info, base64: STANDARD.encode(found.content) })
}

pub(super) fn save_evidence(desk: &Desk, request: SaveEvidenceRequest) -> Result<Empty, ApiError> {
    let found = desk.open_shop()?.reading().rows().evidence(request.id)?;
    crate::documents::write_new(Path::new(&request.path), &found.content)?;
    Ok(Empty {})
}

pub(super) fn set_restricted(desk: &Desk, request: RestrictRequest) -> Result<ClientRecord, ApiError> {
    let open = desk.open_shop()?;
    let outcome = open.writing().set_restricted(request.number, request.restricted)?;
    tell(desk, outcome);
    Ok(open.reading().rows().client(request.number)?)
}

pub(super) fn check_chain(desk: &Desk, request: CheckChainRequest) -> Result<ChainCheck, ApiError> {
    let open = desk.open_shop()?;
    // A connection of its own: a long chain takes a second, during which the counter goes on.
    let reading = open.writing().reader()?;
    let report = reading.rows().check_chain(&open.file_id, request.head.as_deref())?;
    let at = Desk::clock().now();
    Ok(ChainCheck { decisions: report.decisions, head: report.head, broken: report.broken, at })
}

fn decision(request: DecideRequest) -> Result<NewDecision, ApiError> {
    let DecideRequest { channel, indicators, answer, mode, detail, at, wordings, evidence, .. } = request;
    let answer = match answer {
        Given::Granted => Answer::Granted { mode: ModeLabel::new(&mode)?, wordings },
        Given::Refused => Answer::Refused,
        Given::Withdrawn => Answer::Withdrawn,
    };
    let target = if indicators.is_empty() { Target::Channel(channel) } else { Target::Indicators(indicators) };
    let evidence = evidence.into_iter().map(new_evidence).collect::<Result<_, _>>()?;
    Ok(NewDecision { target, answer, detail, at, evidence })
}

fn new_evidence(input: EvidenceInput) -> Result<NewEvidence, Error> {
    match input {
        EvidenceInput::File { path } => NewEvidence::read(Path::new(&path)),
        EvidenceInput::Signature { base64 } => {
            let content = STANDARD.decode(base64).map_err(|_| Error::EvidenceTypeUnknown)?;
            Ok(NewEvidence { name: String::new(), content })
        }
    }
}
