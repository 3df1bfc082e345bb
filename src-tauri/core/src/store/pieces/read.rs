//! The pieces of the records of a block.

use rusqlite::Row;

use super::leaf::Gathered;
use super::piece::{TEXTS, each_of, filled};
use super::{BLOCK, Piece};
use crate::clients::{ClientField, ClientNumber};
use crate::lists::{FieldKind, ListField};
use crate::phones::Phone;
use crate::store::Rows;
use crate::text::fold;
use crate::{Error, Result};

impl Rows<'_> {
    /// The pieces that the records of a block have, but for records that say nothing any more. Merged ones count: they may be put back.
    ///
    /// # Errors
    /// What the database may say.
    pub(super) fn pieces_of_block(&self, block: i64, mut wanted: impl FnMut(ClientNumber) -> bool) -> Result<Gathered> {
        let columns = TEXTS.map(ListField::code).join(", ");
        let mut select = self.0.prepare_cached(&format!(
            "SELECT number, professional, phone_readable, mobile_readable, {columns} FROM client
             WHERE number BETWEEN ?1 AND ?2 AND (removed_at IS NULL OR merged_into IS NOT NULL)"
        ))?;
        let mut gathered = Gathered::default();
        let mut rows = select.query([block * BLOCK, block * BLOCK + BLOCK - 1])?;
        while let Some(row) = rows.next()? {
            let number: ClientNumber = row.get(0)?;
            if wanted(number) {
                let place = u32::try_from(number % BLOCK).map_err(|_| Error::FileCorrupt)?;
                each_of_record(row, |piece| gathered.add(piece, place))?;
            }
        }
        Ok(gathered)
    }
}

fn each_of_record(row: &Row<'_>, mut each: impl FnMut(Piece)) -> Result<()> {
    const PROFESSIONAL: ListField = ListField::Record(ClientField::Professional);
    filled(PROFESSIONAL, row.get(1)?).into_iter().for_each(&mut each);
    for (at, field) in TEXTS.into_iter().enumerate() {
        let text = row.get_ref(at + 4)?.as_str().map_err(|_| Error::FileCorrupt)?;
        filled(field, !text.is_empty()).into_iter().for_each(&mut each);
        if text.is_empty() {
            continue;
        }
        match field.kind() {
            FieldKind::Phone => {
                let readable = row.get(if field == ListField::Record(ClientField::Phone) { 2 } else { 3 })?;
                each_of(field, &Phone::from_stored(text, readable).digits(), &mut each);
            }
            FieldKind::Choice => each_of(field, text, &mut each),
            _ => each_of(field, &fold(text), &mut each),
        }
    }
    Ok(())
}
