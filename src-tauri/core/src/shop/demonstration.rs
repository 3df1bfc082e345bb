//! Filling a file with fictional clients.

use super::{Outcome, Shop};
use crate::clients::{Inactive, NewClient};
use crate::demonstration;
use crate::journal::Operation;
use crate::{Error, Result};

/// Called now and then with the number of clients written; returning `false` stops, and nothing is kept.
pub type DemonstrationProgress<'a> = &'a mut dyn FnMut(u64) -> bool;

impl Shop {
    /// Writes `count` fictional clients, the same for the same `seed` and day.
    ///
    /// # Errors
    /// `ImportCancelled` if `progress` said to stop; what the database may say.
    pub fn add_fictional_clients(
        &mut self,
        seed: u64,
        count: u64,
        progress: DemonstrationProgress<'_>,
    ) -> Result<Outcome<()>> {
        let now = self.now();
        self.transact(Operation::Demonstrate, |tx| {
            let (mut written, mut hidden) = (0, 0);
            for client in demonstration::clients(seed, count, now) {
                let inactive = client.inactive.map(|(at, reason)| Inactive { at, reason });
                hidden += i64::from(inactive.is_some());
                tx.insert_client(
                    &NewClient {
                        input: client.input,
                        created_at: client.created_at,
                        updated_at: client.updated_at,
                        inactive,
                    },
                    None,
                )?;
                written += 1;
                if written % 1000 == 0 && !progress(written) {
                    return Err(Error::ImportCancelled);
                }
            }
            tx.settle_search()?;
            tx.count_clients(i64::try_from(written).unwrap_or(i64::MAX), hidden)?;
            tx.journal(None, None, &[])
        })
    }
}
