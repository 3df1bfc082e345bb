//! « Mouvements »: what a client bought, brought to be repaired, left or paid in advance.
//!
//! A state is never stored beside what it follows from: a repair stands where the last of its days says, a deposit is given back once it has
//! a day for that. « Rendu » ends a repair; only a slip of the same day is taken back. The last of these days on which the client was
//! there is the « dernier contact du client », from which prospecting data are kept for three years. Money is integer cents of euros.

mod input;
mod kind;
mod page;
mod reminder;
mod table;

pub use input::{MovementInput, MovementProblem};
pub use kind::{MovementKind, MovementState};
pub use page::{MovementAfter, MovementColumn, MovementCounts, MovementPage, MovementRequest, MovementSort};
pub use reminder::{
    ReminderObstacle, ReminderWay, RemindersRequest, RemindersSent, RepairReminder, RepairReminders, RepairsDue,
    SendReminders,
};
pub use table::ExportedMovements;

use serde::{Deserialize, Serialize};

use crate::clients::ClientNumber;
use crate::messages::{MessageId, MessageState};

/// The identity of a movement in the file.
pub type MovementId = i64;

/// One purchase, repair or deposit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Movement {
    /// Its identity.
    #[ts(type = "number")]
    pub id: MovementId,
    /// Whose; for a record that went into another one, still its own number.
    #[ts(type = "number")]
    pub client: ClientNumber,
    /// Grows with every change; a change names the one that was read.
    #[ts(type = "number")]
    pub revision: i64,
    /// Where it stands.
    pub state: MovementState,
    /// What was written down.
    #[serde(flatten)]
    pub input: MovementInput,
    /// With a repair: that the client was told that it is ready.
    pub reminded: Option<Reminded>,
}

/// That a client was told that a repair is ready.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Reminded {
    /// When the message was written, UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// Which message.
    #[ts(type = "number")]
    pub message: MessageId,
    /// Where that message stands.
    pub state: MessageState,
}
