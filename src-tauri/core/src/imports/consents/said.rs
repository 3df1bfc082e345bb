//! Reading what a cell says of a consent: yes, no, or nothing.
//!
//! Only what clearly is a yes is one. « Accord écrit » is a yes that also says how; « non renseigné » and « à demander » are
//! no answer.

use crate::imports::values::Flag;
use crate::text::fold;

/// How a client agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// At the counter, by telephone.
    Oral,
    /// On paper.
    Written,
    /// By e-mail.
    Mail,
    /// By a text message.
    Sms,
    /// By letter.
    Letter,
}

impl Way {
    /// The code of the shipped agreement mode.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Way::Oral => "oral",
            Way::Written => "written",
            Way::Mail => "mail",
            Way::Sms => "sms",
            Way::Letter => "letter",
        }
    }

    /// What the history says where the shop keeps no such mode any more.
    pub(super) const fn label(self) -> &'static str {
        match self {
            Way::Oral => "Accord oral",
            Way::Written => "Accord écrit",
            Way::Mail => "Accord par mail",
            Way::Sms => "Accord par SMS",
            Way::Letter => "Accord par courrier",
        }
    }

    /// The way that some folded words mean: « ecrit », « accord par mail ».
    pub(super) fn of(folded: &str) -> Option<Way> {
        let words = folded.strip_prefix("accord ").unwrap_or(folded);
        let words = words.strip_prefix("par ").or_else(|| words.strip_prefix("a l ")).unwrap_or(words);
        Some(match words {
            "oral" | "orale" | "orally" | "oralement" | "verbal" | "verbalement" => Way::Oral,
            "ecrit" | "ecrite" | "written" | "papier" | "formulaire papier" => Way::Written,
            "mail" | "email" | "e mail" | "courriel" | "mel" => Way::Mail,
            "sms" | "texto" => Way::Sms,
            "courrier" | "courrier postal" | "lettre" | "letter" => Way::Letter,
            _ => return None,
        })
    }
}

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::imports) enum Said {
    /// The client agrees, perhaps in a way that the cell names.
    Yes(Option<Way>),
    /// The client does not.
    No,
    /// Nobody knows.
    Nothing,
}

/// Reads a cell that is not empty.
pub(in crate::imports) fn read(cell: &str) -> Option<Said> {
    if is_blank(cell) {
        return Some(Said::Nothing);
    }
    match Flag::read(cell) {
        Some(Flag::Yes) => return Some(Said::Yes(None)),
        Some(Flag::No | Flag::Inactive) => return Some(Said::No),
        Some(Flag::Active) => return None,
        None if cell.len() > 60 => return None,
        None => {}
    }
    let folded = fold(cell);
    let words = folded.as_str();
    Some(match words {
        "jamais demande" | "pas demande" | "non demande" | "a demander" | "a redemander" | "non renseigne"
        | "pas renseigne" | "non communique" | "non precise" | "inconnu" | "inconnue" | "nc" | "nr" | "n c" | "n r"
        | "n a" | "na" | "ne sait pas" | "null" | "unknown" | "never asked" => Said::Nothing,
        "refus" | "refuse" | "refusee" | "refused" | "stop" | "desinscrit" | "desinscrite" | "desinscription"
        | "desabonne" | "desabonnee" | "desabonnement" | "opt out" | "optout" | "retire" | "retiree" | "retrait"
        | "accord retire" | "oppose" | "opposee" | "opposition" | "interdit" | "arret" | "unsubscribed"
        | "unsubscribe" | "withdrawn" | "denied" | "declined" | "ne souhaite pas" | "ne veut pas" | "non merci"
        | "pas d accord" | "en desaccord" | "desaccord" | "accord refuse" => Said::No,
        _ if agrees(words) => Said::Yes(None),
        _ => match words.split_once(' ')? {
            ("non" | "pas" | "plus", what) if agrees(what) => Said::No,
            ("oui" | "ok" | "accord" | "accepte" | "acceptee" | "accorde" | "accordee" | "donne", how) => {
                Said::Yes(Some(Way::of(how)?))
            }
            _ => return None,
        },
    })
}

/// Reads a cell of a column such as « Stop SMS »: yes is a no, and the contrary of a refusal is no agreement.
pub(in crate::imports) fn read_refusal(cell: &str) -> Option<Said> {
    match (Flag::read(cell), read(cell)?) {
        (Some(Flag::Yes), _) | (None, Said::No) => Some(Said::No),
        (Some(_), _) | (None, Said::Yes(_) | Said::Nothing) => Some(Said::Nothing),
    }
}

fn agrees(words: &str) -> bool {
    matches!(
        words,
        "opt in"
            | "optin"
            | "accord"
            | "accorde"
            | "accordee"
            | "d accord"
            | "accord donne"
            | "accepte"
            | "acceptee"
            | "ok"
            | "autorise"
            | "autorisee"
            | "abonne"
            | "abonnee"
            | "inscrit"
            | "inscrite"
            | "consenti"
            | "consent"
            | "granted"
            | "accepted"
            | "agreed"
            | "subscribed"
    )
}

/// A cell without a letter or a digit, other than ticks and boxes: « - », « ? », « … ».
fn is_blank(cell: &str) -> bool {
    cell.chars().all(|sign| matches!(sign, '-' | '–' | '—' | '?' | '.' | '…' | '/' | ' ' | '_' | '*'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_agrees_refuses_or_says_nothing() {
        for yes in ["oui", "OUI", "x", "1", "vrai", "Opt-in", "accordé", "D'accord", "✓", "abonnée", "Accepté", "true"]
        {
            assert_eq!(read(yes), Some(Said::Yes(None)), "{yes}");
        }
        for no in [
            "non",
            "0",
            "faux",
            "refusé",
            "STOP",
            "désinscrit",
            "Opt-out",
            "non accordé",
            "pas d'accord",
            "accord refusé",
            "plus abonné",
            "non inscrit",
            "Retiré",
            "☐",
        ] {
            assert_eq!(read(no), Some(Said::No), "{no}");
        }
        for nothing in ["-", "—", "?", "N/C", "jamais demandé", "Non renseigné", "à demander"] {
            assert_eq!(read(nothing), Some(Said::Nothing), "{nothing}");
        }
        for unreadable in [
            "peut-être",
            "2",
            "12/03/2020",
            "oui non",
            "accord à demander",
            "accord en attente",
            "actif",
            "oui sauf été",
        ] {
            assert_eq!(read(unreadable), None, "{unreadable}");
        }
    }

    #[test]
    fn a_yes_may_say_how() {
        assert_eq!(read("accord écrit"), Some(Said::Yes(Some(Way::Written))));
        assert_eq!(read("Oui (par e-mail)"), Some(Said::Yes(Some(Way::Mail))));
        assert_eq!(read("Accord par SMS"), Some(Said::Yes(Some(Way::Sms))));
        assert_eq!(read("oui, oral"), Some(Said::Yes(Some(Way::Oral))));
    }

    #[test]
    fn a_column_of_refusals_never_agrees() {
        for no in ["oui", "x", "1", "STOP", "refusé"] {
            assert_eq!(read_refusal(no), Some(Said::No), "{no}");
        }
        for nothing in ["non", "0", "accordé", "accord écrit", "-"] {
            assert_eq!(read_refusal(nothing), Some(Said::Nothing), "{nothing}");
        }
        assert_eq!(read_refusal("peut-être"), None);
    }
}
