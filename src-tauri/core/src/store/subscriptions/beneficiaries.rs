//! Beneficiaries in the file.

use chrono::NaiveDate;
use rusqlite::params;

use crate::Result;
use crate::clients::ClientNumber;
use crate::store::Tx;
use crate::store::clients::FAMILY;
use crate::subscriptions::SubscriptionId;

impl Tx<'_> {
    /// Writes down that somebody uses the digital part of a subscription.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn insert_beneficiary(
        &self,
        subscription: SubscriptionId,
        client: ClientNumber,
        since: NaiveDate,
    ) -> Result<()> {
        self.touch(client);
        self.connection
            .prepare_cached("INSERT INTO beneficiary (subscription, client, since) VALUES (?1, ?2, ?3)")?
            .execute(params![subscription, client, since])?;
        Ok(())
    }

    /// Takes somebody off, under all their numbers.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn delete_beneficiary(&self, client: ClientNumber, subscription: SubscriptionId) -> Result<usize> {
        self.touch(client);
        Ok(self
            .connection
            .prepare_cached(&format!("DELETE FROM beneficiary WHERE subscription = ?2 AND client IN {FAMILY}"))?
            .execute(params![client, subscription])?)
    }
}
