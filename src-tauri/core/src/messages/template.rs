//! Templates: « Sélection d'un format prédéfini ».

use serde::{Deserialize, Serialize};

use super::fields::{Field, fields_of};
use super::{Context, MessagePurpose};
use crate::consents::{Channel, checked_name, legible};
use crate::{Error, Result};

/// The identity of a template in the file.
pub type TemplateId = i64;

/// The longest subject, and the longest text of an SMS and of a mail, in characters.
const SUBJECT_MAX: u32 = 150;
const SMS_MAX: u32 = 1530;
const MAIL_MAX: u32 = 20_000;

/// A text with merge fields, ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Template {
    /// Its identity.
    #[ts(type = "number")]
    pub id: TemplateId,
    /// What it is.
    #[serde(flatten)]
    pub text: NewTemplate,
    /// The one that the agreement dialog proposes on its channel.
    pub rgpd_default: bool,
}

/// A template to be added, or what one becomes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct NewTemplate {
    /// SMS or mail.
    pub channel: Channel,
    /// Its name, at most 60 characters, of which no other one on its channel has it.
    pub name: String,
    /// The context of its messages.
    pub context: Context,
    /// What the gate is asked about.
    pub purpose: MessagePurpose,
    /// Whether it asks for an agreement, which is then « demandé le … ».
    pub asks: bool,
    /// The subject of a mail, at most 150 characters, with merge fields; empty for an SMS.
    pub subject: String,
    /// The text, with merge fields such as `{nom}`; at most 1,530 characters for an SMS (ten segments), 20,000 for a mail, in which an empty
    /// line begins a paragraph.
    pub body: String,
}

impl NewTemplate {
    /// Checks the template; returns it with its texts as they will be sent.
    ///
    /// # Errors
    /// See [`NewTemplate::checked_text`]; `NameMissing`, `NameTooLong` for its name.
    pub fn checked(&self) -> Result<NewTemplate> {
        let name = checked_name(&self.name)?;
        Ok(NewTemplate { name, ..self.checked_text()? })
    }

    /// Checks all but the name, for a text that is still being written.
    ///
    /// # Errors
    /// `TemplateUnsuited` for a channel that nothing is written on, for a purpose that does not fit the context, and for the fields of repairs
    /// in another context; `TextMissing` without a text, or a subject for a mail; `NameTooLong`; `FieldUnknown`, `TemplateMalformed`; `ShopNameMissing` for a commercial SMS that does
    /// not say whose it is (cnil.fr, La prospection commerciale par SMS-MMS).
    pub fn checked_text(&self) -> Result<NewTemplate> {
        let (longest, subject) = match self.channel {
            Channel::Sms => (SMS_MAX, String::new()),
            Channel::Mail => (MAIL_MAX, legible(&self.subject)),
            Channel::Postal | Channel::Phone => return Err(Error::TemplateUnsuited),
        };
        if !self.context.suits(self.purpose) || (self.asks && self.purpose != MessagePurpose::Rights) {
            return Err(Error::TemplateUnsuited);
        }
        let body = lines(&self.body);
        if body.is_empty() || (self.channel == Channel::Mail && subject.is_empty()) {
            return Err(Error::TextMissing);
        }
        for (text, max) in [(&subject, SUBJECT_MAX), (&body, longest)] {
            if text.chars().count() > max as usize {
                return Err(Error::NameTooLong(max));
            }
        }
        let fields = fields_of(&body)?;
        let about_repair = fields_of(&subject)?.iter().chain(&fields).any(|field| field.is_about_repair());
        if about_repair && self.context != Context::Repairs {
            return Err(Error::TemplateUnsuited);
        }
        if self.is_commercial_sms() && !fields.contains(&Field::Shop) {
            return Err(Error::ShopNameMissing);
        }
        Ok(NewTemplate { subject, body, name: self.name.clone(), ..*self })
    }

    /// Whether it must say whose it is and how to object.
    pub fn is_commercial_sms(&self) -> bool {
        self.channel == Channel::Sms && self.purpose == MessagePurpose::Commercial
    }

    /// Whether it says nothing unless one knows which agreement it is about.
    ///
    /// # Errors
    /// As [`fields_of`].
    pub fn is_about_agreement(&self) -> Result<bool> {
        let about = |text: &str| Ok::<_, Error>(fields_of(text)?.into_iter().any(Field::is_about_agreement));
        Ok(self.asks || about(&self.subject)? || about(&self.body)?)
    }

    /// Whether it says nothing unless one knows which repair it is about.
    ///
    /// # Errors
    /// As [`fields_of`].
    pub fn is_about_repair(&self) -> Result<bool> {
        let about = |text: &str| Ok::<_, Error>(fields_of(text)?.into_iter().any(Field::is_about_repair));
        Ok(about(&self.subject)? || about(&self.body)?)
    }
}

/// The text with its lines, each as it is read; no empty ones around it.
fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<String> = text.split('\n').map(legible).collect();
    lines.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sms(purpose: MessagePurpose, body: &str) -> NewTemplate {
        let context = if purpose == MessagePurpose::Rights { Context::Rights } else { Context::Selection };
        NewTemplate {
            channel: Channel::Sms,
            name: " Essai ".into(),
            context,
            purpose,
            asks: false,
            subject: "perdu".into(),
            body: body.into(),
        }
    }

    #[test]
    fn a_template_is_kept_as_it_will_be_sent() {
        let kept =
            sms(MessagePurpose::Technical, "\r\n Bonjour\u{202e} {nom} \r\n\r\nA demain\u{7}\n\n").checked().unwrap();
        assert_eq!((kept.name.as_str(), kept.subject.as_str()), ("Essai", ""));
        assert_eq!(kept.body, "Bonjour {nom}\n\nA demain");
    }

    #[test]
    fn a_commercial_sms_says_whose_it_is() {
        assert!(matches!(sms(MessagePurpose::Commercial, "Soldes !").checked(), Err(Error::ShopNameMissing)));
        assert!(sms(MessagePurpose::Commercial, "{boutique} : soldes !").checked().is_ok());
        assert!(sms(MessagePurpose::Technical, "C'est demain.").checked().is_ok());
    }

    #[test]
    fn what_needs_no_agreement_is_said_in_its_own_context_only() {
        let information = sms(MessagePurpose::Rights, "Vos droits : {droits}");
        assert!(information.checked().is_ok());
        for wrong in [
            NewTemplate { context: Context::Selection, ..information.clone() },
            NewTemplate { context: Context::Rights, purpose: MessagePurpose::Commercial, ..information.clone() },
            NewTemplate { context: Context::Repairs, purpose: MessagePurpose::Commercial, ..information.clone() },
            NewTemplate { asks: true, ..sms(MessagePurpose::Technical, "Oui ?") },
            sms(MessagePurpose::Technical, "{objet} vous attend"),
            NewTemplate { channel: Channel::Postal, ..information.clone() },
        ] {
            assert!(matches!(wrong.checked(), Err(Error::TemplateUnsuited)), "{wrong:?}");
        }
    }

    #[test]
    fn empty_and_endless_texts_are_refused() {
        assert!(matches!(sms(MessagePurpose::Technical, " \n\u{200b}").checked(), Err(Error::TextMissing)));
        let mail = NewTemplate { channel: Channel::Mail, subject: " ".into(), ..sms(MessagePurpose::Technical, "x") };
        assert!(matches!(mail.checked(), Err(Error::TextMissing)));
        let long = sms(MessagePurpose::Technical, &"é".repeat(1531));
        assert!(matches!(long.checked(), Err(Error::NameTooLong(1530))));
        assert!(sms(MessagePurpose::Technical, &"é".repeat(1530)).checked().is_ok());
    }
}
