//! The system's credential store: GNOME Keyring or KWallet over the session bus, the macOS keychain, the Windows credential manager.
//!
//! One thread of its own talks to it, because a store may ask the person to unlock it, or never answer. Every question has a time limit,
//! and while one hangs the others answer at once that there is no store: the passphrase is then asked. Keys are never logged.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
        mpsc,
    },
    thread,
    time::Duration,
};

use ecrin_core::api::CredentialStore;
use keyring_core::{CredentialStore as Store, Entry, Error};

/// The name under which the store files Écrin's keys.
const SERVICE: &str = "fr.ecrin.app";
/// How long the store may take to say that it exists.
const HELLO: Duration = Duration::from_secs(2);
/// How long reading or writing a key may take; within it the person may unlock the store.
const UNLOCK: Duration = Duration::from_secs(60);

type Job = Box<dyn FnOnce(Option<&Arc<Store>>) + Send>;

/// The store of the person who is logged in.
pub(crate) struct SystemCredentials {
    jobs: Mutex<mpsc::Sender<Job>>,
    /// Questions asked and not yet dealt with by the thread.
    pending: Arc<AtomicUsize>,
    /// A question ran out of time; nobody else waits until the thread has caught up.
    given_up: AtomicBool,
}

impl SystemCredentials {
    /// Connects in the background; nothing waits for it here.
    pub(crate) fn connect() -> Self {
        Self::with(|| system_store().ok())
    }

    fn with(open: impl FnOnce() -> Option<Arc<Store>> + Send + 'static) -> Self {
        let (jobs, queue) = mpsc::channel::<Job>();
        let pending = Arc::new(AtomicUsize::new(0));
        let done = Arc::clone(&pending);
        let spawned = thread::Builder::new().name("credentials".into()).spawn(move || {
            let store = open();
            for job in queue {
                job(store.as_ref());
                done.fetch_sub(1, Ordering::SeqCst);
            }
        });
        if let Err(error) = spawned {
            tracing::warn!(%error, "no thread for the credential store");
        }
        Self { jobs: Mutex::new(jobs), pending, given_up: AtomicBool::new(false) }
    }

    /// Has `job` done by the thread; `None` without a store, while it hangs, or when the time is up.
    fn ask<T: Send + 'static>(
        &self,
        limit: Duration,
        job: impl FnOnce(&Arc<Store>) -> T + Send + 'static,
    ) -> Option<T> {
        if self.hangs() {
            return None;
        }
        let (reply, answer) = mpsc::channel();
        let job: Job = Box::new(move |store| {
            if let Some(store) = store {
                let _ = reply.send(job(store));
            }
        });
        self.pending.fetch_add(1, Ordering::SeqCst);
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner).send(job).ok()?;
        match answer.recv_timeout(limit) {
            Ok(answer) => Some(answer),
            Err(mpsc::RecvTimeoutError::Disconnected) => None,
            Err(mpsc::RecvTimeoutError::Timeout) => {
                self.given_up.store(true, Ordering::SeqCst);
                tracing::warn!("the credential store does not answer");
                None
            }
        }
    }

    fn hangs(&self) -> bool {
        if self.pending.load(Ordering::SeqCst) == 0 {
            self.given_up.store(false, Ordering::SeqCst);
        }
        self.given_up.load(Ordering::SeqCst)
    }
}

impl CredentialStore for SystemCredentials {
    fn get(&self, file: &str) -> Option<Vec<u8>> {
        let file = file.to_owned();
        self.ask(UNLOCK, move |store| entry(store, &file)?.get_secret())?.ok()
    }

    fn set(&self, file: &str, key: &[u8]) -> bool {
        let (file, key) = (file.to_owned(), key.to_vec());
        self.ask(UNLOCK, move |store| entry(store, &file)?.set_secret(&key)).is_some_and(|kept| kept.is_ok())
    }

    fn delete(&self, file: &str) {
        let file = file.to_owned();
        let deleted = self.ask(UNLOCK, move |store| entry(store, &file)?.delete_credential());
        if let Some(Err(error)) = deleted
            && !matches!(error, Error::NoEntry)
        {
            tracing::warn!("a key could not be deleted from the credential store");
        }
    }

    fn available(&self) -> bool {
        self.ask(HELLO, |_| ()).is_some()
    }
}

fn entry(store: &Arc<Store>, file: &str) -> keyring_core::Result<Entry> {
    store.build(SERVICE, file, None)
}

#[cfg(target_os = "linux")]
fn system_store() -> keyring_core::Result<Arc<Store>> {
    Ok(zbus_secret_service_keyring_store::Store::new()?)
}

#[cfg(target_os = "macos")]
fn system_store() -> keyring_core::Result<Arc<Store>> {
    Ok(apple_native_keyring_store::keychain::Store::new()?)
}

#[cfg(windows)]
fn system_store() -> keyring_core::Result<Arc<Store>> {
    Ok(windows_native_keyring_store::Store::new()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_kept_given_back_and_forgotten() {
        let credentials =
            SystemCredentials::with(|| Some(keyring_core::mock::Store::new().expect("a store in memory")));
        assert!(credentials.available());
        assert_eq!(credentials.get("a"), None);
        assert!(credentials.set("a", b"\0key"));
        assert_eq!(credentials.get("a").as_deref(), Some(&b"\0key"[..]));
        assert_eq!(credentials.get("b"), None);
        credentials.delete("a");
        assert_eq!(credentials.get("a"), None);
    }

    #[test]
    fn without_a_store_everything_answers_at_once_that_there_is_none() {
        let credentials = SystemCredentials::with(|| None);
        assert!(!credentials.available());
        assert!(!credentials.set("a", b"key"));
        assert_eq!(credentials.get("a"), None);
    }

    #[test]
    fn a_store_that_hangs_is_given_up_and_found_again() {
        let (wake, sleep) = mpsc::channel::<()>();
        let credentials = SystemCredentials::with(move || {
            let _ = sleep.recv();
            Some(keyring_core::mock::Store::new().expect("a store in memory"))
        });
        assert_eq!(credentials.ask(Duration::from_millis(20), |_| ()), None);
        assert!(credentials.hangs(), "given up, so that nobody waits again");
        assert!(!credentials.available());
        wake.send(()).expect("the thread waits");
        while credentials.hangs() {
            thread::yield_now();
        }
        assert!(credentials.available());
    }
}
