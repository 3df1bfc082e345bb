//! « Adresses de livraison »: where a client is delivered on which days.
//!
//! The address of a day is the one whose period holds it; where several do, the one whose period begins last; where none does, the
//! record's own.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Fields, checked_day, line, said};
use crate::clients::{ClientInput, ClientNumber};
use crate::{Error, Result};

/// The longest line and town of an address, in characters.
pub(crate) const LINE_MAX: u32 = 100;
/// See [`LINE_MAX`].
pub(crate) const POSTCODE_MAX: u32 = 20;
/// See [`LINE_MAX`].
pub(crate) const COUNTRY_MAX: u32 = 60;

/// The identity of a delivery address in the file.
pub type AddressId = i64;

/// Where something is delivered to, as the record has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct PostalAddress {
    /// Whom it is addressed to, where that is not the client; at most 100 characters, or empty.
    pub addressee: String,
    /// Three lines of at most 100 characters.
    pub address_1: String,
    /// See `address_1`.
    pub address_2: String,
    /// See `address_1`.
    pub address_3: String,
    /// At most 20 characters.
    pub postcode: String,
    /// At most 100 characters.
    pub town: String,
    /// At most 60 characters.
    pub country: String,
}

/// From a day to a day, both included; open where nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Period {
    /// The first day; `null` for always.
    #[ts(type = "string | null")]
    pub from: Option<NaiveDate>,
    /// The last day; `null` for ever.
    #[ts(type = "string | null")]
    pub until: Option<NaiveDate>,
}

/// A delivery address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DeliveryAddress {
    /// Its identity.
    #[ts(type = "number")]
    pub id: AddressId,
    /// Grows with every change.
    #[ts(type = "number")]
    pub revision: i64,
    /// Where.
    pub address: PostalAddress,
    /// When.
    pub period: Period,
}

/// The panel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DeliveryAddresses {
    /// The newest start first, those without a start last.
    pub addresses: Vec<DeliveryAddress>,
    /// The one of today; `null` where it is the record's own.
    #[ts(type = "number | null")]
    pub current: Option<AddressId>,
    /// The record's own.
    pub own: PostalAddress,
}

/// Where a client is delivered on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct AddressOfDay {
    /// Which delivery address; `null` where it is the record's own.
    #[ts(type = "number | null")]
    pub id: Option<AddressId>,
    /// Where.
    pub address: PostalAddress,
}

/// An address to be noted, or one to be changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SaveDeliveryAddress {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// Which; `null` for a new one.
    #[ts(type = "number | null")]
    pub id: Option<AddressId>,
    /// The revision that was read; 0 for a new one.
    #[ts(type = "number")]
    pub revision: i64,
    /// Where: a first line or a town at least.
    pub address: PostalAddress,
    /// When.
    pub period: Period,
}

impl Period {
    /// Whether a day is in it.
    pub fn holds(self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

impl PostalAddress {
    /// The record's own address.
    pub fn of_record(client: &ClientInput) -> PostalAddress {
        PostalAddress {
            addressee: String::new(),
            address_1: client.address_1.clone(),
            address_2: client.address_2.clone(),
            address_3: client.address_3.clone(),
            postcode: client.postcode.clone(),
            town: client.town.clone(),
            country: client.country.clone(),
        }
    }

    /// On one line: « 3 place de la Mairie, 19250 MEYMAC ».
    pub fn on_one_line(&self) -> String {
        let town = format!("{} {}", self.postcode, self.town);
        let parts = [&self.addressee, &self.address_1, &self.address_2, &self.address_3, &town, &self.country];
        let parts = parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(", ")
    }
}

/// The address of a day: the one whose period holds it, the newest start winning (no start is older than any; of two alike the one noted
/// last). Nothing where the record's own holds.
pub fn of_day(addresses: &[DeliveryAddress], day: NaiveDate) -> Option<&DeliveryAddress> {
    addresses.iter().filter(|address| address.period.holds(day)).max_by_key(|address| (address.period.from, address.id))
}

impl SaveDeliveryAddress {
    /// What is to be noted, checked.
    ///
    /// # Errors
    /// `AddressMissing`, `NameTooLong`, `DayUnlikely`, `DaysReversed`.
    pub(crate) fn checked(&self) -> Result<DeliveryAddress> {
        let typed = &self.address;
        let address = PostalAddress {
            addressee: line(&typed.addressee, LINE_MAX)?,
            address_1: line(&typed.address_1, LINE_MAX)?,
            address_2: line(&typed.address_2, LINE_MAX)?,
            address_3: line(&typed.address_3, LINE_MAX)?,
            postcode: line(&typed.postcode, POSTCODE_MAX)?,
            town: line(&typed.town, LINE_MAX)?,
            country: line(&typed.country, COUNTRY_MAX)?,
        };
        if address.address_1.is_empty() && address.town.is_empty() {
            return Err(Error::AddressMissing);
        }
        let day = |day: Option<NaiveDate>| day.map(checked_day).transpose();
        let period = Period { from: day(self.period.from)?, until: day(self.period.until)? };
        if period.from.zip(period.until).is_some_and(|(from, until)| until < from) {
            return Err(Error::DaysReversed);
        }
        Ok(DeliveryAddress { id: self.id.unwrap_or_default(), revision: self.revision, address, period })
    }
}

impl DeliveryAddress {
    /// For the journal.
    pub(crate) fn fields(&self) -> Fields {
        vec![
            ("delivery_address", self.address.on_one_line()),
            ("delivery_from", said(self.period.from)),
            ("delivery_until", said(self.period.until)),
        ]
    }
}
