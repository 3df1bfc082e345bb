//! Where an export goes: beside its place until it is registered, then under its name.
//!
//! An unfinished file holds people's data. Nobody but its owner may read it, it is locked as long as it is written, and what a killed program
//! left behind, which nobody locks any more, is removed by the next export into the same folder.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{BufWriter, Read, Seek, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::files::place_numbered;
use crate::hex::hex;
use crate::{Error, Result};

/// What stands behind the name of an unfinished export, and of no other file; a number may follow.
const UNFINISHED: &str = ".export.partiel";

/// A file that is not yet under its name. Dropped before [`Destination::place`], it leaves nothing behind.
#[derive(Debug)]
pub(super) struct Destination {
    partial: PathBuf,
    wanted: PathBuf,
    /// Holds the lock. The same file as the one that is written: another handle could not read what Windows locks.
    file: File,
}

impl Destination {
    /// Begins a file under a name that says that it is not finished.
    ///
    /// # Errors
    /// `FileExists` if the wanted name is taken; `FileMissing` (no such folder), `ReadOnly`, `DiskFull`.
    pub(super) fn begin(wanted: &Path) -> Result<(Destination, BufWriter<File>)> {
        let name = wanted.file_name().ok_or(Error::FileMissing)?;
        if wanted.symlink_metadata().is_ok() {
            return Err(Error::FileExists);
        }
        remove_abandoned(folder_of(wanted));
        let mut number = 1;
        loop {
            let mut partial = name.to_owned();
            partial.push(UNFINISHED);
            if number > 1 {
                partial.push(number.to_string());
            }
            let partial = wanted.with_file_name(partial);
            match create(&partial) {
                Ok(Some(file)) => {
                    let written = BufWriter::with_capacity(1 << 16, file.try_clone()?);
                    return Ok((Destination { partial, wanted: wanted.to_owned(), file }, written));
                }
                Ok(None) | Err(Error::FileExists) if number < 1000 => number += 1,
                refused => return Err(refused.err().unwrap_or(Error::FileBusy)),
            }
        }
    }

    /// The folder of the file.
    pub(super) fn folder(&self) -> &Path {
        folder_of(&self.wanted)
    }

    /// The name wanted, without its folder.
    pub(super) fn file_name(&self) -> String {
        self.wanted.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// Sees the file onto the disk, and says what is there: SHA-256 of the bytes read back, 64 hexadecimal digits.
    ///
    /// # Errors
    /// `DiskFull` and other errors of writing and reading.
    pub(super) fn seal(&self, mut file: BufWriter<File>) -> Result<String> {
        file.flush()?;
        file.get_ref().sync_all()?;
        drop(file);
        let mut written = &self.file;
        written.rewind()?;
        let mut digest = Sha256::new();
        let mut room = vec![0; 1 << 16];
        loop {
            match written.read(&mut room)? {
                0 => break,
                count => digest.update(&room[..count]),
            }
        }
        Ok(hex(&digest.finalize()))
    }

    /// Gives the file its name, or the first free one beside it (`-2`, `-3` …) if somebody took it meanwhile, and says which.
    ///
    /// # Errors
    /// What moving a file may say; it is removed then.
    pub(super) fn place(mut self) -> Result<PathBuf> {
        let placed = place_numbered(&self.partial, &self.wanted)?;
        // Nothing of ours bears that name any more.
        self.partial.clear();
        Ok(placed)
    }
}

impl Drop for Destination {
    fn drop(&mut self) {
        // If it cannot be removed, a file with a telling name stays, until the next export.
        if !self.partial.as_os_str().is_empty() {
            let _ = fs::remove_file(&self.partial);
        }
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Makes a new file that its owner alone may read, and locks it; nothing where another program took it for abandoned before it was locked.
fn create(path: &Path) -> Result<Option<File>> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path)?;
    // Where the file system knows no locks, nobody can take it for abandoned either.
    let is_taken = matches!(file.try_lock(), Err(TryLockError::WouldBlock));
    Ok((!is_taken && is_there(&file, path)).then_some(file))
}

/// Whether the file is still the one under its name.
fn is_there(file: &File, path: &Path) -> bool {
    #[cfg(unix)]
    let same = |of_name: &fs::Metadata| {
        use std::os::unix::fs::MetadataExt;
        file.metadata().is_ok_and(|own| (own.dev(), own.ino()) == (of_name.dev(), of_name.ino()))
    };
    #[cfg(not(unix))]
    let same = |_: &fs::Metadata| file.metadata().is_ok();
    path.symlink_metadata().is_ok_and(|found| same(&found))
}

/// Removes the unfinished exports of a folder that nobody locks: what wrote them was killed. What cannot be removed stays.
fn remove_abandoned(folder: &Path) {
    let Ok(entries) = folder.read_dir() else { return };
    for entry in entries.flatten() {
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if is_file
            && is_unfinished(&entry.file_name())
            && let Ok(file) = OpenOptions::new().read(true).write(true).open(entry.path())
            && file.try_lock().is_ok()
        {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn is_unfinished(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    let bare = name.trim_end_matches(|character: char| character.is_ascii_digit());
    bare.len() > UNFINISHED.len() && bare.ends_with(UNFINISHED)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

    use super::*;

    #[test]
    fn what_a_killed_program_left_is_removed_and_what_is_being_written_stays() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["a.csv.export.partiel", "b.vcf.export.partiel7", "c.csv.partiel", ".export.partiel", "d.csv"] {
            fs::write(at(name), "DUPONT").unwrap();
        }
        let (writing, file) = Destination::begin(&at("e.csv")).unwrap();
        let (again, other) = Destination::begin(&at("e.csv")).unwrap();
        let mut left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(
            left,
            [".export.partiel", "c.csv.partiel", "d.csv", "e.csv.export.partiel", "e.csv.export.partiel2"],
            "two that are being written, and what is not ours"
        );
        drop((file, other));
        drop(again);
        assert_eq!(writing.place().unwrap(), at("e.csv"));
    }

    #[cfg(unix)]
    #[test]
    fn nobody_but_the_owner_may_read_an_unfinished_export() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let (writing, _file) = Destination::begin(&folder.path().join("a.csv")).unwrap();
        assert_eq!(fs::metadata(&writing.partial).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
