//! What is to be done for a client.

use chrono::NaiveDate;

use super::owner;
use crate::Result;
use crate::clients::ClientNumber;
use crate::journal::Operation;
use crate::labels::{Fields, FollowUp, FollowUpId, FollowUpsDue, SaveFollowUp, changes, changes_of};
use crate::shop::{Outcome, Shop};
use crate::store::LabelTable;

impl Shop {
    /// All of a client's, the open ones first.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`.
    pub fn follow_ups(&self, number: ClientNumber) -> Result<Vec<FollowUp>> {
        self.store.rows().follow_ups(number)
    }

    /// What is to be done by a day, for whatever clients.
    ///
    /// # Errors
    /// What the database may say.
    pub fn follow_ups_due(&self, until: NaiveDate, limit: u32) -> Result<FollowUpsDue> {
        self.store.rows().follow_ups_due(until, limit)
    }

    /// Notes or changes one. Saving what has not changed writes nothing.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`, `ClientMerged`; `LabelNotFound`, `LabelChanged`; `TextMissing`, `NameTooLong`, `DayUnlikely`.
    pub fn save_follow_up(&mut self, request: &SaveFollowUp) -> Result<Outcome<Vec<FollowUp>>> {
        let new = request.checked()?;
        self.transact(Operation::SaveFollowUp, |tx| {
            let owner = owner(tx, LabelTable::FollowUp, request.number, request.id, request.revision)?;
            let old = match request.id {
                Some(id) => tx.rows().follow_up(id)?.fields(),
                None => Fields::new(),
            };
            if old != new.fields() {
                match request.id {
                    Some(_) => tx.update_follow_up(owner, &new)?,
                    None => tx.insert_follow_up(owner, &new)?,
                }
                tx.journal(Some(owner), None, &changes_of(&["follow_up_what"], &old, &new.fields()))?;
            }
            tx.rows().follow_ups(request.number)
        })
    }

    /// Removes one that was noted by mistake.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`, `ClientMerged`; `LabelNotFound`, `LabelChanged`.
    pub fn remove_follow_up(
        &mut self,
        number: ClientNumber,
        id: FollowUpId,
        revision: i64,
    ) -> Result<Outcome<Vec<FollowUp>>> {
        self.transact(Operation::SaveFollowUp, |tx| {
            let owner = owner(tx, LabelTable::FollowUp, number, Some(id), revision)?;
            let before = tx.rows().follow_up(id)?.fields();
            tx.delete_label(LabelTable::FollowUp, owner, id)?;
            tx.journal(Some(owner), None, &changes(&before, &Fields::new()))?;
            tx.rows().follow_ups(number)
        })
    }
}
