//! The manager's desk in words, for people at a terminal.

use ecrin_core::duplicates::DuplicateReason;
use ecrin_core::merging::AnswerReason;

use crate::language::Language;

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
