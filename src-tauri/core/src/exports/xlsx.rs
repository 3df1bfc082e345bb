//! A list as an Excel workbook of one sheet, written row by row, so that its memory does not grow with the list.
//!
//! Cells are typed: days are dates, the client's number is a number, everything else is text, telephone numbers and postcodes included.
//! Text that begins as a formula does stays text even when somebody edits it. The headings stay in sight and filter. The last one, and
//! the name of the sheet, say what the list may be used for (see [`super::notice`]).
#![cfg_attr(
    windows,
    allow(clippy::missing_const_for_thread_local, reason = "it is const; clippy does not see it for windows-gnu")
)]

use std::any::Any;
use std::cell::Cell as Flag;
use std::fs::File;
use std::io::BufWriter;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Once;

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::notice;
use super::table::{Columns, Finished, ListWriter};
use crate::clients::ClientField;
use crate::imports::inert;
use crate::lists::{Cell, ContactUse, ListField, ListLine, ListTotals};
use crate::print::GoOn;
use crate::windows::Setting;
use crate::{Error, Result};

/// Rows of a sheet, without the headings (ECMA-376: 2^20 rows).
pub(super) const ROWS_MAX: u64 = (1 << 20) - 1;

/// A workbook being written.
pub(super) struct Sheet {
    book: Workbook,
    columns: Columns,
    file: BufWriter<File>,
    day: Format,
    amount: Format,
    guarded: Format,
    /// The next row.
    row: u32,
}

impl Sheet {
    /// Writes the headings. What is not yet in the workbook is kept in a nameless file in `folder`, that of the workbook itself, so that
    /// no other disk sees it.
    ///
    /// # Errors
    /// `DiskFull` and other errors of writing.
    pub(super) fn begin(
        file: BufWriter<File>,
        folder: &Path,
        columns: Columns,
        contact: Option<ContactUse>,
        title: &str,
    ) -> Result<Sheet> {
        let language = columns.language;
        let mut book = Workbook::new();
        let usage = notice::of(contact, language);
        book.set_properties(&DocProperties::new().set_title(title).set_comment(usage.clone()));
        book.set_tempdir(folder).map_err(failed)?;
        let sheet = book.add_worksheet_with_constant_memory().map_err(failed)?;
        let name = match contact {
            Some(_) => language.pick("Clients", "Clients"),
            None => language.pick("Pas de prospection", "No prospecting"),
        };
        sheet.set_name(name).map_err(failed)?;
        for (column, field) in (0..).zip(&columns.fields) {
            sheet.set_column_width(column, width(*field)).map_err(failed)?;
        }
        sheet.set_landscape().set_header(format!("&L{}", usage.replace('&', "&&")));
        sheet.set_repeat_rows(0, 0).map_err(failed)?;
        sheet.set_freeze_panes(1, 0).map_err(failed)?;
        let heading = Format::new().set_bold();
        let headings = columns.headings.iter().cloned().chain([notice::of_sheet(contact, language)]);
        for (column, text) in (0..).zip(headings) {
            sheet.write_string_with_format(0, column, text, &heading).map_err(failed)?;
        }
        let day = Format::new().set_num_format("dd/mm/yyyy");
        let amount = Format::new().set_num_format("#,##0.00");
        let guarded = Format::new().set_quote_prefix();
        Ok(Sheet { book, columns, file, day, amount, guarded, row: 1 })
    }
}

impl ListWriter for Sheet {
    fn add(&mut self, line: &ListLine) -> Result<()> {
        unpanicked(|| self.write(line))?;
        self.row += 1;
        Ok(())
    }

    fn finish(mut self: Box<Self>, _: &ListTotals, _: GoOn<'_>) -> Result<Finished> {
        // The column of the notice, after those of the list.
        let last = u16::try_from(self.columns.headings.len()).unwrap_or(u16::MAX);
        let rows = self.row - 1;
        unpanicked(|| {
            let sheet = self.book.worksheet_from_index(0).map_err(failed)?;
            sheet.autofilter(0, 0, rows, last).map_err(failed)?;
            self.book.save_to_writer(&mut self.file).map_err(failed)
        })?;
        Ok(Finished { file: self.file, replaced: Vec::new() })
    }
}

impl Sheet {
    fn write(&mut self, line: &ListLine) -> Result<()> {
        let sheet = self.book.worksheet_from_index(0).map_err(failed)?;
        let row = self.row;
        for ((column, field), cell) in (0..).zip(&self.columns.fields).zip(&line.cells) {
            match cell {
                Cell::Empty => {}
                #[allow(clippy::cast_precision_loss, reason = "a client's number is far below 2^53")]
                Cell::Number(number) => {
                    sheet.write_number(row, column, *number as f64).map_err(failed)?;
                }
                #[allow(
                    clippy::cast_precision_loss,
                    reason = "a spreadsheet knows no others, and shows the nearest cent"
                )]
                Cell::Amount(cents) => {
                    sheet.write_number_with_format(row, column, *cents as f64 / 100.0, &self.amount).map_err(failed)?;
                }
                Cell::Day(day) => match date(*day) {
                    Some(date) => {
                        sheet.write_datetime_with_format(row, column, &date, &self.day).map_err(failed)?;
                    }
                    None => text(sheet, row, column, &day.to_string(), &self.guarded)?,
                },
                other => {
                    text(sheet, row, column, &self.columns.text(*field, other, Setting::Spreadsheet), &self.guarded)?;
                }
            }
        }
        Ok(())
    }
}

/// The day for a spreadsheet, which knows none before 1900.
fn date(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    ExcelDateTime::from_ymd(year, u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?).ok()
}

fn text(sheet: &mut Worksheet, row: u32, column: u16, text: &str, guarded: &Format) -> Result<()> {
    if text.is_empty() {
        return Ok(());
    }
    let written = if inert::is_marked(text) {
        sheet.write_string_with_format(row, column, text, guarded)
    } else {
        sheet.write_string(row, column, text)
    };
    written.map(|_| ()).map_err(failed)
}

/// In characters, as spreadsheets measure columns.
fn width(field: ListField) -> f64 {
    match field {
        ListField::Number => 9.0,
        ListField::Record(field) => match field {
            ClientField::Civility | ClientField::Postcode => 9.0,
            ClientField::Email | ClientField::Address1 | ClientField::Company => 30.0,
            ClientField::LastName | ClientField::FirstName | ClientField::Town => 20.0,
            _ => 16.0,
        },
        _ => 18.0,
    }
}

fn failed(error: XlsxError) -> Error {
    match error {
        XlsxError::IoError(error) => error.into(),
        XlsxError::ZipError(error) => std::io::Error::from(error).into(),
        _ => Error::Io(std::io::ErrorKind::InvalidData),
    }
}

thread_local! {
    /// Whether a panic of this thread is caught here and becomes an error, so that nobody need read of it.
    static CAUGHT: Flag<bool> = const { Flag::new(false) };
}

/// The crate panics where the disk refuses what it writes beside the workbook; here that is an error like others.
fn unpanicked<T>(write: impl FnOnce() -> Result<T>) -> Result<T> {
    static SILENCED: Once = Once::new();
    SILENCED.call_once(|| {
        let told = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !CAUGHT.get() {
                told(panic);
            }
        }));
    });
    CAUGHT.set(true);
    let written = catch_unwind(AssertUnwindSafe(write));
    CAUGHT.set(false);
    written.unwrap_or_else(|panic| Err(refusal(&*panic)))
}

/// What the disk said, from the panic's words: « …: Os { code: 28, kind: StorageFull, … } ».
fn refusal(panic: &(dyn Any + Send)) -> Error {
    let words = panic.downcast_ref::<String>().map_or("", String::as_str);
    let full = ["StorageFull", "QuotaExceeded", "FileTooLarge"].iter().any(|kind| words.contains(kind));
    if full { Error::DiskFull } else { Error::Io(std::io::ErrorKind::Other) }
}
