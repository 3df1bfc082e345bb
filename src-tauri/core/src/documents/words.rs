//! The words of printed documents, in French and English.

use chrono::{DateTime, Local, TimeZone};

use crate::consents::{Channel, ConsentState};
use crate::print::{self, Fact, Lettering};

/// The language of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Français.
    French,
    /// English.
    English,
}

impl Language {
    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Language::French => "fr",
            Language::English => "en",
        }
    }

    /// The one or the other.
    pub(crate) const fn pick(self, french: &'static str, english: &'static str) -> &'static str {
        match self {
            Language::French => french,
            Language::English => english,
        }
    }

    pub(crate) const fn of_print(self) -> print::Language {
        match self {
            Language::French => print::Language::French,
            Language::English => print::Language::English,
        }
    }
}

/// UTC milliseconds as the shop's computer shows them, so that paper and window agree.
pub(super) fn local(at: i64) -> DateTime<Local> {
    Local.timestamp_millis_opt(at).single().unwrap_or_default()
}

/// UTC milliseconds as `18/09/2018 06:35`.
pub(crate) fn moment(at: i64) -> String {
    local(at).format("%d/%m/%Y %H:%M").to_string()
}

/// UTC milliseconds as `18/09/2018`.
pub(super) fn day(at: i64) -> String {
    local(at).format("%d/%m/%Y").to_string()
}

/// A sealed label with the apostrophes and spaces of print.
pub(super) fn typeset(text: &str) -> String {
    text.replace('\'', "’").replace(" :", "\u{a0}:")
}

pub(crate) const fn state(state: ConsentState, language: Language) -> &'static str {
    match state {
        ConsentState::NeverAsked => language.pick("Jamais demandé", "Never asked"),
        ConsentState::Granted => language.pick("Accordé", "Granted"),
        ConsentState::GrantedByDefault => language.pick("Accordé par défaut", "Granted by default"),
        ConsentState::Refused => language.pick("Refusé", "Refused"),
        ConsentState::Withdrawn => language.pick("Retiré", "Withdrawn"),
    }
}

/// How an agreement on this channel is taken back.
pub(super) const fn withdrawal(channel: Channel, language: Language) -> &'static str {
    match channel {
        Channel::Sms => language.pick(
            "En boutique, par écrit, ou en répondant STOP à un SMS",
            "At the shop, in writing, or by answering STOP to a text message",
        ),
        Channel::Mail => language.pick(
            "En boutique, par écrit, ou en répondant à un e-mail",
            "At the shop, in writing, or by answering an e-mail",
        ),
        Channel::Postal => language.pick("En boutique ou par écrit", "At the shop or in writing"),
        Channel::Phone => {
            language.pick("En boutique, par écrit ou au téléphone", "At the shop, in writing or on the telephone")
        }
    }
}

/// A value in words.
pub(crate) fn fact(label: &str, value: String) -> Fact {
    Fact { label: label.into(), value, lettering: Lettering::Text }
}
