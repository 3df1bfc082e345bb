//! What becomes of payments, deliveries and sponsorships of a record that was deleted.

use crate::Result;
use crate::clients::ClientNumber;
use crate::store::Tx;

impl Tx<'_> {
    /// Invoices and payments stay as they are, but for notes (C. com. art. L.123-22: ten years), and so do the days on which issues were
    /// delivered. What is planned is cancelled; where things went, what was handed over beside a subscription and who brought whom is gone.
    ///
    /// # Errors
    /// What the database may say.
    pub(in crate::store) fn blank_accounts(&self, client: ClientNumber) -> Result<()> {
        let others: Vec<ClientNumber> = self
            .connection
            .prepare_cached(
                "SELECT sponsored FROM sponsorship WHERE sponsor = ?1 UNION SELECT sponsor FROM sponsorship WHERE sponsored = ?1",
            )?
            .query_map([client], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for sql in [
            "UPDATE payment SET note = '' WHERE payer = ?1",
            "DELETE FROM delivery WHERE recipient = ?1 AND subscription IS NULL",
            "UPDATE delivery SET address = '', town = '', note = '', state = CASE state WHEN 'planned' THEN 'cancelled' ELSE state END
             WHERE recipient = ?1",
            "DELETE FROM sponsorship WHERE sponsor = ?1 OR sponsored = ?1",
        ] {
            self.connection.prepare_cached(sql)?.execute([client])?;
        }
        for other in others {
            self.touch(other);
        }
        Ok(())
    }
}
