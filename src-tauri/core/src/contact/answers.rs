//! The gate's answers as the window and programs read them.

use serde::{Deserialize, Serialize};

use super::{Advice, Ground, Reason, RuleCode, Verdict};
use crate::consents::{Channel, DecisionId, Purpose};

/// One verdict, with what explains it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct VerdictReport {
    /// The channel asked about.
    pub channel: Channel,
    /// The purpose asked about.
    pub purpose: Purpose,
    /// Yes or no.
    pub allowed: bool,
    /// Where the client stands.
    pub ground: Ground,
    /// Everything against; empty exactly when allowed.
    pub reasons: Vec<Reason>,
    /// The rule that applies.
    pub rule: RuleCode,
    /// The text that the rule comes from.
    pub source: String,
    /// When that was read, as an ISO 8601 date.
    pub read_on: String,
    /// The text that the hours come from, where hours apply.
    pub hours_source: Option<String>,
    /// What is not forbidden, but not advised either.
    pub advice: Option<Advice>,
    /// The decision on which it rests.
    #[ts(type = "number | null")]
    pub decision: Option<DecisionId>,
    /// When the client answered, UTC milliseconds.
    #[ts(type = "number | null")]
    pub since: Option<i64>,
    /// How the agreement was obtained; empty unless it rests on one.
    pub mode: String,
    /// Rests on an imported agreement, « sans preuve ».
    pub unproven: bool,
}

/// « Puis-je le contacter ? » on one channel: one verdict for each purpose that the shop asks about on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ChannelAnswer {
    /// The channel.
    pub channel: Channel,
    /// Its verdicts, in the order of the purposes.
    pub verdicts: Vec<VerdictReport>,
}

/// Whether a message may be written, with what explains it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MessageVerdict {
    /// Yes, at once.
    pub allowed: bool,
    /// Yes, but not at this hour: when it will leave, UTC milliseconds.
    #[ts(type = "number | null")]
    pub waits_until: Option<i64>,
    /// Everything against; empty exactly when allowed, `outside_hours` alone when it waits.
    pub reasons: Vec<Reason>,
    /// The rule that applies.
    pub rule: RuleCode,
    /// The text that the rule comes from.
    pub source: String,
    /// When that was read, as an ISO 8601 date.
    pub read_on: String,
    /// The text that the hours come from, where hours apply.
    pub hours_source: Option<String>,
    /// Rests on an imported agreement, « sans preuve ».
    pub unproven: bool,
}

impl MessageVerdict {
    /// Explains a verdict about a message at `at` (UTC milliseconds).
    pub fn new(verdict: &Verdict, at: i64) -> MessageVerdict {
        MessageVerdict {
            allowed: verdict.allowed,
            waits_until: verdict.waits_until(at),
            reasons: verdict.reasons.iter().collect(),
            rule: verdict.rule.code,
            source: verdict.rule.source.into(),
            read_on: verdict.rule.read_on.into(),
            hours_source: verdict.rule.hours.map(|hours| hours.source.into()),
            unproven: verdict.unproven,
        }
    }
}

impl VerdictReport {
    /// Explains a verdict; `since` and `mode` are those of its decision.
    pub fn new(
        channel: Channel,
        purpose: Purpose,
        verdict: &Verdict,
        since: Option<i64>,
        mode: String,
    ) -> VerdictReport {
        VerdictReport {
            channel,
            purpose,
            allowed: verdict.allowed,
            ground: verdict.ground,
            reasons: verdict.reasons.iter().collect(),
            rule: verdict.rule.code,
            source: verdict.rule.source.into(),
            read_on: verdict.rule.read_on.into(),
            hours_source: verdict.rule.hours.map(|hours| hours.source.into()),
            advice: verdict.advice,
            decision: verdict.decision,
            since,
            mode,
            unproven: verdict.unproven,
        }
    }
}
