//! What the manager says of a client.

use crate::clients::ClientNumber;
use crate::journal::{JournalChange, Operation};
use crate::labels::{ClientManagement, SaveManagerNote, text};
use crate::shop::{Outcome, Shop};
use crate::{Error, Result};

impl Shop {
    /// Since when, for how much, and what the manager says.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`.
    pub fn client_management(&self, number: ClientNumber) -> Result<ClientManagement> {
        self.store.rows().client_management(number)
    }

    /// Writes the manager's note; an empty one removes it.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`, `ClientMerged`; `LabelChanged`; `NameTooLong`.
    pub fn save_manager_note(&mut self, request: &SaveManagerNote) -> Result<Outcome<ClientManagement>> {
        let (number, after) = (request.number, text(&request.text)?);
        self.transact(Operation::SaveManagerNote, |tx| {
            tx.rows().present(number)?;
            let before = tx.rows().manager_note(number)?;
            if before.revision != request.revision {
                return Err(Error::LabelChanged);
            }
            if before.text != after {
                tx.write_manager_note(number, before.revision, &after)?;
                tx.journal(Some(number), None, &[JournalChange::new("manager_note", before.text, after)])?;
            }
            tx.rows().client_management(number)
        })
    }
}
