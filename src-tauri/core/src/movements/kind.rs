//! What kinds of movements there are, and where each may stand.

use serde::{Deserialize, Serialize};

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum MovementKind {
    /// « Achat ».
    Purchase,
    /// « SAV ».
    Repair,
    /// « Dépôt » of a thing, or « acompte ».
    Deposit,
}

/// Where it stands. Each state belongs to one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum MovementState {
    /// A repair: « reçu ».
    Received,
    /// A repair: « en atelier ».
    InWorkshop,
    /// A repair: « prêt ».
    Ready,
    /// A repair: « rendu », which ends it.
    Returned,
    /// A deposit that the shop holds.
    Held,
    /// A deposit: « restitué ».
    GivenBack,
    /// A purchase.
    Bought,
}

impl MovementKind {
    /// All kinds, in the order of the window.
    pub const ALL: [MovementKind; 3] = [MovementKind::Purchase, MovementKind::Repair, MovementKind::Deposit];

    /// The code in the file.
    pub const fn code(self) -> &'static str {
        match self {
            MovementKind::Purchase => "purchase",
            MovementKind::Repair => "repair",
            MovementKind::Deposit => "deposit",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<MovementKind> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

impl MovementState {
    /// All states, in the order in which a table shows them: what is still in the shop first.
    pub const ALL: [MovementState; 7] = [
        MovementState::Received,
        MovementState::InWorkshop,
        MovementState::Ready,
        MovementState::Held,
        MovementState::Returned,
        MovementState::GivenBack,
        MovementState::Bought,
    ];

    /// The code in the file.
    pub const fn code(self) -> &'static str {
        match self {
            MovementState::Received => "received",
            MovementState::InWorkshop => "in_workshop",
            MovementState::Ready => "ready",
            MovementState::Returned => "returned",
            MovementState::Held => "held",
            MovementState::GivenBack => "given_back",
            MovementState::Bought => "bought",
        }
    }

    /// The state with this code.
    pub fn from_code(code: &str) -> Option<MovementState> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whose state it is.
    pub const fn kind(self) -> MovementKind {
        match self {
            MovementState::Bought => MovementKind::Purchase,
            MovementState::Held | MovementState::GivenBack => MovementKind::Deposit,
            _ => MovementKind::Repair,
        }
    }

    /// How far a repair has come.
    pub(crate) const fn step(self) -> u8 {
        match self {
            MovementState::InWorkshop => 1,
            MovementState::Ready => 2,
            MovementState::Returned => 3,
            _ => 0,
        }
    }
}
