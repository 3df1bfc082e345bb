//! Backing up the open file.

use std::path::{Path, PathBuf};

use chrono::{Local, TimeZone};

use super::Shop;
use crate::journal::Operation;
use crate::{Changes, Result};

impl Shop {
    /// Writes a copy into `folder`, reads it back to verify it, and remembers when. Returns the copy's path.
    ///
    /// # Errors
    /// `FileMissing` (no such folder), `ReadOnly`, `DiskFull`, `FileCorrupt` if the copy does not read back whole.
    pub fn back_up(&mut self, folder: &Path) -> Result<(PathBuf, Changes)> {
        if !folder.is_dir() {
            return Err(crate::Error::FileMissing);
        }
        let at = Local.timestamp_millis_opt(self.now()).single().unwrap_or_default();
        let path = self.store.back_up(folder, &at.format("%Y-%m-%d %Hh%M").to_string())?;
        let outcome = self.transact(Operation::BackUp, |tx| {
            tx.backed_up()?;
            tx.journal(None, None, &[])
        })?;
        Ok((path, outcome.changes))
    }
}
