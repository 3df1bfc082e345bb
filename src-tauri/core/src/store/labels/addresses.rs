//! Delivery addresses.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, named_params};

use crate::clients::ClientNumber;
use crate::labels::{AddressId, AddressOfDay, DeliveryAddress, DeliveryAddresses, Period, PostalAddress, of_day};
use crate::store::clients::FAMILY;
use crate::store::{Rows, Tx};
use crate::{Error, Result};

const COLUMNS: &str =
    "id, revision, addressee, address_1, address_2, address_3, postcode, town, country, from_on, until_on";

impl Rows<'_> {
    /// All of a client's, with that of a day.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`.
    pub(crate) fn delivery_addresses(&self, number: ClientNumber, today: NaiveDate) -> Result<DeliveryAddresses> {
        let number = self.living(number)?;
        let addresses = self.addresses_of(number)?;
        let current = of_day(&addresses, today).map(|address| address.id);
        Ok(DeliveryAddresses { addresses, current, own: PostalAddress::of_record(&self.client(number)?.client) })
    }

    /// All of a client's, the newest start first, those without one last.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn addresses_of(&self, number: ClientNumber) -> Result<Vec<DeliveryAddress>> {
        Ok(self
            .0
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM delivery_address WHERE client IN {FAMILY} ORDER BY from_on DESC, id DESC"
            ))?
            .query_map([number], address)?
            .collect::<rusqlite::Result<_>>()?)
    }

    /// Where a client is delivered on a day.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`.
    pub(crate) fn address_of_day(&self, number: ClientNumber, day: NaiveDate) -> Result<AddressOfDay> {
        let number = self.living(number)?;
        if let Some(address) = of_day(&self.addresses_of(number)?, day) {
            return Ok(AddressOfDay { id: Some(address.id), address: address.address.clone() });
        }
        Ok(AddressOfDay { id: None, address: PostalAddress::of_record(&self.client(number)?.client) })
    }

    /// One.
    ///
    /// # Errors
    /// `LabelNotFound`.
    pub(crate) fn delivery_address(&self, id: AddressId) -> Result<DeliveryAddress> {
        self.0
            .prepare_cached(&format!("SELECT {COLUMNS} FROM delivery_address WHERE id = ?1"))?
            .query_row([id], address)
            .optional()?
            .ok_or(Error::LabelNotFound)
    }
}

impl Tx<'_> {
    /// Notes one.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn insert_delivery_address(&self, client: ClientNumber, new: &DeliveryAddress) -> Result<()> {
        let DeliveryAddress { address, period, .. } = new;
        self.connection.prepare_cached(include_str!("insert_address.sql"))?.execute(named_params! {
            ":client": client,
            ":addressee": address.addressee,
            ":address_1": address.address_1,
            ":address_2": address.address_2,
            ":address_3": address.address_3,
            ":postcode": address.postcode,
            ":town": address.town,
            ":country": address.country,
            ":from_on": period.from,
            ":until_on": period.until,
        })?;
        self.touch_living(client)
    }

    /// Changes one.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn update_delivery_address(&self, client: ClientNumber, new: &DeliveryAddress) -> Result<()> {
        let DeliveryAddress { address, period, .. } = new;
        self.connection.prepare_cached(include_str!("update_address.sql"))?.execute(named_params! {
            ":id": new.id,
            ":addressee": address.addressee,
            ":address_1": address.address_1,
            ":address_2": address.address_2,
            ":address_3": address.address_3,
            ":postcode": address.postcode,
            ":town": address.town,
            ":country": address.country,
            ":from_on": period.from,
            ":until_on": period.until,
        })?;
        self.touch_living(client)
    }
}

fn address(row: &Row<'_>) -> rusqlite::Result<DeliveryAddress> {
    Ok(DeliveryAddress {
        id: row.get("id")?,
        revision: row.get("revision")?,
        address: PostalAddress {
            addressee: row.get("addressee")?,
            address_1: row.get("address_1")?,
            address_2: row.get("address_2")?,
            address_3: row.get("address_3")?,
            postcode: row.get("postcode")?,
            town: row.get("town")?,
            country: row.get("country")?,
        },
        period: Period { from: row.get("from_on")?, until: row.get("until_on")? },
    })
}
