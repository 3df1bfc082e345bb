//! What links records: who pays for whom, who brought whom, who uses whose digital part.

use chrono::NaiveDate;
use rusqlite::Row;

use crate::Result;
use crate::clients::ClientNumber;
use crate::store::Rows;
use crate::store::clients::FAMILY;
use crate::subscriptions::{Link, LinkKind, SubscriptionId};

/// The newest subscription to each offer.
const OF_EACH_OFFER: &str = "offer.name AS what, max(subscription.id) AS subscription, min(starts_on) AS since
    FROM subscription JOIN tariff ON tariff.id = subscription.tariff JOIN offer ON offer.id = tariff.offer";
/// At most so many of a kind.
const LIMIT: u32 = 200;

struct Found {
    other: ClientNumber,
    what: String,
    subscription: Option<SubscriptionId>,
    since: NaiveDate,
}

impl Rows<'_> {
    /// The links of a record, with those of the records that went into it.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn links(&self, number: ClientNumber) -> Result<Vec<Link>> {
        let mut links: Vec<Link> = Vec::new();
        for (kind, sql) in [
            (
                LinkKind::PaysFor,
                format!(
                    "SELECT recipient AS other, {OF_EACH_OFFER} WHERE payer IN {FAMILY} AND recipient NOT IN {FAMILY}
                     GROUP BY recipient, offer.id"
                ),
            ),
            (
                LinkKind::PaidBy,
                format!(
                    "SELECT payer AS other, {OF_EACH_OFFER} WHERE recipient IN {FAMILY} AND payer NOT IN {FAMILY}
                     GROUP BY payer, offer.id"
                ),
            ),
            (
                LinkKind::Beneficiary,
                format!(
                    "SELECT beneficiary.client AS other, {OF_EACH_OFFER} JOIN beneficiary ON beneficiary.subscription = subscription.id
                     WHERE recipient IN {FAMILY} GROUP BY beneficiary.client, offer.id"
                ),
            ),
            (
                LinkKind::Subscriber,
                format!(
                    "SELECT recipient AS other, {OF_EACH_OFFER} JOIN beneficiary ON beneficiary.subscription = subscription.id
                     WHERE beneficiary.client IN {FAMILY} GROUP BY recipient, offer.id"
                ),
            ),
            (
                LinkKind::Sponsored,
                format!(
                    "SELECT sponsored AS other, reward AS what, subscription, on_day AS since FROM sponsorship WHERE sponsor IN {FAMILY}"
                ),
            ),
            (
                LinkKind::Sponsor,
                format!(
                    "SELECT sponsor AS other, reward AS what, subscription, on_day AS since FROM sponsorship WHERE sponsored IN {FAMILY}"
                ),
            ),
        ] {
            let found = self
                .0
                .prepare_cached(&format!("{sql} ORDER BY since DESC LIMIT {LIMIT}"))?
                .query_map([number], found)?
                .collect::<rusqlite::Result<Vec<_>>>()?;
            for Found { other, what, subscription, since } in found {
                let other = self.party(other)?;
                // Records that are one now have one link.
                let same = |link: &&mut Link| link.kind == kind && link.other.number == other.number && link.what == what;
                if let Some(link) = links.iter_mut().find(same) {
                    link.subscription = link.subscription.max(subscription);
                    link.since = link.since.min(since);
                } else if other.number != number {
                    links.push(Link { kind, other, what, subscription, since });
                }
            }
        }
        Ok(links)
    }
}

fn found(row: &Row<'_>) -> rusqlite::Result<Found> {
    Ok(Found {
        other: row.get("other")?,
        what: row.get("what")?,
        subscription: row.get("subscription")?,
        since: row.get("since")?,
    })
}
