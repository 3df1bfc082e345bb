//! The rows of movements: writing them, and reading one back.

mod life;
mod page;
mod ready;
#[cfg(test)]
mod tests;

pub(in crate::store) use life::Life;
pub(crate) use ready::ReadyRepair;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, named_params, params};

use crate::clients::ClientNumber;
use crate::messages::{MessageId, MessageState};
use crate::movements::{Movement, MovementId, MovementInput, MovementKind, MovementState, Reminded};
use crate::store::{Rows, Tx};
use crate::{Error, Result};

/// What a movement is read from; `r` is its reminder.
const COLUMNS: &str = "m.id, m.client, m.kind, m.state, m.what, m.note, m.day, m.amount, m.estimate, m.in_workshop_on, m.ready_on, \
    m.returned_on, m.reminded_at, m.reminder, m.revision, r.state AS reminder_state";

/// Where it is read.
const SOURCE: &str = "movement AS m LEFT JOIN message AS r ON r.id = m.reminder";

impl Rows<'_> {
    /// One movement.
    ///
    /// # Errors
    /// `MovementNotFound`.
    pub(crate) fn movement(&self, id: MovementId) -> Result<Movement> {
        self.0
            .prepare_cached(&format!("SELECT {COLUMNS} FROM {SOURCE} WHERE m.id = ?1"))?
            .query_row([id], |row| Ok(movement(row)))
            .optional()?
            .ok_or(Error::MovementNotFound)?
    }
}

impl Tx<'_> {
    /// Writes a new movement.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn insert_movement(&self, client: ClientNumber, new: &MovementInput) -> Result<MovementId> {
        let id = self.connection.prepare_cached(include_str!("insert.sql"))?.insert(named_params! {
            ":client": client,
            ":kind": new.kind.code(),
            ":state": new.state().code(),
            ":what": new.what,
            ":note": new.note,
            ":day": new.day.to_string(),
            ":amount": new.amount,
            ":estimate": new.estimate,
            ":in_workshop_on": text(new.in_workshop_on),
            ":ready_on": text(new.ready_on),
            ":returned_on": text(new.returned_on),
            ":now": self.now(),
        })?;
        self.touch(client);
        Ok(id)
    }

    /// Replaces what a movement says. One that is no longer ready was told of to nobody.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn update_movement(&self, id: MovementId, new: &MovementInput) -> Result<()> {
        self.connection.prepare_cached(include_str!("update.sql"))?.execute(named_params! {
            ":id": id,
            ":state": new.state().code(),
            ":what": new.what,
            ":note": new.note,
            ":day": new.day.to_string(),
            ":amount": new.amount,
            ":estimate": new.estimate,
            ":in_workshop_on": text(new.in_workshop_on),
            ":ready_on": text(new.ready_on),
            ":returned_on": text(new.returned_on),
        })?;
        Ok(())
    }

    /// Removes a movement.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn delete_movement(&self, id: MovementId) -> Result<()> {
        self.connection.prepare_cached("DELETE FROM movement WHERE id = ?1")?.execute([id])?;
        Ok(())
    }

    /// Writes down that the client was told that a repair is ready.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn repair_reminded(&self, id: MovementId, message: MessageId) -> Result<()> {
        self.connection
            .prepare_cached(
                "UPDATE movement SET reminded_at = ?2, reminder = ?3, revision = revision + 1 WHERE id = ?1",
            )?
            .execute(params![id, self.now(), message])?;
        Ok(())
    }

    /// Makes the movements of a deleted record say nothing any more: amounts and their days are accounts and stay, texts and the rest go.
    ///
    /// # Errors
    /// What the database may say.
    pub(in crate::store) fn blank_movements(&self, client: ClientNumber) -> Result<()> {
        self.connection
            .prepare_cached("DELETE FROM movement WHERE client = ?1 AND amount IS NULL")?
            .execute([client])?;
        self.connection.prepare_cached(include_str!("blank.sql"))?.execute([client])?;
        Ok(())
    }

    /// Lets the gate know whether something was sold to a client, by what they and those who went into their record bought.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn know_customer(&self, client: ClientNumber) -> Result<()> {
        self.connection.prepare_cached(KNOW_CUSTOMER)?.execute([client])?;
        Ok(())
    }
}

/// A gift is no sale.
const KNOW_CUSTOMER: &str = concat!(
    include_str!("customer_begin.sql"),
    include_str!("../clients/family.sql"),
    include_str!("customer_end.sql")
);

fn movement(row: &Row<'_>) -> Result<Movement> {
    let code = |column: &str| row.get::<_, String>(column);
    let input = MovementInput {
        kind: MovementKind::from_code(&code("kind")?).ok_or(Error::FileCorrupt)?,
        what: row.get("what")?,
        day: day(row, "day")?.ok_or(Error::FileCorrupt)?,
        amount: row.get("amount")?,
        estimate: row.get("estimate")?,
        note: row.get("note")?,
        in_workshop_on: day(row, "in_workshop_on")?,
        ready_on: day(row, "ready_on")?,
        returned_on: day(row, "returned_on")?,
    };
    let told: Option<(i64, MessageId)> =
        row.get::<_, Option<i64>>("reminded_at")?.zip(row.get::<_, Option<MessageId>>("reminder")?);
    let reminded = told
        .map(|(at, message)| {
            let state = MessageState::from_code(&code("reminder_state")?).ok_or(Error::FileCorrupt)?;
            Ok::<_, Error>(Reminded { at, message, state })
        })
        .transpose()?;
    Ok(Movement {
        id: row.get("id")?,
        client: row.get("client")?,
        revision: row.get("revision")?,
        state: MovementState::from_code(&code("state")?).ok_or(Error::FileCorrupt)?,
        input,
        reminded,
    })
}

/// A day as the file keeps it, if there is one.
fn day(row: &Row<'_>, column: &str) -> Result<Option<NaiveDate>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| text.parse().map_err(|_| Error::FileCorrupt)).transpose()
}

fn text(day: Option<NaiveDate>) -> Option<String> {
    day.map(|day| day.to_string())
}
