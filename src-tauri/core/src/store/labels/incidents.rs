//! Incidents.

use rusqlite::{OptionalExtension, Row, params};

use crate::clients::ClientNumber;
use crate::labels::{Incident, IncidentId, IncidentKind};
use crate::store::clients::FAMILY;
use crate::store::{Rows, Tx};
use crate::{Error, Result};

const COLUMNS: &str = "id, revision, kind, happened_on, note, closed_on, operator";

impl Rows<'_> {
    /// All of a client's, open ones first, then the newest.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`.
    pub(crate) fn incidents(&self, number: ClientNumber) -> Result<Vec<Incident>> {
        self.0
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM incident WHERE client IN {FAMILY}
                 ORDER BY closed_on IS NOT NULL, happened_on DESC, id DESC"
            ))?
            .query_map([self.living(number)?], |row| Ok(incident(row)))?
            .collect::<rusqlite::Result<Result<Vec<_>>>>()?
    }

    /// One.
    ///
    /// # Errors
    /// `LabelNotFound`.
    pub(crate) fn incident(&self, id: IncidentId) -> Result<Incident> {
        self.0
            .prepare_cached(&format!("SELECT {COLUMNS} FROM incident WHERE id = ?1"))?
            .query_row([id], |row| Ok(incident(row)))
            .optional()?
            .ok_or(Error::LabelNotFound)?
    }
}

impl Tx<'_> {
    /// Notes one.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn insert_incident(&self, client: ClientNumber, new: &Incident) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO incident (client, revision, kind, happened_on, note, closed_on, operator)
                 VALUES (?1, 1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![client, new.kind.code(), new.on, new.note, new.closed_on, self.context.operator])?;
        self.touch_living(client)
    }

    /// Changes one.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn update_incident(&self, client: ClientNumber, new: &Incident) -> Result<()> {
        self.connection
            .prepare_cached(
                "UPDATE incident SET revision = revision + 1, kind = ?2, happened_on = ?3, note = ?4, closed_on = ?5 WHERE id = ?1",
            )?
            .execute(params![new.id, new.kind.code(), new.on, new.note, new.closed_on])?;
        self.touch_living(client)
    }
}

fn incident(row: &Row<'_>) -> Result<Incident> {
    let kind: String = row.get("kind")?;
    Ok(Incident {
        id: row.get("id")?,
        revision: row.get("revision")?,
        kind: IncidentKind::from_code(&kind).ok_or(Error::FileCorrupt)?,
        on: row.get("happened_on")?,
        note: row.get("note")?,
        closed_on: row.get("closed_on")?,
        operator: row.get("operator")?,
    })
}
