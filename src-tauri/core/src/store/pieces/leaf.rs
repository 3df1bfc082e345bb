//! How a block is packed: pieces in order, each with the places of those who have it.
//!
//! A leaf is a row of entries: the distance from the piece before (from 0 for the first), the length of what follows, and the places. Few
//! places are kept as the distances between them, many as one bit each. Numbers are in groups of seven bits, the lowest first, all but the
//! last with the eighth bit set.

use super::piece::Piece;
use super::{BLOCK, PLACE_BITS};
use crate::{Error, Result};

/// A leaf and its number fill a page, which has 4,016 bytes where pages are sealed.
const LEAF: usize = 3_900;
/// The bytes of a bit for each place.
#[allow(clippy::cast_possible_truncation, reason = "a few thousand")]
const ALL_PLACES: usize = (BLOCK / 8) as usize;

/// A set of places in a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Places([u64; ALL_PLACES / 8]);

impl Places {
    pub(super) const NONE: Places = Places([0; ALL_PLACES / 8]);
    pub(super) const ALL: Places = Places([u64::MAX; ALL_PLACES / 8]);

    fn add(&mut self, place: usize) -> Option<()> {
        *self.0.get_mut(place / 64)? |= 1 << (place % 64);
        Some(())
    }

    pub(super) fn keep(&mut self, other: &Places) {
        self.0.iter_mut().zip(other.0).for_each(|(bits, other)| *bits &= other);
    }

    pub(super) fn count(&self) -> usize {
        self.0.iter().map(|bits| bits.count_ones() as usize).sum()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = i64> + '_ {
        (0..)
            .zip(self.0)
            .flat_map(|(at, bits)| (0..64).filter(move |bit| bits & (1 << bit) != 0).map(move |bit| at * 64 + bit))
    }

    fn read(bytes: &[u8]) -> Option<Places> {
        let mut places = Places::NONE;
        if bytes.len() == ALL_PLACES {
            let (eights, _) = bytes.as_chunks::<8>();
            places.0.iter_mut().zip(eights).for_each(|(bits, eight)| *bits = u64::from_le_bytes(*eight));
            return Some(places);
        }
        let (mut rest, mut next) = (bytes, 0);
        while !rest.is_empty() {
            next += take(&mut rest)?;
            places.add(next)?;
            next += 1;
        }
        Some(places)
    }
}

/// The pieces of a block while they are gathered: each with a place.
#[derive(Debug, Default)]
pub(super) struct Gathered(Vec<u32>);

impl Gathered {
    pub(super) fn add(&mut self, piece: Piece, place: u32) {
        self.0.push((piece << PLACE_BITS) + place);
    }

    /// Each piece with a place, in order, once.
    pub(super) fn sorted(mut self) -> Vec<u32> {
        self.0.sort_unstable();
        self.0.dedup();
        self.0
    }

    /// The leaves, each with its first piece.
    pub(super) fn leaves(self) -> Vec<(Piece, Vec<u8>)> {
        let sorted = self.sorted();
        let mut leaves: Vec<(Piece, Vec<u8>)> = Vec::new();
        let (mut before, mut bytes) = (0, Vec::new());
        for entry in sorted.chunk_by(|a, b| a >> PLACE_BITS == b >> PLACE_BITS) {
            let piece = entry[0] >> PLACE_BITS;
            packed(entry, &mut bytes);
            match leaves.last_mut() {
                // Six bytes for the two numbers before the places.
                Some((_, leaf)) if leaf.len() + bytes.len() + 6 <= LEAF => {
                    put(leaf, (piece - before) as usize);
                    put(leaf, bytes.len());
                    leaf.extend_from_slice(&bytes);
                }
                _ => {
                    let mut leaf = Vec::with_capacity(LEAF);
                    put(&mut leaf, piece as usize);
                    put(&mut leaf, bytes.len());
                    leaf.extend_from_slice(&bytes);
                    leaves.push((piece, leaf));
                }
            }
            before = piece;
        }
        leaves
    }
}

/// The places of one piece, in the shorter of the two ways.
fn packed(entry: &[u32], bytes: &mut Vec<u8>) {
    bytes.clear();
    let place = |packed: &u32| (packed & ((1 << PLACE_BITS) - 1)) as usize;
    let mut next = 0;
    for at in entry.iter().map(place) {
        put(bytes, at - next);
        next = at + 1;
        if bytes.len() >= ALL_PLACES {
            break;
        }
    }
    if bytes.len() >= ALL_PLACES {
        bytes.clear();
        bytes.resize(ALL_PLACES, 0);
        for at in entry.iter().map(place) {
            bytes[at / 8] |= 1 << (at % 8);
        }
    }
}

/// Who has a piece, as a leaf says.
///
/// # Errors
/// `FileCorrupt` for what is no leaf.
pub(super) fn places_of(leaf: &[u8], piece: Piece) -> Result<Places> {
    let mut found = Places::NONE;
    each(leaf, |at, bytes| {
        if at == piece {
            found = Places::read(bytes)?;
        }
        Some(at < piece)
    })?;
    Ok(found)
}

/// Every piece of a leaf with each place.
///
/// # Errors
/// `FileCorrupt` for what is no leaf.
pub(super) fn unpacked(leaf: &[u8], into: &mut Vec<u32>) -> Result<()> {
    each(leaf, |piece, bytes| {
        into.extend(
            Places::read(bytes)?.iter().filter_map(|at| u32::try_from(at).ok()).map(|at| (piece << PLACE_BITS) + at),
        );
        Some(true)
    })
}

/// Calls `each` with every entry until it says `false`; it says nothing of what cannot be read.
fn each(mut leaf: &[u8], mut each: impl FnMut(Piece, &[u8]) -> Option<bool>) -> Result<()> {
    let mut piece = 0;
    while !leaf.is_empty() {
        let more = (|| {
            piece += u32::try_from(take(&mut leaf)?).ok()?;
            let length = take(&mut leaf)?;
            let (bytes, rest) = leaf.split_at_checked(length)?;
            leaf = rest;
            each(piece, bytes)
        })();
        if !more.ok_or(Error::FileCorrupt)? {
            break;
        }
    }
    Ok(())
}

fn put(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    bytes.push(number.to_le_bytes()[0]);
}

fn take(bytes: &mut &[u8]) -> Option<usize> {
    let (mut number, mut shift) = (0, 0);
    loop {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= usize::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(number);
        }
        shift += 7;
        if shift > 21 {
            return None;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn what_is_packed_is_found_again(
            some in prop::collection::vec((0..1_u32 << 20, 0..4_096_u32), 0..400),
            frequent in prop::collection::vec((7..9_u32, 0..4_096_u32), 0..1_500),
        ) {
            let (mut gathered, mut again) = (Gathered::default(), Gathered::default());
            for &(piece, place) in some.iter().chain(&frequent) {
                gathered.add(piece, place);
                again.add(piece, place);
            }
            let leaves = gathered.leaves();
            let mut read = Vec::new();
            for (_, leaf) in &leaves {
                assert!(leaf.len() <= LEAF);
                unpacked(leaf, &mut read).unwrap();
            }
            prop_assert_eq!(&read, &again.sorted());
            for &(piece, place) in some.iter().chain(&frequent[..frequent.len().min(9)]) {
                let leaf = leaves.iter().rfind(|(first, _)| *first <= piece).map(|(_, leaf)| leaf).unwrap();
                prop_assert!(places_of(leaf, piece).unwrap().iter().any(|at| at == i64::from(place)));
            }
        }

        #[test]
        fn whatever_bytes_a_leaf_has_nothing_is_read_beyond_them(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
            let _ = unpacked(&bytes, &mut Vec::new());
            let _ = places_of(&bytes, 70_000);
        }
    }
}
