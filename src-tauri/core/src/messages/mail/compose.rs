//! A mail, from a message of the outbox to the bytes that a server gets (RFC 5322, MIME).
//!
//! Everything is ASCII on the wire, so that no server needs an extension for it. The name of a mail (`Message-ID`) depends on the file and the
//! message only: a repetition bears the same one. `List-Unsubscribe` is a `mailto:` (RFC 2369) and only on prospecting; the header of
//! one-click objections (RFC 8058) would promise a web server, which a shop does not have.

use lettre::address::Envelope;
use lettre::message::header::{Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};
use sha2::{Digest as _, Sha256};

use crate::hex::hex;

use super::setup::MailSetup;
use super::{html, percent};
use crate::messages::{MessagePurpose, Outgoing};

/// A mail, ready to be handed over.
pub(super) struct Mail {
    pub(super) from: Address,
    pub(super) to: Address,
    /// With CRLF.
    pub(super) bytes: Vec<u8>,
}

/// What a mail is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::messages) enum Form {
    /// Text and HTML, for a mailbox.
    Mailbox,
    /// Text alone, for a gateway that makes an SMS of it.
    Gateway,
}

/// Why there is no mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unfit {
    /// The recipient's address is none.
    Recipient,
    /// The setup's sender is none.
    Sender,
}

/// Makes the mail.
pub(super) fn compose(setup: &MailSetup, file_id: &str, message: &Outgoing, form: Form) -> Result<Mail, Unfit> {
    let from: Address = setup.sender_address.parse().map_err(|_| Unfit::Sender)?;
    let to: Address = message.address.parse().map_err(|_| Unfit::Recipient)?;
    // The library gives up, and with it the thread, on a name of two lines.
    let name = Some(one_line(setup.sender_name.trim())).filter(|name| !name.is_empty());
    let mut builder = Message::builder()
        .from(Mailbox::new(name, from.clone()))
        .to(Mailbox::new(None, to.clone()))
        .subject(one_line(&message.subject))
        .message_id(Some(format!("<{}>", name_of(file_id, message.id, &from))))
        .date_now();
    if !setup.reply_to.is_empty() {
        builder = builder.reply_to(Mailbox::new(None, setup.reply_to.parse().map_err(|_| Unfit::Sender)?));
    }
    if form == Form::Mailbox && message.purpose == MessagePurpose::Commercial {
        builder = builder.header(ListUnsubscribe::by_mail(setup.unsubscribe_address(), message.id));
    }
    let envelope = Envelope::new(Some(from.clone()), vec![to.clone()]).map_err(|_| Unfit::Recipient)?;
    let builder = builder.envelope(envelope);
    let made = match form {
        Form::Mailbox => {
            let html = html::of(&message.body);
            builder.multipart(MultiPart::alternative_plain_html(message.body.clone(), html))
        }
        Form::Gateway => builder.singlepart(SinglePart::plain(message.body.clone())),
    };
    let bytes = made.map_err(|_| Unfit::Sender)?.formatted();
    Ok(Mail { from, to, bytes })
}

/// The name of a message, without brackets: the same each time it is tried, and nobody else's.
fn name_of(file_id: &str, id: i64, from: &Address) -> String {
    format!("{}@{}", reference(file_id, id), from.domain())
}

/// What tells a message from those of other shops, without saying which file it is in.
pub(in crate::messages) fn reference(file_id: &str, id: i64) -> String {
    let digest = Sha256::digest(format!("ecrin message {file_id}"));
    let shop = hex(&digest[..8]);
    format!("{shop}.{id}")
}

/// Stands on one line, whatever a template or a setup brought.
fn one_line(text: &str) -> String {
    text.split(char::is_control).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Where a mailbox's own button sends an objection.
#[derive(Clone, Debug)]
struct ListUnsubscribe(String);

impl ListUnsubscribe {
    fn by_mail(address: &str, id: i64) -> ListUnsubscribe {
        ListUnsubscribe(format!("<mailto:{}?subject=STOP%20{id}>", percent::encode(address, "@+")))
    }
}

impl Header for ListUnsubscribe {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe")
    }

    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(ListUnsubscribe(text.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setup() -> MailSetup {
        MailSetup {
            sender_name: "Bijouterie d’Essai".into(),
            sender_address: "contact@boutique.example".into(),
            ..MailSetup::default()
        }
    }

    fn outgoing() -> Outgoing {
        Outgoing {
            id: 42,
            purpose: MessagePurpose::Rights,
            address: "laura.dupont@orange.example".into(),
            subject: "Vos droits".into(),
            body: "Bonjour".into(),
            attempt: 1,
        }
    }

    fn text_of(setup: &MailSetup, message: &Outgoing, form: Form) -> String {
        let mail = compose(setup, "file", message, form).ok().unwrap();
        String::from_utf8(mail.bytes).unwrap()
    }

    #[test]
    fn everything_on_the_wire_is_ascii_with_crlf() {
        let message = Outgoing {
            subject: "Prêt à l’œuvre ✓".into(), body: "Été 💍\nà bientôt".into(), ..outgoing()
        };
        let text = text_of(&setup(), &message, Form::Mailbox);
        assert!(text.is_ascii());
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
        assert!(text.split("\r\n").all(|line| line.len() <= 998));
    }

    #[test]
    fn a_subject_cannot_bring_a_header() {
        let message = Outgoing { subject: "Bonjour\r\nBcc: x@y.example".into(), ..outgoing() };
        let text = text_of(&setup(), &message, Form::Mailbox);
        assert!(text.contains("Subject: Bonjour Bcc: x@y.example\r\n"), "{text}");
        assert!(!text.contains("\r\nBcc:"));
    }

    #[test]
    fn a_sender_s_name_of_two_lines_becomes_one() {
        let setup = MailSetup { sender_name: "Bijouterie\r\nEssai".into(), ..setup() };
        let text = text_of(&setup, &outgoing(), Form::Mailbox);
        assert!(text.contains("Bijouterie Essai") && !text.contains("\r\nEssai"), "{text}");
    }

    #[test]
    fn the_name_depends_on_the_file_and_the_message_only() {
        let line = |text: &str| text.lines().find(|line| line.starts_with("Message-ID: ")).map(str::to_owned).unwrap();
        let first = line(&text_of(&setup(), &outgoing(), Form::Mailbox));
        let second = line(&text_of(&setup(), &Outgoing { attempt: 2, ..outgoing() }, Form::Mailbox));
        assert_eq!(first, second);
        assert!(first.ends_with(".42@boutique.example>"), "{first}");
        assert_ne!(reference("file", 1), reference("other", 1));
        assert_ne!(reference("file", 1), reference("file", 2));
        assert!(!reference("abcdef0123456789", 1).contains("abcdef0123456789"));
    }

    #[test]
    fn only_prospecting_bears_the_button_of_objections() {
        let setup = MailSetup { unsubscribe: "stop+mail@boutique.example".into(), ..setup() };
        for purpose in MessagePurpose::ALL {
            let text = text_of(&setup, &Outgoing { purpose, ..outgoing() }, Form::Mailbox);
            let header = text.lines().find(|line| line.starts_with("List-Unsubscribe"));
            let expected = "List-Unsubscribe: <mailto:stop+mail@boutique.example?subject=STOP%2042>";
            assert_eq!(header, (purpose == MessagePurpose::Commercial).then_some(expected));
            assert!(!text.contains("List-Unsubscribe-Post"));
        }
    }

    #[test]
    fn objections_go_where_answers_go_unless_the_setup_says_otherwise() {
        let mut setup = setup();
        assert_eq!(setup.unsubscribe_address(), "contact@boutique.example");
        setup.reply_to = "boutique@boutique.example".into();
        assert_eq!(setup.unsubscribe_address(), "boutique@boutique.example");
        setup.unsubscribe = "stop@boutique.example".into();
        assert_eq!(setup.unsubscribe_address(), "stop@boutique.example");
    }

    #[test]
    fn a_gateway_gets_the_text_alone() {
        let text = text_of(&setup(), &Outgoing { subject: String::new(), ..outgoing() }, Form::Gateway);
        assert!(text.contains("Content-Type: text/plain"));
        assert!(!text.contains("text/html") && !text.contains("multipart"));
    }

    #[test]
    fn what_is_no_address_gets_no_mail() {
        let unfit = |address: &str| {
            compose(&setup(), "file", &Outgoing { address: address.into(), ..outgoing() }, Form::Mailbox).err()
        };
        assert_eq!(unfit("laura"), Some(Unfit::Recipient));
        assert_eq!(unfit("a@b.example\r\nRCPT TO:<c@d.example>"), Some(Unfit::Recipient));
        assert_eq!(unfit("laura@orange.example"), None);
    }
}
