//! A client's bank account.

use crate::clients::ClientNumber;
use crate::journal::{JournalChange, Operation};
use crate::labels::{BankPanel, Fields, RevealedAccount, SaveBankAccount, StoredAccount, changes};
use crate::shop::{Outcome, Shop};
use crate::{Error, Result};

impl Shop {
    /// The account of a client, its IBAN masked, and what they owe.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`.
    pub fn bank_account(&self, number: ClientNumber) -> Result<BankPanel> {
        self.store.rows().bank_panel(number)
    }

    /// Notes or changes a client's account. The journal says that it changed, with masked values.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`, `ClientMerged`; `LabelChanged`; `BankAccountInvalid`, `NameTooLong`, `DayUnlikely`.
    pub fn save_bank_account(&mut self, request: &SaveBankAccount) -> Result<Outcome<BankPanel>> {
        let number = request.number;
        self.transact(Operation::SaveBankAccount, |tx| {
            tx.rows().present(number)?;
            let before = tx.rows().stored_account(number)?;
            if before.as_ref().map_or(0, |before| before.revision) != request.revision {
                return Err(Error::LabelChanged);
            }
            let after = request.checked(before.as_ref())?;
            let old = before.as_ref().map(StoredAccount::fields).unwrap_or_default();
            let new = after.fields();
            let mut changes = changes(&old, &new);
            if before.as_ref().is_some_and(|before| before.iban != after.iban)
                && changes.iter().all(|change| change.field != "bank_iban")
            {
                // Two accounts that look alike under their masks.
                changes.push(JournalChange::new("bank_iban", after.iban.masked(), after.iban.masked()));
            }
            if !changes.is_empty() {
                tx.write_account(number, &after)?;
                tx.journal(Some(number), None, &changes)?;
            }
            tx.rows().bank_panel(number)
        })
    }

    /// Removes a client's account.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`, `ClientMerged`; `LabelNotFound`, `LabelChanged`.
    pub fn remove_bank_account(&mut self, number: ClientNumber, revision: i64) -> Result<Outcome<BankPanel>> {
        self.transact(Operation::SaveBankAccount, |tx| {
            tx.rows().present(number)?;
            let before = tx.rows().stored_account(number)?.ok_or(Error::LabelNotFound)?;
            if before.revision != revision {
                return Err(Error::LabelChanged);
            }
            tx.delete_account(number)?;
            tx.journal(Some(number), None, &changes(&before.fields(), &Fields::new()))?;
            tx.rows().bank_panel(number)
        })
    }

    /// The whole IBAN of a client. It changes nothing, and leaves an entry all the same, as an export does: whoever asks to see a bank
    /// account must be able to say why (GDPR art. 5(2), 32).
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`, `ClientMerged`; `LabelNotFound` without an account.
    pub fn reveal_bank_account(&mut self, number: ClientNumber) -> Result<Outcome<RevealedAccount>> {
        self.transact(Operation::RevealBankAccount, |tx| {
            tx.rows().present(number)?;
            let account = tx.rows().stored_account(number)?.ok_or(Error::LabelNotFound)?;
            tx.journal(Some(number), None, &[])?;
            Ok(RevealedAccount { iban: account.iban.whole() })
        })
    }
}
