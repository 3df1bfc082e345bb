//! Taking back a whole import.

use std::sync::atomic::{AtomicBool, Ordering};

use super::{Outcome, Shop};
use crate::journal::{JournalChange, Operation};
use crate::removal::{ImportEntry, ImportNumber, UndoImportReport};
use crate::store::{Context, Fate};
use crate::{Error, Result};

/// After how many clients progress is told.
const TELLING: u64 = 1000;

impl Shop {
    /// The imports that brought clients, the newest first.
    ///
    /// # Errors
    /// What the database may say.
    pub fn imports(&self) -> Result<Vec<ImportEntry>> {
        self.store.rows().imports()
    }

    /// What taking back an import would do.
    ///
    /// # Errors
    /// `ImportNotFound`, `ImportUndone`.
    pub fn undo_import_preview(&self, id: ImportNumber) -> Result<UndoImportReport> {
        self.store.rows().undo_import_preview(id)
    }

    /// Takes back an import: the clients that it brought and that nobody touched since are removed. Those who were touched stay, and are told.
    /// `progress` is told of clients done and of all; setting `cancel` stops it, and nothing is written then.
    ///
    /// # Errors
    /// `ImportNotFound`, `ImportUndone`; `ImportCancelled`.
    pub fn undo_import(
        &mut self,
        id: ImportNumber,
        progress: &mut dyn FnMut(u64, u64),
        cancel: &AtomicBool,
    ) -> Result<Outcome<UndoImportReport>> {
        let context = Context { operation: Operation::UndoImport, operator: &self.operator, now: self.clock.now() };
        let (value, changes) = self.store.transact_deletions(context, |tx| {
            let rows = tx.rows();
            let mut report = rows.undo_import_report(id)?;
            let mut fates = Vec::new();
            rows.fates(id, |client, fate| {
                fates.push((client, fate));
                Ok(())
            })?;
            let total = fates.len() as u64;
            for (done, (client, fate)) in (0..).zip(fates) {
                if cancel.load(Ordering::Relaxed) {
                    return Err(Error::ImportCancelled);
                }
                if u64::is_multiple_of(done, TELLING) {
                    progress(done, total);
                }
                if !matches!(fate, Fate::Kept(_)) {
                    tx.imported_subscription_gone(client)?;
                }
                match fate {
                    Fate::Deleted => tx.delete_client(client)?,
                    Fate::Blanked => {
                        tx.hide_client(&rows.client(client)?, None)?;
                        tx.blank_client(client)?;
                    }
                    Fate::Kept(_) => {}
                }
                rows.tell_fate(&mut report, client, fate)?;
            }
            tx.import_undone(id)?;
            let count = |what: &str, count: i64| JournalChange::new(what, "", count.to_string());
            let counts = [
                count("import_deleted", report.deleted),
                count("import_blanked", report.blanked),
                count("import_kept", report.kept),
            ];
            tx.journal(None, Some(id), &counts)?;
            report.import.undone_at = Some(tx.now());
            Ok(report)
        })?;
        Ok(Outcome { value, changes })
    }
}
