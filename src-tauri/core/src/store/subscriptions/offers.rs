//! Offers and the versions of their tariffs.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

use crate::contact_rules::Rule;
use crate::store::consents::put_in_order;
use crate::store::{Rows, Tx};
use crate::subscriptions::{Medium, NewTariff, Offer, OfferId, OfferList, OfferWords, Tariff, VAT_RATES};
use crate::{Error, Result};

const OFFER: &str = include_str!("offer.sql");

/// An offer without how many took it: counting them goes through all subscriptions, and nobody who takes one asks.
pub(super) struct TakenOffer {
    pub(super) name: String,
    pub(super) archived: bool,
    /// Every version, the newest first.
    pub(super) tariffs: Vec<Tariff>,
}

impl Rows<'_> {
    /// Everything that is offered; `today` says which tariff is the current one.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn offers(&self, today: NaiveDate) -> Result<OfferList> {
        let offers = self
            .0
            .prepare_cached(&format!("{OFFER} ORDER BY archived, position, id"))?
            .query_map([], offer)?
            .map(|offer| self.with_tariffs(offer?, today))
            .collect::<Result<_>>()?;
        Ok(OfferList { offers, vat_rates: VAT_RATES.to_vec() })
    }

    /// One offer.
    ///
    /// # Errors
    /// `OfferNotFound`.
    pub(crate) fn offer(&self, id: OfferId, today: NaiveDate) -> Result<Offer> {
        let found = self
            .0
            .prepare_cached(&format!("{OFFER} WHERE offer.id = ?1"))?
            .query_row([id], offer)
            .optional()?
            .ok_or(Error::OfferNotFound)?;
        self.with_tariffs(found, today)
    }

    /// One offer as somebody takes it.
    ///
    /// # Errors
    /// `OfferNotFound`.
    pub(super) fn taken_offer(&self, id: OfferId) -> Result<TakenOffer> {
        let words = self
            .0
            .prepare_cached("SELECT name, archived_at IS NOT NULL FROM offer WHERE id = ?1")?
            .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let (name, archived) = words.ok_or(Error::OfferNotFound)?;
        Ok(TakenOffer { name, archived, tariffs: self.tariffs_of(id)? })
    }

    fn with_tariffs(&self, mut offer: Offer, today: NaiveDate) -> Result<Offer> {
        offer.tariffs = self.tariffs_of(offer.id)?;
        offer.current = offer.tariffs.iter().copied().find(|tariff| tariff.effective_from <= today);
        Ok(offer)
    }

    /// The versions of the tariff of an offer, the newest first.
    fn tariffs_of(&self, offer: OfferId) -> Result<Vec<Tariff>> {
        Ok(self
            .0
            .prepare_cached(
                "SELECT id, version, price, vat, months, issues, effective_from FROM tariff WHERE offer = ?1 ORDER BY version DESC",
            )?
            .query_map([offer], |row| tariff(row, "id"))?
            .collect::<rusqlite::Result<_>>()?)
    }

    fn offer_name_is_taken(&self, name: &str, by_other_than: OfferId) -> Result<bool> {
        Ok(self
            .0
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM offer WHERE name = ?1 AND id <> ?2)")?
            .query_row(params![name, by_other_than], |row| row.get(0))?)
    }
}

impl Tx<'_> {
    /// Adds an offer, still without a tariff, behind the others.
    ///
    /// # Errors
    /// `NameTaken`.
    pub(crate) fn insert_offer(&self, words: &OfferWords) -> Result<OfferId> {
        if self.rows().offer_name_is_taken(&words.name, 0)? {
            return Err(Error::NameTaken);
        }
        self.touch_shop();
        Ok(self
            .connection
            .prepare_cached(
                "INSERT INTO offer (name, medium, beneficiaries, position)
                 VALUES (?1, ?2, ?3, (SELECT coalesce(max(position), 0) + 1 FROM offer))",
            )?
            .insert(params![words.name, words.medium.code(), words.beneficiaries])?)
    }

    /// Replaces what an offer is called and gives; its medium only while nobody has taken it.
    ///
    /// # Errors
    /// `NameTaken`; `Refused(OfferInUse)`.
    pub(crate) fn update_offer(&self, before: &Offer, words: &OfferWords, archived: bool) -> Result<()> {
        if before.subscriptions > 0 && before.offer.medium != words.medium {
            return Err(Error::Refused(Rule::OfferInUse));
        }
        if self.rows().offer_name_is_taken(&words.name, before.id)? {
            return Err(Error::NameTaken);
        }
        self.touch_shop();
        self.connection
            .prepare_cached(
                "UPDATE offer SET name = ?2, medium = ?3, beneficiaries = ?4,
                    archived_at = CASE WHEN ?5 THEN coalesce(archived_at, ?6) END WHERE id = ?1",
            )?
            .execute(params![before.id, words.name, words.medium.code(), words.beneficiaries, archived, self.now()])?;
        Ok(())
    }

    /// Puts the offers in this order; those that are not named stay behind them in theirs.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn order_offers(&self, today: NaiveDate, order: &[OfferId]) -> Result<()> {
        let all = self.rows().offers(today)?.offers.iter().map(|offer| offer.id).collect();
        self.touch_shop();
        put_in_order(self.connection, "UPDATE offer SET position = ?2 WHERE id = ?1", all, order)
    }

    /// Writes the next version of an offer's tariff.
    ///
    /// # Errors
    /// `Refused(TariffTooEarly)` if it begins before the version before.
    pub(crate) fn insert_tariff(&self, offer: &Offer, new: &NewTariff, from: NaiveDate) -> Result<()> {
        let before = offer.tariffs.first();
        if before.is_some_and(|before| from < before.effective_from) {
            return Err(Error::Refused(Rule::TariffTooEarly));
        }
        self.touch_shop();
        self.connection
            .prepare_cached(
                "INSERT INTO tariff (offer, version, price, vat, months, issues, effective_from, created_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute(params![
                offer.id,
                before.map_or(1, |before| before.version + 1),
                new.price,
                new.vat,
                new.months,
                new.issues,
                from,
                self.now(),
            ])?;
        Ok(())
    }
}

/// The medium in a column that a CHECK keeps to the known ones.
pub(super) fn medium(row: &Row<'_>) -> rusqlite::Result<Medium> {
    let code: String = row.get("medium")?;
    Ok(Medium::from_code(&code).unwrap_or(Medium::Print))
}

/// A tariff from columns of these names, its identity in `id`.
pub(super) fn tariff(row: &Row<'_>, id: &str) -> rusqlite::Result<Tariff> {
    Ok(Tariff {
        id: row.get(id)?,
        version: row.get("version")?,
        price: row.get("price")?,
        vat: row.get("vat")?,
        months: row.get("months")?,
        issues: row.get("issues")?,
        effective_from: row.get("effective_from")?,
    })
}

fn offer(row: &Row<'_>) -> rusqlite::Result<Offer> {
    Ok(Offer {
        id: row.get("id")?,
        offer: OfferWords { name: row.get("name")?, medium: medium(row)?, beneficiaries: row.get("beneficiaries")? },
        archived: row.get("archived")?,
        subscriptions: row.get("subscriptions")?,
        tariffs: Vec::new(),
        current: None,
    })
}
