//! Percent-encoding (RFC 3986 § 2.1).

use std::fmt::Write as _;

/// The text with every byte encoded that is neither unreserved nor among `kept`.
pub(in crate::messages) fn encode(text: &str, kept: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || kept.as_bytes().contains(&byte) {
            written.push(char::from(byte));
        } else {
            let _ = write!(written, "%{byte:02X}");
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_meaning_in_an_address_is_encoded() {
        assert_eq!(encode("a b&c=é?%", ""), "a%20b%26c%3D%C3%A9%3F%25");
        assert_eq!(encode("contact+stop@boutique.example", "@+"), "contact+stop@boutique.example");
    }
}
