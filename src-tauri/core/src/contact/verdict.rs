//! The answer of the gate: yes or no, on what ground, and every reason against.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::{MinutesOfDay, Rule, from_france, in_france};
use crate::consents::{DecisionId, IndicatorId};

/// Whether a client may be contacted, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Yes or no. Yes exactly when there is no reason against.
    pub allowed: bool,
    /// Where the client stands.
    pub ground: Ground,
    /// The rule that applies, with its source.
    pub rule: &'static Rule,
    /// The indicator that decides.
    pub indicator: Option<IndicatorId>,
    /// The decision on which it rests.
    pub decision: Option<DecisionId>,
    /// Rests on an imported agreement, « sans preuve ».
    pub unproven: bool,
    /// Everything against, in the order in which it is told.
    pub reasons: Reasons,
    /// What is not forbidden, but not advised either.
    pub advice: Option<Advice>,
    /// To what part of the day the shop narrows the hours of the rule.
    pub narrowed: MinutesOfDay,
}

/// On what a verdict rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// The client agreed.
    Consent,
    /// The client was not asked, and did not oppose what may be done until opposed.
    NotOpposed,
    /// The client refused or withdrew.
    Objection,
    /// The client's agreement is needed, and was not given.
    NoConsent,
}

/// Something against contacting a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Nobody asked them.
    NeverAsked,
    /// They were asked, and said no.
    Refused,
    /// They took their agreement back.
    Withdrawn,
    /// The shop asks no such question (any more).
    NoIndicator,
    /// The question is for professionals, and they are a private person.
    NotProfessional,
    /// What may be done for customers only, and nothing was sold to them.
    NoPurchase,
    /// The processing of their data is restricted.
    Restricted,
    /// They are « Inactif ».
    Inactive,
    /// There is no number or address to reach them by.
    NoAddress,
    /// Not at this hour, or on this day.
    OutsideHours,
}

/// Something that speaks against it without forbidding it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Advice {
    /// Outside the hours of a text whose present validity was not verified.
    OutsideAdvisedHours,
}

impl Ground {
    /// The code on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Ground::Consent => "consent",
            Ground::NotOpposed => "not_opposed",
            Ground::Objection => "objection",
            Ground::NoConsent => "no_consent",
        }
    }
}

impl Verdict {
    /// Where nothing but the hour stands against: the first moment (UTC milliseconds) from `at` on that is allowed.
    pub fn waits_until(&self, at: i64) -> Option<i64> {
        let hours = self.rule.hours.filter(|_| self.reasons.is_only(Reason::OutsideHours))?;
        Some(from_france(hours.next_within(in_france(at), self.narrowed)))
    }

    /// The same verdict where the shop narrows the hours that the rule binds to; `at` is French local time. Nothing becomes allowed by it.
    #[must_use]
    pub fn narrowed_to(self, part: MinutesOfDay, at: NaiveDateTime) -> Verdict {
        let Some(hours) = self.rule.hours.filter(|_| self.rule.hours_bind) else { return self };
        let mut reasons = self.reasons;
        if !hours.hold_within(at, part) {
            reasons.add(Reason::OutsideHours);
        }
        Verdict { allowed: reasons.is_empty(), reasons, narrowed: part, ..self }
    }
}

impl Reason {
    /// All reasons, in the order in which they are told.
    pub const ALL: [Reason; 10] = [
        Reason::NeverAsked,
        Reason::Refused,
        Reason::Withdrawn,
        Reason::NoIndicator,
        Reason::NotProfessional,
        Reason::NoPurchase,
        Reason::Restricted,
        Reason::Inactive,
        Reason::NoAddress,
        Reason::OutsideHours,
    ];

    /// The reason with this code, if there is one.
    pub fn from_code(code: &str) -> Option<Reason> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }

    /// The code on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Reason::NeverAsked => "never_asked",
            Reason::Refused => "refused",
            Reason::Withdrawn => "withdrawn",
            Reason::NoIndicator => "no_indicator",
            Reason::NotProfessional => "not_professional",
            Reason::NoPurchase => "no_purchase",
            Reason::Restricted => "restricted",
            Reason::Inactive => "inactive",
            Reason::NoAddress => "no_address",
            Reason::OutsideHours => "outside_hours",
        }
    }
}

/// A set of reasons: small enough to judge a million clients without allocating.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Reasons(u16);

impl Reasons {
    /// One reason alone.
    pub(crate) const fn only(reason: Reason) -> Reasons {
        Reasons(1 << reason as u16)
    }

    /// Whether nothing stands against.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether this is among them.
    pub const fn contains(self, reason: Reason) -> bool {
        self.0 & (1 << reason as u16) != 0
    }

    /// Whether this stands against, and nothing else.
    pub const fn is_only(self, reason: Reason) -> bool {
        self.0 == 1 << reason as u16
    }

    /// The same without one of them.
    #[must_use]
    pub const fn without(self, reason: Reason) -> Reasons {
        Reasons(self.0 & !(1 << reason as u16))
    }

    /// The reasons, in the order in which they are told.
    pub fn iter(self) -> impl Iterator<Item = Reason> {
        Reason::ALL.into_iter().filter(move |reason| self.contains(*reason))
    }

    pub(super) fn add(&mut self, reason: Reason) {
        self.0 |= 1 << reason as u16;
    }
}

impl std::fmt::Debug for Reasons {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
