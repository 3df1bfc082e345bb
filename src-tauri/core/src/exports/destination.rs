//! Where an export goes: beside its place until it is registered, then under its name.

use std::fs::{self, File};
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::files::{place_numbered, synchronise_names};
use crate::hex::hex;
use crate::{Error, Result};

/// A file that is not yet under its name. Dropped before [`Destination::place`], it leaves nothing behind.
#[derive(Debug)]
pub(super) struct Destination {
    partial: PathBuf,
    wanted: PathBuf,
}

impl Destination {
    /// Begins a file under a name that says that it is not finished. One that a kill left behind, or that another program is making, is
    /// left alone.
    ///
    /// # Errors
    /// `FileExists` if the wanted name is taken; `FileMissing` (no such folder), `ReadOnly`, `DiskFull`.
    pub(super) fn begin(wanted: &Path) -> Result<(Destination, BufWriter<File>)> {
        let name = wanted.file_name().ok_or(Error::FileMissing)?;
        if wanted.symlink_metadata().is_ok() {
            return Err(Error::FileExists);
        }
        let mut number = 1;
        loop {
            let mut partial = name.to_owned();
            partial.push(if number == 1 { ".partiel".to_owned() } else { format!(".partiel{number}") });
            let partial = wanted.with_file_name(partial);
            match File::create_new(&partial).map_err(Error::from) {
                Err(Error::FileExists) if number < 1000 => number += 1,
                made => {
                    let file = BufWriter::with_capacity(1 << 16, made?);
                    return Ok((Destination { partial, wanted: wanted.to_owned() }, file));
                }
            }
        }
    }

    /// The folder of the file.
    pub(super) fn folder(&self) -> &Path {
        self.wanted.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
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
        let mut written = File::open(&self.partial)?;
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
        synchronise_names(&placed);
        Ok(placed)
    }
}

impl Drop for Destination {
    fn drop(&mut self) {
        // If it cannot be removed, a file with a telling name stays.
        if !self.partial.as_os_str().is_empty() {
            let _ = fs::remove_file(&self.partial);
        }
    }
}
