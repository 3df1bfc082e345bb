//! When issues are due.

use chrono::{Days, NaiveDate};

/// The days of so many issues, spread evenly over a term: the first on its first day, none after its last.
pub(crate) fn days_of_issues(starts_on: NaiveDate, ends_on: NaiveDate, issues: i64) -> impl Iterator<Item = NaiveDate> {
    let length = (ends_on - starts_on).num_days() + 1;
    (0..issues.max(0)).map(move |issue| {
        let after = u64::try_from(issue * length / issues).unwrap_or(0);
        starts_on.checked_add_days(Days::new(after)).unwrap_or(ends_on)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn four_issues_a_year_are_a_quarter_apart() {
        let days: Vec<String> =
            days_of_issues(day("2026-01-01"), day("2026-12-31"), 4).map(|day| day.to_string()).collect();
        assert_eq!(days, ["2026-01-01", "2026-04-02", "2026-07-02", "2026-10-01"]);
        assert_eq!(days_of_issues(day("2026-01-01"), day("2026-12-31"), 0).count(), 0);
    }

    proptest! {
        #[test]
        fn issues_lie_within_their_term_as_far_apart_as_they_can(length in 0..4000_u64, issues in 1..200_i64) {
            let start = day("2024-02-29");
            let end = start.checked_add_days(Days::new(length)).unwrap();
            let days: Vec<NaiveDate> = days_of_issues(start, end, issues).collect();
            prop_assert_eq!((i64::try_from(days.len()), days[0]), (Ok(issues), start));
            prop_assert!(days.iter().all(|day| *day <= end));
            let gaps: Vec<i64> = days.windows(2).map(|pair| (pair[1] - pair[0]).num_days()).collect();
            let (least, most) = (gaps.iter().min(), gaps.iter().max());
            prop_assert!(least.zip(most).is_none_or(|(least, most)| *least >= 0 && most - least <= 1));
        }
    }
}
