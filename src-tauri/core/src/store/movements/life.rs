//! Since when somebody is a client, and when they were last there.

use chrono::NaiveDate;

use rusqlite::OptionalExtension;

use super::day;
use crate::Result;
use crate::clients::ClientNumber;
use crate::documents::day_of;
use crate::store::Rows;

/// Since when a client is known, and the first and the last day on which they were there, as far as movements and payments tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) struct Life {
    /// When the oldest of the family's records was made.
    pub(in crate::store) made: NaiveDate,
    pub(in crate::store) first: Option<NaiveDate>,
    pub(in crate::store) last: Option<NaiveDate>,
}

/// The ends of indexes, one step for each record of the family.
pub(super) const LIFE: &str = concat!(include_str!("life.sql"), include_str!("../clients/family.sql"));

impl Rows<'_> {
    /// The days of a client and of the records that went into theirs. That something is collected is a contact, that it became ready is
    /// none.
    ///
    /// # Errors
    /// What the database may say.
    pub(in crate::store) fn life(&self, client: ClientNumber) -> Result<Life> {
        let (mut made, mut first, mut last) = (NaiveDate::MAX, None, self.last_payment_on(client)?);
        let mut select = self.0.prepare_cached(LIFE)?;
        let mut rows = select.query([client])?;
        while let Some(row) = rows.next()? {
            made = made.min(day_of(row.get("made")?));
            first = [first, day(row, "first")?].into_iter().flatten().min();
            last = [last, day(row, "last")?, day(row, "collected")?].into_iter().flatten().max();
        }
        Ok(Life { made, first, last })
    }

    /// The day of the newest payment of a client, or of a record that went into theirs; one that was taken back counts no more than its
    /// reversal.
    fn last_payment_on(&self, client: ClientNumber) -> Result<Option<NaiveDate>> {
        let mut newest = self.0.prepare_cached(
            "SELECT paid_on FROM payment WHERE payer = ?1 AND amount > 0 AND reverses IS NULL
                AND id NOT IN (SELECT reverses FROM payment AS other WHERE other.reverses = payment.id)
             ORDER BY paid_on DESC LIMIT 1",
        )?;
        let mut last = None;
        for member in self.family(client)? {
            last = last.max(newest.query_row([member], |row| row.get(0)).optional()?);
        }
        Ok(last)
    }
}
