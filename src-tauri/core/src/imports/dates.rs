//! Dates as people and spreadsheets write them.
//!
//! Day before month, always: a file of French dates must not be read differently where a day happens to be below 13. A date
//! without a time is noon UTC, so that it is the same day in every French time zone but those beyond eleven hours.

use chrono::{DateTime, Local, NaiveDate, NaiveDateTime, NaiveTime};

use crate::documents::noon_of;

/// Years that a record may have been changed in; anything else is a slip.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2099;
/// Serial numbers of spreadsheets (days since 1899-12-30, ECMA-376 part 1 § 18.17.4.1): 1927-05-18 to 2173-10-13.
const SERIALS: std::ops::RangeInclusive<i64> = 10_000..=99_999;

/// UTC milliseconds of a date in ISO 8601, in `JJ/MM/AAAA` or `JJ/MM/AA` (with `/`, `-` or `.`), with or without a time, or
/// of a spreadsheet's serial number. A time without a zone is the local time of this computer; midnight is no time.
pub(crate) fn read(text: &str) -> Option<i64> {
    if let Some(date) = serial(text) {
        return Some(noon_of(date));
    }
    let bytes = text.as_bytes();
    let end = bytes.iter().position(|&byte| byte == b' ' || byte == b'T').unwrap_or(bytes.len());
    let date = calendar_date(&text[..end])?;
    let time = text[end..].trim_start_matches(['T', ' ']).trim_start_matches("à ");
    if time.is_empty() {
        return Some(noon_of(date));
    }
    if let Ok(exact) = DateTime::parse_from_rfc3339(&text.replacen(' ', "T", 1)) {
        return Some(exact.timestamp_millis());
    }
    let time = clock_time(time)?;
    if time == NaiveTime::MIN { Some(noon_of(date)) } else { Some(local(date.and_time(time))) }
}

fn local(moment: NaiveDateTime) -> i64 {
    // In the hour that summer time skips there is no such local time; the wall clock is then read as UTC.
    moment
        .and_local_timezone(Local)
        .earliest()
        .map_or_else(|| moment.and_utc().timestamp_millis(), |exact| exact.timestamp_millis())
}

fn serial(text: &str) -> Option<NaiveDate> {
    if text.len() != 5 {
        return None;
    }
    let days = digits(text)?;
    let epoch = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    SERIALS.contains(&days).then(|| epoch.checked_add_signed(chrono::Duration::days(days)))?
}

fn calendar_date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split(['-', '/', '.']);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || second.len() > 2 {
        return None;
    }
    let (year, day) = match (first.len(), third.len()) {
        (4, 1..=2) => (first, third),
        (1..=2, 4 | 2) => (third, first),
        _ => return None,
    };
    let mut number = i32::try_from(digits(year)?).ok()?;
    if year.len() == 2 {
        number += if number < 69 { 2000 } else { 1900 }; // POSIX strptime %y
    }
    let (month, day) = (u32::try_from(digits(second)?).ok()?, u32::try_from(digits(day)?).ok()?);
    NaiveDate::from_ymd_opt(number, month, day).filter(|_| YEARS.contains(&number))
}

/// `6:35`, `06:35`, `06h35`, `06:35:00`, `06:35:00.000`.
fn clock_time(text: &str) -> Option<NaiveTime> {
    let mut parts = text.split([':', 'h']);
    let (hour, minute) = (parts.next()?, parts.next()?);
    let second = parts.next().unwrap_or("0");
    let second = second.split_once('.').map_or(second, |(whole, _)| whole);
    if parts.next().is_some() || hour.len() > 2 || minute.len() > 2 || second.len() > 2 {
        return None;
    }
    let part = |text| u32::try_from(digits(text)?).ok();
    NaiveTime::from_hms_opt(part(hour)?, part(minute)?, part(second)?)
}

fn digits(text: &str) -> Option<i64> {
    (!text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let read =
            read(text).and_then(DateTime::from_timestamp_millis).map(|at| at.format("%Y-%m-%d %H:%M").to_string());
        assert_eq!(read.as_deref().unwrap_or("unreadable"), expected, "{text}");
    }

    #[test]
    fn a_date_is_noon_of_that_day() {
        for text in
            ["2018-07-18", "18/07/2018", "18-07-2018", "18.07.2018", "18/7/2018", "18/07/18", "2018/07/18", "43299"]
        {
            check(text, "2018-07-18 12:00");
        }
        check("18/07/98", "1998-07-18 12:00");
        check("2018-07-18 00:00:00", "2018-07-18 12:00");
        check("2018-07-18T00:00", "2018-07-18 12:00");
    }

    #[test]
    fn the_day_comes_before_the_month_even_where_both_could_be_months() {
        check("03/04/2020", "2020-04-03 12:00");
        check("12/25/2020", "unreadable");
    }

    #[test]
    fn a_time_with_its_zone_is_exact() {
        check("2018-09-18T06:35:00Z", "2018-09-18 06:35");
        check("2018-09-18 08:35:00+02:00", "2018-09-18 06:35");
    }

    #[test]
    fn a_time_without_a_zone_is_that_of_the_wall_clock_here() {
        for text in ["18/09/2018 06:35", "2018-09-18T06:35:00", "18/09/2018 à 06h35", "2018-09-18 06:35:00.000"] {
            let at = DateTime::from_timestamp_millis(read(text).unwrap()).unwrap().with_timezone(&Local);
            assert_eq!(at.format("%Y-%m-%d %H:%M").to_string(), "2018-09-18 06:35", "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_unreadable() {
        for text in [
            "hier",
            "2018",
            "31/02/2020",
            "00/00/0000",
            "0000-00-00",
            "18/07/2018 25:00",
            "18/07/218",
            "1/2/3/4",
            "999",
            "é",
            "2018-07-18 xé",
        ] {
            check(text, "unreadable");
        }
    }
}
