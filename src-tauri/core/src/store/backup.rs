//! Copies of the file: made while it is open, verified before they count.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::Store;
use super::connection::{self, beside};
use super::header::{self, Header};
use super::keys::FileKey;
use super::place;
use crate::{Error, Result, files};

impl Store {
    /// Writes a verified copy into `folder`, named after the file and the time. The copy opens with the same passphrase.
    /// An unfinished copy never bears a backup's name.
    ///
    /// # Errors
    /// `FileMissing` (no such folder), `FileExists` if somebody takes the name meanwhile, `ReadOnly`, `DiskFull`, `FileCorrupt` if the copy
    /// does not read back whole.
    pub(crate) fn back_up(&mut self, folder: &Path, stamp: &str) -> Result<PathBuf> {
        self.recover()?;
        let stem = self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let folder = &place::of(folder).ok_or(Error::FileMissing)?;
        copy(&self.writer, &self.header.read()?, &self.key, folder, &format!("{stem} {stamp}"))
    }
}

/// Copies an older file beside itself before its schema is upgraded.
pub(super) fn before_upgrade(
    writer: &Connection,
    path: &Path,
    header: &Header,
    key: &FileKey,
    version: u32,
) -> Result<PathBuf> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let folder = path.parent().unwrap_or(Path::new(""));
    copy(writer, header, key, folder, &format!("{stem} avant mise à jour (version {version})"))
}

fn copy(writer: &Connection, header: &Header, key: &FileKey, folder: &Path, stem: &str) -> Result<PathBuf> {
    let (target, partial) = begin(folder, stem, header)?;
    let made = (|| {
        {
            let mut copy = connection::writer(&partial, key)?;
            let steps = rusqlite::backup::Backup::new(writer, &mut copy)?;
            steps.run_to_completion(2000, std::time::Duration::ZERO, None)?;
            drop(steps);
            copy.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
            verify(&copy)?;
        }
        // Windows syncs only what may be written.
        std::fs::File::options().write(true).open(&partial)?.sync_all()?;
        Ok(files::place(&partial, &target)?)
    })();
    if made.is_err() {
        super::remove(&partial);
    }
    made.map(|()| target)
}

fn verify(copy: &Connection) -> Result<()> {
    let answer: String = copy.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if answer == "ok" { Ok(()) } else { Err(Error::FileCorrupt) }
}

/// Begins a copy: the first name that is free, and the unfinished file, which keeps the name from other backups.
fn begin(folder: &Path, stem: &str, header: &Header) -> Result<(PathBuf, PathBuf)> {
    let mut target = folder.join(format!("{stem}.ecrin"));
    let mut number = 1;
    loop {
        let partial = beside(&target, ".partiel");
        match header::create(&partial, header) {
            Ok(()) if target.exists() => std::fs::remove_file(&partial)?,
            Ok(()) => return Ok((target, partial)),
            Err(Error::FileExists) => {}
            Err(error) => return Err(error),
        }
        number += 1;
        target = folder.join(format!("{stem} ({number}).ecrin"));
    }
}
