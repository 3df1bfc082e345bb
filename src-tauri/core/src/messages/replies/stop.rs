//! Whether a reply is a STOP.
//!
//! An objection must be as easy as possible and never be lost (GDPR art. 7(3), 21(3)); one that nobody made must not be invented either. So
//! there are three readings: what says nothing but « stop », however it is spelt, is one; what merely mentions it is shown to a person, who
//! decides; everything else is talk. Spelling, accents, case and punctuation make no difference.

use serde::{Deserialize, Serialize};

use crate::text::fold;

/// What a reply says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum ReplyMeaning {
    /// « Arrêt d'envoi ».
    Stop,
    /// Mentions an end of messages, but may mean something else: a person has to read it.
    Doubtful,
    /// Anything else.
    Other,
}

/// A word that alone, or with what it is about, asks for an end.
const STOPS: [&str; 20] = [
    "stop",
    "stopper",
    "stoppez",
    "stoper",
    "stopez",
    "arret",
    "arrets",
    "arreter",
    "arretez",
    "arrete",
    "desinscription",
    "desinscrire",
    "desinscrivez",
    "desinscris",
    "desabonnement",
    "desabonner",
    "desabonnez",
    "desabo",
    "desinscrit",
    "unsubscribe",
];

/// What is to end, and words that join: « stop à vos SMS de publicité au 36180 ».
const ABOUT: [&str; 45] = [
    "a",
    "au",
    "aux",
    "de",
    "des",
    "du",
    "la",
    "le",
    "les",
    "l",
    "d",
    "ce",
    "ces",
    "cette",
    "votre",
    "vos",
    "tout",
    "tous",
    "toute",
    "toutes",
    "sms",
    "texto",
    "textos",
    "message",
    "messages",
    "msg",
    "mms",
    "mail",
    "mails",
    "envoi",
    "envois",
    "pub",
    "pubs",
    "publicite",
    "publicites",
    "promo",
    "promos",
    "promotion",
    "promotions",
    "offre",
    "offres",
    "newsletter",
    "liste",
    "numero",
    "commerciaux",
];

/// Politeness and impatience, which change nothing.
const FILLERS: [&str; 33] = [
    "bonjour",
    "bonsoir",
    "salut",
    "hello",
    "madame",
    "monsieur",
    "mme",
    "mr",
    "m",
    "merci",
    "mercii",
    "svp",
    "stp",
    "please",
    "cordialement",
    "d",
    "avance",
    "s",
    "il",
    "vous",
    "te",
    "plait",
    "maintenant",
    "immediatement",
    "definitivement",
    "ok",
    "oui",
    "et",
    "j",
    "ai",
    "dit",
    "par",
    "pour",
];

/// Sentences that ask for it without the word, or around it; `*` is one or more words of [`ABOUT`], or none.
const SENTENCES: [&str; 21] = [
    "ne plus recevoir *",
    "ne plus rien recevoir *",
    "je ne veux plus recevoir *",
    "je veux plus recevoir *",
    "je ne souhaite plus recevoir *",
    "je ne desire plus recevoir *",
    "merci de ne plus m envoyer *",
    "ne m envoyez plus *",
    "n envoyez plus *",
    "ne plus m envoyer *",
    "ne me contactez plus *",
    "je veux me desinscrire *",
    "je veux me desabonner *",
    "je souhaite me desinscrire *",
    "je souhaite me desabonner *",
    "me desinscrire *",
    "me desabonner *",
    "desinscrivez moi *",
    "desabonnez moi *",
    "retirez moi *",
    "supprimez moi *",
];

/// Beginnings of words that make a reply worth a look.
const HINTS: [&str; 8] = ["stop", "arret", "desinscri", "desabon", "unsubscri", "spam", "harcel", "cnil"];

/// Reads a reply.
pub fn meaning(text: &str) -> ReplyMeaning {
    let folded = fold(text);
    let words = joined_letters(&folded);
    let words: Vec<&str> = words.iter().map(|word| bare(word)).collect();
    if says_stop(&words) || says_it_otherwise(&words) {
        return ReplyMeaning::Stop;
    }
    let hints = |word: &&str| HINTS.iter().any(|hint| word.starts_with(hint));
    let no_more = words
        .windows(2)
        .any(|pair| matches!(pair, ["plus", "recevoir" | "envoyer" | "m" | "de" | "d"] | ["envoyez", "plus"]));
    if words.iter().any(hints) || no_more { ReplyMeaning::Doubtful } else { ReplyMeaning::Other }
}

/// « S T O P » is one word: at least three single letters in a row are joined.
fn joined_letters(folded: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let all: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let is_letter = |word: &str| word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    for run in all.chunk_by(|a, b| is_letter(a) == is_letter(b)) {
        if run.len() >= 3 && is_letter(run[0]) {
            words.push(run.concat());
        } else {
            words.extend(run.iter().map(|&word| word.to_owned()));
        }
    }
    words
}

/// A word without repeated letters that slipped in: « stopp », « stooop », « sttop ».
fn bare(word: &str) -> &str {
    let mut last = ' ';
    let once: String = word.chars().filter(|&c| std::mem::replace(&mut last, c) != c).collect();
    if once == "stop" { "stop" } else { word }
}

/// Exactly one request, what it is about, and politeness. A number may follow (« STOP au 36180 »).
fn says_stop(words: &[&str]) -> bool {
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let asks = words.iter().any(|word| STOPS.contains(word));
    asks && words.iter().all(|word| {
        STOPS.contains(word) || ABOUT.contains(word) || FILLERS.contains(word) || (is_number(word) && word.len() <= 6)
    })
}

fn says_it_otherwise(words: &[&str]) -> bool {
    // Politeness around the sentence, and a STOP before or after it, change nothing.
    let around = |word: &&&str| FILLERS.contains(word) || STOPS.contains(word);
    let start = words.iter().take_while(around).count();
    let end = words.len() - words[start..].iter().rev().take_while(around).count();
    let starts: [usize; 2] = [start, 0];
    let ends: [usize; 2] = [end, words.len()];
    starts.into_iter().any(|start| ends.into_iter().any(|end| end > start && is_sentence(&words[start..end])))
}

fn is_sentence(words: &[&str]) -> bool {
    SENTENCES.iter().any(|sentence| {
        let known: Vec<&str> = sentence.trim_end_matches(" *").split(' ').collect();
        words.strip_prefix(&known[..]).is_some_and(|rest| rest.iter().all(|word| ABOUT.contains(word)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(expected: ReplyMeaning, replies: &[&str]) {
        for reply in replies {
            assert_eq!(meaning(reply), expected, "« {reply} »");
        }
    }

    #[test]
    fn a_stop_is_one_however_it_is_spelt() {
        let replies = [
            "STOP",
            "stop",
            "Stop.",
            "stop !!!",
            " STOP\n",
            "« stop »",
            "S T O P",
            "s.t.o.p",
            "S-T-O-P",
            "STOPP",
            "stooop",
            "Sttop",
            "STOP SMS",
            "stop sms svp",
            "STOP au 36180",
            "Stop 36111",
            "STOP PUB",
            "stop à vos messages",
            "Bonjour, STOP merci",
            "stop stop stop",
            "ARRET",
            "arrêt",
            "Arrêter",
            "arrêtez vos sms",
            "Arrêt des envois",
            "désinscription",
            "DESINSCRIPTION SVP",
            "Désabonnement",
            "me désinscrire",
            "Je souhaite me désabonner de votre liste",
            "désinscrivez-moi",
            "ne plus recevoir de sms",
            "Je ne veux plus recevoir vos publicités.",
            "Ne m'envoyez plus de messages, merci",
            "Stop, je ne veux plus recevoir de pub",
            "unsubscribe",
            "ｓｔｏｐ",
            "STOP\u{200B}",
            "j'ai dit stop",
        ];
        check(ReplyMeaning::Stop, &replies);
    }

    #[test]
    fn what_only_mentions_it_is_for_a_person_to_read() {
        let replies = [
            "ne pas stopper",
            "Ne stoppez pas la réparation",
            "pas de stop pour moi, je veux rester inscrite",
            "Je me suis arrêtée devant la boutique, c'était fermé",
            "J'ai laissé la bague au stop de la rue de Lyon, je repasse à 18h",
            "Stop à la réparation, gardez la montre en l'état",
            "Arrêtez de travailler le dimanche ;-)",
            "Comment faire pour se désabonner ?",
            "C'est du spam ?",
            "Je n'ai plus de nouvelles",
            "Plus d'offres, svp !",
            "plus de sms svp",
            "non stop",
        ];
        check(ReplyMeaning::Doubtful, &replies);
    }

    #[test]
    fn everything_else_is_talk() {
        let replies = [
            "",
            "Oui",
            "OK merci",
            "Bonjour, à quelle heure fermez-vous ?",
            "Je passe demain",
            "36180",
            "Christophe",
            "plus",
            "Plus tard",
            "La montre est-elle prête ?",
            "au plus vite",
            "👍",
        ];
        check(ReplyMeaning::Other, &replies);
    }
}
