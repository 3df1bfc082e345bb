//! Mails as files: what works out of the box, without any server.
//!
//! A file that bears its name is whole: it is written under another one, synchronised, and renamed. No file is ever overwritten.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Local};

/// Names that are tried before giving up.
const NAMES: u32 = 1000;

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
        let partial = self.path.join(format!(".{stem}.{}.partiel", std::process::id()));
        let written = whole(&partial, mail).and_then(|()| self.name(&partial, &stem));
        if written.is_err() {
            let _ = fs::remove_file(&partial);
        }
        let name = written?;
        synchronise_names(&self.path);
        Ok(name)
    }

    /// Whether a mail could be written; leaves nothing behind.
    ///
    /// # Errors
    /// What writing may say.
    pub(super) fn try_writing(&self) -> io::Result<()> {
        self.make()?;
        let path = self.path.join(format!(".essai.{}.partiel", std::process::id()));
        let tried = whole(&path, b"essai");
        let _ = fs::remove_file(&path);
        tried
    }

    /// Makes the folder, but none above it: a stick that is not plugged in must not be made up.
    fn make(&self) -> io::Result<()> {
        if self.path.is_dir() { Ok(()) } else { fs::create_dir(&self.path) }
    }

    /// Gives a whole file the first name that is free.
    fn name(&self, partial: &Path, stem: &str) -> io::Result<String> {
        for number in 1..NAMES {
            let name = if number == 1 { format!("{stem}.eml") } else { format!("{stem}-{number}.eml") };
            match place(partial, &self.path.join(&name)) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                placed => return placed.map(|()| name),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }
}

fn whole(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).open(path)?;
    file.write_all(content)?;
    file.sync_all()
}

/// Moves a file to a name that must be free, without a moment in which another file could be overwritten.
fn place(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        // The file has its name; another name that is left over harms nobody.
        Ok(()) => {
            let _ = fs::remove_file(from);
            Ok(())
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        // No hard links on this medium (exFAT): the name is taken first, then filled.
        Err(_) => {
            drop(OpenOptions::new().write(true).create_new(true).open(to)?);
            fs::rename(from, to).inspect_err(|_| {
                let _ = fs::remove_file(to);
            })
        }
    }
}

/// Makes names last through a power cut, where the system tells names and content apart; a file system that knows nothing of it says so,
/// which says nothing about the file.
pub(in crate::messages) fn synchronise_names(folder: &Path) {
    if cfg!(unix) {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}
