//! Moments at which somebody stood at the counter: from Tuesday to Saturday, between half past eight and half past five UTC.

use super::chance::Chance;

const MINUTE: i64 = 60_000;
pub(super) const DAY: i64 = 24 * 60 * MINUTE;

/// How long ago the oldest record was made.
pub(super) const SPAN: i64 = 3_652 * DAY;

/// A moment of work on that day or, if the shop was closed, up to two days before.
pub(super) fn at_work(chance: &mut Chance, moment: i64) -> i64 {
    let day = moment.div_euclid(DAY);
    let day = day
        - match weekday(day) {
            6 => 1, // Sunday
            0 => 2, // Monday
            _ => 0,
        };
    day * DAY + (8 * 60 + 30) * MINUTE + random_below(chance, 9 * 60 * 60) * 1000
}

/// The day of a date, in days since 1970.
pub(super) fn day_of(year: i32, month: u32, day: u32) -> Option<i64> {
    let date = chrono::NaiveDate::from_ymd_opt(year, month, day)?;
    Some(date.signed_duration_since(chrono::NaiveDate::default()).num_days())
}

/// The year of a moment.
pub(super) fn year_of(moment: i64) -> i32 {
    use chrono::Datelike as _;
    chrono::DateTime::from_timestamp_millis(moment).map_or(2026, |date| date.year())
}

/// A moment between two others.
pub(super) fn between(chance: &mut Chance, from: i64, to: i64) -> i64 {
    from + random_below(chance, to - from)
}

#[allow(
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::cast_possible_truncation,
    reason = "spans of years in milliseconds"
)]
fn random_below(chance: &mut Chance, end: i64) -> i64 {
    chance.below(end.max(1) as usize) as i64
}

/// 0 is Monday. The first of January 1970 was a Thursday.
fn weekday(day: i64) -> i64 {
    (day + 3).rem_euclid(7)
}
