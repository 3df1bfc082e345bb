//! The lines of a list as exports write them: one cell a column, typed.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::clients::ClientNumber;
use crate::contact::{Reason, Reasons};
use crate::phones::Phone;

/// One client of a list: in it, or left out by the guard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListItem {
    /// They figure in it.
    Kept(ListLine),
    /// The guard left them out.
    Excluded {
        /// Whom.
        client: ClientNumber,
        /// Why.
        reasons: Reasons,
    },
}

/// One line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListLine {
    /// Whose.
    pub client: ClientNumber,
    /// One for each column of the query, in their order.
    pub cells: Vec<Cell>,
}

/// One value of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// A telephone number.
    Phone(Phone),
    /// A whole number.
    Number(i64),
    /// A day.
    Day(NaiveDate),
    /// One of a few codes.
    Code(&'static str),
}

/// How many clients a list has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListTotals {
    /// In it.
    pub kept: u64,
    /// Left out by the guard, under the first of their reasons.
    pub excluded: BTreeMap<Reason, u64>,
}
