//! An open shop: the one object through which everything is written.
//!
//! Every verb goes through [`Shop::transact`], which makes one transaction of the change and its journal entry, and says
//! what was touched. Nothing else can write.

mod backup;
mod campaigns;
mod client;
mod consent_setup;
mod consents;
mod deliveries;
mod delivery;
mod demonstration;
mod demonstration_labels;
mod demonstration_lists;
mod demonstration_movements;
mod demonstration_subscriptions;
mod draft;
mod duplicates;
mod exports;
mod identity;
mod imports;
mod invoicing;
mod labels;
mod lists;
mod manager;
mod merging;
mod message_setup;
mod messages;
mod movements;
mod operator;
mod recorder;
mod reminders;
mod removal;
mod replies;
mod subscriptions;
mod templates;
mod undo;
mod windows;

use std::path::{Path, PathBuf};

pub use consent_setup::{ConsentSetup, IndicatorSetup};
pub use consents::DecisionPreview;
pub(crate) use consents::item as consent_item;
pub use demonstration::DemonstrationProgress;
pub use draft::TemplatePreview;
pub use identity::ShopIdentity;
pub(crate) use recorder::{Granted, Recorded, Recorder};
pub use undo::UndoState;

use crate::clients::{ClientNumber, ClientRecord, ClientRow};
use crate::clock::Clock;
use crate::demonstration::DEMONSTRATION_SINCE;
use crate::journal::{JournalPage, Operation};
use crate::store::{Context, Schema, Store, Tx};
use crate::{Changes, Error, FileKey, Identity, Reader, Result, Unlock};

/// What a committed write returned, and what it touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome<T> {
    /// The verb's own answer.
    pub value: T,
    /// What views should read again.
    pub changes: Changes,
}

/// A shop to be made.
#[derive(Clone, Copy, Debug)]
pub struct NewShop<'a> {
    /// « Nom de la boutique ».
    pub name: &'a str,
    /// Opens the file; see [`crate::passphrase`].
    pub passphrase: &'a str,
    /// Whether the file is a demonstration, which every window says.
    pub demonstration: bool,
}

/// An open shop file.
pub struct Shop {
    store: Store,
    clock: Box<dyn Clock>,
    operator: String,
    undo: Vec<undo::Undo>,
}

impl std::fmt::Debug for Shop {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shop").finish_non_exhaustive()
    }
}

/// Who is written in the journal until a name is chosen at the counter.
pub const NOBODY: &str = "Comptoir";

impl Shop {
    /// Makes a new file, which bears its name once it is whole. Nothing is overwritten, and a failure leaves nothing behind.
    ///
    /// # Errors
    /// `PassphraseWeak` when there is none, `FileExists`, `FileMissing` (no such folder), `ReadOnly`, `DiskFull`.
    pub fn create(path: &Path, new: NewShop<'_>, clock: Box<dyn Clock>) -> Result<Shop> {
        if new.passphrase.is_empty() {
            return Err(Error::PassphraseWeak);
        }
        let context = Context { operation: Operation::CreateShop, operator: NOBODY, now: clock.now() };
        let store = Store::create(path, new.passphrase, new.demonstration, &Schema::default(), |store| {
            let named = store.transact(context, |tx| {
                let since = if new.demonstration { DEMONSTRATION_SINCE.min(tx.now()) } else { tx.now() };
                tx.name_shop(new.name.trim(), since)?;
                tx.add_operator(NOBODY)?;
                tx.insert_first_wordings()?;
                tx.journal(None, None, &[])
            });
            named.map(|_| ())
        })?;
        Ok(Shop { store, clock, operator: NOBODY.into(), undo: Vec::new() })
    }

    /// Opens a file.
    ///
    /// # Errors
    /// `FileMissing`, `NotEcrin`, `FileNewer`, `FileCorrupt`, `FileBusy`, `ReadOnly`, `PassphraseWrong`; the file is then as it was.
    pub fn open(path: &Path, unlock: Unlock<'_>, clock: Box<dyn Clock>) -> Result<Shop> {
        let store = Store::open(path, unlock, &Schema::default())?;
        let mut shop = Shop { store, clock, operator: NOBODY.into(), undo: Vec::new() };
        shop.mark_interrupted()?;
        Ok(shop)
    }

    /// Closes a file that was just made, and removes it with all that SQLite keeps beside it.
    pub fn discard(self) {
        self.store.discard();
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// Whose file it is.
    pub fn identity(&self) -> &Identity {
        self.store.identity()
    }

    /// The key, for the system's credential store and nothing else.
    pub fn key(&self) -> &FileKey {
        self.store.key()
    }

    /// Whoever is at the counter, written with every change.
    pub fn operator(&self) -> &str {
        &self.operator
    }

    /// Says who writes without adding them to those who work at the counter, for programs.
    pub fn act_as(&mut self, operator: &str) {
        operator.clone_into(&mut self.operator);
    }

    /// A whole record.
    ///
    /// # Errors
    /// `ClientNotFound`.
    pub fn client(&self, number: ClientNumber) -> Result<ClientRecord> {
        self.store.rows().client(number)
    }

    /// A record's journal, newest first; `before` is what the previous page gave as `next`.
    ///
    /// # Errors
    /// What the database may say.
    pub fn journal(&self, number: ClientNumber, before: Option<i64>, limit: u32) -> Result<JournalPage> {
        self.store.rows().journal(number, before, limit)
    }

    /// The clients opened last, the newest first.
    ///
    /// # Errors
    /// What the database may say.
    pub fn recent_clients(&self, limit: u32) -> Result<Vec<ClientRow>> {
        self.store.rows().recent_clients(limit)
    }

    /// How many clients there are, inactive ones included.
    ///
    /// # Errors
    /// What the database may say.
    pub fn clients(&self) -> Result<i64> {
        Ok(self.store.rows().counts()?.clients)
    }

    /// A further connection for searches and lists, which only reads.
    ///
    /// # Errors
    /// As opening.
    pub fn reader(&self) -> Result<Reader> {
        self.store.reader()
    }

    /// Replaces the passphrase.
    ///
    /// # Errors
    /// `PassphraseWeak`, see [`crate::passphrase`]; what writing the header may say.
    pub fn change_passphrase(&mut self, passphrase: &str) -> Result<()> {
        if crate::passphrase::weakness(passphrase).is_some() {
            return Err(Error::PassphraseWeak);
        }
        self.store.change_passphrase(passphrase)
    }

    /// Everything wrong with the file; nothing if all is well. Reads the whole file.
    ///
    /// # Errors
    /// `FileCorrupt` when it cannot even be read; `Io`, `DiskFull` when the disk does not do its work.
    pub fn verify(&self) -> Result<Vec<String>> {
        self.store.fold_log()?;
        self.store.rows().problems()
    }

    /// Runs `write` in one transaction; on any error nothing is kept.
    ///
    /// # Errors
    /// What `write` says.
    pub(crate) fn transact<T>(
        &mut self,
        operation: Operation,
        write: impl FnOnce(&Tx<'_>) -> Result<T>,
    ) -> Result<Outcome<T>> {
        let context = Context { operation, operator: &self.operator, now: self.clock.now() };
        let (value, changes) = self.store.transact(context, write)?;
        Ok(Outcome { value, changes })
    }

    pub(crate) fn now(&self) -> i64 {
        self.clock.now()
    }

    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    /// The folder in which the file is.
    pub fn folder(&self) -> PathBuf {
        self.path().parent().map_or_else(PathBuf::new, Path::to_path_buf)
    }
}
