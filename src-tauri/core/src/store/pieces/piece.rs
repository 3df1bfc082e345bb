//! A piece: three letters in a row of a field, or whether there is anything in it.

use crate::clients::ClientField as C;
use crate::lists::{Checked, FieldKind, ListField, Test};

/// The field in the upper four bits, the letters in the lower sixteen.
pub(in crate::store) type Piece = u32;

/// The letters that are told apart: others, the space, the digits, a to z.
const LETTERS: u32 = 38;
/// A piece has so many.
const LENGTH: usize = 3;
/// Above all letters: a field is empty; the next number, it is filled.
const EMPTY: u32 = 60_000;

/// The texts of a record whose pieces are kept.
pub(super) const TEXTS: [ListField; 16] = [
    ListField::Record(C::Civility),
    ListField::Record(C::LastName),
    ListField::Record(C::FirstName),
    ListField::Record(C::Company),
    ListField::Record(C::Address1),
    ListField::Record(C::Address2),
    ListField::Record(C::Address3),
    ListField::Record(C::Postcode),
    ListField::Record(C::Town),
    ListField::Record(C::Country),
    ListField::Record(C::Email),
    ListField::Record(C::Phone),
    ListField::Record(C::Mobile),
    ListField::Record(C::Origins),
    ListField::Record(C::Type),
    ListField::InactiveReason,
];

/// The number of a field, and which of the texts that share it. Files hold these numbers.
const fn numbered(field: ListField) -> Option<(u32, u32)> {
    let ListField::Record(field) = field else {
        return if matches!(field, ListField::InactiveReason) { Some((14, 0)) } else { None };
    };
    Some(match field {
        C::Civility => (0, 0),
        C::LastName => (1, 0),
        C::FirstName => (2, 0),
        C::Company => (3, 0),
        C::Address1 => (4, 0),
        C::Address2 => (4, 1),
        C::Address3 => (4, 2),
        C::Postcode => (5, 0),
        C::Town => (6, 0),
        C::Country => (7, 0),
        C::Email => (8, 0),
        C::Phone => (9, 0),
        C::Mobile => (10, 0),
        C::Origins => (11, 0),
        C::Type => (12, 0),
        C::Professional => (13, 0),
    })
}

/// Calls `each` with the pieces of a text as it is compared: folded, or digits.
pub(super) fn each_of(field: ListField, compared: &str, mut each: impl FnMut(Piece)) {
    let Some((number, _)) = numbered(field) else { return };
    let mut letters = 0;
    for (at, letter) in compared.chars().enumerate() {
        letters = (letters * LETTERS + coded(letter)) % LETTERS.pow(3);
        if at + 1 >= LENGTH {
            each((number << 16) + letters);
        }
    }
}

/// Whether there is something in a field (for « Professionnel », whether it holds).
pub(super) fn filled(field: ListField, filled: bool) -> Option<Piece> {
    numbered(field).map(|(number, of)| (number << 16) + EMPTY + 2 * of + u32::from(filled))
}

const fn coded(letter: char) -> u32 {
    match letter {
        ' ' => 1,
        '0'..='9' => 2 + letter as u32 - '0' as u32,
        'a'..='z' => 12 + letter as u32 - 'a' as u32,
        _ => 0,
    }
}

/// What the texts of whoever satisfies a condition hold: all pieces of one of the alternatives. Nothing where pieces do not tell.
pub(in crate::store) fn alternatives(condition: &Checked) -> Option<Vec<Vec<Piece>>> {
    let field = condition.field;
    if condition.not {
        return None;
    }
    let of = |text: &String| {
        let mut pieces = Vec::new();
        each_of(field, text, |piece| pieces.push(piece));
        (!pieces.is_empty()).then(|| apart(&pieces))
    };
    match &condition.test {
        Test::Filled(is) if matches!(field.kind(), FieldKind::Text | FieldKind::Phone) => {
            Some(vec![vec![filled(field, *is)?]])
        }
        Test::Begins(text) | Test::Contains(text) => Some(vec![of(text)?]),
        Test::Texts(texts) => texts.iter().map(of).collect(),
        Test::Spans(spans) if field == ListField::Record(C::Professional) => {
            let holds = |is: &bool| spans.iter().any(|span| (span.0..=span.1).contains(&i64::from(*is)));
            [false, true].into_iter().filter(holds).map(|is| Some(vec![filled(field, is)?])).collect()
        }
        _ => None,
    }
}

/// First the pieces that share no letter: those that do say less that is new.
fn apart(pieces: &[Piece]) -> Vec<Piece> {
    (0..LENGTH).flat_map(|first| pieces.iter().copied().skip(first).step_by(LENGTH)).collect()
}
