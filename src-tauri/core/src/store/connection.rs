//! Opening connections to the database in a shop file: one that writes, a few that only read.

use std::fmt::Write;
use std::fs::File;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::header::HEADER_LEN;
use super::keys::FileKey;
use super::lists;
use super::place;
use super::schema::{self, APPLICATION_ID, Schema};
use super::vfs;
use crate::{Error, Result};

/// How long a connection waits for another program before it says that the file is busy.
const PATIENCE: Duration = Duration::from_secs(4);

/// The size of a page in bytes, SQLCipher's own default, of which [`super::vfs`] makes use.
const PAGE: u64 = 4096;

/// How a connection will be used.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Write,
    Read,
    /// Without taking locks or making files beside it: only for a file that nobody has open.
    Inspect,
}

/// How much of a file a connection holds in memory, as `PRAGMA cache_size` takes it: kibibytes, below zero.
pub(super) const CACHE: i32 = -16_000;
/// The same while much is written: an import of a million clients goes to a dozen indexes in no order, and each page that does not stay
/// is encrypted, written, read and decrypted again.
pub(super) const LARGE_CACHE: i32 = -192_000;

/// Opens the writing connection of an existing, checked file, or of one that holds only its header.
pub(super) fn writer(path: &Path, key: &FileKey) -> Result<Connection> {
    let connection = open(path, key, Use::Write)?;
    let mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if mode != "wal" {
        return Err(Error::ReadOnly);
    }
    // A power cut must lose no confirmed save (macOS keeps what is synchronised in the disk's own memory unless told
    // otherwise); freed pages must keep no trace; REPLACE must not slip past DELETE triggers.
    connection.execute_batch(
        "PRAGMA synchronous = FULL;
         PRAGMA fullfsync = ON;
         PRAGMA foreign_keys = ON;
         PRAGMA secure_delete = ON;
         PRAGMA recursive_triggers = ON;
         PRAGMA temp_store = MEMORY;",
    )?;
    connection.pragma_update(None, "cache_size", CACHE)?;
    Ok(connection)
}

/// Opens a reading connection.
pub(super) fn reader(path: &Path, key: &FileKey) -> Result<Connection> {
    let connection = open(path, key, Use::Read)?;
    connection.execute_batch("PRAGMA query_only = ON; PRAGMA temp_store = MEMORY;")?;
    connection.pragma_update(None, "cache_size", CACHE)?;
    Ok(connection)
}

/// Looks at a file before anything could change it.
///
/// Returns the schema version that it has. A file that was not closed properly has a write-ahead log, whose content only
/// a normal opening can read: then there is nothing to inspect, and `None` is returned.
///
/// # Errors
/// `FileCorrupt` if it is not ours, truncated or unreadable, `FileNewer` if a later version wrote it.
pub(super) fn inspect(path: &Path, key: &FileKey, schema: &Schema) -> Result<Option<u32>> {
    let log = beside(path, "-wal");
    if log.metadata().is_ok_and(|data| data.len() > 0) {
        return Ok(None);
    }
    let connection = open(path, key, Use::Inspect)?;
    let id: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if id != APPLICATION_ID {
        return Err(Error::FileCorrupt);
    }
    let found = schema::version_of(&connection)?;
    if found > schema.version() {
        return Err(Error::FileNewer { found, supported: schema.version() });
    }
    let pages: u32 = connection.pragma_query_value(None, "page_count", |row| row.get(0))?;
    if path.metadata()?.len() < HEADER_LEN as u64 + u64::from(pages) * PAGE {
        return Err(Error::FileCorrupt);
    }
    Ok(Some(found))
}

/// The path of a file that SQLite keeps beside the database.
pub(super) fn beside(path: &Path, suffix: &str) -> std::path::PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

fn open(path: &Path, key: &FileKey, purpose: Use) -> Result<Connection> {
    // SQLite opens a file for reading when it may not write it, and does not say why; on Windows the reason may be another program.
    // (Elsewhere this would be harmful: closing a second handle gives up the locks that the process has on the file.)
    if cfg!(windows) && purpose == Use::Write {
        File::options().read(true).write(true).open(path)?;
    }
    let path = &*place::for_sqlite(path);
    vfs::register().map_err(|code| Error::Database(format!("vfs: {code}")))?;
    let flags = OpenFlags::SQLITE_OPEN_NO_MUTEX
        | match purpose {
            Use::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
            Use::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
            Use::Inspect => OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI,
        };
    let connection = if purpose == Use::Inspect {
        Connection::open_with_flags_and_vfs(immutable_uri(path), flags, vfs::NAME)?
    } else {
        Connection::open_with_flags_and_vfs(path, flags, vfs::NAME)?
    };
    connection.busy_timeout(PATIENCE)?;
    // Before the key: SQLCipher would print a wrong one's complaint to the terminal.
    let _: Option<String> = connection.query_row("PRAGMA cipher_log_level = NONE", [], |row| row.get(0)).ok();
    connection.pragma_update(None, "key", key.pragma().as_str())?;
    connection.set_prepared_statement_cache_capacity(64);
    lists::add_functions(&connection)?;
    // The first read decrypts the first page: a damaged file fails here, not in the middle of something.
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    vfs::reads_again();
    Ok(connection)
}

/// The file as an URI that promises SQLite that nobody writes it.
///
/// Everything but plain letters and digits is escaped: a bare `//` at the start (a network share on Windows) would be taken for a
/// server's name, and `\` must stay what it is in a path of Windows that is told verbatim.
fn immutable_uri(path: &Path) -> String {
    let mut uri = String::from("file:");
    for &byte in path.as_os_str().as_encoded_bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') {
            uri.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri.push_str("?immutable=1");
    uri
}
