//! Sponsorships in the file.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

use crate::clients::ClientNumber;
use crate::deliveries::{Sponsorship, SponsorshipId};
use crate::store::clients::FAMILY;
use crate::store::{Rows, Tx};
use crate::{Error, Result};

impl Rows<'_> {
    /// A sponsorship.
    ///
    /// # Errors
    /// `SponsorshipNotFound`.
    pub(crate) fn sponsorship(&self, id: SponsorshipId) -> Result<Sponsorship> {
        let found = self
            .0
            .prepare_cached("SELECT * FROM sponsorship WHERE id = ?1")?
            .query_row([id], |row| {
                Ok(Sponsorship {
                    id,
                    sponsor: row.get("sponsor")?,
                    sponsored: row.get("sponsored")?,
                    on_day: row.get("on_day")?,
                    subscription: row.get("subscription")?,
                    reward: row.get("reward")?,
                    rewarded_on: row.get("rewarded_on")?,
                })
            })
            .optional()?
            .ok_or(Error::SponsorshipNotFound)?;
        let living = |number: ClientNumber| self.living(number).unwrap_or(number);
        Ok(Sponsorship { sponsor: living(found.sponsor), sponsored: living(found.sponsored), ..found })
    }

    /// Whether somebody was brought already, by whomever, under any number of theirs.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn is_sponsored(&self, client: ClientNumber) -> Result<bool> {
        Ok(self
            .0
            .prepare_cached(&format!("SELECT EXISTS (SELECT 1 FROM sponsorship WHERE sponsored IN {FAMILY})"))?
            .query_row([client], |row| row.get(0))?)
    }

    /// Whether somebody was rewarded for bringing a client, under any number of theirs, by another sponsorship than this one.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn was_rewarded_for(&self, client: ClientNumber, but: SponsorshipId) -> Result<bool> {
        Ok(self
            .0
            .prepare_cached(&format!(
                "SELECT EXISTS (SELECT 1 FROM sponsorship WHERE sponsored IN {FAMILY} AND id <> ?2 AND rewarded_on IS NOT NULL)"
            ))?
            .query_row(params![client, but], |row| row.get(0))?)
    }

    /// The first subscription that somebody receives or pays for and that costs something.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn first_subscription(&self, client: ClientNumber) -> Result<Option<i64>> {
        let mut first: Option<(String, i64)> = None;
        for number in std::iter::once(client).chain(self.merged_into(client)?) {
            for sql in [include_str!("first_received.sql"), include_str!("first_paid.sql")] {
                let found: Option<(String, i64)> =
                    self.0.prepare_cached(sql)?.query_row([number], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
                first = first.into_iter().chain(found).min();
            }
        }
        Ok(first.map(|(_, id)| id))
    }
}

impl Tx<'_> {
    /// Writes down who brought whom.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn insert_sponsorship(
        &self,
        sponsor: ClientNumber,
        sponsored: ClientNumber,
        on: NaiveDate,
    ) -> Result<SponsorshipId> {
        let id = self
            .connection
            .prepare_cached("INSERT INTO sponsorship (sponsor, sponsored, on_day) VALUES (?1, ?2, ?3)")?
            .insert(params![sponsor, sponsored, on])?;
        self.touch(sponsor);
        self.touch(sponsored);
        Ok(id)
    }

    /// Writes down what a sponsor got, and for which subscription.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn set_reward(&self, id: SponsorshipId, reward: &str, on: NaiveDate, subscription: i64) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE sponsorship SET reward = ?2, rewarded_on = ?3, subscription = ?4 WHERE id = ?1")?
            .execute(params![id, reward, on, subscription])?;
        Ok(())
    }

    /// Removes a sponsorship.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn delete_sponsorship(&self, id: SponsorshipId) -> Result<()> {
        self.connection.prepare_cached("DELETE FROM sponsorship WHERE id = ?1")?.execute([id])?;
        Ok(())
    }
}
