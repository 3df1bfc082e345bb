//! Whether a passphrase is strong enough to be the only lock.
//!
//! CNIL, délibération 2022-100 of 21 July 2022 on passwords: about 80 bits where nothing else protects, for instance
//! twelve characters of four kinds, fourteen of three, or seven words (as summarised by secondary sources, read on
//! 2026-11-22). The file may be copied and attacked at leisure, so no lesser case applies.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

/// What a passphrase lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum PassphraseWeakness {
    /// Fewer characters or words than any of the three forms asks for.
    TooShort,
    /// Long enough, but of too few kinds of characters, or repeating itself.
    TooSimple,
}

/// Says what is missing, or nothing.
pub fn weakness(passphrase: &str) -> Option<PassphraseWeakness> {
    let characters = passphrase.chars().count();
    let words: HashSet<String> = passphrase
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= 3)
        .map(str::to_lowercase)
        .collect();
    let kinds = [
        passphrase.chars().any(char::is_lowercase),
        passphrase.chars().any(char::is_uppercase),
        passphrase.chars().any(|c| c.is_ascii_digit()),
        passphrase.chars().any(|c| !c.is_alphanumeric() && !c.is_whitespace()),
    ];
    let kinds = kinds.into_iter().filter(|present| *present).count();
    let distinct = passphrase.chars().collect::<HashSet<_>>().len();
    if words.len() >= 7 || (distinct >= 7 && ((characters >= 12 && kinds == 4) || (characters >= 14 && kinds >= 3))) {
        return None;
    }
    Some(if characters < 12 { PassphraseWeakness::TooShort } else { PassphraseWeakness::TooSimple })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_forms_are_accepted() {
        for good in ["Vitrine+2024!", "Vitrine 2024 Ussel", "cheval plume orage sapin tiroir lampe verger"] {
            assert_eq!(weakness(good), None, "{good}");
        }
    }

    #[test]
    fn what_is_short_simple_or_repeated_is_refused() {
        assert_eq!(weakness(""), Some(PassphraseWeakness::TooShort));
        assert_eq!(weakness("Ussel19!"), Some(PassphraseWeakness::TooShort));
        assert_eq!(weakness("bijouteriedussel"), Some(PassphraseWeakness::TooSimple));
        assert_eq!(weakness("Aa1!Aa1!Aa1!Aa1!"), Some(PassphraseWeakness::TooSimple));
        assert_eq!(weakness("cheval cheval cheval cheval cheval cheval cheval"), Some(PassphraseWeakness::TooSimple));
    }
}
