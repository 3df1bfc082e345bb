//! The imports' rows: one for each imported file, named by the records that it brought.

use rusqlite::params;

use super::Tx;
use crate::Result;
use crate::clients::{ClientNumber, NewClient};

/// The identity of an import in the file.
pub(crate) type ImportId = i64;

/// What an import brought, as the file remembers it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ImportCounts {
    pub(crate) rows: u64,
    pub(crate) imported: u64,
    pub(crate) rejected: u64,
    pub(crate) duplicates_suspected: u64,
    /// How many of the imported are inactive.
    pub(crate) inactive: u64,
}

impl Tx<'_> {
    /// Begins an import; its records will name it.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn begin_import(&self, file_name: &str) -> Result<ImportId> {
        self.changes.borrow_mut().all = true;
        Ok(self
            .connection
            .prepare("INSERT INTO import_batch (at, operator, file_name) VALUES (?1, ?2, ?3)")?
            .insert(params![self.context.now, self.context.operator, file_name])?)
    }

    /// Writes a record of the import.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn insert_imported(&self, import: ImportId, client: &NewClient) -> Result<ClientNumber> {
        self.insert_client(client, Some(import))
    }

    /// Ends an import: its counts, the shop's counts and its one journal entry.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn finish_import(&self, import: ImportId, counts: ImportCounts) -> Result<()> {
        // Settling reads the words of all clients: worth it when the new ones are at least a quarter of them.
        let known = u64::try_from(self.rows().counts()?.clients).unwrap_or(0);
        if counts.imported > 1000 && counts.imported * 3 >= known {
            self.settle_search()?;
        }
        let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        self.connection.execute(
            "UPDATE import_batch SET row_count = ?2, imported = ?3, rejected = ?4, duplicates_suspected = ?5 WHERE id = ?1",
            params![import, number(counts.rows), number(counts.imported), number(counts.rejected), number(counts.duplicates_suspected)],
        )?;
        self.count_clients(number(counts.imported), number(counts.inactive))?;
        self.journal(None, Some(import), &[])
    }
}
