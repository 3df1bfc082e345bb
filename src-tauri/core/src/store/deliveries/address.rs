//! Where something goes on a day.

use chrono::NaiveDate;

use crate::Result;
use crate::clients::ClientNumber;
use crate::store::Rows;

impl Rows<'_> {
    /// The lines of the address that a client has on a day, the name first, and its town.
    ///
    /// # Errors
    /// `ClientNotFound`; `ClientRemoved`, `ClientMerged`.
    pub(crate) fn address_of_day(&self, client: ClientNumber, _on: NaiveDate) -> Result<(Vec<String>, String)> {
        let record = self.client(client)?;
        Ok((record.client.addressee(), record.client.town))
    }
}
