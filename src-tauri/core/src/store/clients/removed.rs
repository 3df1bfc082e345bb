//! Taking records out of sight, putting them back, and making them say nothing any more.

use rusqlite::params;

use crate::Result;
use crate::clients::{ClientNumber, ClientRecord};
use crate::phones::Phone;
use crate::store::{Tx, search};

impl Tx<'_> {
    /// Takes a record out of sight: no search, list, count or gate finds it any more. With `merged_into`, it is read with that record.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn hide_client(&self, record: &ClientRecord, merged_into: Option<ClientNumber>) -> Result<()> {
        let number = record.number;
        self.connection
            .prepare_cached(
                "UPDATE client SET removed_at = ?2, merged_into = ?3, revision = revision + 1 WHERE number = ?1",
            )?
            .execute(params![number, self.now(), merged_into])?;
        // They are listed elsewhere from now on, or nowhere.
        self.touch_messages();
        self.unlist(number, record.inactive.is_some())
    }

    /// Takes a client out of the indexes and counts beside their record.
    fn unlist(&self, number: ClientNumber, inactive: bool) -> Result<()> {
        search::remove(self.connection, inactive, number)?;
        self.connection.prepare_cached("DELETE FROM client_contact WHERE client = ?1")?.execute([number])?;
        self.connection.prepare_cached("DELETE FROM recent_view WHERE client = ?1")?.execute([number])?;
        self.count_clients(-1, -i64::from(inactive))?;
        self.touch(number);
        Ok(())
    }

    /// Puts a record back that was taken out of sight and still says what it said.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn put_back_client(&self, number: ClientNumber) -> Result<ClientRecord> {
        self.connection
            .prepare_cached(
                "UPDATE client SET removed_at = NULL, merged_into = NULL, revision = revision + 1 WHERE number = ?1",
            )?
            .execute([number])?;
        self.know_to_the_gate(number)?;
        let record = self.rows().client(number)?;
        let (phone, mobile) = (Phone::parse(&record.client.phone), Phone::parse(&record.client.mobile));
        let words = search::words(number, &record.client, &phone, &mobile);
        search::add(self.connection, record.inactive.is_some(), number, &words)?;
        self.learn_names(&super::name_fold(&record.client), &record.client)?;
        self.count_clients(1, i64::from(record.inactive.is_some()))?;
        self.touch_messages();
        self.touch(number);
        Ok(record)
    }

    /// Makes a hidden record say nothing any more: its fields, its name among those that are near a misspelling, the values in its journal, the
    /// texts and addresses of its messages. What waits in the outbox is cancelled.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn blank_client(&self, number: ClientNumber) -> Result<()> {
        self.names_gone(number)?;
        // Before its journal: that lets go of the values of a record that was deleted, and of no other.
        self.connection.prepare_cached(include_str!("blank.sql"))?.execute(params![number, self.now()])?;
        self.connection
            .prepare_cached("DELETE FROM journal_change WHERE entry IN (SELECT id FROM journal WHERE client = ?1)")?
            .execute([number])?;
        self.texts_gone(number)?;
        self.blank_accounts(number)?;
        let messages = self.connection.prepare_cached(include_str!("blank_messages.sql"))?.execute([number])?;
        if messages > 0 {
            self.touch_messages();
        }
        self.blank_movements(number)?;
        self.connection
            .prepare_cached("UPDATE merge SET before = '{}' WHERE kept = ?1 OR merged = ?1")?
            .execute([number])?;
        self.forget_labels(number)?;
        self.connection.prepare_cached("DELETE FROM distinct_pair WHERE a = ?1 OR b = ?1")?.execute([number])?;
        self.blank_subscriptions(number)?;
        self.touch(number);
        Ok(())
    }

    /// Removes a record that nothing refers to, without a trace.
    ///
    /// # Errors
    /// What the database may say, also if something refers to it.
    pub(crate) fn delete_client(&self, number: ClientNumber) -> Result<()> {
        let inactive = self
            .connection
            .prepare_cached("SELECT inactive_at IS NOT NULL FROM client WHERE number = ?1")?
            .query_row([number], |row| row.get(0))?;
        self.unlist(number, inactive)?;
        self.names_gone(number)?;
        // What an import brings; whoever wrote another one touched the record.
        self.forget_labels(number)?;
        self.connection.prepare_cached("DELETE FROM distinct_pair WHERE a = ?1 OR b = ?1")?.execute([number])?;
        self.texts_gone(number)?;
        self.connection.prepare_cached("DELETE FROM client WHERE number = ?1")?.execute([number])?;
        Ok(())
    }

    /// Marks a record as changed where none of its fields is.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn renew_revision(&self, number: ClientNumber) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE client SET revision = revision + 1, updated_at = ?2 WHERE number = ?1")?
            .execute(params![number, self.now()])?;
        self.touch(number);
        Ok(())
    }
}
