//! A client: one person or organisation, as the shop knows them.
//!
//! What may be written in a record is decided here and nowhere else; the window only shows the answer.

mod contact_type;
mod field;
mod glance;
mod input;
mod probable;
mod record;

pub use contact_type::ContactType;
pub use field::{ClientField, FieldIssue, FieldProblem};
pub(crate) use glance::EXCHANGES;
pub use glance::{ClientGlance, Exchange, Exchanged, ToDo};
pub use input::ClientInput;
pub use probable::{ClientCheck, MatchReason, ProbableClient};
pub(crate) use record::name_of;
pub use record::{ClientRecord, ClientRow, Imported, Inactive, NewClient};

/// The number of a client, printed on their record. Given once, never reused.
pub type ClientNumber = i64;
