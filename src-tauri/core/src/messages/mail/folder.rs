//! Mails as files: what works out of the box, without any server.
//!
//! A file that bears its name is whole: it is written under another one, synchronised, and renamed. No file is ever overwritten.

use std::path::PathBuf;
use std::{fs, io};

use chrono::{DateTime, Local};

use crate::files::write_numbered;

/// A folder of `.eml` files.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
}

impl Folder {
    pub(super) fn new(path: &str) -> Folder {
        Folder { path: PathBuf::from(path) }
    }

    /// Writes a mail and returns the name of its file: the time and the number of the message.
    ///
    /// # Errors
    /// What writing may say; nothing is left behind then.
    pub(super) fn write(&self, mail: &[u8], id: i64, at: DateTime<Local>) -> io::Result<String> {
        self.make()?;
        let stem = format!("{}_{id}", at.format("%Y-%m-%d_%H-%M-%S"));
        let path = write_numbered(&self.path.join(format!("{stem}.eml")), mail)?;
        Ok(path.file_name().unwrap_or_default().to_string_lossy().into_owned())
    }

    /// Whether a mail could be written; leaves nothing behind.
    ///
    /// # Errors
    /// What writing may say.
    pub(super) fn try_writing(&self) -> io::Result<()> {
        self.make()?;
        let path = self.path.join(format!(".essai.{}.partiel", std::process::id()));
        let tried = write_numbered(&path, b"essai")?;
        let _ = fs::remove_file(tried);
        Ok(())
    }

    /// Makes the folder, but none above it: a stick that is not plugged in must not be made up.
    fn make(&self) -> io::Result<()> {
        if self.path.is_dir() { Ok(()) } else { fs::create_dir(&self.path) }
    }
}
