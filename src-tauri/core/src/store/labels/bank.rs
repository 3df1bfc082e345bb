//! Bank accounts. Of a family, that of the record that stays holds, else the newest of the others.

use rusqlite::{OptionalExtension, Row, params};

use crate::Result;
use crate::clients::ClientNumber;
use crate::labels::{BankPanel, Iban, StoredAccount};
use crate::store::clients::FAMILY;
use crate::store::{Rows, Tx};

impl Rows<'_> {
    /// The account of a client, and what they owe.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`.
    pub(crate) fn bank_panel(&self, number: ClientNumber) -> Result<BankPanel> {
        let number = self.living(number)?;
        let account = self.stored_account(number)?.map(|account| account.shown());
        Ok(BankPanel { account, balance: self.owed(number)? })
    }

    /// The account of a client, its IBAN whole.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn stored_account(&self, number: ClientNumber) -> Result<Option<StoredAccount>> {
        Ok(self
            .0
            .prepare_cached(&format!(
                "SELECT revision, holder, iban, bic, mandate_reference, mandate_on FROM bank_account
                 WHERE client IN {FAMILY} ORDER BY client <> ?1, updated_at DESC LIMIT 1"
            ))?
            .query_row([number], account)
            .optional()?)
    }
}

impl Tx<'_> {
    /// Writes the account of a client.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn write_account(&self, number: ClientNumber, account: &StoredAccount) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO bank_account
                     (client, revision, holder, iban, bic, mandate_reference, mandate_on, updated_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute(params![
                number,
                account.revision + 1,
                account.holder,
                account.iban.electronic(),
                account.bic,
                account.mandate_reference,
                account.mandate_on,
                self.now()
            ])?;
        self.touch(number);
        Ok(())
    }

    /// Removes the account of a client and those of the records that went into theirs.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn delete_account(&self, number: ClientNumber) -> Result<()> {
        self.connection
            .prepare_cached(&format!("DELETE FROM bank_account WHERE client IN {FAMILY}"))?
            .execute([number])?;
        self.touch(number);
        Ok(())
    }
}

fn account(row: &Row<'_>) -> rusqlite::Result<StoredAccount> {
    Ok(StoredAccount {
        revision: row.get("revision")?,
        holder: row.get("holder")?,
        iban: Iban::from_stored(row.get("iban")?),
        bic: row.get("bic")?,
        mandate_reference: row.get("mandate_reference")?,
        mandate_on: row.get("mandate_on")?,
    })
}
