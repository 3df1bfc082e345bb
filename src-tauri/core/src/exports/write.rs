//! Writing a list beside its place: everything but its name and its entry in the register.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::destination::Destination;
use super::excluded::{self, ExcludedTable};
use super::jsonl::JsonLines;
use super::labels::{self, LabelPages};
use super::pdf::Pages;
use super::register::{ExportId, ExportReport, Exported, Held, NewExport, ReplacedCharacter};
use super::separated::SeparatedTable;
use super::table::{Columns, Finished, ListWriter};
use super::vcard::{self, Cards};
use super::xlsx::{self, Sheet};
use super::{CsvEncoding, ExcludedOrder, ExportForm, ExportOrder, PRINTED_MAX, notice, reach};
use crate::consents::Indicator;
use crate::contact::Reason;
use crate::lists::{Condition, ListField, ListItem, ListQuery, ListTotals, Operator, ReasonCount};
use crate::{Error, Reader, Result};

/// How often progress is told.
const TELLING: Duration = Duration::from_millis(50);

/// Who writes, when.
#[derive(Clone, Debug)]
pub(crate) struct Issuer {
    /// The shop's name.
    pub(crate) shop: String,
    /// The identity of the shop file.
    pub(crate) file_id: String,
    /// Who is at the counter.
    pub(crate) operator: String,
    /// Now, UTC milliseconds.
    pub(crate) at: i64,
}

/// Who wants to hear how far an export is, and may stop it.
pub(crate) struct Telling<'a> {
    progress: &'a mut dyn FnMut(u64, u64),
    cancel: &'a AtomicBool,
    last: Instant,
    done: u64,
    total: u64,
}

impl<'a> Telling<'a> {
    /// `progress` is told at most every 50 ms how many clients were gone through, and how many there are (0 while unknown); setting
    /// `cancel` stops the export, also from another thread.
    pub(crate) fn new(progress: &'a mut dyn FnMut(u64, u64), cancel: &'a AtomicBool) -> Telling<'a> {
        Telling { progress, cancel, last: Instant::now(), done: 0, total: 0 }
    }

    pub(super) fn begin(&mut self, total: u64) {
        self.total = total;
        (self.progress)(0, total);
    }

    pub(super) fn step(&mut self) -> Result<()> {
        self.check()?;
        self.done += 1;
        if self.last.elapsed() >= TELLING {
            self.last = Instant::now();
            (self.progress)(self.done, self.total);
        }
        Ok(())
    }

    pub(super) fn check(&self) -> Result<()> {
        if self.cancel.load(Ordering::Relaxed) { Err(Error::ExportCancelled) } else { Ok(()) }
    }

    /// What came of reading: a stop interrupts that, too.
    pub(super) fn told<T>(&self, read: Result<T>) -> Result<T> {
        match read {
            Err(Error::Interrupted) => Err(self.check().err().unwrap_or(Error::Interrupted)),
            other => other,
        }
    }
}

/// A whole file that is neither registered nor named. Dropped as it is, it leaves nothing behind.
#[derive(Debug)]
pub(crate) struct WrittenExport {
    destination: Destination,
    /// What the register will say.
    pub(crate) new: NewExport,
    totals: ListTotals,
    replaced: Vec<ReplacedCharacter>,
}

impl WrittenExport {
    pub(super) fn new(
        destination: Destination,
        new: NewExport,
        totals: ListTotals,
        replaced: Vec<ReplacedCharacter>,
    ) -> WrittenExport {
        WrittenExport { destination, new, totals, replaced }
    }

    /// Gives the file its name, once it is registered as `export`.
    ///
    /// # Errors
    /// What moving a file may say; the file is removed then, and the register says more than there is.
    pub(crate) fn place(self, export: ExportId) -> Result<ExportReport> {
        let path = self.destination.place()?;
        Ok(ExportReport {
            export,
            path: path.to_string_lossy().into_owned(),
            kept: self.new.kept,
            excluded: ReasonCount::all(&self.totals),
            sha256: self.new.sha256,
            replaced: self.replaced,
        })
    }
}

/// The columns of a list that no file of it holds, because they reach people by another channel than the one that it serves. Labels and cards
/// have columns of their own.
pub fn withheld(query: &ListQuery) -> Vec<ListField> {
    query.columns.iter().copied().filter(|field| !reach::suits(*field, query.contact)).collect()
}

/// Writes a list.
///
/// # Errors
/// `ExportPurposeMissing`, `NameTooLong`, `LabelsNotPostal`, `LabelBeyondSheet`, `ExportTooLong` (more than a printed list or a sheet can hold), `ExportCancelled`; those of
/// the list; `FileExists`, `FileMissing` (no such folder), `ReadOnly`, `DiskFull`. Nothing is left behind then.
pub(crate) fn write(
    reader: &Reader,
    order: &ExportOrder,
    issuer: &Issuer,
    telling: &mut Telling<'_>,
) -> Result<WrittenExport> {
    let mut order = order.clone().checked()?;
    let (contact, for_labels) = (order.query.contact, matches!(order.form, ExportForm::Labels { .. }));
    match order.form {
        ExportForm::Labels { .. } => order.query.columns = labels::columns(),
        ExportForm::Vcard => order.query.columns = vcard::columns_for(contact),
        _ => order.query.columns.retain(|field| reach::suits(*field, contact)),
    }
    let asked = reader.rows().indicators()?;
    let most = match order.form {
        ExportForm::Pdf | ExportForm::Labels { .. } => PRINTED_MAX,
        ExportForm::Xlsx => xlsx::ROWS_MAX,
        _ => u64::MAX,
    };
    // Before the writer, so that on failure the file is closed before it is removed.
    let (destination, file) = Destination::begin(&order.path)?;
    let mut writer = writer(file, &destination, &order, &asked, issuer)?;
    let mut held = Held::default();
    let (mut kept, mut without_address) = (0, 0);
    let mut totals = each(reader, &order.query, issuer.at, telling, &mut |item| {
        if let ListItem::Kept(line) = item {
            if for_labels && !labels::has_address(&line) {
                without_address += 1;
                return Ok(());
            }
            kept += 1;
            if kept > most {
                return Err(Error::ExportTooLong(most));
            }
            writer.add(&line)?;
            held.add(line.client);
        }
        Ok(())
    })?;
    totals.leave_out(Reason::NoAddress, without_address);
    let Finished { file, replaced } = writer.finish(&totals, &|| telling.check())?;
    telling.check()?;
    let sha256 = destination.seal(file)?;
    telling.check()?;
    let new = NewExport {
        purpose: order.purpose,
        recipient: order.recipient,
        contact: order.query.contact,
        format: order.form.format(),
        file_name: destination.file_name(),
        query: Exported::List(order.query),
        kept: totals.kept,
        excluded: totals.excluded(),
        sha256,
        held,
    };
    Ok(WrittenExport { destination, new, totals, replaced })
}

type File = std::io::BufWriter<std::fs::File>;

fn writer(
    file: File,
    destination: &Destination,
    order: &ExportOrder,
    asked: &[Indicator],
    issuer: &Issuer,
) -> Result<Box<dyn ListWriter>> {
    let (contact, language) = (order.query.contact, order.language);
    let columns = Columns::of(&order.query, asked, language);
    Ok(match order.form {
        ExportForm::Csv { encoding } => {
            Box::new(SeparatedTable::begin(file, columns, &notice::of_text(contact, language), encoding)?)
        }
        ExportForm::Xlsx => Box::new(Sheet::begin(file, destination.folder(), columns, contact, &order.title)?),
        ExportForm::Pdf => Box::new(Pages::begin(file, columns, order, asked, issuer)),
        ExportForm::Labels { sheet, start } => {
            let facts = (order.title.as_str(), issuer.shop.as_str(), issuer.at);
            Box::new(LabelPages::begin(file, (sheet, start), contact, language, facts))
        }
        ExportForm::Vcard => Box::new(Cards::begin(file, &issuer.file_id, contact, language)),
        ExportForm::Jsonl => Box::new(JsonLines::begin(file, &columns, contact, issuer.at)?),
    })
}

/// Writes the table of those who are left out of a list. It may not be used for prospecting, and is registered as such: with those who
/// are in it, whom the list does not have.
///
/// # Errors
/// As [`write()`].
pub(crate) fn write_excluded(
    reader: &Reader,
    order: &ExcludedOrder,
    issuer: &Issuer,
    telling: &mut Telling<'_>,
) -> Result<WrittenExport> {
    let mut order = order.clone().checked()?;
    order.query.columns = excluded::columns();
    if order.query.contact.is_none() {
        only_restricted(&mut order.query);
    }
    let columns = Columns::of(&order.query, &reader.rows().indicators()?, order.language);
    let (destination, file) = Destination::begin(&order.path)?;
    let mut table = ExcludedTable::begin(file, columns)?;
    let mut held = Held::default();
    let mut written = 0;
    let totals = each(reader, &order.query, issuer.at, telling, &mut |item| {
        if let ListItem::Excluded { line, reasons } = item {
            table.add(&line, reasons)?;
            held.add(line.client);
            written += 1;
        }
        Ok(())
    })?;
    let Finished { file, replaced } = table.finish()?;
    telling.check()?;
    let new = NewExport {
        purpose: order.purpose,
        recipient: order.recipient,
        contact: None,
        format: ExportForm::Csv { encoding: CsvEncoding::Utf8 }.format(),
        file_name: destination.file_name(),
        query: Exported::List(order.query),
        kept: written,
        excluded: 0,
        sha256: destination.seal(file)?,
        held,
    };
    Ok(WrittenExport { destination, new, totals, replaced })
}

/// Where nobody judges a list, those whose data are restricted are left out, and the register says that they alone are meant.
fn only_restricted(query: &mut ListQuery) {
    if query.any && query.conditions.len() > 1 {
        return;
    }
    query.any = false;
    query.conditions.push(Condition { field: ListField::RestrictedAt, operator: Operator::Filled, values: Vec::new() });
}

/// Goes through a list, telling how far it is.
fn each(
    reader: &Reader,
    query: &ListQuery,
    at: i64,
    telling: &mut Telling<'_>,
    take: &mut dyn FnMut(ListItem) -> Result<()>,
) -> Result<ListTotals> {
    // How many a filter finds is known to whoever looked at the list; here it would cost going through it twice.
    let total = if query.conditions.is_empty() {
        let counts = reader.rows().counts()?;
        counts.clients - if query.include_inactive { 0 } else { counts.inactive }
    } else {
        0
    };
    telling.begin(u64::try_from(total).unwrap_or(0));
    let gone_through = reader.each_of_list(query, at, &mut |item| {
        telling.step()?;
        take(item)
    });
    telling.told(gone_through)
}
