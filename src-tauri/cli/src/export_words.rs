//! Exports in words, for people at a terminal.

use ecrin_core::Error;

use crate::language::Language;
use crate::subscription_words;

/// What happened and what to do, for the errors of exports; others in the core's own words.
pub(crate) fn error(language: Language, error: &Error) -> String {
    let sentence = match error {
        Error::ExportPurposeMissing => language.pick(
            "dites pourquoi cette liste est exportée : --purpose. Rien n’a été écrit",
            "say why this list is exported: --purpose. Nothing was written",
        ),
        Error::ExportTooLong(max) => {
            return language.pick(
                format!("trop de clients pour ce format : {max} au plus. Rien n’a été écrit"),
                format!("too many clients for this format: {max} at most. Nothing was written"),
            );
        }
        Error::Refused(rule) => subscription_words::rule(language, *rule),
        Error::OfferNotFound => language.pick("cette offre n’existe pas", "there is no such offer"),
        Error::SubscriptionNotFound => language.pick("cet abonnement n’existe pas", "there is no such subscription"),
        Error::NameTaken => language.pick("ce nom est déjà pris", "this name is taken"),
        Error::LabelsNotPostal => language.pick(
            "les étiquettes vont avec des courriers : --contact postal:…, ou aucun --contact. Rien n’a été écrit",
            "labels go with letters: --contact postal:…, or no --contact. Nothing was written",
        ),
        Error::LabelBeyondSheet(labels) => {
            return language.pick(
                format!("cette planche a {labels} étiquettes : --start va de 1 à {labels}. Rien n’a été écrit"),
                format!("this sheet has {labels} labels: --start goes from 1 to {labels}. Nothing was written"),
            );
        }
        other => return other.to_string(),
    };
    sentence.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_of_exports_is_worded_in_both_languages() {
        for each in [
            Error::ExportPurposeMissing,
            Error::ExportTooLong(50_000),
            Error::LabelsNotPostal,
            Error::LabelBeyondSheet(14),
        ] {
            let (french, english) = (error(Language::French, &each), error(Language::English, &each));
            assert_ne!(french, english);
            assert_ne!(english, each.to_string());
        }
    }
}
