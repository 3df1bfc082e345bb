//! When people may be contacted: hours of the day, days of the week, public holidays, all in French local time.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Timelike, Weekday};

/// A part of the day, in minutes from midnight; the end is not included.
pub type MinutesOfDay = (u32, u32);

/// All of it.
pub const WHOLE_DAY: MinutesOfDay = (0, 24 * 60);

/// When something may be done.
#[derive(Debug, PartialEq, Eq)]
pub struct Hours {
    /// The last weekday on which it may; the first is Monday.
    pub until: Weekday,
    /// From when to when, in minutes of the day; the end is not included.
    pub spans: &'static [MinutesOfDay],
    /// Where this is written.
    pub source: &'static str,
}

impl Hours {
    /// Whether the moment lies within. Public holidays never do.
    pub fn hold(&self, at: NaiveDateTime) -> bool {
        self.hold_within(at, WHOLE_DAY)
    }

    /// Whether the moment lies within, and within this part of the day.
    pub fn hold_within(&self, at: NaiveDateTime, part: MinutesOfDay) -> bool {
        let minute = minute_of_day(at);
        self.hold_on(at.date()) && self.parts(part).any(|(from, to)| (from..to).contains(&minute))
    }

    /// The first moment from `at` on that lies within: `at` itself, or the beginning of a span.
    pub fn next(&self, at: NaiveDateTime) -> NaiveDateTime {
        self.next_within(at, WHOLE_DAY)
    }

    /// The first moment from `at` on that lies within, and within this part of the day; `at` itself where the part holds none of the hours.
    pub fn next_within(&self, at: NaiveDateTime, part: MinutesOfDay) -> NaiveDateTime {
        if self.hold_within(at, part) {
            return at;
        }
        let today = (0, minute_of_day(at));
        // No holidays and Sundays ever follow each other for a fortnight.
        let begins = (0..14).flat_map(|days| self.parts(part).map(move |(from, _)| (days, from)));
        begins
            .filter(|begin| *begin > today)
            .find_map(|(days, from)| {
                let day = at.date().checked_add_days(Days::new(days)).filter(|day| self.hold_on(*day))?;
                Some(day.and_time(NaiveTime::from_num_seconds_from_midnight_opt(from * 60, 0)?))
            })
            .unwrap_or(at)
    }

    /// What of the spans lies within a part of the day.
    fn parts(&self, part: MinutesOfDay) -> impl Iterator<Item = MinutesOfDay> {
        let within = move |&(from, to): &MinutesOfDay| (from.max(part.0), to.min(part.1));
        self.spans.iter().map(within).filter(|(from, to)| from < to)
    }

    fn hold_on(&self, day: NaiveDate) -> bool {
        day.weekday().num_days_from_monday() <= self.until.num_days_from_monday() && !is_public_holiday(day)
    }
}

fn minute_of_day(at: NaiveDateTime) -> u32 {
    at.hour() * 60 + at.minute()
}

/// UTC milliseconds as the local time of mainland France, whose law the rules are.
pub fn in_france(at: i64) -> NaiveDateTime {
    DateTime::from_timestamp_millis(at).map_or_else(
        || NaiveDate::default().and_time(NaiveTime::default()),
        |at| at.with_timezone(&chrono_tz::Europe::Paris).naive_local(),
    )
}

/// A moment of local time in mainland France as UTC milliseconds; of an hour that the clocks show twice, the first.
pub fn from_france(at: NaiveDateTime) -> i64 {
    let zoned = chrono_tz::Europe::Paris.from_local_datetime(&at);
    zoned.earliest().map_or_else(|| at.and_utc().timestamp_millis(), |at| at.timestamp_millis())
}

/// The eleven public holidays that all of mainland France keeps; Alsace and Moselle have two more.
pub fn is_public_holiday(day: NaiveDate) -> bool {
    const FIXED: [(u32, u32); 8] = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)];
    // Easter Monday, Ascension, Whit Monday.
    const AFTER_EASTER: [i64; 3] = [1, 39, 50];
    FIXED.contains(&(day.month(), day.day()))
        || easter(day.year()).is_some_and(|easter| AFTER_EASTER.contains(&(day - easter).num_days()))
}

/// Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, ch. 8): the Sunday after the first full moon of
/// spring, by the rules of the Church.
fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year % 19;
    let (century, in_century) = (year / 100, year % 100);
    let (leap_centuries, rest_of_centuries) = (century / 4, century % 4);
    let moon_correction = (8 * century + 13) / 25;
    let epact = (19 * golden + century - leap_centuries - moon_correction + 15) % 30;
    let (leap_years, rest_of_years) = (in_century / 4, in_century % 4);
    let to_sunday = (32 + 2 * rest_of_centuries + 2 * leap_years - epact - rest_of_years) % 7;
    let late = (golden + 11 * epact + 19 * to_sunday) / 433;
    let month = (epact + to_sunday - 7 * late + 90) / 25;
    let day = (epact + to_sunday - 7 * late + 33 * month + 19) % 32;
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn easter_falls_where_almanacs_say() {
        for (year, expected) in [
            (1961, "1961-04-02"),
            (2000, "2000-04-23"),
            (2018, "2018-04-01"),
            (2024, "2024-03-31"),
            (2025, "2025-04-20"),
            (2026, "2026-04-05"),
            (2038, "2038-04-25"),
            (2285, "2285-03-22"),
        ] {
            assert_eq!(easter(year), Some(day(expected)));
        }
    }

    #[test]
    fn holidays_move_with_easter_or_stay() {
        for holiday in ["2026-04-06", "2026-05-14", "2026-05-25", "2026-12-25", "2026-07-14"] {
            assert!(is_public_holiday(day(holiday)), "{holiday}");
        }
        for working in ["2026-04-05", "2026-04-07", "2026-12-26", "2026-02-14"] {
            assert!(!is_public_holiday(day(working)), "{working}");
        }
    }

    #[test]
    fn what_comes_too_early_or_too_late_waits_for_the_next_hour_that_holds() {
        let hours = Hours { until: Weekday::Sat, spans: &[(480, 720), (840, 1290)], source: "" };
        for (at, next) in [
            ("2026-11-24T11:59:30", "2026-11-24T11:59:30"),
            ("2026-11-24T07:59:59", "2026-11-24T08:00:00"),
            ("2026-11-24T12:00:00", "2026-11-24T14:00:00"),
            ("2026-11-24T21:30:00", "2026-11-25T08:00:00"),
            ("2026-11-28T21:30:00", "2026-11-30T08:00:00"), // over a Sunday
            ("2026-04-04T22:00:00", "2026-04-07T08:00:00"), // over Easter
        ] {
            assert_eq!(hours.next(at.parse().unwrap()), next.parse::<NaiveDateTime>().unwrap(), "{at}");
            assert!(hours.hold(hours.next(at.parse().unwrap())), "{at}");
        }
    }

    #[test]
    fn a_part_of_the_day_narrows_hours_and_never_widens_them() {
        let hours = Hours { until: Weekday::Sat, spans: &[(480, 720), (840, 1290)], source: "" };
        let at = |text: &str| text.parse::<NaiveDateTime>().unwrap();
        let next = |from: &str, part| hours.next_within(at(from), part).to_string();
        assert_eq!(next("2026-11-24T09:59:00", (600, 1080)), "2026-11-24 10:00:00");
        assert_eq!(next("2026-11-24T12:00:00", (600, 1080)), "2026-11-24 14:00:00");
        assert_eq!(next("2026-11-24T18:00:00", (600, 1080)), "2026-11-25 10:00:00");
        assert_eq!(next("2026-11-28T18:00:00", (600, 1080)), "2026-11-30 10:00:00", "over a Sunday");
        assert_eq!(next("2026-11-24T22:00:00", (0, 24 * 60)), "2026-11-25 08:00:00");
        assert!(!hours.hold_within(at("2026-11-24T22:00:00"), (0, 24 * 60)));
    }

    #[test]
    fn french_time_is_read_as_it_is_told() {
        for at in [1_795_950_000_000, 1_537_245_300_000, 0] {
            assert_eq!(from_france(in_france(at)), at);
        }
    }

    #[test]
    fn french_time_follows_summer_and_winter() {
        let at = |text: &str| in_france(DateTime::parse_from_rfc3339(text).unwrap().timestamp_millis()).to_string();
        assert_eq!(at("2018-09-18T04:35:00Z"), "2018-09-18 06:35:00");
        assert_eq!(at("2026-11-25T20:30:00Z"), "2026-11-25 21:30:00");
    }
}
