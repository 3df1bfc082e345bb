//! What a reply says: a STOP, something harmless, or something that a person has to read.
//!
//! An objection must be as easy as possible, needs no special word and must never be lost (GDPR art. 7(3), 21(2), 21(3)); one that nobody
//! made must not be invented either. So a reply is a STOP if all of it asks for an end, harmless if all of it is thanks, greetings, a yes,
//! a no or a usual question, and everything else is shown to a person. Spelling, accents, case and punctuation make no difference.

use serde::{Deserialize, Serialize};

use super::words::{
    ASKING, CONTACTS, FRIENDLY, HARMLESS, JOINING, LISTS, ME, MESSAGES, NEGATIONS, NO_TYPOS, PHRASES, POLITE, REFUSALS,
    REMOVALS, SENDINGS, SENTENCE, STOPS, WANTS, YES, has,
};
use crate::text::fold;

/// What a reply says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum ReplyMeaning {
    /// « Arrêt d'envoi ».
    Stop,
    /// Anything else: a person has to read it.
    Doubtful,
    /// Thanks, greetings, a yes, a no, a usual question: it ends nothing.
    Harmless,
}

/// Reads a reply.
pub fn meaning(text: &str) -> ReplyMeaning {
    let text = text.replace('🛑', " stop ");
    match () {
        () if is_stop(&text) => ReplyMeaning::Stop,
        () if is_harmless(&text) => ReplyMeaning::Harmless,
        () => ReplyMeaning::Doubtful,
    }
}

fn is_harmless(text: &str) -> bool {
    // Variation selectors, the joiner and the colours of skin go with the sign before them.
    let is_part = |sign: char| matches!(sign, '\u{200B}'..='\u{200D}' | '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}');
    let is_usual = |sign: char| {
        sign.is_alphanumeric()
            || sign.is_ascii()
            || "…’‘«»“”–—°€".contains(sign)
            || sign.is_whitespace()
            || is_part(sign)
    };
    text.chars().all(|sign| is_usual(sign) || FRIENDLY.contains(sign))
        && fold(text).split_ascii_whitespace().all(|word| has(HARMLESS, word))
}

/// All of it at once, since « s.t.o.p » is one word; else each part between two signs, of which one asks for an end and no other says more.
fn is_stop(text: &str) -> bool {
    let whole = fold(text);
    // « OK pour l'arrêt » may be about a repair.
    let mut words = whole.split(' ');
    if words.clone().any(|word| has(YES, word)) && words.any(|word| word.starts_with("arret")) {
        return false;
    }
    let is_question = text.contains('?') && !ASKING.iter().any(|asking| whole.contains(asking));
    let asks = |part: &str| {
        let words = words_of(part);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        says_stop(&words) || !is_question && is_sentence(&words)
    };
    if asks(&whole) {
        return true;
    }
    let parts = text.split(['.', ',', ';', ':', '!', '?', '…', '(', ')', '\n', '\r']);
    let (ends, others): (Vec<String>, Vec<String>) = parts.map(fold).partition(|part| asks(part));
    let says_no_more = |part: &String| words_of(part).iter().all(|word| has(POLITE, word) || word == "non");
    !ends.is_empty() && others.iter().all(says_no_more)
}

/// The words of a folded text, without phrases of politeness; each spelling of « stop » is that word.
fn words_of(folded: &str) -> Vec<String> {
    let mut text = format!(" {folded} ");
    for phrase in PHRASES.iter().chain(&ASKING) {
        text = text.replace(&format!(" {phrase} "), " ");
    }
    let mut words: Vec<String> = Vec::new();
    let all: Vec<&str> = text.split_ascii_whitespace().collect();
    let is_letter = |word: &str| word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    for run in all.chunk_by(|a, b| is_letter(a) == is_letter(b)) {
        // « S T O P ».
        if run.len() >= 3 && is_letter(run[0]) {
            words.push(run.concat());
        } else {
            words.extend(run.iter().map(|&word| word.to_owned()));
        }
    }
    // « St op ».
    while let Some(place) = words.windows(2).position(|pair| pair.concat() == "stop") {
        words.splice(place..place + 2, ["stop".to_owned()]);
    }
    words.iter().flat_map(|word| spelt(word)).collect()
}

/// A word as it was meant: « stopp », « sotp », « stopsms », « stop36180 ».
fn spelt(word: &str) -> Vec<String> {
    if is_typo(word) {
        return vec!["stop".into()];
    }
    for stop in ["stop", "arret"] {
        let glued = word.strip_prefix(stop).or_else(|| word.strip_suffix(stop).filter(|rest| is_number(rest)));
        if let Some(rest) = glued.filter(|rest| is_about(rest) || is_number(rest) || matches!(*rest, "svp" | "merci")) {
            return vec![stop.into(), rest.into()];
        }
    }
    vec![word.into()]
}

/// Whether a word is « stop » with letters repeated, or with one more, one less, another one or two of them exchanged.
fn is_typo(word: &str) -> bool {
    let mut once: Vec<u8> = word.bytes().collect();
    once.dedup();
    if once == b"stop" {
        return true;
    }
    let (typed, stop) = (word.as_bytes(), b"stop");
    let same = typed.iter().zip(stop).take_while(|(a, b)| a == b).count();
    let (typed_rest, rest) = (&typed[same..], &stop[same..]);
    let is_near = match typed.len() {
        3 => typed_rest == &rest[1..],
        4 => {
            typed_rest[1..] == rest[1..]
                || rest.len() >= 2 && typed_rest[..2] == [rest[1], rest[0]] && typed_rest[2..] == rest[2..]
        }
        5 => &typed_rest[1..] == rest,
        _ => false,
    };
    is_near && !has(NO_TYPOS, word)
}

/// A short code, such as the one to which one replies.
fn is_number(word: &str) -> bool {
    (1..=6).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_about(word: &str) -> bool {
    [JOINING, MESSAGES, LISTS].iter().any(|list| has(list, word))
}

/// A word that asks for an end, what it is about, and politeness. A number may follow (« STOP au 36180 »).
fn says_stop(words: &[&str]) -> bool {
    let is_known =
        |word: &&str| has(STOPS, word) || is_about(word) || has(POLITE, word) || *word == "moi" || is_number(word);
    words.iter().any(|word| has(STOPS, word)) && words.iter().all(is_known)
}

/// A sentence that asks for an end, and says nothing else; a STOP before or after it changes nothing.
fn is_sentence(words: &[&str]) -> bool {
    let start = words.iter().take_while(|word| **word == "stop").count();
    let words = &words[start..];
    let words = &words[..words.len() - words.iter().rev().take_while(|word| **word == "stop").count()];
    let lists = [STOPS, REMOVALS, REFUSALS, CONTACTS, SENDINGS, WANTS, NEGATIONS, ME, SENTENCE, POLITE];
    words.iter().all(|word| is_about(word) || lists.iter().any(|list| has(list, word)))
        && (takes_off(words) || wants_no_more(words))
}

/// « Retirez-moi de votre liste », « je refuse vos messages », « arrêtez de m'écrire ».
fn takes_off(words: &[&str]) -> bool {
    let any = |list: &str| words.iter().any(|word| has(list, word));
    let (messages, me) = (any(MESSAGES), any(ME));
    let denies = any("ne n plus") || any(NEGATIONS);
    // « J'arrête … » may be about anything.
    let is_mine = words.windows(2).any(|pair| matches!(pair, ["j", own] if has(STOPS, own)));
    let takes_off = any(REMOVALS) && (messages || me || any(LISTS));
    !denies && (takes_off || any(REFUSALS) && messages || any(STOPS) && (messages || me) && !is_mine)
}

/// « Je ne veux plus de vos SMS », « ne m'envoyez plus rien », « ne plus contacter », « je ne veux pas de messages ».
fn wants_no_more(words: &[&str]) -> bool {
    let any = |list: &str| words.iter().any(|word| has(list, word));
    let (contacts, sendings, messages) = (any(CONTACTS), any(SENDINGS), any(MESSAGES));
    // « Je veux plus de SMS » may ask for more; « je veux plus recevoir » does not.
    let is_no_more = |pair: &[&str]| {
        matches!(pair, ["plus", "me" | "m" | "recevoir"]) || pair[0] == "plus" && has(CONTACTS, pair[1])
    };
    let no_more = any("plus") && (any("ne n") || words.windows(2).any(is_no_more));
    let none = any(NEGATIONS);
    !any(STOPS)
        && !any(REMOVALS)
        && !any(REFUSALS)
        && (no_more && (contacts || sendings || any(WANTS) && messages)
            || none && (contacts && (messages || any(ME) || any("etre")) || (sendings || any(WANTS)) && messages))
}

#[cfg(test)]
mod tests {
    use ReplyMeaning::{Doubtful, Harmless, Stop};

    use super::*;

    #[track_caller]
    fn check(expected: ReplyMeaning, replies: &[&str]) {
        let others: Vec<(&str, ReplyMeaning)> =
            replies.iter().map(|&reply| (reply, meaning(reply))).filter(|(_, found)| *found != expected).collect();
        assert!(others.is_empty(), "not {expected:?}: {others:?}");
    }

    #[test]
    fn a_stop_is_one_however_it_is_spelt() {
        let signs =
            ["STOP", "stop", "Stop.", "stop !!!", " STOP\n", "« stop »", "ｓｔｏｐ", "STOP\u{200B}", "🛑", "stop ?"];
        let apart = ["S T O P", "s.t.o.p", "S-T-O-P", "St op", "sto p", "S TOP"];
        let typos = [
            "STOPP",
            "stooop",
            "Sttop",
            "STPO",
            "SOTP",
            "TSOP",
            "STIP",
            "ST0P",
            "5top",
            "STOPE",
            "stops",
            "sto",
            "sop",
            "Dtop",
            "stip merci",
        ];
        let glued = ["STOPSMS", "STOPALL", "stoppub", "stop36180", "36180stop", "Stopmessages", "stopsvp", "arretsms"];
        check(Stop, &[&signs[..], &apart, &typos, &glued].concat());
    }

    #[test]
    fn a_stop_says_to_what_and_is_polite() {
        let about = [
            "STOP SMS",
            "stop sms svp",
            "STOP au 36180",
            "Stop 36111",
            "STOP PUB",
            "STOP ALL",
            "stop à vos messages",
            "arrêtez vos sms",
            "Arrêt des envois",
            "Opposition aux messages commerciaux",
        ];
        let polite = [
            "Bonjour, STOP merci",
            "stop s'il vous plaît",
            "Non merci. STOP",
            "stop stop stop",
            "j'ai dit stop",
            "Ok stop",
            "Merci à vous, stop",
        ];
        let other = [
            "ARRET",
            "arrêt",
            "Arrêter",
            "aret",
            "désinscription",
            "DESINSCRIPTION SVP",
            "Désabonnement",
            "unsubscribe",
            "Quit",
            "Opposition",
        ];
        check(Stop, &[&about[..], &polite, &other].concat());
    }

    #[test]
    fn a_clear_sentence_needs_no_special_word() {
        let taken_off = [
            "me désinscrire",
            "Je souhaite me désabonner de votre liste",
            "désinscrivez-moi",
            "désabonne-moi",
            "Désabonnez-moi svp",
            "Rayez moi de vos listes",
            "Enlevez-moi de votre liste",
            "Retirez-moi de votre liste !",
            "Supprimez mon numéro",
            "Retirez mon numéro de votre liste",
            "Bonjour, veuillez me retirer de votre fichier. Cordialement",
            "Pouvez-vous me retirer de votre liste ?",
            "Je souhaite être retirée de votre liste",
            "je retire mon accord",
        ];
        let refused =
            ["je refuse vos SMS", "je m'oppose à vos messages", "Arrêtez de m'envoyer des SMS", "arrêtez de m'écrire"];
        let no_more = [
            "ne plus recevoir de sms",
            "Je ne veux plus recevoir vos publicités.",
            "je ne veux plus de vos SMS",
            "je veux plus recevoir de pub",
            "Je ne veux pas de vos SMS",
            "Ne m'envoyez plus de messages, merci",
            "ne m'envoyez plus",
            "Ne m'écrivez plus",
            "Ne plus contacter",
            "merci de ne plus me contacter",
            "Je vous demande de ne plus m'envoyer de SMS",
            "Je ne veux plus être contactée",
        ];
        let with_a_stop = [
            "Stop, je ne veux plus recevoir de pub",
            "stop je ne veux plus de sms stop",
            "Je ne veux plus de vos SMS, retirez-moi de votre liste",
        ];
        check(Stop, &[&taken_off[..], &refused, &no_more, &with_a_stop].concat());
    }

    #[test]
    fn what_may_mean_something_else_is_for_a_person_to_read() {
        let mentions = [
            "ne pas stopper",
            "Ne stoppez pas la réparation",
            "pas de stop pour moi, je veux rester inscrite",
            "non stop",
            "Je me suis arrêtée devant la boutique, c'était fermé",
            "Stop à la réparation, gardez la montre en l'état",
            "J'ai laissé la bague au stop de la rue de Lyon, je repasse à 18h",
            "Arrêtez de travailler le dimanche ;-)",
            "Comment faire pour se désabonner ?",
            "C'est du spam ?",
            "Je n'ai plus de nouvelles",
            "Plus d'offres, svp !",
            "plus de sms svp",
            "je veux plus de sms",
        ];
        let yes = ["oui j'arrête", "Ok pour l'arrêt", "J'arrête", "oui, arrêtez", "d'accord pour arrêter les SMS"];
        let negated = [
            "Ne supprimez pas mon numéro",
            "ne me retirez pas de votre liste",
            "Je ne veux pas arrêter vos SMS",
            "Vous ne m'envoyez plus de SMS",
            "Vous ne m'envoyez plus de SMS ?",
            "Je ne reçois plus vos messages",
        ];
        let elsewhere = [
            "Retirez mon numéro de la commande",
            "Supprimez ma commande",
            "Ne m'envoyez pas la facture par SMS",
            "effacez mes données",
            "laissez moi tranquille",
            "cancel",
            "Fin",
            "stp",
            "Je refuse",
            "Pas d'accord",
        ];
        let talk = [
            "Christophe",
            "36180",
            "plus",
            "Plus tard",
            "au plus vite",
            "Qui êtes-vous ?",
            "oui mais seulement pour ma montre",
            "merci 🖕",
            "👎",
            "🚫",
            "стоп",
        ];
        check(Doubtful, &[&mentions[..], &yes, &negated, &elsewhere, &talk].concat());
    }

    #[test]
    fn thanks_greetings_a_yes_a_no_and_usual_questions_are_harmless() {
        let replies = [
            "",
            "  ",
            "?",
            "Oui",
            "OK merci",
            "Top !",
            "Merci beaucoup, bonne journée",
            "Non merci",
            "👍",
            "Merci 🙏🏽",
            "❤️",
            "Bonjour, je suis d'accord, cordialement",
            "Bonjour, à quelle heure fermez-vous ?",
            "La montre est-elle prête ?",
            "Je passe demain",
            "Êtes-vous ouverts samedi matin ?",
        ];
        check(Harmless, &replies);
    }
}
