//! Templates: « Sélection d'un format prédéfini ».

use serde::{Deserialize, Serialize};

use super::{Context, MessagePurpose};
use crate::consents::Channel;

/// The identity of a template in the file.
pub type TemplateId = i64;

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
