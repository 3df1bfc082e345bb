//! A table of a record, one of its windows or its movements, as CSV. Its rows are about one client and say how to reach nobody, so no notice stands in it; it is registered
//! as every export is.

use std::borrow::Cow;
use std::path::PathBuf;

use super::destination::Destination;
use super::order::{purpose, text};
use super::register::{Exported, Held, NewExport};
use super::separated::SeparatedRows;
use super::table::Finished;
use super::write::{Issuer, Telling, WrittenExport};
use super::{CsvEncoding, ExportFormat};
use crate::documents::Language;
use crate::lists::ListTotals;
use crate::windows::{ExportedTable, Setting};
use crate::{Reader, Result};

/// A table of a record that is to leave the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableOrder {
    /// Which, of whom, in what order.
    pub table: ExportedTable,
    /// In which language headings and words are.
    pub language: Language,
    /// Why, in the manager's words; needed.
    pub purpose: String,
    /// Whom it is given to, or empty.
    pub recipient: String,
    /// Where it goes; nothing is overwritten.
    pub path: PathBuf,
}

/// Writes a table of a record.
///
/// # Errors
/// `ExportPurposeMissing`, `NameTooLong`, `ExportCancelled`; those of the table; `FileExists`, `FileMissing` (no such folder), `ReadOnly`,
/// `DiskFull`. Nothing is left behind then.
pub(crate) fn write_table(
    reader: &Reader,
    order: &TableOrder,
    issuer: &Issuer,
    telling: &mut Telling<'_>,
) -> Result<WrittenExport> {
    let (purpose, recipient) = (purpose(&order.purpose)?, text(&order.recipient)?);
    let table = order.table.of(reader.rows().living(order.table.number())?);
    let (destination, file) = Destination::begin(&order.path)?;
    let headings = table.headings(Setting::Spreadsheet, order.language).into_iter().map(Cow::Owned);
    let mut rows = SeparatedRows::begin(file, headings, CsvEncoding::Utf8)?;
    telling.begin(0);
    let gone_through = reader.each_of_table(table, (Setting::Spreadsheet, order.language), issuer.at, |cells| {
        telling.step()?;
        rows.add(table.number(), cells.into_iter().map(Cow::Owned))
    });
    telling.told(gone_through)?;
    let Finished { file, replaced } = rows.finish()?;
    telling.check()?;
    let sha256 = destination.seal(file)?;
    let mut held = Held::default();
    held.add(table.number());
    let new = NewExport {
        purpose,
        recipient,
        contact: None,
        format: ExportFormat::Csv,
        file_name: destination.file_name(),
        query: Exported::Table(table),
        kept: 1,
        excluded: 0,
        sha256,
        held,
    };
    Ok(WrittenExport::new(destination, new, ListTotals { kept: 1, ..ListTotals::default() }, replaced))
}
