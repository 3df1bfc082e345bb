//! The French numbering plan: ten digits beginning with 0, in metropolitan France and overseas.
//!
//! Overseas numbers are dialled like the others within France but have country codes of their own; which ranges are theirs
//! is laid down by ARCEP (décision 2018-0881 and the annex on geographic and mobile ranges). Whether a number was given to
//! anybody is not checked: ranges open every year, and those reserved for fiction must pass too.

use super::typed::Typed;

/// Ranges of ten-digit numbers (without their 0) that have another country code than 33.
const OVERSEAS: [(&[u8], &str); 13] = [
    (b"262", "+262"), // La Réunion
    (b"263", "+262"), // La Réunion
    (b"692", "+262"), // La Réunion, mobile
    (b"693", "+262"), // La Réunion, mobile
    (b"269", "+262"), // Mayotte
    (b"639", "+262"), // Mayotte, mobile, except 06 39 98 (see below)
    (b"590", "+590"), // Guadeloupe, Saint-Martin, Saint-Barthélemy
    (b"690", "+590"), // the same, mobile
    (b"691", "+590"), // the same, mobile
    (b"594", "+594"), // Guyane
    (b"694", "+594"), // Guyane, mobile
    (b"596", "+596"), // Martinique
    (b"696", "+596"), // Martinique, mobile
];

/// Reserved by ARCEP for fiction in metropolitan France, inside a range of Mayotte.
const FICTION: &[u8] = b"63998";

/// Saint-Pierre-et-Miquelon: six digits, which the rest of France dials after 0508.
const SAINT_PIERRE: &[u8] = b"508";

/// The E.164 form, if these digits are one French number.
pub(super) fn e164(typed: &Typed) -> Option<String> {
    let digits = typed.digits();
    if typed.international {
        if let Some(rest) = digits.strip_prefix(b"33") {
            return of_nine(rest.strip_prefix(b"0").unwrap_or(rest));
        }
        if let Some(rest) = digits.strip_prefix(SAINT_PIERRE) {
            return (rest.len() == 6).then(|| written("+508", rest));
        }
        // An overseas code fits the ranges that are its own; others are left to the plans of the world.
        let (code, rest) = digits.split_at_checked(3)?;
        let rest = rest.strip_prefix(b"0").unwrap_or(rest);
        let own = code_of(rest)?;
        return (own.as_bytes()[1..] == *code && rest.len() == 9).then(|| written(own, rest));
    }
    match digits {
        [b'0', rest @ ..] => of_nine(rest),
        // What a spreadsheet leaves of 0639987110. Nine digits in groups may well be Spanish or Portuguese.
        [b'1'..=b'9', ..] if digits.len() == 9 && typed.bare => of_nine(digits),
        [b'3', b'3', rest @ ..] => of_nine(rest.strip_prefix(b"0").unwrap_or(rest)),
        _ => None,
    }
}

/// The ten digits dialled within France, if this E.164 number is dialled so.
pub(super) fn national(e164: &str) -> Option<[u8; 10]> {
    let digits = e164.as_bytes().strip_prefix(b"+")?;
    let mut national = [b'0'; 10];
    if let Some(rest) = digits.strip_prefix(SAINT_PIERRE)
        && rest.len() == 6
    {
        national[1..4].copy_from_slice(SAINT_PIERRE);
        national[4..].copy_from_slice(rest);
        return Some(national);
    }
    let rest = match digits.strip_prefix(b"33") {
        Some(rest) => rest,
        None => {
            digits
                .split_at_checked(3)
                .filter(|(code, rest)| code_of(rest).is_some_and(|own| own.as_bytes()[1..] == **code))?
                .1
        }
    };
    (rest.len() == 9).then(|| {
        national[1..].copy_from_slice(rest);
        national
    })
}

/// Whether an E.164 number is a mobile of metropolitan France (ARCEP, ranges 06 and 07).
pub(crate) fn is_mobile(e164: &str) -> bool {
    e164.starts_with("+336") || e164.starts_with("+337")
}

/// Whether this E.164 number is a land line in France or overseas: mobile numbers begin with 06 or 07, overseas with 06 (ARCEP, décision
/// 2018-0881). Saint-Pierre-et-Miquelon has one range for both.
pub(super) fn is_land_line(e164: &str) -> bool {
    !e164.starts_with("+508") && national(e164).is_some_and(|digits| !matches!(digits[1], b'6' | b'7'))
}

/// Whether what is typed after this country code belongs, or may still come to belong, to the overseas ranges dialled with 0.
pub(super) fn may_be_overseas(code: &[u8], rest: &[u8]) -> bool {
    OVERSEAS
        .iter()
        .any(|(range, own)| own.as_bytes()[1..] == *code && (rest.starts_with(range) || range.starts_with(rest)))
}

/// The E.164 form of nine digits dialled after 0.
fn of_nine(digits: &[u8]) -> Option<String> {
    if digits.len() != 9 || digits[0] == b'0' {
        return None;
    }
    match digits.strip_prefix(SAINT_PIERRE) {
        Some(rest) => Some(written("+508", rest)),
        None => Some(written(code_of(digits).unwrap_or("+33"), digits)),
    }
}

/// The overseas country code of a number dialled after 0.
fn code_of(digits: &[u8]) -> Option<&'static str> {
    let (_, code) = OVERSEAS.iter().find(|(range, _)| digits.starts_with(range))?;
    (!digits.starts_with(FICTION)).then_some(*code)
}

fn written(code: &str, digits: &[u8]) -> String {
    let mut text = String::with_capacity(code.len() + digits.len());
    text.push_str(code);
    text.extend(digits.iter().copied().map(char::from));
    text
}
