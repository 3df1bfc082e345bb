//! The manager code: what stands before exports, merges, deletions and Administration.
//!
//! It keeps a clerk from doing by mistake what the manager answers for; it is no encryption, the file's passphrase is. Nobody needs it
//! at the counter. A wrong code is counted in the file before it is judged, so that neither closing the program nor killing it gives a
//! further try. After the third the wait grows: 1 s, 2 s, 4 s … at most 15 minutes.

mod code;
mod waiting;

pub(crate) use code::{checked, hashed, matches};
pub(crate) use waiting::{Tries, seconds, wait_after};

use serde::{Deserialize, Serialize};

/// For how long a code that was given holds on the desk, in milliseconds.
pub const UNLOCKED_FOR: i64 = 10 * 60 * 1000;

/// Where the manager code stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ManagerState {
    /// Whether the file has one; without, nothing asks for it.
    pub set: bool,
    /// Until when it holds, UTC milliseconds; `null` while it has to be given (or there is none).
    #[ts(type = "number | null")]
    pub unlocked_until: Option<i64>,
    /// How many seconds there are to wait before it can be tried again; 0: at once.
    pub wait: u32,
}
