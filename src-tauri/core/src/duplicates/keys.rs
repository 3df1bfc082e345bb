//! The keys by which records are brought together, and the pairs that share one.

use std::hash::{Hash as _, Hasher as _};
use std::sync::atomic::{AtomicBool, Ordering};

use rustc_hash::FxHasher;

use super::names::{Likeness, likeness};
use super::run::Candidate;
use crate::clients::ClientNumber;
use crate::text::without_a_letter;
use crate::{Error, Result};

/// An e-mail or a number that more people share is nobody's: « contact@… », a switchboard.
const SHARED: usize = 12;
/// Up to how many records with a part of a name in common are compared each with each; more are brought together by the other part first.
const EACH_WITH_EACH: usize = 64;

/// A key, and the record that has it, by its place among all.
type Keyed = (u64, u32);

/// The keys of all records, while they are gathered.
#[derive(Debug, Default)]
pub(crate) struct Keys {
    numbers: Vec<ClientNumber>,
    /// All names, one after the other, and where the parts of each end.
    names: String,
    ends: Vec<(u32, u32)>,
    contacts: Vec<Keyed>,
    /// A part of a name, in a postcode.
    parts: Vec<Keyed>,
    /// A form of a name of a single part, in a postcode.
    forms: Vec<Keyed>,
}

impl Keys {
    /// Adds a record. They come in the order of their numbers.
    pub(crate) fn add(&mut self, one: &Candidate) {
        let Ok(place) = u32::try_from(self.numbers.len()) else { return };
        self.numbers.push(one.number);
        self.names.push_str(&one.last);
        let end_of_last = self.names.len();
        self.names.push_str(&one.first);
        let short = |end: usize| u32::try_from(end).unwrap_or(u32::MAX);
        self.ends.push((short(end_of_last), short(self.names.len())));
        if !one.email.is_empty() {
            self.contacts.push((key(b'@', &[&one.email]), place));
        }
        if !one.mobile.is_empty() {
            self.contacts.push((key(b'+', &[&one.mobile]), place));
        }
        if !one.phone.is_empty() && one.phone != one.mobile {
            self.contacts.push((key(b'+', &[&one.phone]), place));
        }
        if one.postcode.is_empty() {
            return;
        }
        let single = one.last.is_empty() || one.first.is_empty();
        for part in [&one.last, &one.first].into_iter().filter(|part| !part.is_empty()) {
            self.parts.push((key(b'n', &[&one.postcode, part]), place));
            if single {
                let forms = without_a_letter(part).into_iter();
                self.forms.extend(forms.map(|form| (key(b'f', &[&one.postcode, &form]), place)));
            }
        }
    }

    /// How many records there are.
    pub(crate) fn len(&self) -> usize {
        self.numbers.len()
    }

    /// The pairs worth a score, the smaller number first, in order, each once.
    ///
    /// # Errors
    /// `DuplicatesCancelled`.
    pub(super) fn pairs(&mut self, cancel: &AtomicBool) -> Result<Vec<(ClientNumber, ClientNumber)>> {
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        blocks(std::mem::take(&mut self.contacts), cancel, |block| {
            if block.len() <= SHARED {
                each_with_each(block, |a, b| pairs.push((a, b)));
            }
        })?;
        for keys in [std::mem::take(&mut self.parts), std::mem::take(&mut self.forms)] {
            blocks(keys, cancel, |block| {
                if block.len() <= EACH_WITH_EACH {
                    each_with_each(block, |a, b| pairs.extend(self.near(a, b)));
                } else {
                    self.brought_together(block, &mut pairs);
                }
            })?;
        }
        pairs.sort_unstable();
        pairs.dedup();
        let number = |place: u32| self.numbers[place as usize];
        Ok(pairs.into_iter().map(|(a, b)| (number(a), number(b))).collect())
    }

    fn name(&self, place: u32) -> (&str, &str) {
        let place = place as usize;
        let start = if place == 0 { 0 } else { self.ends[place - 1].1 as usize };
        let (last, first) = (self.ends[place].0 as usize, self.ends[place].1 as usize);
        (&self.names[start..last], &self.names[last..first])
    }

    /// The pair, if its names are near.
    fn near(&self, a: u32, b: u32) -> Option<(u32, u32)> {
        use Likeness as L;
        let likeness = likeness(self.name(a), self.name(b));
        matches!(likeness, L::Same | L::Swapped | L::Near | L::LastOnly).then_some((a, b))
    }

    /// Of many records with a part of a name in common, those whose other part is the same or one stroke away.
    fn brought_together(&self, block: &[Keyed], pairs: &mut Vec<(u32, u32)>) {
        let mut forms: Vec<Keyed> = Vec::new();
        for (_, place) in block {
            let (last, first) = self.name(*place);
            for part in [last, first] {
                forms.extend(without_a_letter(part).into_iter().map(|form| (key(b'f', &[&form]), *place)));
            }
        }
        forms.sort_unstable();
        forms.dedup();
        for alike in forms.chunk_by(|a, b| a.0 == b.0) {
            // What all have in common tells nothing.
            if alike.len() <= (block.len() / 2).max(EACH_WITH_EACH) {
                each_with_each(alike, |a, b| pairs.extend(self.near(a, b)));
            }
        }
    }
}

fn key(kind: u8, words: &[&str]) -> u64 {
    let mut hasher = FxHasher::default();
    kind.hash(&mut hasher);
    words.hash(&mut hasher);
    hasher.finish()
}

/// Calls `each` with every run of records that share a key.
fn blocks(mut keys: Vec<Keyed>, cancel: &AtomicBool, mut each: impl FnMut(&[Keyed])) -> Result<()> {
    keys.sort_unstable();
    keys.dedup();
    for (at, block) in keys.chunk_by(|a, b| a.0 == b.0).enumerate() {
        if at % 4096 == 0 && cancel.load(Ordering::Relaxed) {
            return Err(Error::DuplicatesCancelled);
        }
        if block.len() > 1 {
            each(block);
        }
    }
    Ok(())
}

/// Places grow within a block, so that the first of a pair is the smaller one.
fn each_with_each(block: &[Keyed], mut each: impl FnMut(u32, u32)) {
    for (at, (_, a)) in block.iter().enumerate() {
        for (_, b) in &block[at + 1..] {
            each(*a, *b);
        }
    }
}
