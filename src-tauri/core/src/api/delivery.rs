//! Taking messages away while the counter goes on: one thread for the file on the desk.
//!
//! The thread holds the file for the moment of a claim and of a result, never while a server is awaited, so that neither the counter nor
//! closing the file waits for one. A file that is closed in the middle of an attempt finds that message « à vérifier » when it is opened.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError, Weak};
use std::thread;
use std::time::{Duration, Instant};

use super::Events;
use super::desk::{CredentialStore, OpenShop};
use super::message_setup::secret;
use crate::clock::{Clock, SystemClock};
use crate::consents::Channel;
use crate::messages::{Carriers, Claim, Deliverer, Delivery, Outbox, Outgoing, SecretName};
use crate::{Changes, Error, Result};

/// The longest that the thread sleeps: another program may write messages too, and computers sleep.
const LOOK_EVERY: Duration = Duration::from_secs(60);
/// How long closing the file waits for an attempt to end.
const PATIENCE: Duration = Duration::from_secs(3);
/// How often views hear of a long run.
const TELL_EVERY: Duration = Duration::from_millis(400);
/// How long the file is left to the counter between two chunks of a campaign, or of messages that may not leave.
const BREATH: Duration = Duration::from_millis(5);

/// How messages leave, made anew whenever that may have changed.
pub(super) type MakeCarriers = Box<dyn Fn() -> Carriers + Send>;

/// The thread of one open file.
#[derive(Debug)]
pub(super) struct DeliveryThread {
    bell: Arc<Bell>,
    ended: Receiver<()>,
}

/// Wakes the thread, and ends it.
#[derive(Debug, Default)]
struct Bell {
    stop: AtomicBool,
    rung: Mutex<bool>,
    ringing: Condvar,
}

impl Bell {
    fn ring(&self) {
        *self.rung.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.ringing.notify_all();
    }

    /// Sleeps until somebody rings, at most so long; says whether somebody did.
    fn wait(&self, at_most: Duration) -> bool {
        let rung = self.rung.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.ringing.wait_timeout_while(rung, at_most, |rung| !*rung);
        let (mut rung, _) = waited.unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut *rung)
    }
}

impl DeliveryThread {
    /// Begins to take messages of a file away. Without a thread they stay in the outbox.
    pub(super) fn begin(open: Weak<OpenShop>, events: Arc<dyn Events>, carriers: MakeCarriers) -> DeliveryThread {
        let bell = Arc::new(Bell::default());
        let (running, ended) = sync_channel::<()>(0);
        let of_thread = Arc::clone(&bell);
        let begun = thread::Builder::new().name("delivery".into()).spawn(move || {
            let mut outbox = DeskOutbox { open, events, changes: Changes::default(), told: Instant::now() };
            run(&of_thread, &mut outbox, &*carriers);
            drop(running);
        });
        if begun.is_err() {
            tracing::warn!("no thread to send messages with");
        }
        DeliveryThread { bell, ended }
    }

    /// There may be something to do, or another way of doing it.
    pub(super) fn ring(&self) {
        self.bell.ring();
    }
}

impl Drop for DeliveryThread {
    fn drop(&mut self) {
        self.bell.stop.store(true, Ordering::SeqCst);
        self.bell.ring();
        // Nothing is ever sent: the sender's going away is the end.
        let _ = self.ended.recv_timeout(PATIENCE);
    }
}

/// How the messages of the file on the desk leave. A channel for which nothing was set up keeps its messages.
pub(super) fn carriers(open: &Arc<OpenShop>, credentials: Arc<dyn CredentialStore>) -> MakeCarriers {
    let open = Arc::downgrade(open);
    Box::new(move || {
        let Some(open) = open.upgrade() else { return Vec::new() };
        let setups = {
            let reading = open.reading();
            reading.rows().mail_setup().and_then(|mail| Ok((mail, reading.rows().sms_setup()?)))
        };
        match setups {
            Ok((mail, sms)) => {
                let secret = |name: SecretName<'_>| secret(&*credentials, &open.file_id, name);
                crate::messages::carriers(&mail, &sms, &open.file_id, &secret)
            }
            Err(error) => {
                tracing::warn!(%error, "how messages leave could not be read");
                Vec::new()
            }
        }
    })
}

fn run(bell: &Bell, outbox: &mut DeskOutbox, carriers: &dyn Fn() -> Carriers) {
    let mut deliverer = Deliverer::new(carriers());
    while !bell.stop.load(Ordering::SeqCst) {
        if let Err(error) = outbox.write_campaigns(&bell.stop) {
            tracing::warn!(%error, "campaigns wait");
        }
        let ran = deliverer.run(outbox, &SystemClock, &bell.stop, &mut |_| {});
        outbox.tell();
        let next = match ran {
            Ok(_) => deliverer.next_run(|channel| outbox.next_due(channel)),
            Err(error) => Err(error),
        };
        let pause = match next {
            Ok(Some(at)) => Duration::from_millis(u64::try_from(at - SystemClock.now()).unwrap_or_default()),
            Ok(None) => LOOK_EVERY,
            Err(Error::NoShopOpen) => return,
            // A full disk, another program: the message stays what it is, and its result is kept.
            Err(error) => {
                tracing::warn!(%error, "messages wait");
                LOOK_EVERY
            }
        };
        if bell.wait(pause.min(LOOK_EVERY)) {
            deliverer.replace(carriers());
        }
    }
}

/// The file on the desk as an outbox.
struct DeskOutbox {
    open: Weak<OpenShop>,
    events: Arc<dyn Events>,
    /// What views have not heard of.
    changes: Changes,
    told: Instant,
}

impl DeskOutbox {
    fn open(&self) -> Result<Arc<OpenShop>> {
        self.open.upgrade().ok_or(Error::NoShopOpen)
    }

    /// Writes what is to be written of campaigns, a chunk at a time; the counter takes the file in between.
    fn write_campaigns(&mut self, stop: &AtomicBool) -> Result<()> {
        while !stop.load(Ordering::SeqCst) {
            let outcome = self.open()?.writing().write_campaigns()?;
            self.keep(outcome.changes);
            if !outcome.value {
                break;
            }
            thread::sleep(BREATH);
        }
        Ok(())
    }

    fn next_due(&self, channel: Channel) -> Result<Option<i64>> {
        self.open()?.reading().rows().next_due(channel)
    }

    fn keep(&mut self, changes: Changes) {
        self.changes.add(changes);
        if self.told.elapsed() >= TELL_EVERY {
            self.tell();
        }
    }

    fn tell(&mut self) {
        let changes = std::mem::take(&mut self.changes);
        if changes != Changes::default() {
            self.events.changed(&changes);
        }
        self.told = Instant::now();
    }
}

impl Outbox for DeskOutbox {
    fn exchange(&mut self, ended: Option<(&Outgoing, &Delivery)>, channel: Channel) -> Result<Claim> {
        let outcome = self.open()?.writing().settle_and_claim(ended, channel)?;
        self.keep(outcome.changes);
        if outcome.value == Claim::More {
            thread::sleep(BREATH);
        }
        Ok(outcome.value)
    }

    fn hand_back(&mut self, message: &Outgoing, delivery: &Delivery) -> Result<()> {
        let outcome = self.open()?.writing().settle(message, delivery)?;
        self.keep(outcome.changes);
        Ok(())
    }
}
