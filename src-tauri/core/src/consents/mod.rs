//! What a client agreed to, refused or took back, and the proof of it.
//!
//! A decision is never changed: a later one replaces it. The state of an indicator is its newest decision, by the order
//! in which they were recorded. A grant without the way it was obtained cannot be expressed (see [`Answer`]). GDPR
//! art. 7(1): the controller must be able to demonstrate consent; art. 7(3): withdrawing is as easy as giving.

mod answer;
mod channel;
mod day;
mod evidence;
mod export;
mod history;
mod indicator;
mod label;
mod legible;
mod mode;
mod seal;
mod sheet;
mod unproven;
mod wording;

pub use answer::{Answer, DecisionId, DecisionSource, Given, ModeLabel, NewDecision, Target};
pub use channel::{Channel, Purpose};
pub use day::{DayDecision, DayOfDecisions};
pub(crate) use evidence::{CheckedEvidence, sha256_hex};
pub use evidence::{EVIDENCE_MAX, Evidence, EvidenceId, EvidenceInfo, MediaType, NewEvidence};
pub(crate) use export::FORM as CHAIN_FORM;
pub use export::{ChainHeader, ChainLine, ChainLink};
pub use history::{HistoryColumn, HistoryPage, HistoryRequest, HistoryRow};
pub(crate) use indicator::checked_name;
pub use indicator::{Audience, Indicator, IndicatorId, Kind, NewIndicator, Removal};
pub use label::row_label;
pub(crate) use legible::legible;
pub use mode::{AgreementMode, ModeId, NewMode};
pub use seal::{Broken, ChainReport, Seal, SealedDecision, genesis};
pub use sheet::{ConsentSheet, ConsentState, IndicatorState};
pub use unproven::{UnprovenClient, UnprovenConsent, UnprovenPage, UnprovenRequest};
pub(crate) use wording::WORDING_MAX;
pub use wording::{Wording, WordingId};
