//! A table in a file: opened, understood, and read record by record.
//!
//! What the file is, is told by its content. Nothing in it is lost: a record that cannot be cut into cells still comes out,
//! with its fault. The file is read into memory once, up to [`MAX_BYTES`].

mod charset;
mod legacy;
mod open;
mod record;
mod separator;
mod split;
mod workbook;

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

pub(crate) use self::record::{Fault, Record, Records};

use self::charset::Text;
use self::split::Layout;
use self::workbook::Sheet;
use crate::{Error, Result};

/// The largest file: one gibibyte.
pub const MAX_BYTES: usize = 1 << 30;

/// The longest cell in bytes: more than the 32,767 characters that a spreadsheet's cell can hold.
pub const MAX_CELL: usize = 100_000;

/// A file that was opened and understood.
pub(crate) struct Source {
    pub(super) path: PathBuf,
    body: Body,
    /// The WHATWG name of the encoding, of a text.
    pub(super) encoding: Option<&'static str>,
    /// The separator, of a text.
    pub(super) separator: Option<char>,
    /// The sheet that is read, of a workbook.
    pub(super) sheet: Option<String>,
    pub(super) sheets: Vec<String>,
    /// The names of the columns, empty where there is none. As many as there are columns.
    pub(super) headers: Vec<String>,
    pub(super) has_header: bool,
    /// Lines above the header that hold something: a title, a date.
    pub(super) titles: Vec<u64>,
    /// The column « Ligne » of a file of rejects; « Motif » follows it. Its cells were made inert when it was written.
    pub(super) rejects_column: Option<usize>,
    /// The last column of a list that was exported here: it says what the list is for. Its heading also says whether the cells were made inert.
    pub(super) own_column: Option<(usize, bool)>,
    /// Where the data begin.
    start: Place,
}

enum Body {
    Text(Text, Layout),
    Sheet(Sheet),
}

/// A place in the body: in a text, a byte and its line; in a sheet, the index of a row.
#[derive(Clone, Copy, Debug)]
struct Place {
    at: usize,
    line: u64,
}

impl Source {
    /// Goes through the rows of data.
    pub(crate) fn records(&self) -> Records<'_> {
        let were_inert = self.rejects_column.is_some() || self.own_column.is_some_and(|(_, inert)| inert);
        Records::new(&self.body, self.start, self.headers.len(), were_inert)
    }

    /// How many rows of data there are, without the blank ones.
    ///
    /// # Errors
    /// `ImportCancelled` once `cancel` is set.
    pub(super) fn count(&self, cancel: &AtomicBool) -> Result<u64> {
        let mut count = 0;
        for record in self.records() {
            if cancel.load(Ordering::Relaxed) {
                return Err(Error::ImportCancelled);
            }
            count += u64::from(!record.is_blank());
        }
        Ok(count)
    }

    /// Whether a column was added by this program, when the row was rejected or the list exported.
    pub(super) fn is_added(&self, column: usize) -> bool {
        self.rejects_column.is_some_and(|first| column == first || column == first + 1)
            || self.own_column.is_some_and(|(own, _)| column == own)
    }

    /// How many columns of the file are not among the mapped ones.
    pub(super) fn ignored(&self, is_mapped: impl Fn(usize) -> bool) -> u64 {
        (0..self.headers.len()).map(|column| u64::from(!is_mapped(column) && !self.is_added(column))).sum()
    }

    /// The name of a column, or its number where it has none.
    pub(super) fn column_name(&self, index: usize) -> String {
        match self.headers.get(index).map(|name| name.trim()) {
            Some(name) if !name.is_empty() => name.to_owned(),
            _ => (index + 1).to_string(),
        }
    }

    /// The last part of the path.
    pub(crate) fn file_name(&self) -> String {
        self.path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
    }
}
