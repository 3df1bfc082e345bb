//! Lists that leave the file: as tables, pages, labels, address cards, lines of JSON; and the register of them.
//!
//! The guard has judged every client before a line is written here (see [`crate::lists`]). A file is written beside its place
//! under a name that says that it is unfinished, seen onto the disk, registered in one transaction (who, when, why, for whom, which
//! clients, which bytes), and only then given its name: what bears its name is whole and in the register. Stopping, an error or a full
//! disk leave neither file nor entry. Memory does not grow with the list, except for what is printed, which is limited for that
//! reason ([`PRINTED_MAX`]).
//!
//! A list that serves to contact nobody was judged by nobody: every file of it says that it may not be used for prospecting. One that
//! serves a channel holds the coordinates of no other.

mod destination;
mod excluded;
mod form;
mod jsonl;
mod labels;
mod notice;
mod order;
mod paper;
mod pdf;
mod reach;
mod record_table;
mod register;
mod separated;
mod table;
mod vcard;
mod words;
mod write;
mod xlsx;

pub use form::{CsvEncoding, ExportForm, ExportFormat};
pub(crate) use notice::own_column;
pub use order::{ExcludedOrder, ExportOrder};
pub use paper::ExportRegister;
pub(crate) use reach::{channels, reach_by};
pub use record_table::TableOrder;
pub(crate) use record_table::write_table;
pub use register::{ExportEntry, ExportId, ExportPage, ExportReport, ExportsOfClient, ReplacedCharacter};
pub(crate) use register::{Exported, Held, NewExport};
pub use words::{code_of, field_of, filter_in_words};
pub use write::withheld;
pub(crate) use write::{Issuer, Telling, WrittenExport, write, write_excluded};

/// The most clients of a list that is printed, as a list or on labels: more than a thousand pages help nobody, and a document is
/// made in memory.
pub const PRINTED_MAX: u64 = 50_000;
