//! Who is at the counter. It says who did what; it is no access right.

use super::{Outcome, Shop};
use crate::Result;
use crate::journal::{JournalChange, Operation};

impl Shop {
    /// Chooses who is at the counter; a new name is added to the list. Blank text changes nothing.
    ///
    /// # Errors
    /// What the database may say.
    pub fn choose_operator(&mut self, name: &str) -> Result<Outcome<()>> {
        let name: String = name.trim().chars().filter(|c| !c.is_control()).take(60).collect();
        if name.is_empty() {
            return Ok(Outcome { value: (), changes: crate::Changes::default() });
        }
        self.operator.clone_from(&name);
        self.transact(Operation::AddOperator, |tx| {
            if tx.add_operator(&name)? {
                tx.journal(None, None, &[JournalChange::new("operator", "", name.as_str())])?;
            }
            Ok(())
        })
    }
}
