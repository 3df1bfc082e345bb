//! Messages: what the shop writes to its clients, and the outbox from which it leaves.
//!
//! A message is written whole (address, subject, text) in the transaction of its cause, and asks the gate ([`crate::contact`]) twice: when
//! it is queued, and again when it leaves. What leaves is written down before a server hears of it, so that nothing is lost and nothing is
//! knowingly sent twice: a message that was interrupted on its way is « à vérifier », and only a person sends it again.

mod carrier;
mod context;
pub mod mail;
mod message;
pub mod replies;
pub mod sms;
mod template;

pub use carrier::{Carrier, Delivery, Outgoing};
pub use context::{Context, MessagePurpose};
pub use message::{
    BlockedBy, FailedBecause, Message, MessageId, MessagePage, MessageRequest, MessageState, NewMessage, OutboxCounts,
};
pub use template::{NewTemplate, Template, TemplateId};
