//! Who has some pieces.

use rusqlite::OptionalExtension;

use super::leaf::{Places, places_of};
use super::{BLOCK, PIECE_BITS, Piece, leaf_id};
use crate::clients::ClientNumber;
use crate::store::Rows;
use crate::{Error, Result};

/// So few are compared sooner than another piece is looked up.
const ENOUGH: usize = 200;

impl Rows<'_> {
    /// Everybody who has all of some pieces, of which so many are looked up at most, with all who are unread; nothing if they are more than
    /// `most`.
    ///
    /// # Errors
    /// `Interrupted`; what the database may say.
    pub(in crate::store) fn with_pieces(
        &self,
        pieces: &[Piece],
        looked_up: usize,
        most: usize,
    ) -> Result<Option<Vec<ClientNumber>>> {
        // First: whoever is written into their block meanwhile is in one of the two.
        let mut numbers: Vec<ClientNumber> = self
            .0
            .prepare_cached("SELECT client FROM text_unread")?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let greatest: Option<i64> =
            self.0.prepare_cached("SELECT max(number) FROM client")?.query_row([], |row| row.get(0))?;
        let mut blocks: Vec<(i64, Places)> =
            (0..=greatest.unwrap_or_default() / BLOCK).map(|block| (block, Places::ALL)).collect();
        let mut count = usize::MAX;
        for &piece in pieces.iter().take(looked_up) {
            for (block, places) in &mut blocks {
                places.keep(&self.places_in_block(*block, piece)?);
            }
            blocks.retain(|(_, places)| *places != Places::NONE);
            count = blocks.iter().map(|(_, places)| places.count()).sum();
            if count <= ENOUGH {
                break;
            }
        }
        if count.saturating_add(numbers.len()) > most {
            return Ok(None);
        }
        for (block, places) in &blocks {
            numbers.extend(places.iter().map(|place| block * BLOCK + place));
        }
        Ok(Some(numbers))
    }

    /// Who of a block has a piece.
    fn places_in_block(&self, block: i64, piece: Piece) -> Result<Places> {
        let mut select =
            self.0.prepare_cached("SELECT id, pieces FROM text_leaf WHERE id <= ?1 ORDER BY id DESC LIMIT 1")?;
        let found = select.query_row([leaf_id(block, piece)], |row| {
            let id: i64 = row.get(0)?;
            if id >> PIECE_BITS != block {
                return Ok(Ok(Places::NONE));
            }
            Ok(row.get_ref(1)?.as_blob().map_err(|_| Error::FileCorrupt).and_then(|leaf| places_of(leaf, piece)))
        });
        found.optional()?.unwrap_or(Ok(Places::NONE))
    }
}
