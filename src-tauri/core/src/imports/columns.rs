//! Guessing which field each column holds: by its name, or, in a file without known names, by what is in it.
//!
//! Names of people cannot be guessed from content: those columns are left to the person.

use super::consents::{Question, said};
use super::holdings::{self, reads_mode};
use super::values::Flag;
use super::{ImportField, header, values};
use crate::phones::Phone;
use crate::text::fold;

/// The field of each column; no field is given twice. The samples are the first values of each column that are not empty.
pub(super) fn guess(headers: &[String], samples: &[Vec<String>]) -> Vec<Option<ImportField>> {
    let mut guessed: Vec<Option<ImportField>> = vec![None; headers.len()];
    let named = headers.iter().zip(samples).map(|(name, values)| by_name(name, values));
    for (column, field) in named.enumerate() {
        give(&mut guessed, column, field);
    }
    // « Motif » alone may be anything, and whoever has a reason to be inactive would be.
    if !guessed.contains(&Some(ImportField::Inactive)) {
        for (field, name) in guessed.iter_mut().zip(headers) {
            *field = field.filter(|&field| field != ImportField::InactiveReason || fold(name).contains("inacti"));
        }
    }
    // So may « Consigne » or « Titulaire » alone.
    let known = guessed.clone();
    let alone = |field: ImportField| {
        let heads = holdings::names::heads(field);
        !heads.is_empty() && heads.iter().all(|head| !known.contains(&Some(*head)))
    };
    for field in &mut guessed {
        *field = field.filter(|&field| !alone(field));
    }
    if guessed.iter().all(Option::is_none) {
        for (column, values) in samples.iter().enumerate() {
            give(&mut guessed, column, by_content(values));
        }
        guess_neighbours(&mut guessed, samples);
    }
    guessed
}

fn give(guessed: &mut [Option<ImportField>], column: usize, field: Option<ImportField>) {
    if let Some(field) = field
        && !guessed.contains(&Some(field))
    {
        guessed[column] = Some(field);
    }
}

/// The field that the name says, unless the content shows that the word means something else here.
fn by_name(name: &str, values: &[String]) -> Option<ImportField> {
    let field = header::field_of(name)?;
    let mostly = |reads: fn(&str) -> bool| values.iter().filter(|value| reads(value)).count() * 2 >= values.len();
    match field {
        // « Type » may mean « Particulier / Professionnel ».
        ImportField::Type if !values.is_empty() && mostly(|value| values::professional(value).is_some()) => {
            Some(ImportField::Professional)
        }
        ImportField::Type if !mostly(|value| values::contact_type(value).is_some()) => None,
        ImportField::Professional if !mostly(|value| values::professional(value).is_some()) => None,
        // « Statut » may be a marital one.
        ImportField::Inactive
            if fold(name).starts_with("stat") && !mostly(|value| values::inactive(value, false).is_some()) =>
        {
            None
        }
        // « Tél. commercial » may be a number, « Mail service » an address.
        field if Question::of(field).is_some() && !mostly(|value| said::read(value).is_some()) => None,
        ImportField::AgreementMode if !values.is_empty() && mostly(|value| Flag::read(value).is_some()) => None,
        // « Mode de livraison » may be a carrier of parcels.
        ImportField::CarriageMode if !mostly(|value| Flag::read(value).is_some() || reads_mode(value)) => None,
        ImportField::SubscriptionOffer if !values.is_empty() && mostly(|value| Flag::read(value).is_some()) => None,
        ImportField::CarriageRank if !mostly(|value| value.parse::<u32>().is_ok()) => None,
        ImportField::AgreementDate if !mostly(|value| super::dates::read(value).is_some()) => None,
        field => Some(field),
    }
}

fn by_content(values: &[String]) -> Option<ImportField> {
    if values.is_empty() {
        return None;
    }
    let most = |reads: fn(&str) -> bool| values.iter().filter(|value| reads(value)).count() * 5 >= values.len() * 4;
    match () {
        () if most(is_email) => Some(ImportField::Email),
        () if most(is_civility) => Some(ImportField::Civility),
        () if most(|value| super::dates::read(value).is_some() && value.len() > 5) => Some(ImportField::UpdatedAt),
        () if most(|value| value.len() == 5 && value.bytes().all(|byte| byte.is_ascii_digit())) => {
            Some(ImportField::Postcode)
        }
        () if most(|value| Phone::parse(value).is_french_mobile()) => Some(ImportField::Mobile),
        () if most(is_phone) => Some(ImportField::Phone),
        () if most(is_street) => Some(ImportField::Address1),
        () if most(is_country) => Some(ImportField::Country),
        () => None,
    }
}

/// The town stands beside its postcode, nearly always after it.
fn guess_neighbours(guessed: &mut [Option<ImportField>], samples: &[Vec<String>]) {
    let Some(postcode) = guessed.iter().position(|&field| field == Some(ImportField::Postcode)) else { return };
    let is_words = |column: &usize| {
        samples.get(*column).is_some_and(|values| {
            !values.is_empty()
                && values.iter().all(|value| value.chars().filter(|letter| letter.is_alphabetic()).count() >= 2)
        })
    };
    let free = |column: &usize| guessed.get(*column).is_some_and(Option::is_none);
    if let Some(town) = [postcode + 1].into_iter().find(|column| free(column) && is_words(column)) {
        guessed[town] = Some(ImportField::Town);
    }
}

fn is_email(value: &str) -> bool {
    value.split_once('@').is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.'))
        && !value.contains(' ')
}

fn is_civility(value: &str) -> bool {
    matches!(
        fold(value).as_str(),
        "m" | "mr"
            | "mme"
            | "mlle"
            | "monsieur"
            | "madame"
            | "mademoiselle"
            | "m et mme"
            | "m mme"
            | "mrs"
            | "ms"
            | "miss"
    )
}

fn is_phone(value: &str) -> bool {
    matches!(Phone::parse(value), Phone::Readable(_))
}

fn is_street(value: &str) -> bool {
    let folded = fold(value);
    let mut words = folded.split(' ');
    words.any(|word| {
        matches!(
            word,
            "rue"
                | "avenue"
                | "av"
                | "boulevard"
                | "bd"
                | "place"
                | "chemin"
                | "allee"
                | "impasse"
                | "route"
                | "quai"
                | "cours"
                | "square"
                | "residence"
                | "lotissement"
                | "passage"
                | "sentier"
                | "lieudit"
        )
    })
}

fn is_country(value: &str) -> bool {
    matches!(
        fold(value).as_str(),
        "france" | "belgique" | "suisse" | "luxembourg" | "monaco" | "espagne" | "italie" | "allemagne"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(table: &str, expected: &str) {
        let mut lines =
            table.lines().map(|line| line.split(';').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>());
        let headers = lines.next().unwrap();
        let rows: Vec<_> = lines.collect();
        let samples: Vec<Vec<String>> = (0..headers.len())
            .map(|column| rows.iter().map(|row| row[column].clone()).filter(|cell| !cell.is_empty()).collect())
            .collect();
        let guessed = guess(&headers, &samples).into_iter().map(|field| field.map_or("-", ImportField::header));
        assert_eq!(guessed.collect::<Vec<_>>().join(" | "), expected);
    }

    #[test]
    fn the_first_column_of_a_name_wins() {
        check("email;mail;tel;téléphone\n;;;", "Email | - | Téléphone | -");
    }

    #[test]
    fn a_type_column_of_professionals_is_about_that() {
        check("nom;type\nRey;Particulier\nJoly;Professionnel", "Nom | Professionnel");
        check("nom;type\nRey;Client\nJoly;Payé par", "Nom | Type");
        check("nom;type\nRey;Or 18 carats\nJoly;Argent", "Nom | -");
        check("nom;type\nRey;Client\nJoly;Prospect\nRoux;Grand compte", "Nom | Type");
    }

    #[test]
    fn a_status_is_about_activity_only_if_its_values_are() {
        check("nom;statut\nRey;actif\nJoly;inactif", "Nom | Inactif");
        check("nom;statut\nRey;marié\nJoly;veuf", "Nom | -");
    }

    #[test]
    fn a_reason_is_one_to_be_inactive_only_beside_that() {
        check("nom;inactif;motif\nRey;oui;parti", "Nom | Inactif | Motif inactif");
        check("nom;motif inactif\nRey;parti", "Nom | Motif inactif");
        check("nom;motif\nRey;fleurs", "Nom | -");
    }

    #[test]
    fn what_a_client_holds_is_known_by_its_name_unless_the_values_speak_against_it() {
        check(
            "nom;IBAN;Code BIC;Tournée;Ordre;CP livraison;Formule;Fin d’abonnement\nRey;;;T3;12;19200;Le Mensuel;31/12/2026",
            "Nom | IBAN | BIC | Tournée | Ordre de tournée | CP de livraison | Formule | Fin d'abonnement",
        );
        check("nom;formule;tournée;ordre\nRey;oui;T1;A\nJoly;non;T2;B", "Nom | - | Tournée | -");
        check("nom;mode de livraison\nRey;Colissimo\nJoly;Point relais", "Nom | -");
        check("nom;portage\nRey;non\nJoly;Posté", "Nom | Portage");
        check(
            "nom;N° d’abonnement;N° d’ordre;offre;plan;abonnement\nRey;12;1;Fête des mères;Gold;en cours",
            "Nom | - | - | - | - | -",
        );
        check("nom;titulaire;consigne;destinataire;exemplaires;rum\nRey;;;;;", "Nom | - | - | - | - | -");
    }

    #[test]
    fn without_names_the_content_decides_but_never_about_names() {
        check(
            ";;;;;;;;;\n\
             Mme;Rey;Léa;12 rue du Lac;74000;Annecy;France;lea@rey.example;01 99 00 12 34;06 39 98 12 34\n\
             M.;Joly;Luc;;69001;Lyon;France;;01 99 00 55 66;06.39.98.55.66",
            "Civilité | - | - | Adresse | CP | Ville | Pays | Email | Téléphone | Portable",
        );
        check(";\nRey;2018-07-18\nJoly;2019-01-02", "- | Date MAJ");
    }
}
