//! Importing a file into the shop: one transaction, all or nothing.
//!
//! A second thread reads, checks and folds the rows while this one writes them. Rejected rows go to a file that takes its
//! place just before the transaction is committed, and is taken back if that fails. Stopping it, an error or a power cut
//! before the commit leave the shop as it was.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::{Duration, Instant};

use super::consents::recording::{Asked, Place};
use super::duplicates::Keys;
use super::holdings::Offers;
use super::mapping::Mapping;
use super::notes::{NoteCode, Notes};
use super::read_client::ReadingRules;
use super::rejects::{self, RejectsFile};
use super::source::Source;
use super::taking::{Counted, Lot, Taking};
use super::{
    ImportPhase, ImportProgress, ImportReasonCount, ImportReport, ImportRequest, RejectCode, Row, read_client,
};
use crate::documents::day_of;
use crate::journal::Operation;
use crate::shop::Shop;
use crate::store::ImportCounts;
use crate::{Error, Result};

/// Rows handed over at once, and how many such lots may wait.
const LOT: usize = 256;
const WAITING: usize = 4;
/// How often progress is told.
const TELLING: Duration = Duration::from_millis(50);

/// Imports a file. `progress` is told at most every 50 ms; setting `cancel` stops it, also from another thread, and the
/// report then says so.
///
/// # Errors
/// Those of opening the file; `ImportColumnTwice`, `ImportNoNameColumn`; those of writing the file of rejects (`ReadOnly`,
/// `DiskFull` …) and the shop. Nothing is imported then.
pub fn run(
    shop: &mut Shop,
    request: &ImportRequest,
    progress: &mut dyn FnMut(ImportProgress),
    cancel: &AtomicBool,
) -> Result<ImportReport> {
    let started = Instant::now();
    let report = match import(shop, request, progress, cancel) {
        Err(Error::ImportCancelled) => {
            ImportReport { cancelled: true, ..Tally::default().report(Counted::default(), None) }
        }
        done => done?,
    };
    let elapsed_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    tracing::info!(rows = report.rows, imported = report.imported, rejected = report.rejected, elapsed_ms, "import");
    Ok(ImportReport { elapsed_ms, ..report })
}

fn import(
    shop: &mut Shop,
    request: &ImportRequest,
    progress: &mut dyn FnMut(ImportProgress),
    cancel: &AtomicBool,
) -> Result<ImportReport> {
    progress(ImportProgress { phase: ImportPhase::Reading, done: 0, total: 0 });
    let source = Source::open(Path::new(&request.path), &request.options)?;
    let mapping = Mapping::new(&source, &request.mapping)?;
    let total = source.count(cancel)?;
    let places = match &request.rejects_path {
        Some(path) => vec![PathBuf::from(path)],
        None if request.dry_run => Vec::new(),
        None => rejects::default_places(&source.path, &shop.folder()),
    };
    let now = shop.now();
    let today = day_of(now);
    let preparation = Preparation { source: &source, mapping: &mapping, places: &places, now, cancel };
    let mut telling = Telling { progress, last: Instant::now(), total };
    if request.dry_run {
        let rows = shop.store().rows();
        let (asked, offers) = (Asked::of_shop(rows)?, Offers::of_shop(rows, today)?);
        let mut taking = Taking::new(rows, &asked, &mapping, today, None)?;
        let mut prepared = preparation.run(&offers, &mut telling, |lot| taking.take(lot))?;
        let (counted, notes) = taking.finish()?;
        prepared.tally.notes.merge(notes);
        let kept = prepared.rejects.map(RejectsFile::keep).transpose()?;
        return Ok(prepared.tally.report(counted, kept));
    }
    let mut kept = None;
    let written = shop.transact(Operation::Import, |tx| {
        let import = tx.begin_import(&source.file_name())?;
        let (asked, offers) = (Asked::of_shop(tx.rows())?, Offers::of_shop(tx.rows(), today)?);
        let mut taking = Taking::new(tx.rows(), &asked, &mapping, today, Some(Place { tx, import }))?;
        let mut prepared = preparation.run(&offers, &mut telling, |lot| taking.take(lot))?;
        telling.tell(ImportPhase::Finishing, total);
        let (counted, notes) = taking.finish()?;
        prepared.tally.notes.merge(notes);
        tx.finish_import(import, counts(&prepared.tally, counted))?;
        kept = prepared.rejects.map(RejectsFile::keep).transpose()?;
        Ok((prepared.tally, counted))
    });
    match written {
        Ok(outcome) => {
            let (tally, counted) = outcome.value;
            Ok(tally.report(counted, kept))
        }
        Err(error) => {
            if let Some(path) = kept {
                // The commit failed: a file of rejects of an import that did not happen would mislead.
                let _ = std::fs::remove_file(path);
            }
            Err(error)
        }
    }
}

fn counts(tally: &Tally, counted: Counted) -> ImportCounts {
    ImportCounts {
        rows: tally.rows,
        imported: counted.imported,
        rejected: tally.rejected,
        duplicates_suspected: counted.duplicates,
        inactive: counted.inactive,
    }
}

/// What the reading counted.
#[derive(Default)]
struct Tally {
    rows: u64,
    rejected: u64,
    reasons: HashMap<RejectCode, u64>,
    notes: Notes,
}

impl Tally {
    fn report(&self, counted: Counted, rejects: Option<PathBuf>) -> ImportReport {
        let mut reasons: Vec<_> = self
            .reasons
            .iter()
            .map(|(code, &count)| ImportReasonCount { code: code.code().to_owned(), count })
            .collect();
        reasons.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.code.cmp(&b.code)));
        ImportReport {
            rows: self.rows,
            imported: counted.imported,
            rejected: self.rejected,
            duplicates_suspected: counted.duplicates,
            consents: counted.consents,
            rejects_path: rejects.map(|path| path.to_string_lossy().into_owned()),
            cancelled: false,
            elapsed_ms: 0,
            reasons,
            notes: self.notes.list(),
        }
    }
}

/// The end of the reading.
struct Prepared {
    tally: Tally,
    rejects: Option<RejectsFile>,
}

/// The reading of a file, on its own thread.
#[derive(Clone, Copy)]
struct Preparation<'a> {
    source: &'a Source,
    mapping: &'a Mapping,
    /// Where the file of rejects may be written, the first choice first; none is written if there is none.
    places: &'a [PathBuf],
    /// UTC milliseconds.
    now: i64,
    cancel: &'a AtomicBool,
}

impl Preparation<'_> {
    /// Reads the whole file, and passes it on lot by lot.
    fn run(
        self,
        offers: &Offers,
        telling: &mut Telling<'_>,
        mut take: impl FnMut(Lot) -> Result<()>,
    ) -> Result<Prepared> {
        std::thread::scope(|scope| {
            let (sender, receiver) = sync_channel(WAITING);
            let reading = scope.spawn(move || self.prepare(offers, &sender));
            // The receiver is dropped at the end of `drain`, so that after an error here the other thread stops too.
            let drained = drain(receiver, self.cancel, telling, &mut take);
            let prepared = reading.join().map_err(|_| Error::Io(std::io::ErrorKind::Other))?;
            drained?;
            prepared
        })
    }

    fn prepare(self, offers: &Offers, sender: &SyncSender<Lot>) -> Result<Prepared> {
        let rules = ReadingRules { mapping: self.mapping, offers, now: self.now };
        let mut tally = Tally::default();
        let mut rejects = None;
        let mut lot = Lot::default();
        for &line in &self.source.titles {
            tally.notes.add(NoteCode::LinesBeforeHeader, line);
        }
        tally.notes.add_count(NoteCode::RefusalColumns, self.mapping.refusals.count());
        let ignored = self.source.ignored(|column| self.mapping.field(column).is_some());
        tally.notes.add_count(NoteCode::ColumnsIgnored, ignored);
        for record in self.source.records() {
            if record.is_blank() {
                tally.notes.add(NoteCode::BlankRow, record.line);
                continue;
            }
            tally.rows += 1;
            match read_client::read(&record, rules, &mut tally.notes) {
                Row::Client(client) => {
                    let keys = Keys::of(&client.input);
                    lot.clients.push((client, keys));
                }
                Row::Rejected(rejected) => {
                    tally.rejected += 1;
                    let mut codes: Vec<RejectCode> = Vec::new();
                    for reason in &rejected.reasons {
                        if !codes.contains(&reason.code) {
                            codes.push(reason.code);
                            *tally.reasons.entry(reason.code).or_default() += 1;
                        }
                    }
                    if !self.places.is_empty() {
                        let file = match &mut rejects {
                            Some(file) => file,
                            None => rejects.insert(RejectsFile::create(self.places, self.source, self.mapping)?),
                        };
                        file.add(&rejected)?;
                    }
                }
            }
            lot.done = tally.rows;
            if lot.clients.len() >= LOT || tally.rows.is_multiple_of(LOT as u64) {
                let full = std::mem::take(&mut lot);
                if self.cancel.load(Ordering::Relaxed) || sender.send(full).is_err() {
                    return Err(Error::ImportCancelled);
                }
            }
        }
        // Nobody listens only after an error on the other side, which is the one to report.
        let _ = sender.send(lot);
        Ok(Prepared { tally, rejects })
    }
}

#[allow(clippy::needless_pass_by_value, reason = "dropping the receiver here is what stops the sender")]
fn drain(
    receiver: Receiver<Lot>,
    cancel: &AtomicBool,
    telling: &mut Telling<'_>,
    take: &mut impl FnMut(Lot) -> Result<()>,
) -> Result<()> {
    for lot in &receiver {
        if cancel.load(Ordering::Relaxed) {
            return Err(Error::ImportCancelled);
        }
        let done = lot.done;
        take(lot)?;
        if telling.last.elapsed() >= TELLING {
            telling.tell(ImportPhase::Writing, done);
        }
    }
    if cancel.load(Ordering::Relaxed) { Err(Error::ImportCancelled) } else { Ok(()) }
}

/// Who wants to hear how far the import is.
struct Telling<'a> {
    progress: &'a mut dyn FnMut(ImportProgress),
    last: Instant,
    total: u64,
}

impl Telling<'_> {
    fn tell(&mut self, phase: ImportPhase, done: u64) {
        self.last = Instant::now();
        (self.progress)(ImportProgress { phase, done, total: self.total });
    }
}
