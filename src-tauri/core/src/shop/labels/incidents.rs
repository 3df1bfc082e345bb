//! What went wrong with a client.

use super::owner;
use crate::Result;
use crate::clients::ClientNumber;
use crate::journal::Operation;
use crate::labels::{Fields, Incident, IncidentId, SaveIncident, changes, changes_of};
use crate::shop::{Outcome, Shop};
use crate::store::LabelTable;

impl Shop {
    /// All of a client's, the open ones first.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`.
    pub fn incidents(&self, number: ClientNumber) -> Result<Vec<Incident>> {
        self.store.rows().incidents(number)
    }

    /// Notes or changes one. Saving what has not changed writes nothing.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`, `ClientMerged`; `LabelNotFound`, `LabelChanged`; `NameTooLong`, `DayUnlikely`, `DaysReversed`.
    pub fn save_incident(&mut self, request: &SaveIncident) -> Result<Outcome<Vec<Incident>>> {
        let new = request.checked()?;
        self.transact(Operation::SaveIncident, |tx| {
            let owner = owner(tx, LabelTable::Incident, request.number, request.id, request.revision)?;
            let old = match request.id {
                Some(id) => tx.rows().incident(id)?.fields(),
                None => Fields::new(),
            };
            if old != new.fields() {
                match request.id {
                    Some(_) => tx.update_incident(owner, &new)?,
                    None => tx.insert_incident(owner, &new)?,
                }
                let which = ["incident_kind", "incident_on"];
                tx.journal(Some(owner), None, &changes_of(&which, &old, &new.fields()))?;
            }
            tx.rows().incidents(request.number)
        })
    }

    /// Removes one that was noted by mistake.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`, `ClientMerged`; `LabelNotFound`, `LabelChanged`.
    pub fn remove_incident(
        &mut self,
        number: ClientNumber,
        id: IncidentId,
        revision: i64,
    ) -> Result<Outcome<Vec<Incident>>> {
        self.transact(Operation::SaveIncident, |tx| {
            let owner = owner(tx, LabelTable::Incident, number, Some(id), revision)?;
            let before = tx.rows().incident(id)?.fields();
            tx.delete_label(LabelTable::Incident, owner, id)?;
            tx.journal(Some(owner), None, &changes(&before, &Fields::new()))?;
            tx.rows().incidents(number)
        })
    }
}
