//! CSV tables as French spreadsheets open them: RFC 4180 with semicolons, UTF-8 behind a byte order mark.

use std::io;

use crate::imports::inert;

/// What tells a spreadsheet that a table is in UTF-8.
pub(crate) const MARK: &str = "\u{feff}";

/// How every table is written.
pub(crate) fn format() -> csv::WriterBuilder {
    let mut format = csv::WriterBuilder::new();
    format.delimiter(b';').terminator(csv::Terminator::CRLF);
    format
}

/// A whole table, its mark first; its cells are inert (see [`inert`]).
///
/// # Errors
/// None that a table in memory meets.
pub(crate) fn table<const COLUMNS: usize>(
    headings: [&str; COLUMNS],
    rows: impl IntoIterator<Item = [String; COLUMNS]>,
) -> io::Result<Vec<u8>> {
    let mut table = format().from_writer(MARK.as_bytes().to_vec());
    table.write_record(headings).map_err(failure)?;
    write(table, rows)
}

/// Rows to be added to a table.
///
/// # Errors
/// As [`table`].
pub(crate) fn rows<const COLUMNS: usize>(rows: impl IntoIterator<Item = [String; COLUMNS]>) -> io::Result<Vec<u8>> {
    write(format().from_writer(Vec::new()), rows)
}

fn write<const COLUMNS: usize>(
    mut table: csv::Writer<Vec<u8>>,
    rows: impl IntoIterator<Item = [String; COLUMNS]>,
) -> io::Result<Vec<u8>> {
    for row in rows {
        for cell in &row {
            table.write_field(inert::make(cell).as_bytes()).map_err(failure)?;
        }
        table.write_record(None::<&[u8]>).map_err(failure)?;
    }
    finish(table)
}

/// What was written to, once everything is in it.
///
/// # Errors
/// `DiskFull` and other errors of writing.
pub(crate) fn finish<W: io::Write>(table: csv::Writer<W>) -> io::Result<W> {
    table.into_inner().map_err(|error| error.error().kind().into())
}

/// What kept a row from being written.
pub(crate) fn failure(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        _ => io::ErrorKind::InvalidData.into(),
    }
}
