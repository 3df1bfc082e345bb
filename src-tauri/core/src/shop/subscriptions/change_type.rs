//! « Changer le type de contact ».

use super::{Outcome, Shop};
use crate::clients::{ClientNumber, ClientRecord, ContactType};
use crate::journal::Operation;
use crate::shop::client::edit;
use crate::shop::undo::Undo;
use crate::subscriptions::TypeChangePreview;
use crate::{Error, Result};

impl Shop {
    /// What stands in the way of another type.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`, `ClientMerged`.
    pub fn type_change_preview(&self, number: ClientNumber, to: ContactType) -> Result<TypeChangePreview> {
        self.store.rows().type_change_preview(number, to)
    }

    /// Changes a client's type, unless what they hold does not fit it.
    ///
    /// # Errors
    /// As the preview; `ChangedElsewhere` if `revision` is not the file's; `Refused` by the rule of the first obstacle; `Invalid` if the record
    /// lacks what the type needs.
    pub fn change_type(
        &mut self,
        number: ClientNumber,
        revision: i64,
        to: ContactType,
    ) -> Result<Outcome<ClientRecord>> {
        let Outcome { value: (before, after), changes } = self.transact(Operation::ChangeType, |tx| {
            let before = tx.rows().client(number)?;
            if before.revision != revision {
                return Err(Error::ChangedElsewhere(number));
            }
            let mut input = before.client.clone();
            input.r#type = to;
            let input = crate::shop::client::accepted(&input)?;
            let after = edit(tx, &before, &input)?;
            Ok((before, after))
        })?;
        if after.revision != before.revision {
            self.remember(Undo::edit(&after, before));
        }
        Ok(Outcome { value: after, changes })
    }
}
