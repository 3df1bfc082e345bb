//! Taking messages away, one after the other, until nothing is due.
//!
//! The outbox is asked for a message, which is written down as being sent; then the server is asked, which may take a minute, while nobody
//! holds the file; then the result is written down, together with the next claim, so that a message costs one synchronisation of the disk
//! and no more than one is ever on its way. A result that could not be written is kept and written first the next time. Where a server does
//! not do its work, its channel rests for a while, so that ten thousand messages do not each wait for it. What may not leave now is put off
//! some hundred at a time, and the file given back in between.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};

use super::{Carrier, Delivery, FailedBecause, Outgoing, wait_after};
use crate::Result;
use crate::clock::Clock;
use crate::consents::Channel;

/// After so many « come back later » in a row a channel rests: they are about the server then, not about single addresses.
const LATERS: u32 = 3;
/// After so many refusals in the same words, one after the other, it is no longer believed that they are about single messages. Addresses that
/// nobody has any more come in a row by themselves, where a file is old.
const REFUSED_ALIKE: u32 = 3;
const ADDRESSES_REFUSED_ALIKE: u32 = 10;
/// A channel never rests longer, in milliseconds: connections come back.
const LONGEST_REST: i64 = 15 * 60_000;

/// What came of asking for the next message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// A message, written down as being sent.
    Message(Outgoing),
    /// Nothing yet: so many could not leave that the file is given back before the next ones are looked at.
    More,
    /// Nothing is due.
    Nothing,
}

/// Where messages come from, and where their results go. Each call holds the file for a moment only.
pub trait Outbox {
    /// Writes down how the last attempt ended, if there was one, and takes the next message of a channel, written down as being sent: both,
    /// or neither.
    ///
    /// # Errors
    /// What the file may say.
    fn exchange(&mut self, ended: Option<(&Outgoing, &Delivery)>, channel: Channel) -> Result<Claim>;

    /// Writes down how an attempt ended.
    ///
    /// # Errors
    /// What the file may say.
    fn hand_back(&mut self, message: &Outgoing, delivery: &Delivery) -> Result<()>;
}

/// How attempts ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DeliveryCounts {
    /// A server took them.
    pub sent: u64,
    /// Tried again later.
    pub later: u64,
    /// Given up.
    pub failed: u64,
    /// « À vérifier ».
    pub unsure: u64,
}

/// Takes messages away. One for all channels, or one for each on a thread of its own.
#[derive(Debug, Default)]
pub struct Deliverer {
    lanes: Vec<Lane>,
    /// What could not be written down.
    unwritten: Option<(Outgoing, Delivery)>,
}

struct Lane {
    channel: Channel,
    carrier: Box<dyn Carrier>,
    /// Failures of the server in a row, and how often it asked to come back later.
    failures: u32,
    laters: u32,
    /// The last refusal, and how often it was heard in a row.
    refused: Option<(FailedBecause, String, u32)>,
    rests_until: i64,
}

impl std::fmt::Debug for Lane {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lane").field("channel", &self.channel).finish_non_exhaustive()
    }
}

impl Deliverer {
    /// Messages of channels without a carrier stay in the outbox, untouched.
    pub fn new(carriers: impl IntoIterator<Item = (Channel, Box<dyn Carrier>)>) -> Deliverer {
        let lane = |(channel, carrier)| Lane {
            channel,
            carrier,
            failures: 0,
            laters: 0,
            refused: None,
            rests_until: i64::MIN,
        };
        Deliverer { lanes: carriers.into_iter().map(lane).collect(), unwritten: None }
    }

    /// Takes away all that is due, until `stop` is set. `progress` hears of every attempt, whose result is written a moment later.
    ///
    /// # Errors
    /// What the file may say; the result of the attempt under way is kept for the next run.
    pub fn run(
        &mut self,
        outbox: &mut dyn Outbox,
        clock: &dyn Clock,
        stop: &AtomicBool,
        progress: &mut dyn FnMut(DeliveryCounts),
    ) -> Result<DeliveryCounts> {
        let mut counts = DeliveryCounts::default();
        write_down(&mut self.unwritten, outbox)?;
        loop {
            let mut idle = true;
            for lane in &mut self.lanes {
                if stop.load(Ordering::SeqCst) {
                    write_down(&mut self.unwritten, outbox)?;
                    return Ok(counts);
                }
                if lane.rests_until > clock.now() {
                    continue;
                }
                let ended = self.unwritten.as_ref().map(|(message, delivery)| (message, delivery));
                let claim = outbox.exchange(ended, lane.channel)?;
                self.unwritten = None;
                idle &= claim == Claim::Nothing;
                let Claim::Message(message) = claim else { continue };
                let delivery = lane.try_carrying(&message);
                lane.heed(&delivery, clock.now());
                counts.add(&delivery);
                self.unwritten = Some((message, delivery));
                progress(counts);
            }
            if idle {
                write_down(&mut self.unwritten, outbox)?;
                return Ok(counts);
            }
        }
    }

    /// When to run again, UTC milliseconds, if anything waits; `due` says when the next message of a channel may leave.
    ///
    /// # Errors
    /// What `due` says.
    pub fn next_run(&self, due: impl Fn(Channel) -> Result<Option<i64>>) -> Result<Option<i64>> {
        let mut next: Option<i64> = None;
        for lane in &self.lanes {
            if let Some(at) = due(lane.channel)? {
                let at = at.max(lane.rests_until);
                next = Some(next.map_or(at, |next| next.min(at)));
            }
        }
        Ok(next)
    }

    /// Goes on with other carriers, none of which rests: somebody mended something, or asks for it. A result that could not be written is kept.
    pub fn replace(&mut self, carriers: impl IntoIterator<Item = (Channel, Box<dyn Carrier>)>) {
        self.lanes = Deliverer::new(carriers).lanes;
    }
}

fn write_down(unwritten: &mut Option<(Outgoing, Delivery)>, outbox: &mut dyn Outbox) -> Result<()> {
    if let Some((message, delivery)) = unwritten {
        outbox.hand_back(message, delivery)?;
        *unwritten = None;
    }
    Ok(())
}

impl Lane {
    /// Tries once. A carrier that breaks, against its promise, costs the message that it was at and not the thread: nobody knows how far it came.
    fn try_carrying(&mut self, message: &Outgoing) -> Delivery {
        if let Ok(delivery) = catch_unwind(AssertUnwindSafe(|| self.carrier.deliver(message))) {
            return self.doubt(delivery);
        }
        tracing::error!("a carrier broke");
        Delivery::Unsure { because: FailedBecause::Interrupted, detail: String::new() }
    }

    /// A refusal that is said to one message after the other is the setup's, whatever step it came at: the message waits, so that a fault of
    /// the setup costs a few messages and not all of them.
    fn doubt(&mut self, delivery: Delivery) -> Delivery {
        let (because, detail) = match delivery {
            Delivery::Failed { because, detail } => (because, detail),
            // Nothing was asked about a message.
            Delivery::Later { .. } => return delivery,
            Delivery::Sent { .. } | Delivery::Unsure { .. } => {
                self.refused = None;
                return delivery;
            }
        };
        let alike = match self.refused.take() {
            Some((last, words, alike)) if last == because && words == detail => alike + 1,
            _ => 1,
        };
        self.refused = Some((because, detail.clone(), alike));
        let enough = if because == FailedBecause::AddressRefused { ADDRESSES_REFUSED_ALIKE } else { REFUSED_ALIKE };
        if alike < enough {
            return Delivery::Failed { because, detail };
        }
        Delivery::Later { because: FailedBecause::Setup, detail, wait: None }
    }

    /// Learns from an attempt whether the server does its work.
    fn heed(&mut self, delivery: &Delivery, now: i64) {
        let asked = match delivery {
            Delivery::Later { because, wait, .. } if because.concerns_all() => wait.unwrap_or_default(),
            Delivery::Later { wait: Some(wait), .. } => *wait,
            Delivery::Later { wait: None, .. } if self.laters + 1 >= LATERS => 0,
            Delivery::Later { .. } => {
                self.laters += 1;
                return;
            }
            Delivery::Unsure { because, .. } if because.concerns_all() || *because == FailedBecause::Interrupted => 0,
            Delivery::Sent { .. } => {
                (self.failures, self.laters) = (0, 0);
                return;
            }
            // Only what is taken shows that all is well again.
            Delivery::Failed { .. } | Delivery::Unsure { .. } => {
                self.laters = 0;
                return;
            }
        };
        self.failures += 1;
        let rest = wait_after(self.failures).unwrap_or(LONGEST_REST).max(asked);
        self.rests_until = now.saturating_add(rest.min(LONGEST_REST));
    }
}

impl DeliveryCounts {
    /// Those of two runs together.
    #[must_use]
    pub const fn and(self, other: DeliveryCounts) -> DeliveryCounts {
        DeliveryCounts {
            sent: self.sent + other.sent,
            later: self.later + other.later,
            failed: self.failed + other.failed,
            unsure: self.unsure + other.unsure,
        }
    }

    fn add(&mut self, delivery: &Delivery) {
        match delivery {
            Delivery::Sent { .. } => self.sent += 1,
            Delivery::Later { .. } => self.later += 1,
            Delivery::Failed { .. } => self.failed += 1,
            Delivery::Unsure { .. } => self.unsure += 1,
        }
    }
}
