//! The shape of the file, and the steps by which an older one becomes a current one.
//!
//! A migration is never edited once released: it is what old files have been through.

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use crate::{Error, Result};

/// Marks the database as ours (`PRAGMA application_id`): « Ecrn ».
pub(super) const APPLICATION_ID: i32 = 0x4563_726e;

const STEPS: &[&str] = &[include_str!("migrations/0001_counter.sql")];

/// The steps from an empty file to the current one. Tests add a step of their own to see an upgrade happen.
#[derive(Clone, Debug)]
pub(crate) struct Schema {
    steps: Vec<&'static str>,
}

impl Default for Schema {
    fn default() -> Schema {
        Schema { steps: STEPS.to_vec() }
    }
}

impl Schema {
    /// The current schema with one more step, as the next version of the program will have.
    #[cfg(test)]
    pub(crate) fn with_step(mut self, step: &'static str) -> Schema {
        self.steps.push(step);
        self
    }

    /// The version of a current file (`PRAGMA user_version`).
    pub(crate) fn version(&self) -> u32 {
        u32::try_from(self.steps.len()).unwrap_or(u32::MAX)
    }

    /// Takes the database from any older version to the current one, all or nothing.
    ///
    /// # Errors
    /// `FileNewer`, and what the database may say.
    pub(super) fn apply(&self, connection: &mut Connection) -> Result<()> {
        let found = version_of(connection)?;
        if found > self.version() {
            return Err(Error::FileNewer { found, supported: self.version() });
        }
        Migrations::new(self.steps.iter().map(|step| M::up(step)).collect()).to_latest(connection).map_err(|error| match error {
            rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
            other => Error::Database(format!("migration: {other:?}").chars().take(120).collect()),
        })
    }
}

/// The version that a database says it has; 0 is an empty one.
pub(super) fn version_of(connection: &Connection) -> Result<u32> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}
