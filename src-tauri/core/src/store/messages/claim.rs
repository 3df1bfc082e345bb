//! What is due, and how messages go from one state to the next on their way out.
//!
//! `sending` is committed before a server hears of a message, so that whatever ends the program afterwards leaves a trace of the attempt.

use rusqlite::{OptionalExtension, Row, named_params, params};

use super::{channel, purpose};
use crate::Result;
use crate::clients::ClientNumber;
use crate::consents::{Channel, IndicatorId};
use crate::contact::Reason;
use crate::messages::{FailedBecause, MessageId, MessagePurpose, MessageState};
use crate::store::{Rows, Tx};

/// A message as whoever takes it away needs it.
#[derive(Clone, Debug)]
pub(crate) struct Due {
    pub(crate) id: MessageId,
    pub(crate) client: ClientNumber,
    pub(crate) channel: Channel,
    pub(crate) purpose: MessagePurpose,
    pub(crate) asks: Option<IndicatorId>,
    pub(crate) address: String,
    pub(crate) subject: String,
    pub(crate) body: String,
    pub(crate) attempts: u32,
    /// Attempts since it was last put into the queue.
    pub(crate) tries: u32,
}

/// How an attempt ended, as it is written down.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settled<'a> {
    pub(crate) state: MessageState,
    pub(crate) because: Option<FailedBecause>,
    pub(crate) detail: &'a str,
    /// When it may next be tried, UTC milliseconds.
    pub(crate) due_at: i64,
    pub(crate) receipt: &'a str,
}

/// What is due, and what of it belongs to no campaign, the oldest first.
pub(super) const DUE: &str =
    "FROM message WHERE state = 'pending' AND channel = ?1 AND due_at <= ?2 ORDER BY due_at, id LIMIT 1";
pub(super) const ALONE: &str = "FROM message WHERE state = 'pending' AND campaign IS NULL AND channel = ?1 AND due_at <= ?2 \
    ORDER BY due_at, id LIMIT 1";

const COLUMNS: &str = "id, client, channel, purpose, asks, address, subject, body, attempts, tries";

impl Rows<'_> {
    /// The first message of a channel that may leave at `now` (UTC milliseconds). What somebody at the counter wrote goes before a campaign,
    /// however long that one waits already.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn due(&self, channel: Channel, now: i64) -> Result<Option<Due>> {
        for which in [ALONE, DUE] {
            let first = self
                .0
                .prepare_cached(&format!("SELECT {COLUMNS} {which}"))?
                .query_row(params![channel.code(), now], |row| Ok(due(row)))
                .optional()?;
            if first.is_some() {
                return first.transpose();
            }
        }
        Ok(None)
    }

    /// A message, whatever its state.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn outgoing(&self, id: MessageId) -> Result<Option<Due>> {
        self.0
            .prepare_cached(&format!("SELECT {COLUMNS} FROM message WHERE id = ?1"))?
            .query_row([id], |row| Ok(due(row)))
            .optional()?
            .transpose()
    }

    /// When the next message of a channel may leave, UTC milliseconds.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn next_due(&self, channel: Channel) -> Result<Option<i64>> {
        Ok(self
            .0
            .prepare_cached("SELECT min(due_at) FROM message WHERE state = 'pending' AND channel = ?1")?
            .query_row([channel.code()], |row| row.get(0))?)
    }

    /// Whether a message was being sent when the program ended, or is by another one.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn is_any_sending(&self) -> Result<bool> {
        Ok(self
            .0
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM message WHERE state = 'sending')")?
            .query_row([], |row| row.get(0))?)
    }
}

impl Tx<'_> {
    /// Writes down that a server is about to be asked to take a pending message, with the text that it is asked to take.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn begin_sending(&self, id: MessageId, body: &str) -> Result<bool> {
        self.moved(
            "UPDATE message SET state = 'sending', reason = '', detail = '', attempts = attempts + 1, tries = tries + 1, attempted_at = ?2,
                body = ?3
             WHERE id = ?1 AND state = 'pending' RETURNING client, asks",
            params![id, self.now(), body],
        )
    }

    /// Lets a pending message wait until `due_at` (UTC milliseconds).
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn postpone_message(&self, id: MessageId, due_at: i64) -> Result<bool> {
        self.moved(
            "UPDATE message SET due_at = ?2 WHERE id = ?1 AND state = 'pending' RETURNING client, asks",
            params![id, due_at],
        )
    }

    /// Blocks a pending message: the gate said no.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn block_message(&self, id: MessageId, reason: Reason) -> Result<bool> {
        self.moved(
            "UPDATE message SET state = 'blocked', reason = ?2, detail = '' WHERE id = ?1 AND state = 'pending'
             RETURNING client, asks",
            params![id, reason.code()],
        )
    }

    /// Writes down how an attempt ended. That a server took it is written whatever became of the message meanwhile; else an attempt that is
    /// no longer the newest, or that somebody judged, changes nothing. Says whether it was written.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn settle_message(&self, id: MessageId, attempt: u32, settled: Settled<'_>) -> Result<bool> {
        self.moved(
            include_str!("settle.sql"),
            named_params! {
                ":id": id,
                ":attempt": attempt,
                ":state": settled.state.code(),
                ":reason": settled.because.map_or("", FailedBecause::code),
                ":detail": settled.detail,
                ":due_at": settled.due_at,
                ":sent_at": (settled.state == MessageState::Sent).then(|| self.now()),
                ":receipt": settled.receipt,
            },
        )
    }

    /// Marks whatever was being sent « à vérifier ».
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn interrupt_messages(&self) -> Result<()> {
        self.connection
            .execute("UPDATE message SET state = 'unsure', reason = 'interrupted' WHERE state = 'sending'", [])?;
        self.touch_messages();
        Ok(())
    }
}

fn due(row: &Row<'_>) -> Result<Due> {
    Ok(Due {
        id: row.get("id")?,
        client: row.get("client")?,
        channel: channel(&row.get::<_, String>("channel")?)?,
        purpose: purpose(&row.get::<_, String>("purpose")?)?,
        asks: row.get("asks")?,
        address: row.get("address")?,
        subject: row.get("subject")?,
        body: row.get("body")?,
        attempts: row.get("attempts")?,
        tries: row.get("tries")?,
    })
}
