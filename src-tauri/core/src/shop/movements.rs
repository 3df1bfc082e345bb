//! Writing down what clients buy, bring and leave.

use chrono::NaiveDate;

use super::{Outcome, Shop};
use crate::clients::ClientNumber;
use crate::documents::day_of;
use crate::journal::{JournalChange, Operation};
use crate::messages::MessageState;
use crate::movements::{
    Movement, MovementId, MovementInput, MovementKind, MovementPage, MovementProblem, MovementRequest, MovementState,
};
use crate::store::Tx;
use crate::{Error, Result};

impl Shop {
    /// Writes down a movement.
    ///
    /// # Errors
    /// `MovementInvalid`; `ClientNotFound`, `ClientRemoved`, `ClientMerged`.
    pub fn create_movement(&mut self, number: ClientNumber, new: &MovementInput) -> Result<Outcome<Movement>> {
        let new = new.checked(day_of(self.now()))?;
        self.transact(Operation::AddMovement, |tx| {
            tx.rows().client(number)?;
            let id = tx.insert_movement(number, &new)?;
            tx.know_customer(number)?;
            tx.journal(Some(number), None, &MovementInput::changes(None, Some(&new)))?;
            tx.rows().movement(id)
        })
    }

    /// Replaces what a movement says. Saving what has not changed writes nothing.
    ///
    /// # Errors
    /// `MovementInvalid`, also for another kind; `MovementNotFound`; `ChangedElsewhere` if `revision` is not the file's; `RepairEnded` for a
    /// repair that was collected on an earlier day and no longer would be.
    pub fn save_movement(&mut self, id: MovementId, revision: i64, input: &MovementInput) -> Result<Outcome<Movement>> {
        self.rewrite_movement(Operation::SaveMovement, id, revision, |before, _| {
            if input.kind == before.kind { Ok(input.clone()) } else { Err(unsuited()) }
        })
    }

    /// Moves a repair to another state, since a day (`None` for today). It may go back; « rendu » ends it, but for a slip of the same day.
    /// A reminder that has not left when the repair is ready no more is cancelled.
    ///
    /// # Errors
    /// `MovementInvalid`, also for a state that no repair has; `MovementNotFound`, `ChangedElsewhere`, `RepairEnded`.
    pub fn move_repair(
        &mut self,
        id: MovementId,
        revision: i64,
        to: MovementState,
        on: Option<NaiveDate>,
    ) -> Result<Outcome<Movement>> {
        self.rewrite_movement(Operation::MoveRepair, id, revision, |before, today| {
            if before.kind == MovementKind::Repair && to.kind() == MovementKind::Repair {
                Ok(before.moved(to, on.unwrap_or(today)))
            } else {
                Err(unsuited())
            }
        })
    }

    /// Removes a movement. The journal keeps what it said.
    ///
    /// # Errors
    /// `MovementNotFound`, `ChangedElsewhere`.
    pub fn remove_movement(&mut self, id: MovementId, revision: i64) -> Result<Outcome<()>> {
        self.transact(Operation::RemoveMovement, |tx| {
            let (before, client) = as_read(tx, id, revision)?;
            let mut changes = MovementInput::changes(Some(&before.input), None);
            changes.extend(take_back_reminder(tx, &before)?);
            tx.delete_movement(id)?;
            tx.know_customer(client)?;
            tx.touch(client);
            tx.journal(Some(client), None, &changes)
        })
    }

    /// Some of a client's movements, in the order asked for.
    ///
    /// # Errors
    /// What the database may say.
    pub fn movements(&self, request: &MovementRequest) -> Result<MovementPage> {
        self.store.rows().movements(request)
    }

    fn rewrite_movement(
        &mut self,
        operation: Operation,
        id: MovementId,
        revision: i64,
        change: impl FnOnce(&MovementInput, NaiveDate) -> Result<MovementInput>,
    ) -> Result<Outcome<Movement>> {
        let today = day_of(self.now());
        self.transact(operation, |tx| {
            let (before, client) = as_read(tx, id, revision)?;
            let after = change(&before.input, today)?.checked(today)?;
            let reopened = before.state == MovementState::Returned && after.state() != MovementState::Returned;
            if reopened && before.input.returned_on != Some(today) {
                return Err(Error::RepairEnded);
            }
            let mut changes = MovementInput::changes(Some(&before.input), Some(&after));
            if !changes.is_empty() {
                if after.state() != MovementState::Ready {
                    changes.extend(take_back_reminder(tx, &before)?);
                }
                tx.update_movement(id, &after)?;
                tx.know_customer(client)?;
                tx.touch(client);
                tx.journal(Some(client), None, &changes)?;
            }
            tx.rows().movement(id)
        })
    }
}

fn unsuited() -> Error {
    Error::MovementInvalid(MovementProblem::Unsuited)
}

/// A movement and the record that it shows in, if it is as it was read.
fn as_read(tx: &Tx<'_>, id: MovementId, revision: i64) -> Result<(Movement, ClientNumber)> {
    let movement = tx.rows().movement(id)?;
    let client = tx.rows().living(movement.client)?;
    if movement.revision == revision { Ok((movement, client)) } else { Err(Error::ChangedElsewhere(client)) }
}

/// Nobody is told any more that something is ready which is not, or was collected.
fn take_back_reminder(tx: &Tx<'_>, before: &Movement) -> Result<Option<JournalChange>> {
    let Some(reminded) = before.reminded.as_ref().filter(|reminded| reminded.state == MessageState::Pending) else {
        return Ok(None);
    };
    let template = tx.rows().message(reminded.message)?.template;
    tx.cancel_message(reminded.message)?;
    Ok(Some(JournalChange::new("message", template, "")))
}
