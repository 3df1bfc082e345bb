//! What takes messages away: the seam between the outbox and servers.

use super::{FailedBecause, MessageId, MessagePurpose};
use crate::consents::Channel;

/// The longest that a server is obeyed when it asks to wait: a day, in milliseconds.
pub(crate) const LONGEST_WAIT: i64 = 24 * 3_600_000;
/// What of a server's words is kept, in characters.
pub(crate) const DETAIL_MAX: usize = 200;

/// A message on its way. It holds personal data: never log it.
#[derive(Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// Its identity, for a name that a server can recognise a repetition by.
    pub id: MessageId,
    /// What it is for: prospecting bears a way to object.
    pub purpose: MessagePurpose,
    /// E.164 or an e-mail address.
    pub address: String,
    /// The subject of a mail; empty for an SMS.
    pub subject: String,
    /// The whole text.
    pub body: String,
    /// How often a server was asked to take it, this time included.
    pub attempt: u32,
}

/// How one attempt ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// A server took it.
    Sent {
        /// The name under which it did; may be empty.
        receipt: String,
    },
    /// It did not leave, and may later.
    Later {
        /// Why.
        because: FailedBecause,
        /// What the server said.
        detail: String,
        /// How long the server asks to wait, in milliseconds.
        wait: Option<i64>,
    },
    /// It will not leave as it is.
    Failed {
        /// Why.
        because: FailedBecause,
        /// What the server said.
        detail: String,
    },
    /// It was handed over, and nobody knows whether it was taken.
    Unsure {
        /// Why.
        because: FailedBecause,
        /// What the server said.
        detail: String,
    },
}

/// Takes messages of one channel away. Connections are kept from one to the next.
pub trait Carrier: Send {
    /// Tries once. Takes a minute at most; never panics; says nothing personal in `detail`.
    fn deliver(&mut self, message: &Outgoing) -> Delivery;
}

/// One for each channel on which messages can leave.
pub type Carriers = Vec<(Channel, Box<dyn Carrier>)>;

impl std::fmt::Debug for Outgoing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Outgoing").field("id", &self.id).finish_non_exhaustive()
    }
}
