//! Since when somebody is a client, and when they were last there.

use chrono::NaiveDate;

use super::day;
use crate::Result;
use crate::clients::ClientNumber;
use crate::store::Rows;

/// The first and the last day on which a client was there, as far as movements and payments tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::store) struct Life {
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
        let (mut first, mut last) = (None, self.last_payment_on(client)?);
        let mut select = self.0.prepare_cached(LIFE)?;
        let mut rows = select.query([client])?;
        while let Some(row) = rows.next()? {
            first = [first, day(row, "first")?].into_iter().flatten().min();
            last = [last, day(row, "last")?, day(row, "collected")?].into_iter().flatten().max();
        }
        Ok(Life { first, last })
    }

    /// The day of a client's newest payment: none yet.
    #[allow(
        clippy::unnecessary_wraps,
        clippy::unused_self,
        reason = "payments are read from the file once it has some"
    )]
    fn last_payment_on(&self, _client: ClientNumber) -> Result<Option<NaiveDate>> {
        Ok(None)
    }
}
