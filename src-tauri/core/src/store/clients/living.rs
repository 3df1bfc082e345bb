//! Records that were removed: where a number leads, and whose history is read together.

use rusqlite::OptionalExtension;

use crate::clients::ClientNumber;
use crate::store::Rows;
use crate::{Error, Result};

/// The numbers of a record (`?1`) and of all that went into it, as a list for `IN`.
pub(in crate::store) const FAMILY: &str = include_str!("family.sql");

impl Rows<'_> {
    /// The record that a number leads to: itself, or the one that it went into.
    ///
    /// # Errors
    /// `ClientNotFound`; `ClientRemoved`.
    pub(crate) fn living(&self, number: ClientNumber) -> Result<ClientNumber> {
        let mut select = self.0.prepare_cached("SELECT removed_at, merged_into FROM client WHERE number = ?1")?;
        let mut at = number;
        loop {
            let found: Option<(Option<i64>, Option<ClientNumber>)> =
                select.query_row([at], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
            match found {
                None => return Err(Error::ClientNotFound(number)),
                Some((None, _)) => return Ok(at),
                Some((Some(_), Some(into))) => at = into,
                Some((Some(removed_at), None)) => return Err(Error::ClientRemoved(number, removed_at)),
            }
        }
    }

    /// Why there is no such record.
    pub(in crate::store) fn absent(&self, number: ClientNumber) -> Error {
        match self.living(number) {
            Ok(living) => Error::ClientMerged(number, living),
            Err(error) => error,
        }
    }

    /// The numbers of the records that went into one, directly or through others.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn merged_into(&self, number: ClientNumber) -> Result<Vec<ClientNumber>> {
        Ok(self
            .0
            .prepare_cached(&format!("SELECT number FROM {FAMILY} WHERE number <> ?1 ORDER BY number"))?
            .query_map([number], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?)
    }
}
