//! Bringing a file of clients into the shop: separated text and workbooks, whatever wrote them.
//!
//! Every row is imported as it is or rejected with its reasons, into a file that can be corrected and imported again; none is
//! dropped or altered in silence. An import is one transaction. How a file is read is in `source`, what its columns hold in
//! `header` and `columns`, what its rows say in [`read_client`](ImportedClient). No SQL here.

mod codes;
mod columns;
mod consents;
pub(crate) mod dates;
mod duplicates;
mod field;
mod header;
mod holdings;
pub(crate) mod inert;
mod mapping;
mod notes;
mod preview;
mod read_client;
mod reject;
mod rejects;
mod run;
pub(crate) mod source;
mod taking;
mod types;
mod values;

pub use self::consents::{ImportedConsents, Question, QuestionSet, Way};
pub use self::field::ImportField;
#[cfg(test)]
pub(crate) use self::header::field_of as field_named;
pub use self::holdings::ImportedHoldings;
pub use self::notes::NoteCode;
pub use self::preview::preview;
pub use self::read_client::{ImportedClient, Row};
pub use self::reject::{RejectCode, RejectReason, Rejected};
pub use self::run::run;
pub use self::source::{MAX_BYTES, MAX_CELL};
pub use self::types::{
    ImportColumn, ImportConsents, ImportFormat, ImportNote, ImportOptions, ImportPhase, ImportPreview, ImportProgress,
    ImportReasonCount, ImportReport, ImportRequest,
};
