//! Administration › Tarifs.

use super::{Outcome, Shop, day_in_words};
use crate::Result;
use crate::documents::Language;
use crate::journal::{JournalChange, Operation};
use crate::money;
use crate::store::Tx;
use crate::subscriptions::{NewOffer, NewTariff, Offer, OfferId, OfferList, OfferWords};

impl Shop {
    /// Everything that is offered.
    ///
    /// # Errors
    /// What the database may say.
    pub fn offers(&self) -> Result<OfferList> {
        self.store.rows().offers(self.today())
    }

    /// Adds an offer with its tariff.
    ///
    /// # Errors
    /// `NameMissing`, `NameTooLong`, `NameTaken`; `Refused`: `OfferNotDigital`, `TooManyBeneficiaries`, `TariffUnfit`.
    pub fn create_offer(&mut self, new: &NewOffer) -> Result<Outcome<Offer>> {
        let words = new.offer.accepted()?;
        new.tariff.check()?;
        self.transact(Operation::SetUpOffers, |tx| {
            let id = tx.insert_offer(&words)?;
            let offer = tx.rows().offer(id, tx.today())?;
            tx.insert_tariff(&offer, &new.tariff, new.tariff.effective_from.unwrap_or(tx.today()))?;
            let mut written = changes(None, &words, false);
            written.push(tariff_change(tx, &words.name, &new.tariff));
            tx.journal(None, None, &written)?;
            tx.rows().offer(id, tx.today())
        })
    }

    /// Saves what an offer is called and gives, and whether it is still sold.
    ///
    /// # Errors
    /// As [`Shop::create_offer`]; `OfferNotFound`; `Refused(OfferInUse)` for another medium once somebody has taken it.
    pub fn save_offer(&mut self, id: OfferId, words: &OfferWords, archived: bool) -> Result<Outcome<Offer>> {
        let words = words.accepted()?;
        self.transact(Operation::SetUpOffers, |tx| {
            let before = tx.rows().offer(id, tx.today())?;
            let written = changes(Some(&before), &words, archived);
            if !written.is_empty() {
                tx.update_offer(&before, &words, archived)?;
                tx.journal(None, None, &written)?;
            }
            tx.rows().offer(id, tx.today())
        })
    }

    /// Puts the offers in this order.
    ///
    /// # Errors
    /// What the database may say.
    pub fn order_offers(&mut self, order: &[OfferId]) -> Result<Outcome<OfferList>> {
        self.transact(Operation::SetUpOffers, |tx| {
            let names = |list: &OfferList| {
                list.offers.iter().map(|offer| offer.offer.name.as_str()).collect::<Vec<_>>().join(", ")
            };
            let before = tx.rows().offers(tx.today())?;
            tx.order_offers(tx.today(), order)?;
            let after = tx.rows().offers(tx.today())?;
            tx.journal(None, None, &[JournalChange::new("offer_order", names(&before), names(&after))])?;
            Ok(after)
        })
    }

    /// Adds the next version of an offer's tariff. Subscriptions that were made keep the one that they were sold at.
    ///
    /// # Errors
    /// `OfferNotFound`; `Refused`: `TariffUnfit`, `TariffTooEarly` if it begins before the version before.
    pub fn add_tariff(&mut self, offer: OfferId, tariff: &NewTariff) -> Result<Outcome<Offer>> {
        tariff.check()?;
        self.transact(Operation::SetUpOffers, |tx| {
            let offer = tx.rows().offer(offer, tx.today())?;
            tx.insert_tariff(&offer, tariff, tariff.effective_from.unwrap_or(tx.today()))?;
            tx.journal(None, None, &[tariff_change(tx, &offer.offer.name, tariff)])?;
            tx.rows().offer(offer.id, tx.today())
        })
    }
}

fn changes(before: Option<&Offer>, words: &OfferWords, archived: bool) -> Vec<JournalChange> {
    let old = |value: fn(&Offer) -> String| before.map(value).unwrap_or_default();
    [
        ("offer", old(|offer| offer.offer.name.clone()), words.name.clone()),
        ("offer_medium", old(|offer| offer.offer.medium.code().into()), words.medium.code().into()),
        ("offer_beneficiaries", old(|offer| offer.offer.beneficiaries.to_string()), words.beneficiaries.to_string()),
        ("offer_archived", before.is_some_and(|offer| offer.archived).to_string(), archived.to_string()),
    ]
    .into_iter()
    .filter(|(_, old, new)| old != new)
    .map(|(field, old, new)| JournalChange::new(field, old, new))
    .collect()
}

/// « Le Mensuel : 49,00 €, 12 mois, 11 numéros, TVA 2,1 %, dès le 01/01/2026 ».
fn tariff_change(tx: &Tx<'_>, name: &str, tariff: &NewTariff) -> JournalChange {
    let price = money::in_words(tariff.price, Language::French);
    let rate = money::rate_in_words(tariff.vat, Language::French);
    let from = day_in_words(tariff.effective_from.unwrap_or(tx.today()));
    let (months, issues) = (tariff.months, tariff.issues);
    JournalChange::new(
        "tariff",
        "",
        format!("{name} : {price}, {months} mois, {issues} numéros, TVA {rate}, dès le {from}"),
    )
}
