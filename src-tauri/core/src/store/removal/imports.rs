//! The imports of the shop, and which of the clients that they brought nobody touched since.
//!
//! Whoever touches a record leaves an entry of the journal that names it, or a message, or a decision. The import's own entry names none,
//! and opening a record is no touch.

use rusqlite::{OptionalExtension, Row, params};

use crate::clients::ClientNumber;
use crate::exports::Held;
use crate::journal::Operation;
use crate::removal::{ImportEntry, ImportNumber, TouchedBy, TouchedClient, UndoImportReport};
use crate::store::{Rows, Tx};
use crate::{Error, Result};

/// What becomes of a client when the import that brought them is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// Nothing refers to them.
    Deleted,
    /// Decisions that the file brought, or an export, name them.
    Blanked,
    /// Somebody touched them.
    Kept(TouchedBy),
}

/// How many of those who stay are told one by one.
const TOLD: usize = 200;

impl Rows<'_> {
    /// The imports that brought clients, the newest first.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn imports(&self) -> Result<Vec<ImportEntry>> {
        Ok(self
            .0
            .prepare_cached(
                "SELECT id, at, operator, file_name, imported, rejected, undone_at FROM import_batch WHERE imported > 0 ORDER BY id DESC",
            )?
            .query_map([], import_entry)?
            .collect::<rusqlite::Result<_>>()?)
    }

    /// One import.
    ///
    /// # Errors
    /// `ImportNotFound`.
    pub(crate) fn import(&self, id: ImportNumber) -> Result<ImportEntry> {
        self.0
            .prepare_cached(
                "SELECT id, at, operator, file_name, imported, rejected, undone_at FROM import_batch WHERE id = ?1",
            )?
            .query_row([id], import_entry)
            .optional()?
            .ok_or(Error::ImportNotFound)
    }

    /// Calls `each` with every client of an import who is still there, by number, and what becomes of them.
    ///
    /// # Errors
    /// What the database or `each` may say.
    pub(crate) fn fates(
        &self,
        import: ImportNumber,
        mut each: impl FnMut(ClientNumber, Fate) -> Result<()>,
    ) -> Result<()> {
        let mut exported: (i64, Vec<u8>) = (-1, Vec::new());
        let mut select = self.0.prepare(include_str!("brought.sql"))?;
        let mut rows = select.query([import])?;
        while let Some(row) = rows.next()? {
            let client: ClientNumber = row.get("number")?;
            let (block, ..) = Held::place(client);
            if block != exported.0 {
                exported = (block, self.exported_block(block)?);
            }
            let operation: Option<String> = row.get("operation")?;
            let fate = if row.get("merged")? {
                Fate::Kept(TouchedBy::Merge)
            } else if let Some(code) = operation {
                Fate::Kept(match Operation::from_code(&code) {
                    Some(Operation::Decide) => TouchedBy::Decision,
                    Some(Operation::QueueMessage | Operation::CancelMessage | Operation::RetryMessage) => {
                        TouchedBy::Message
                    }
                    Some(Operation::Merge | Operation::UndoMerge) => TouchedBy::Merge,
                    Some(
                        Operation::Subscribe
                        | Operation::Renew
                        | Operation::Suspend
                        | Operation::EndSuspension
                        | Operation::Terminate
                        | Operation::AddBeneficiary
                        | Operation::RemoveBeneficiary
                        | Operation::CreditInvoice
                        | Operation::RecordPayment
                        | Operation::ReversePayment
                        | Operation::ChangeDeliveries
                        | Operation::ChangeSponsorships,
                    ) => TouchedBy::Subscription,
                    Some(
                        Operation::AddMovement
                        | Operation::SaveMovement
                        | Operation::MoveRepair
                        | Operation::RemoveMovement
                        | Operation::RemindRepairs,
                    ) => TouchedBy::Movement,
                    _ => TouchedBy::Edit,
                })
            } else if row.get("answered")? {
                Fate::Kept(TouchedBy::Decision)
            } else if row.get("holds")? {
                Fate::Kept(TouchedBy::Subscription)
            } else if row.get("written_to")? {
                Fate::Kept(TouchedBy::Message)
            } else if row.get("moved")? {
                Fate::Kept(TouchedBy::Movement)
            } else if row.get("decided")? || Held::has(&exported.1, client) {
                Fate::Blanked
            } else {
                Fate::Deleted
            };
            each(client, fate)?;
        }
        Ok(())
    }

    /// Who of a block of numbers figured in any export.
    fn exported_block(&self, block: i64) -> Result<Vec<u8>> {
        let mut all = Vec::new();
        let mut select = self.0.prepare_cached("SELECT bits FROM export_block WHERE block = ?1")?;
        let mut rows = select.query([block])?;
        while let Some(row) = rows.next()? {
            let bits = row.get_ref(0)?.as_blob().map_err(|_| Error::FileCorrupt)?;
            all.resize(bits.len().max(all.len()), 0);
            all.iter_mut().zip(bits).for_each(|(all, bits)| *all |= bits);
        }
        Ok(all)
    }

    /// What taking back an import would do.
    ///
    /// # Errors
    /// `ImportNotFound`, `ImportUndone`.
    pub(crate) fn undo_import_preview(&self, id: ImportNumber) -> Result<UndoImportReport> {
        let mut report = self.undo_import_report(id)?;
        self.fates(id, |client, fate| self.tell_fate(&mut report, client, fate))?;
        Ok(report)
    }

    /// A report of an import that is not taken back yet, still without its clients.
    ///
    /// # Errors
    /// `ImportNotFound`, `ImportUndone`.
    pub(crate) fn undo_import_report(&self, id: ImportNumber) -> Result<UndoImportReport> {
        let import = self.import(id)?;
        // One that brought answers alone, or nobody, is no import that could be taken back.
        if import.imported == 0 {
            return Err(Error::ImportNotFound);
        }
        if import.undone_at.is_some() {
            return Err(Error::ImportUndone);
        }
        Ok(UndoImportReport { import, deleted: 0, blanked: 0, kept: 0, touched: Vec::new() })
    }

    /// Adds a client to a report.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn tell_fate(&self, report: &mut UndoImportReport, number: ClientNumber, fate: Fate) -> Result<()> {
        match fate {
            Fate::Deleted => report.deleted += 1,
            Fate::Blanked => report.blanked += 1,
            Fate::Kept(touched_by) => {
                report.kept += 1;
                if report.touched.len() < TOLD {
                    let client = self.client_row(number)?.map(|(row, _)| row);
                    report.touched.push(TouchedClient { number, client, touched_by });
                }
            }
        }
        Ok(())
    }
}

impl Tx<'_> {
    /// Writes down that an import was taken back.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn import_undone(&self, id: ImportNumber) -> Result<()> {
        self.connection.execute("UPDATE import_batch SET undone_at = ?2 WHERE id = ?1", params![id, self.now()])?;
        self.changes.borrow_mut().all = true;
        self.touch_shop();
        Ok(())
    }
}

fn import_entry(row: &Row<'_>) -> rusqlite::Result<ImportEntry> {
    Ok(ImportEntry {
        id: row.get("id")?,
        at: row.get("at")?,
        operator: row.get("operator")?,
        file_name: row.get("file_name")?,
        imported: row.get("imported")?,
        rejected: row.get("rejected")?,
        undone_at: row.get("undone_at")?,
    })
}
