//! What is offered, and what it costs from which day on.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::VatRate;
use crate::contact_rules::Rule;
use crate::{Error, Result};

/// The identity of an offer in the file.
pub type OfferId = i64;
/// The identity of one version of a tariff.
pub type TariffId = i64;

/// How something is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Medium {
    /// On paper.
    Print,
    /// On a screen.
    Digital,
    /// Both.
    Both,
}

impl Medium {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Medium; 3] = [Medium::Print, Medium::Digital, Medium::Both];

    /// The code in the file.
    pub const fn code(self) -> &'static str {
        match self {
            Medium::Print => "print",
            Medium::Digital => "digital",
            Medium::Both => "both",
        }
    }

    /// The medium with this code.
    pub fn from_code(code: &str) -> Option<Medium> {
        Self::ALL.into_iter().find(|medium| medium.code() == code)
    }

    /// Whether it has a part that is used by an e-mail address.
    pub const fn is_digital(self) -> bool {
        !matches!(self, Medium::Print)
    }
}

/// What an offer costs from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Tariff {
    /// Its identity.
    #[ts(type = "number")]
    pub id: TariffId,
    /// Which version of the offer's tariff.
    #[ts(type = "number")]
    pub version: i64,
    /// For one copy and one term, in cents, tax included; 0 is free.
    #[ts(type = "number")]
    pub price: i64,
    /// In hundredths of a per cent.
    #[ts(type = "number")]
    pub vat: i64,
    /// How long a term is.
    pub months: u32,
    /// How many issues it has; 0 where nothing is delivered.
    pub issues: u32,
    /// The first day on which it is sold.
    #[ts(type = "string")]
    pub effective_from: NaiveDate,
}

impl Tariff {
    /// Whether nobody pays for it.
    pub const fn is_free(&self) -> bool {
        self.price == 0
    }
}

/// A tariff to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct NewTariff {
    /// For one copy and one term, in cents, tax included; at most a million euros.
    #[ts(type = "number")]
    pub price: i64,
    /// In hundredths of a per cent; see [`OfferList::vat_rates`].
    #[ts(type = "number")]
    pub vat: i64,
    /// 1 to 120.
    pub months: u32,
    /// 0 to 1,000.
    pub issues: u32,
    /// The first day on which it is sold; `null` for today.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub effective_from: Option<NaiveDate>,
}

impl NewTariff {
    /// Whether it may be written.
    ///
    /// # Errors
    /// `Refused(TariffUnfit)`.
    pub(crate) fn check(&self) -> Result<()> {
        let fits = (0..=100_000_000).contains(&self.price)
            && (0..=10_000).contains(&self.vat)
            && (1..=120).contains(&self.months)
            && self.issues <= 1_000;
        if fits { Ok(()) } else { Err(Error::Refused(Rule::TariffUnfit)) }
    }
}

/// What an offer is called, and what it gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct OfferWords {
    /// At most 80 characters; unlike that of every other offer.
    pub name: String,
    /// How it is read. Kept once somebody subscribed.
    pub medium: Medium,
    /// How many people may use its digital part by their e-mail, beside whoever receives it: at most 1,000, none on paper.
    pub beneficiaries: u32,
}

/// The longest name of an offer, in characters.
const NAME_MAX: u32 = 80;

impl OfferWords {
    /// The same, trimmed, if it may be written.
    ///
    /// # Errors
    /// `NameMissing`, `NameTooLong`; `Refused(OfferNotDigital)` for beneficiaries of what is on paper; `Refused(TooManyBeneficiaries)`.
    pub(crate) fn accepted(&self) -> Result<OfferWords> {
        let name = self.name.trim().to_owned();
        if name.is_empty() || name.chars().any(char::is_control) {
            return Err(Error::NameMissing);
        }
        if name.chars().count() > NAME_MAX as usize {
            return Err(Error::NameTooLong(NAME_MAX));
        }
        if self.beneficiaries > 0 && !self.medium.is_digital() {
            return Err(Error::Refused(Rule::OfferNotDigital));
        }
        if self.beneficiaries > 1_000 {
            return Err(Error::Refused(Rule::TooManyBeneficiaries));
        }
        Ok(OfferWords { name, ..*self })
    }
}

/// A new offer with the first version of its tariff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct NewOffer {
    /// What it is.
    pub offer: OfferWords,
    /// What it costs.
    pub tariff: NewTariff,
}

/// What is offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Offer {
    /// Its identity.
    #[ts(type = "number")]
    pub id: OfferId,
    /// What it is called, and what it gives.
    pub offer: OfferWords,
    /// No longer sold; those who have it keep it.
    pub archived: bool,
    /// How many subscriptions have taken it.
    #[ts(type = "number")]
    pub subscriptions: i64,
    /// Every version, the newest first.
    pub tariffs: Vec<Tariff>,
    /// The one of today, if any has begun.
    pub current: Option<Tariff>,
}

/// Everything that is offered, in the shop's order, and the rates that there are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct OfferList {
    /// Archived ones last.
    pub offers: Vec<Offer>,
    /// The rates of tax to choose from.
    pub vat_rates: Vec<VatRate>,
}
