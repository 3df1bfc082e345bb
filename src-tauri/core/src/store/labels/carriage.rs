//! How clients are delivered. Of a family, what the record that stays says holds, else the newest of the others.

use rusqlite::{OptionalExtension, Row, params};

use crate::clients::ClientNumber;
use crate::labels::{Carriage, CarriageMode, CarriagePanel};
use crate::store::clients::FAMILY;
use crate::store::{Rows, Tx};
use crate::{Error, Result};

impl Rows<'_> {
    /// How a client is delivered.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`.
    pub(crate) fn carriage_panel(&self, number: ClientNumber) -> Result<CarriagePanel> {
        Ok(CarriagePanel { carriage: self.carriage(self.living(number)?)? })
    }

    /// How a client is delivered, if anybody said.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn carriage(&self, number: ClientNumber) -> Result<Option<Carriage>> {
        self.0
            .prepare_cached(&format!(
                "SELECT revision, mode, round, rank, depositary, instruction FROM carriage
                 WHERE client IN {FAMILY} ORDER BY client <> ?1, updated_at DESC LIMIT 1"
            ))?
            .query_row([number], |row| Ok(carriage(row)))
            .optional()?
            .transpose()
    }
}

impl Tx<'_> {
    /// Writes how a client is delivered.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn write_carriage(&self, number: ClientNumber, new: &Carriage) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO carriage
                     (client, revision, mode, round, rank, depositary, instruction, updated_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute(params![
                number,
                new.revision + 1,
                new.mode.code(),
                new.round,
                new.rank,
                new.depositary,
                new.instruction,
                self.now()
            ])?;
        self.touch(number);
        Ok(())
    }

    /// Forgets it, for the records that went into theirs too.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn delete_carriage(&self, number: ClientNumber) -> Result<()> {
        self.connection.prepare_cached(&format!("DELETE FROM carriage WHERE client IN {FAMILY}"))?.execute([number])?;
        self.touch(number);
        Ok(())
    }
}

fn carriage(row: &Row<'_>) -> Result<Carriage> {
    let mode: String = row.get("mode")?;
    Ok(Carriage {
        revision: row.get("revision")?,
        mode: CarriageMode::from_code(&mode).ok_or(Error::FileCorrupt)?,
        round: row.get("round")?,
        rank: row.get("rank")?,
        depositary: row.get("depositary")?,
        instruction: row.get("instruction")?,
    })
}
