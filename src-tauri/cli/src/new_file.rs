//! Writing a file that was not there: whole, or not at all. Nothing is ever overwritten.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use ecrin_core::Error;

use crate::Refusal;

/// Fills a new file with what `write` gives it.
pub(crate) fn write<T>(
    path: &Path,
    write: impl FnOnce(&mut BufWriter<File>) -> Result<T, Refusal>,
) -> Result<T, Refusal> {
    let named = |error: std::io::Error| Refusal::Named(path.to_owned(), error.into());
    let mut file = BufWriter::new(File::create_new(path).map_err(named)?);
    let written = write(&mut file).map_err(|refusal| match refusal {
        // What could not be written is this file, not our answer.
        Refusal::Output(kind) => Refusal::Named(path.to_owned(), Error::from(std::io::Error::from(kind))),
        other => other,
    });
    let kept = written.and_then(|value| {
        file.flush().and_then(|()| file.get_ref().sync_all()).map_err(named)?;
        Ok(value)
    });
    if kept.is_err() {
        let _ = fs::remove_file(path);
    }
    kept
}
