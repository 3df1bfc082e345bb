//! The selection codes that a file names: created where the shop lacks them, brought back where it archived them.

use std::collections::HashMap;

use super::consents::recording::Place;
use crate::Result;
use crate::clients::ClientNumber;
use crate::labels::CodeId;
use crate::text::fold;

/// The codes met so far, by their folded names.
#[derive(Debug, Default)]
pub(super) struct Codes(HashMap<String, CodeId>);

impl Codes {
    /// Gives a client the codes of these names.
    ///
    /// # Errors
    /// What the database may say.
    pub(super) fn give(&mut self, place: Place<'_>, client: ClientNumber, names: &[String]) -> Result<()> {
        for name in names {
            let folded = fold(name);
            let code = if let Some(code) = self.0.get(&folded) {
                *code
            } else {
                let known = place.tx.rows().code_named(name)?.filter(|code| !code.archived);
                let code = known.map_or_else(|| place.tx.insert_code(name), |code| Ok(code.id))?;
                *self.0.entry(folded).or_insert(code)
            };
            place.tx.give_code(client, code)?;
        }
        Ok(())
    }
}
