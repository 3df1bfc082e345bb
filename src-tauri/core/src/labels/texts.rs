//! What may be typed into labels: lines, texts of several lines, and days.

use chrono::{Datelike, NaiveDate};

use crate::consents::legible;
use crate::{Error, Result};

/// The longest note, in characters.
pub(crate) const NOTE_MAX: u32 = 2_000;

/// A text on one line, trimmed; empty if nothing of it can be seen.
///
/// # Errors
/// `NameTooLong` beyond `max` characters.
pub(crate) fn line(typed: &str, max: u32) -> Result<String> {
    within(legible(typed), max)
}

/// A text of several lines, trimmed; empty if nothing of it can be seen.
///
/// # Errors
/// `NameTooLong` beyond [`NOTE_MAX`] characters.
pub(crate) fn text(typed: &str) -> Result<String> {
    let unified = typed.replace("\r\n", "\n");
    let lines: Vec<String> = unified.split(['\n', '\r']).map(legible).collect();
    within(lines.join("\n").trim().to_owned(), NOTE_MAX)
}

fn within(text: String, max: u32) -> Result<String> {
    if text.chars().count() > max as usize { Err(Error::NameTooLong(max)) } else { Ok(text) }
}

/// A day that somebody may mean. Four digits of year, so that days in text are in the order of time.
///
/// # Errors
/// `DayUnlikely` before 1900 or after 2199.
pub(crate) fn checked_day(day: NaiveDate) -> Result<NaiveDate> {
    if (1900..2200).contains(&day.year()) { Ok(day) } else { Err(Error::DayUnlikely) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_its_lines_and_nothing_invisible() {
        assert_eq!(
            text(" Préfère le mardi.\r\n\n  Appeler avant \u{202e}\n").unwrap(),
            "Préfère le mardi.\n\nAppeler avant"
        );
        assert_eq!(text(" \n\u{200b}\n").unwrap(), "");
        assert!(text(&"é".repeat(2_000)).is_ok());
        assert!(matches!(text(&"é".repeat(2_001)), Err(Error::NameTooLong(2_000))));
    }

    #[test]
    fn a_year_has_four_digits_and_is_one_of_ours() {
        let day = |year| checked_day(NaiveDate::from_ymd_opt(year, 2, 28).unwrap());
        assert!(day(1900).is_ok() && day(2199).is_ok());
        for year in [-1, 202, 1899, 2200, 20_262] {
            assert!(matches!(day(year), Err(Error::DayUnlikely)), "{year}");
        }
    }
}
