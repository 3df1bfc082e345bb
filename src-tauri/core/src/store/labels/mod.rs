//! The rows of labels. What is read of a client is read for the records that went into theirs too; each row stays with whom it was
//! written for.

mod addresses;
mod bank;
mod carriage;
mod codes;
mod faces;
mod figures;
mod follow_ups;
mod incidents;
mod layout;
mod management;
mod notes;
mod sheet;

use rusqlite::OptionalExtension;

use super::{Rows, Tx};
use crate::clients::ClientNumber;
use crate::{Error, Result};

/// The tables whose rows name one client, each with an identity of its own.
#[derive(Clone, Copy, Debug)]
pub(crate) enum LabelTable {
    Incident,
    FollowUp,
    DeliveryAddress,
    ClientNote,
}

impl LabelTable {
    const fn name(self) -> &'static str {
        match self {
            LabelTable::Incident => "incident",
            LabelTable::FollowUp => "follow_up",
            LabelTable::DeliveryAddress => "delivery_address",
            LabelTable::ClientNote => "client_note",
        }
    }
}

/// All tables that name a client.
const TABLES: [&str; 8] = [
    "bank_account",
    "carriage",
    "client_code",
    "client_note",
    "delivery_address",
    "follow_up",
    "incident",
    "manager_note",
];

impl Rows<'_> {
    /// That there is a record of this number, which did not go into another one.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`, `ClientMerged`.
    pub(crate) fn present(&self, number: ClientNumber) -> Result<ClientNumber> {
        match self.living(number)? {
            living if living == number => Ok(number),
            living => Err(Error::ClientMerged(number, living)),
        }
    }

    /// For whom a row was written that is read with a client's.
    ///
    /// # Errors
    /// As [`Rows::present`]; `LabelNotFound`; `LabelChanged` if the row has another revision.
    pub(crate) fn label_owner(
        &self,
        table: LabelTable,
        number: ClientNumber,
        id: i64,
        revision: i64,
    ) -> Result<ClientNumber> {
        self.present(number)?;
        let (owner, found): (ClientNumber, i64) = self
            .0
            .prepare_cached(&format!("SELECT client, revision FROM {} WHERE id = ?1", table.name()))?
            .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?
            .ok_or(Error::LabelNotFound)?;
        if self.living(owner)? != number {
            return Err(Error::LabelNotFound);
        }
        if found == revision { Ok(owner) } else { Err(Error::LabelChanged) }
    }
}

impl Tx<'_> {
    /// Removes a row.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn delete_label(&self, table: LabelTable, owner: ClientNumber, id: i64) -> Result<()> {
        self.connection.prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", table.name()))?.execute([id])?;
        self.touch_living(owner)
    }

    /// Removes everything that labels say of a record.
    ///
    /// # Errors
    /// What the database may say.
    pub(in crate::store) fn forget_labels(&self, number: ClientNumber) -> Result<()> {
        for table in TABLES {
            self.connection.prepare_cached(&format!("DELETE FROM {table} WHERE client = ?1"))?.execute([number])?;
        }
        Ok(())
    }

    /// The record under which what is noted of `owner` is read has changed.
    fn touch_living(&self, owner: ClientNumber) -> Result<()> {
        self.touch(self.rows().living(owner)?);
        Ok(())
    }
}
