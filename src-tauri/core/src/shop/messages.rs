//! Writing messages, and what people do with them while they are in the outbox.

use super::draft::{Draft, address, allowed};
use super::{Outcome, Shop};
use crate::clients::ClientNumber;
use crate::journal::{JournalChange, Operation};
use crate::messages::{Message, MessageId, MessagePage, MessageRequest, NewMessage, OutboxCounts, QueueCounts};
use crate::store::Tx;
use crate::{Error, Result};

impl Shop {
    /// Writes a message to a client into the outbox. A commercial SMS outside its hours waits for them; one to a land line is written down as
    /// failed.
    ///
    /// # Errors
    /// `MessageBlocked` where the gate says no; `TemplateNotFound`, `TemplateUnsuited`, `ClientNotFound`; `IndicatorMissing`,
    /// `IndicatorNotFound`, `AgreementMissing`, `RepairMissing`; `NameTooLong` for an SMS that its fields make too long.
    pub fn queue_message(&mut self, new: &NewMessage) -> Result<Outcome<Message>> {
        self.transact(Operation::QueueMessage, |tx| {
            let (id, change) = queue(tx, new.number, new)?;
            tx.journal(Some(new.number), None, &[change])?;
            tx.rows().message(id)
        })
    }

    /// Takes a message out of the outbox: it will not be sent, or not again.
    ///
    /// # Errors
    /// `MessageNotFound`; `MessageSettled` for one that is on its way, has left or was cancelled.
    pub fn cancel_message(&mut self, id: MessageId) -> Result<Outcome<Message>> {
        self.transact(Operation::CancelMessage, |tx| {
            let before = tx.rows().message(id)?;
            tx.cancel_message(id)?;
            tx.journal(Some(before.client), None, &[change(&before.template, "")])?;
            tx.rows().message(id)
        })
    }

    /// Puts a message into the outbox again, as it was written, to the client's address of today. The gate is asked again.
    ///
    /// # Errors
    /// `MessageNotFound`; `MessageSettled` for one that waits, is on its way or has left; `MessageBlocked` where the gate says no.
    pub fn retry_message(&mut self, id: MessageId) -> Result<Outcome<Message>> {
        self.transact(Operation::RetryMessage, |tx| {
            let before = tx.rows().outgoing(id)?.ok_or(Error::MessageNotFound)?;
            let client = tx.rows().living(before.client)?;
            let verdict = tx.rows().may_write(client, before.channel, before.purpose, before.asks, tx.now())?;
            let due_at = allowed(&verdict, tx.now())?;
            let (address, failed) = address(&tx.rows().client(client)?.client, before.channel);
            tx.requeue_message(id, &address, due_at, failed)?;
            let after = tx.rows().message(id)?;
            tx.journal(Some(client), None, &[change("", &after.template)])?;
            Ok(after)
        })
    }

    /// One message.
    ///
    /// # Errors
    /// `MessageNotFound`.
    pub fn message(&self, id: MessageId) -> Result<Message> {
        self.store.rows().message(id)
    }

    /// Some messages, in the order asked for.
    ///
    /// # Errors
    /// What the database may say.
    pub fn messages(&self, request: &MessageRequest) -> Result<MessagePage> {
        self.store.rows().messages(request)
    }

    /// How many messages are on their way or need a person.
    ///
    /// # Errors
    /// What the database may say.
    pub fn queue_counts(&self) -> Result<QueueCounts> {
        self.store.rows().queue_counts()
    }

    /// How many messages stand where, of one client or of all.
    ///
    /// # Errors
    /// What the database may say.
    pub fn outbox_counts(&self, client: Option<ClientNumber>) -> Result<OutboxCounts> {
        self.store.rows().outbox_counts(client)
    }
}

/// Writes a message into the outbox in the transaction of its cause, and says what the journal says of it.
///
/// # Errors
/// As [`Shop::queue_message`].
pub(super) fn queue(tx: &Tx<'_>, client: ClientNumber, new: &NewMessage) -> Result<(MessageId, JournalChange)> {
    let (written, repair) = Draft::of(tx.rows(), client, new, tx.now())?.allowed(tx.now())?;
    let id = tx.insert_message(None, &written)?;
    if let Some(repair) = repair {
        tx.repair_reminded(repair, id)?;
        tx.touch(client);
    }
    Ok((id, change("", &written.template)))
}

fn change(old: &str, new: &str) -> JournalChange {
    JournalChange::new("message", old, new)
}
