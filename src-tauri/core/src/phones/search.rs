//! The digits that a search looks for, while a number is being typed and in texts that hold more than a number.

use super::Phone;
use super::french;
use super::typed::{Typed, is_separator};

/// The digits to look for among those that [`Phone::digits`] and [`Phone::last_four`] gave, at any moment of the typing:
/// « +33 6 39 », « 0033639 » and « 06.39 » all give `0639`. Nothing if this is no part of a telephone number.
///
/// Digits that may be something else (a client number, a postcode, the last four digits) are given as they are.
pub fn search_digits(typed: &str) -> Option<String> {
    let typed = Typed::read(typed)?;
    let digits = std::str::from_utf8(typed.digits()).ok()?;
    if !typed.international {
        return (!digits.is_empty()).then(|| match french::e164(&typed) {
            Some(e164) => Phone::Readable(e164).digits(),
            None => digits.to_owned(),
        });
    }
    if digits.is_empty() {
        return None;
    }
    if let Some(rest) = digits.strip_prefix("508").filter(|rest| rest.len() <= 6) {
        return Some(format!("0508{rest}"));
    }
    if let Some(rest) = digits.strip_prefix("33") {
        return Some(format!("0{}", without_trunk(rest)));
    }
    if let Some((code, rest)) = digits.split_at_checked(3) {
        let rest = without_trunk(rest);
        if french::may_be_overseas(code.as_bytes(), rest.as_bytes()) {
            return Some(format!("0{rest}"));
        }
    }
    Some(digits.to_owned())
}

/// The digits without the zero of « +33 (0)6 ».
fn without_trunk(digits: &str) -> &str {
    digits.strip_prefix('0').unwrap_or(digits)
}

/// Every number of four digits or more in a text that is not simply one: « 06 39 98 71 10 ou 01 99 00 12 34 (le soir) ».
pub(super) fn digits_within(text: &str) -> Vec<String> {
    let mut numbers = Vec::new();
    let mut number = String::new();
    for character in text.chars() {
        let begins_another = character == '+' || !(character.is_ascii_digit() || is_separator(character));
        if begins_another || is_complete(&number) {
            take(&mut number, &mut numbers);
        }
        if character.is_ascii_digit() || character == '+' {
            number.push(character);
        }
    }
    take(&mut number, &mut numbers);
    numbers
}

/// As many digits as a French number has: what follows is another number.
fn is_complete(number: &str) -> bool {
    let national = match number.strip_prefix("+33").or_else(|| number.strip_prefix("0033")) {
        Some(rest) => without_trunk(rest),
        None => match number.strip_prefix('0') {
            Some(rest) if !rest.starts_with('0') => rest,
            _ => return false,
        },
    };
    national.len() == 9
}

fn take(number: &mut String, numbers: &mut Vec<String>) {
    let digits = search_digits(number).unwrap_or_else(|| number.trim_start_matches('+').to_owned());
    if digits.len() >= 4 && !numbers.contains(&digits) {
        numbers.push(digits);
    }
    number.clear();
}
