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
    /// A client's number, or a subscription's, if that is what was typed: those come first.
    pub(super) number: Option<ClientNumber>,
    /// All of these must match.
    groups: Vec<Group>,
}

/// Words next to each other that may also be one word written in pieces: any of the ways must match.
type Group = Vec<Way>;
/// All of these words must match.
type Way = Vec<String>;

/// A first word this short may be a particle: « le goff » also finds LEGOFF.
const PARTICLE: usize = 3;
/// The digits of a postcode: a number abroad that is no longer might be one.
const POSTCODE: usize = 5;

impl Query {
    /// Understands what was typed. Where nothing was, everybody matches; nothing if there is no letter and no digit in it.
    pub(super) fn of(typed: &str) -> Option<Query> {
        if typed.trim().is_empty() {
            return Some(Query { words: Vec::new(), name_prefix: String::new(), number: None, groups: Vec::new() });
        }
        Query::parse(typed)
    }

    fn parse(typed: &str) -> Option<Query> {
        // Only the local part of an e-mail is indexed, so only it is looked for.
        let local = typed.split_once('@').map_or(typed, |(local, _)| local);
        let words: Vec<String> =
            text::fold(local).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        if words.is_empty() {
            return None;
        }
        let mut groups: Vec<Group> = Vec::new();
        for run in words.chunk_by(|a, b| is_digits(a) == is_digits(b)) {
            if run.len() == 1 {
                groups.push(vec![run.to_vec()]);
            } else if is_digits(&run[0]) || run[0].len() <= PARTICLE {
                // « 06 39 98 » is one number in pieces, unless « 19200 4521 » is a postcode and the end of a number.
                groups.push(vec![vec![run.concat()], run.to_vec()]);
            } else {
                groups.extend(run.iter().map(|word| vec![vec![word.clone()]]));
            }
        }
        // « +33 6 39 » and the like are digits that only the telephones' own rules understand. But « 0012 » is rather the
        // end of a number than the beginning of a country's, and « 0087 0 » is not the postcode 87000.
        let digits = words.concat();
        let with_zeros = typed.trim_start().starts_with('0') && digits.starts_with("00");
        let is_ending = with_zeros && digits.len() <= 4;
        let is_abroad = |digits: &str| with_zeros && !digits.starts_with('0');
        let as_phone = phones::search_digits(typed)
            .filter(|digits| !is_ending && (!is_abroad(digits) || digits.len() > POSTCODE))
            .map(|digits| vec![digits]);
        if let ([group], Some(way)) = (groups.as_mut_slice(), as_phone)
            && !group.contains(&way)
        {
            group.push(way);
        }
        // « 06 » is the beginning of a telephone number, not client 6.
        let number = if let [word] = words.as_slice() { word.parse().ok() } else { None };
        let number = number.filter(|number: &ClientNumber| words[0] == number.to_string());
        Some(Query { name_prefix: words.join(" "), words, number, groups })
    }

    /// The same search with each word replaced by its other spellings, the nearest first, or left as it is where it has
    /// none. One list for each of [`Query::words`].
    pub(super) fn with_spellings(&self, spellings: &[Vec<String>]) -> Query {
        let known = |word: &String| self.words.iter().position(|own| own == word);
        let choices = |word: &String| match known(word).map(|at| &spellings[at]) {
            Some(near) if !near.is_empty() => near.clone(),
            _ => vec![word.clone()],
        };
        let respelt = |way: &Way| {
            way.iter().map(choices).fold(vec![Way::new()], |ways, choices| {
                let longer = |way: &Way| {
                    choices.iter().map(|word| [way.as_slice(), std::slice::from_ref(word)].concat()).collect()
                };
                ways.iter().flat_map::<Vec<Way>, _>(longer).collect()
            })
        };
        let nearest: Vec<String> = self.words.iter().filter_map(|word| choices(word).into_iter().next()).collect();
        Query {
            words: self.words.clone(),
            name_prefix: nearest.join(" "),
            number: None,
            groups: self.groups.iter().map(|group| group.iter().flat_map(respelt).collect()).collect(),
        }
    }

    /// The FTS5 expression. Every word is quoted, so that nothing typed is an operator, and is the beginning of a word.
    pub(super) fn expression(&self) -> String {
        let all = |way: &Way| way.iter().map(|word| format!("\"{word}\"*")).collect::<Vec<_>>().join(" AND ");
        let any = |group: &Group| match group.as_slice() {
            [way] => all(way),
            ways => format!("({})", ways.iter().map(|way| format!("({})", all(way))).collect::<Vec<_>>().join(" OR ")),
        };
        self.groups.iter().map(any).collect::<Vec<_>>().join(" AND ")
    }

    /// Whether a client with these words matches, as the index would say.
    pub(super) fn matches(&self, client_words: &str) -> bool {
        let known = |word: &String| client_words.split(' ').any(|own| own.starts_with(word.as_str()));
        self.groups.iter().all(|group| group.iter().any(|way| way.iter().all(known)))
    }
}

fn is_digits(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expression(typed: &str) -> String {
        Query::parse(typed).map(|query| query.expression()).unwrap_or_default()
    }

    #[test]
    fn words_are_folded_and_quoted() {
        assert_eq!(expression("Dupont-Rey  AND"), r#""dupont"* AND "rey"* AND "and"*"#);
        assert_eq!(expression(" - ' * \" "), "");
    }

    #[test]
    fn a_particle_may_be_written_apart_or_not() {
        assert_eq!(expression("le goff"), r#"(("legoff"*) OR ("le"* AND "goff"*))"#);
    }

    #[test]
    fn only_the_local_part_of_an_address_counts() {
        assert_eq!(expression("laura.dupont@boutique.example"), r#""laura"* AND "dupont"*"#);
    }

    #[test]
    fn a_client_matches_by_their_words_as_by_the_index() {
        let matches = |typed: &str| {
            Query::parse(typed).is_some_and(|query| query.matches("0639987110 19200 7110 dupont laura ussel"))
        };
        for typed in [
            "dup",
            "laura dup",
            "uss",
            "06 39 98",
            "7110",
            "dupont 06 39",
            "19200",
            "19200 7110",
            "+33 6 39 98",
            "du pont",
        ] {
            assert!(matches(typed), "{typed}");
        }
        for typed in ["upont", "dupont x", "9987", "dupont 07"] {
            assert!(!matches(typed), "{typed}");
        }
    }

    #[test]
    fn other_spellings_take_the_place_of_their_word_alone() {
        let near = |typed: &str, spellings: &[&[&str]]| {
            let spellings: Vec<Vec<String>> =
                spellings.iter().map(|near| near.iter().map(|&name| name.to_owned()).collect()).collect();
            let query = Query::parse(typed).map(|query| query.with_spellings(&spellings));
            query.map(|query| (query.expression(), query.name_prefix)).unwrap_or_default()
        };
        assert_eq!(
            near("dupnt laura", &[&["dupont", "dupin"], &[]]),
            (r#"(("dupont"*) OR ("dupin"*)) AND "laura"*"#.into(), "dupont laura".into())
        );
        assert_eq!(
            near("le gof 06 39", &[&[], &["goff"], &[], &[]]).0,
            r#"(("legof"*) OR ("le"* AND "goff"*)) AND (("0639"*) OR ("06"* AND "39"*))"#
        );
    }

    #[test]
    fn a_number_is_a_clients_only_as_it_is_written() {
        let number = |typed: &str| Query::parse(typed).and_then(|query| query.number);
        assert_eq!([number("12"), number("06"), number("0"), number("12 3")], [Some(12), None, Some(0), None]);
    }

    #[test]
    fn four_digits_that_begin_with_two_zeros_end_a_number() {
        assert_eq!(expression("0012"), r#""0012"*"#);
        assert_eq!(expression("0 05"), r#"(("005"*) OR ("0"* AND "05"*))"#, "not client 5, as « +5 » would find");
        assert_eq!(expression("00336"), r#"(("00336"*) OR ("06"*))"#);
    }

    #[test]
    fn the_beginning_of_a_number_abroad_is_not_a_postcode() {
        assert_eq!(expression("0087 0"), r#"(("00870"*) OR ("0087"* AND "0"*))"#, "not « 87000 »");
        assert_eq!(expression("004179123"), r#"(("004179123"*) OR ("4179123"*))"#);
    }

    #[test]
    fn digits_in_pieces_are_one_number_or_several() {
        assert_eq!(expression("dupont 06 39"), r#""dupont"* AND (("0639"*) OR ("06"* AND "39"*))"#);
    }
}
