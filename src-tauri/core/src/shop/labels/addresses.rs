//! Where a client is delivered.

use chrono::NaiveDate;

use super::{owner, today};
use crate::Result;
use crate::clients::ClientNumber;
use crate::journal::Operation;
use crate::labels::{AddressId, AddressOfDay, DeliveryAddresses, Fields, SaveDeliveryAddress, changes, changes_of};
use crate::shop::{Outcome, Shop};
use crate::store::LabelTable;

impl Shop {
    /// All of a client's, with that of a day.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`.
    pub fn delivery_addresses(&self, number: ClientNumber, today: NaiveDate) -> Result<DeliveryAddresses> {
        self.store.rows().delivery_addresses(number, today)
    }

    /// Where a client is delivered on a day.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`.
    pub fn address_of_day(&self, number: ClientNumber, day: NaiveDate) -> Result<AddressOfDay> {
        self.store.rows().address_of_day(number, day)
    }

    /// Notes or changes one. Saving what has not changed writes nothing.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`, `ClientMerged`; `LabelNotFound`, `LabelChanged`; `AddressMissing`, `NameTooLong`,
    /// `DayUnlikely`, `DaysReversed`.
    pub fn save_delivery_address(&mut self, request: &SaveDeliveryAddress) -> Result<Outcome<DeliveryAddresses>> {
        let new = request.checked()?;
        self.transact(Operation::SaveDeliveryAddress, |tx| {
            let owner = owner(tx, LabelTable::DeliveryAddress, request.number, request.id, request.revision)?;
            let before = request.id.map(|id| tx.rows().delivery_address(id)).transpose()?;
            // Two addresses may read alike on one line.
            if before.as_ref().is_none_or(|before| before.address != new.address || before.period != new.period) {
                match &before {
                    Some(_) => tx.update_delivery_address(owner, &new)?,
                    None => tx.insert_delivery_address(owner, &new)?,
                }
                let old = before.map(|before| before.fields()).unwrap_or_default();
                tx.journal(Some(owner), None, &changes_of(&["delivery_address"], &old, &new.fields()))?;
            }
            tx.rows().delivery_addresses(request.number, today(tx))
        })
    }

    /// Removes one.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`, `ClientMerged`; `LabelNotFound`, `LabelChanged`.
    pub fn remove_delivery_address(
        &mut self,
        number: ClientNumber,
        id: AddressId,
        revision: i64,
    ) -> Result<Outcome<DeliveryAddresses>> {
        self.transact(Operation::SaveDeliveryAddress, |tx| {
            let owner = owner(tx, LabelTable::DeliveryAddress, number, Some(id), revision)?;
            let before = tx.rows().delivery_address(id)?.fields();
            tx.delete_label(LabelTable::DeliveryAddress, owner, id)?;
            tx.journal(Some(owner), None, &changes(&before, &Fields::new()))?;
            tx.rows().delivery_addresses(number, today(tx))
        })
    }
}
