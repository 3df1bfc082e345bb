//! Putting messages into the outbox, and what people do with them there.

use rusqlite::{OptionalExtension, named_params, params};

use crate::clients::ClientNumber;
use crate::consents::{Channel, IndicatorId};
use crate::contact::Reason;
use crate::messages::{CampaignId, Context, FailedBecause, MessageId, MessagePurpose, MessageState};
use crate::store::Tx;
use crate::{Error, Result};

/// A message about to be put into the outbox, whole.
#[derive(Clone, Debug)]
pub(crate) struct WrittenMessage {
    pub(crate) client: ClientNumber,
    pub(crate) channel: Channel,
    pub(crate) context: Context,
    pub(crate) purpose: MessagePurpose,
    /// The indicator that it asks for.
    pub(crate) asks: Option<IndicatorId>,
    /// The template's name.
    pub(crate) template: String,
    /// E.164 or an e-mail address.
    pub(crate) address: String,
    pub(crate) subject: String,
    pub(crate) body: String,
    /// When it may leave, UTC milliseconds.
    pub(crate) due_at: i64,
    /// Why it cannot leave at all.
    pub(crate) failed: Option<FailedBecause>,
    /// Why the gate says no, which goes before.
    pub(crate) blocked: Option<Reason>,
}

impl Tx<'_> {
    /// Puts a message into the outbox, of a campaign or on its own.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn insert_message(&self, campaign: Option<CampaignId>, new: &WrittenMessage) -> Result<MessageId> {
        let (state, reason) = match (new.blocked, new.failed) {
            (Some(reason), _) => (MessageState::Blocked, reason.code()),
            (None, Some(because)) => (MessageState::Failed, because.code()),
            (None, None) => (MessageState::Pending, ""),
        };
        self.connection.prepare_cached(include_str!("insert_message.sql"))?.execute(named_params! {
            ":client": new.client,
            ":channel": new.channel.code(),
            ":context": new.context.code(),
            ":purpose": new.purpose.code(),
            ":asks": new.asks,
            ":template": new.template,
            ":address": new.address,
            ":subject": new.subject,
            ":body": new.body,
            ":state": state.code(),
            ":reason": reason,
            ":now": self.now(),
            ":due_at": new.due_at,
            ":operator": self.context.operator,
            ":campaign": campaign,
        })?;
        let id = self.connection.last_insert_rowid();
        self.touch_message(new.client, new.asks);
        Ok(id)
    }

    /// Puts another mention of STOP into the prospecting by SMS that has not left. One of a single word is looked for at the end only, since the
    /// shop's name may hold it.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn replace_stop_mention(&self, before: &str, after: &str) -> Result<()> {
        if before == after {
            return Ok(());
        }
        let replaced = self.connection.execute(
            "UPDATE message
             SET body = iif(instr(?1, ' ') > 0, replace(body, ?1, ?2), substr(body, 1, length(body) - length(?1)) || ?2)
             WHERE state IN ('pending', 'failed', 'blocked', 'cancelled') AND channel = 'sms' AND purpose = 'commercial'
                AND iif(instr(?1, ' ') > 0, instr(body, ?1) > 0, substr(body, -length(?1)) = ?1)",
            params![before, after],
        )?;
        if replaced > 0 {
            self.touch_messages();
        }
        Ok(())
    }

    /// Takes a message out of the outbox; what kept it stays written.
    ///
    /// # Errors
    /// `MessageSettled` for one that is on its way, has left or was cancelled.
    pub(crate) fn cancel_message(&self, id: MessageId) -> Result<()> {
        let cancelled = self.moved(
            "UPDATE message SET state = 'cancelled'
             WHERE id = ?1 AND state IN ('pending', 'unsure', 'failed', 'blocked') RETURNING client, asks",
            params![id],
        )?;
        if cancelled { Ok(()) } else { Err(Error::MessageSettled) }
    }

    /// Puts a message into the outbox again, to an address that may be another one by now. Its text stays.
    ///
    /// # Errors
    /// `MessageSettled` for one that waits, is on its way or has left.
    pub(crate) fn requeue_message(
        &self,
        id: MessageId,
        address: &str,
        due_at: i64,
        failed: Option<FailedBecause>,
    ) -> Result<()> {
        let (state, reason) = failed.map_or(("pending", ""), |because| ("failed", because.code()));
        let requeued = self.moved(
            "UPDATE message SET state = ?2, reason = ?3, detail = '', tries = 0, address = ?4, due_at = ?5
             WHERE id = ?1 AND state IN ('unsure', 'failed', 'blocked', 'cancelled') RETURNING client, asks",
            params![id, state, reason, address, due_at],
        )?;
        if requeued { Ok(()) } else { Err(Error::MessageSettled) }
    }

    /// Runs an update of at most one message that returns its client and what it asks for; says whether there was one.
    pub(super) fn moved(&self, sql: &str, values: impl rusqlite::Params) -> Result<bool> {
        let moved: Option<(ClientNumber, Option<IndicatorId>)> =
            self.connection.prepare_cached(sql)?.query_row(values, |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        if let Some((client, asks)) = moved {
            self.touch_message(client, asks);
        }
        Ok(moved.is_some())
    }

    /// Whoever is asked for an agreement shows it in their consents.
    fn touch_message(&self, client: ClientNumber, asks: Option<IndicatorId>) {
        self.touch_messages();
        if asks.is_some() {
            self.touch(client);
        }
    }
}
