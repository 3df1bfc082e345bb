//! Whether every record has its pieces.

use std::collections::BTreeSet;

use super::leaf::unpacked;
use super::{BLOCK, PLACE_BITS, leaf_id};
use crate::clients::ClientNumber;
use crate::store::Rows;
use crate::{Error, Result};

impl Rows<'_> {
    /// How many clients a question about their texts might not find.
    ///
    /// # Errors
    /// What the database may say; `FileCorrupt` for a leaf that is none.
    pub(in crate::store) fn count_unfindable(&self) -> Result<usize> {
        let unread: BTreeSet<ClientNumber> = self
            .0
            .prepare("SELECT client FROM text_unread")?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let greatest: Option<i64> = self.0.query_row("SELECT max(number) FROM client", [], |row| row.get(0))?;
        let mut select = self.0.prepare("SELECT pieces FROM text_leaf WHERE id >= ?1 AND id < ?2 ORDER BY id")?;
        let mut unfindable = 0;
        for block in 0..=greatest.unwrap_or_default() / BLOCK {
            let mut kept = Vec::new();
            let mut leaves = select.query([leaf_id(block, 0), leaf_id(block + 1, 0)])?;
            while let Some(leaf) = leaves.next()? {
                unpacked(leaf.get_ref(0)?.as_blob().map_err(|_| Error::FileCorrupt)?, &mut kept)?;
            }
            let mut kept = kept.into_iter().peekable();
            let mut without = BTreeSet::new();
            for expected in self.pieces_of_block(block, |client| !unread.contains(&client))?.sorted() {
                while kept.next_if(|piece| *piece < expected).is_some() {}
                if kept.peek() != Some(&expected) {
                    without.insert(expected & ((1 << PLACE_BITS) - 1));
                }
            }
            unfindable += without.len();
        }
        Ok(unfindable)
    }
}
