//! The manager's desk in words, for people at a terminal.

use ecrin_core::Error;
use ecrin_core::duplicates::DuplicateReason;
use ecrin_core::merging::AnswerReason;

use crate::language::Language;
use crate::{answer, message_words};

/// What happened and what to do, for the errors of the desk; others in the words of messages.
pub(crate) fn error(language: Language, error: &Error) -> String {
    let sentence = match error {
        Error::ClientRemoved(number, at) => {
            let day = answer::date(*at);
            return language.pick(
                format!("la fiche {number} a été supprimée le {day}"),
                format!("record {number} was deleted on {day}"),
            );
        }
        Error::ClientMerged(number, into) => {
            return language.pick(
                format!("la fiche {number} a été fusionnée avec la fiche {into}"),
                format!("record {number} was merged into record {into}"),
            );
        }
        Error::ManagerCodeWait(seconds) => {
            return language.pick(
                format!("code responsable non essayé : trop de codes erronés, attendez {seconds} s"),
                format!("manager code not tried: too many wrong ones, wait {seconds} s"),
            );
        }
        Error::ManagerCodeWrong(seconds) if *seconds > 0 => {
            return language.pick(
                format!("ce n’est pas le code responsable : réessayez dans {seconds} s"),
                format!("this is not the manager code: try again in {seconds} s"),
            );
        }
        Error::ManagerCodeWrong(_) => language.pick("ce n’est pas le code responsable", "this is not the manager code"),
        Error::ManagerCodeNeeded => language.pick(
            "il faut le code responsable : --manager-code CODE, ou la variable ECRIN_MANAGER_CODE",
            "the manager code is needed: --manager-code CODE, or the variable ECRIN_MANAGER_CODE",
        ),
        Error::MergeWithItself => {
            language.pick("une fiche ne se fusionne pas avec elle-même", "a record cannot be merged with itself")
        }
        Error::ImportNotFound => language.pick("aucun import ne porte ce numéro", "there is no such import"),
        Error::ImportUndone => language.pick("cet import a déjà été annulé", "this import has been undone already"),
        other => return message_words::error(language, other),
    };
    sentence.to_owned()
}

/// Why two records may be one person, or may not.
pub(crate) fn reason(language: Language, reason: DuplicateReason) -> &'static str {
    use DuplicateReason as R;
    match reason {
        R::SameEmail => language.pick("même e-mail", "same e-mail"),
        R::SameMobile => language.pick("même portable", "same mobile"),
        R::SamePhone => language.pick("même téléphone", "same telephone"),
        R::SameName => language.pick("même nom", "same name"),
        R::SwappedName => language.pick("nom et prénom inversés", "names exchanged"),
        R::NearName => language.pick("nom proche", "near name"),
        R::SamePostcode => language.pick("même CP", "same postcode"),
        R::SameAddress => language.pick("même adresse", "same address"),
        R::Household => language.pick("sans doute un même foyer", "probably one household"),
        R::OtherEmail => language.pick("autre e-mail", "another e-mail"),
        R::OtherMobile => language.pick("autre portable", "another mobile"),
    }
}

/// Why an answer will hold.
pub(crate) fn answer_reason(language: Language, reason: AnswerReason) -> &'static str {
    use AnswerReason as R;
    match reason {
        R::Kept => language.pick("inchangé", "unchanged"),
        R::NoWins => language.pick("le refus l’emporte", "the no wins"),
        R::Carried => language.pick("accord repris", "agreement carried over"),
        R::NotResubscribed => language.pick("accord non repris : un refus l’emporte", "not carried over: a no wins"),
        R::NotAsked => language.pick("accord non repris : plus demandé", "not carried over: no longer asked"),
    }
}
