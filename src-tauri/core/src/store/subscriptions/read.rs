//! Reading subscriptions, with whoever has to do with them.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

use super::offers::{medium, tariff};
use crate::clients::{ClientNumber, ContactType};
use crate::store::Rows;
use crate::store::clients::FAMILY;
use crate::subscriptions::{Beneficiary, Party, Subscription, SubscriptionId, SubscriptionState, Suspension};
use crate::{Error, Result};

const SUBSCRIPTION: &str = include_str!("subscription.sql");

impl Rows<'_> {
    /// A subscription with all that belongs to it; `today` says how it stands.
    ///
    /// # Errors
    /// `SubscriptionNotFound`.
    pub(crate) fn subscription(&self, id: SubscriptionId, today: NaiveDate) -> Result<Subscription> {
        let (found, people) = self
            .0
            .prepare_cached(&format!("{SUBSCRIPTION} WHERE subscription.id = ?1"))?
            .query_row([id], |row| Ok((subscription(row)?, people(row)?)))
            .optional()?
            .ok_or(Error::SubscriptionNotFound)?;
        self.whole(found, people, today)
    }

    /// The subscriptions that go to a record or are paid by it and are not over, the first to end first.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn held_subscriptions(&self, client: ClientNumber, today: NaiveDate) -> Result<Vec<Subscription>> {
        let found = self
            .0
            .prepare_cached(&format!(
                "{SUBSCRIPTION} WHERE (recipient IN {FAMILY} OR payer IN {FAMILY}) AND terminated_on IS NULL AND ends_on >= ?2
                 ORDER BY ends_on, subscription.id"
            ))?
            .query_map(params![client, today], |row| Ok((subscription(row)?, people(row)?)))?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        found.into_iter().map(|(found, people)| self.whole(found, people, today)).collect()
    }

    /// Whether a subscription still goes to a record, or will; one that ends today by being terminated does not.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn receives_still(&self, client: ClientNumber, today: NaiveDate) -> Result<bool> {
        Ok(self
            .0
            .prepare_cached(&format!(
                "SELECT EXISTS (SELECT 1 FROM subscription WHERE recipient IN {FAMILY}
                 AND (terminated_on > ?2 OR terminated_on IS NULL AND ends_on >= ?2))"
            ))?
            .query_row(params![client, today], |row| row.get(0))?)
    }

    fn whole(&self, mut found: Subscription, people: People, today: NaiveDate) -> Result<Subscription> {
        found.recipient = self.party(people.0)?;
        found.payer = people.1.map(|payer| self.party(payer)).transpose()?;
        found.suspensions = self.suspensions(found.id)?;
        found.beneficiaries = self.beneficiaries(found.id, found.recipient.number)?;
        let suspended = found.suspensions.iter().any(|one| one.holds(today));
        found.state = SubscriptionState::of(today, found.starts_on, found.ends_on, found.terminated_on, suspended);
        Ok(found)
    }

    /// The record that a number leads to, by name; one that was deleted has none.
    ///
    /// # Errors
    /// `ClientNotFound`.
    pub(crate) fn party(&self, number: ClientNumber) -> Result<Party> {
        let living = match self.living(number) {
            Ok(living) => living,
            Err(Error::ClientRemoved(..)) => {
                return Ok(Party { number, name: String::new(), r#type: ContactType::default() });
            }
            Err(other) => return Err(other),
        };
        let (row, _) = self.client_row(living)?.ok_or(Error::ClientNotFound(number))?;
        let name = Some(row.name()).filter(|name| !name.is_empty()).unwrap_or(row.email);
        Ok(Party { number: living, name, r#type: row.r#type })
    }

    /// The days on which a subscription is not delivered, the first first.
    ///
    /// # Errors
    /// What the database may say.
    pub(super) fn suspensions(&self, id: SubscriptionId) -> Result<Vec<Suspension>> {
        Ok(self
            .0
            .prepare_cached("SELECT id, from_day, until_day FROM suspension WHERE subscription = ?1 ORDER BY from_day")?
            .query_map([id], |row| Ok(Suspension { id: row.get(0)?, from: row.get(1)?, until: row.get(2)? }))?
            .collect::<rusqlite::Result<_>>()?)
    }

    /// Who uses the digital part of a subscription, the longest first; two records that are one now count once, and one that is the recipient's
    /// now not at all: they use it by their own right.
    ///
    /// # Errors
    /// What the database may say.
    pub(super) fn beneficiaries(&self, id: SubscriptionId, recipient: ClientNumber) -> Result<Vec<Beneficiary>> {
        let rows = self
            .0
            .prepare_cached("SELECT client, since FROM beneficiary WHERE subscription = ?1 ORDER BY since, client")?
            .query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<Vec<(ClientNumber, NaiveDate)>>>()?;
        let mut all: Vec<Beneficiary> = Vec::with_capacity(rows.len());
        for (client, since) in rows {
            let client = self.party(client)?;
            if client.number == recipient || all.iter().any(|other| other.client.number == client.number) {
                continue;
            }
            let email = self.client_row(client.number)?.map(|(row, _)| row.email).unwrap_or_default();
            all.push(Beneficiary { client, email, since });
        }
        Ok(all)
    }
}

/// The numbers under which a subscription was made: to whom it goes, and who pays.
type People = (ClientNumber, Option<ClientNumber>);

fn people(row: &Row<'_>) -> rusqlite::Result<People> {
    Ok((row.get("recipient")?, row.get("payer")?))
}

/// A subscription still without its people, its suspensions and how it stands.
fn subscription(row: &Row<'_>) -> rusqlite::Result<Subscription> {
    Ok(Subscription {
        id: row.get("id")?,
        recipient: Party { number: row.get("recipient")?, name: String::new(), r#type: ContactType::default() },
        payer: None,
        offer: row.get("offer")?,
        offer_name: row.get("offer_name")?,
        medium: medium(row)?,
        tariff: tariff(row, "tariff_id")?,
        copies: row.get("copies")?,
        starts_on: row.get("starts_on")?,
        ends_on: row.get("ends_on")?,
        state: SubscriptionState::Running,
        renews: row.get("renews")?,
        renewed_by: row.get("renewed_by")?,
        terminated_on: row.get("terminated_on")?,
        reason: row.get("reason")?,
        suspensions: Vec::new(),
        beneficiaries: Vec::new(),
        places: row.get("beneficiaries")?,
    })
}
