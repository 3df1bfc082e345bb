//! Those whom the guard leaves out of a list, each with every reason, as a CSV table: to be checked, never to be used for prospecting.

use std::borrow::Cow;
use std::fs::File;
use std::io::BufWriter;

use super::separated::SeparatedRows;
use super::table::{Columns, Finished};
use super::{CsvEncoding, notice, words};
use crate::Result;
use crate::clients::ClientField as F;
use crate::contact::Reasons;
use crate::lists::{ListField, ListLine};
use crate::windows::Setting;

/// What is said of each, before the reasons.
const FIELDS: [F; 6] = [F::Civility, F::LastName, F::FirstName, F::Company, F::Postcode, F::Town];

/// The columns of such a table.
pub(super) fn columns() -> Vec<ListField> {
    std::iter::once(ListField::Number).chain(FIELDS.map(ListField::Record)).collect()
}

/// The table being written.
pub(super) struct ExcludedTable {
    rows: SeparatedRows,
    columns: Columns,
}

impl ExcludedTable {
    /// Writes the headings.
    ///
    /// # Errors
    /// `DiskFull` and other errors of writing.
    pub(super) fn begin(file: BufWriter<File>, columns: Columns) -> Result<ExcludedTable> {
        let (reasons, notice) =
            (columns.language.pick("Exclu parce que", "Left out because"), notice::of_text(None, columns.language));
        let headings = columns.headings.iter().map(String::as_str).chain([reasons, &notice]).map(Cow::Borrowed);
        let rows = SeparatedRows::begin(file, headings, CsvEncoding::Utf8)?;
        Ok(ExcludedTable { rows, columns })
    }

    /// Adds a client.
    ///
    /// # Errors
    /// `DiskFull` and other errors of writing.
    pub(super) fn add(&mut self, line: &ListLine, reasons: Reasons) -> Result<()> {
        let reasons: Vec<&str> = reasons.iter().map(|reason| words::reason(reason, self.columns.language)).collect();
        let more = [Cow::Owned(reasons.join(", ")), Cow::Borrowed("")];
        self.rows.add(line.client, self.columns.texts(line, Setting::Spreadsheet).chain(more))
    }

    /// Hands the file back.
    ///
    /// # Errors
    /// `DiskFull` and other errors of writing.
    pub(super) fn finish(self) -> Result<Finished> {
        self.rows.finish()
    }
}
