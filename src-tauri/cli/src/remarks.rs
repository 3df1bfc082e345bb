//! Why rows were rejected and what was noticed, in the words of the window.

use crate::language::Language;

/// What a code of a reason or of a remark means; the code itself if it is of a later version.
#[allow(clippy::too_many_lines, reason = "one arm for each: the table is as long as what it words")]
pub(crate) fn words(language: Language, code: &str) -> &str {
    match code {
        "unclosed_quote" => language.pick(
            "un guillemet n’est pas refermé, ou se referme au milieu d’une valeur",
            "a quotation mark is not closed, or closes in the middle of a value",
        ),
        "nul_byte" => {
            language.pick("la ligne contient un octet nul (fichier abîmé)", "the row holds a NUL byte (damaged file)")
        }
        "too_many_cells" => language.pick(
            "plus de valeurs que de colonnes (un séparateur en trop)",
            "more values than columns (one separator too many)",
        ),
        "cell_too_long" => language.pick(
            "une valeur est démesurée (plus de 100 000 octets)",
            "a value is out of all proportion (over 100,000 bytes)",
        ),
        "encoding_unreadable" => {
            language.pick("caractères illisibles dans cet encodage", "characters that cannot be read in this encoding")
        }
        "cell_error" => {
            language.pick("une valeur est une erreur du tableur (#N/A…)", "a value is a spreadsheet error (#N/A…)")
        }
        "date_unreadable" => language.pick("date illisible", "unreadable date"),
        "flag_unreadable" => language
            .pick("ni oui ni non (Inactif, Profil, accords)", "neither yes nor no (Inactive, Profile, agreements)"),
        "type_unknown" => language.pick("type de contact inconnu", "unknown contact type"),
        "iban_wrong" => {
            language.pick("IBAN incorrect (pays, longueur ou clé)", "wrong IBAN (country, length or check digits)")
        }
        "bic_wrong" => language.pick("BIC incorrect (8 ou 11 caractères)", "wrong BIC (8 or 11 characters)"),
        "mandate_wrong" => language.pick(
            "mandat SEPA incomplet ou incorrect (référence et date)",
            "incomplete or wrong SEPA mandate (reference and date)",
        ),
        "carriage_unknown" => language.pick(
            "mode de portage inconnu (Porté, Posté ou Retrait en boutique)",
            "unknown carriage (Carried, Posted or Collected at the shop)",
        ),
        "rank_unfit" => language
            .pick("ordre de tournée incorrect (nombre à partir de 1)", "wrong place in a round (a number from 1)"),
        "offer_unknown" => language.pick(
            "formule inconnue : à créer dans Administration › Tarifs",
            "unknown offer: create it in Administration › Tariffs",
        ),
        "offer_unpriced" => language.pick("formule sans tarif", "an offer without a tariff"),
        "term_missing" => language
            .pick("formule sans début ni fin d’abonnement", "an offer without a start or an end of the subscription"),
        "term_unfit" => language.pick(
            "dates d’abonnement impossibles (fin avant début, ou à plus de dix ans)",
            "impossible dates of a subscription (end before start, or over ten years off)",
        ),
        "subscription_unsuited" => language.pick(
            "ce type de contact n’a pas d’abonnement à ce tarif, ou ne le paie pas",
            "this type of contact has no subscription at this tariff, or does not pay for it",
        ),
        "copies_unfit" => {
            language.pick("nombre d’exemplaires incorrect (1 à 10 000)", "wrong number of copies (1 to 10,000)")
        }
        "detail_alone" => language.pick(
            "détails sans ce dont ils dépendent (BIC sans IBAN, exemplaires sans formule…), laissés de côté",
            "details without what they belong to (a BIC without an IBAN, copies of no offer…), left out",
        ),
        "term_moved" => language.pick(
            "abonnements dont les dates ne font pas une durée du tarif : la durée finit au jour indiqué, ou juste après",
            "subscriptions whose dates are not a term of the tariff: the term ends on the day said, or just after it",
        ),
        "subscriber_twice" => language.pick(
            "abonnements en cours de clients déjà connus (doublons probables) : deux exemplaires partiraient à la même personne",
            "running subscriptions of clients who are probably there already: two copies would go to one person",
        ),
        "subscriber_inactive" => language.pick(
            "abonnements en cours de clients inactifs : leurs livraisons sont prévues",
            "running subscriptions of inactive clients: their deliveries are planned",
        ),
        "no_name" => language.pick("ni nom ni société", "neither name nor company"),
        "too_long" => language.pick("une valeur est trop longue", "a value is too long"),
        "email_malformed" => language.pick("adresse e-mail incorrecte", "malformed email address"),
        "control_character" => language.pick(
            "une valeur contient un saut de ligne ou un caractère invisible",
            "a value holds a line break or an invisible character",
        ),
        "mixed_encoding" => language.pick(
            "lignes dans un autre encodage que le reste ; chacune est lue selon le sien",
            "rows in another encoding than the rest; each is read in its own",
        ),
        "damaged_character" => language.pick(
            "caractères déjà perdus quand le fichier a été écrit (�) ; ils sont gardés tels quels",
            "characters lost when the file was written (�); they are kept as they are",
        ),
        "lines_before_header" => language.pick(
            "lignes au-dessus des noms de colonnes ; elles ne sont pas des clients",
            "lines above the column names; they are not clients",
        ),
        "blank_row" => language.pick("lignes vides, passées", "empty rows, passed over"),
        "short_row" => language.pick(
            "lignes plus courtes que le tableau ; les valeurs manquantes sont vides",
            "rows shorter than the table; the missing values are empty",
        ),
        "trimmed" => {
            language.pick("espaces en trop autour d’une valeur, retirés", "extra spaces around a value, removed")
        }
        "phone_unreadable" => language.pick(
            "téléphones illisibles, gardés tels quels et signalés sur la fiche",
            "unreadable phone numbers, kept as they are and marked on the record",
        ),
        "postcode_unusual" => language.pick(
            "codes postaux qui n’ont pas cinq chiffres, gardés tels quels",
            "postcodes that do not have five digits, kept as they are",
        ),
        "address_split" => language.pick(
            "adresses de plusieurs lignes, réparties dans les champs d’adresse",
            "addresses of several lines, spread over the address fields",
        ),
        "reason_without_inactive" => language.pick(
            "motifs d’inactivité de clients actifs, laissés de côté",
            "reasons for being inactive of active clients, left out",
        ),
        "not_resubscribed" => language.pick(
            "accords du fichier non repris : la même adresse avait dit non",
            "agreements of the file not taken over: the same address had said no",
        ),
        "answer_in_future" => language.pick(
            "réponses datées dans l’avenir, enregistrées à la date de l’import",
            "answers dated in the future, recorded with the date of the import",
        ),
        "mode_without_agreement" => language.pick(
            "types ou dates d’accord sans réponse, laissés de côté",
            "agreement types or dates without an answer, left out",
        ),
        "question_not_asked" => language.pick(
            "réponses à une question que la boutique ne pose pas, laissées de côté",
            "answers to a question that the shop does not ask, left out",
        ),
        "refusal_columns" => language.pick(
            "colonnes de refus : « oui » y est un non, « non » n’y dit rien",
            "columns of refusals: “yes” is a no there, “no” says nothing",
        ),
        "columns_ignored" => language.pick("colonnes non importées", "columns not imported"),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use ecrin_core::clients::FieldProblem;
    use ecrin_core::imports::{NoteCode, RejectCode};

    use super::*;

    #[test]
    fn every_code_has_words_in_both_languages() {
        let reasons = [
            RejectCode::UnclosedQuote,
            RejectCode::NulByte,
            RejectCode::TooManyCells,
            RejectCode::CellTooLong,
            RejectCode::EncodingUnreadable,
            RejectCode::CellError,
            RejectCode::DateUnreadable,
            RejectCode::FlagUnreadable,
            RejectCode::TypeUnknown,
            RejectCode::IbanWrong,
            RejectCode::BicWrong,
            RejectCode::MandateWrong,
            RejectCode::CarriageUnknown,
            RejectCode::RankUnfit,
            RejectCode::OfferUnknown,
            RejectCode::OfferUnpriced,
            RejectCode::TermMissing,
            RejectCode::TermUnfit,
            RejectCode::SubscriptionUnsuited,
            RejectCode::CopiesUnfit,
            RejectCode::Field(FieldProblem::Required),
            RejectCode::Field(FieldProblem::TooLong),
            RejectCode::Field(FieldProblem::EmailMalformed),
            RejectCode::Field(FieldProblem::ControlCharacter),
        ];
        for code in reasons.map(RejectCode::code).into_iter().chain(NoteCode::ALL.map(NoteCode::code)) {
            let (french, english) = (words(Language::French, code), words(Language::English, code));
            assert!(french != code && english != code && french != english, "{code}");
        }
    }
}
