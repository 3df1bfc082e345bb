//! The subscription of a row: an offer of the shop by its name, and the days on which its term begins and ends.

use std::collections::HashMap;

use chrono::{Days, Months, NaiveDate};

use super::cells::Wrong;
use crate::clients::ContactType;
use crate::imports::{ImportField, RejectCode};
use crate::store::Rows;
use crate::subscriptions::{COPIES_MAX, Tariff, TariffId, end_of_term};
use crate::text::fold;

/// How far from the day of the import a term may begin; as where somebody subscribes at the counter.
const TEN_YEARS: Months = Months::new(120);

/// A subscription that goes on from another program: what it was paid for, and what was served before, stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ImportedSubscription {
    pub(crate) tariff: TariffId,
    pub(crate) is_free: bool,
    pub(crate) issues: u32,
    pub(crate) copies: i64,
    pub(crate) starts_on: NaiveDate,
    /// The last day.
    pub(crate) ends_on: NaiveDate,
}

/// What the shop offers, those that it no longer sells included, by folded names: the tariffs of each, the newest first.
#[derive(Debug, Default)]
pub(in crate::imports) struct Offers {
    tariffs: HashMap<String, Vec<Tariff>>,
    today: NaiveDate,
}

/// What a row says of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said<'a> {
    pub(super) offer: &'a str,
    pub(super) starts_on: Option<NaiveDate>,
    pub(super) ends_on: Option<NaiveDate>,
    /// As written, or empty.
    pub(super) copies: &'a str,
    pub(super) of: ContactType,
}

impl Offers {
    /// Reads what the shop offers; `today` is the day of the import.
    ///
    /// # Errors
    /// What the database may say.
    pub(in crate::imports) fn of_shop(rows: Rows<'_>, today: NaiveDate) -> crate::Result<Offers> {
        let mut tariffs = HashMap::new();
        for offer in rows.offers(today)?.offers {
            // Those that are sold come first.
            tariffs.entry(fold(&offer.offer.name)).or_insert(offer.tariffs);
        }
        Ok(Offers { tariffs, today })
    }

    /// The subscription that a row means, and whether it has other days than the row says. A day that ends no term of its tariff is moved on,
    /// never back: nobody loses a day.
    pub(super) fn subscription(&self, said: Said<'_>) -> Result<(ImportedSubscription, bool), Wrong> {
        use ImportField as F;
        let copies = if said.copies.is_empty() { Some(1) } else { said.copies.parse().ok() };
        let copies = copies
            .filter(|copies| (1..=COPIES_MAX).contains(copies))
            .ok_or((F::SubscriptionCopies, RejectCode::CopiesUnfit))?;
        let tariffs = self.tariffs.get(&fold(said.offer)).ok_or((F::SubscriptionOffer, RejectCode::OfferUnknown))?;
        let (day, field) = match (said.starts_on, said.ends_on) {
            (Some(start), _) => (start, F::SubscriptionStart),
            (None, Some(end)) => (end, F::SubscriptionEnd),
            (None, None) => return Err((F::SubscriptionOffer, RejectCode::TermMissing)),
        };
        // Who began before the shop wrote down its first tariff began at that one.
        let tariff = tariffs
            .iter()
            .find(|tariff| tariff.effective_from <= day)
            .or(tariffs.last())
            .ok_or((F::SubscriptionOffer, RejectCode::OfferUnpriced))?;
        let may = said.of.may_receive(tariff.is_free()).and(if tariff.is_free() { Ok(()) } else { said.of.may_pay() });
        may.map_err(|_| (F::SubscriptionOffer, RejectCode::SubscriptionUnsuited))?;
        let unfit = (field, RejectCode::TermUnfit);
        let (starts_on, ends_on) = term(&said, tariff.months).ok_or(unfit)?;
        let (first, last) = (self.today.checked_sub_months(TEN_YEARS), self.today.checked_add_months(TEN_YEARS));
        if !(first..=last).contains(&Some(starts_on)) {
            return Err(unfit);
        }
        let moved =
            said.starts_on.is_some_and(|day| day != starts_on) || said.ends_on.is_some_and(|day| day != ends_on);
        let subscription = ImportedSubscription {
            tariff: tariff.id,
            is_free: tariff.is_free(),
            issues: tariff.issues,
            copies,
            starts_on,
            ends_on,
        };
        Ok((subscription, moved))
    }
}

/// The first and the last day of a term. Until when somebody is subscribed is what counts: where the file says it, the term ends then.
fn term(said: &Said<'_>, months: u32) -> Option<(NaiveDate, NaiveDate)> {
    let Some(ends_on) = said.ends_on else {
        let start = said.starts_on?;
        return Some((start, end_of_term(start, months).ok()?));
    };
    if said.starts_on.is_some_and(|start| start > ends_on) {
        return None;
    }
    let around = ends_on.succ_opt()?.checked_sub_months(Months::new(months))?;
    let starts = (0..4).filter_map(|days| around.checked_add_days(Days::new(days)));
    let mut terms = starts.filter_map(|start| Some((start, end_of_term(start, months).ok()?)));
    terms.find(|(_, end)| *end >= ends_on)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_term_ends_on_the_day_that_the_file_says_or_as_soon_after_it_as_there_is_one() {
        let of = |start: &str, end: &str, months| {
            let day = |text: &str| text.parse().ok();
            let said =
                Said { offer: "", starts_on: day(start), ends_on: day(end), copies: "", of: ContactType::Client };
            term(&said, months).map(|(start, end)| format!("{start} {end}"))
        };
        assert_eq!(of("2026-03-01", "", 12).as_deref(), Some("2026-03-01 2027-02-28"));
        assert_eq!(of("", "2027-02-28", 12).as_deref(), Some("2026-03-01 2027-02-28"));
        assert_eq!(of("2026-01-15", "2027-02-28", 12).as_deref(), Some("2026-03-01 2027-02-28"));
        assert_eq!(of("", "2026-05-30", 3).as_deref(), Some("2026-03-01 2026-05-31"), "no term ends on the 30th");
        assert_eq!(of("2027-03-01", "2027-02-28", 12), None);
    }

    #[test]
    fn no_day_is_lost_whatever_the_end_and_the_length() {
        for months in [1, 2, 3, 6, 11, 12, 24, 120] {
            for ahead in 0..1_500 {
                let end = day("2024-01-01") + Days::new(ahead);
                let said = Said { offer: "", starts_on: None, ends_on: Some(end), copies: "", of: ContactType::Client };
                let (start, found) = term(&said, months).unwrap();
                assert_eq!(end_of_term(start, months).unwrap(), found);
                assert!(found >= end && (found - end).num_days() <= 3, "{months} months until {end}: {found}");
            }
        }
    }
}
