//! Files that take a name which is free once they are whole, and names that last.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// Names that are tried before giving up.
const NAMES: u32 = 10_000;

/// Writes a new file: under a name that says that it is not finished, onto the disk, and then under its own.
///
/// # Errors
/// `AlreadyExists` if the name is taken, and what writing may say; nothing is left behind then. Only a kill leaves the unfinished one.
pub(crate) fn write_new(wanted: &Path, content: &[u8]) -> io::Result<()> {
    if wanted.symlink_metadata().is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    write_then(wanted, content, |partial| place(partial, wanted))
}

/// Writes a new file as [`write_new`] does, under the name wanted or the first free one beside it, and says which.
///
/// # Errors
/// As [`write_new`] and [`place_numbered`].
pub(crate) fn write_numbered(wanted: &Path, content: &[u8]) -> io::Result<PathBuf> {
    write_then(wanted, content, |partial| place_numbered(partial, wanted))
}

/// Writes an unfinished file beside the name wanted, sees it onto the disk, and hands it to `finish`.
fn write_then<T>(wanted: &Path, content: &[u8], finish: impl FnOnce(&Path) -> io::Result<T>) -> io::Result<T> {
    /// Two files may be written at once.
    static WRITTEN: AtomicU32 = AtomicU32::new(0);
    let number = WRITTEN.fetch_add(1, Ordering::Relaxed);
    let partial = wanted.with_file_name(format!(".ecrin-{}-{number}.partiel", std::process::id()));
    let write = || {
        let mut file = OpenOptions::new().write(true).create(true).truncate(true).open(&partial)?;
        file.write_all(content)?;
        file.sync_all()
    };
    let finished = write().and_then(|()| finish(&partial));
    if finished.is_err() {
        // It is ours, and half of it helps nobody.
        let _ = fs::remove_file(&partial);
    }
    finished
}

/// Moves a whole file to the name wanted, or to the first free one beside it (`-2`, `-3` …), and says which.
///
/// # Errors
/// `AlreadyExists` where ten thousand are taken, and what moving may say; the file is then where it was.
pub(crate) fn place_numbered(from: &Path, wanted: &Path) -> io::Result<PathBuf> {
    for number in 1..NAMES {
        let candidate = numbered(wanted, number);
        match place(from, &candidate) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            placed => return placed.map(|()| candidate),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

fn numbered(path: &Path, number: u32) -> PathBuf {
    if number == 1 {
        return path.to_owned();
    }
    let stem = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let extension = path.extension().map_or_else(String::new, |extension| format!(".{}", extension.to_string_lossy()));
    path.with_file_name(format!("{stem}-{number}{extension}"))
}

/// Moves a whole file to a name that must be free, without a moment in which another file could be overwritten, and makes the name last.
///
/// # Errors
/// `AlreadyExists`, and what moving may say; the file is then where it was.
pub(crate) fn place(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        // The file has its name; another name that is left over harms nobody.
        Ok(()) => drop(fs::remove_file(from)),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(error),
        // No hard links on this medium (exFAT): the name is taken first, then filled.
        Err(_) => {
            drop(OpenOptions::new().write(true).create_new(true).open(to)?);
            fs::rename(from, to).inspect_err(|_| {
                let _ = fs::remove_file(to);
            })?;
        }
    }
    synchronise_names(to);
    Ok(())
}

/// Makes the name of a file last through a power cut, where the system tells names and content apart. A file system that
/// knows nothing of it answers with an error, which says nothing about the file: SQLite does not heed it either.
pub(crate) fn synchronise_names(path: &Path) {
    if cfg!(unix) {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}
