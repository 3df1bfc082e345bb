//! Why a row is not imported: codes for programs, French sentences for the file of rejects.

use std::fmt;

use super::source::Fault;
use crate::clients::FieldProblem;

/// A reason to keep a row out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RejectCode {
    /// A quote is not closed, or closes in the middle of a cell.
    UnclosedQuote,
    /// The row holds a NUL byte.
    NulByte,
    /// There is something beyond the last column.
    TooManyCells,
    /// A cell is longer than 100,000 bytes.
    CellTooLong,
    /// Bytes that mean nothing in the encoding of the file.
    EncodingUnreadable,
    /// A formula of the spreadsheet failed and left its error behind (`#N/A`).
    CellError,
    /// No date can be read.
    DateUnreadable,
    /// Neither yes nor no.
    FlagUnreadable,
    /// None of the seven types of contact.
    TypeUnknown,
    /// No IBAN: its country, its length or its check digits.
    IbanWrong,
    /// No BIC.
    BicWrong,
    /// A mandate without its day or the other way round, or with a character that SEPA does not know.
    MandateWrong,
    /// None of the three ways of being delivered.
    CarriageUnknown,
    /// No place in a round: a whole number from 1.
    RankUnfit,
    /// The shop has no offer of this name.
    OfferUnknown,
    /// The offer has no tariff yet.
    OfferUnpriced,
    /// An offer without a day on which the term begins or ends.
    TermMissing,
    /// The term ends before it begins, or lies more than ten years off.
    TermUnfit,
    /// This type of contact has no subscription at this tariff, or does not pay for it.
    SubscriptionUnsuited,
    /// No number of copies: 1 to 10,000.
    CopiesUnfit,
    /// The record's own rules refuse the value.
    Field(FieldProblem),
}

impl RejectCode {
    /// The stable word for it.
    pub const fn code(self) -> &'static str {
        match self {
            RejectCode::UnclosedQuote => "unclosed_quote",
            RejectCode::NulByte => "nul_byte",
            RejectCode::TooManyCells => "too_many_cells",
            RejectCode::CellTooLong => "cell_too_long",
            RejectCode::EncodingUnreadable => "encoding_unreadable",
            RejectCode::CellError => "cell_error",
            RejectCode::DateUnreadable => "date_unreadable",
            RejectCode::FlagUnreadable => "flag_unreadable",
            RejectCode::TypeUnknown => "type_unknown",
            RejectCode::IbanWrong => "iban_wrong",
            RejectCode::BicWrong => "bic_wrong",
            RejectCode::MandateWrong => "mandate_wrong",
            RejectCode::CarriageUnknown => "carriage_unknown",
            RejectCode::RankUnfit => "rank_unfit",
            RejectCode::OfferUnknown => "offer_unknown",
            RejectCode::OfferUnpriced => "offer_unpriced",
            RejectCode::TermMissing => "term_missing",
            RejectCode::TermUnfit => "term_unfit",
            RejectCode::SubscriptionUnsuited => "subscription_unsuited",
            RejectCode::CopiesUnfit => "copies_unfit",
            RejectCode::Field(FieldProblem::Required) => "no_name",
            RejectCode::Field(FieldProblem::TooLong) => "too_long",
            RejectCode::Field(FieldProblem::EmailMalformed) => "email_malformed",
            RejectCode::Field(FieldProblem::ControlCharacter) => "control_character",
            RejectCode::Field(FieldProblem::PhoneUnreadable) => "phone_unreadable",
            RejectCode::Field(FieldProblem::PostcodeUnusual) => "postcode_unusual",
        }
    }
}

impl From<Fault> for RejectCode {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::UnclosedQuote => RejectCode::UnclosedQuote,
            Fault::NulByte => RejectCode::NulByte,
            Fault::TooManyCells => RejectCode::TooManyCells,
            Fault::CellTooLong => RejectCode::CellTooLong,
            Fault::EncodingUnreadable => RejectCode::EncodingUnreadable,
        }
    }
}

/// A reason with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RejectReason {
    /// What is wrong.
    pub code: RejectCode,
    /// The column of the file, from 0; `None` for the row as a whole.
    pub column: Option<usize>,
    /// The longest value in characters, where the value is too long.
    pub max: Option<u32>,
}

impl RejectReason {
    /// About the row as a whole.
    pub(super) const fn of_row(code: RejectCode) -> Self {
        RejectReason { code, column: None, max: None }
    }

    /// About one column.
    pub(super) const fn of_column(code: RejectCode, column: usize) -> Self {
        RejectReason { code, column: Some(column), max: None }
    }

    /// What happened and what to do, in French: the file of rejects is corrected in the shop.
    pub(super) fn sentence(&self, column_name: impl Fn(usize) -> String) -> String {
        let what = match self.code {
            RejectCode::UnclosedQuote => {
                return "Un guillemet n'est pas refermé ou l'est au milieu d'une cellule : corriger les guillemets de cette ligne.".into();
            }
            RejectCode::NulByte => return "La ligne contient un octet nul : ressaisir la cellule abîmée.".into(),
            RejectCode::TooManyCells => {
                return "La ligne a plus de cellules que le tableau n'a de colonnes : remettre chaque valeur dans sa colonne.".into();
            }
            RejectCode::CellTooLong => {
                return "Une cellule est démesurée (plus de 100 000 octets) : la raccourcir.".into();
            }
            RejectCode::EncodingUnreadable => {
                return "Des caractères sont illisibles (�) : les ressaisir, ou choisir un autre encodage.".into();
            }
            RejectCode::Field(FieldProblem::Required) => return "Ni nom ni société : en indiquer un.".into(),
            RejectCode::CellError => {
                "contient une erreur du tableur : remplacer par la valeur, ou vider la cellule.".to_owned()
            }
            RejectCode::DateUnreadable => "date illisible : écrire JJ/MM/AAAA.".to_owned(),
            RejectCode::FlagUnreadable => "ni oui ni non : écrire l'un des deux.".to_owned(),
            RejectCode::TypeUnknown => {
                "type de contact inconnu : Client, Tiers, Payé par, Prospect, Prescripteur, Parrain ou Bénéficiaire."
                    .to_owned()
            }
            RejectCode::IbanWrong => {
                "IBAN incorrect (pays, longueur ou clé) : le recopier du relevé d'identité bancaire, ou vider la cellule.".to_owned()
            }
            RejectCode::BicWrong => "BIC incorrect : 8 ou 11 caractères, ou vider la cellule.".to_owned(),
            RejectCode::MandateWrong => {
                "mandat incomplet ou incorrect : indiquer sa référence et sa date, ou vider les deux.".to_owned()
            }
            RejectCode::CarriageUnknown => {
                "mode de portage inconnu : Porté, Posté ou Retrait en boutique.".to_owned()
            }
            RejectCode::RankUnfit => "ordre de tournée incorrect : un nombre entier à partir de 1.".to_owned(),
            RejectCode::OfferUnknown => {
                "formule inconnue : la créer dans Administration › Tarifs, ou écrire le nom d'une formule qui y est.".to_owned()
            }
            RejectCode::OfferUnpriced => "formule sans tarif : en ajouter un dans Administration › Tarifs.".to_owned(),
            RejectCode::TermMissing => "formule sans dates : indiquer le début ou la fin de l'abonnement.".to_owned(),
            RejectCode::TermUnfit => {
                "dates d'abonnement impossibles : la fin suit le début, à moins de dix ans d'aujourd'hui.".to_owned()
            }
            RejectCode::SubscriptionUnsuited => {
                "ce type de contact n'a pas d'abonnement à ce tarif, ou ne le paie pas : changer le type, ou vider la formule et abonner depuis la fiche."
                    .to_owned()
            }
            RejectCode::CopiesUnfit => "nombre d'exemplaires incorrect : de 1 à 10 000.".to_owned(),
            RejectCode::Field(FieldProblem::TooLong) => match self.max {
                Some(max) => format!("trop long : {max} caractères au plus."),
                None => "trop long.".to_owned(),
            },
            RejectCode::Field(FieldProblem::EmailMalformed) => {
                "adresse e-mail mal formée : la corriger ou vider la cellule.".to_owned()
            }
            RejectCode::Field(FieldProblem::ControlCharacter) => {
                "saut de ligne ou caractère invisible dans la cellule : le retirer.".to_owned()
            }
            RejectCode::Field(FieldProblem::PhoneUnreadable) => "numéro de téléphone illisible.".to_owned(),
            RejectCode::Field(FieldProblem::PostcodeUnusual) => "code postal inhabituel.".to_owned(),
        };
        match self.column {
            Some(column) => format!("Colonne « {} » : {what}", column_name(column)),
            None => what,
        }
    }
}

/// A row that is not imported.
#[derive(Clone, PartialEq, Eq)]
pub struct Rejected {
    /// Its line in the file, from 1.
    pub line: u64,
    /// At least one.
    pub reasons: Vec<RejectReason>,
    /// Its cells exactly as they stand in the file.
    pub cells: Vec<String>,
}

impl fmt::Debug for Rejected {
    /// Without the cells, which hold people's data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rejected").field("line", &self.line).field("reasons", &self.reasons).finish_non_exhaustive()
    }
}
