//! What the shop hands over: a client's attestation of consents on paper and as a record for programs, and their history.
//!
//! An attestation says what is in the file at one moment, with the seals by which it can be checked later: whoever holds
//! one can tell a chain from which something was cut or changed. Everything printed here is about one client.

mod attestation;
mod daily;
mod history;
mod record;
mod record_labels;
mod record_sheet;
mod words;

pub use attestation::Attestation;
pub use daily::{DailyList, bounds_of_day};
pub(crate) use daily::{day_of, noon_of};
pub use history::{HistoryFormat, history_file};
pub use record::consent_record;
pub use record_labels::{RecordLabels, carriage_mode, incident as incident_kind};
pub(crate) use record_sheet::contact_type as contact_type_in_words;
pub use record_sheet::record_sheet;
pub use words::Language;
pub(crate) use words::{fact, moment, state as state_in_words};

use std::path::Path;

use crate::Result;

/// Writes a new file: whole, or not at all. Nothing is ever overwritten, and a failure leaves nothing behind.
///
/// # Errors
/// `FileExists`, `FileMissing` (no such folder), `ReadOnly`, `DiskFull`.
pub fn write_new(path: &Path, content: &[u8]) -> Result<()> {
    Ok(crate::files::write_new(path, content)?)
}
