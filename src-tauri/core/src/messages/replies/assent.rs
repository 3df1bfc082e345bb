//! Whether a reply to a request for an agreement seems to say yes or no.
//!
//! Nothing is recorded on the strength of it: a person reads the reply and records it (GDPR art. 4(11): an agreement is unambiguous).

use super::ReplyAnswer;
use crate::text::fold;

const YES: [&str; 9] = ["oui", "ok", "okay", "accord", "accepte", "accepter", "yes", "ouii", "oki"];
const NO: [&str; 6] = ["non", "no", "refuse", "refus", "pas", "jamais"];

/// What else may be said with it.
const AROUND: [&str; 30] = [
    "bonjour",
    "bonsoir",
    "merci",
    "svp",
    "cordialement",
    "mme",
    "mr",
    "m",
    "madame",
    "monsieur",
    "je",
    "j",
    "suis",
    "d",
    "de",
    "l",
    "a",
    "la",
    "le",
    "bien",
    "sur",
    "avec",
    "plaisir",
    "pour",
    "moi",
    "vous",
    "reponse",
    "ma",
    "est",
    "mon",
];

/// What a reply seems to answer; `None` where it says something else, or both.
pub(crate) fn assent(text: &str) -> Option<ReplyAnswer> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let (yes, no) = (words.iter().any(|word| YES.contains(word)), words.iter().any(|word| NO.contains(word)));
    let known = |word: &&str| YES.contains(word) || NO.contains(word) || AROUND.contains(word);
    // « Pas d'accord » is a no.
    match (yes, no, words.iter().all(known)) {
        (true, false, true) => Some(ReplyAnswer::Yes),
        (_, true, true) => Some(ReplyAnswer::No),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_yes_and_a_no_are_told_from_talk() {
        for yes in ["OUI", "oui.", "Oui merci", "OK", "Bonjour, je suis d'accord, cordialement", "J'accepte"] {
            assert_eq!(assent(yes), Some(ReplyAnswer::Yes), "{yes}");
        }
        for no in ["NON", "non merci", "Pas d'accord", "Je refuse"] {
            assert_eq!(assent(no), Some(ReplyAnswer::No), "{no}");
        }
        for talk in ["", "oui mais seulement pour ma montre", "Qui êtes-vous ?", "Je passe demain", "oui stop"] {
            assert_eq!(assent(talk), None, "{talk}");
        }
    }
}
