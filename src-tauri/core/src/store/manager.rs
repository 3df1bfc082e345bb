//! The manager code's row: its hash, and how often it was tried.

use rusqlite::{OptionalExtension, params};

use super::{Rows, Tx};
use crate::Result;
use crate::manager::Tries;

impl Rows<'_> {
    /// How often the code was tried in vain; nothing where there is no code.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn manager_tries(&self) -> Result<Option<Tries>> {
        Ok(self
            .0
            .prepare_cached("SELECT failures, wait_until FROM manager_code")?
            .query_row([], |row| Ok(Tries { failures: row.get(0)?, wait_until: row.get(1)? }))
            .optional()?)
    }

    /// What is kept of the code.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn manager_hash(&self) -> Result<Option<String>> {
        Ok(self.0.prepare_cached("SELECT hash FROM manager_code")?.query_row([], |row| row.get(0)).optional()?)
    }
}

impl Tx<'_> {
    /// Keeps a code, without failures; nothing removes it.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn keep_manager_hash(&self, hash: Option<&str>) -> Result<()> {
        self.connection.execute("DELETE FROM manager_code", [])?;
        if let Some(hash) = hash {
            self.connection
                .execute("INSERT INTO manager_code (id, hash, set_at) VALUES (1, ?1, ?2)", params![hash, self.now()])?;
        }
        self.touch_shop();
        Ok(())
    }

    /// Keeps how often the code was tried.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn keep_manager_tries(&self, tries: Tries) -> Result<()> {
        self.connection.execute(
            "UPDATE manager_code SET failures = ?1, wait_until = ?2",
            params![tries.failures, tries.wait_until],
        )?;
        Ok(())
    }
}
