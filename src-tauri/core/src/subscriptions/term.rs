//! The days of a term: where it ends, and how suspensions move its end.

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

/// How many days suspensions take.
pub(crate) fn suspended_days(suspensions: &[Suspension]) -> u64 {
    suspensions.iter().map(|one| u64::try_from((one.until - one.from).num_days() + 1).unwrap_or(0)).sum()
}

/// The last day of a term whose end moved on by its suspensions.
///
/// # Errors
/// As [`end_of_term`].
pub(crate) fn end_with_suspensions(starts_on: NaiveDate, months: u32, suspensions: &[Suspension]) -> Result<NaiveDate> {
    let end = end_of_term(starts_on, months)?;
    end.checked_add_days(Days::new(suspended_days(suspensions))).ok_or(Error::Refused(Rule::DaysUnfit))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
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
        let summer = Suspension { id: 1, from: day("2026-07-01"), until: day("2026-07-31") };
        assert_eq!(end_with_suspensions(day("2026-01-01"), 12, &[summer]).unwrap(), day("2027-01-31"));
    }
}
