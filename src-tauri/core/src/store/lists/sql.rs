//! A piece of SQL with the values that are bound to it, in order.

use rusqlite::types::Value;

/// See the module.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sql {
    pub(super) text: String,
    pub(super) values: Vec<Value>,
}

impl Sql {
    /// A piece without values.
    pub(super) fn new(text: impl Into<String>) -> Sql {
        Sql { text: text.into(), values: Vec::new() }
    }

    /// Adds text that names no value.
    #[must_use]
    pub(super) fn and(mut self, text: &str) -> Sql {
        self.text.push_str(text);
        self
    }

    /// Adds a value.
    #[must_use]
    pub(super) fn bind(mut self, value: impl Into<Value>) -> Sql {
        self.text.push('?');
        self.values.push(value.into());
        self
    }

    /// Adds another piece.
    #[must_use]
    pub(super) fn with(mut self, other: &Sql) -> Sql {
        self.text.push_str(&other.text);
        self.values.extend(other.values.iter().cloned());
        self
    }

    /// Pieces in a row with something between them.
    pub(super) fn joined(pieces: impl IntoIterator<Item = Sql>, between: &str) -> Sql {
        let mut pieces = pieces.into_iter();
        let first = pieces.next().unwrap_or_default();
        pieces.fold(first, |all, piece| all.and(between).with(&piece))
    }
}
