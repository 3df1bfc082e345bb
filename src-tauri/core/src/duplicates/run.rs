//! The search: keys are gathered in one pass over the file, sorted, and only records that share one are compared.
//!
//! A stroke changes one of the two parts of a name and leaves the other one alone. So whoever is near in name shares a whole part, in the
//! same postcode; only names of a single part (companies) need the forms that lack one letter. Names are compared in memory, so that only
//! the records of pairs worth a score are read again.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, Ordering};

use super::keys::Keys;
use super::score::{LEAST, score};
use super::{DuplicateReason, DuplicatesSummary};
use crate::clients::ClientNumber;
use crate::{Error, Result};

/// What records are compared by, folded; telephones in E.164. Empty where there is nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) number: ClientNumber,
    pub(crate) civility: String,
    /// The company where there is no name.
    pub(crate) last: String,
    pub(crate) first: String,
    pub(crate) postcode: String,
    pub(crate) address: String,
    pub(crate) email: String,
    pub(crate) phone: String,
    pub(crate) mobile: String,
}

/// A set of reasons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reasons(u16);

impl Reasons {
    const ALL: [DuplicateReason; 11] = [
        DuplicateReason::SameEmail,
        DuplicateReason::SameMobile,
        DuplicateReason::SamePhone,
        DuplicateReason::SameName,
        DuplicateReason::SwappedName,
        DuplicateReason::NearName,
        DuplicateReason::SamePostcode,
        DuplicateReason::SameAddress,
        DuplicateReason::Household,
        DuplicateReason::OtherEmail,
        DuplicateReason::OtherMobile,
    ];

    pub(super) fn add(&mut self, reason: DuplicateReason) {
        self.0 |= 1 << reason as u16;
    }

    pub(crate) fn has(self, reason: DuplicateReason) -> bool {
        self.0 & (1 << reason as u16) != 0
    }

    /// In the order in which they are told.
    pub(crate) fn list(self) -> Vec<DuplicateReason> {
        Self::ALL.into_iter().filter(|reason| self.has(*reason)).collect()
    }
}

/// Two records that may be one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FoundPair {
    /// The smaller number.
    pub(crate) a: ClientNumber,
    pub(crate) b: ClientNumber,
    pub(crate) score: u8,
    pub(crate) reasons: Reasons,
}

/// What a search found, the surest first.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) pairs: Vec<FoundPair>,
    pub(crate) clients: i64,
    /// UTC milliseconds.
    pub(crate) at: i64,
    pub(crate) elapsed_ms: u64,
    pub(crate) cut_off: bool,
}

impl Found {
    /// How much there is.
    pub(crate) fn summary(&self) -> DuplicatesSummary {
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        DuplicatesSummary {
            pairs: count(self.pairs.len()),
            households: count(self.pairs.iter().filter(|pair| pair.reasons.has(DuplicateReason::Household)).count()),
            clients: self.clients,
            at: self.at,
            elapsed_ms: self.elapsed_ms,
            cut_off: self.cut_off,
        }
    }
}

/// How many pairs are kept.
const KEPT: usize = 100_000;
/// How many pairs are scored at once.
const LOT: usize = 20_000;

/// What a comparison needs beside its keys.
pub(crate) struct Comparison<'a> {
    /// Pairs that somebody called distinct, the smaller number first.
    pub(crate) distinct: &'a HashSet<(ClientNumber, ClientNumber)>,
    /// Reads records by their numbers, in that order.
    pub(crate) load: &'a mut dyn FnMut(&[ClientNumber]) -> Result<Vec<Candidate>>,
    /// Is told of pairs scored and of all.
    pub(crate) progress: &'a mut dyn FnMut(u64, u64),
    pub(crate) cancel: &'a AtomicBool,
}

impl Comparison<'_> {
    /// Compares whoever shares a key; says whether there were more pairs than are kept.
    ///
    /// # Errors
    /// `DuplicatesCancelled`; what `load` may say.
    pub(crate) fn run(&mut self, mut keys: Keys) -> Result<(Vec<FoundPair>, bool)> {
        let pairs = keys.pairs(self.cancel)?;
        let mut found: Vec<FoundPair> = Vec::new();
        let mut cut_off = false;
        for (lot, some) in pairs.chunks(LOT).enumerate() {
            if self.cancel.load(Ordering::Relaxed) {
                return Err(Error::DuplicatesCancelled);
            }
            (self.progress)((lot * LOT) as u64, pairs.len() as u64);
            let mut numbers: Vec<ClientNumber> = some.iter().flat_map(|(a, b)| [*a, *b]).collect();
            numbers.sort_unstable();
            numbers.dedup();
            let loaded = (self.load)(&numbers)?;
            let of = |number| loaded.binary_search_by_key(&number, |one| one.number).ok().map(|at| &loaded[at]);
            for &(a, b) in some.iter().filter(|pair| !self.distinct.contains(*pair)) {
                let (Some(one), Some(other)) = (of(a), of(b)) else { continue };
                let (points, reasons) = score(one, other);
                if points >= LEAST {
                    found.push(FoundPair { a, b, score: points, reasons });
                }
            }
            if found.len() > 4 * KEPT {
                cut_off |= keep_surest(&mut found);
            }
        }
        cut_off |= keep_surest(&mut found);
        Ok((found, cut_off))
    }
}

/// Puts the surest first and lets go of what is too many; says whether there was any.
fn keep_surest(found: &mut Vec<FoundPair>) -> bool {
    found.sort_unstable_by_key(|pair| (std::cmp::Reverse(pair.score), pair.a, pair.b));
    let cut_off = found.len() > KEPT;
    found.truncate(KEPT);
    cut_off
}
