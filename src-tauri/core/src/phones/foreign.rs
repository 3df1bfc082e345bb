//! Numbers of other countries: checked against their numbering plans, shown in international form.
//!
//! The plans (libphonenumber's metadata) take some 80 ms and 15 MB to load, so they are loaded only to read a number with
//! a foreign country code. Showing one must not load them, since every row of a search does it: the grouping of digits is
//! a small table here. ITU-T E.123 asks for spaces after the country code and leaves the rest to custom.

use super::typed::Typed;

/// The E.164 form, if these digits are a number that exists in the plan of its country.
pub(super) fn e164(typed: &Typed) -> Option<String> {
    let digits = std::str::from_utf8(typed.digits()).ok()?;
    // French digits that come here are not a number, and while one is typed nothing should be loaded.
    if !typed.international || digits.starts_with('0') || digits.starts_with("33") || !(6..=17).contains(&digits.len())
    {
        return None;
    }
    let number = phonenumber::parse(None, format!("+{digits}")).ok()?;
    if !number.is_valid() {
        return None;
    }
    let e164 = number.format().mode(phonenumber::Mode::E164).to_string();
    // Fifteen digits at most, and nothing that this program would not read again.
    let readable =
        e164.len() <= 16 && e164.strip_prefix('+').is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    readable.then_some(e164)
}

/// The international form of an E.164 number: `+41 79 123 45 67`.
pub(super) fn display(e164: &str) -> String {
    let Some(digits) = e164.strip_prefix('+').filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit())) else {
        return e164.to_owned();
    };
    let (code, mut rest) = digits.split_at(code_length(digits).min(digits.len()));
    let mut shown = format!("+{code}");
    let groups = GROUPS
        .iter()
        .find(|(country, leading, length, _)| *country == code && *length == rest.len() && rest.starts_with(leading));
    for &size in groups.map_or(usual_groups(rest.len()), |(.., groups)| groups) {
        let (group, after) = rest.split_at(size.min(rest.len()));
        if !group.is_empty() {
            shown.push(' ');
            shown.push_str(group);
        }
        rest = after;
    }
    shown
}

/// How many digits the country code has (ITU-T E.164, list of assigned country codes).
fn code_length(digits: &str) -> usize {
    match digits.as_bytes() {
        [b'1' | b'7', ..] => 1,
        [b'2', b'0' | b'7', ..]
        | [b'3', b'0'..=b'4' | b'6' | b'9', ..]
        | [b'4', b'0' | b'1' | b'3'..=b'9', ..]
        | [b'5', b'1'..=b'8', ..]
        | [b'6', b'0'..=b'6', ..]
        | [b'8', b'1' | b'2' | b'4' | b'6', ..]
        | [b'9', b'0'..=b'5' | b'8', ..] => 2,
        _ => 3,
    }
}

/// The custom of a country: its code, how its numbers begin, how many digits they have, the groups.
type Custom = (&'static str, &'static str, usize, &'static [usize]);

/// Neighbours and countries from which French shops have clients, grouped as libphonenumber does (spaces only).
const GROUPS: [Custom; 36] = [
    ("1", "", 10, &[3, 3, 4]),
    ("30", "21", 10, &[2, 4, 4]),
    ("30", "", 10, &[3, 3, 4]),
    ("31", "6", 9, &[1, 8]),
    ("32", "4", 9, &[3, 2, 2, 2]),
    ("32", "2", 8, &[1, 3, 2, 2]),
    ("32", "3", 8, &[1, 3, 2, 2]),
    ("32", "4", 8, &[1, 3, 2, 2]),
    ("32", "9", 8, &[1, 3, 2, 2]),
    ("32", "", 8, &[2, 2, 2, 2]),
    ("34", "", 9, &[3, 2, 2, 2]),
    ("351", "", 9, &[3, 3, 3]),
    ("352", "6", 9, &[3, 3, 3]),
    ("352", "", 6, &[2, 2, 2]),
    ("352", "", 8, &[2, 2, 2, 2]),
    ("353", "8", 9, &[2, 3, 4]),
    ("353", "1", 8, &[1, 3, 4]),
    ("376", "", 6, &[3, 3]),
    ("377", "", 8, &[2, 2, 2, 2]),
    ("377", "6", 9, &[1, 2, 2, 2, 2]),
    ("39", "3", 10, &[3, 3, 4]),
    ("39", "3", 9, &[3, 6]),
    ("39", "06", 9, &[2, 3, 4]),
    ("39", "06", 10, &[2, 4, 4]),
    ("39", "02", 10, &[2, 4, 4]),
    ("41", "", 9, &[2, 3, 2, 2]),
    ("44", "20", 10, &[2, 4, 4]),
    ("44", "7", 10, &[4, 6]),
    ("48", "", 9, &[3, 3, 3]),
    ("49", "15", 11, &[4, 7]),
    ("49", "1", 10, &[3, 7]),
    ("49", "1", 11, &[3, 8]),
    ("213", "", 9, &[3, 2, 2, 2]),
    ("216", "", 8, &[2, 3, 3]),
    ("262", "", 9, &[3, 2, 2, 2]),
    ("689", "", 8, &[2, 2, 2, 2]),
];

/// Groups of three, the last of two to four, so that no digit stands alone.
fn usual_groups(length: usize) -> &'static [usize] {
    match length {
        0..=4 => &[4],
        5 => &[3, 2],
        6 => &[3, 3],
        7 => &[3, 4],
        8 => &[3, 3, 2],
        9 => &[3, 3, 3],
        10 => &[3, 3, 4],
        11 => &[3, 3, 3, 2],
        12 => &[3, 3, 3, 3],
        _ => &[3, 3, 3, 3, 3],
    }
}
