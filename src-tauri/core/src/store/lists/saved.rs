//! The rows of saved lists.

use rusqlite::{OptionalExtension, Row, params};

use crate::lists::{ListQuery, SavedList, SavedListId};
use crate::store::{Rows, Tx};
use crate::text::fold;
use crate::{Error, Result};

const COLUMNS: &str = "id, name, query, created_at, updated_at, operator";

impl Rows<'_> {
    /// All lists, by name.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn saved_lists(&self) -> Result<Vec<SavedList>> {
        let mut lists = self
            .0
            .prepare_cached(&format!("SELECT {COLUMNS} FROM saved_list"))?
            .query_map([], |row| Ok(list(row)))?
            .collect::<rusqlite::Result<Result<Vec<_>>>>()??;
        lists.sort_by_cached_key(|list| (fold(&list.name), list.id));
        Ok(lists)
    }

    /// One list.
    ///
    /// # Errors
    /// `ListNotFound`.
    pub(crate) fn saved_list(&self, id: SavedListId) -> Result<SavedList> {
        self.0
            .prepare_cached(&format!("SELECT {COLUMNS} FROM saved_list WHERE id = ?1"))?
            .query_row([id], |row| Ok(list(row)))
            .optional()?
            .ok_or(Error::ListNotFound)?
    }

    /// Checks a list against the file without walking through it.
    ///
    /// # Errors
    /// `ListInvalid`.
    pub(crate) fn check_list(&self, query: &ListQuery) -> Result<()> {
        self.conditions(query).map(|_| ())
    }
}

impl Tx<'_> {
    /// Writes a list, in place of one if `id` says so.
    ///
    /// # Errors
    /// `NameTaken` (upper and lower case alike); `ListNotFound`.
    pub(crate) fn write_list(&self, id: Option<SavedListId>, name: &str, query: &ListQuery) -> Result<SavedListId> {
        let folded = fold(name);
        if self.rows().saved_lists()?.iter().any(|list| Some(list.id) != id && fold(&list.name) == folded) {
            return Err(Error::NameTaken);
        }
        let query = serde_json::to_string(query).map_err(|_| Error::Database("a list without a form".into()))?;
        self.touch_shop();
        let Some(id) = id else {
            self.connection
                .prepare_cached(
                    "INSERT INTO saved_list (name, query, created_at, updated_at, operator) VALUES (?1, ?2, ?3, ?3, ?4)",
                )?
                .execute(params![name, query, self.now(), self.context.operator])?;
            return Ok(self.connection.last_insert_rowid());
        };
        let changed = self
            .connection
            .prepare_cached(
                "UPDATE saved_list SET name = ?2, query = ?3, updated_at = ?4, operator = ?5 WHERE id = ?1",
            )?
            .execute(params![id, name, query, self.now(), self.context.operator])?;
        if changed == 0 { Err(Error::ListNotFound) } else { Ok(id) }
    }

    /// Forgets a list.
    ///
    /// # Errors
    /// `ListNotFound`.
    pub(crate) fn delete_list(&self, id: SavedListId) -> Result<()> {
        self.touch_shop();
        match self.connection.prepare_cached("DELETE FROM saved_list WHERE id = ?1")?.execute([id])? {
            0 => Err(Error::ListNotFound),
            _ => Ok(()),
        }
    }
}

fn list(row: &Row<'_>) -> Result<SavedList> {
    Ok(SavedList {
        id: row.get("id")?,
        name: row.get("name")?,
        query: serde_json::from_str(row.get_ref("query")?.as_str().map_err(|_| Error::FileCorrupt)?)
            .map_err(|_| Error::FileCorrupt)?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
        operator: row.get("operator")?,
    })
}
