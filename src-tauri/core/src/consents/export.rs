//! The chain as a file that others can recompute: lines of JSON, a header and then one decision each.
//!
//! It holds what was sealed and nothing more, so that its seals can be recomputed without Écrin and without the shop's
//! key. A header that says how many decisions follow shows an export that was cut.

use serde::Serialize;

use super::SealedDecision;

/// Names the form of an export, so that a later one can be told from it.
pub(crate) const FORM: &str = "ecrin-chain-1";

/// One line of an export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum ChainLine<'a> {
    /// The first line.
    Header(ChainHeader),
    /// Every other line, in the order of recording.
    Link(ChainLink<'a>),
}

/// Whose chain it is, and what it should come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChainHeader {
    /// `ecrin-chain-1`.
    pub form: &'static str,
    /// The file's identity, from which the genesis is computed.
    pub file_id: String,
    /// What stands before the first decision, 64 hexadecimal digits.
    pub genesis: String,
    /// How many decisions follow.
    pub decisions: u64,
    /// The seal of the newest one, or the genesis if there is none.
    pub head: String,
}

/// A decision with its seal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChainLink<'a> {
    /// What is sealed.
    #[serde(flatten)]
    pub sealed: SealedDecision<'a>,
    /// The seal before it, 64 hexadecimal digits.
    pub previous: String,
    /// Its seal as the file keeps it, 64 hexadecimal digits.
    pub seal: String,
}
