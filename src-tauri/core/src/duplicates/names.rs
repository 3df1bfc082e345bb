//! How alike two names are.

use strsim::osa_distance;

/// Two names compared, folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Likeness {
    /// The same, but for case, accents, hyphens.
    Same,
    /// Last and first name exchanged.
    Swapped,
    /// One stroke apart.
    Near,
    /// The same last name, and one has no first name.
    LastOnly,
    /// The same last name, another first name.
    Household,
    /// The same first name, another last name.
    FirstOnly,
    /// Nothing in common.
    None,
}

/// Whether two words are one stroke apart: a letter more, less, another one, or two exchanged. Words under three letters have too many
/// neighbours to mean anything.
pub(super) fn one_stroke(a: &str, b: &str) -> bool {
    let ends = |word: &str| (word.bytes().next(), word.bytes().last());
    let ((first_a, last_a), (first_b, last_b)) = (ends(a), ends(b));
    // One stroke leaves the beginning or the end alone (of words this long), which most pairs share neither of.
    a.len().min(b.len()) >= 3
        && a.len().abs_diff(b.len()) <= 4
        && (first_a == first_b || last_a == last_b)
        && osa_distance(a, b) == 1
}

/// Compares a last and a first name (or a company and nothing) with another's, all folded.
pub(super) fn likeness(a: (&str, &str), b: (&str, &str)) -> Likeness {
    let ((last_a, first_a), (last_b, first_b)) = (a, b);
    if a == b {
        return Likeness::Same;
    }
    if last_a == first_b && first_a == last_b {
        return Likeness::Swapped;
    }
    match (last_a == last_b, first_a == first_b) {
        (true, _) if first_a.is_empty() || first_b.is_empty() => Likeness::LastOnly,
        (true, _) if one_stroke(first_a, first_b) => Likeness::Near,
        (_, true) if one_stroke(last_a, last_b) => Likeness::Near,
        (true, _) => Likeness::Household,
        _ if last_a == first_b && one_stroke(first_a, last_b) => Likeness::Near,
        _ if first_a == last_b && one_stroke(last_a, first_b) => Likeness::Near,
        (_, true) if !first_a.is_empty() => Likeness::FirstOnly,
        _ => Likeness::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_apart_by_a_stroke_an_exchange_or_a_person() {
        let check = |a: (&str, &str), b: (&str, &str), expected: Likeness| {
            assert_eq!(likeness(a, b), expected, "{a:?} {b:?}");
            assert_eq!(likeness(b, a), expected, "{b:?} {a:?}");
        };
        check(("dupont", "laura"), ("dupont", "laura"), Likeness::Same);
        check(("dupont", "laura"), ("laura", "dupont"), Likeness::Swapped);
        check(("dupont", "laura"), ("dupond", "laura"), Likeness::Near);
        check(("dupont", "laura"), ("dupotn", "laura"), Likeness::Near);
        check(("dupont", "laura"), ("upont", "laura"), Likeness::Near);
        check(("dupont", "laura"), ("laura", "dupond"), Likeness::Near);
        check(("dupont", ""), ("dupont", "laura"), Likeness::LastOnly);
        check(("dupont", "laura"), ("dupont", "marc"), Likeness::Household);
        check(("dupont", "laura"), ("rey", "laura"), Likeness::FirstOnly);
        check(("dupont", "laura"), ("rey", "marc"), Likeness::None);
        check(("maison rey", ""), ("maison roy", ""), Likeness::Near);
        check(("li", "wei"), ("lu", "wei"), Likeness::FirstOnly);
    }
}
