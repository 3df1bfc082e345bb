//! What a server said, fit to be kept: without passwords, addresses and numbers, on one line, at most 200 characters.

use std::net::Ipv4Addr;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};

use super::percent;
use super::setup::Secret;
use crate::messages::DETAIL_MAX;

/// Fewest digits that are taken for a telephone number.
const DIGITS: usize = 8;

/// The shortest that is looked for: a shorter one stands by chance in any answer.
const SECRET_MIN: usize = 4;

/// Passwords and keys, in every form in which a server that repeats what it was told may say them.
#[derive(Clone, Default)]
pub(in crate::messages) struct Hidden(Vec<Secret>);

impl Hidden {
    /// `user` is whom a password is given with.
    pub(in crate::messages) fn new<'a>(user: &str, secrets: impl IntoIterator<Item = &'a str>) -> Hidden {
        let mut forms: Vec<String> = Vec::new();
        for secret in secrets {
            for text in [secret.to_owned(), format!("{user}:{secret}"), format!("\0{user}\0{secret}")] {
                forms.push(STANDARD.encode(&text));
                // Of an encoded text the end may be missing.
                forms.push(STANDARD_NO_PAD.encode(&text));
            }
            forms.push(secret.to_owned());
            forms.push(percent::encode(secret, ""));
            // As it stands in JSON.
            let quoted = serde_json::Value::from(secret).to_string();
            forms.push(quoted[1..quoted.len() - 1].to_owned());
        }
        forms.retain(|form| form.len() >= SECRET_MIN);
        // The longest first, which may hold another one.
        forms.sort_unstable_by_key(|form| std::cmp::Reverse(form.len()));
        forms.dedup();
        Hidden(forms.into_iter().map(Secret::new).collect())
    }

    fn hide(&self, said: &str) -> String {
        self.0.iter().fold(said.to_owned(), |said, form| said.replace(form.as_str(), "…"))
    }
}

/// Takes out of a server's words whatever looks like an address or a telephone number, and the recipient's own (`address`: an e-mail
/// address or E.164) even in parts.
pub(in crate::messages) fn scrub(said: &str, address: &str, hidden: &Hidden) -> String {
    cut(&without_numbers(&without_addresses(&hidden.hide(said), address)))
}

/// The name under which a server took a message: as [`scrub`], but such names are often numbers, and stay.
pub(in crate::messages) fn receipt(said: &str, address: &str, hidden: &Hidden) -> String {
    cut(&without_addresses(&hidden.hide(said), address))
}

fn cut(line: &str) -> String {
    let cut: String = line.chars().take(DETAIL_MAX).collect();
    cut.trim_end().to_owned()
}

fn without_addresses(said: &str, address: &str) -> String {
    let kept = |word: &str| !word.contains('@') && !names(word, address);
    let words: Vec<&str> = said.split_whitespace().map(|word| if kept(word) { word } else { "…" }).collect();
    words.join(" ")
}

/// Whether a word holds the part before the @, of at least three letters, or the number without its +.
fn names(word: &str, address: &str) -> bool {
    let local = address.split('@').next().unwrap_or_default().trim_start_matches('+').to_lowercase();
    local.chars().count() > 2 && word.to_lowercase().contains(&local)
}

fn without_numbers(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit() || c == '+') {
        written.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.find(|c: char| !(c.is_ascii_digit() || " +.-/()".contains(c))).unwrap_or(rest.len());
        let end = rest[..end].trim_end_matches(|c: char| !c.is_ascii_digit()).len().max(1);
        let run = &rest[..end];
        let digits = run.bytes().filter(u8::is_ascii_digit).count();
        written.push_str(if digits >= DIGITS && run.parse::<Ipv4Addr>().is_err() { "…" } else { run });
        rest = &rest[end..];
    }
    written.push_str(rest);
    written
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn scrub(said: &str, address: &str) -> String {
        super::scrub(said, address, &Hidden::default())
    }

    fn receipt(said: &str, address: &str) -> String {
        super::receipt(said, address, &Hidden::default())
    }

    #[test]
    fn passwords_and_keys_are_taken_out_in_every_form() {
        let hidden = Hidden::new("boutique", ["clé \"42\"/x"]);
        for form in [
            "clé \"42\"/x",
            "cl%C3%A9%20%2242%22%2Fx",
            r#"clé \"42\"/x"#,
            &STANDARD.encode("clé \"42\"/x"),
            &STANDARD.encode("boutique:clé \"42\"/x"),
            &STANDARD.encode("\0boutique\0clé \"42\"/x"),
        ] {
            assert_eq!(super::scrub(&format!("invalid {form} !"), "", &hidden), "invalid … !", "{form}");
            assert_eq!(super::receipt(&format!("{form}-7"), "", &hidden), "…-7", "{form}");
            // Before the end is cut off, of which a part could stay.
            let far = format!("{} {form}", "é".repeat(195));
            assert_eq!(super::scrub(&far, "", &hidden), format!("{} …", "é".repeat(195)));
        }
        let short = Hidden::new("", ["1"]);
        assert_eq!(super::scrub("line 1 of 11", "", &short), "line 1 of 11");
    }

    #[track_caller]
    fn check(said: &str, kept: &str) {
        assert_eq!(scrub(said, "laura.dupont@orange.example"), kept);
    }

    #[test]
    fn addresses_are_taken_out_wherever_they_stand() {
        check("5.1.1 <laura.dupont@orange.example>: user unknown", "5.1.1 … user unknown");
        check("5.1.1 User Laura.Dupont unknown", "5.1.1 User … unknown");
        check("relay denied for to=<x@y.example>,", "relay denied for …");
    }

    #[test]
    fn telephone_numbers_are_taken_out_in_any_form() {
        check("Recipient +33639981234 invalid", "Recipient … invalid");
        check("numéro 06 39 98 12 34 refusé (06.39.98.12.34)", "numéro … refusé (…)");
        assert_eq!(scrub("to 33639981234", "+33639981234"), "to …");
    }

    #[test]
    fn codes_and_machines_stay() {
        check("4.7.1 Greylisted, retry in 300 seconds", "4.7.1 Greylisted, retry in 300 seconds");
        check("Client host [203.0.113.5] blocked", "Client host [203.0.113.5] blocked");
        check("a + b", "a + b");
        check("", "");
    }

    #[test]
    fn a_receipt_keeps_its_number_and_no_address() {
        assert_eq!(receipt("2.0.0 Ok: queued as 1234567890", "x@y.example"), "2.0.0 Ok: queued as 1234567890");
        assert_eq!(receipt("Ok <laura@orange.example>", "laura@orange.example"), "Ok …");
        assert_eq!(receipt("33639981234-7", "+33639981234"), "…");
    }

    #[test]
    fn several_lines_become_one_of_at_most_200_characters() {
        check("un\r\n  deux", "un deux");
        assert_eq!(scrub(&"é".repeat(300), "").chars().count(), 200);
    }

    proptest! {
        #[test]
        fn no_number_and_no_address_survives(said in "[a-z0-9+@. <>-]{0,80}") {
            let kept = scrub(&said, "");
            prop_assert!(!kept.contains('@'));
            prop_assert!(!kept.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() >= DIGITS), "{kept}");
        }
    }
}
