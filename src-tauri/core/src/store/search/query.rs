//! What was typed, as the indexes understand it.

use crate::clients::ClientNumber;
use crate::{phones, text};

/// A search, ready for the indexes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Query {
    /// The folded words, in the order typed.
    pub(super) words: Vec<String>,
    /// What a folded name must begin with.
    pub(super) name_prefix: String,
    /// The client's number, if that is what was typed: it comes first.
    pub(super) number: Option<ClientNumber>,
    /// The FTS5 expression.
    pub(super) expression: String,
}

impl Query {
    /// Understands what was typed; nothing if there is no letter and no digit in it.
    pub(super) fn parse(typed: &str) -> Option<Query> {
        let words: Vec<String> = match phones::search_digits(typed) {
            Some(digits) => vec![digits],
            None => {
                // Only the local part of an e-mail is indexed, so only it is looked for.
                let local = typed.split_once('@').map_or(typed, |(local, _)| local);
                text::fold(local).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
            }
        };
        if words.is_empty() {
            return None;
        }
        let mut terms: Vec<String> = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let run = words[at..].iter().take_while(|word| word.bytes().all(|byte| byte.is_ascii_digit())).count();
            if run >= 2 {
                // « 06 39 98 » is one number in pieces, unless « 19200 4521 » is a postcode and the end of a number.
                let pieces: Vec<String> = words[at..at + run].iter().map(|word| begins(word)).collect();
                terms.push(format!("({} OR ({}))", begins(&words[at..at + run].concat()), pieces.join(" AND ")));
                at += run;
            } else {
                terms.push(begins(&words[at]));
                at += 1;
            }
        }
        let number = if let [word] = words.as_slice() { word.parse().ok() } else { None };
        Some(Query { name_prefix: words.join(" "), number, expression: terms.join(" AND "), words })
    }

    /// Whether a client with these words matches, as the index would say.
    pub(super) fn matches(&self, client_words: &str) -> bool {
        let known = |word: &str| client_words.split(' ').any(|own| own.starts_with(word));
        let is_number = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
        self.words.chunk_by(|a, b| is_number(a) && is_number(b)).all(|run| known(&run.concat()) || run.iter().all(|word| known(word)))
    }
}

/// « A word begins with », quoted so that nothing typed is an operator.
pub(super) fn begins(word: &str) -> String {
    format!("\"{}\"*", word.replace('"', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expression(typed: &str) -> String {
        Query::parse(typed).map(|query| query.expression).unwrap_or_default()
    }

    #[test]
    fn words_are_folded_and_quoted() {
        assert_eq!(expression("Dupont-Rey  AND"), r#""dupont"* AND "rey"* AND "and"*"#);
        assert_eq!(expression("l’hermite \"OR\" (x)"), r#""l"* AND "hermite"* AND "or"* AND "x"*"#);
        assert_eq!(expression(" - ' * \" "), "");
    }

    #[test]
    fn only_the_local_part_of_an_address_counts() {
        assert_eq!(expression("laura.dupont@boutique.example"), r#""laura"* AND "dupont"*"#);
    }

    #[test]
    fn a_client_matches_by_their_words_as_by_the_index() {
        let matches = |typed: &str| Query::parse(typed).is_some_and(|query| query.matches("0639987110 19200 7110 dupont laura ussel"));
        for typed in ["dup", "laura dup", "uss", "06 39 98", "7110", "dupont 06 39", "19200"] {
            assert!(matches(typed), "{typed}");
        }
        for typed in ["upont", "dupont x", "9987", "dupont 07"] {
            assert!(!matches(typed), "{typed}");
        }
    }

    #[test]
    fn digits_in_pieces_are_one_number_or_several() {
        assert_eq!(expression("dupont 06 39"), r#""dupont"* AND ("0639"* OR ("06"* AND "39"*))"#);
    }
}
