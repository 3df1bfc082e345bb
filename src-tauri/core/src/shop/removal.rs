//! « Supprimer »: deleting a record.

use super::{Outcome, Shop};
use crate::clients::ClientNumber;
use crate::contact_rules::Rule;
use crate::documents::day_of;
use crate::journal::Operation;
use crate::removal::{RemovalPreview, RemoveRequest};
use crate::{Error, Result};

impl Shop {
    /// What the deletion of a record would do.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`, `ClientMerged`.
    pub fn removal_preview(&self, number: ClientNumber) -> Result<RemovalPreview> {
        self.store.rows().removal_preview(number)
    }

    /// Deletes a record, with those that went into it. See [`crate::removal`] for what stays.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`, `ClientMerged`; `ChangedElsewhere` if `revision` is not the file's; `NameDiffers`;
    /// `Refused(SubscriptionRunning)` while something goes to them.
    pub fn remove_client(&mut self, request: &RemoveRequest) -> Result<Outcome<()>> {
        let number = request.number;
        let Outcome { value: gone, changes } = self.transact(Operation::RemoveClient, |tx| {
            let record = tx.rows().client(number)?;
            if record.revision != request.revision {
                return Err(Error::ChangedElsewhere(number));
            }
            if !record.confirmed_by(&request.name) {
                return Err(Error::NameDiffers);
            }
            if tx.rows().receives_still(number, day_of(tx.now()))? {
                return Err(Error::Refused(Rule::SubscriptionRunning));
            }
            let merged = tx.rows().merged_into(number)?;
            tx.hide_client(&record, None)?;
            tx.blank_client(number)?;
            for number in &merged {
                tx.blank_client(*number)?;
            }
            tx.journal(Some(number), None, &[])?;
            Ok(merged.into_iter().chain([number]).collect::<Vec<_>>())
        })?;
        for number in gone {
            // What this session remembers of them goes too.
            self.forget(number);
        }
        Ok(Outcome { value: (), changes })
    }
}
