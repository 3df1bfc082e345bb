//! What a client answered: the only way in which a decision can be written.

use serde::{Deserialize, Serialize};

use super::{Channel, IndicatorId, Kind, NewEvidence, Purpose, WordingId, legible};
use crate::{Error, Result};

/// The number of a decision: 1, 2, 3 … in the order of recording, without gaps.
pub type DecisionId = i64;

/// The longest mode and the longest detail, in characters.
const MODE_MAX: usize = 80;
const DETAIL_MAX: usize = 500;

/// One answer given by the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// They agree. How they did is part of the answer: there is no grant without it.
    Granted {
        /// How the agreement was obtained.
        mode: ModeLabel,
        /// The versions shown to the client; for indicators without one here, the version in force on the day of the answer.
        wordings: Vec<WordingId>,
    },
    /// They were asked, and said no.
    Refused,
    /// They take back what they agreed to.
    Withdrawn,
}

/// How an agreement was obtained, in words: « Accord écrit ». Never empty, at most 80 characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ModeLabel(String);

impl ModeLabel {
    /// Takes words from the shop's list or others.
    ///
    /// # Errors
    /// `ModeMissing` if nothing is said that can be read; `NameTooLong`.
    pub fn new(text: &str) -> Result<ModeLabel> {
        let text = legible(text);
        if text.is_empty() {
            return Err(Error::ModeMissing);
        }
        if text.chars().count() > MODE_MAX {
            return Err(Error::NameTooLong(80));
        }
        Ok(ModeLabel(text))
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What an answer is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// These indicators, all of one channel.
    Indicators(Vec<IndicatorId>),
    /// What the shop asks on this channel for these purposes.
    Purposes(Channel, Vec<Purpose>),
    /// The channel as a whole: a withdrawal takes back all that is granted on it, a refusal answers all its questions.
    Channel(Channel),
}

/// A decision about to be recorded.
#[derive(Clone, Debug)]
pub struct NewDecision {
    /// What about.
    pub target: Target,
    /// What they said.
    pub answer: Answer,
    /// More about how, or empty; at most 500 characters.
    pub detail: String,
    /// When the client answered, UTC milliseconds, never in the future; now if absent.
    pub at: Option<i64>,
    /// What shows it.
    pub evidence: Vec<NewEvidence>,
}

impl NewDecision {
    /// An answer given now, without detail or evidence.
    pub fn now(target: Target, answer: Answer) -> NewDecision {
        NewDecision { target, answer, detail: String::new(), at: None, evidence: Vec::new() }
    }

    /// The detail on one line; empty if nothing of it can be read.
    ///
    /// # Errors
    /// `NameTooLong`.
    pub(crate) fn checked_detail(&self) -> Result<String> {
        let detail = legible(&self.detail);
        if detail.chars().count() > DETAIL_MAX {
            return Err(Error::NameTooLong(500));
        }
        Ok(detail)
    }
}

/// The three answers, without what belongs to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Given {
    /// The client agreed.
    Granted,
    /// The client said no.
    Refused,
    /// The client took it back.
    Withdrawn,
}

impl Answer {
    /// Which of the three it is.
    pub const fn given(&self) -> Given {
        match self {
            Answer::Granted { .. } => Given::Granted,
            Answer::Refused => Given::Refused,
            Answer::Withdrawn => Given::Withdrawn,
        }
    }
}

impl Given {
    /// Whether it is an agreement; otherwise it is a no.
    pub(crate) const fn is_yes(self) -> bool {
        matches!(self, Given::Granted)
    }

    /// The number that the file keeps beside each client.
    pub(crate) const fn number(self) -> i64 {
        match self {
            Given::Granted => 1,
            Given::Refused => 2,
            Given::Withdrawn => 3,
        }
    }

    /// The answer with this number, if there is one.
    pub(crate) const fn from_number(number: i64) -> Option<Given> {
        match number {
            1 => Some(Given::Granted),
            2 => Some(Given::Refused),
            3 => Some(Given::Withdrawn),
            _ => None,
        }
    }

    /// What a withdrawal makes of an indicator: what was granted, by the client or by default, is withdrawn; what never was is refused from
    /// now on.
    pub(crate) const fn after_withdrawal(before: Option<Given>, kind: Kind) -> Given {
        match before {
            Some(Given::Granted | Given::Withdrawn) => Given::Withdrawn,
            None if matches!(kind, Kind::OptOut) => Given::Withdrawn,
            None | Some(Given::Refused) => Given::Refused,
        }
    }

    /// The code in the file.
    pub const fn code(self) -> &'static str {
        match self {
            Given::Granted => "granted",
            Given::Refused => "refused",
            Given::Withdrawn => "withdrawn",
        }
    }

    /// The answer with this code, if there is one.
    pub fn from_code(code: &str) -> Option<Given> {
        [Given::Granted, Given::Refused, Given::Withdrawn].into_iter().find(|given| given.code() == code)
    }
}

/// Where a decision came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum DecisionSource {
    /// Somebody recorded it here.
    Counter,
    /// A file of clients said so: « sans preuve ».
    Import,
}

impl DecisionSource {
    /// The code in the file.
    pub const fn code(self) -> &'static str {
        match self {
            DecisionSource::Counter => "counter",
            DecisionSource::Import => "import",
        }
    }

    /// The source with this code, if there is one.
    pub fn from_code(code: &str) -> Option<DecisionSource> {
        [DecisionSource::Counter, DecisionSource::Import].into_iter().find(|source| source.code() == code)
    }
}
