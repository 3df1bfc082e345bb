//! The subscription of a row: an offer of the shop by its name, and the days on which its term begins and ends.

use std::collections::HashMap;

use chrono::{Days, Months, NaiveDate};

use super::cells::Fault;
use crate::clients::ContactType;
use crate::contact_rules::Rule;
use crate::deliveries::days_of_issues;
use crate::imports::{ImportField, RejectCode};
use crate::labels::checked_day;
use crate::store::Rows;
use crate::subscriptions::{FARTHEST, Judged, Tariff, end_of_term};
use crate::text::fold;

/// A subscription that goes on from another program: what it was paid for, and what was served before, stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ImportedSubscription {
    pub(crate) tariff: Tariff,
    /// How many issues were due before the day of the import.
    pub(crate) issues_before: u32,
    pub(crate) copies: i64,
    pub(crate) starts_on: NaiveDate,
    /// The last day.
    pub(crate) ends_on: NaiveDate,
}

/// What the shop offers, with the versions of each tariff, the newest first; what is no longer sold included.
#[derive(Debug, Default)]
pub(in crate::imports) struct Offers {
    named: HashMap<String, Vec<Tariff>>,
    /// By names without case and accents, where no two offers share one.
    alike: HashMap<String, Option<Vec<Tariff>>>,
    today: NaiveDate,
}

/// What a row says of a subscription.
#[derive(Clone, Copy, Debug)]
pub(super) struct SubscriptionCells<'a> {
    pub(super) offer: &'a str,
    pub(super) starts_on: Option<NaiveDate>,
    pub(super) ends_on: Option<NaiveDate>,
    /// As written, or empty.
    pub(super) copies: &'a str,
    /// The client's type.
    pub(super) of: ContactType,
}

impl Offers {
    /// Reads what the shop offers; `today` is the day of the import.
    ///
    /// # Errors
    /// What the database may say.
    pub(in crate::imports) fn of_shop(rows: Rows<'_>, today: NaiveDate) -> crate::Result<Offers> {
        let mut offers = Offers { today, ..Offers::default() };
        for offer in rows.offers(today)?.offers {
            let name = offer.offer.name;
            let alike = offers.alike.entry(fold(&name));
            alike.and_modify(|tariffs| *tariffs = None).or_insert_with(|| Some(offer.tariffs.clone()));
            offers.named.insert(name, offer.tariffs);
        }
        Ok(offers)
    }

    /// The versions of the tariff of an offer.
    fn tariffs(&self, name: &str) -> Option<&Vec<Tariff>> {
        self.named.get(name).or_else(|| self.alike.get(&fold(name))?.as_ref())
    }

    /// The subscription that a row means, and whether it has other days than the row says.
    pub(super) fn subscription(&self, cells: SubscriptionCells<'_>) -> Result<(ImportedSubscription, bool), Fault> {
        use ImportField as F;
        let unfit = (F::SubscriptionCopies, RejectCode::CopiesUnfit);
        let copies = if cells.copies.is_empty() { 1 } else { cells.copies.parse().map_err(|_| unfit)? };
        let tariffs = self.tariffs(cells.offer).ok_or((F::SubscriptionOffer, RejectCode::OfferUnknown))?;
        if cells.starts_on.is_none() && cells.ends_on.is_none() {
            return Err((F::SubscriptionOffer, RejectCode::TermMissing));
        }
        let said_day = if cells.starts_on.is_some() { F::SubscriptionStart } else { F::SubscriptionEnd };
        let unfit = (said_day, RejectCode::TermUnfit);
        let term = |tariff: &Tariff| Some((*tariff, cells.term(tariff.months)?));
        let begun = tariffs.iter().filter_map(term).find(|(tariff, (start, _))| tariff.effective_from <= *start);
        // Who began before the shop wrote down its first tariff began at that one.
        let found = begun.or_else(|| tariffs.last().and_then(term));
        let judged = Judged {
            recipient: cells.of,
            payer: Some(cells.of),
            tariff: found.as_ref().map(|(tariff, _)| tariff).or(tariffs.last()),
            archived: false,
            copies,
        };
        judged.refused().map_or(Ok(()), |rule| Err(fault_of(rule)))?;
        let (tariff, (starts_on, ends_on)) = found.ok_or(unfit)?;
        let farthest = self.today.checked_add_months(FARTHEST);
        if farthest.is_none_or(|farthest| starts_on > farthest) || checked_day(starts_on).is_err() {
            return Err(unfit);
        }
        let due = days_of_issues(starts_on, ends_on, i64::from(tariff.issues));
        let before = due.take_while(|day| *day < self.today).count();
        let subscription = ImportedSubscription {
            tariff,
            issues_before: u32::try_from(before).unwrap_or(tariff.issues),
            copies,
            starts_on,
            ends_on,
        };
        let other = |said: Option<NaiveDate>, day| said.is_some_and(|said| said != day);
        Ok((subscription, other(cells.starts_on, starts_on) || other(cells.ends_on, ends_on)))
    }
}

fn fault_of(rule: Rule) -> Fault {
    match rule {
        Rule::CopiesUnfit => (ImportField::SubscriptionCopies, RejectCode::CopiesUnfit),
        Rule::NoTariffYet => (ImportField::SubscriptionOffer, RejectCode::OfferUnpriced),
        _ => (ImportField::SubscriptionOffer, RejectCode::SubscriptionUnsuited),
    }
}

impl SubscriptionCells<'_> {
    /// The first and the last day of a term of so many months. Until when somebody is subscribed is what counts: the term ends on the day that
    /// the row says, or where none ends then as soon after it as one does. Nobody loses a day.
    fn term(&self, months: u32) -> Option<(NaiveDate, NaiveDate)> {
        let ending = |start| Some((start, end_of_term(start, months).ok()?));
        let Some(ends_on) = self.ends_on else { return ending(self.starts_on?) };
        if self.starts_on.is_some_and(|start| start > ends_on) {
            return None;
        }
        let said = self.starts_on.and_then(ending).filter(|(_, end)| *end == ends_on);
        if said.is_some() {
            return said;
        }
        let around = ends_on.succ_opt()?.checked_sub_months(Months::new(months))?;
        let starts = (0..4).filter_map(|days| around.checked_add_days(Days::new(days)));
        starts.filter_map(ending).find(|(_, end)| *end >= ends_on)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn cells(starts_on: Option<NaiveDate>, ends_on: Option<NaiveDate>) -> SubscriptionCells<'static> {
        SubscriptionCells { offer: "Revue", starts_on, ends_on, copies: "", of: ContactType::Client }
    }

    #[test]
    fn a_term_ends_on_the_day_that_the_file_says_or_as_soon_after_it_as_one_does() {
        let of = |start: &str, end: &str, months| {
            let term = cells(start.parse().ok(), end.parse().ok()).term(months);
            term.map(|(start, end)| format!("{start} {end}"))
        };
        assert_eq!(of("2026-03-01", "", 12).as_deref(), Some("2026-03-01 2027-02-28"));
        assert_eq!(of("", "2027-02-28", 12).as_deref(), Some("2026-03-01 2027-02-28"));
        assert_eq!(of("2026-01-15", "2027-02-28", 12).as_deref(), Some("2026-03-01 2027-02-28"));
        assert_eq!(of("", "2026-05-30", 3).as_deref(), Some("2026-03-01 2026-05-31"), "no term ends on the 30th");
        assert_eq!(of("2027-03-01", "2027-02-28", 12), None);
        // Two starts lead to one end: the one that is said stays.
        assert_eq!(of("2026-01-31", "2026-02-27", 1).as_deref(), Some("2026-01-31 2026-02-27"));
        assert_eq!(of("2024-02-29", "2025-02-27", 12).as_deref(), Some("2024-02-29 2025-02-27"));
    }

    #[test]
    fn no_day_is_lost_whatever_the_end_and_the_length_and_a_term_of_ours_stays_as_it_is() {
        for months in [1, 2, 3, 6, 11, 12, 24, 120] {
            for ahead in 0..1_500 {
                let at = day("2024-01-01") + Days::new(ahead);
                let (start, found) = cells(None, Some(at)).term(months).unwrap();
                assert_eq!(end_of_term(start, months).unwrap(), found);
                assert!(found >= at && (found - at).num_days() <= 3, "{months} months until {at}: {found}");
                let ours = (at, end_of_term(at, months).unwrap());
                assert_eq!(cells(Some(ours.0), Some(ours.1)).term(months), Some(ours));
            }
        }
    }

    #[test]
    fn the_tariff_is_that_of_the_first_day_as_at_the_counter() {
        let tariff = |id, months, from| Tariff {
            id,
            version: id,
            price: 4900,
            vat: 210,
            months,
            issues: 6,
            effective_from: day(from),
        };
        let tariffs = vec![tariff(2, 6, "2027-01-01"), tariff(1, 12, "2025-01-01")];
        let named = HashMap::from([("Revue".to_owned(), tariffs)]);
        let offers = Offers { named, alike: HashMap::new(), today: day("2026-11-22") };
        let of = |start: &str, end: &str| {
            let (found, moved) = offers.subscription(cells(start.parse().ok(), end.parse().ok())).unwrap();
            (found.tariff.id, found.starts_on.to_string(), moved)
        };
        assert_eq!(of("", "2027-02-28"), (1, "2026-03-01".into(), false), "six months would begin before their tariff");
        assert_eq!(of("", "2027-06-30"), (2, "2027-01-01".into(), false));
        assert_eq!(of("2019-02-01", ""), (1, "2019-02-01".into(), false), "before the first tariff");
    }
}
