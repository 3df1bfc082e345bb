//! Writing subscriptions.

use chrono::NaiveDate;
use rusqlite::params;

use crate::Result;
use crate::clients::ClientNumber;
use crate::store::{ImportId, Tx};
use crate::subscriptions::{Subscription, SubscriptionId, Tariff};

/// A subscription about to be written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NewRow {
    pub(crate) recipient: ClientNumber,
    pub(crate) payer: Option<ClientNumber>,
    pub(crate) tariff: Tariff,
    pub(crate) copies: i64,
    pub(crate) starts_on: NaiveDate,
    pub(crate) ends_on: NaiveDate,
    pub(crate) renews: Option<SubscriptionId>,
    pub(crate) import: Option<Brought>,
}

/// That a subscription came with an import.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Brought {
    pub(crate) import: ImportId,
    pub(crate) issues_before: u32,
}

impl Tx<'_> {
    /// Writes a subscription and plans its deliveries.
    ///
    /// # Errors
    /// As [`Tx::plan_deliveries`].
    pub(crate) fn begin_subscription(&self, new: &NewRow) -> Result<SubscriptionId> {
        let id = self.insert_subscription(new)?;
        self.plan_deliveries(id, new)?;
        Ok(id)
    }

    fn insert_subscription(&self, new: &NewRow) -> Result<SubscriptionId> {
        self.touch(new.recipient);
        new.payer.into_iter().for_each(|payer| self.touch(payer));
        Ok(self
            .connection
            .prepare_cached(
                "INSERT INTO subscription (recipient, payer, tariff, copies, starts_on, ends_on, renews, created_at, operator, import_batch, issues_before)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            )?
            .insert(params![
                new.recipient,
                new.payer,
                new.tariff.id,
                new.copies,
                new.starts_on,
                new.ends_on,
                new.renews,
                self.now(),
                self.context.operator,
                new.import.map(|brought| brought.import),
                new.import.map_or(0, |brought| brought.issues_before),
            ])?)
    }

    /// Writes down other days of a subscription.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn set_subscription_days(
        &self,
        id: SubscriptionId,
        starts_on: NaiveDate,
        ends_on: NaiveDate,
    ) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE subscription SET starts_on = ?2, ends_on = ?3 WHERE id = ?1")?
            .execute(params![id, starts_on, ends_on])?;
        Ok(())
    }

    /// Writes down that a subscription was terminated.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn set_terminated(&self, id: SubscriptionId, on: NaiveDate, reason: &str) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE subscription SET terminated_on = ?2, reason = ?3 WHERE id = ?1")?
            .execute(params![id, on, reason])?;
        Ok(())
    }

    /// Takes back the subscription that an import brought to a client, and its deliveries; whoever changed it since touched the record.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn imported_subscription_gone(&self, client: ClientNumber) -> Result<()> {
        const OF_IMPORT: &str = "SELECT id FROM subscription WHERE recipient = ?1 AND import_batch IS NOT NULL";
        self.connection
            .prepare_cached(&format!("DELETE FROM delivery WHERE subscription IN ({OF_IMPORT})"))?
            .execute([client])?;
        self.connection
            .prepare_cached(&format!("DELETE FROM subscription WHERE id IN ({OF_IMPORT})"))?
            .execute([client])?;
        self.connection
            .prepare_cached(
                "DELETE FROM holding WHERE client = ?1 AND subscriptions + invoices + payments + deliveries + sponsorships = 0",
            )?
            .execute([client])?;
        Ok(())
    }

    /// Says that what the records of a subscription's people show has changed.
    pub(crate) fn touch_people(&self, subscription: &Subscription) {
        self.touch(subscription.recipient.number);
        subscription.payer.iter().for_each(|payer| self.touch(payer.number));
        subscription.beneficiaries.iter().for_each(|one| self.touch(one.client.number));
    }

    /// Takes out of the subscriptions of a record that is deleted what is personal: why they ended, and what it used of others'.
    ///
    /// # Errors
    /// What the database may say.
    pub(in crate::store) fn blank_subscriptions(&self, client: ClientNumber) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE subscription SET reason = '' WHERE recipient = ?1 AND reason <> ''")?
            .execute([client])?;
        self.connection.prepare_cached("DELETE FROM beneficiary WHERE client = ?1")?.execute([client])?;
        Ok(())
    }
}
