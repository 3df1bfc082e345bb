//! « CRM »: dated notes of who spoke with a client, the newest first.
//!
//! A note is corrected by whoever wrote it, and what it said before stays in the journal. Anybody may remove one: a person may ask for it
//! (GDPR art. 16 and 17).

use serde::{Deserialize, Serialize};

use crate::clients::ClientNumber;

/// The identity of a note in the file; grows with time.
pub type NoteId = i64;

/// A note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ClientNote {
    /// Its identity.
    #[ts(type = "number")]
    pub id: NoteId,
    /// Grows with every change.
    #[ts(type = "number")]
    pub revision: i64,
    /// When it was written, UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// When it was corrected last, UTC milliseconds.
    #[ts(type = "number | null")]
    pub corrected_at: Option<i64>,
    /// Who wrote it.
    pub operator: String,
    /// At most 2,000 characters.
    pub text: String,
}

/// Some of a client's notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct NotesRequest {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// Notes older than this one; `null` for the newest.
    #[ts(type = "number | null")]
    pub before: Option<NoteId>,
    /// At most so many, up to 200.
    pub limit: u32,
}

/// Some notes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct NotePage {
    /// The newest first.
    pub notes: Vec<ClientNote>,
    /// How many there are in all.
    #[ts(type = "number")]
    pub total: i64,
    /// What to ask for next, if there are older ones.
    #[ts(type = "number | null")]
    pub next: Option<NoteId>,
}

/// A note to be written, or one to be corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SaveNote {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// Which; `null` for a new one.
    #[ts(type = "number | null")]
    pub id: Option<NoteId>,
    /// The revision that was read; 0 for a new one.
    #[ts(type = "number")]
    pub revision: i64,
    /// At most 2,000 characters.
    pub text: String,
}
