//! Suspensions in the file, and what is planned around them.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

use crate::store::{Rows, Tx};
use crate::subscriptions::{Calendar, SubscriptionId, Suspension, SuspensionId, moved};
use crate::{Error, Result};

impl Rows<'_> {
    /// A suspension, and of which subscription.
    ///
    /// # Errors
    /// `SubscriptionNotFound`.
    pub(crate) fn suspension(&self, id: SuspensionId) -> Result<(SubscriptionId, Suspension)> {
        self.0
            .prepare_cached("SELECT subscription, from_day, until_day FROM suspension WHERE id = ?1")?
            .query_row([id], |row| Ok((row.get(0)?, Suspension { id, from: row.get(1)?, until: row.get(2)? })))
            .optional()?
            .ok_or(Error::SubscriptionNotFound)
    }
}

impl Tx<'_> {
    /// Writes a suspension.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn insert_suspension(
        &self,
        subscription: SubscriptionId,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<()> {
        self.connection
            .prepare_cached("INSERT INTO suspension (subscription, from_day, until_day) VALUES (?1, ?2, ?3)")?
            .execute(params![subscription, from, until])?;
        Ok(())
    }

    /// Ends a suspension on another day.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn set_suspension_end(&self, id: SuspensionId, until: NaiveDate) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE suspension SET until_day = ?2 WHERE id = ?1")?
            .execute(params![id, until])?;
        Ok(())
    }

    /// Takes a suspension off.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn delete_suspension(&self, id: SuspensionId) -> Result<()> {
        self.connection.prepare_cached("DELETE FROM suspension WHERE id = ?1")?.execute([id])?;
        Ok(())
    }

    /// Moves the suspensions of a subscription by so many days.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn move_suspensions(&self, subscription: SubscriptionId, days: i64) -> Result<()> {
        for one in self.rows().suspensions(subscription)? {
            self.connection
                .prepare_cached("UPDATE suspension SET from_day = ?2, until_day = ?3 WHERE id = ?1")?
                .execute(params![one.id, moved(one.from, days), moved(one.until, days)])?;
        }
        Ok(())
    }

    /// Gives what is planned for a subscription the same place among the days that are served as it had before.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn replan_between(
        &self,
        subscription: SubscriptionId,
        before: &Calendar,
        after: &Calendar,
    ) -> Result<()> {
        self.replan(subscription, |due_on| after.day_after(before.served_before(due_on)))
    }
}
