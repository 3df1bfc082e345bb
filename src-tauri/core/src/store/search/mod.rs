//! How clients are found: their words in two full-text indexes (active, inactive), their names in two ordered ones,
//! and near names for typing errors. See ARCHITECTURE.md, « Search », for what was measured.

mod find;
mod names;
mod query;
mod words;

pub(crate) use find::Searcher;
pub(super) use words::{add, remove, settle, words};
