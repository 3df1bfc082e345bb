//! Those whom the guard leaves out of a list, each with every reason, as a CSV table: to be checked, never to be used for prospecting.

use std::borrow::Cow;
use std::fs::File;
use std::io::BufWriter;

use super::separated::SeparatedRows;
use super::table::{Columns, Finished};
use super::{CsvEncoding, notice, words};
use crate::Result;
use crate::clients::{ClientField as F, ClientRow};
use crate::contact::Reasons;
use crate::documents::Language;
use crate::lists::ListField;

/// What is said of each, before the reasons.
const FIELDS: [F; 6] = [F::Civility, F::LastName, F::FirstName, F::Company, F::Postcode, F::Town];

/// The columns of such a table.
pub(super) fn columns() -> Vec<ListField> {
    std::iter::once(ListField::Number).chain(FIELDS.map(ListField::Record)).collect()
}

/// The table being written.
pub(super) struct ExcludedTable {
    rows: SeparatedRows,
    language: Language,
}

impl ExcludedTable {
    /// Writes the headings.
    ///
    /// # Errors
    /// `DiskFull` and other errors of writing.
    pub(super) fn begin(file: BufWriter<File>, columns: &Columns) -> Result<ExcludedTable> {
        let language = columns.language;
        let more = [language.pick("Exclu parce que", "Left out because").to_owned(), notice::of_text(None, language)];
        let headings = columns.headings.iter().cloned().chain(more).map(Cow::Owned);
        Ok(ExcludedTable { rows: SeparatedRows::begin(file, headings, CsvEncoding::Utf8)?, language })
    }

    /// Adds a client.
    ///
    /// # Errors
    /// `DiskFull` and other errors of writing.
    pub(super) fn add(&mut self, client: &ClientRow, reasons: Reasons) -> Result<()> {
        let reasons: Vec<&str> = reasons.iter().map(|reason| words::reason(reason, self.language)).collect();
        let who =
            [&client.civility, &client.last_name, &client.first_name, &client.company, &client.postcode, &client.town];
        let cells = std::iter::once(Cow::Owned(client.number.to_string()))
            .chain(who.into_iter().map(|text| Cow::Borrowed(text.as_str())))
            .chain([Cow::Owned(reasons.join(", ")), Cow::Borrowed("")]);
        self.rows.add(client.number, cells)
    }

    /// Hands the file back.
    ///
    /// # Errors
    /// `DiskFull` and other errors of writing.
    pub(super) fn finish(self) -> Result<Finished> {
        self.rows.finish()
    }
}
