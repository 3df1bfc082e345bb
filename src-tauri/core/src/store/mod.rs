//! The encrypted file: the only place that knows SQL.
//!
//! [`Store`] owns the writing connection; [`Reader`] is a connection that only reads. Both offer the same readings
//! through [`Rows`]; writings exist on [`Tx`] alone, which only [`crate::shop::Shop::transact`] hands out.

mod backup;
mod clients;
mod connection;
mod consents;
mod deliveries;
mod duplicates;
mod exports;
mod failure;
mod folder;
mod header;
mod imports;
mod invoicing;
mod journal;
mod keys;
mod labels;
mod lists;
mod manager;
mod merging;
mod messages;
mod movements;
mod pieces;
mod place;
mod removal;
mod schema;
mod search;
mod shop;
mod subscriptions;
mod tx;
#[cfg(test)]
mod upgrade_tests;
mod verify;
mod vfs;
mod windows;

use std::path::{Path, PathBuf};

use rusqlite::{Connection, InterruptHandle};

pub(crate) use clients::ContactKeys;
pub use consents::Judged;
pub(crate) use consents::{AppendedDecision, DecisionItem};
pub(crate) use deliveries::WentTo;
pub(crate) use exports::StoredExport;
pub(crate) use imports::{ImportCounts, ImportId};
pub use keys::FileKey;
pub(crate) use keys::argon2;
pub(crate) use labels::LabelTable;
pub(crate) use merging::Said;
pub(crate) use messages::{Due, ReplyBefore, Settled, UnwrittenCampaign, WrittenMessage};
pub(crate) use movements::ReadyRepair;
pub(crate) use place::is_same;
pub(crate) use removal::Fate;
pub(crate) use schema::Schema;
pub(crate) use search::Searcher;
pub(crate) use subscriptions::{Brought, NewRow};
pub use tx::Changes;
pub(crate) use tx::{Context, Tx};

use crate::{Error, Result, files};
use header::{Header, HeaderFile};
use keys::WrappedKey;

/// What proves the right to open a file.
#[derive(Debug)]
pub enum Unlock<'a> {
    /// The passphrase chosen at creation.
    Passphrase(&'a str),
    /// The key from the system's credential store.
    Key(FileKey),
}

/// A file's identity, readable without its passphrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Random, the same in copies and backups.
    pub file_id: String,
    /// Whether the file holds the public demonstration.
    pub demonstration: bool,
}

/// Reads a file's identity.
///
/// # Errors
/// `FileMissing`, `NotEcrin`, `FileNewer`, `FileCorrupt`.
pub fn identify(path: &Path) -> Result<Identity> {
    let Header { file_id, demonstration, .. } = header::read(&place::of(path).ok_or(Error::NotEcrin)?)?;
    Ok(Identity { file_id, demonstration })
}

/// An open shop file.
#[derive(Debug)]
pub(crate) struct Store {
    path: PathBuf,
    key: FileKey,
    identity: Identity,
    writer: Connection,
    /// What [`vfs::failed_reads`] said before the connection was opened.
    failed_reads: u64,
    /// Last, so that it is closed after the connection.
    header: HeaderFile,
}

impl Store {
    /// Makes a new file with the current schema; `begin` writes what every file holds. Only a finished file bears its name:
    /// a kill leaves an unfinished one beside it. On failure nothing stays behind.
    ///
    /// # Errors
    /// `FileExists` (also if only the log of a file that was moved away is there: it may hold what that file lacks; or if
    /// Windows keeps the name for a device), `ReadOnly`, `DiskFull`, `FileMissing` (no such folder); what `begin` says.
    pub(crate) fn create(
        path: &Path,
        passphrase: &str,
        demonstration: bool,
        schema: &Schema,
        begin: impl FnOnce(&mut Store) -> Result<()>,
    ) -> Result<Store> {
        let path = &place::of(path).ok_or(Error::FileExists)?;
        if connection::beside(path, "-wal").exists() {
            return Err(Error::FileExists);
        }
        let failed_reads = vfs::failed_reads();
        let key = FileKey::random()?;
        let file_id = keys::random_id()?;
        let wrapped = WrappedKey::seal(&key, passphrase, &file_id)?;
        let partial = folder::begin(path, &Header { file_id: file_id.clone(), demonstration, keys: vec![wrapped] })?;
        let identity = Identity { file_id, demonstration };
        let made = || {
            let header = HeaderFile::open(&partial)?;
            let mut writer = connection::writer(&partial, &key)?;
            writer.pragma_update(None, "application_id", schema::APPLICATION_ID)?;
            schema.apply(&mut writer)?;
            let (key, identity) = (key.clone(), identity.clone());
            let mut store = Store { path: partial.clone(), key, identity, writer, failed_reads, header };
            begin(&mut store)?;
            // Before the name: what is in the log would not follow.
            store.writer.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
            drop(store);
            if connection::beside(&partial, "-wal").exists() {
                return Err(Error::FileBusy);
            }
            Ok(files::place(&partial, path)?)
        };
        if let Err(error) = made() {
            remove(&partial);
            return Err(error);
        }
        match HeaderFile::open(path).and_then(|header| Ok((header, connection::writer(path, &key)?))) {
            Ok((header, writer)) => Ok(Store { path: path.to_owned(), key, identity, writer, failed_reads, header }),
            Err(error) => {
                remove(path);
                Err(error)
            }
        }
    }

    /// Opens a file. An older schema is upgraded after a backup was made beside the file; a newer or damaged file is
    /// refused untouched.
    ///
    /// # Errors
    /// `FileMissing`, `NotEcrin`, `FileNewer`, `FileCorrupt`, `FileBusy`, `ReadOnly`, `PassphraseWrong`, `DiskFull`.
    pub(crate) fn open(path: &Path, unlock: Unlock<'_>, schema: &Schema) -> Result<Store> {
        let path = &place::of(path).ok_or(Error::NotEcrin)?;
        let file = HeaderFile::open(path)?;
        let header = file.read()?;
        let key = match unlock {
            Unlock::Key(key) => key,
            Unlock::Passphrase(passphrase) => opened(&header, passphrase)?,
        };
        let failed_reads = vfs::failed_reads();
        connection::inspect(path, &key, schema)?;
        let mut writer = connection::writer(path, &key)?;
        let found = schema::version_of(&writer)?;
        if found > schema.version() {
            return Err(Error::FileNewer { found, supported: schema.version() });
        }
        if found < schema.version() {
            backup::before_upgrade(&writer, path, &header, &key, found)?;
            schema.apply(&mut writer)?;
        }
        Ok(Store {
            path: path.to_owned(),
            key,
            identity: Identity { file_id: header.file_id, demonstration: header.demonstration },
            writer,
            failed_reads,
            header: file,
        })
    }

    /// Closes a file that was just made and removes it.
    pub(crate) fn discard(self) {
        let path = self.path.clone();
        drop(self);
        remove(&path);
    }

    /// Where the file is.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Whose file it is.
    pub(crate) fn identity(&self) -> &Identity {
        &self.identity
    }

    /// The key, for the system's credential store.
    pub(crate) fn key(&self) -> &FileKey {
        &self.key
    }

    /// Replaces the passphrase. The data is not rewritten.
    ///
    /// # Errors
    /// What writing the header may say.
    pub(crate) fn change_passphrase(&self, passphrase: &str) -> Result<()> {
        let header = self.header.read()?;
        let wrapped = WrappedKey::seal(&self.key, passphrase, &header.file_id)?;
        self.header.replace(&Header { keys: vec![wrapped], ..header })
    }

    /// Whether this passphrase opens the file.
    ///
    /// # Errors
    /// `PassphraseWrong`; what reading the header may say.
    pub(crate) fn check_passphrase(&self, passphrase: &str) -> Result<()> {
        let header = self.header.read()?;
        opened(&header, passphrase).map(|_| ())
    }

    /// A further connection, which only reads.
    ///
    /// # Errors
    /// As opening.
    pub(crate) fn reader(&self) -> Result<Reader> {
        Reader::open(&self.path, &self.key)
    }

    /// Opens the connection again if the disk refused to read since: such a connection stays out of order.
    ///
    /// # Errors
    /// As opening, while the disk does not do its work.
    fn recover(&mut self) -> Result<()> {
        let failed_reads = vfs::failed_reads();
        if failed_reads != self.failed_reads {
            self.writer = connection::writer(&self.path, &self.key)?;
            self.failed_reads = failed_reads;
        }
        Ok(())
    }

    /// Folds the log into the file, as far as nobody reads what is in it. The check of the pages reads the file itself, in
    /// which a cut or a failing disk may have left a page half-written that the log still holds whole.
    ///
    /// # Errors
    /// `Io`, `DiskFull`.
    pub(crate) fn fold_log(&self) -> Result<()> {
        Ok(self.writer.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?)
    }

    /// Reading through the writing connection.
    pub(crate) fn rows(&self) -> Rows<'_> {
        Rows(&self.writer)
    }

    fn writer_mut(&mut self) -> &mut Connection {
        &mut self.writer
    }
}

/// The file's key, from the first of its seals that the passphrase opens.
fn opened(header: &Header, passphrase: &str) -> Result<FileKey> {
    let mut opened = Err(Error::FileCorrupt);
    for wrapped in &header.keys {
        opened = wrapped.open(passphrase, &header.file_id);
        if opened.is_ok() {
            break;
        }
    }
    opened
}

/// Removes a file that holds nothing yet, and what SQLite kept beside it.
pub(crate) fn remove(path: &Path) {
    for suffix in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(connection::beside(path, suffix));
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // Folds the log into the file, so that one file is all there is to copy. Failing loses nothing: the log stays.
        let _ = self.writer.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    }
}

/// A connection that only reads, for searches and lists beside the writing one.
#[derive(Debug)]
pub struct Reader {
    path: PathBuf,
    key: FileKey,
    connection: Connection,
    searcher: Searcher,
    failed_reads: u64,
}

impl Reader {
    fn open(path: &Path, key: &FileKey) -> Result<Reader> {
        // Counted before, so that reads that fail meanwhile are noticed.
        let failed_reads = vfs::failed_reads();
        let connection = connection::reader(path, key)?;
        Ok(Reader { path: path.to_owned(), key: key.clone(), connection, searcher: Searcher::default(), failed_reads })
    }

    /// Stops whatever this connection is reading, from another thread.
    pub fn interrupter(&self) -> Interrupter {
        Interrupter(self.connection.get_interrupt_handle())
    }

    /// A further connection of the same kind.
    ///
    /// # Errors
    /// As opening.
    pub(crate) fn another(&self) -> Result<Reader> {
        Reader::open(&self.path, &self.key)
    }

    /// Opens the connection again if the disk refused to read since, and says whether it did. While the disk does not do
    /// its work, the connection stays as it is.
    pub(crate) fn recover(&mut self) -> bool {
        let failed_reads = vfs::failed_reads();
        if failed_reads == self.failed_reads {
            return false;
        }
        let Ok(connection) = connection::reader(&self.path, &self.key) else { return false };
        self.connection = connection;
        self.failed_reads = failed_reads;
        true
    }

    /// Everything that can be read.
    pub(crate) fn rows(&self) -> Rows<'_> {
        Rows(&self.connection)
    }
}

/// Stops a [`Reader`] from another thread.
pub struct Interrupter(InterruptHandle);

impl std::fmt::Debug for Interrupter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Interrupter")
    }
}

impl Interrupter {
    /// The reading under way answers `Interrupted`; later ones are not affected.
    pub fn interrupt(&self) {
        self.0.interrupt();
    }
}

/// Everything that can be read, whatever the connection.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rows<'a>(&'a Connection);
