//! Reading a sheet of a workbook into text.
//!
//! XLSX is read cell by cell: a sheet whose only cells are at its far ends takes no more room than they do. Values become the
//! text that a person would type: whole numbers without a point, dates in ISO 8601, « VRAI » and « FAUX ».

use std::fmt::Write as _;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataType, Range, Reader, SheetType, SheetVisible, Sheets, Xls, Xlsb, Xlsx};

use super::MAX_BYTES;
use crate::{Error, Result};

/// Cells of one sheet, at most: the largest sheets of a spreadsheet, filled.
const MAX_CELLS: usize = 200_000_000;

/// The text of one sheet.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// All values, one after the other.
    text: String,
    /// The column of each value, and where it ends in the text.
    cells: Vec<(u32, u32)>,
    /// The row of each record, from 1, and its first cell.
    rows: Vec<(u32, u32)>,
}

/// A sheet, its name and the names of all sheets.
pub(super) struct Workbook {
    pub(super) sheet: Sheet,
    pub(super) name: String,
    pub(super) names: Vec<String>,
}

/// Reads the wanted sheet, or the first visible one that holds anything.
///
/// # Errors
/// `ImportNotATable` for anything that is no workbook; `ImportTooLarge` beyond a gibibyte of text.
pub(super) fn read(bytes: &[u8], wanted: Option<&str>) -> Result<Workbook> {
    // The formats are intricate and the file may be anything: a parser that gives up must not take the program with it.
    catch_unwind(AssertUnwindSafe(|| read_sheets(bytes, wanted))).unwrap_or(Err(Error::ImportNotATable))
}

fn read_sheets(bytes: &[u8], wanted: Option<&str>) -> Result<Workbook> {
    let mut sheets = open(bytes)?;
    let listed: Vec<_> =
        sheets.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).cloned().collect();
    let names: Vec<String> = listed.iter().map(|sheet| sheet.name.clone()).collect();
    if let Some(name) = wanted.filter(|wanted| names.iter().any(|name| name == wanted)) {
        let sheet = read_sheet(&mut sheets, name)?;
        return Ok(Workbook { sheet, name: name.to_owned(), names });
    }
    for listed in listed.iter().filter(|sheet| sheet.visible == SheetVisible::Visible) {
        let sheet = read_sheet(&mut sheets, &listed.name)?;
        if !sheet.rows.is_empty() {
            return Ok(Workbook { sheet, name: listed.name.clone(), names });
        }
    }
    Err(if names.is_empty() { Error::ImportNotATable } else { Error::ImportEmpty })
}

fn open(bytes: &[u8]) -> Result<Sheets<Cursor<&[u8]>>> {
    let cursor = Cursor::new(bytes);
    if bytes.starts_with(b"PK") {
        if let Ok(book) = Xlsx::new(cursor.clone()) {
            return Ok(Sheets::Xlsx(book));
        }
        if let Ok(book) = Xlsb::new(cursor.clone()) {
            return Ok(Sheets::Xlsb(book));
        }
        return calamine::Ods::new(cursor).map(Sheets::Ods).map_err(|_| Error::ImportNotATable);
    }
    Xls::new(cursor).map(Sheets::Xls).map_err(|_| Error::ImportNotATable)
}

fn read_sheet(sheets: &mut Sheets<Cursor<&[u8]>>, name: &str) -> Result<Sheet> {
    let mut sheet = Sheet::default();
    if let Sheets::Xlsx(book) = sheets {
        let mut cells = book.worksheet_cells_reader(name).map_err(|_| Error::ImportNotATable)?;
        while let Some(cell) = cells.next_cell().map_err(|_| Error::ImportNotATable)? {
            let (row, column) = cell.get_position();
            sheet.push(row, column, cell.get_value())?;
        }
    } else {
        let range: Range<calamine::Data> = sheets.worksheet_range(name).map_err(|_| Error::ImportNotATable)?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let row = u32::try_from(row).map_err(|_| Error::ImportTooLarge)?;
            let column = u32::try_from(column).map_err(|_| Error::ImportTooLarge)?;
            sheet.push(first_row + row, first_column + column, value)?;
        }
    }
    Ok(sheet)
}

impl Sheet {
    /// Adds a value; positions are from 0.
    fn push(&mut self, row: u32, column: u32, value: &impl DataType) -> Result<()> {
        let before = self.text.len();
        write(&mut self.text, value);
        if self.text.len() == before {
            return Ok(());
        }
        if self.text.len() > MAX_BYTES || self.cells.len() >= MAX_CELLS {
            return Err(Error::ImportTooLarge);
        }
        let too_large = |_| Error::ImportTooLarge;
        if self.rows.last().is_none_or(|&(last, _)| last != row + 1) {
            self.rows.push((row + 1, u32::try_from(self.cells.len()).map_err(too_large)?));
        }
        self.cells.push((column, u32::try_from(self.text.len()).map_err(too_large)?));
        Ok(())
    }

    /// The row number and the cells of a row; the index is from 0, among those that hold anything.
    pub(super) fn row(&self, index: usize) -> Option<(u64, Vec<&str>)> {
        let &(line, first) = self.rows.get(index)?;
        let first = first as usize;
        let end = self.rows.get(index + 1).map_or(self.cells.len(), |&(_, next)| next as usize);
        let mut start = if first == 0 { 0 } else { self.cells[first - 1].1 as usize };
        let mut cells = Vec::new();
        for &(column, stop) in &self.cells[first..end] {
            let (column, stop) = (column as usize, stop as usize);
            if cells.len() <= column {
                cells.resize(column + 1, "");
            }
            cells[column] = &self.text[start..stop];
            start = stop;
        }
        Some((u64::from(line), cells))
    }
}

fn write(text: &mut String, value: &impl DataType) {
    let written = if let Some(string) = value.get_string() {
        text.push_str(string);
        Ok(())
    } else if let Some(moment) = value.get_datetime() {
        if moment.is_duration() {
            write!(text, "{}", moment.as_f64())
        } else {
            let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
            let date = write!(text, "{year:04}-{month:02}-{day:02}");
            if (hour, minute, second) == (0, 0, 0) { date } else { write!(text, "T{hour:02}:{minute:02}:{second:02}") }
        }
    } else if let Some(number) = value.get_float() {
        write!(text, "{number}")
    } else if let Some(number) = value.get_int() {
        write!(text, "{number}")
    } else if let Some(truth) = value.get_bool() {
        text.push_str(if truth { "VRAI" } else { "FAUX" });
        Ok(())
    } else if let Some(error) = value.get_error() {
        write!(text, "{error}")
    } else if let Some(iso) = value.get_datetime_iso().or_else(|| value.get_duration_iso()) {
        text.push_str(iso);
        Ok(())
    } else {
        Ok(())
    };
    debug_assert!(written.is_ok(), "writing into a string cannot fail");
}
