//! The plan of a subscription's deliveries: made, moved, cancelled, counted.

use chrono::NaiveDate;
use rusqlite::params;

use crate::deliveries::days_of_issues;
use crate::store::{NewRow, Tx};
use crate::subscriptions::SubscriptionId;
use crate::{Error, Result};

impl Tx<'_> {
    /// Plans the deliveries of a subscription that begins: « N° 1 » on its first day, the others evenly over its term. Those that went before an
    /// import are not written.
    ///
    /// # Errors
    /// `Refused` if the recipient's type never benefits (a free tariff is the least that they may have); `ClientNotFound` and the like.
    pub(in crate::store) fn plan_deliveries(&self, subscription: SubscriptionId, new: &NewRow) -> Result<()> {
        let recipient = self.rows().client(new.recipient)?;
        recipient.client.r#type.may_receive(true).map_err(Error::Refused)?;
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO delivery (subscription, recipient, due_on, content, copies, state) VALUES (?1, ?2, ?3, ?4, ?5, 'planned')",
        )?;
        let before = new.import.map_or(0, |brought| brought.issues_before);
        let days = (1..).zip(days_of_issues(new.starts_on, new.ends_on, i64::from(new.tariff.issues)));
        for (issue, due_on) in days.filter(|(issue, _)| *issue > before) {
            let content = format!("N°\u{a0}{issue}");
            insert.execute(params![subscription, new.recipient, due_on, content, new.copies])?;
        }
        self.touch(new.recipient);
        Ok(())
    }

    /// Moves what is planned for a subscription: each delivery to the day that `moved` says for its own.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn replan(&self, subscription: i64, moved: impl Fn(NaiveDate) -> NaiveDate) -> Result<()> {
        let planned: Vec<(i64, NaiveDate)> = self
            .connection
            .prepare_cached("SELECT id, due_on FROM delivery WHERE subscription = ?1 AND state = 'planned'")?
            .query_map([subscription], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        let mut update = self.connection.prepare_cached("UPDATE delivery SET due_on = ?2 WHERE id = ?1")?;
        for (id, due_on) in planned {
            if moved(due_on) != due_on {
                update.execute(params![id, moved(due_on)])?;
            }
        }
        Ok(())
    }

    /// Cancels what is planned for a subscription after a day; says how much that was.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn cancel_deliveries_after(&self, subscription: i64, day: NaiveDate) -> Result<usize> {
        Ok(self
            .connection
            .prepare_cached(
                "UPDATE delivery SET state = 'cancelled' WHERE subscription = ?1 AND due_on > ?2 AND state = 'planned'",
            )?
            .execute(params![subscription, day])?)
    }
}
