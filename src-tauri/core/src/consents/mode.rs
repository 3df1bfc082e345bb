//! Agreement modes: the ways in which a client may have agreed. The shop keeps the list; a decision keeps the words.

use serde::{Deserialize, Serialize};

use super::indicator::checked_name;
use crate::Result;

/// The identity of a mode in the file.
pub type ModeId = i64;

/// A way of agreeing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct AgreementMode {
    /// Its identity.
    #[ts(type = "number")]
    pub id: ModeId,
    /// `oral`, `written`, `mail`, `sms`, `letter`, `other` for those shipped, so that the window can draw them; else empty.
    pub code: String,
    /// Its short name: « Écrit ».
    pub name: String,
    /// What the history says: « Accord écrit ».
    pub label: String,
    /// An example: « bulletin, fiche signée ».
    pub hint: String,
    /// Whether a grant by it must say more.
    pub needs_detail: bool,
    /// How many grants name it.
    #[ts(type = "number")]
    pub uses: i64,
}

/// A mode to be added, or new words for one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct NewMode {
    /// Its short name, at most 60 characters.
    pub name: String,
    /// What the history says, at most 60 characters.
    pub label: String,
    /// An example, or empty.
    pub hint: String,
}

impl NewMode {
    /// Checks the words; returns them trimmed.
    ///
    /// # Errors
    /// `NameMissing`, `NameTooLong`.
    pub fn checked(&self) -> Result<NewMode> {
        let hint = if self.hint.trim().is_empty() { String::new() } else { checked_name(&self.hint)? };
        Ok(NewMode { name: checked_name(&self.name)?, label: checked_name(&self.label)?, hint })
    }
}
