//! A new shop file beside the name that it will have.

use std::path::{Path, PathBuf};

use super::connection::beside;
use super::header::{self, Header};
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
