//! A message, from the moment it is queued.

use serde::{Deserialize, Serialize};

use super::{Context, MessagePurpose, TemplateId};
use crate::clients::ClientNumber;
use crate::consents::{Channel, IndicatorId};

/// The identity of a message in the file.
pub type MessageId = i64;

/// Where a message stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum MessageState {
    /// « En attente ».
    Pending,
    /// « En cours ».
    Sending,
    /// « À vérifier »: interrupted while it was sent; it may have arrived.
    Unsure,
    /// « Envoyé »: a server took it.
    Sent,
    /// « Échec »: no server will take it as it is.
    Failed,
    /// « Bloqué »: the gate said no.
    Blocked,
    /// « Annulé ».
    Cancelled,
}

/// A message to one client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct NewMessage {
    /// To whom.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// The template.
    #[ts(type = "number")]
    pub template: TemplateId,
    /// Another context than the template's.
    pub context: Option<Context>,
    /// The indicator that it is about: what a request asks for, what a confirmation confirms.
    #[ts(type = "number | null")]
    pub indicator: Option<IndicatorId>,
}

/// A message as the lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Message {
    /// Its identity.
    #[ts(type = "number")]
    pub id: MessageId,
    /// To whom.
    #[ts(type = "number")]
    pub client: ClientNumber,
    /// The client's name, as the search shows it.
    pub client_name: String,
    /// SMS or mail.
    pub channel: Channel,
    /// What it belongs to.
    pub context: Context,
    /// What the gate was asked about.
    pub purpose: MessagePurpose,
    /// The template's name when it was queued.
    pub template: String,
    /// An e-mail address, or a telephone number in national form.
    pub address: String,
    /// The subject of a mail; empty for an SMS.
    pub subject: String,
    /// The text as it is sent, the mention of STOP included.
    pub body: String,
    /// Where it stands.
    pub state: MessageState,
    /// With `blocked`: what the gate said.
    pub blocked_by: Option<BlockedBy>,
    /// With `failed`, `unsure`, or `pending` after an attempt: why.
    pub failed_because: Option<FailedBecause>,
    /// What a server said, without addresses; at most 200 characters.
    pub detail: String,
    /// How often a server was asked to take it; counted before it is asked.
    pub attempts: u32,
    /// When it was queued, UTC milliseconds.
    #[ts(type = "number")]
    pub queued_at: i64,
    /// While pending: when it may next be tried, UTC milliseconds.
    #[ts(type = "number")]
    pub due_at: i64,
    /// When a server took it, UTC milliseconds.
    #[ts(type = "number | null")]
    pub sent_at: Option<i64>,
    /// Who queued it.
    pub operator: String,
}

/// What the gate said of a blocked message: the first of its reasons.
pub type BlockedBy = crate::contact::Reason;

/// Why a message did not leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum FailedBecause {
    /// Nothing says how messages of this channel leave.
    NoCarrier,
    /// No connection, or no such host: tried again.
    Unreachable,
    /// The server did not answer in time: tried again, or « à vérifier » once the text was handed over.
    TimedOut,
    /// The server broke off: tried again, or « à vérifier » once the text was handed over.
    Dropped,
    /// The server's certificate is not for this host, or nobody vouches for it: tried again.
    Certificate,
    /// The server does not take the name and password, or the key: tried again.
    Credentials,
    /// The server does not take what is set up: the sender, who may write through it, the gateway's page. Tried again.
    Setup,
    /// The server asks to come back later (SMTP 4xx, HTTP 429 and 5xx): tried again.
    Later,
    /// The server refuses this address.
    AddressRefused,
    /// The server refuses this message.
    Refused,
    /// The server's answer is not one that its setting expects: « à vérifier ».
    NotUnderstood,
    /// A land line: no SMS can reach it.
    LandLine,
    /// With what its fields hold, the text of a campaign is empty for this client, or too long.
    Text,
    /// A folder or list of messages could not be written: tried again.
    Unwritable,
    /// The program ended while the message was being sent: « à vérifier ».
    Interrupted,
    /// Tried for three days without success.
    GivenUp,
}

impl OutboxCounts {
    /// Counts so many messages of a context in a state.
    pub(crate) fn add(&mut self, context: Context, state: MessageState, messages: u64) {
        use MessageState as S;
        self.all += messages;
        *match (context, state) {
            (Context::Selection, S::Sent) => &mut self.selection,
            (Context::Selection, _) => &mut self.selection_waiting,
            (Context::Rights, _) => &mut self.rights,
            (Context::Repairs, _) => &mut self.repairs,
        } += messages;
        self.queue.add(state, messages);
    }
}

impl QueueCounts {
    /// Counts so many messages in a state.
    pub(crate) fn add(&mut self, state: MessageState, messages: u64) {
        use MessageState as S;
        match state {
            S::Pending | S::Sending => self.waiting += messages,
            S::Unsure | S::Failed => self.trouble += messages,
            S::Blocked => self.blocked += messages,
            S::Sent | S::Cancelled => {}
        }
    }
}

impl Default for MessageSort {
    /// The newest first.
    fn default() -> Self {
        MessageSort { column: MessageColumn::Date, descending: true }
    }
}

impl MessageState {
    /// All states.
    pub const ALL: [MessageState; 7] = [
        MessageState::Pending,
        MessageState::Sending,
        MessageState::Unsure,
        MessageState::Sent,
        MessageState::Failed,
        MessageState::Blocked,
        MessageState::Cancelled,
    ];

    /// The code in the file.
    pub const fn code(self) -> &'static str {
        match self {
            MessageState::Pending => "pending",
            MessageState::Sending => "sending",
            MessageState::Unsure => "unsure",
            MessageState::Sent => "sent",
            MessageState::Failed => "failed",
            MessageState::Blocked => "blocked",
            MessageState::Cancelled => "cancelled",
        }
    }

    /// The state with this code.
    pub fn from_code(code: &str) -> Option<MessageState> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

impl FailedBecause {
    /// All reasons.
    pub const ALL: [FailedBecause; 16] = [
        FailedBecause::NoCarrier,
        FailedBecause::Unreachable,
        FailedBecause::TimedOut,
        FailedBecause::Dropped,
        FailedBecause::Certificate,
        FailedBecause::Credentials,
        FailedBecause::Setup,
        FailedBecause::Later,
        FailedBecause::AddressRefused,
        FailedBecause::Refused,
        FailedBecause::NotUnderstood,
        FailedBecause::LandLine,
        FailedBecause::Text,
        FailedBecause::Unwritable,
        FailedBecause::Interrupted,
        FailedBecause::GivenUp,
    ];

    /// The code in the file.
    pub const fn code(self) -> &'static str {
        match self {
            FailedBecause::NoCarrier => "no_carrier",
            FailedBecause::Unreachable => "unreachable",
            FailedBecause::TimedOut => "timed_out",
            FailedBecause::Dropped => "dropped",
            FailedBecause::Certificate => "certificate",
            FailedBecause::Credentials => "credentials",
            FailedBecause::Setup => "setup",
            FailedBecause::Later => "later",
            FailedBecause::AddressRefused => "address_refused",
            FailedBecause::Refused => "refused",
            FailedBecause::NotUnderstood => "not_understood",
            FailedBecause::LandLine => "land_line",
            FailedBecause::Text => "text",
            FailedBecause::Unwritable => "unwritable",
            FailedBecause::Interrupted => "interrupted",
            FailedBecause::GivenUp => "given_up",
        }
    }

    /// The reason with this code.
    pub fn from_code(code: &str) -> Option<FailedBecause> {
        Self::ALL.into_iter().find(|because| because.code() == code)
    }

    /// Whether it is the server, or the way to it, that does not do its work: other messages need not be tried either. That a server asks to
    /// come back later may be about one address (greylisting).
    pub const fn concerns_all(self) -> bool {
        matches!(
            self,
            FailedBecause::NoCarrier
                | FailedBecause::Unreachable
                | FailedBecause::TimedOut
                | FailedBecause::Dropped
                | FailedBecause::Certificate
                | FailedBecause::Credentials
                | FailedBecause::Setup
                | FailedBecause::Unwritable
        )
    }
}

/// Which messages of the outbox are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MessageRequest {
    /// Those of one client; else of all.
    #[ts(type = "number | null")]
    pub number: Option<ClientNumber>,
    /// Of one channel.
    pub channel: Option<Channel>,
    /// Of one context.
    pub context: Option<Context>,
    /// Only those that have left (`true`) or have not (`false`), whatever kept them.
    pub sent: Option<bool>,
    /// In one state.
    pub state: Option<MessageState>,
    /// In which order.
    pub sort: MessageSort,
    /// Those that follow this one in that order, from the last page's `next`.
    #[ts(type = "number | null")]
    pub after: Option<MessageId>,
    /// At most 500.
    pub limit: u32,
}

/// An order of messages; of two that are equal by it, the newer one comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MessageSort {
    /// By what.
    pub column: MessageColumn,
    /// The last first.
    pub descending: bool,
}

/// What messages are put in order by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum MessageColumn {
    /// When they were written.
    Date,
    /// The client's name, as the search sorts it.
    Client,
    /// Where they stand; those that need a person come first: « à vérifier », « échec », « bloqué », then « en cours », « en attente »,
    /// « envoyé », « annulé ».
    State,
}

/// Some messages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MessagePage {
    /// In the order asked for.
    pub messages: Vec<Message>,
    /// Where the next page begins.
    #[ts(type = "number | null")]
    pub next: Option<MessageId>,
    /// How many there are, by context and state, of the client or of all.
    pub counts: OutboxCounts,
}

/// How many messages are on their way or need a person, whatever has left: for what is shown all day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct QueueCounts {
    /// « En attente » and « en cours ».
    #[ts(type = "number")]
    pub waiting: u64,
    /// « Échec », « à vérifier ».
    #[ts(type = "number")]
    pub trouble: u64,
    /// « Bloqué ».
    #[ts(type = "number")]
    pub blocked: u64,
}

/// How many messages there are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct OutboxCounts {
    /// « Tous ».
    #[ts(type = "number")]
    pub all: u64,
    /// « Sélection clients ATTENTE »: those that have not left, whatever kept them.
    #[ts(type = "number")]
    pub selection_waiting: u64,
    /// « Sélection clients »: those that have left.
    #[ts(type = "number")]
    pub selection: u64,
    /// « Demande RGPD ».
    #[ts(type = "number")]
    pub rights: u64,
    /// « Relances SAV Clients ».
    #[ts(type = "number")]
    pub repairs: u64,
    /// Whatever their context.
    #[serde(flatten)]
    pub queue: QueueCounts,
}
