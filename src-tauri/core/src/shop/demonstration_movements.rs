//! What fictional clients bought, brought and left.

use super::Shop;
use crate::Result;
use crate::clients::ClientNumber;
use crate::demonstration::{LARGEST_LOCAL_SHOP, movements};
use crate::documents::day_of;
use crate::journal::Operation;

impl Shop {
    /// Gives the clients of a file that holds fictional people only what they bought, brought and left, the same for the same `seed` and day.
    /// More clients than a small shop has get nothing: they are there to be searched and counted.
    ///
    /// # Errors
    /// What the database may say.
    pub fn add_fictional_movements(&mut self, seed: u64) -> Result<()> {
        let clients = u64::try_from(self.clients()?).unwrap_or_default();
        if clients == 0 || clients > LARGEST_LOCAL_SHOP {
            return Ok(());
        }
        let today = day_of(self.now());
        self.transact(Operation::Demonstrate, |tx| {
            for at in 1..=clients {
                let number = ClientNumber::try_from(at).unwrap_or_default();
                let record = tx.rows().client(number)?;
                for movement in movements(seed, at, &record.client, day_of(record.created_at), today) {
                    tx.insert_movement(number, &movement.checked(today)?)?;
                }
                tx.know_customer(number)?;
            }
            tx.journal(None, None, &[])
        })?;
        Ok(())
    }
}
