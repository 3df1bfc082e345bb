//! What shows that a client agreed: a signature drawn on the screen, a photograph, a scan, a PDF. Told by its content,
//! never by its name; kept in the shop file, and sealed with the decision.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{DecisionId, legible};
use crate::hex::hex;
use crate::{Error, Result};

/// The identity of a piece of evidence in the file.
pub type EvidenceId = i64;

/// The largest piece of evidence, in bytes (10 MB).
pub const EVIDENCE_MAX: usize = 10_000_000;

/// How many pieces one decision may have.
const PIECES_MAX: usize = 10;

/// What a piece of evidence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum MediaType {
    /// A PNG picture, as signatures are.
    Png,
    /// A JPEG photograph.
    Jpeg,
    /// A WebP picture.
    Webp,
    /// A PDF document.
    Pdf,
    /// Plain text that Écrin wrote itself, as of a reply by SMS; no file is ever taken for it.
    Text,
}

impl MediaType {
    /// Tells a file by its first bytes.
    ///
    /// # Errors
    /// `EvidenceTypeUnknown`.
    pub fn sniff(content: &[u8]) -> Result<MediaType> {
        match infer::get(content).map(|kind| kind.mime_type()) {
            Some("image/png") => Ok(MediaType::Png),
            Some("image/jpeg") => Ok(MediaType::Jpeg),
            Some("image/webp") => Ok(MediaType::Webp),
            Some("application/pdf") => Ok(MediaType::Pdf),
            _ => Err(Error::EvidenceTypeUnknown),
        }
    }

    /// Its name by IANA, as the file keeps it.
    pub const fn code(self) -> &'static str {
        match self {
            MediaType::Png => "image/png",
            MediaType::Jpeg => "image/jpeg",
            MediaType::Webp => "image/webp",
            MediaType::Pdf => "application/pdf",
            MediaType::Text => "text/plain",
        }
    }

    /// The media type with this name, if it is one of ours.
    pub fn from_code(code: &str) -> Option<MediaType> {
        let all = [MediaType::Png, MediaType::Jpeg, MediaType::Webp, MediaType::Pdf, MediaType::Text];
        all.into_iter().find(|kind| kind.code() == code)
    }

    /// The ending of its files, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            MediaType::Png => "png",
            MediaType::Jpeg => "jpg",
            MediaType::Webp => "webp",
            MediaType::Pdf => "pdf",
            MediaType::Text => "txt",
        }
    }
}

/// A piece of evidence about to be recorded.
#[derive(Clone, PartialEq, Eq)]
pub struct NewEvidence {
    /// Its file's name without a folder, or empty for a signature.
    pub name: String,
    /// The file, byte for byte.
    pub content: Vec<u8>,
}

impl std::fmt::Debug for NewEvidence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewEvidence").field("bytes", &self.content.len()).finish_non_exhaustive()
    }
}

impl NewEvidence {
    /// Reads a file, and never more of it than may be kept: a device has no length and no end.
    ///
    /// # Errors
    /// `EvidenceTooLarge` beyond [`EVIDENCE_MAX`]; `EvidenceTypeUnknown` for a device or a pipe; what reading may say.
    pub fn read(path: &Path) -> Result<NewEvidence> {
        let kind = std::fs::metadata(path)?.file_type();
        if !kind.is_file() && !kind.is_dir() {
            return Err(Error::EvidenceTypeUnknown);
        }
        let mut content = Vec::new();
        File::open(path)?.take(EVIDENCE_MAX as u64 + 1).read_to_end(&mut content)?;
        if content.len() > EVIDENCE_MAX {
            return Err(Error::EvidenceTooLarge);
        }
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(NewEvidence { name, content })
    }

    /// Checks a decision's evidence and tells what each piece is.
    ///
    /// # Errors
    /// `EvidenceTooLarge`, `EvidenceTypeUnknown`, `EvidenceTooMany`.
    pub(crate) fn checked(pieces: &[NewEvidence]) -> Result<Vec<CheckedEvidence<'_>>> {
        if pieces.len() > PIECES_MAX {
            return Err(Error::EvidenceTooMany);
        }
        pieces
            .iter()
            .map(|piece| {
                if piece.content.len() > EVIDENCE_MAX {
                    return Err(Error::EvidenceTooLarge);
                }
                let name = legible(&piece.name).chars().take(120).collect();
                let media_type = MediaType::sniff(&piece.content)?;
                Ok(CheckedEvidence { name, media_type, content: &piece.content, sha256: sha256_hex(&piece.content) })
            })
            .collect()
    }
}

/// A piece of evidence that may be recorded.
#[derive(Debug)]
pub(crate) struct CheckedEvidence<'a> {
    pub(crate) name: String,
    pub(crate) media_type: MediaType,
    pub(crate) content: &'a [u8],
    pub(crate) sha256: String,
}

impl<'a> CheckedEvidence<'a> {
    /// Words that Écrin wrote down itself.
    pub(crate) fn text(name: &str, content: &'a str) -> CheckedEvidence<'a> {
        let content = content.as_bytes();
        CheckedEvidence { name: name.to_owned(), media_type: MediaType::Text, content, sha256: sha256_hex(content) }
    }
}

/// A piece of evidence, without its content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct EvidenceInfo {
    /// Its identity.
    #[ts(type = "number")]
    pub id: EvidenceId,
    /// The decision that it shows.
    #[ts(type = "number")]
    pub decision: DecisionId,
    /// Its file's name, or empty for a signature.
    pub name: String,
    /// What it is.
    pub media_type: MediaType,
    /// Bytes.
    #[ts(type = "number")]
    pub size: i64,
    /// The SHA-256 of its content, 64 hexadecimal digits.
    pub sha256: String,
}

/// A piece of evidence with its content.
#[derive(Clone, PartialEq, Eq)]
pub struct Evidence {
    /// What it is.
    pub info: EvidenceInfo,
    /// The file, byte for byte.
    pub content: Vec<u8>,
}

impl std::fmt::Debug for Evidence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Evidence").field("id", &self.info.id).finish_non_exhaustive()
    }
}

/// The SHA-256 of some bytes in hexadecimal.
pub(crate) fn sha256_hex(content: &[u8]) -> String {
    hex(&Sha256::digest(content))
}
