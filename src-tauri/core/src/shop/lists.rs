//! Lists by name, and what a list can be made of.

use super::{Outcome, Shop};
use crate::consents::{Kind, checked_name};
use crate::exports::channels;
use crate::journal::{JournalChange, Operation};
use crate::lists::{BY_DEFAULT, ListField, ListFieldInfo, NewSavedList, SavedList, SavedListId};
use crate::{Reader, Result};

impl Shop {
    /// All saved lists, by name.
    ///
    /// # Errors
    /// What the database may say.
    pub fn saved_lists(&self) -> Result<Vec<SavedList>> {
        self.store.rows().saved_lists()
    }

    /// Saves a list under a name.
    ///
    /// # Errors
    /// `NameMissing`, `NameTooLong`, `NameTaken`; `ListInvalid`; `ListNotFound` for one to be replaced that is not there.
    pub fn save_list(&mut self, new: &NewSavedList) -> Result<Outcome<SavedList>> {
        let name = checked_name(&new.name)?;
        self.transact(Operation::SaveList, |tx| {
            tx.rows().check_list(&new.query)?;
            let before = new.id.map(|id| tx.rows().saved_list(id)).transpose()?;
            let id = tx.write_list(new.id, &name, &new.query)?;
            let old = before.map(|list| list.name).unwrap_or_default();
            tx.journal(None, None, &[JournalChange::new("list", old, name.as_str())])?;
            tx.rows().saved_list(id)
        })
    }

    /// Forgets a list. What was made with it stays.
    ///
    /// # Errors
    /// `ListNotFound`.
    pub fn remove_list(&mut self, id: SavedListId) -> Result<Outcome<()>> {
        self.transact(Operation::RemoveList, |tx| {
            let list = tx.rows().saved_list(id)?;
            tx.delete_list(id)?;
            tx.journal(None, None, &[JournalChange::new("list", list.name, "")])
        })
    }
}

impl Reader {
    /// What a list of this file can be made of, in the order in which it is offered: the fields of every record, then those of each indicator
    /// that is asked.
    ///
    /// # Errors
    /// What the database may say.
    pub fn list_fields(&self) -> Result<Vec<ListFieldInfo>> {
        let mut fields: Vec<ListFieldInfo> = ListField::ALL.iter().map(|field| info(*field, None)).collect();
        for indicator in self.rows().indicators()?.into_iter().filter(|indicator| indicator.archived_at.is_none()) {
            for of in [ListField::Consent, ListField::ConsentMode, ListField::ConsentDate] {
                let mut info = info(of(indicator.id), Some(indicator.name.clone()));
                // What must be agreed to holds for nobody by default.
                info.choices.retain(|choice| *choice != BY_DEFAULT || indicator.kind == Kind::OptOut);
                fields.push(info);
            }
        }
        Ok(fields)
    }
}

fn info(field: ListField, indicator: Option<String>) -> ListFieldInfo {
    ListFieldInfo {
        field,
        kind: field.kind(),
        operators: field.operators().to_vec(),
        sorts: field.is_compared(),
        choices: field.choices(),
        channels: channels(field).to_vec(),
        indicator,
    }
}
