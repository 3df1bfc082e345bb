//! A client's movements, page by page.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Movement, MovementId, MovementKind, MovementState};
use crate::clients::ClientNumber;

/// Which of them, in what order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MovementRequest {
    /// Whose, with those of the records that went into it.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// Only these; `null` for all.
    pub kind: Option<MovementKind>,
    /// The order.
    pub sort: MovementSort,
    /// What the page before gave as `next`; `null` for the first.
    pub after: Option<MovementAfter>,
    /// At most so many.
    pub limit: u32,
}

/// What a table is put in order by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum MovementColumn {
    /// The day, then the order of writing down.
    Day,
    /// The kind; the newest day first within one.
    Kind,
    /// Where it stands; the newest day first within one.
    State,
}

/// An order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MovementSort {
    /// By what.
    pub column: MovementColumn,
    /// From the last to the first.
    pub descending: bool,
}

impl Default for MovementSort {
    /// The newest first.
    fn default() -> Self {
        MovementSort { column: MovementColumn::Day, descending: true }
    }
}

/// Where a page ended. It holds its own place in the order, so that the row may be changed or removed meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MovementAfter {
    /// The last row's identity.
    #[ts(type = "number")]
    pub id: MovementId,
    /// Its day.
    #[ts(type = "string")]
    pub day: NaiveDate,
    /// Its state, and so its kind.
    pub state: MovementState,
}

/// Some movements.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MovementPage {
    /// In the order asked for.
    pub movements: Vec<Movement>,
    /// What to ask for next, if others follow.
    pub next: Option<MovementAfter>,
    /// How many the client has.
    pub counts: MovementCounts,
}

/// How many movements a client has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MovementCounts {
    /// Purchases.
    #[ts(type = "number")]
    pub purchases: u64,
    /// Repairs.
    #[ts(type = "number")]
    pub repairs: u64,
    /// Deposits.
    #[ts(type = "number")]
    pub deposits: u64,
    /// Repairs that wait to be collected.
    #[ts(type = "number")]
    pub ready: u64,
}

impl MovementCounts {
    /// Counts so many movements in a state.
    pub(crate) fn add(&mut self, state: MovementState, movements: u32) {
        let movements = u64::from(movements);
        *match state.kind() {
            MovementKind::Purchase => &mut self.purchases,
            MovementKind::Repair => &mut self.repairs,
            MovementKind::Deposit => &mut self.deposits,
        } += movements;
        if state == MovementState::Ready {
            self.ready += movements;
        }
    }
}
