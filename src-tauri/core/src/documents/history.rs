//! A client's history as a table for spreadsheets and for paper, with the columns of the RGPD tab.

use serde::{Deserialize, Serialize};

use super::attestation::Attestation;
use super::words::{Language, moment, typeset};
use crate::consents::HistoryRow;
use crate::print::{self, Block, Column, Document, Table};
use crate::{Result, spreadsheet};

/// What a history is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum HistoryFormat {
    /// UTF-8 with a byte order mark, separated by semicolons, as French spreadsheets open it.
    Csv,
    /// A4.
    Pdf,
}

/// The rows in the order given. `client` says whose they are, and when.
///
/// # Errors
/// `Printing`.
pub fn history_file(
    client: &Attestation,
    rows: &[HistoryRow],
    format: HistoryFormat,
    language: Language,
) -> Result<Vec<u8>> {
    match format {
        HistoryFormat::Csv => csv_file(rows, language),
        HistoryFormat::Pdf => print::render(&document(client, rows, language)),
    }
}

/// The three columns of the tab first, then all that is known.
fn headers(language: Language) -> [&'static str; 10] {
    [
        language.pick("Type de communication client", "Kind of communication"),
        language.pick("Type d'accord (oral, écrit, SMS ...)", "Kind of agreement (oral, written, SMS ...)"),
        language.pick("Date de l'accord", "Date of agreement"),
        language.pick("Précision", "Detail"),
        language.pick("Enregistré le", "Recorded on"),
        language.pick("Recueilli par", "Recorded by"),
        language.pick("Formulation", "Wording"),
        language.pick("Pièces", "Evidence"),
        language.pick("Décision", "Decision"),
        language.pick("Empreinte", "Seal"),
    ]
}

fn csv_file(rows: &[HistoryRow], language: Language) -> Result<Vec<u8>> {
    let rows = rows.iter().map(|row| {
        let wordings: Vec<&str> = row.wordings.iter().map(|wording| wording.name.as_str()).collect();
        let evidence: Vec<&str> = (row.evidence.iter())
            .map(|piece| if piece.name.is_empty() { "signature" } else { piece.name.as_str() })
            .collect();
        [
            row.label.clone(),
            row.mode.clone(),
            moment(row.at),
            row.detail.clone(),
            moment(row.recorded_at),
            row.operator.clone(),
            wordings.join(", "),
            evidence.join(", "),
            row.decision.to_string(),
            row.seal.clone(),
        ]
    });
    Ok(spreadsheet::table(headers(language), rows)?)
}

fn document(client: &Attestation, rows: &[HistoryRow], language: Language) -> Document {
    let title = language.pick("Historique des autorisations", "History of the authorisations");
    let [label, mode, at, detail, ..] = headers(language).map(typeset);
    Document {
        title: format!("{title} – {}", client.client_name()),
        author: client.shop.name.clone(),
        language: language.of_print(),
        created_at: client.at,
        footer: None,
        blocks: vec![
            Block::Title(title.into()),
            Block::Paragraph(format!("{} (n° {}), {}", client.client_name(), client.client.number, moment(client.at))),
            Block::Table(Table {
                columns: vec![
                    Column::new(label, 4.0),
                    Column::new(mode, 2.6),
                    Column::new(at, 2.2),
                    Column::new(detail, 2.6),
                    Column::new(language.pick("Empreinte", "Seal"), 3.0).fingerprints(),
                ],
                rows: (rows.iter())
                    .map(|row| {
                        vec![
                            typeset(&row.label),
                            row.mode.clone(),
                            moment(row.at),
                            row.detail.clone(),
                            row.seal.chars().take(16).collect(),
                        ]
                    })
                    .collect(),
                when_empty: language
                    .pick("Aucune réponse n’a encore été enregistrée.", "No answer was recorded yet.")
                    .into(),
                fitted: false,
            }),
        ],
    }
}
