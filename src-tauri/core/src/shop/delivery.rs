//! Messages on their way out: claimed before a server hears of them, settled once it has answered.
//!
//! Nothing here is journalled one by one: the message itself says when it was tried, how often and with which result.

use super::{Outcome, Shop};
use crate::consents::{Channel, legible};
use crate::contact::Reason;
use crate::journal::Operation;
use crate::messages::{
    Claim, DETAIL_MAX, Delivery, FailedBecause, LONGEST_WAIT, MessagePurpose, MessageState, Outbox, Outgoing,
    wait_after,
};
use crate::store::{Due, Settled, Tx};
use crate::{Changes, Error, Result};

/// How many messages that may not leave are put off or blocked in one transaction: the counter waits no longer than that takes.
const LOOKED_AT: usize = 200;

impl Shop {
    /// The next message of a channel that is due, written down as being sent. The gate is asked again: what it refuses is « bloqué », and the
    /// next one is taken; what only comes at the wrong hour waits for the right one.
    ///
    /// # Errors
    /// What the database may say.
    pub fn claim_next(&mut self, channel: Channel) -> Result<Outcome<Option<Outgoing>>> {
        let mut changes = Changes::default();
        loop {
            let claim = self.settle_and_claim(None, channel)?;
            changes.add(claim.changes);
            match claim.value {
                Claim::Message(message) => return Ok(Outcome { value: Some(message), changes }),
                Claim::Nothing => return Ok(Outcome { value: None, changes }),
                Claim::More => {}
            }
        }
    }

    /// Writes down how an attempt ended. Where it may succeed later, the message waits: 1, 5, 15, 60 minutes, then four hours each time, and
    /// longer if the server asks for it; after three days of attempts it is given up.
    ///
    /// # Errors
    /// What the database may say.
    pub fn settle(&mut self, message: &Outgoing, delivery: &Delivery) -> Result<Outcome<()>> {
        self.transact(Operation::Deliver, |tx| settle(tx, message, delivery))
    }

    /// [`Shop::settle`] and [`Shop::claim_next`] in one transaction, which looks at some hundred messages at most: whoever asks for more gives
    /// the file back first.
    ///
    /// # Errors
    /// What the database may say.
    pub fn settle_and_claim(
        &mut self,
        ended: Option<(&Outgoing, &Delivery)>,
        channel: Channel,
    ) -> Result<Outcome<Claim>> {
        // Nothing is written where nothing is due: this is asked all day.
        if ended.is_none() && self.store.rows().due(channel, self.now())?.is_none() {
            return Ok(Outcome { value: Claim::Nothing, changes: Changes::default() });
        }
        self.transact(Operation::Deliver, |tx| {
            if let Some((message, delivery)) = ended {
                settle(tx, message, delivery)?;
            }
            claim(tx, channel)
        })
    }

    /// When the next message of a channel may leave, UTC milliseconds.
    ///
    /// # Errors
    /// What the database may say.
    pub fn next_due(&self, channel: Channel) -> Result<Option<i64>> {
        self.store.rows().next_due(channel)
    }

    /// Marks « à vérifier » whatever was being sent when the program ended. Should another program be sending it right now, its result will
    /// be written all the same.
    ///
    /// # Errors
    /// `Io` when the file cannot be read.
    pub(super) fn mark_interrupted(&mut self) -> Result<()> {
        if self.store.rows().is_any_sending()?
            && self
                .transact(Operation::Deliver, |tx| {
                    tx.interrupt_messages()?;
                    Ok(())
                })
                .is_err()
        {
            // They stay « en cours », which nobody sends either; a full disk must not keep the file closed.
            tracing::warn!("interrupted messages could not be marked");
        }
        Ok(())
    }
}

impl Outbox for Shop {
    fn exchange(&mut self, ended: Option<(&Outgoing, &Delivery)>, channel: Channel) -> Result<Claim> {
        Ok(self.settle_and_claim(ended, channel)?.value)
    }

    fn hand_back(&mut self, message: &Outgoing, delivery: &Delivery) -> Result<()> {
        self.settle(message, delivery).map(|_| ())
    }
}

fn claim(tx: &Tx<'_>, channel: Channel) -> Result<Claim> {
    for _ in 0..LOOKED_AT {
        let Some(mut due) = tx.rows().due(channel, tx.now())? else { return Ok(Claim::Nothing) };
        if !may_leave(tx, &due)? {
            continue;
        }
        if due.channel == Channel::Sms && due.purpose == MessagePurpose::Commercial {
            due.body = tx.rows().sms_setup()?.with_one_stop(&due.body);
        }
        if tx.begin_sending(due.id, &due.body)? {
            return Ok(Claim::Message(outgoing(due)));
        }
    }
    Ok(Claim::More)
}

fn settle(tx: &Tx<'_>, message: &Outgoing, delivery: &Delivery) -> Result<()> {
    let Some(kept) = tx.rows().outgoing(message.id)? else { return Ok(()) };
    let (state, because, detail, due_at) = match delivery {
        Delivery::Sent { .. } => (MessageState::Sent, None, "", tx.now()),
        Delivery::Failed { because, detail } => (MessageState::Failed, Some(*because), detail.as_str(), tx.now()),
        Delivery::Unsure { because, detail } => (MessageState::Unsure, Some(*because), detail.as_str(), tx.now()),
        Delivery::Later { because, detail, wait } => match wait_after(kept.tries) {
            Some(own) => {
                let wait = own.max(wait.unwrap_or_default().min(LONGEST_WAIT));
                (MessageState::Pending, Some(*because), detail.as_str(), tx.now() + wait)
            }
            None => (MessageState::Failed, Some(FailedBecause::GivenUp), detail.as_str(), tx.now()),
        },
    };
    let receipt = if let Delivery::Sent { receipt } = delivery { short(receipt) } else { String::new() };
    let settled = Settled { state, because, detail: &short(detail), due_at, receipt: &receipt };
    tx.settle_message(message.id, message.attempt, settled).map(|_| ())
}

/// Asks the gate about a due message; one that may not leave now waits or is blocked.
fn may_leave(tx: &Tx<'_>, due: &Due) -> Result<bool> {
    // A record that went into another one: that one's answers count, and all that the gate knows of it.
    let client = match tx.rows().living(due.client) {
        Err(Error::ClientRemoved(..)) => {
            tx.cancel_message(due.id)?;
            return Ok(false);
        }
        living => living?,
    };
    let reason = match tx.rows().may_write(client, due.channel, due.purpose, due.asks, tx.now()) {
        Ok(verdict) if verdict.allowed => return Ok(true),
        Ok(verdict) => {
            if let Some(later) = verdict.waits_until(tx.now()).filter(|later| *later > tx.now()) {
                tx.postpone_message(due.id, later)?;
                return Ok(false);
            }
            verdict.reasons.iter().next().unwrap_or(Reason::OutsideHours)
        }
        // It asks for what is no longer asked.
        Err(Error::IndicatorNotFound) => Reason::NoIndicator,
        Err(error) => return Err(error),
    };
    tx.block_message(due.id, reason)?;
    Ok(false)
}

fn outgoing(due: Due) -> Outgoing {
    Outgoing {
        id: due.id,
        purpose: due.purpose,
        address: due.address,
        subject: due.subject,
        body: due.body,
        attempt: due.attempts + 1,
    }
}

/// A server's words on one line, cut short.
fn short(words: &str) -> String {
    legible(words).chars().take(DETAIL_MAX).collect()
}
