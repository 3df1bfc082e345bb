//! What the gate knows of a client.

use crate::consents::{Audience, Channel, DecisionId, Given, IndicatorId, Kind, Purpose};

/// Everything about a client that decides whether they may be contacted.
#[derive(Clone, Copy, Debug)]
pub struct ContactFacts<'a> {
    /// « Professionnel » rather than « Particulier ».
    pub professional: bool,
    /// « Inactif ».
    pub inactive: bool,
    /// The processing is restricted (GDPR art. 18): the data are kept, and not used.
    pub restricted: bool,
    /// Something was sold to them; an account is not enough (CPCE art. L.34-5).
    pub customer: bool,
    /// By which channels they can be reached at all.
    pub reach: Reach,
    /// Where they stand on each indicator that was ever asked.
    pub standings: &'a [Standing],
}

/// Where a client stands on one indicator, and what that indicator is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Which.
    pub indicator: IndicatorId,
    /// Its channel.
    pub channel: Channel,
    /// Its purpose.
    pub purpose: Purpose,
    /// What holds by default.
    pub kind: Kind,
    /// Whom it is for.
    pub audience: Audience,
    /// No longer asked.
    pub archived: bool,
    /// The client's newest answer, if they ever gave one.
    pub answer: Option<Stored>,
}

/// An answer as the file keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stored {
    /// What they said.
    pub given: Given,
    /// The decision that says so; a greater one was recorded later.
    pub decision: DecisionId,
    /// Granted by an imported file, « sans preuve ».
    pub unproven: bool,
}

impl Standing {
    pub(super) fn is(&self, given: Given) -> bool {
        self.answer.is_some_and(|answer| answer.given == given)
    }

    pub(super) fn decision(&self) -> Option<DecisionId> {
        self.answer.map(|answer| answer.decision)
    }

    pub(super) fn suits(&self, professional: bool) -> bool {
        professional || self.audience != Audience::Professionals
    }
}

/// A set of channels by which a client can be reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach(u8);

impl Reach {
    /// From the bits that the file keeps: 1 SMS, 2 mail, 4 post, 8 telephone.
    pub const fn from_bits(bits: u8) -> Reach {
        Reach(bits & 15)
    }

    /// Whether this channel is among them.
    pub const fn by(self, channel: Channel) -> bool {
        self.0 & Self::bit(channel) != 0
    }

    /// With one more channel.
    #[must_use]
    pub const fn with(self, channel: Channel) -> Reach {
        Reach(self.0 | Self::bit(channel))
    }

    const fn bit(channel: Channel) -> u8 {
        match channel {
            Channel::Sms => 1,
            Channel::Mail => 2,
            Channel::Postal => 4,
            Channel::Phone => 8,
        }
    }
}
