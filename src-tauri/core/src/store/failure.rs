//! What SQLite's errors mean to a person.

use rusqlite::{ErrorCode, ffi};

use super::vfs;
use crate::Error;

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Error {
        // The shared index of the log is the first thing that a full disk has no room for.
        if error.sqlite_error().is_some_and(|error| error.extended_code == ffi::SQLITE_IOERR_SHMSIZE) {
            return Error::DiskFull;
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Error::DiskFull,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed) => {
                Error::FileBusy
            }
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => Error::ReadOnly,
            Some(ErrorCode::NotADatabase | ErrorCode::OutOfMemory) if vfs::read_failed() => {
                Error::Io(std::io::ErrorKind::Other)
            }
            // SQLCipher reports a page whose authentication fails as « out of memory ».
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase | ErrorCode::OutOfMemory) => Error::FileCorrupt,
            Some(ErrorCode::OperationInterrupted) => Error::Interrupted,
            Some(ErrorCode::SystemIoFailure) => Error::Io(std::io::ErrorKind::Other),
            Some(code) => Error::Database(format!("{code:?}")),
            // Messages of other kinds may quote values, so only their kind is kept.
            None => Error::Database(match error {
                rusqlite::Error::QueryReturnedNoRows => "no row".into(),
                rusqlite::Error::InvalidColumnType(column, _, kind) => format!("column {column} is {kind:?}"),
                _ => "unexpected answer".into(),
            }),
        }
    }
}
