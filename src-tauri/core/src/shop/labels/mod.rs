//! Writing labels. Each verb is one transaction with its journal entry, which says the values before and after.

mod addresses;
mod bank;
mod carriage;
mod codes;
mod follow_ups;
mod incidents;
mod layout;
mod management;
mod notes;

use chrono::NaiveDate;

use crate::Result;
use crate::clients::ClientNumber;
use crate::documents::day_of;
use crate::store::{LabelTable, Tx};

/// For whom a row is written: the client where it is new, else for whom it was.
fn owner(tx: &Tx<'_>, table: LabelTable, number: ClientNumber, id: Option<i64>, revision: i64) -> Result<ClientNumber> {
    match id {
        None => tx.rows().present(number),
        Some(id) => tx.rows().label_owner(table, number, id, revision),
    }
}

/// Today, by the shop's computer.
fn today(tx: &Tx<'_>) -> NaiveDate {
    day_of(tx.now())
}
