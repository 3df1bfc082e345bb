//! Where a conversation with a mail server broke, and what that means for the message.
//!
//! What the server said before it was given the text leaves no doubt: the message did not leave. Once the text was handed over, only its
//! answer tells (RFC 5321 § 4.2.5, § 6.1): without one, nobody knows.

use std::io;

use super::check::{ConnectionProblem, ProblemKind};
use super::detail::{self, Hidden};
use super::tls;
use crate::messages::{Delivery, FailedBecause};

/// How far the conversation had come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    /// Finding the host, reaching it, being greeted, encrypting.
    Connecting,
    /// Giving name and password.
    LoggingIn,
    /// MAIL FROM.
    Sender,
    /// RCPT TO.
    Recipient,
    /// DATA, before the text.
    Data,
    /// The text.
    Text,
}

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// No host has this name, or no network.
    NoHost,
    /// Nobody answers at that port.
    Unreachable,
    /// No answer in time.
    TimedOut,
    /// The connection broke off.
    Dropped,
    /// The certificate is not for this host, or nobody vouches for it; or no encryption came about.
    Certificate(String),
    /// The server does not offer STARTTLS.
    NoEncryption,
    /// The password would travel in the clear beyond the shop's network.
    Unprotected,
    /// The server offers no way of logging in that we know.
    NoLogin,
    /// There is a user name and no password.
    NoPassword,
    /// The answer is none of a mail server, or none to what was said.
    NotSmtp,
    /// The server takes no addresses with accents.
    NoAccents,
    /// A reply, 4xx or 5xx, and its words.
    Code(u16, String),
}

/// Where it broke, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Breakage {
    pub(super) step: Step,
    pub(super) what: What,
}

impl What {
    /// What an error of the line means.
    pub(super) fn of_io(error: &io::Error) -> What {
        use io::ErrorKind as Kind;
        if let Some(fault) = tls::fault(error) {
            return What::of_tls(fault);
        }
        match error.kind() {
            Kind::TimedOut | Kind::WouldBlock => What::TimedOut,
            Kind::ConnectionRefused | Kind::HostUnreachable | Kind::NetworkUnreachable | Kind::AddrNotAvailable => {
                What::Unreachable
            }
            Kind::InvalidData => What::NotSmtp,
            _ => What::Dropped,
        }
    }

    fn of_tls(fault: &rustls::Error) -> What {
        match fault {
            // It answers, but not encrypted.
            rustls::Error::InvalidMessage(_) => What::NotSmtp,
            other => What::Certificate(tls::words(other)),
        }
    }

    /// In words that hold nothing personal.
    fn words(&self, address: &str, hidden: &Hidden) -> String {
        match self {
            What::NoHost => "host not found".to_owned(),
            What::Unreachable => "no connection".to_owned(),
            What::TimedOut => "no answer in time".to_owned(),
            What::Dropped => "connection dropped".to_owned(),
            What::Certificate(why) => detail::scrub(why, address, hidden),
            What::NoEncryption => "STARTTLS is not offered".to_owned(),
            What::Unprotected => "password not sent without encryption".to_owned(),
            What::NoLogin => "no known way to log in".to_owned(),
            What::NoPassword => "no password is stored".to_owned(),
            What::NotSmtp => "not the answer of a mail server".to_owned(),
            What::NoAccents => "addresses with accents are not taken".to_owned(),
            What::Code(code, said) => detail::scrub(&format!("{code} {said}"), address, hidden),
        }
    }
}

/// Whether a server says at RCPT TO that it takes mails for its own addresses only, or only from those who gave a password: « Relay access
/// denied » (Postfix), « Relaying denied » (Sendmail), « relay not permitted » (Exim), « Unable to relay » (Exchange), all under 5.7.1 or none.
fn denies_relaying(said: &str) -> bool {
    let said = said.to_lowercase();
    ["relay", "authentication required", "not authenticated", "authenticate first"]
        .iter()
        .any(|words| said.contains(words))
}

impl Breakage {
    pub(super) fn new(step: Step, what: What) -> Breakage {
        Breakage { step, what }
    }

    /// What becomes of the message.
    pub(super) fn delivery(&self, address: &str, hidden: &Hidden) -> Delivery {
        use FailedBecause as Because;
        let detail = self.what.words(address, hidden);
        let because = match (&self.what, self.step) {
            // The text was handed over: only a reply says what became of it.
            (What::TimedOut, Step::Text) => return Delivery::Unsure { because: Because::TimedOut, detail },
            (What::NotSmtp, Step::Text) => return Delivery::Unsure { because: Because::NotUnderstood, detail },
            (What::Code(400..=499, _), Step::Text) => Because::Later,
            (What::Code(..), Step::Text) => return Delivery::Failed { because: Because::Refused, detail },
            (_, Step::Text) => return Delivery::Unsure { because: Because::Dropped, detail },
            (What::NoAccents, _) => return Delivery::Failed { because: Because::AddressRefused, detail },
            // RFC 4954 § 6: it wants a password first, or another one. That is no word about the message.
            (What::Code(530 | 534 | 535 | 538, _), _) => Because::Credentials,
            (What::Code(400..=499, _), _) => Because::Later,
            (What::Code(..), Step::LoggingIn) | (What::NoLogin | What::NoPassword | What::Unprotected, _) => {
                Because::Credentials
            }
            // The sender is the shop's, in every mail; and whether the server passes mails on is no word about this address either.
            (What::Code(..), Step::Sender) => Because::Setup,
            (What::Code(_, said), Step::Recipient) if denies_relaying(said) => Because::Setup,
            (What::Code(..), Step::Recipient) => {
                return Delivery::Failed { because: Because::AddressRefused, detail };
            }
            (What::Code(..), Step::Data) => return Delivery::Failed { because: Because::Refused, detail },
            // A server that turns us away at the door has not heard of any message.
            (What::Code(..), Step::Connecting) | (What::NoHost | What::Unreachable | What::NotSmtp, _) => {
                Because::Unreachable
            }
            (What::TimedOut, _) => Because::TimedOut,
            (What::Dropped, _) => Because::Dropped,
            (What::Certificate(_) | What::NoEncryption, _) => Because::Certificate,
        };
        Delivery::Later { because, detail, wait: None }
    }

    /// What a person has to change in the setup.
    pub(super) fn problem(&self, hidden: &Hidden) -> ConnectionProblem {
        let kind = match (&self.what, self.step) {
            (What::NoHost, _) => ProblemKind::Host,
            (What::Unreachable, _) => ProblemKind::Port,
            (What::TimedOut, _) => ProblemKind::Silent,
            (What::Dropped, _) => ProblemKind::Dropped,
            (What::Certificate(_), _) => ProblemKind::Certificate,
            (What::NoEncryption, _) => ProblemKind::NoEncryption,
            (What::Unprotected, _) => ProblemKind::Unprotected,
            (What::NotSmtp, _) => ProblemKind::NotAMailServer,
            (What::NoLogin | What::NoPassword | What::Code(530 | 534 | 535 | 538, _), _)
            | (What::Code(500..=599, _), Step::LoggingIn) => ProblemKind::Password,
            (What::Code(500..=599, _), Step::Sender) | (What::NoAccents, _) => ProblemKind::Sender,
            (What::Code(..), _) => ProblemKind::TurnedAway,
        };
        ConnectionProblem { kind, detail: self.what.words("", hidden) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(step: Step, what: What) -> String {
        match Breakage::new(step, what).delivery("laura@orange.example", &Hidden::default()) {
            Delivery::Later { because, .. } => format!("later {because:?}"),
            Delivery::Failed { because, .. } => format!("failed {because:?}"),
            Delivery::Unsure { because, .. } => format!("unsure {because:?}"),
            Delivery::Sent { .. } => "sent".to_owned(),
        }
    }

    fn code(step: Step, code: u16) -> String {
        of(step, What::Code(code, "said".into()))
    }

    #[test]
    fn before_the_text_nothing_is_in_doubt() {
        for step in [Step::Connecting, Step::LoggingIn, Step::Sender, Step::Recipient, Step::Data] {
            for what in [What::NoHost, What::Unreachable, What::TimedOut, What::Dropped, What::NotSmtp] {
                assert!(of(step, what).starts_with("later"));
            }
            assert!(code(step, 421).starts_with("later Later"));
        }
    }

    #[test]
    fn after_the_text_only_a_reply_tells() {
        assert_eq!(of(Step::Text, What::TimedOut), "unsure TimedOut");
        assert_eq!(of(Step::Text, What::Dropped), "unsure Dropped");
        assert_eq!(of(Step::Text, What::NotSmtp), "unsure NotUnderstood");
        assert_eq!(of(Step::Text, What::Certificate(String::new())), "unsure Dropped");
        assert_eq!(code(Step::Text, 451), "later Later");
        assert_eq!(code(Step::Text, 554), "failed Refused");
    }

    #[test]
    fn a_refusal_is_of_the_address_only_when_the_address_was_asked_about() {
        assert_eq!(code(Step::Recipient, 550), "failed AddressRefused");
        assert_eq!(code(Step::Data, 554), "failed Refused");
        assert_eq!(code(Step::Connecting, 554), "later Unreachable");
    }

    #[test]
    fn a_refused_setup_is_no_word_about_the_message() {
        assert_eq!(code(Step::Sender, 550), "later Setup");
        for said in
            ["5.7.1 Relay access denied", "Relaying denied. Proper authentication required.", "5.7.1 Unable to relay"]
        {
            assert_eq!(of(Step::Recipient, What::Code(554, said.into())), "later Setup", "{said}");
        }
        assert_eq!(of(Step::Recipient, What::Code(550, "5.7.1 Recipient rejected".into())), "failed AddressRefused");
    }

    #[test]
    fn a_wrong_password_is_no_word_about_the_message() {
        assert_eq!(code(Step::LoggingIn, 535), "later Credentials");
        assert_eq!(code(Step::LoggingIn, 504), "later Credentials");
        assert_eq!(code(Step::LoggingIn, 454), "later Later");
        assert_eq!(code(Step::Sender, 530), "later Credentials");
        assert_eq!(of(Step::LoggingIn, What::NoLogin), "later Credentials");
    }
}
