//! « Codes de sélection »: words of the shop's own list that a client is given, and that lists ask for.
//!
//! Administration › Codes keeps the list. A code that some client has is archived instead of deleted: it stays where it is and is given to
//! nobody else. Creating one of an archived code's name brings that one back.

use serde::{Deserialize, Serialize};

use super::line;
use crate::clients::ClientNumber;
use crate::{Error, Result};

/// The identity of a selection code in the file.
pub type CodeId = i64;

/// The longest name of a code, in characters.
pub(crate) const CODE_NAME_MAX: u32 = 40;

/// A selection code of the shop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SelectionCode {
    /// Its identity.
    #[ts(type = "number")]
    pub id: CodeId,
    /// « Montres ».
    pub name: String,
    /// How many clients have it.
    #[ts(type = "number")]
    pub uses: i64,
    /// Since when it is given to nobody else, UTC milliseconds.
    #[ts(type = "number | null")]
    pub archived_at: Option<i64>,
}

/// A code that a client has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ClientCode {
    /// Which.
    #[ts(type = "number")]
    pub id: CodeId,
    /// Its name.
    pub name: String,
    /// Whether it is given to nobody else any more.
    pub archived: bool,
}

/// The panel: what the client has, and what they may be given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ClientCodes {
    /// In the shop's order.
    pub codes: Vec<ClientCode>,
    /// All that are not archived, in the shop's order.
    pub known: Vec<ClientCode>,
}

/// The codes that a client has from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SetClientCodes {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// All of them. An archived one may only stay.
    #[ts(type = "number[]")]
    pub codes: Vec<CodeId>,
}

/// The name of a code. Neither comma nor semicolon: imports and exports separate codes by them.
///
/// # Errors
/// `NameMissing`, `NameTooLong`; `CodeNameUnfit`.
pub(crate) fn checked_code_name(typed: &str) -> Result<String> {
    let name = line(typed, CODE_NAME_MAX)?;
    if name.is_empty() {
        return Err(Error::NameMissing);
    }
    if name.contains([',', ';', '|']) { Err(Error::CodeNameUnfit) } else { Ok(name) }
}

/// The names in a cell such as « Montres; Or 18 k », without repetition (case and accents do not count).
pub fn code_names(cell: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in cell.split([';', ',', '|', '\n']).map(crate::consents::legible).filter(|name| !name.is_empty()) {
        if names.iter().all(|other| crate::text::fold(other) != crate::text::fold(&name)) {
            names.push(name);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_names_each_code_once() {
        assert_eq!(code_names("Montres; Or 18 k,montres ;; Fidèle"), ["Montres", "Or 18 k", "Fidèle"]);
        assert!(code_names(" ; , ").is_empty());
    }

    #[test]
    fn a_name_can_be_told_from_two() {
        assert_eq!(checked_code_name(" Or 18 k ").unwrap(), "Or 18 k");
        assert!(matches!(checked_code_name("Or; argent"), Err(Error::CodeNameUnfit)));
        assert!(matches!(checked_code_name(" "), Err(Error::NameMissing)));
        assert!(matches!(checked_code_name(&"a".repeat(41)), Err(Error::NameTooLong(40))));
    }
}
