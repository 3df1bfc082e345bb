//! The desk: what stands behind the window for as long as it is open. At most one shop file is on it.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, RwLock, TryLockError};

use super::beginning::Beginning;
use super::delivery::{DeliveryThread, carriers};
use super::manager::Unlocked;
use super::one_at_a_time::OneAtATime;
use super::settings::Saved;
use super::{Language, Launch, Progress};
use crate::clock::{Clock, SystemClock};
use crate::duplicates::Found;
use crate::shop::Shop;
use crate::{Changes, Error, Interrupter, Reader, Result};

/// Where the desk tells what happens.
pub trait Events: Send + Sync {
    /// A write was committed; views whose data it touches read again.
    fn changed(&self, changes: &Changes);
    /// Something long is under way.
    fn progress(&self, progress: &Progress);
}

/// The system's credential store: Windows Credential Manager, macOS Keychain, Secret Service.
pub trait CredentialStore: Send + Sync {
    /// Whether the system has one that answers.
    fn available(&self) -> bool;
    /// The key kept for a file.
    fn get(&self, file_id: &str) -> Option<Vec<u8>>;
    /// Keeps a file's key; says whether it could.
    fn set(&self, file_id: &str, key: &[u8]) -> bool;
    /// Forgets a file's key.
    fn delete(&self, file_id: &str);
}

/// Where things are on this computer.
#[derive(Clone, Debug)]
pub struct Folders {
    /// Settings of this program.
    pub config: PathBuf,
    /// The demonstration file.
    pub data: PathBuf,
    /// Where a person's new files go.
    pub documents: PathBuf,
    /// The system's language.
    pub language: Language,
}

/// What stands behind the window.
pub struct Desk {
    folders: Folders,
    events: Arc<dyn Events>,
    credentials: Arc<dyn CredentialStore>,
    saved: Mutex<Saved>,
    launch: Mutex<Option<Launch>>,
    beginning: Beginning,
    /// Before the file, so that it ends first.
    delivery: Mutex<Option<DeliveryThread>>,
    open: RwLock<Option<Arc<OpenShop>>>,
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk").finish_non_exhaustive()
    }
}

/// The file on the desk: one connection that writes, one that searches, one that reads, and three for lists once there are any.
pub(super) struct OpenShop {
    pub(super) path: PathBuf,
    /// The identity of the file.
    pub(super) file_id: String,
    pub(super) demonstration: bool,
    shop: Mutex<Shop>,
    searching: Latest,
    reading: Mutex<Reader>,
    /// For pages of lists, for those left out of them, and for counts of lists: made when the first is asked for.
    listing: OnceLock<Latest>,
    leaving_out: OnceLock<Latest>,
    counting: OnceLock<Latest>,
    operator: Mutex<String>,
    /// Importing, and taking an import back.
    pub(super) importing: OneAtATime,
    /// Looking for duplicates.
    pub(super) comparing: OneAtATime,
    pub(super) exporting: OneAtATime,
    found: Mutex<Option<Arc<Found>>>,
    unlocked: Mutex<Option<Unlocked>>,
}

/// A reading connection on which only the newest question counts.
struct Latest {
    reader: Mutex<Reader>,
    interrupter: Mutex<Interrupter>,
}

impl Latest {
    fn new(reader: Reader) -> Latest {
        Latest { interrupter: Mutex::new(reader.interrupter()), reader: Mutex::new(reader) }
    }

    /// The connection; what is being read on it is stopped.
    fn reader(&self) -> MutexGuard<'_, Reader> {
        let mut reader = match self.reader.try_lock() {
            Ok(free) => free,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => {
                lock(&self.interrupter).interrupt();
                lock(&self.reader)
            }
        };
        if reader.recover() {
            *lock(&self.interrupter) = reader.interrupter();
        }
        reader
    }
}

/// A poisoned lock means that a handler panicked; what it guards is a connection, whose transaction was rolled back.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl OpenShop {
    fn new(shop: Shop) -> Result<OpenShop> {
        Ok(OpenShop {
            path: shop.path().to_owned(),
            file_id: shop.identity().file_id.clone(),
            demonstration: shop.identity().demonstration,
            searching: Latest::new(shop.reader()?),
            reading: Mutex::new(shop.reader()?),
            listing: OnceLock::new(),
            leaving_out: OnceLock::new(),
            counting: OnceLock::new(),
            operator: Mutex::new(shop.operator().to_owned()),
            shop: Mutex::new(shop),
            importing: OneAtATime::default(),
            comparing: OneAtATime::default(),
            exporting: OneAtATime::default(),
            found: Mutex::new(None),
            unlocked: Mutex::new(None),
        })
    }

    /// The right to write. Waits for the write under way.
    pub(super) fn writing(&self) -> MutexGuard<'_, Shop> {
        lock(&self.shop)
    }

    /// The searching connection; a search under way on it is stopped, since a newer one replaces it.
    pub(super) fn searching(&self) -> MutexGuard<'_, Reader> {
        self.searching.reader()
    }

    /// The connection for pages of lists; one under way is stopped.
    ///
    /// # Errors
    /// As opening.
    pub(super) fn listing(&self) -> Result<MutexGuard<'_, Reader>> {
        self.latest(&self.listing)
    }

    /// The connection for those whom a list leaves out, and for looking at a campaign before it is started; what is under way is stopped.
    ///
    /// # Errors
    /// As opening.
    pub(super) fn leaving_out(&self) -> Result<MutexGuard<'_, Reader>> {
        self.latest(&self.leaving_out)
    }

    /// The connection for counts of lists; one under way is stopped.
    ///
    /// # Errors
    /// As opening.
    pub(super) fn counting(&self) -> Result<MutexGuard<'_, Reader>> {
        self.latest(&self.counting)
    }

    fn latest<'a>(&'a self, connection: &'a OnceLock<Latest>) -> Result<MutexGuard<'a, Reader>> {
        if let Some(made) = connection.get() {
            return Ok(made.reader());
        }
        let reader = self.reading().another()?;
        Ok(connection.get_or_init(|| Latest::new(reader)).reader())
    }

    /// The reading connection.
    pub(super) fn reading(&self) -> MutexGuard<'_, Reader> {
        let mut reading = lock(&self.reading);
        reading.recover();
        reading
    }

    /// Whoever is at the counter.
    pub(super) fn operator(&self) -> String {
        lock(&self.operator).clone()
    }

    pub(super) fn set_operator(&self, name: &str) {
        name.clone_into(&mut lock(&self.operator));
    }

    /// The duplicates found last.
    pub(super) fn found(&self) -> Option<Arc<Found>> {
        lock(&self.found).clone()
    }

    pub(super) fn set_found(&self, found: Option<Found>) {
        *lock(&self.found) = found.map(Arc::new);
    }

    /// When the manager code was given.
    pub(super) fn unlocked(&self) -> Option<Unlocked> {
        *lock(&self.unlocked)
    }

    pub(super) fn set_unlocked(&self, unlocked: Option<Unlocked>) {
        *lock(&self.unlocked) = unlocked;
    }
}

impl Desk {
    /// An empty desk.
    pub fn new(
        folders: Folders,
        events: Arc<dyn Events>,
        credentials: Arc<dyn CredentialStore>,
        launch: Option<Launch>,
    ) -> Desk {
        let saved = Saved::read(&folders.config);
        Desk {
            folders,
            events,
            credentials,
            saved: Mutex::new(saved),
            launch: Mutex::new(launch),
            beginning: Beginning::default(),
            open: RwLock::new(None),
            delivery: Mutex::new(None),
        }
    }

    /// The settings, for a window that must know its colours before it is drawn.
    pub fn settings(&self) -> super::Settings {
        lock(&self.saved).settings
    }

    pub(super) fn folders(&self) -> &Folders {
        &self.folders
    }

    pub(super) fn events(&self) -> &dyn Events {
        &*self.events
    }

    pub(super) fn credentials(&self) -> &dyn CredentialStore {
        &*self.credentials
    }

    pub(super) fn clock() -> Box<dyn Clock> {
        Box::new(SystemClock)
    }

    pub(super) fn saved(&self) -> Saved {
        lock(&self.saved).clone()
    }

    pub(super) fn change_saved(&self, change: impl FnOnce(&mut Saved)) {
        let mut saved = lock(&self.saved);
        change(&mut saved);
        saved.write(&self.folders.config);
    }

    pub(super) fn beginning(&self) -> &Beginning {
        &self.beginning
    }

    pub(super) fn launch(&self) -> Option<Launch> {
        lock(&self.launch).clone()
    }

    pub(super) fn set_launch(&self, launch: Option<Launch>) {
        *lock(&self.launch) = launch;
    }

    /// The file is open: nobody needs to be told any more to open it.
    pub(super) fn launched(&self, path: &str) {
        lock(&self.launch).take_if(|launch| launch.path == path);
    }

    pub(super) fn take_launch(&self) -> Option<Launch> {
        lock(&self.launch).take()
    }

    /// The file on the desk.
    ///
    /// # Errors
    /// `NoShopOpen`.
    pub(super) fn open_shop(&self) -> Result<Arc<OpenShop>> {
        self.open.read().unwrap_or_else(PoisonError::into_inner).clone().ok_or(Error::NoShopOpen)
    }

    /// Puts a file on the desk in place of the one there.
    pub(super) fn put(&self, shop: Shop) -> Result<Arc<OpenShop>> {
        let open = Arc::new(OpenShop::new(shop)?);
        self.clear();
        *self.open.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&open));
        let carriers = carriers(&open, Arc::clone(&self.credentials));
        let delivery = DeliveryThread::begin(Arc::downgrade(&open), Arc::clone(&self.events), carriers);
        *lock(&self.delivery) = Some(delivery);
        Ok(open)
    }

    /// Takes the file off the desk. It is closed once the last call on it ends.
    pub(super) fn clear(&self) {
        // First: whoever takes messages away may have a result to write down.
        lock(&self.delivery).take();
        *self.open.write().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// There may be messages to take away, or another way of doing it.
    pub(super) fn ring(&self) {
        if let Some(delivery) = &*lock(&self.delivery) {
            delivery.ring();
        }
    }
}
