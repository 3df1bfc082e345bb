//! The agreement modes of the shop.

use rusqlite::params;

use super::indicators::put_in_order;
use crate::consents::{AgreementMode, ModeId, NewMode};
use crate::store::{Rows, Tx};
use crate::{Error, Result};

impl Rows<'_> {
    /// All modes, in the order of their number keys.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn modes(&self) -> Result<Vec<AgreementMode>> {
        Ok(self
            .0
            .prepare_cached(
                "SELECT id, code, name, label, hint, needs_detail, uses FROM agreement_mode ORDER BY position, id",
            )?
            .query_map([], |row| {
                Ok(AgreementMode {
                    id: row.get("id")?,
                    code: row.get("code")?,
                    name: row.get("name")?,
                    label: row.get("label")?,
                    hint: row.get("hint")?,
                    needs_detail: row.get("needs_detail")?,
                    uses: row.get("uses")?,
                })
            })?
            .collect::<rusqlite::Result<_>>()?)
    }

    /// The mode that was meant by some words: its label or its name, whatever the case and the accents.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn mode_named(&self, words: &str) -> Result<Option<AgreementMode>> {
        let folded = crate::text::fold(words);
        Ok(self
            .modes()?
            .into_iter()
            .find(|mode| crate::text::fold(&mode.label) == folded || crate::text::fold(&mode.name) == folded))
    }

    fn mode_is_taken(&self, new: &NewMode, except: Option<ModeId>) -> Result<bool> {
        let (name, label) = (crate::text::fold(&new.name), crate::text::fold(&new.label));
        Ok(self.modes()?.iter().any(|other| {
            Some(other.id) != except
                && (crate::text::fold(&other.name) == name || crate::text::fold(&other.label) == label)
        }))
    }
}

impl Tx<'_> {
    /// Adds a mode at the end of the list.
    ///
    /// # Errors
    /// `NameTaken`.
    pub(crate) fn insert_mode(&self, new: &NewMode) -> Result<ModeId> {
        if self.rows().mode_is_taken(new, None)? {
            return Err(Error::NameTaken);
        }
        self.connection.execute(
            "INSERT INTO agreement_mode (code, name, label, hint, position)
             SELECT '', ?1, ?2, ?3, coalesce(max(position), 0) + 1 FROM agreement_mode",
            params![new.name, new.label, new.hint],
        )?;
        let id = self.connection.last_insert_rowid();
        self.touch_consents();
        Ok(id)
    }

    /// Gives a mode other words. Decisions keep those of their day.
    ///
    /// # Errors
    /// `NameTaken`, `ModeNotFound`.
    pub(crate) fn rename_mode(&self, id: ModeId, new: &NewMode) -> Result<()> {
        if self.rows().mode_is_taken(new, Some(id))? {
            return Err(Error::NameTaken);
        }
        self.update_mode(
            "UPDATE agreement_mode SET name = ?2, label = ?3, hint = ?4 WHERE id = ?1",
            params![id, new.name, new.label, new.hint],
        )
    }

    /// Puts the modes in this order; those that are not named stay behind them in theirs.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn order_modes(&self, order: &[ModeId]) -> Result<()> {
        let all = self.rows().modes()?.into_iter().map(|mode| mode.id);
        let update = "UPDATE agreement_mode SET position = ?2 WHERE id = ?1";
        put_in_order(self.connection, update, all.collect(), order)?;
        self.touch_consents();
        Ok(())
    }

    /// Deletes a mode that no grant names.
    ///
    /// # Errors
    /// `ModeInUse`; `LastMode`: without any, nothing could be granted; `ModeNotFound`.
    pub(crate) fn remove_mode(&self, id: ModeId) -> Result<()> {
        let modes = self.rows().modes()?;
        let mode = modes.iter().find(|mode| mode.id == id).ok_or(Error::ModeNotFound)?;
        if mode.uses > 0 {
            return Err(Error::ModeInUse(mode.uses));
        }
        if modes.len() == 1 {
            return Err(Error::LastMode);
        }
        self.update_mode("DELETE FROM agreement_mode WHERE id = ?1", [id])
    }

    fn update_mode(&self, sql: &str, values: impl rusqlite::Params) -> Result<()> {
        if self.connection.prepare_cached(sql)?.execute(values)? == 0 {
            return Err(Error::ModeNotFound);
        }
        self.touch_consents();
        Ok(())
    }
}
