//! Duplicates over the whole file: which records may be the same person, how surely, and why.
//!
//! Nothing is merged here. Candidates come from sorted keys (the same e-mail, the same number, names written alike in a postcode), so
//! that nobody is compared with everybody; each pair is scored by what agrees and what speaks against it. People of one household share
//! an address and a number: they score low and say so. Pairs that somebody called distinct are left out for good. Birth dates are not
//! compared, because records hold none yet.

mod keys;
mod names;
mod run;
mod score;

pub(crate) use keys::Keys;
pub(crate) use run::{Candidate, Comparison, Found, FoundPair};

use serde::{Deserialize, Serialize};

use crate::clients::{ClientNumber, ClientRow};

/// What two records have in common, or what speaks against their being one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum DuplicateReason {
    /// The same e-mail address.
    SameEmail,
    /// The same mobile number.
    SameMobile,
    /// The same other telephone number.
    SamePhone,
    /// The same name, but for case and accents.
    SameName,
    /// The same name with last and first name exchanged.
    SwappedName,
    /// A name one stroke away.
    NearName,
    /// The same postcode.
    SamePostcode,
    /// The same address, in the same postcode.
    SameAddress,
    /// Against: different first names, or different civilities; people who live together.
    Household,
    /// Against: another e-mail address.
    OtherEmail,
    /// Against: another mobile number.
    OtherMobile,
}

/// Two records that may be one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DuplicatePair {
    /// The older record (the smaller number).
    pub a: ClientRow,
    /// The newer one.
    pub b: ClientRow,
    /// How surely they are one person, 0 to 100.
    pub score: u8,
    /// Why: what agrees, then what speaks against.
    pub reasons: Vec<DuplicateReason>,
}

/// What a search for duplicates found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DuplicatesSummary {
    /// How many pairs.
    pub pairs: u32,
    /// How many of them are probably households.
    pub households: u32,
    /// How many clients were compared.
    #[ts(type = "number")]
    pub clients: i64,
    /// When it was made, UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// How long it took, in milliseconds.
    #[ts(type = "number")]
    pub elapsed_ms: u64,
    /// Whether there were more than are kept; the surest are.
    pub cut_off: bool,
}

/// Some of the pairs, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DuplicatesRequest {
    /// Pairs to skip.
    pub offset: u32,
    /// At most so many, 1 to 200.
    pub limit: u32,
    /// Only pairs with at least this score, 0 to 100.
    pub minimum: u8,
}

/// Some of the pairs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DuplicatesPage {
    /// What was found; `null` until somebody searched.
    pub summary: Option<DuplicatesSummary>,
    /// The pairs that still stand, the surest first: neither merged, deleted nor dismissed since.
    pub pairs: Vec<DuplicatePair>,
    /// How many there are with that score.
    pub total: u32,
    /// The offset of the next page, if there is one.
    pub next: Option<u32>,
}

/// Two records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct PairRequest {
    /// One.
    #[ts(type = "number")]
    pub a: ClientNumber,
    /// The other.
    #[ts(type = "number")]
    pub b: ClientNumber,
}
