//! « Infos portage »: how what a client is delivered reaches them.

use serde::{Deserialize, Serialize};

use super::{Fields, line, said};
use crate::clients::ClientNumber;
use crate::{Error, Result};

/// The longest round, depositary and instruction, in characters.
pub(crate) const ROUND_MAX: u32 = 40;
/// See [`ROUND_MAX`].
pub(crate) const DEPOSITARY_MAX: u32 = 100;
/// See [`ROUND_MAX`].
pub(crate) const INSTRUCTION_MAX: u32 = 200;

/// How it is brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum CarriageMode {
    /// « Porté »: by a carrier, in a round.
    Carried,
    /// « Posté »: by mail.
    Posted,
    /// « Retrait en boutique ».
    Collected,
}

/// How it is brought to one client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Carriage {
    /// Grows with every change.
    #[ts(type = "number")]
    pub revision: i64,
    /// How.
    pub mode: CarriageMode,
    /// « Tournée », at most 40 characters, or empty.
    pub round: String,
    /// « Ordre »: the place in the round, from 1; `null` where there is none.
    pub rank: Option<u32>,
    /// « Dépositaire », at most 100 characters, or empty.
    pub depositary: String,
    /// « Consigne », at most 200 characters, or empty.
    pub instruction: String,
}

/// The panel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CarriagePanel {
    /// `null` where nobody said how.
    pub carriage: Option<Carriage>,
}

/// How it is brought from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SaveCarriage {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// The revision that was read; 0 where there was none.
    #[ts(type = "number")]
    pub revision: i64,
    /// How; `null` forgets it and all the rest.
    pub mode: Option<CarriageMode>,
    /// « Tournée », at most 40 characters, or empty.
    pub round: String,
    /// « Ordre », from 1 to 99,999.
    pub rank: Option<u32>,
    /// « Dépositaire », at most 100 characters, or empty.
    pub depositary: String,
    /// « Consigne », at most 200 characters, or empty.
    pub instruction: String,
}

impl CarriageMode {
    /// All of them, in the order of the panel.
    pub const ALL: [CarriageMode; 3] = [CarriageMode::Carried, CarriageMode::Posted, CarriageMode::Collected];

    /// The code in the file and in the journal.
    pub const fn code(self) -> &'static str {
        match self {
            CarriageMode::Carried => "carried",
            CarriageMode::Posted => "posted",
            CarriageMode::Collected => "collected",
        }
    }

    /// The mode with this code.
    pub fn from_code(code: &str) -> Option<CarriageMode> {
        Self::ALL.into_iter().find(|mode| mode.code() == code)
    }
}

impl SaveCarriage {
    /// How it is brought from now on, checked; nothing to forget it.
    ///
    /// # Errors
    /// `NameTooLong`; `RankUnfit`.
    pub(crate) fn checked(&self) -> Result<Option<Carriage>> {
        let Some(mode) = self.mode else { return Ok(None) };
        if self.rank.is_some_and(|rank| !(1..100_000).contains(&rank)) {
            return Err(Error::RankUnfit);
        }
        Ok(Some(Carriage {
            revision: self.revision,
            mode,
            round: line(&self.round, ROUND_MAX)?,
            rank: self.rank,
            depositary: line(&self.depositary, DEPOSITARY_MAX)?,
            instruction: line(&self.instruction, INSTRUCTION_MAX)?,
        }))
    }
}

impl Carriage {
    /// For the journal.
    pub(crate) fn fields(&self) -> Fields {
        vec![
            ("carriage_mode", self.mode.code().to_owned()),
            ("carriage_round", self.round.clone()),
            ("carriage_rank", said(self.rank)),
            ("carriage_depositary", self.depositary.clone()),
            ("carriage_instruction", self.instruction.clone()),
        ]
    }
}
