//! Setting, trying and replacing the manager code.

use super::{Outcome, Shop};
use crate::journal::{JournalChange, Operation};
use crate::manager::{Tries, checked, hashed, matches, seconds, wait_after};
use crate::{Error, Result};

impl Shop {
    /// Whether the file has a manager code.
    ///
    /// # Errors
    /// What the database may say.
    pub fn has_manager_code(&self) -> Result<bool> {
        Ok(self.store.rows().manager_hash()?.is_some())
    }

    /// Tries a code. Without one in the file, any is right. The try is written down as a failure before the code is judged: whatever ends the
    /// program meanwhile gives no further try.
    ///
    /// # Errors
    /// `ManagerCodeWrong`, with the seconds until the next try; `ManagerCodeWait`, likewise, when it is too early for one.
    pub fn enter_manager_code(&mut self, code: &str) -> Result<()> {
        let tried = self.transact(Operation::EnterManagerCode, |tx| {
            let (Some(tries), Some(hash)) = (tx.rows().manager_tries()?, tx.rows().manager_hash()?) else {
                return Ok(None);
            };
            let (left, set_back) = tries.left(tx.now());
            if left > 0 {
                if set_back {
                    tx.keep_manager_tries(Tries { wait_until: tx.now() + left, ..tries })?;
                }
                // Committed, unlike an error: the wait that begins anew must stay.
                return Ok(Some(Err(Error::ManagerCodeWait(seconds(left)))));
            }
            let failures = tries.failures.saturating_add(1);
            let wait = wait_after(failures);
            let wait_until = if wait == 0 { 0 } else { tx.now() + wait };
            tx.keep_manager_tries(Tries { failures, wait_until })?;
            Ok(Some(Ok((hash, wait))))
        })?;
        let Some(tried) = tried.value else { return Ok(()) };
        let (hash, wait) = tried?;
        if !matches(code, &hash)? {
            return Err(Error::ManagerCodeWrong(seconds(wait)));
        }
        self.transact(Operation::EnterManagerCode, |tx| tx.keep_manager_tries(Tries { failures: 0, wait_until: 0 }))?;
        Ok(())
    }

    /// Sets the code, replaces it or removes it (`None`); `current` is the one until now.
    ///
    /// # Errors
    /// `ManagerCodeUnfit`; `ManagerCodeWrong`, `ManagerCodeWait` for the one until now.
    pub fn set_manager_code(&mut self, current: Option<&str>, code: Option<&str>) -> Result<Outcome<()>> {
        let hash = code.map(|code| hashed(checked(code)?)).transpose()?;
        self.enter_manager_code(current.unwrap_or_default())?;
        self.keep_manager_code(hash.as_deref())
    }

    /// Replaces a forgotten code, or removes it: whoever knows the file's passphrase may.
    ///
    /// # Errors
    /// `PassphraseWrong`; `ManagerCodeUnfit`.
    pub fn reset_manager_code(&mut self, passphrase: &str, code: Option<&str>) -> Result<Outcome<()>> {
        let hash = code.map(|code| hashed(checked(code)?)).transpose()?;
        self.store.check_passphrase(passphrase)?;
        self.keep_manager_code(hash.as_deref())
    }

    fn keep_manager_code(&mut self, hash: Option<&str>) -> Result<Outcome<()>> {
        self.transact(Operation::SetManagerCode, |tx| {
            let said = |is_set: bool| if is_set { "true" } else { "" };
            let before = said(tx.rows().manager_hash()?.is_some());
            tx.keep_manager_hash(hash)?;
            tx.journal(None, None, &[JournalChange::new("manager_code", before, said(hash.is_some()))])
        })
    }
}
