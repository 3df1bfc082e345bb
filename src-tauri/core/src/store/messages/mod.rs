//! The rows of messages: templates, the outbox, and what of how messages leave the core itself must know.

mod campaigns;
mod carriers;
mod claim;
mod counts;
mod pages;
mod replies;
mod templates;
mod write;

pub(crate) use campaigns::UnwrittenCampaign;
pub(crate) use claim::{Due, Settled};
pub(crate) use replies::ReplyBefore;
pub(crate) use write::WrittenMessage;

use rusqlite::Row;

use crate::clients::ClientNumber;
use crate::consents::Channel;
use crate::contact::Reason;
use crate::messages::{Context, FailedBecause, Message, MessagePurpose, MessageState};
use crate::phones::Phone;
use crate::store::clients::name;
use crate::{Error, Result};

/// What a message is read from; `c` is its client.
const COLUMNS: &str = "m.id, m.client, m.channel, m.context, m.purpose, m.template, m.address, m.subject, m.body, m.state, m.reason, \
    m.detail, m.attempts, m.queued_at, m.due_at, m.sent_at, m.operator, c.last_name, c.first_name, c.company, c.merged_into";

fn message(row: &Row<'_>) -> Result<Message> {
    let text = |column: &str| row.get::<_, String>(column);
    let channel = channel(&text("channel")?)?;
    let state = MessageState::from_code(&text("state")?).ok_or(Error::FileCorrupt)?;
    let reason = text("reason")?;
    let address = text("address")?;
    Ok(Message {
        id: row.get("id")?,
        client: row.get::<_, ClientNumber>("client")?,
        client_name: name(row)?,
        channel,
        context: Context::from_code(&text("context")?).ok_or(Error::FileCorrupt)?,
        purpose: purpose(&text("purpose")?)?,
        template: text("template")?,
        address: if channel == Channel::Sms { Phone::from_stored(&address, true).display() } else { address },
        subject: text("subject")?,
        body: text("body")?,
        state,
        blocked_by: if state == MessageState::Blocked { Reason::from_code(&reason) } else { None },
        failed_because: if state == MessageState::Blocked { None } else { FailedBecause::from_code(&reason) },
        detail: text("detail")?,
        attempts: row.get("attempts")?,
        queued_at: row.get("queued_at")?,
        due_at: row.get("due_at")?,
        sent_at: row.get("sent_at")?,
        operator: text("operator")?,
    })
}

fn channel(code: &str) -> Result<Channel> {
    Channel::from_code(code).ok_or(Error::FileCorrupt)
}

fn purpose(code: &str) -> Result<MessagePurpose> {
    MessagePurpose::from_code(code).ok_or(Error::FileCorrupt)
}
