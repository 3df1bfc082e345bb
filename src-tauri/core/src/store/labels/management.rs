//! Since when a client is one, and the manager's note. Of a family, that of the record that stays holds, else the newest of the others.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

use crate::Result;
use crate::clients::ClientNumber;
use crate::documents::day_of;
use crate::labels::{ClientManagement, ManagerNote};
use crate::store::clients::FAMILY;
use crate::store::{Rows, Tx};

impl Rows<'_> {
    /// The panel.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`.
    pub(crate) fn client_management(&self, number: ClientNumber) -> Result<ClientManagement> {
        let number = self.living(number)?;
        Ok(ClientManagement {
            since: self.client_since(number)?,
            invoices: self.invoice_figures(number)?,
            note: self.manager_note(number)?,
        })
    }

    /// See [`ClientManagement::since`].
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`, `ClientMerged`; what the database may say.
    pub(crate) fn client_since(&self, number: ClientNumber) -> Result<NaiveDate> {
        let record = self.client(number)?;
        Ok(record.client_since.unwrap_or(day_of(record.created_at)))
    }

    /// The manager's note; empty where there is none.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn manager_note(&self, number: ClientNumber) -> Result<ManagerNote> {
        let found = self
            .0
            .prepare_cached(&format!(
                "SELECT revision, text, operator, updated_at FROM manager_note
                 WHERE client IN {FAMILY} ORDER BY client <> ?1, updated_at DESC LIMIT 1"
            ))?
            .query_row([number], |row| {
                Ok(ManagerNote {
                    revision: row.get("revision")?,
                    text: row.get("text")?,
                    operator: row.get("operator")?,
                    updated_at: row.get("updated_at")?,
                })
            })
            .optional()?;
        Ok(found.unwrap_or_default())
    }
}

impl Tx<'_> {
    /// Writes the manager's note; an empty one removes it, and those of the records that went into this one.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn write_manager_note(&self, number: ClientNumber, revision: i64, text: &str) -> Result<()> {
        self.touch(number);
        if text.is_empty() {
            self.connection
                .prepare_cached(&format!("DELETE FROM manager_note WHERE client IN {FAMILY}"))?
                .execute([number])?;
            return Ok(());
        }
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO manager_note (client, revision, text, operator, updated_at)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![number, revision + 1, text, self.context.operator, self.now()])?;
        Ok(())
    }
}
