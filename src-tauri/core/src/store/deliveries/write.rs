//! Writing deliveries: what became of them, and those beside any plan.

use rusqlite::params;

use crate::Result;
use crate::deliveries::{DeliveryId, DeliveryState, NewDelivery};
use crate::store::Tx;

/// Where something went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct WentTo {
    /// One line a line; empty if it was handed over.
    pub(crate) address: String,
    pub(crate) town: String,
}

impl Tx<'_> {
    /// Writes down what became of a delivery; an address that it has already stays.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn mark_delivery(
        &self,
        id: DeliveryId,
        state: DeliveryState,
        went_to: &WentTo,
        note: &str,
    ) -> Result<()> {
        self.connection
            .prepare_cached(
                "UPDATE delivery SET state = ?2, address = ?3, town = ?4, note = CASE ?5 WHEN '' THEN note ELSE ?5 END WHERE id = ?1",
            )?
            .execute(params![id, state.code(), went_to.address, went_to.town, note])?;
        Ok(())
    }

    /// Adds a delivery.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn insert_delivery(&self, new: &NewDelivery, went_to: &WentTo) -> Result<DeliveryId> {
        let id = self
            .connection
            .prepare_cached(
                "INSERT INTO delivery (recipient, due_on, content, copies, state, address, town, note)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .insert(params![
                new.recipient,
                new.due_on,
                new.content,
                new.copies,
                new.state.code(),
                went_to.address,
                went_to.town,
                new.note,
            ])?;
        self.touch(new.recipient);
        Ok(id)
    }

    /// Removes a delivery.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn delete_delivery(&self, id: DeliveryId) -> Result<()> {
        self.connection.prepare_cached("DELETE FROM delivery WHERE id = ?1")?.execute([id])?;
        Ok(())
    }
}
