//! A list as rows under headings, for every format that is a table.

use std::borrow::Cow;
use std::fs::File;
use std::io::BufWriter;

use super::register::ReplacedCharacter;
use super::words;
use crate::Result;
use crate::consents::Indicator;
use crate::documents::Language;
use crate::lists::{Cell, ListField, ListLine, ListQuery, ListTotals};
use crate::print::GoOn;
use crate::windows::Setting;

/// What writes a list, line by line, in one format.
pub(super) trait ListWriter {
    /// Adds a client.
    ///
    /// # Errors
    /// `DiskFull` and other errors of writing.
    fn add(&mut self, line: &ListLine) -> Result<()>;

    /// Writes what is left, as long as `go_on` agrees: pages are made here.
    ///
    /// # Errors
    /// As [`ListWriter::add`]; `Printing`; what `go_on` says.
    fn finish(self: Box<Self>, totals: &ListTotals, go_on: GoOn<'_>) -> Result<Finished>;
}

/// A file to which nothing will be added.
pub(super) struct Finished {
    pub(super) file: BufWriter<File>,
    pub(super) replaced: Vec<ReplacedCharacter>,
}

/// The columns of a list.
pub(super) struct Columns {
    pub(super) fields: Vec<ListField>,
    pub(super) headings: Vec<String>,
    pub(super) codes: Vec<String>,
    pub(super) language: Language,
}

impl Columns {
    pub(super) fn of(query: &ListQuery, asked: &[Indicator], language: Language) -> Columns {
        let heading = |field: &ListField| words::heading(*field, query.contact, asked, language);
        Columns {
            headings: query.columns.iter().map(heading).collect(),
            codes: query.columns.iter().map(|field| words::code_of(*field, asked)).collect(),
            fields: query.columns.clone(),
            language,
        }
    }

    /// The cells of a line as text, in the order of the columns.
    pub(super) fn texts<'a>(&'a self, line: &'a ListLine, setting: Setting) -> impl Iterator<Item = Cow<'a, str>> {
        self.fields.iter().zip(&line.cells).map(move |(field, cell)| self.text(*field, cell, setting))
    }

    /// A cell as a person reads it: telephone numbers in national form, codes in words.
    pub(super) fn text<'a>(&self, field: ListField, cell: &'a Cell, setting: Setting) -> Cow<'a, str> {
        match cell {
            Cell::Empty => Cow::Borrowed(""),
            Cell::Text(text) => Cow::Borrowed(text),
            Cell::Phone(stored) => Cow::Owned(Cell::shown_phone(stored)),
            Cell::Number(number) => Cow::Owned(number.to_string()),
            Cell::Amount(cents) => Cow::Owned(setting.amount(*cents, self.language)),
            Cell::Day(day) => Cow::Owned(setting.day(*day)),
            Cell::Code(code) => Cow::Owned(words::code(field, code, self.language)),
        }
    }
}
