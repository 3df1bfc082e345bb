//! The first 8 KiB of a shop file: its identity and its wrapped keys, in clear.
//!
//! Two copies of 4 KiB, each with a sequence number and a SHA-256. Writing replaces the older copy, so that a power cut
//! in the middle leaves the other one whole. Nothing in it tells anything about the shop or its clients.

use std::fs::{File, TryLockError};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::keys::WrappedKey;
use crate::{Error, Result};

/// Length of the header in bytes; the database begins here.
pub(super) const HEADER_LEN: usize = 2 * COPY_LEN;
/// The newest header layout that this program reads.
pub(crate) const FORMAT: u32 = 1;

const COPY_LEN: usize = 4096;
/// Not text, so that no editor takes the file for its own, and damaged by any transfer that rewrites line ends.
const MAGIC: [u8; 8] = *b"\x89ECRIN\r\n";
/// magic, format, sequence, length of the JSON, SHA-256 of all that and the JSON
const FIXED: usize = 8 + 4 + 8 + 4;
const DIGEST: usize = 32;

/// What the header says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Header {
    /// Random, given at creation, kept by copies and backups: names the key in the system's credential store.
    pub(crate) file_id: String,
    /// Whether the passphrase is the public one of the demonstration.
    pub(crate) demonstration: bool,
    /// The file's key, wrapped once for each way of opening it.
    pub(crate) keys: Vec<WrappedKey>,
}

/// The header of an open file, by one handle for as long as the file is open.
///
/// POSIX (fcntl): when a process closes any handle of a file, it gives up all the locks that it has on the file, those of SQLite's own
/// handle too. Without them another program that closes the file folds and removes the log in which this one writes. So this handle must be
/// opened before SQLite's, and closed after it.
#[derive(Debug)]
pub(crate) struct HeaderFile(File);

impl HeaderFile {
    /// Opens a file, to be read at least: one that may not be written is told so when something is to be written.
    ///
    /// # Errors
    /// `FileBusy` if another program locked it, and what opening may say.
    pub(crate) fn open(path: &Path) -> Result<HeaderFile> {
        let file = File::options().read(true).write(true).open(path).or_else(|_| File::open(path))?;
        // SQLite does not see this kind of lock, which scripts and synchronisers use. (On Windows it is the kind that SQLite uses.)
        if cfg!(unix) {
            if matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)) {
                return Err(Error::FileBusy);
            }
            let _ = file.unlock();
        }
        Ok(HeaderFile(file))
    }

    /// Reads the header.
    ///
    /// # Errors
    /// `NotEcrin` if the file does not begin like one, `FileNewer` if a later version wrote it, `FileCorrupt` if both copies are
    /// damaged, and what reading may say.
    pub(crate) fn read(&self) -> Result<Header> {
        newest(&self.bytes()?).map(|(_, header)| header)
    }

    /// Replaces the header.
    ///
    /// # Errors
    /// As [`HeaderFile::read`], and what writing may say.
    pub(crate) fn replace(&self, header: &Header) -> Result<()> {
        let (newest, _) = newest(&self.bytes()?)?;
        let mut file = &self.0;
        // Odd sequences live in the first copy, even ones in the second: the newest is never the one written over.
        file.seek(SeekFrom::Start(if newest % 2 == 0 { 0 } else { COPY_LEN as u64 }))?;
        file.write_all(&encode(header, newest + 1)?)?;
        file.sync_all()?;
        Ok(())
    }

    fn bytes(&self) -> Result<Vec<u8>> {
        let mut bytes = Vec::with_capacity(HEADER_LEN);
        let mut file = &self.0;
        file.seek(SeekFrom::Start(0))?;
        file.take(HEADER_LEN as u64).read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

/// Reads the header of a file that this process has not open.
///
/// # Errors
/// As [`HeaderFile::open`] and [`HeaderFile::read`].
pub(crate) fn read(path: &Path) -> Result<Header> {
    HeaderFile::open(path)?.read()
}

/// Creates the file with its header. Nothing is overwritten, and a failure leaves nothing behind.
///
/// # Errors
/// `FileExists`, `ReadOnly`, `DiskFull`, `FileMissing` (no such folder).
pub(crate) fn create(path: &Path, header: &Header) -> Result<()> {
    let mut file = File::options().write(true).create_new(true).open(path)?;
    let written = (|| {
        file.write_all(&encode(header, 1)?)?;
        file.write_all(&encode(header, 2)?)?;
        file.sync_all()?;
        Ok(())
    })();
    if written.is_err() {
        let _ = std::fs::remove_file(path);
    }
    written
}

fn newest(bytes: &[u8]) -> Result<(u64, Header)> {
    if bytes.len() < MAGIC.len() || !bytes.chunks(COPY_LEN).any(|copy| copy.starts_with(&MAGIC)) {
        return Err(Error::NotEcrin);
    }
    let copies: Vec<_> = bytes.chunks(COPY_LEN).map(decode).collect();
    let best = copies.iter().flatten().max_by_key(|(sequence, _)| *sequence).cloned();
    match best {
        Some(found) => Ok(found),
        None => Err(copies.into_iter().find_map(Result::err).unwrap_or(Error::FileCorrupt)),
    }
}

fn decode(copy: &[u8]) -> Result<(u64, Header)> {
    if copy.len() < FIXED + DIGEST || copy[..8] != MAGIC {
        return Err(Error::FileCorrupt);
    }
    let number = |at: usize| u32::from_le_bytes([copy[at], copy[at + 1], copy[at + 2], copy[at + 3]]);
    let format = number(8);
    if format > FORMAT {
        return Err(Error::FileNewer { found: format, supported: FORMAT });
    }
    let sequence = u64::from(number(12)) | (u64::from(number(16)) << 32);
    let end = FIXED + number(20) as usize;
    if end + DIGEST > copy.len() || Sha256::digest(&copy[..end])[..] != copy[end..end + DIGEST] {
        return Err(Error::FileCorrupt);
    }
    let header = serde_json::from_slice(&copy[FIXED..end]).map_err(|_| Error::FileCorrupt)?;
    Ok((sequence, header))
}

fn encode(header: &Header, sequence: u64) -> Result<Vec<u8>> {
    let json = serde_json::to_vec(header).map_err(|_| Error::FileCorrupt)?;
    let mut copy = Vec::with_capacity(COPY_LEN);
    copy.extend_from_slice(&MAGIC);
    copy.extend_from_slice(&FORMAT.to_le_bytes());
    copy.extend_from_slice(&sequence.to_le_bytes());
    copy.extend_from_slice(&u32::try_from(json.len()).map_err(|_| Error::FileCorrupt)?.to_le_bytes());
    copy.extend_from_slice(&json);
    copy.extend_from_slice(&Sha256::digest(&copy));
    if copy.len() > COPY_LEN {
        return Err(Error::Database("the key header is full".into()));
    }
    copy.resize(COPY_LEN, 0);
    Ok(copy)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(id: &str) -> Header {
        Header { file_id: id.into(), demonstration: false, keys: Vec::new() }
    }

    #[test]
    fn a_cut_while_writing_one_copy_leaves_the_other() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("boutique.ecrin");
        create(&path, &header("one")).unwrap();
        HeaderFile::open(&path).unwrap().replace(&header("two")).unwrap();
        assert_eq!(read(&path).unwrap().file_id, "two");
        let whole = std::fs::read(&path).unwrap();
        for half in 0..2 {
            let mut cut = whole.clone();
            cut[half * COPY_LEN + 30] ^= 0xff;
            std::fs::write(&path, &cut).unwrap();
            assert_eq!(read(&path).unwrap().file_id, if half == 0 { "one" } else { "two" });
        }
    }

    #[test]
    fn other_files_newer_files_and_damaged_ones_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("boutique.ecrin");
        std::fs::write(&path, b"%PDF-1.7").unwrap();
        assert!(matches!(read(&path), Err(Error::NotEcrin)));
        std::fs::write(&path, b"").unwrap();
        assert!(matches!(read(&path), Err(Error::NotEcrin)));
        std::fs::remove_file(&path).unwrap();
        create(&path, &header("one")).unwrap();
        let whole = std::fs::read(&path).unwrap();
        let mut newer = whole.clone();
        newer[8] = 9;
        newer[COPY_LEN + 8] = 9;
        std::fs::write(&path, &newer).unwrap();
        assert!(matches!(read(&path), Err(Error::FileNewer { found: 9, supported: 1 })));
        let mut damaged = whole;
        damaged[40] ^= 1;
        damaged[COPY_LEN + 40] ^= 1;
        std::fs::write(&path, &damaged).unwrap();
        assert!(matches!(read(&path), Err(Error::FileCorrupt)));
    }

    #[test]
    fn creating_never_overwrites() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("boutique.ecrin");
        std::fs::write(&path, b"precious").unwrap();
        assert!(matches!(create(&path, &header("one")), Err(Error::FileExists)));
        assert_eq!(std::fs::read(&path).unwrap(), b"precious");
    }
}
