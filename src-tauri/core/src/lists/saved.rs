//! Lists by name.

use serde::{Deserialize, Serialize};

use super::ListQuery;

/// The identity of a saved list in the file.
pub type SavedListId = i64;

/// A list that was given a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SavedList {
    /// Its identity.
    #[ts(type = "number")]
    pub id: SavedListId,
    /// Its name, 1 to 60 characters, which no other list has.
    pub name: String,
    /// The list.
    pub query: ListQuery,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub created_at: i64,
    /// When it was last saved, UTC milliseconds.
    #[ts(type = "number")]
    pub updated_at: i64,
    /// Who saved it last.
    pub operator: String,
}

/// A list to be saved.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct NewSavedList {
    /// The list that it replaces; `null` for a new one.
    #[ts(type = "number | null")]
    pub id: Option<SavedListId>,
    /// Its name, 1 to 60 characters.
    pub name: String,
    /// The list.
    pub query: ListQuery,
}
