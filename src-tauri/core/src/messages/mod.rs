//! Messages: what the shop writes to its clients, and the outbox from which it leaves.
//!
//! A message is written whole (address, subject, text) in the transaction of its cause, and asks the gate ([`crate::contact`]) twice: when
//! it is queued, and again when it leaves. What leaves is written down before a server hears of it, so that nothing is lost and nothing is
//! knowingly sent twice: a message that was interrupted on its way is « à vérifier », and only a person sends it again.

mod backoff;
mod campaign;
mod carrier;
mod context;
mod deliver;
mod fields;
pub mod mail;
mod message;
pub mod replies;
mod setup;
pub mod sms;
mod template;

pub(crate) use backoff::wait_after;
pub use campaign::{
    Campaign, CampaignCounts, CampaignId, CampaignPreview, CampaignRequest, CampaignState, NewCampaign,
};
pub use carrier::{Carrier, Carriers, Delivery, Outgoing};
pub(crate) use carrier::{DETAIL_MAX, LONGEST_WAIT};
pub use context::{Context, MessagePurpose};
pub use deliver::{Claim, Deliverer, DeliveryCounts, Outbox};
pub(crate) use fields::merge;
pub use fields::{FIELDS, Field, MergeField, fields_of, known_fields};
pub use message::{
    BlockedBy, FailedBecause, Message, MessageColumn, MessageId, MessagePage, MessageRequest, MessageSort,
    MessageState, NewMessage, OutboxCounts, QueueCounts,
};
pub use setup::{MailSetupRequest, MessageSetup, SecretName, SmsSetupRequest, carriers};
pub use template::{NewTemplate, Template, TemplateId};
