//! The file of rejected rows: the original columns in their order, then « Ligne » and « Motif ».
//!
//! It is made to be corrected in a spreadsheet and imported again: the two added columns are recognised and left out, cells
//! that a spreadsheet would run are inert (see [`super::inert`]) and come back as they were. It is written beside its place
//! and moved there when it is complete; no file is ever overwritten.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use super::mapping::Mapping;
use super::source::Source;
use super::{Rejected, inert};
use crate::files::place_numbered;
use crate::text::fold;
use crate::{Error, Result, spreadsheet};

/// What the name of the file gets.
const SUFFIX: &str = "-rejets";
/// Names that are tried before giving up.
const NAMES: u32 = 10_000;

/// The column « Ligne » of a file that this module wrote, by its column names; « Motif » is the next one.
pub(super) fn column_of(headers: &[String]) -> Option<usize> {
    (0..headers.len().saturating_sub(1))
        .rev()
        .find(|&column| fold(&headers[column]) == "ligne" && fold(&headers[column + 1]) == "motif")
}

/// Where the rejects of a source go if nobody says otherwise: beside it, as `clients-rejets.csv`, or, where nothing can be
/// written, beside the shop's own file.
pub(super) fn default_places(source: &Path, shop: &Path) -> Vec<PathBuf> {
    let beside = default_path(source);
    let name = beside.file_name().map(PathBuf::from).unwrap_or_default();
    vec![beside, shop.join(name)]
}

fn default_path(source: &Path) -> PathBuf {
    let stem = source.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let original = match stem.rfind(SUFFIX) {
        Some(at) if stem[at + SUFFIX.len()..].bytes().all(|byte| byte == b'-' || byte.is_ascii_digit()) => &stem[..at],
        _ => &stem,
    };
    source.with_file_name(format!("{original}{SUFFIX}.csv"))
}

/// A file of rejects being written. Dropped before [`RejectsFile::keep`], it leaves nothing behind.
pub(super) struct RejectsFile {
    temporary: PathBuf,
    wanted: PathBuf,
    writer: Option<csv::Writer<BufWriter<File>>>,
    columns: Vec<usize>,
    names: Vec<String>,
}

impl RejectsFile {
    /// Begins a file for the rows of a source, in the first of the places that can be written to.
    ///
    /// # Errors
    /// `ReadOnly`, `DiskFull`, `FileMissing` (its folder) and other errors of writing.
    pub(super) fn create(places: &[PathBuf], source: &Source, mapping: &Mapping) -> Result<RejectsFile> {
        let mut begun = Err(Error::FileMissing);
        for place in places {
            begun = RejectsFile::begin(place, source, mapping);
            if !matches!(begun, Err(Error::ReadOnly)) {
                break;
            }
        }
        begun
    }

    fn begin(wanted: &Path, source: &Source, mapping: &Mapping) -> Result<RejectsFile> {
        let (temporary, mut file) = temporary_beside(wanted)?;
        let started = file.write_all(spreadsheet::MARK.as_bytes());
        let writer = spreadsheet::format().flexible(true).from_writer(BufWriter::new(file));
        let columns = (0..source.headers.len()).filter(|&column| !source.is_added(column)).collect();
        let names = (0..source.headers.len()).map(|column| source.column_name(column)).collect();
        let mut rejects = RejectsFile { temporary, wanted: wanted.to_owned(), writer: Some(writer), columns, names };
        started?;
        rejects.write_header(source, mapping)?;
        Ok(rejects)
    }

    fn write_header(&mut self, source: &Source, mapping: &Mapping) -> Result<()> {
        let mut header: Vec<String> = Vec::with_capacity(self.columns.len() + 2);
        for &column in &self.columns {
            let name = &source.headers[column];
            header.push(match mapping.field(column) {
                Some(field) if !source.has_header => field.header().to_owned(),
                _ if !source.has_header => format!("Colonne {}", column + 1),
                _ => inert::make(name).into_owned(),
            });
        }
        header.push("Ligne".to_owned());
        header.push("Motif".to_owned());
        self.write(&header)
    }

    /// Adds a row, its cells as they stood in the file. Cells beyond the last column follow the reason.
    ///
    /// # Errors
    /// `DiskFull` and other errors of writing.
    pub(super) fn add(&mut self, rejected: &Rejected) -> Result<()> {
        let cell = |column: usize| rejected.cells.get(column).map_or("", String::as_str);
        let mut row: Vec<String> = self.columns.iter().map(|&column| inert::make(cell(column)).into_owned()).collect();
        row.push(rejected.line.to_string());
        let mut sentences: Vec<String> = Vec::new();
        for reason in &rejected.reasons {
            let sentence = reason.sentence(|column| self.names.get(column).cloned().unwrap_or_default());
            if !sentences.contains(&sentence) {
                sentences.push(sentence);
            }
        }
        row.push(sentences.join(" "));
        row.extend(rejected.cells.iter().skip(self.names.len()).map(|cell| inert::make(cell).into_owned()));
        self.write(&row)
    }

    fn write(&mut self, row: &[String]) -> Result<()> {
        let writer = self.writer.as_mut().ok_or(Error::Io(std::io::ErrorKind::Other))?;
        Ok(writer.write_record(row).map_err(spreadsheet::failure)?)
    }

    /// Makes the file durable and moves it to its place, or to the first free name beside it (`-2`, `-3` …).
    ///
    /// # Errors
    /// `DiskFull`, `ReadOnly` and other errors of writing; nothing is left behind then.
    pub(super) fn keep(mut self) -> Result<PathBuf> {
        let writer = self.writer.take().ok_or(Error::Io(std::io::ErrorKind::Other))?;
        let buffered = spreadsheet::finish(writer)?;
        let file = buffered.into_inner().map_err(|error| Error::from(error.into_error()))?;
        file.sync_all()?;
        Ok(place_numbered(&self.temporary, &self.wanted)?)
    }
}

impl Drop for RejectsFile {
    fn drop(&mut self) {
        drop(self.writer.take());
        // After `keep` it is gone already. If it cannot be removed, a file with a telling name stays: nothing is lost.
        let _ = std::fs::remove_file(&self.temporary);
    }
}

/// How such a file is opened: nobody else may read it where the system knows owners.
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// A file to write into until the rejects are complete. It is locked, so that what an interrupted import left behind is told
/// from what another one is writing, and is written over: it holds people's data and should not lie about.
fn temporary_beside(wanted: &Path) -> Result<(PathBuf, File)> {
    let name = wanted.file_name().ok_or(Error::FileMissing)?.to_string_lossy().into_owned();
    for number in 1..NAMES {
        let path = wanted.with_file_name(format!(".{name}.{number}.part"));
        let file = private().open(&path)?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => {}
            // Where files cannot be locked, the name is taken on trust.
            Ok(()) | Err(TryLockError::Error(_)) => {
                file.set_len(0)?;
                return Ok((path, file));
            }
        }
    }
    Err(Error::FileExists)
}
