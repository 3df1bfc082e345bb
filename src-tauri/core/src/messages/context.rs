//! Why a message is sent: the list of the tab « Envois de SMS/Mails », and the purpose that the gate is asked about.

use serde::{Deserialize, Serialize};

/// What a message belongs to. « Sélection clients ATTENTE » is [`Context::Selection`] before it has left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Context {
    /// « Sélection clients »: a campaign.
    Selection,
    /// « Demande RGPD ».
    Rights,
    /// « Relances SAV Clients ».
    Repairs,
}

/// What a message is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum MessagePurpose {
    /// What a person is owed about their own data and agreements (GDPR art. 7, 12 to 14): a request, a confirmation, their rights.
    Rights,
    /// A service asked for.
    Technical,
    /// The shop's own offers.
    Commercial,
}

impl Context {
    /// All contexts, in the order of the list.
    pub const ALL: [Context; 3] = [Context::Selection, Context::Rights, Context::Repairs];

    /// The code in the file.
    pub const fn code(self) -> &'static str {
        match self {
            Context::Selection => "selection",
            Context::Rights => "rights",
            Context::Repairs => "repairs",
        }
    }

    /// Whether messages of this context may have this purpose. What a person is owed needs no prior agreement: it is told in a context of
    /// its own, so that no offer passes for it.
    pub const fn suits(self, purpose: MessagePurpose) -> bool {
        match self {
            Context::Rights => matches!(purpose, MessagePurpose::Rights),
            Context::Repairs => matches!(purpose, MessagePurpose::Technical),
            Context::Selection => matches!(purpose, MessagePurpose::Technical | MessagePurpose::Commercial),
        }
    }

    /// The context with this code.
    pub fn from_code(code: &str) -> Option<Context> {
        Self::ALL.into_iter().find(|context| context.code() == code)
    }
}

impl MessagePurpose {
    /// All purposes.
    pub const ALL: [MessagePurpose; 3] =
        [MessagePurpose::Rights, MessagePurpose::Technical, MessagePurpose::Commercial];

    /// The code in the file.
    pub const fn code(self) -> &'static str {
        match self {
            MessagePurpose::Rights => "rights",
            MessagePurpose::Technical => "technical",
            MessagePurpose::Commercial => "commercial",
        }
    }

    /// The purpose with this code.
    pub fn from_code(code: &str) -> Option<MessagePurpose> {
        Self::ALL.into_iter().find(|purpose| purpose.code() == code)
    }
}
