//! The shop's selection codes, and those of a client.

use crate::clients::ClientNumber;
use crate::consents::Removal;
use crate::journal::{JournalChange, Operation};
use crate::labels::{ClientCode, ClientCodes, CodeId, SelectionCode, SetClientCodes, checked_code_name};
use crate::shop::{Outcome, Shop};
use crate::store::Tx;
use crate::{Error, Result};

impl Shop {
    /// All codes, in the shop's order, archived ones last.
    ///
    /// # Errors
    /// What the database may say.
    pub fn selection_codes(&self) -> Result<Vec<SelectionCode>> {
        self.store.rows().selection_codes()
    }

    /// Adds a code at the end, or brings an archived one of this name back.
    ///
    /// # Errors
    /// `NameMissing`, `NameTooLong`, `CodeNameUnfit`, `NameTaken`.
    pub fn create_selection_code(&mut self, name: &str) -> Result<Outcome<CodeId>> {
        let name = checked_code_name(name)?;
        self.transact(Operation::SetUpCodes, |tx| {
            let id = tx.insert_code(&name)?;
            tx.journal(None, None, &[JournalChange::new("selection_code", "", name.as_str())])?;
            Ok(id)
        })
    }

    /// Gives a code another name, which whoever has it sees too.
    ///
    /// # Errors
    /// `NameMissing`, `NameTooLong`, `CodeNameUnfit`, `NameTaken`, `CodeNotFound`.
    pub fn rename_selection_code(&mut self, id: CodeId, name: &str) -> Result<Outcome<()>> {
        let name = checked_code_name(name)?;
        self.transact(Operation::SetUpCodes, |tx| {
            let before = tx.rows().selection_code(id)?.name;
            tx.rename_code(id, &name)?;
            tx.journal(None, None, &[JournalChange::new("selection_code", before, name.as_str())])
        })
    }

    /// Puts the codes in this order; those that are not named stay behind.
    ///
    /// # Errors
    /// What the database may say.
    pub fn order_selection_codes(&mut self, order: &[CodeId]) -> Result<Outcome<()>> {
        let names = |tx: &Tx<'_>| -> Result<String> {
            Ok(tx.rows().selection_codes()?.into_iter().map(|code| code.name).collect::<Vec<_>>().join("; "))
        };
        self.transact(Operation::SetUpCodes, |tx| {
            let before = names(tx)?;
            tx.order_codes(order)?;
            tx.journal(None, None, &[JournalChange::new("selection_code_order", before, names(tx)?)])
        })
    }

    /// Deletes a code that nobody has, archives any other.
    ///
    /// # Errors
    /// `CodeNotFound`.
    pub fn remove_selection_code(&mut self, id: CodeId) -> Result<Outcome<Removal>> {
        self.transact(Operation::SetUpCodes, |tx| {
            let name = tx.rows().selection_code(id)?.name;
            let removal = tx.remove_code(id)?;
            tx.journal(None, None, &[JournalChange::new("selection_code", name, "")])?;
            Ok(removal)
        })
    }

    /// The codes of a client, and those that they may be given.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`.
    pub fn client_codes(&self, number: ClientNumber) -> Result<ClientCodes> {
        self.store.rows().client_codes(number)
    }

    /// Gives a client these codes and no others.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`, `ClientMerged`; `CodeNotFound`, also for an archived one that they do not have.
    pub fn set_client_codes(&mut self, request: &SetClientCodes) -> Result<Outcome<ClientCodes>> {
        let number = request.number;
        self.transact(Operation::SetCodes, |tx| {
            tx.rows().present(number)?;
            let before = tx.rows().codes_of(number)?;
            for id in &request.codes {
                let has = before.iter().any(|code| code.id == *id);
                if !has && tx.rows().selection_code(*id)?.archived {
                    return Err(Error::CodeNotFound);
                }
                if !has {
                    tx.give_code(number, *id)?;
                }
            }
            for code in before.iter().filter(|code| !request.codes.contains(&code.id)) {
                tx.take_code(number, code.id)?;
            }
            let after = tx.rows().codes_of(number)?;
            if before != after {
                tx.journal(
                    Some(number),
                    None,
                    &[JournalChange::new("selection_codes", names(&before), names(&after))],
                )?;
            }
            tx.rows().client_codes(number)
        })
    }
}

fn names(codes: &[ClientCode]) -> String {
    codes.iter().map(|code| code.name.as_str()).collect::<Vec<_>>().join("; ")
}
