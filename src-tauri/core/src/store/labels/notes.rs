//! Dated notes.

use rusqlite::{OptionalExtension, Row, params};

use crate::clients::ClientNumber;
use crate::labels::{ClientNote, NoteId, NotePage, NotesRequest};
use crate::store::clients::FAMILY;
use crate::store::{Rows, Tx};
use crate::{Error, Result};

const COLUMNS: &str = "id, revision, at, corrected_at, operator, text";

impl Rows<'_> {
    /// Some of a client's notes, the newest first.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`.
    pub(crate) fn client_notes(&self, request: &NotesRequest) -> Result<NotePage> {
        let number = self.living(request.number)?;
        let limit = request.limit.clamp(1, 200);
        let mut notes = self
            .0
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM client_note WHERE client IN {FAMILY} AND id < ?2 ORDER BY id DESC LIMIT ?3"
            ))?
            .query_map(params![number, request.before.unwrap_or(i64::MAX), limit + 1], note)?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        let more = notes.len() > limit as usize;
        notes.truncate(limit as usize);
        let next = notes.last().filter(|_| more).map(|note| note.id);
        Ok(NotePage { notes, total: self.count_notes(number)?, next })
    }

    /// How many notes a client has.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn count_notes(&self, number: ClientNumber) -> Result<i64> {
        Ok(self
            .0
            .prepare_cached(&format!("SELECT count(*) FROM client_note WHERE client IN {FAMILY}"))?
            .query_row([number], |row| row.get(0))?)
    }

    /// One.
    ///
    /// # Errors
    /// `LabelNotFound`.
    pub(crate) fn client_note(&self, id: NoteId) -> Result<ClientNote> {
        self.0
            .prepare_cached(&format!("SELECT {COLUMNS} FROM client_note WHERE id = ?1"))?
            .query_row([id], note)
            .optional()?
            .ok_or(Error::LabelNotFound)
    }
}

impl Tx<'_> {
    /// Writes one, at a moment (UTC milliseconds).
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn insert_note(&self, client: ClientNumber, at: i64, operator: &str, text: &str) -> Result<NoteId> {
        self.connection
            .prepare_cached(
                "INSERT INTO client_note (client, revision, at, operator, text) VALUES (?1, 1, ?2, ?3, ?4)",
            )?
            .execute(params![client, at, operator, text])?;
        let id = self.connection.last_insert_rowid();
        self.touch_living(client)?;
        Ok(id)
    }

    /// Corrects one.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn correct_note(&self, client: ClientNumber, id: NoteId, text: &str) -> Result<()> {
        self.connection
            .prepare_cached(
                "UPDATE client_note SET revision = revision + 1, text = ?2, corrected_at = ?3 WHERE id = ?1",
            )?
            .execute(params![id, text, self.now()])?;
        self.touch_living(client)
    }
}

fn note(row: &Row<'_>) -> rusqlite::Result<ClientNote> {
    Ok(ClientNote {
        id: row.get("id")?,
        revision: row.get("revision")?,
        at: row.get("at")?,
        corrected_at: row.get("corrected_at")?,
        operator: row.get("operator")?,
        text: row.get("text")?,
    })
}
