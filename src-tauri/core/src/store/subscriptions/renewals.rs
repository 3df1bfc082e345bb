//! Subscriptions that end and go on in no other one.

use chrono::NaiveDate;
use rusqlite::params;

use crate::contact_rules::Rule;
use crate::store::Rows;
use crate::subscriptions::{RenewalKey, RenewalLine, RenewalPage, RenewalsRequest};
use crate::{Error, Result};

impl Rows<'_> {
    /// Some of them, in the order of their ends. An index leads to them: how many there are of other days costs nothing.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn renewals(&self, request: &RenewalsRequest, today: NaiveDate) -> Result<RenewalPage> {
        let limit = request.limit.clamp(1, 200);
        let from = request.from.unwrap_or(today);
        let after = request.after.map_or((String::new(), 0), |after| (after.ends_on.to_string(), after.id));
        let mut keys = self
            .0
            .prepare_cached(include_str!("renewals.sql"))?
            .query_map(params![from, request.until, after.0, after.1, limit + 1], |row| {
                Ok(RenewalKey { id: row.get(0)?, ends_on: row.get(1)? })
            })?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        let more = keys.len() > limit as usize;
        keys.truncate(limit as usize);
        let lines = keys.iter().map(|key| self.renewal_line(*key, today)).collect::<Result<_>>()?;
        Ok(RenewalPage { lines, next: keys.last().copied().filter(|_| more) })
    }

    fn renewal_line(&self, key: RenewalKey, today: NaiveDate) -> Result<RenewalLine> {
        let old = self.subscription(key.id, today)?;
        // Whoever receives it may have been deleted since.
        let (total, refused) = match self.renewal_cost(&old, today) {
            Ok(cost) => cost,
            Err(Error::Refused(rule)) => (None, Some(rule)),
            Err(Error::ClientRemoved(..)) => (None, Some(Rule::SubscriptionOver)),
            Err(other) => return Err(other),
        };
        Ok(RenewalLine {
            id: old.id,
            recipient: old.recipient,
            payer: old.payer,
            offer: old.offer,
            offer_name: old.offer_name,
            copies: old.copies,
            ends_on: old.ends_on,
            total,
            refused,
        })
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use crate::store::Schema;

    #[test]
    fn an_index_leads_to_renewals() {
        let mut file = Connection::open_in_memory().unwrap();
        Schema::default().apply(&mut file).unwrap();
        let sql = format!("EXPLAIN QUERY PLAN {}", include_str!("renewals.sql"));
        let mut explain = file.prepare(&sql).unwrap();
        let lines = explain.query_map(rusqlite::params!["", "", "", 0, 0], |row| row.get::<_, String>(3)).unwrap();
        let plan = lines.map(Result::unwrap).collect::<Vec<_>>().join("; ");
        assert!(plan.contains("subscription_by_end (ends_on>? AND ends_on<?)"), "{plan}");
        assert!(plan.contains("subscription_renewed_once (renews=?)"), "{plan}");
        assert!(!plan.contains("TEMP B-TREE"), "{plan}");
    }
}
