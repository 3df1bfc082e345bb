//! The days of a term: where it ends, and how suspensions move its end and what is planned within it.

use chrono::{Days, Months, NaiveDate};

use super::Suspension;
use crate::contact_rules::Rule;
use crate::{Error, Result};

/// The last day of a term of so many months that begins on a day: the day before the same day of the month in which the next one begins, and
/// where that month is shorter, the day before its last.
///
/// # Errors
/// `Refused(DaysUnfit)` for days that no calendar shows.
pub(crate) fn end_of_term(starts_on: NaiveDate, months: u32) -> Result<NaiveDate> {
    (starts_on.checked_add_months(Months::new(months)))
        .and_then(|next| next.checked_sub_days(Days::new(1)))
        .ok_or(Error::Refused(Rule::DaysUnfit))
}

/// The days of a subscription on which it is served: all but those of its suspensions, which do not overlap.
#[derive(Clone, Debug)]
pub(crate) struct Calendar {
    starts_on: NaiveDate,
    /// The first first.
    suspensions: Vec<Suspension>,
}

impl Calendar {
    pub(crate) fn new(starts_on: NaiveDate, suspensions: &[Suspension]) -> Calendar {
        let mut suspensions = suspensions.to_vec();
        suspensions.sort_unstable_by_key(|one| one.from);
        Calendar { starts_on, suspensions }
    }

    /// How many days are served before a day; below zero where it lies before the first.
    pub(crate) fn served_before(&self, day: NaiveDate) -> i64 {
        let suspended: i64 = (self.suspensions.iter())
            .map(|one| {
                let until = one.until.min(day.pred_opt().unwrap_or(day));
                ((until - one.from).num_days() + 1).max(0)
            })
            .sum();
        (day - self.starts_on).num_days() - suspended
    }

    /// The day before which so many are served, and which is served itself.
    pub(crate) fn day_after(&self, served: i64) -> NaiveDate {
        let mut day = moved(self.starts_on, served);
        for one in &self.suspensions {
            if one.from > day {
                break;
            }
            day = moved(day, (one.until - one.from).num_days() + 1);
        }
        day
    }

    /// The last day of a term of so many months.
    ///
    /// # Errors
    /// As [`end_of_term`].
    pub(crate) fn end(&self, months: u32) -> Result<NaiveDate> {
        let end = end_of_term(self.starts_on, months)?;
        Ok(self.day_after((end - self.starts_on).num_days()))
    }
}

/// A day moved by so many days.
pub(crate) fn moved(day: NaiveDate, days: i64) -> NaiveDate {
    let by = Days::new(days.unsigned_abs());
    let moved = if days < 0 { day.checked_sub_days(by) } else { day.checked_add_days(by) };
    moved.unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn suspended(from: &str, until: &str) -> Suspension {
        Suspension { id: 1, from: day(from), until: day(until) }
    }

    #[test]
    fn a_term_ends_the_day_before_the_same_day() {
        let end = |from: &str, months| end_of_term(day(from), months).unwrap().to_string();
        assert_eq!(end("2026-01-01", 12), "2026-12-31");
        assert_eq!(end("2026-03-15", 1), "2026-04-14");
        assert_eq!(end("2024-02-29", 12), "2025-02-27", "the 28th would begin the next one");
        assert_eq!(end("2026-01-31", 1), "2026-02-27");
    }

    #[test]
    fn suspensions_move_the_end_by_their_days() {
        let end =
            |suspensions: &[Suspension]| Calendar::new(day("2026-01-01"), suspensions).end(12).unwrap().to_string();
        assert_eq!(end(&[]), "2026-12-31");
        assert_eq!(end(&[suspended("2026-07-01", "2026-07-31")]), "2027-01-31");
        // The second one begins within the days that the first one added.
        assert_eq!(end(&[suspended("2027-01-10", "2027-01-19"), suspended("2026-07-01", "2026-07-31")]), "2027-02-10");
    }

    /// Suspensions that do not overlap, from gaps and lengths.
    fn suspensions() -> impl Strategy<Value = Vec<Suspension>> {
        prop::collection::vec((1..60_i64, 1..40_i64), 0..6).prop_map(|all| {
            let mut from = day("2026-01-01");
            (1..)
                .zip(all)
                .map(|(id, (gap, length))| {
                    from = moved(from, gap);
                    let one = Suspension { id, from, until: moved(from, length - 1) };
                    from = moved(from, length);
                    one
                })
                .collect()
        })
    }

    proptest! {
        #[test]
        fn the_day_found_is_served_and_has_as_many_before_it(all in suspensions(), served in 0..900_i64) {
            let calendar = Calendar::new(day("2026-01-01"), &all);
            let found = calendar.day_after(served);
            prop_assert!(all.iter().all(|one| !one.holds(found)));
            prop_assert_eq!(calendar.served_before(found), served);
        }
    }
}
