//! Copies of the file: made while it is open, verified before they count.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::connection::{self, beside};
use super::keys::FileKey;
use super::{Store, header};
use crate::{Error, Result};

impl Store {
    /// Writes a verified copy into `folder`, named after the file and the time. The copy opens with the same passphrase.
    /// An unfinished copy never bears a backup's name.
    ///
    /// # Errors
    /// `FileMissing` (no such folder), `ReadOnly`, `DiskFull`, `FileCorrupt` if the copy does not read back whole.
    pub(crate) fn back_up(&self, folder: &Path, stamp: &str) -> Result<PathBuf> {
        let stem = self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let target = unused(folder, &format!("{stem} {stamp}"));
        copy(&self.writer, &self.path, &self.key, &target)?;
        Ok(target)
    }
}

/// Copies an older file beside itself before its schema is upgraded.
pub(super) fn before_upgrade(writer: &Connection, path: &Path, key: &FileKey, version: u32) -> Result<PathBuf> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let target =
        unused(path.parent().unwrap_or(Path::new("")), &format!("{stem} avant mise à jour (version {version})"));
    copy(writer, path, key, &target)?;
    Ok(target)
}

fn copy(writer: &Connection, path: &Path, key: &FileKey, target: &Path) -> Result<()> {
    let partial = beside(target, ".partiel");
    let made = (|| {
        header::create(&partial, &header::read(path)?)?;
        {
            let mut copy = connection::writer(&partial, key)?;
            let steps = rusqlite::backup::Backup::new(writer, &mut copy)?;
            steps.run_to_completion(2000, std::time::Duration::ZERO, None)?;
            drop(steps);
            copy.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
            verify(&copy)?;
        }
        std::fs::File::open(&partial)?.sync_all()?;
        std::fs::rename(&partial, target)?;
        Ok(())
    })();
    if made.is_err() {
        super::remove(&partial);
    }
    made
}

fn verify(copy: &Connection) -> Result<()> {
    let answer: String = copy.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if answer == "ok" { Ok(()) } else { Err(Error::FileCorrupt) }
}

/// A name that no file has yet.
fn unused(folder: &Path, stem: &str) -> PathBuf {
    let mut target = folder.join(format!("{stem}.ecrin"));
    let mut number = 2;
    while target.exists() {
        target = folder.join(format!("{stem} ({number}).ecrin"));
        number += 1;
    }
    target
}
