//! What may be a manager code, and how it is kept: as Argon2id with the cost of the passphrase's, in its standard notation (PHC string).

use argon2::password_hash::phc::PasswordHash;
use argon2::{PasswordHasher, PasswordVerifier};

use crate::store::argon2;
use crate::{Error, Result};

/// Digits of a code.
const DIGITS: std::ops::RangeInclusive<usize> = 4..=12;
/// Characters of a word.
const WORD: std::ops::RangeInclusive<usize> = 4..=40;

/// A code without white space around it, if it may be one: 4 to 12 digits, or 4 to 40 characters that are not all digits.
///
/// # Errors
/// `ManagerCodeUnfit`.
pub(crate) fn checked(typed: &str) -> Result<&str> {
    let code = typed.trim();
    let characters = code.chars().count();
    let digits = code.chars().all(|c| c.is_ascii_digit());
    let fits = if digits { DIGITS.contains(&characters) } else { WORD.contains(&characters) };
    if fits && !code.chars().any(char::is_control) { Ok(code) } else { Err(Error::ManagerCodeUnfit) }
}

/// What the file keeps of a code.
///
/// # Errors
/// When the system gives no random numbers or not enough memory.
pub(crate) fn hashed(code: &str) -> Result<String> {
    let unkept = |_| Error::Database("the manager code could not be kept".into());
    let hash: PasswordHash = argon2()?.hash_password(code.as_bytes()).map_err(unkept)?;
    Ok(hash.to_string())
}

/// Whether this is the code of which the file keeps this.
///
/// # Errors
/// `FileCorrupt` when what is kept makes no sense.
pub(crate) fn matches(typed: &str, kept: &str) -> Result<bool> {
    let kept = PasswordHash::new(kept).map_err(|_| Error::FileCorrupt)?;
    Ok(argon2()?.verify_password(typed.trim().as_bytes(), &kept).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_four_to_twelve_digits_or_a_word() {
        for fit in ["1234", "123456789012", " 1234 ", "émeraude", "deux mots", "12ab"] {
            assert!(checked(fit).is_ok(), "{fit}");
        }
        for unfit in ["", "123", "1234567890123", "abc", "   1 ", &"x".repeat(41), "ab\ncd"] {
            assert!(matches!(checked(unfit), Err(Error::ManagerCodeUnfit)), "{unfit}");
        }
    }

    #[test]
    fn only_the_code_itself_matches_and_it_is_nowhere_in_what_is_kept() {
        let kept = hashed("4711").unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=32768,t=3,p=1$"), "{kept}");
        assert!(matches("4711", &kept).unwrap() && matches(" 4711 ", &kept).unwrap());
        assert!(!matches("4712", &kept).unwrap() && !matches("", &kept).unwrap());
        assert_ne!(kept, hashed("4711").unwrap(), "salted");
        assert!(matches!(matches("4711", "nonsense"), Err(Error::FileCorrupt)));
    }
}
