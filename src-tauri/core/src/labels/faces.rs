//! The faces of the ten labels: numbers and first words, read at once.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{CarriageMode, IncidentKind, InvoiceFigures, LastDelivery};

/// So many characters of a longer text are its first words.
pub(crate) const FIRST_WORDS: usize = 80;

/// All ten.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct LabelFaces {
    /// « Codes de sélection ».
    pub codes: CodesFace,
    /// « Informations bancaires et financières ».
    pub bank: BankFace,
    /// « Incidents ».
    pub incidents: IncidentsFace,
    /// « Actions ».
    pub follow_ups: FollowUpsFace,
    /// « Infos portage »; `null` where nobody said how.
    pub carriage: Option<CarriageFace>,
    /// « Adresses de livraison ».
    pub addresses: AddressesFace,
    /// « Historique de livraison »; `null` where nothing was delivered.
    pub delivery: Option<LastDelivery>,
    /// « Gestion clients ».
    pub management: ManagementFace,
    /// « CRM ».
    pub notes: NotesFace,
    /// « RGPD ».
    pub consents: ConsentsFace,
}

/// « Montres · Or 18 k ».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CodesFace {
    /// The first six names, in the shop's order.
    pub first: Vec<String>,
    /// How many there are.
    #[ts(type = "number")]
    pub count: i64,
}

/// « Solde dû 49,00 € · SEPA ·· 4417 ».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct BankFace {
    /// What is owed to the shop, in cents; negative where the shop owes; `null` where the file knows no invoices.
    #[ts(type = "number | null")]
    pub balance: Option<i64>,
    /// The last four characters of the IBAN; `null` without one.
    pub iban_end: Option<String>,
    /// Whether a SEPA mandate is noted.
    pub mandate: bool,
}

/// « Aucun · depuis l’ouverture ».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct IncidentsFace {
    /// How many are open.
    #[ts(type = "number")]
    pub open: i64,
    /// How many there were in all.
    #[ts(type = "number")]
    pub total: i64,
    /// What kind the newest was, an open one before others.
    pub kind: Option<IncidentKind>,
    /// When it happened.
    #[ts(type = "string | null")]
    pub on: Option<NaiveDate>,
}

/// « 1 à faire · Rappeler, bracelet ».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct FollowUpsFace {
    /// How many are to be done.
    #[ts(type = "number")]
    pub open: i64,
    /// How many of them are late.
    #[ts(type = "number")]
    pub overdue: i64,
    /// The next one; empty where there is none.
    pub what: String,
    /// By when.
    #[ts(type = "string | null")]
    pub due_on: Option<NaiveDate>,
}

/// « Non porté · Retrait en boutique ».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CarriageFace {
    /// How.
    pub mode: CarriageMode,
    /// The round, or empty.
    pub round: String,
    /// The place in it.
    pub rank: Option<u32>,
    /// The depositary, or empty.
    pub depositary: String,
}

/// « 2 adresses · USSEL, MEYMAC ».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct AddressesFace {
    /// How many delivery addresses there are.
    #[ts(type = "number")]
    pub count: i64,
    /// Their first four towns, each once, that of today first.
    pub towns: Vec<String>,
    /// The town of today's deliveries, be it the record's own.
    pub current_town: String,
}

/// « 834,00 € · 3 factures ».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ManagementFace {
    /// See [`super::ClientManagement::since`].
    #[ts(type = "string")]
    pub since: NaiveDate,
    /// What was invoiced; `null` where the file knows no invoices.
    pub invoices: Option<InvoiceFigures>,
    /// The first words of the manager's note, or empty.
    pub note: String,
}

/// « 4 notes · … ».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct NotesFace {
    /// How many notes there are.
    #[ts(type = "number")]
    pub count: i64,
    /// When the newest was written, UTC milliseconds.
    #[ts(type = "number | null")]
    pub at: Option<i64>,
    /// Its first words, or empty.
    pub text: String,
}

/// « 3 accords actifs · 5 preuves scellées ».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ConsentsFace {
    /// How many agreements stand.
    #[ts(type = "number")]
    pub granted: i64,
    /// How many decisions are sealed.
    #[ts(type = "number")]
    pub sealed: i64,
}

/// The first words of a text, on one line.
pub(crate) fn first_words(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= FIRST_WORDS {
        return line;
    }
    let cut: String = line.chars().take(FIRST_WORDS).collect();
    // A word is not cut in two, unless it is all there is.
    let end = cut.rfind(' ').filter(|at| *at > FIRST_WORDS / 2).unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end())
}
