//! An indicator: one consent question, of a kind, on a channel, for a purpose.

use serde::{Deserialize, Serialize};

use super::{Channel, ConsentState, Given, Purpose, legible};
use crate::{Error, Result};

/// The identity of an indicator in the file.
pub type IndicatorId = i64;

/// The longest name of an indicator, in characters.
const NAME_MAX: u32 = 60;

/// What holds while the client has not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Not granted by default.
    OptIn,
    /// Granted by default, until opposed.
    OptOut,
    /// As an opt-in, for newsletters.
    Newsletter,
}

/// Whom the question is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// All clients.
    Everyone,
    /// Professionals only (B2B).
    Professionals,
    /// Those who bought something, for similar products (CPCE art. L.34-5).
    ExistingCustomers,
}

/// A consent question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Indicator {
    /// Its identity.
    #[ts(type = "number")]
    pub id: IndicatorId,
    /// A short code that never changes, such as `SMS-COM`: wordings are numbered after it, seals name it.
    pub code: String,
    /// Its name, such as « Envoi de SMS commerciaux ».
    pub name: String,
    /// Its channel.
    pub channel: Channel,
    /// Its purpose.
    pub purpose: Purpose,
    /// What holds by default.
    pub kind: Kind,
    /// Whom it is for.
    pub audience: Audience,
    /// Whether records show it.
    pub visible: bool,
    /// Since when it is no longer asked, UTC milliseconds.
    #[ts(type = "number | null")]
    pub archived_at: Option<i64>,
}

/// A consent question to be added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct NewIndicator {
    /// Its name, at most 60 characters.
    pub name: String,
    /// Its channel.
    pub channel: Channel,
    /// Its purpose.
    pub purpose: Purpose,
    /// What holds by default.
    pub kind: Kind,
    /// Whom it is for.
    pub audience: Audience,
}

/// What became of an indicator that was to be deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Removal {
    /// It is gone: nobody ever answered it.
    Deleted,
    /// It is kept out of sight, because decisions name it.
    Archived,
}

impl Indicator {
    /// Whether the question concerns such a client.
    pub const fn suits(&self, professional: bool) -> bool {
        professional || !matches!(self.audience, Audience::Professionals)
    }

    /// Where a client stands on it, by their newest answer.
    pub(crate) fn state(&self, given: Option<Given>, professional: bool) -> ConsentState {
        match given {
            Some(Given::Granted) => ConsentState::Granted,
            Some(Given::Refused) => ConsentState::Refused,
            Some(Given::Withdrawn) => ConsentState::Withdrawn,
            None if self.kind == Kind::OptOut && self.suits(professional) => ConsentState::GrantedByDefault,
            None => ConsentState::NeverAsked,
        }
    }
}

impl NewIndicator {
    /// Checks the question; returns it with its name trimmed.
    ///
    /// # Errors
    /// `NameMissing`, `NameTooLong`; `IndicatorUnsuited` for a purpose that the channel does not serve or a kind that does
    /// not fit it; `OptOutForbidden` for an opt-out towards consumers by SMS, mail or phone: prospecting them needs their
    /// prior consent (CPCE art. L.34-5; C. conso. art. L.223-1 since 11 August 2026). The exceptions for customers are about
    /// the shop's own goods, never its partners'.
    pub fn checked(mut self) -> Result<NewIndicator> {
        self.name = checked_name(&self.name)?;
        let newsletter = (self.kind == Kind::Newsletter) == (self.purpose == Purpose::Newsletter);
        let trade = (self.audience == Audience::Professionals) || self.purpose != Purpose::B2b;
        if !self.channel.serves(self.purpose) || !newsletter || !trade {
            return Err(Error::IndicatorUnsuited);
        }
        let asked_first = match self.audience {
            Audience::Everyone => true,
            Audience::ExistingCustomers => self.purpose == Purpose::Partners,
            Audience::Professionals => false,
        };
        let needs_consent = self.channel != Channel::Postal && asked_first;
        if self.kind == Kind::OptOut && needs_consent {
            return Err(Error::OptOutForbidden(self.channel));
        }
        Ok(self)
    }
}

/// A name on one line, without white space around it.
///
/// # Errors
/// `NameMissing`, `NameTooLong`.
pub(crate) fn checked_name(name: &str) -> Result<String> {
    let name = legible(name);
    if name.is_empty() {
        return Err(Error::NameMissing);
    }
    if name.chars().count() > NAME_MAX as usize {
        return Err(Error::NameTooLong(NAME_MAX));
    }
    Ok(name)
}

macro_rules! codes {
    ($type:ident { $($variant:ident => $code:literal),* }) => {
        impl $type {
            /// The code in the file.
            pub const fn code(self) -> &'static str {
                match self { $($type::$variant => $code),* }
            }

            /// The value with this code, if there is one.
            pub fn from_code(code: &str) -> Option<$type> {
                match code { $($code => Some($type::$variant),)* _ => None }
            }
        }
    };
}

codes!(Kind { OptIn => "opt_in", OptOut => "opt_out", Newsletter => "newsletter" });
codes!(Audience { Everyone => "everyone", Professionals => "professionals", ExistingCustomers => "existing_customers" });
