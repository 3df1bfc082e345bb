//! The ways of reaching a person, and what for.

use serde::{Deserialize, Serialize};

/// A way of reaching a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Text messages.
    Sms,
    /// E-mail.
    Mail,
    /// Letters.
    Postal,
    /// Calls.
    Phone,
}

/// What a person is contacted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// A service asked for: a repair that is ready, an order that arrived.
    Technical,
    /// The shop's own offers.
    Commercial,
    /// A newsletter.
    Newsletter,
    /// Offers to professionals in their trade.
    B2b,
    /// Offers of the shop's partners.
    Partners,
}

impl Channel {
    /// All channels, in the order in which they are shown.
    pub const ALL: [Channel; 4] = [Channel::Sms, Channel::Mail, Channel::Postal, Channel::Phone];

    /// The code in the file.
    pub const fn code(self) -> &'static str {
        match self {
            Channel::Sms => "sms",
            Channel::Mail => "mail",
            Channel::Postal => "postal",
            Channel::Phone => "phone",
        }
    }

    /// The channel with this code, if there is one.
    pub fn from_code(code: &str) -> Option<Channel> {
        Self::ALL.into_iter().find(|channel| channel.code() == code)
    }

    /// Whether people may be contacted this way for this purpose at all. A service message is written, a newsletter is
    /// not read out; partners and professionals are reached by any channel.
    pub const fn serves(self, purpose: Purpose) -> bool {
        match purpose {
            Purpose::Technical => matches!(self, Channel::Sms | Channel::Mail),
            Purpose::Newsletter => !matches!(self, Channel::Phone),
            Purpose::Commercial | Purpose::B2b | Purpose::Partners => true,
        }
    }
}

impl Purpose {
    /// All purposes, in the order in which they are shown.
    pub const ALL: [Purpose; 5] =
        [Purpose::Technical, Purpose::Commercial, Purpose::Newsletter, Purpose::B2b, Purpose::Partners];

    /// The code in the file.
    pub const fn code(self) -> &'static str {
        match self {
            Purpose::Technical => "technical",
            Purpose::Commercial => "commercial",
            Purpose::Newsletter => "newsletter",
            Purpose::B2b => "b2b",
            Purpose::Partners => "partners",
        }
    }

    /// The purpose with this code, if there is one.
    pub fn from_code(code: &str) -> Option<Purpose> {
        Self::ALL.into_iter().find(|purpose| purpose.code() == code)
    }

    /// Whether it is prospecting, rather than a service that the client asked for.
    pub const fn is_marketing(self) -> bool {
        !matches!(self, Purpose::Technical)
    }
}
