//! Where something goes on a day.

use chrono::NaiveDate;

use crate::Result;
use crate::clients::{ClientInput, ClientNumber};
use crate::labels::PostalAddress;
use crate::store::Rows;

impl Rows<'_> {
    /// The lines of the address that a client has on a day, the name first, and its town.
    ///
    /// # Errors
    /// `ClientNotFound`; `ClientRemoved`, `ClientMerged`.
    pub(crate) fn lines_of_day(&self, client: ClientNumber, on: NaiveDate) -> Result<(Vec<String>, String)> {
        let own = self.client(client)?.client;
        let PostalAddress { addressee, address_1, address_2, address_3, postcode, town, country } =
            self.address_of_day(client, on)?.address;
        let there = ClientInput { address_1, address_2, address_3, postcode, town: town.clone(), country, ..own };
        let there = if addressee.is_empty() {
            there
        } else {
            // Somebody else takes it in.
            ClientInput { company: addressee, last_name: String::new(), first_name: String::new(), ..there }
        };
        Ok((there.addressee(), town))
    }
}
