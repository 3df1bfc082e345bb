//! Taking back the last edit or inactive mark of this session.
//!
//! Undoing is itself a change: it is journalled, and nothing disappears. A record that changed since is left alone.

use serde::{Deserialize, Serialize};

use super::client::{edit, set};
use super::{Outcome, Shop};
use crate::clients::{ClientNumber, ClientRecord};
use crate::journal::Operation;
use crate::{Error, Result};

/// How many changes can be taken back.
const DEPTH: usize = 50;

/// One change of this session that can be taken back.
#[derive(Clone, Debug)]
pub(super) struct Undo {
    operation: Operation,
    /// The revision that the change made: if the file's is another, the record changed since.
    revision: i64,
    before: ClientRecord,
}

impl Undo {
    pub(super) fn edit(after: &ClientRecord, before: ClientRecord) -> Undo {
        Undo { operation: Operation::SaveClient, revision: after.revision, before }
    }

    pub(super) fn mark(operation: Operation, after: &ClientRecord, before: ClientRecord) -> Undo {
        Undo { operation, revision: after.revision, before }
    }
}

/// What would be taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct UndoState {
    /// Whose record.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// Which change.
    pub operation: Operation,
    /// The client's name, to say it.
    pub name: String,
}

impl Shop {
    /// What [`Shop::undo`] would take back.
    pub fn undo_state(&self) -> Option<UndoState> {
        self.undo.last().map(|undo| UndoState {
            number: undo.before.number,
            operation: undo.operation,
            name: undo.before.name(),
        })
    }

    /// Takes back the last edit or mark of this session.
    ///
    /// # Errors
    /// `NothingToUndo`; `UndoSuperseded` if the record changed since, in which case this change is forgotten.
    pub fn undo(&mut self) -> Result<Outcome<ClientRecord>> {
        let undo = self.undo.last().cloned().ok_or(Error::NothingToUndo)?;
        let number = undo.before.number;
        let undone = self.transact(Operation::Undo, |tx| {
            let now = tx.rows().client(number).map_err(|error| match error {
                Error::ClientRemoved(..) | Error::ClientMerged(..) => Error::UndoSuperseded(number),
                other => other,
            })?;
            if now.revision != undo.revision {
                return Err(Error::UndoSuperseded(number));
            }
            match undo.operation {
                Operation::SaveClient => edit(tx, &now, &undo.before.client),
                _ => set(tx, &now, undo.before.inactive.as_ref()),
            }
        });
        // What failed for another reason (a full disk …) can be tried again.
        if matches!(undone, Ok(_) | Err(Error::UndoSuperseded(_))) {
            self.undo.pop();
        }
        let outcome = undone?;
        // An earlier change of the same record can still be taken back: it now stands on this revision.
        let earlier = self.undo.iter_mut().rev().find(|earlier| earlier.before.number == number);
        if let Some(earlier) = earlier.filter(|earlier| earlier.revision == undo.before.revision) {
            earlier.revision = outcome.value.revision;
        }
        Ok(outcome)
    }

    /// Forgets the changes of a record that is no more.
    pub(super) fn forget(&mut self, number: ClientNumber) {
        self.undo.retain(|undo| undo.before.number != number);
    }

    pub(super) fn remember(&mut self, undo: Undo) {
        self.undo.push(undo);
        if self.undo.len() > DEPTH {
            self.undo.remove(0);
        }
    }
}
