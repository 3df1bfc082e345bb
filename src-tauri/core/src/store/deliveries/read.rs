//! Reading deliveries.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

use crate::clients::ClientNumber;
use crate::deliveries::{Delivery, DeliveryId, DeliveryState};
use crate::store::Rows;
use crate::{Error, Result};

/// The state in a column that a CHECK keeps to the known ones.
pub(in crate::store) fn state(row: &Row<'_>) -> rusqlite::Result<DeliveryState> {
    let code: String = row.get("state")?;
    Ok(DeliveryState::from_code(&code).unwrap_or(DeliveryState::Planned))
}

/// What went to a record last or came back, so many at most; its condition is that of the index `delivery_gone`.
pub(in crate::store) const GONE: &str =
    "SELECT id, due_on, state FROM delivery WHERE recipient = ?1 AND state NOT IN ('planned', 'cancelled')
    ORDER BY due_on DESC, id DESC LIMIT ?2";

impl Rows<'_> {
    /// A delivery; of one that is planned, where it would go.
    ///
    /// # Errors
    /// `DeliveryNotFound`.
    pub(crate) fn delivery(&self, id: DeliveryId) -> Result<Delivery> {
        let read = |row: &Row<'_>| {
            Ok(Delivery {
                id,
                subscription: row.get("subscription")?,
                recipient: row.get("recipient")?,
                due_on: row.get("due_on")?,
                content: row.get("content")?,
                copies: row.get("copies")?,
                state: state(row)?,
                address: row.get("address")?,
                town: row.get("town")?,
                note: row.get("note")?,
            })
        };
        let mut delivery = self
            .0
            .prepare_cached("SELECT * FROM delivery WHERE id = ?1")?
            .query_row([id], read)
            .optional()?
            .ok_or(Error::DeliveryNotFound)?;
        if let Ok(living) = self.living(delivery.recipient) {
            delivery.recipient = living;
            if delivery.state == DeliveryState::Planned {
                let (lines, town) = self.lines_of_day(living, delivery.due_on)?;
                (delivery.address, delivery.town) = (lines.join("\n"), town);
            }
        }
        Ok(delivery)
    }

    /// What went to a client last or came back, the newest first, at most so many.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`.
    pub(crate) fn recent_deliveries(&self, number: ClientNumber, limit: u32) -> Result<Vec<Delivery>> {
        let mut newest = self.0.prepare_cached(GONE)?;
        let mut found: Vec<(NaiveDate, DeliveryId)> = Vec::new();
        for client in self.family(self.living(number)?)? {
            for row in newest.query_map(params![client, limit], |row| Ok((row.get("due_on")?, row.get("id")?)))? {
                found.push(row?);
            }
        }
        found.sort_unstable_by_key(|one| std::cmp::Reverse(*one));
        found.into_iter().take(limit as usize).map(|(_, id)| self.delivery(id)).collect()
    }

    /// What is planned up to a day, of all clients, in the order of the recipients.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn deliveries_planned_until(&self, day: NaiveDate) -> Result<Vec<(DeliveryId, ClientNumber)>> {
        Ok(self
            .0
            .prepare_cached(
                "SELECT id, recipient FROM delivery WHERE state = 'planned' AND due_on <= ?1 ORDER BY recipient, due_on, id",
            )?
            .query_map([day], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?)
    }
}
