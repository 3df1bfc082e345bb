//! What of a record leaves the file as a table: one of its windows, or its movements.

use serde::{Deserialize, Serialize};

use super::words::title;
use super::{Setting, Window, WindowColumn, WindowSort};
use crate::clients::ClientNumber;
use crate::documents::Language;
use crate::movements::ExportedMovements;
use crate::print::Column;

/// A window that left the file, as the register of exports keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ExportedWindow {
    /// Which.
    pub window: Window,
    /// Of whom.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// In which order.
    pub sort: WindowSort,
}

/// A table of a record that left the file, as the register of exports keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(untagged)]
pub enum ExportedTable {
    /// One of the five windows.
    Window(ExportedWindow),
    /// « Mouvements ».
    Movements(ExportedMovements),
}

impl ExportedTable {
    /// Of whom.
    pub(crate) const fn number(self) -> ClientNumber {
        match self {
            ExportedTable::Window(window) => window.number,
            ExportedTable::Movements(movements) => movements.number,
        }
    }

    /// The same of another record: that which stays after a merge.
    pub(crate) const fn of(self, number: ClientNumber) -> ExportedTable {
        match self {
            ExportedTable::Window(window) => ExportedTable::Window(ExportedWindow { number, ..window }),
            ExportedTable::Movements(movements) => ExportedTable::Movements(ExportedMovements { number, ..movements }),
        }
    }

    /// « Factures », « Mouvements (achats) ».
    pub(crate) fn title(self, language: Language) -> String {
        match self {
            ExportedTable::Window(window) => title(window.window, language).to_owned(),
            ExportedTable::Movements(movements) => movements.title(language),
        }
    }

    /// « Factures, fiche n° 12 ».
    pub(crate) fn in_words(self, language: Language) -> String {
        let (title, number) = (self.title(language), self.number());
        match language {
            Language::French => format!("{title}, fiche n°\u{a0}{number}"),
            Language::English => format!("{title}, record no. {number}"),
        }
    }

    /// What stands at the head of the columns: for spreadsheets each thing has a column of its own.
    pub(crate) fn headings(self, setting: Setting, language: Language) -> Vec<String> {
        match self {
            ExportedTable::Window(window) => window.headings(setting, language),
            ExportedTable::Movements(_) => ExportedMovements::headings(setting, language),
        }
    }

    /// The columns of the printed table.
    pub(super) fn columns(self, language: Language) -> Vec<Column> {
        match self {
            ExportedTable::Window(window) => {
                let headings = window.headings(Setting::Paper, language);
                window.window.columns().iter().zip(headings).map(|(column, heading)| set(*column, heading)).collect()
            }
            ExportedTable::Movements(_) => ExportedMovements::columns(language),
        }
    }
}

fn set(column: WindowColumn, heading: String) -> Column {
    match column {
        WindowColumn::Offer | WindowColumn::Person | WindowColumn::Content | WindowColumn::Handover => {
            Column::new(heading, 2.0)
        }
        WindowColumn::Amount => Column::new(heading, 1.0).right(),
        _ => Column::new(heading, 1.0),
    }
}
