//! The pieces of texts: which three letters in a row each client's texts hold, so that a text that few have is found without looking at
//! everybody.
//!
//! Clients are taken in blocks of 4,096 numbers. A block holds each piece that occurs in it, in order, with those who have it, packed into
//! leaves of one page: to know who has a piece is to read one page a block. A block is always written whole, from its records, so that
//! nothing stays of what was deleted. Whoever changes is noted as unread, and is a candidate for every question until then: a save costs a
//! row of one number, and now and then a block.
//!
//! Pieces never decide: whoever has all pieces of a text is compared with it as everybody else.

mod find;
mod leaf;
mod piece;
mod read;
#[cfg(test)]
mod tests;
mod verify;
mod write;

pub(super) use piece::{Piece, alternatives};
pub(super) use write::{Changed, write_all};

/// How many clients a block can hold, and of how many bits their places in it are.
const BLOCK: i64 = 1 << PLACE_BITS;
const PLACE_BITS: u32 = 12;
/// Of how many bits a piece is.
const PIECE_BITS: u32 = 20;

/// The number under which a leaf that begins with a piece is kept.
fn leaf_id(block: i64, piece: Piece) -> i64 {
    (block << PIECE_BITS) + i64::from(piece)
}
