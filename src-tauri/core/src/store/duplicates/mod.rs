//! What records are compared by, and the pairs that somebody called distinct.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::{Row, params};

use crate::clients::ClientNumber;
use crate::duplicates::{Candidate, Keys};
use crate::store::{Rows, Tx};
use crate::text::fold;
use crate::{Error, Result};

const CANDIDATES: &str = include_str!("candidates.sql");
/// How often progress is told, in records.
const TELLING: usize = 10_000;

impl Rows<'_> {
    /// Gathers the keys of all records. `progress` is told of records so far.
    ///
    /// # Errors
    /// `DuplicatesCancelled`; what the database may say.
    pub(crate) fn duplicate_keys(&self, progress: &mut dyn FnMut(u64), cancel: &AtomicBool) -> Result<Keys> {
        let mut keys = Keys::default();
        let mut select = self.0.prepare(&format!("{CANDIDATES} WHERE removed_at IS NULL ORDER BY number"))?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            keys.add(&candidate(row)?);
            if keys.len().is_multiple_of(TELLING) {
                if cancel.load(Ordering::Relaxed) {
                    return Err(Error::DuplicatesCancelled);
                }
                progress(keys.len() as u64);
            }
        }
        Ok(keys)
    }

    /// Some records by their numbers, in that order; those that are no more are left out.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn candidates(&self, numbers: &[ClientNumber]) -> Result<Vec<Candidate>> {
        let mut select = self.0.prepare_cached(&format!("{CANDIDATES} WHERE number = ?1 AND removed_at IS NULL"))?;
        let mut found = Vec::with_capacity(numbers.len());
        for number in numbers {
            let mut rows = select.query([number])?;
            if let Some(row) = rows.next()? {
                found.push(candidate(row)?);
            }
        }
        Ok(found)
    }

    /// The pairs that somebody called distinct, the smaller number first.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn distinct_pairs(&self) -> Result<HashSet<(ClientNumber, ClientNumber)>> {
        Ok(self
            .0
            .prepare("SELECT a, b FROM distinct_pair")?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?)
    }

    /// The numbers of the records that were removed.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn removed_numbers(&self) -> Result<HashSet<ClientNumber>> {
        Ok(self
            .0
            .prepare("SELECT number FROM client WHERE removed_at IS NOT NULL")?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?)
    }
}

impl Tx<'_> {
    /// Writes down that two records are two people, the smaller number first; says whether that is new.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn call_distinct(&self, a: ClientNumber, b: ClientNumber) -> Result<bool> {
        let written = self
            .connection
            .prepare_cached("INSERT OR IGNORE INTO distinct_pair (a, b, at, operator) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![a, b, self.now(), self.context.operator])?;
        Ok(written > 0)
    }
}

fn text<'a>(row: &'a Row<'_>, column: &str) -> Result<&'a str> {
    row.get_ref(column)?.as_str().map_err(|_| Error::FileCorrupt)
}

fn candidate(row: &Row<'_>) -> Result<Candidate> {
    let (last, first) = (fold(text(row, "last_name")?), fold(text(row, "first_name")?));
    let nameless = last.is_empty() && first.is_empty();
    let number = |column: &str, readable: &str| -> Result<String> {
        Ok(if row.get(readable)? { text(row, column)?.to_owned() } else { String::new() })
    };
    Ok(Candidate {
        number: row.get("number")?,
        civility: fold(text(row, "civility")?),
        last: if nameless { fold(text(row, "company")?) } else { last },
        first,
        postcode: text(row, "postcode")?.to_owned(),
        address: fold(text(row, "address_1")?),
        email: text(row, "email")?.to_lowercase(),
        phone: number("phone", "phone_readable")?,
        mobile: number("mobile", "mobile_readable")?,
    })
}
