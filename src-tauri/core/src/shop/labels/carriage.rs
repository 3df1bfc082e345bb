//! How a client is delivered.

use crate::clients::ClientNumber;
use crate::journal::Operation;
use crate::labels::{CarriagePanel, SaveCarriage, changes};
use crate::shop::{Outcome, Shop};
use crate::{Error, Result};

impl Shop {
    /// How a client is delivered.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`.
    pub fn carriage(&self, number: ClientNumber) -> Result<CarriagePanel> {
        self.store.rows().carriage_panel(number)
    }

    /// Says how a client is delivered, or forgets it. Saving what has not changed writes nothing.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`, `ClientMerged`; `LabelChanged`; `NameTooLong`, `RankUnfit`.
    pub fn save_carriage(&mut self, request: &SaveCarriage) -> Result<Outcome<CarriagePanel>> {
        let (number, after) = (request.number, request.checked()?);
        self.transact(Operation::SaveCarriage, |tx| {
            tx.rows().present(number)?;
            let before = tx.rows().carriage(number)?;
            if before.as_ref().map_or(0, |before| before.revision) != request.revision {
                return Err(Error::LabelChanged);
            }
            let fields =
                |carriage: &Option<_>| carriage.as_ref().map(crate::labels::Carriage::fields).unwrap_or_default();
            let changes = changes(&fields(&before), &fields(&after));
            if !changes.is_empty() {
                match &after {
                    Some(after) => tx.write_carriage(number, after)?,
                    None => tx.delete_carriage(number)?,
                }
                tx.journal(Some(number), None, &changes)?;
            }
            tx.rows().carriage_panel(number)
        })
    }
}
