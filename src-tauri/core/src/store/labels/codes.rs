//! Selection codes, and who has them.

use rusqlite::{OptionalExtension, params};

use crate::clients::ClientNumber;
use crate::consents::Removal;
use crate::labels::{ClientCode, ClientCodes, CodeId, SelectionCode};
use crate::store::clients::FAMILY;
use crate::store::consents::put_in_order;
use crate::store::{Rows, Tx};
use crate::text::fold;
use crate::{Error, Result};

impl Rows<'_> {
    /// All codes, in the shop's order, archived ones last.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn selection_codes(&self) -> Result<Vec<SelectionCode>> {
        Ok(self
            .0
            .prepare_cached(
                "SELECT id, name, archived_at, (SELECT count(*) FROM client_code WHERE code = id) AS uses
                 FROM selection_code ORDER BY archived_at IS NOT NULL, position, id",
            )?
            .query_map([], |row| {
                Ok(SelectionCode {
                    id: row.get("id")?,
                    name: row.get("name")?,
                    uses: row.get("uses")?,
                    archived_at: row.get("archived_at")?,
                })
            })?
            .collect::<rusqlite::Result<_>>()?)
    }

    /// One code: its name, and whether it is archived.
    ///
    /// # Errors
    /// `CodeNotFound`.
    pub(crate) fn selection_code(&self, id: CodeId) -> Result<ClientCode> {
        self.0
            .prepare_cached("SELECT name, archived_at IS NOT NULL FROM selection_code WHERE id = ?1")?
            .query_row([id], |row| Ok(ClientCode { id, name: row.get(0)?, archived: row.get(1)? }))
            .optional()?
            .ok_or(Error::CodeNotFound)
    }

    /// The code of a name, whatever its case and accents.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn code_named(&self, name: &str) -> Result<Option<ClientCode>> {
        Ok(self
            .0
            .prepare_cached("SELECT id, name, archived_at IS NOT NULL FROM selection_code WHERE name_fold = ?1")?
            .query_row([fold(name)], |row| Ok(ClientCode { id: row.get(0)?, name: row.get(1)?, archived: row.get(2)? }))
            .optional()?)
    }

    /// What a client has and may be given.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`.
    pub(crate) fn client_codes(&self, number: ClientNumber) -> Result<ClientCodes> {
        let codes = self.codes_of(self.living(number)?)?;
        let known = (self.selection_codes_in_order()?.into_iter()).filter(|code| !code.archived).collect();
        Ok(ClientCodes { codes, known })
    }

    fn selection_codes_in_order(&self) -> Result<Vec<ClientCode>> {
        self.codes_by("SELECT id, name, archived_at IS NOT NULL FROM selection_code ORDER BY position, id", [])
    }

    /// What a client has, in the shop's order.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn codes_of(&self, number: ClientNumber) -> Result<Vec<ClientCode>> {
        self.codes_by(
            &format!(
                "SELECT id, name, archived_at IS NOT NULL FROM selection_code
                 WHERE id IN (SELECT code FROM client_code WHERE client IN {FAMILY}) ORDER BY position, id"
            ),
            [number],
        )
    }

    fn codes_by(&self, sql: &str, values: impl rusqlite::Params) -> Result<Vec<ClientCode>> {
        Ok(self
            .0
            .prepare_cached(sql)?
            .query_map(values, |row| Ok(ClientCode { id: row.get(0)?, name: row.get(1)?, archived: row.get(2)? }))?
            .collect::<rusqlite::Result<_>>()?)
    }
}

impl Tx<'_> {
    /// Adds a code at the end, or brings an archived one of this name back.
    ///
    /// # Errors
    /// `NameTaken`.
    pub(crate) fn insert_code(&self, name: &str) -> Result<CodeId> {
        self.changes.borrow_mut().all = true;
        if let Some(code) = self.rows().code_named(name)? {
            if !code.archived {
                return Err(Error::NameTaken);
            }
            self.connection
                .prepare_cached("UPDATE selection_code SET name = ?2, archived_at = NULL WHERE id = ?1")?
                .execute(params![code.id, name])?;
            return Ok(code.id);
        }
        self.connection
            .prepare_cached(
                "INSERT INTO selection_code (name, name_fold, position)
                 SELECT ?1, ?2, coalesce(max(position), 0) + 1 FROM selection_code",
            )?
            .execute(params![name, fold(name)])?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Gives a code another name.
    ///
    /// # Errors
    /// `NameTaken`, `CodeNotFound`.
    pub(crate) fn rename_code(&self, id: CodeId, name: &str) -> Result<()> {
        if self.rows().code_named(name)?.is_some_and(|other| other.id != id) {
            return Err(Error::NameTaken);
        }
        self.changes.borrow_mut().all = true;
        let update = "UPDATE selection_code SET name = ?2, name_fold = ?3 WHERE id = ?1";
        match self.connection.prepare_cached(update)?.execute(params![id, name, fold(name)])? {
            0 => Err(Error::CodeNotFound),
            _ => Ok(()),
        }
    }

    /// Puts the codes in this order; those that are not named stay behind them in theirs.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn order_codes(&self, order: &[CodeId]) -> Result<()> {
        let all = self.rows().selection_codes_in_order()?.into_iter().map(|code| code.id).collect();
        put_in_order(self.connection, "UPDATE selection_code SET position = ?2 WHERE id = ?1", all, order)?;
        self.changes.borrow_mut().all = true;
        Ok(())
    }

    /// Deletes a code that nobody has, archives any other.
    ///
    /// # Errors
    /// `CodeNotFound`.
    pub(crate) fn remove_code(&self, id: CodeId) -> Result<Removal> {
        self.rows().selection_code(id)?;
        let used = self
            .connection
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM client_code WHERE code = ?1)")?
            .query_row([id], |row| row.get(0))?;
        self.changes.borrow_mut().all = true;
        if used {
            self.connection
                .prepare_cached("UPDATE selection_code SET archived_at = coalesce(archived_at, ?2) WHERE id = ?1")?
                .execute(params![id, self.now()])?;
            return Ok(Removal::Archived);
        }
        self.connection.prepare_cached("DELETE FROM selection_code WHERE id = ?1")?.execute([id])?;
        Ok(Removal::Deleted)
    }

    /// Gives a client a code.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn give_code(&self, number: ClientNumber, code: CodeId) -> Result<()> {
        self.connection
            .prepare_cached("INSERT OR IGNORE INTO client_code (code, client) VALUES (?1, ?2)")?
            .execute([code, number])?;
        self.touch(number);
        Ok(())
    }

    /// Takes a code from a client and from the records that went into theirs.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn take_code(&self, number: ClientNumber, code: CodeId) -> Result<()> {
        self.connection
            .prepare_cached(&format!("DELETE FROM client_code WHERE code = ?2 AND client IN {FAMILY}"))?
            .execute([number, code])?;
        self.touch(number);
        Ok(())
    }
}
