//! « Imprimer »: a client's record on paper, for the counter or for the client: who they are, how to reach them, what they agreed to
//! and how, their last answers, and what the counter noted of them (see `record_labels`). Unlike an attestation it proves nothing: no seals, no wordings.

use super::attestation::Attestation;
use super::record_labels::RecordLabels;
use super::words::{Language, day, fact, moment, typeset};
use crate::Result;
use crate::clients::ContactType;
use crate::print::{self, Block, Column, Document, Fact, Table};

/// How many answers it shows, the newest.
const ANSWERS: usize = 10;

/// The record as a PDF, with what its labels say. `client` says whose it is, who prints it, and when.
///
/// # Errors
/// `Printing`.
pub fn record_sheet(client: &Attestation, labels: &RecordLabels, language: Language) -> Result<Vec<u8>> {
    print::render(&document(client, labels, language))
}

fn document(client: &Attestation, labels: &RecordLabels, language: Language) -> Document {
    let title = language.pick("Fiche client", "Client record");
    let mut facts = identity(client, language);
    facts.extend(labels.facts(language));
    let mut blocks = vec![Block::Title(client.client_name()), Block::Facts(facts)];
    blocks.extend(labels.blocks(language));
    blocks.push(Block::Heading(language.pick("Autorisations", "Authorisations").into()));
    blocks.push(Block::Table(client.states(language)));
    blocks.push(Block::Heading(language.pick("Dernières réponses", "Last answers").into()));
    blocks.push(Block::Table(answers(client, language)));
    let hidden = client.decisions.len().saturating_sub(ANSWERS);
    if hidden > 0 {
        blocks.push(Block::Note(match language {
            Language::French => format!("{hidden} réponses plus anciennes sont dans la fiche."),
            Language::English => format!("{hidden} older answers are in the record."),
        }));
    }
    blocks.push(Block::Note(match language {
        Language::French => format!("Imprimée le {} par {}.", moment(client.at), client.operator),
        Language::English => format!("Printed on {} by {}.", moment(client.at), client.operator),
    }));
    client.on_paper(title, blocks, language)
}

fn identity(sheet: &Attestation, language: Language) -> Vec<Fact> {
    let record = &sheet.client;
    let client = &record.client;
    let lines = [&client.address_1, &client.address_2, &client.address_3];
    let mut address: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).cloned().collect();
    address.push(format!("{} {}", client.postcode, client.town));
    address.push(client.country.clone());
    let address: Vec<&str> = address.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
    let profile = if client.professional {
        language.pick("Professionnel", "Professional")
    } else {
        language.pick("Particulier", "Individual")
    };
    let since = |at: i64, reason: &str| {
        let since = format!("{} {}", language.pick("depuis le", "since"), day(at));
        if reason.is_empty() { since } else { format!("{since} ({reason})") }
    };
    let inactive = record.inactive.as_ref().map_or_else(String::new, |inactive| since(inactive.at, &inactive.reason));
    let imported =
        record.imported.as_ref().map_or_else(String::new, |from| format!("{}, {}", from.file_name, day(from.at)));
    let facts = [
        (language.pick("N° client", "Client no."), record.number.to_string()),
        (language.pick("Type", "Type"), format!("{}, {profile}", contact_type(client.r#type, language))),
        (language.pick("Société", "Company"), client.company.clone()),
        (language.pick("Adresse", "Address"), address.join("\n")),
        (language.pick("Portable", "Mobile"), client.mobile.clone()),
        (language.pick("Téléphone", "Phone"), client.phone.clone()),
        (language.pick("E-mail", "E-mail"), client.email.clone()),
        (language.pick("Origines", "Origins"), client.origins.clone()),
        (language.pick("Inactif", "Inactive"), inactive),
        (
            language.pick("Traitement limité", "Processing restricted"),
            record.restricted_at.map_or_else(String::new, |at| since(at, "")),
        ),
        (language.pick("Importée de", "Imported from"), imported),
        (language.pick("Fiche créée le", "Record created on"), day(record.created_at)),
        (language.pick("Dernière MAJ de la fiche", "Record last updated"), day(record.updated_at)),
    ];
    facts.into_iter().filter(|(_, value)| !value.is_empty()).map(|(label, value)| fact(label, value)).collect()
}

/// A type of contact, as lists and papers say it and imports read it.
pub(crate) const fn contact_type(kind: ContactType, language: Language) -> &'static str {
    match kind {
        ContactType::Client => "Client",
        ContactType::Tiers => "Tiers",
        ContactType::PayePar => "Payé par",
        ContactType::Prospect => "Prospect",
        ContactType::Prescripteur => "Prescripteur",
        ContactType::Parrain => "Parrain",
        ContactType::Beneficiaire => language.pick("Bénéficiaire", "Beneficiary"),
    }
}

/// The newest first.
fn answers(client: &Attestation, language: Language) -> Table {
    let rows = client.decisions.iter().rev().take(ANSWERS).map(|row| {
        let mode = if row.detail.is_empty() { row.mode.clone() } else { format!("{}\n{}", row.mode, row.detail) };
        vec![moment(row.at), typeset(&row.label), mode.trim().to_owned(), row.operator.clone()]
    });
    Table {
        columns: vec![
            Column::new(language.pick("Date de l’accord", "Date of agreement"), 2.0),
            Column::new(language.pick("Type de communication client", "Kind of communication"), 4.0),
            Column::new(language.pick("Type d’accord", "Kind of agreement"), 2.6),
            Column::new(language.pick("Recueilli par", "Recorded by"), 1.8),
        ],
        rows: rows.collect(),
        when_empty: language.pick("Aucune réponse n’a encore été enregistrée.", "No answer was recorded yet.").into(),
        fitted: false,
    }
}
