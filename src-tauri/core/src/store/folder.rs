//! The folder of a shop file: names that last, and names that are given once.

use std::fs;
use std::path::{Path, PathBuf};

use super::connection::beside;
use super::header::{self, Header};
use crate::files::synchronise_names;
use crate::{Error, Result};

/// Begins a file under a name that says that it is not finished, beside the name that it will have. One that a kill left
/// behind, or that another program is making, is left alone.
///
/// # Errors
/// `FileExists` if the final name is taken, and what creating a file may say.
pub(super) fn begin(path: &Path, header: &Header) -> Result<PathBuf> {
    let mut number = 1;
    loop {
        if path.symlink_metadata().is_ok() {
            return Err(Error::FileExists);
        }
        let suffix = if number == 1 { ".partiel".to_owned() } else { format!(".partiel{number}") };
        let partial = beside(path, &suffix);
        match header::create(&partial, header) {
            Err(Error::FileExists) => number += 1,
            made => return made.map(|()| partial),
        }
    }
}

/// Gives a finished and closed file its name, unless somebody took it meanwhile.
///
/// # Errors
/// `FileExists`, and what renaming may say.
pub(super) fn finish(partial: &Path, path: &Path) -> Result<()> {
    match fs::hard_link(partial, path) {
        // The file has its name; another name that is left over harms nobody.
        Ok(()) => drop(fs::remove_file(partial)),
        // Disks without links (USB sticks): between this look and the renaming another program could take the name.
        Err(_) if path.symlink_metadata().is_ok() => return Err(Error::FileExists),
        Err(_) => fs::rename(partial, path)?,
    }
    synchronise_names(path);
    Ok(())
}
