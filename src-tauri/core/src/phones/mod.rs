//! Telephone numbers: read in any form, stored as E.164 (ITU-T E.164), shown in national form.
//!
//! A number without a country code is French. What cannot be read with certainty (two numbers in one field, a remark,
//! a digit missing) is kept exactly as typed and said to be so; nothing is ever dropped or guessed. Reading a number from
//! what was shown for it gives the same number.

mod foreign;
mod french;
mod search;
#[cfg(test)]
mod tests;
mod typed;

use std::fmt::Write as _;

use typed::Typed;

pub(crate) use french::is_mobile as is_french_mobile;
pub use search::search_digits;

/// Whether what a record keeps is taken for a number that was read: E.164, not text as it was typed.
pub(crate) fn is_e164(stored: &str) -> bool {
    stored.strip_prefix('+').is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A telephone number as the record keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Phone {
    /// No number.
    #[default]
    Empty,
    /// Read, in E.164: `+33639987110`.
    Readable(String),
    /// Not readable, kept exactly as typed.
    AsTyped(String),
}

impl Phone {
    /// Reads what was typed; numbers without a country code are French.
    ///
    /// Digits may be separated by spaces of any width, dots, hyphens, slashes and brackets, and preceded by `+33`, `0033`,
    /// `(+33)`, `+33 (0)`, or another country's code. Nine digits without their zero, as spreadsheets leave them, are read
    /// too. Numbers of other countries must exist in their numbering plan; the plans are loaded when the first is met.
    pub fn parse(typed: &str) -> Phone {
        if typed.trim().is_empty() {
            return Phone::Empty;
        }
        let read = Typed::read(typed).and_then(|digits| french::e164(&digits).or_else(|| foreign::e164(&digits)));
        read.map_or_else(|| Phone::AsTyped(typed.to_owned()), Phone::Readable)
    }

    /// What the file keeps: the E.164 form of a readable number, otherwise what was typed.
    pub fn stored(&self) -> &str {
        match self {
            Phone::Empty => "",
            Phone::Readable(text) | Phone::AsTyped(text) => text,
        }
    }

    /// The number of which [`Phone::stored`] gave `text` and [`Phone::is_readable`] gave `readable`.
    pub fn from_stored(text: &str, readable: bool) -> Phone {
        match (text, readable) {
            ("", _) => Phone::Empty,
            (text, true) => Phone::Readable(text.to_owned()),
            (text, false) => Phone::AsTyped(text.to_owned()),
        }
    }

    /// Whether it is a mobile number of metropolitan France.
    pub fn is_french_mobile(&self) -> bool {
        matches!(self, Phone::Readable(e164) if is_french_mobile(e164))
    }

    /// Whether no SMS can reach it: a French number of a land line. Of numbers abroad this is not known.
    pub fn is_land_line(&self) -> bool {
        matches!(self, Phone::Readable(e164) if french::is_land_line(e164))
    }

    /// Whether there is nothing to remark: a number was read, or none was typed.
    pub fn is_readable(&self) -> bool {
        !matches!(self, Phone::AsTyped(_))
    }

    /// What a French reader is shown: `06 39 98 71 10`, overseas `06 92 39 98 71`, abroad `+41 79 123 45 67`; as typed
    /// when the number could not be read.
    pub fn display(&self) -> String {
        match self {
            Phone::Empty => String::new(),
            Phone::AsTyped(text) => text.clone(),
            Phone::Readable(e164) => match french::national(e164) {
                Some(national) => {
                    let mut pairs = String::with_capacity(14);
                    for (index, digit) in national.iter().enumerate() {
                        if index > 0 && index % 2 == 0 {
                            pairs.push(' ');
                        }
                        pairs.push(char::from(*digit));
                    }
                    pairs
                }
                None => foreign::display(e164),
            },
        }
    }

    /// The digits to index: `0639987110`, abroad with the country code `41791234567`.
    ///
    /// Of a text that could not be read, every number in it, separated by spaces: « 06 39 98 71 10 (bureau) » is found too.
    pub fn digits(&self) -> String {
        match self {
            Phone::Empty => String::new(),
            Phone::AsTyped(text) => search::digits_within(text).join(" "),
            Phone::Readable(e164) => match french::national(e164) {
                Some(national) => national.iter().copied().map(char::from).collect(),
                None => e164.trim_start_matches('+').to_owned(),
            },
        }
    }

    /// The last four digits of every number in [`Phone::digits`], separated by spaces.
    pub fn last_four(&self) -> String {
        let mut last = String::with_capacity(4);
        for digits in self.digits().split(' ').filter(|digits| digits.len() >= 4) {
            let space = if last.is_empty() { "" } else { " " };
            let _ = write!(last, "{space}{}", &digits[digits.len() - 4..]);
        }
        last
    }
}
