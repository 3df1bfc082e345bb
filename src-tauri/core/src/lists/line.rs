//! The lines of a list, as the file gives them: values to be worded, shown or written by whoever asked.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use crate::clients::ClientNumber;
use crate::contact::{Reason, Reasons};
use crate::phones::{Phone, is_e164};

/// One client of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListItem {
    /// They figure in it.
    Kept(ListLine),
    /// They are left out: by the guard, or because their data are restricted.
    Excluded {
        /// Their line, as those have who figure in it.
        line: ListLine,
        /// Everything against; never empty.
        reasons: Reasons,
    },
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ListLine {
    /// Whose.
    #[ts(type = "number")]
    pub client: ClientNumber,
    /// In the order of [`super::ListQuery::columns`].
    pub cells: Vec<Cell>,
}

/// One value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// A telephone number: E.164, or as typed where it could not be read. On the wire in national form.
    Phone(
        #[serde(serialize_with = "national")]
        #[ts(type = "string")]
        String,
    ),
    /// A whole number.
    Number(#[ts(type = "number")] i64),
    /// Money, in cents.
    Amount(#[ts(type = "number")] i64),
    /// A day by the shop's computer, as in the window and on paper; on the wire `2016-01-31`.
    Day(
        #[serde(serialize_with = "iso_day")]
        #[ts(type = "string")]
        NaiveDate,
    ),
    /// One of a few codes: a type of contact, a mode of carriage, `professional` or `individual`, `granted`, `refused` or `withdrawn`.
    Code(&'static str),
}

/// How many clients a list keeps and leaves out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListTotals {
    /// Those who figure in it.
    pub kept: u64,
    /// Those left out, each counted once, under the first of their reasons.
    pub excluded: BTreeMap<Reason, u64>,
}

impl ListTotals {
    /// Counts a client by everything against them.
    pub(crate) fn count(&mut self, reasons: Reasons) {
        match reasons.iter().next() {
            None => self.kept += 1,
            Some(first) => *self.excluded.entry(first).or_default() += 1,
        }
    }

    /// Leaves out so many of those who were kept.
    pub(crate) fn leave_out(&mut self, reason: Reason, clients: u64) {
        if clients > 0 {
            self.kept = self.kept.saturating_sub(clients);
            *self.excluded.entry(reason).or_default() += clients;
        }
    }

    /// How many are left out.
    pub fn excluded(&self) -> u64 {
        self.excluded.values().sum()
    }
}

impl Cell {
    /// A telephone number in national form, or as typed.
    pub fn shown_phone(stored: &str) -> String {
        Phone::from_stored(stored, is_e164(stored)).display()
    }
}

fn national<S: Serializer>(stored: &str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&Cell::shown_phone(stored))
}

fn iso_day<S: Serializer>(day: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(day)
}
