//! What a record's sheet says of its labels: what the counter needs at hand. Not the bank account and not the notes, which are nobody's
//! business where a sheet lies about; whoever asks for all that the shop holds of them is owed those too (GDPR art. 15).

use chrono::NaiveDate;

use super::words::{Language, fact};
use crate::labels::{Carriage, CarriageMode, DeliveryAddress, FollowUp, Incident, IncidentKind};
use crate::print::{Block, Column, Fact, Table};

/// What the sheet says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordLabels {
    /// Names of selection codes, in the shop's order.
    pub codes: Vec<String>,
    /// How the client is delivered.
    pub carriage: Option<Carriage>,
    /// Where, with periods.
    pub addresses: Vec<DeliveryAddress>,
    /// What is not settled.
    pub incidents: Vec<Incident>,
    /// What is to be done.
    pub follow_ups: Vec<FollowUp>,
}

impl RecordLabels {
    /// Codes and carriage, among the facts of the record.
    pub(super) fn facts(&self, language: Language) -> Vec<Fact> {
        let mut facts = Vec::new();
        if !self.codes.is_empty() {
            facts.push(fact(language.pick("Codes de sélection", "Selection codes"), self.codes.join(", ")));
        }
        if let Some(carriage) = &self.carriage {
            facts.push(fact(language.pick("Portage", "Carriage"), in_words(carriage, language)));
        }
        facts
    }

    /// The tables; none of what there is none.
    pub(super) fn blocks(&self, language: Language) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut add = |heading: &str, columns: Vec<Column>, rows: Vec<Vec<String>>| {
            if !rows.is_empty() {
                blocks.push(Block::Heading(heading.to_owned()));
                blocks.push(Block::Table(Table { columns, rows, when_empty: String::new(), fitted: false }));
            }
        };
        let date = |label| Column::new(label, 2.0);
        add(
            language.pick("Adresses de livraison", "Delivery addresses"),
            vec![
                date(language.pick("Du", "From")),
                date(language.pick("Au", "Until")),
                Column::new(language.pick("Adresse", "Address"), 6.0),
            ],
            (self.addresses.iter())
                .map(|one| vec![day(one.period.from), day(one.period.until), one.address.on_one_line()])
                .collect(),
        );
        add(
            language.pick("Incidents en cours", "Open incidents"),
            vec![
                date(language.pick("Date", "Date")),
                Column::new(language.pick("Incident", "Incident"), 3.0),
                Column::new(language.pick("Note", "Note"), 5.0),
            ],
            (self.incidents.iter())
                .map(|one| vec![day(Some(one.on)), incident(one.kind, language).to_owned(), one.note.clone()])
                .collect(),
        );
        add(
            language.pick("Actions à faire", "To do"),
            vec![
                date(language.pick("Échéance", "Due")),
                Column::new(language.pick("Action", "What"), 6.0),
                Column::new(language.pick("Notée par", "Noted by"), 2.0),
            ],
            (self.follow_ups.iter())
                .map(|one| vec![day(Some(one.due_on)), one.what.clone(), one.operator.clone()])
                .collect(),
        );
        blocks
    }
}

fn day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.format("%d/%m/%Y").to_string()).unwrap_or_default()
}

/// « Porté, tournée 4, ordre 12, dépôt de la gare ».
fn in_words(carriage: &Carriage, language: Language) -> String {
    let mode = carriage_mode(carriage.mode, language).to_owned();
    let named = |label: &str, value: String| if value.is_empty() { value } else { format!("{label} {value}") };
    let rank = carriage.rank.map(|rank| rank.to_string()).unwrap_or_default();
    let parts = [
        mode,
        named(language.pick("tournée", "round"), carriage.round.clone()),
        named(language.pick("ordre", "rank"), rank),
        carriage.depositary.clone(),
        carriage.instruction.clone(),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// A way of being delivered in words.
pub const fn carriage_mode(mode: CarriageMode, language: Language) -> &'static str {
    match mode {
        CarriageMode::Carried => language.pick("Porté", "Carried"),
        CarriageMode::Posted => language.pick("Posté", "Posted"),
        CarriageMode::Collected => language.pick("Retrait en boutique", "Collected at the shop"),
    }
}

/// A kind of incident in words.
pub const fn incident(kind: IncidentKind, language: Language) -> &'static str {
    match kind {
        IncidentKind::Unpaid => language.pick("Impayé", "Unpaid"),
        IncidentKind::MailReturned => language.pick("Retour courrier", "Mail returned"),
        IncidentKind::Complaint => language.pick("Réclamation", "Complaint"),
        IncidentKind::IssueNotReceived => language.pick("Numéro non reçu", "Issue not received"),
        IncidentKind::Other => language.pick("Autre", "Other"),
    }
}
