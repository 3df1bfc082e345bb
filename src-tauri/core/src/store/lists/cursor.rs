//! Where a page begins: after a line, by what the list is sorted by and the client's number.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rusqlite::types::{Value, ValueRef};
use serde::{Deserialize, Serialize};

use crate::clients::ClientNumber;
use crate::lists::{ListProblem, invalid};
use crate::{Error, Result};

/// The value that a list is sorted by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Key {
    Number(i64),
    Text(String),
}

/// A place after a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Cursor(pub(super) Key, pub(super) ClientNumber);

impl Key {
    pub(super) fn of(value: ValueRef<'_>) -> Result<Key> {
        match value {
            ValueRef::Integer(number) => Ok(Key::Number(number)),
            ValueRef::Text(_) => Ok(Key::Text(value.as_str().map_err(|_| Error::FileCorrupt)?.to_owned())),
            _ => Err(Error::FileCorrupt),
        }
    }
}

impl From<Key> for Value {
    fn from(key: Key) -> Value {
        match key {
            Key::Number(number) => Value::Integer(number),
            Key::Text(text) => Value::Text(text),
        }
    }
}

impl Cursor {
    /// The place after a client in a list by number.
    pub(super) fn after_number(number: ClientNumber) -> Cursor {
        Cursor(Key::Number(number), number)
    }

    /// As a page says it.
    pub(super) fn told(&self) -> String {
        // A number and a text can always be written.
        URL_SAFE_NO_PAD.encode(serde_json::to_vec(self).unwrap_or_default())
    }

    /// What a page said.
    ///
    /// # Errors
    /// `ListInvalid` for anything else.
    pub(super) fn heard(said: &str) -> Result<Cursor> {
        let heard = URL_SAFE_NO_PAD.decode(said).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        heard.ok_or_else(|| invalid(ListProblem::NotACursor, None, None))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_told_and_heard() {
        for cursor in [Cursor(Key::Text("l’hermite « éva »".into()), 7), Cursor(Key::Number(-3), i64::MAX)] {
            assert_eq!(Cursor::heard(&cursor.told()).unwrap(), cursor);
        }
        for other in ["", "…", "W10", "eyJhIjoxfQ"] {
            assert!(matches!(Cursor::heard(other), Err(Error::ListInvalid { .. })), "{other}");
        }
    }
}
