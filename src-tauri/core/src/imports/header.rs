//! The names that files give to their columns, in French and English.
//!
//! A name is known whole or not at all: « email » is the address, « email_commercial » is a consent (see
//! [`super::consents::names`]). Case, accents, spaces and words like « du client » make no difference.

use super::values::Flag;
use super::{ImportField, consents, holdings};
use crate::text::fold;

/// Words of a column name that say nothing about what it holds.
pub(super) const FILLERS: [&str; 14] =
    ["client", "clients", "de", "du", "des", "la", "le", "l", "d", "principal", "principale", "numero", "no", "n"];

/// The field that a column of this name holds.
pub(crate) fn field_of(name: &str) -> Option<ImportField> {
    use ImportField as F;
    if name.len() > 60 {
        return None;
    }
    Some(match bare(name).as_str() {
        "civilite" | "civ" | "titre" | "title" | "salutation" | "politesse" => F::Civility,
        "nom" | "noms" | "nomfamille" | "nomusage" | "nomnaissance" | "nomcontact" | "lastname" | "surname"
        | "familyname" | "name" | "nomprenom" | "nometprenom" | "nomcomplet" | "fullname" => F::LastName,
        "prenom" | "prenoms" | "firstname" | "givenname" | "forename" => F::FirstName,
        "societe"
        | "raisonsociale"
        | "entreprise"
        | "organisation"
        | "organization"
        | "organisme"
        | "company"
        | "companyname"
        | "enseigne"
        | "denomination"
        | "denominationsociale"
        | "nomsociete"
        | "nomentreprise"
        | "etablissement" => F::Company,
        "adresse" | "adresse1" | "adr" | "adr1" | "rue" | "voie" | "adressepostale" | "adresseligne1"
        | "ligneadresse1" | "ligne1adresse" | "address" | "address1" | "addressline1" | "street" | "streetaddress" => {
            F::Address1
        }
        "adresse2" | "adr2" | "complement" | "complementadresse" | "complement1" | "complementadresse1"
        | "adresseligne2" | "ligneadresse2" | "ligne2adresse" | "batiment" | "address2" | "addressline2" => F::Address2,
        "adresse3" | "adr3" | "complement2" | "complementadresse2" | "adresseligne3" | "ligneadresse3"
        | "ligne3adresse" | "lieudit" | "bp" | "boitepostale" | "address3" | "addressline3" => F::Address3,
        "cp" | "codepostal" | "codepost" | "codep" | "postcode" | "postalcode" | "zip" | "zipcode" | "npa" => {
            F::Postcode
        }
        "ville" | "villes" | "commune" | "localite" | "bureaudistributeur" | "villecommune" | "town" | "city" => {
            F::Town
        }
        "pays" | "country" => F::Country,
        "email"
        | "emails"
        | "mail"
        | "courriel"
        | "mel"
        | "adresseemail"
        | "adressemail"
        | "adressecourriel"
        | "email1"
        | "mail1"
        | "adresseelectronique"
        | "courrierelectronique"
        | "emailaddress"
        | "adressemel" => F::Email,
        "telephone" | "telephones" | "tel" | "fixe" | "telfixe" | "telephonefixe" | "lignefixe" | "telephone1"
        | "tel1" | "teldomicile" | "telephonedomicile" | "telephonetel" | "phone" | "phonenumber"
        | "telephonenumber" | "landline" | "homephone" => F::Phone,
        "portable" | "mobile" | "gsm" | "telportable" | "telephoneportable" | "telmobile" | "telephonemobile"
        | "telgsm" | "cell" | "cellphone" | "mobilephone" | "mobilenumber" => F::Mobile,
        "origine" | "origines" | "provenance" | "source" | "origin" | "origins" => F::Origins,
        "codes" | "codesselection" | "codeselection" | "selectioncodes" | "selectioncode" => F::SelectionCodes,
        "type" | "typecontact" | "types" | "contacttype" | "customertype" => F::Type,
        "profil"
        | "professionnel"
        | "pro"
        | "particulierprofessionnel"
        | "particulieroupro"
        | "particulierouprofessionnel"
        | "particulierpro"
        | "professional"
        | "profile" => F::Professional,
        "inactif" | "inactive" | "ficheinactive" | "statut" | "status" | "desactive" | "archive" => F::Inactive,
        bare if says_active(bare) => F::Inactive,
        "motif" | "motifinactif" | "motifinactivite" | "motifinactivation" | "raison" | "raisoninactif"
        | "raisoninactivite" | "inactivereason" | "reason" => F::InactiveReason,
        "datemaj"
        | "maj"
        | "datemiseajour"
        | "miseajour"
        | "dernieremaj"
        | "dernieremajfiche"
        | "dernieremiseajour"
        | "datedernieremaj"
        | "datedernieremiseajour"
        | "modifiele"
        | "modifie"
        | "datemodification"
        | "datemodif"
        | "dernieremodification"
        | "misajourle"
        | "majle"
        | "updated"
        | "updatedat"
        | "lastupdate"
        | "lastupdated"
        | "lastmodified"
        | "modifiedat"
        | "modified" => F::UpdatedAt,
        bare => return holdings::names::field_of(bare).or_else(|| consents::names::field_of(name)),
    })
}

/// Whether a column of this name says that a client is active, so that « oui » means that they are not inactive.
pub(super) fn is_inverted(name: &str) -> bool {
    says_active(&bare(name))
}

fn says_active(bare: &str) -> bool {
    matches!(bare, "actif" | "active" | "ficheactive" | "isactive" | "estactif")
}

/// A column name without case, accents, spaces and filler words.
fn bare(name: &str) -> String {
    let folded = fold(name);
    let kept: String = folded.split(' ').filter(|word| !FILLERS.contains(word)).collect();
    if kept.is_empty() { folded.replace(' ', "") } else { kept }
}

/// The row among the first ones that holds the names of the columns, if one does. Blank rows must be left out.
pub(super) fn find(rows: &[Vec<String>]) -> Option<usize> {
    let (first, beneath) = rows.split_first()?;
    if names_columns(first, 1) || names_a_client(first, beneath) || differs_from_data(first, beneath) {
        return Some(0);
    }
    // A title above the table: at most two cells are filled, then comes a row of several known names.
    let titles = rows.iter().take(9).take_while(|row| filled(row).count() <= 2).count();
    let row = rows.get(titles).filter(|_| titles > 0)?;
    (names_columns(row, 3)).then_some(titles)
}

/// At least so many names are known, a third of all, and nothing looks like data.
fn names_columns(row: &[String], at_least: usize) -> bool {
    let known = filled(row).filter(|name| field_of(name).is_some()).count();
    known >= at_least && known * 3 >= filled(row).count() && !row.iter().any(|cell| is_data(cell))
}

/// « Nom », « Email » … among many unknown names: nobody is called so, and no cell beneath says it again.
fn names_a_client(row: &[String], beneath: &[Vec<String>]) -> bool {
    let repeats = |column: usize| {
        beneath.iter().any(|other| other.get(column).is_some_and(|cell| cell.trim() == row[column].trim()))
    };
    let names = |column: &usize| field_of(&row[*column]).is_some_and(ImportField::names_a_client) && !repeats(*column);
    !beneath.is_empty() && !row.iter().any(|cell| is_data(cell)) && (0..row.len()).any(|column| names(&column))
}

/// No name is known, but all are different texts while the rows beneath hold data.
fn differs_from_data(row: &[String], beneath: &[Vec<String>]) -> bool {
    let mut names: Vec<&str> = filled(row).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    if names.len() < count
        || count * 3 < row.len() * 2
        || row.iter().any(|cell| is_data(cell) || Flag::read(cell).is_some())
    {
        return false;
    }
    (0..row.len()).any(|column| {
        let mut cells =
            beneath.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.trim().is_empty()).peekable();
        cells.peek().is_some() && cells.all(|cell| is_data(cell))
    })
}

fn filled(row: &[String]) -> impl Iterator<Item = &str> {
    row.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
}

/// An e-mail address, or mostly digits: a number, a date, a postcode. Column names have at most a digit or two.
fn is_data(cell: &str) -> bool {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    digits >= 4 || (digits > 0 && digits == cell.trim().len()) || (cell.contains('@') && cell.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(names: &str, expected: &str) {
        let fields = names.split(';').map(|name| match field_of(name) {
            Some(field) => serde_json::to_string(&field).unwrap().replace('"', ""),
            None => "-".to_owned(),
        });
        assert_eq!(fields.collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn names_in_french_and_english_are_known() {
        check("Civilité;NOM;Prénom;Raison sociale", "civility last_name first_name company");
        check("Adresse 1;adresse_2;Complément d'adresse;Lieu-dit", "address_1 address_2 address_2 address_3");
        check("Code postal;Commune;Pays;E-mail;Adresse e-mail", "postcode town country email email");
        check("N° de téléphone;Tél. fixe;Tél. portable;GSM", "phone phone mobile mobile");
        check("Last name;First Name;Zip code;City;Country", "last_name first_name postcode town country");
        check("Origine;Type de contact;Profil;Actif;Statut", "origins type professional inactive inactive");
        check("Motif;Date de MAJ;Modifié le;dernière mise à jour", "inactive_reason updated_at updated_at updated_at");
        check("Nom du client;Ville du client;CLIENT", "last_name town -");
    }

    #[test]
    fn consents_are_not_taken_for_addresses() {
        check(
            "email_technique;email_commercial;adresse e-mail;postal;adresse postale;code postal",
            "mail_technical mail_commercial email postal address_1 postcode",
        );
    }

    #[test]
    fn every_own_name_of_a_field_is_known() {
        for field in ImportField::ALL {
            assert_eq!(field_of(field.header()), Some(field));
        }
    }

    fn rows(text: &str) -> Vec<Vec<String>> {
        text.lines().map(|line| line.split(';').map(str::to_owned).collect()).collect()
    }

    #[test]
    fn a_header_is_told_from_data() {
        assert_eq!(find(&rows("nom;prenom\nDupont;Laura")), Some(0));
        assert_eq!(find(&rows("nom")), Some(0));
        assert_eq!(find(&rows("a;b;c;d;e;f;nom\n1;2;3;4;5;6;Rey")), Some(0));
        assert_eq!(find(&rows("Rey;Léa;actif;x;y;z;t\nJoly;Luc;actif;x;y;z;t")), None);
        assert_eq!(find(&rows("Mme;Dupont;Laura;63000\nM.;Rey;Luc;69001")), None);
        assert_eq!(find(&rows("Dupont;Laura\nRey;Luc")), None);
        assert_eq!(find(&rows("Name;laura.dupont@orange.example\nRey;x@y.example")), None);
    }

    #[test]
    fn unknown_names_over_data_are_a_header_too() {
        assert_eq!(find(&rows("Nachname;Strasse;PLZ\nDupont;rue du Lac;63000\nRey;rue Carnot;69001")), Some(0));
    }

    #[test]
    fn titles_above_the_header_are_skipped() {
        assert_eq!(find(&rows("Liste des clients\nau 12/03/2026\nNom;Prénom;Ville\nDupont;Laura;Lyon")), Some(2));
    }
}
