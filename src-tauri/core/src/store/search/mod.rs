//! How clients are found: their words in two full-text indexes (active, inactive), their names in two ordered ones,
//! and near names for typing errors. See ARCHITECTURE.md, « Search », for what was measured.

mod filter;
mod find;
mod names;
mod query;
mod towns;
mod words;

pub(crate) use find::Searcher;
#[cfg(test)]
pub(super) use words::mark;
pub(super) use words::{add, add_all, remove, settle, words};
