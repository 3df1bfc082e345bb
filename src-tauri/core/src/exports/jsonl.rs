//! A list as lines of JSON for programs: one object that says what the file is, then one object a client.
//!
//! Keys are the columns' codes; telephone numbers are in E.164 where they could be read, days in ISO 8601, amounts texts of
//! euros (« 49.00 »), choices are codes, and what is
//! empty is `null`. The first line says what the list may be used for.

use std::fs::File;
use std::io::{BufWriter, Write};

use chrono::{DateTime, SecondsFormat};
use serde::Serialize;
use serde_json::Value;

use super::notice;
use super::table::{Columns, Finished, ListWriter};
use crate::documents::Language;
use crate::lists::{Cell, ContactUse, ListLine, ListTotals};
use crate::print::GoOn;
use crate::{Result, money};

/// Names the form of such a file, so that a later one can be told from it.
const FORM: &str = "ecrin-list-1";

/// The first line.
#[derive(Serialize)]
struct Header<'a> {
    form: &'static str,
    at: Option<String>,
    contact: Option<String>,
    r#use: String,
    columns: &'a [String],
}

/// A file of lines of JSON being written.
pub(super) struct JsonLines {
    file: BufWriter<File>,
    /// The keys as they are written, quotes included.
    keys: Vec<String>,
}

impl JsonLines {
    /// Writes the first line. `at` is now, UTC milliseconds.
    ///
    /// # Errors
    /// `DiskFull` and other errors of writing.
    pub(super) fn begin(
        mut file: BufWriter<File>,
        columns: &Columns,
        contact: Option<ContactUse>,
        at: i64,
    ) -> Result<JsonLines> {
        let first = Header {
            form: FORM,
            at: DateTime::from_timestamp_millis(at).map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, true)),
            contact: contact.map(ContactUse::code),
            r#use: notice::of(contact, columns.language),
            columns: &columns.codes,
        };
        serde_json::to_writer(&mut file, &first).map_err(std::io::Error::from)?;
        writeln!(file)?;
        let keys = columns.codes.iter().map(|code| Value::from(code.as_str()).to_string()).collect();
        Ok(JsonLines { file, keys })
    }
}

impl ListWriter for JsonLines {
    fn add(&mut self, line: &ListLine) -> Result<()> {
        for (index, (key, cell)) in self.keys.iter().zip(&line.cells).enumerate() {
            let before = if index == 0 { '{' } else { ',' };
            write!(self.file, "{before}{key}:{}", value(cell))?;
        }
        Ok(writeln!(self.file, "}}")?)
    }

    fn finish(self: Box<Self>, _: &ListTotals, _: GoOn<'_>) -> Result<Finished> {
        Ok(Finished { file: self.file, replaced: Vec::new() })
    }
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) | Cell::Phone(text) => text.as_str().into(),
        Cell::Number(number) => (*number).into(),
        // Euros, as a number is written: a fraction of two would not be exact.
        Cell::Amount(cents) => money::as_number(*cents, Language::English).into(),
        Cell::Day(day) => day.to_string().into(),
        Cell::Code(code) => (*code).into(),
    }
}
