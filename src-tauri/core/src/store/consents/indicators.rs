//! The consent questions of the shop.

use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

use crate::consents::{Audience, Channel, Indicator, IndicatorId, Kind, NewIndicator, Purpose, Removal};
use crate::store::{Rows, Tx};
use crate::{Error, Result};

const COLUMNS: &str = "id, code, name, channel, purpose, kind, audience, visible, archived_at";

impl Rows<'_> {
    /// All indicators in the shop's order, archived ones last.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn indicators(&self) -> Result<Vec<Indicator>> {
        self.0
            .prepare_cached(&format!("SELECT {COLUMNS} FROM indicator ORDER BY archived_at IS NOT NULL, position, id"))?
            .query_map([], |row| Ok(indicator(row)))?
            .collect::<rusqlite::Result<Result<Vec<_>>>>()?
    }

    /// One indicator.
    ///
    /// # Errors
    /// `IndicatorNotFound`.
    pub(crate) fn indicator(&self, id: IndicatorId) -> Result<Indicator> {
        self.0
            .prepare_cached(&format!("SELECT {COLUMNS} FROM indicator WHERE id = ?1"))?
            .query_row([id], |row| Ok(indicator(row)))
            .optional()?
            .ok_or(Error::IndicatorNotFound)?
    }

    /// Whether any client ever answered it, or was asked by a message.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn indicator_has_history(&self, id: IndicatorId) -> Result<bool> {
        Ok(self
            .0
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM consent WHERE indicator = ?1) OR EXISTS (SELECT 1 FROM message WHERE asks = ?1)",
            )?
            .query_row([id], |row| row.get(0))?)
    }

    /// Whether an indicator that is still asked, other than `except`, bears this name (upper and lower case alike).
    fn indicator_name_is_taken(&self, name: &str, except: Option<IndicatorId>) -> Result<bool> {
        let folded = crate::text::fold(name);
        Ok(self.indicators()?.iter().any(|other| {
            other.archived_at.is_none() && Some(other.id) != except && crate::text::fold(&other.name) == folded
        }))
    }
}

impl Tx<'_> {
    /// Adds a question at the end of the list.
    ///
    /// # Errors
    /// `NameTaken`.
    pub(crate) fn insert_indicator(&self, new: &NewIndicator) -> Result<IndicatorId> {
        if self.rows().indicator_name_is_taken(&new.name, None)? {
            return Err(Error::NameTaken);
        }
        let prefix = match new.channel {
            Channel::Sms => "SMS",
            Channel::Mail => "MAIL",
            Channel::Postal => "POSTAL",
            Channel::Phone => "TEL",
        };
        self.connection.prepare_cached(include_str!("insert_indicator.sql"))?.execute(named_params! {
            ":prefix": prefix,
            ":name": new.name,
            ":channel": new.channel.code(),
            ":purpose": new.purpose.code(),
            ":kind": new.kind.code(),
            ":audience": new.audience.code(),
        })?;
        let id = self.connection.last_insert_rowid();
        self.touch_consents();
        Ok(id)
    }

    /// Renames a question. Rows already sealed keep the name of their day.
    ///
    /// # Errors
    /// `NameTaken`, `IndicatorNotFound`.
    pub(crate) fn rename_indicator(&self, id: IndicatorId, name: &str) -> Result<()> {
        if self.rows().indicator_name_is_taken(name, Some(id))? {
            return Err(Error::NameTaken);
        }
        self.update_indicator("UPDATE indicator SET name = ?2 WHERE id = ?1", params![id, name])
    }

    /// Shows or hides a question in records.
    ///
    /// # Errors
    /// `IndicatorNotFound`.
    pub(crate) fn show_indicator(&self, id: IndicatorId, visible: bool) -> Result<()> {
        self.update_indicator("UPDATE indicator SET visible = ?2 WHERE id = ?1", params![id, visible])
    }

    /// Puts the questions in this order; those that are not named stay behind them in theirs.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn order_indicators(&self, order: &[IndicatorId]) -> Result<()> {
        let all = self.rows().indicators()?.into_iter().map(|indicator| indicator.id);
        let update = "UPDATE indicator SET position = ?2 WHERE id = ?1";
        put_in_order(self.connection, update, all.collect(), order)?;
        self.touch_consents();
        Ok(())
    }

    /// Deletes a question that nobody ever answered or was asked, archives any other.
    ///
    /// # Errors
    /// `IndicatorNotFound`.
    pub(crate) fn remove_indicator(&self, id: IndicatorId) -> Result<Removal> {
        if self.rows().indicator_has_history(id)? {
            self.update_indicator("UPDATE indicator SET archived_at = ?2 WHERE id = ?1", params![id, self.now()])?;
            return Ok(Removal::Archived);
        }
        self.connection.execute("DELETE FROM wording WHERE indicator = ?1", [id])?;
        self.update_indicator("DELETE FROM indicator WHERE id = ?1", [id])?;
        Ok(Removal::Deleted)
    }

    fn update_indicator(&self, sql: &str, values: impl rusqlite::Params) -> Result<()> {
        if self.connection.prepare_cached(sql)?.execute(values)? == 0 {
            return Err(Error::IndicatorNotFound);
        }
        self.touch_consents();
        Ok(())
    }
}

/// Writes the positions of `all`: first those that `order` names, as it names them, then the others as they were.
pub(in crate::store) fn put_in_order(
    connection: &Connection,
    update: &str,
    mut all: Vec<i64>,
    order: &[i64],
) -> Result<()> {
    all.sort_by_key(|id| order.iter().position(|other| other == id).unwrap_or(usize::MAX));
    let mut update = connection.prepare_cached(update)?;
    for (position, id) in all.iter().enumerate() {
        update.execute(params![id, i64::try_from(position).unwrap_or(i64::MAX)])?;
    }
    Ok(())
}

fn indicator(row: &Row<'_>) -> Result<Indicator> {
    let code = |column: &str| row.get::<_, String>(column);
    Ok(Indicator {
        id: row.get("id")?,
        code: row.get("code")?,
        name: row.get("name")?,
        channel: Channel::from_code(&code("channel")?).ok_or(Error::FileCorrupt)?,
        purpose: Purpose::from_code(&code("purpose")?).ok_or(Error::FileCorrupt)?,
        kind: Kind::from_code(&code("kind")?).ok_or(Error::FileCorrupt)?,
        audience: Audience::from_code(&code("audience")?).ok_or(Error::FileCorrupt)?,
        visible: row.get("visible")?,
        archived_at: row.get("archived_at")?,
    })
}
