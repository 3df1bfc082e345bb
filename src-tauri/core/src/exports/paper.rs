//! The register of exports as a table for spreadsheets and for paper: what an authority or a client who asks may be shown.

use super::notice;
use super::register::ExportEntry;
use crate::documents::{HistoryFormat, Language, fact, moment};
use crate::print::{self, Block, Column, Document, Table};
use crate::{Result, spreadsheet};

/// The whole register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportRegister {
    /// The shop's name.
    pub shop: String,
    /// Its lines, the newest first.
    pub entries: Vec<ExportEntry>,
    /// Who made the document.
    pub operator: String,
    /// When this was so, UTC milliseconds.
    pub at: i64,
}

impl ExportRegister {
    /// As a file.
    ///
    /// # Errors
    /// `Printing`.
    pub fn file(&self, format: HistoryFormat, language: Language) -> Result<Vec<u8>> {
        match format {
            HistoryFormat::Csv => self.csv(language),
            HistoryFormat::Pdf => print::render(&self.document(language)),
        }
    }

    fn csv(&self, language: Language) -> Result<Vec<u8>> {
        let headings = [
            language.pick("N°", "No."),
            language.pick("Date", "Date"),
            language.pick("Par", "By"),
            language.pick("Motif", "Purpose"),
            language.pick("Remis à", "Given to"),
            language.pick("Utilisation", "Use"),
            language.pick("Format", "Format"),
            language.pick("Fichier", "File"),
            language.pick("Filtre", "Filter"),
            language.pick("Colonnes", "Columns"),
            language.pick("Clients", "Clients"),
            language.pick("Exclus", "Left out"),
            "SHA-256",
        ];
        let rows = self.entries.iter().map(|entry| {
            [
                entry.id.to_string(),
                moment(entry.at),
                entry.operator.clone(),
                entry.purpose.clone(),
                entry.recipient.clone(),
                notice::of(entry.contact, language),
                entry.format.code().to_owned(),
                entry.file_name.clone(),
                entry.filter.clone(),
                entry.columns.join(", "),
                entry.kept.to_string(),
                entry.excluded.to_string(),
                entry.sha256.clone(),
            ]
        });
        Ok(spreadsheet::table(headings, rows)?)
    }

    fn document(&self, language: Language) -> Document {
        let title = language.pick("Registre des exports", "Register of exports");
        let rows = self.entries.iter().map(|entry| {
            let given = if entry.recipient.is_empty() {
                entry.purpose.clone()
            } else {
                format!("{}\n{} {}", entry.purpose, language.pick("Remis à", "Given to"), entry.recipient)
            };
            let list = format!("{}\n{}", notice::of(entry.contact, language), entry.filter);
            vec![
                entry.id.to_string(),
                format!("{}\n{}", moment(entry.at), entry.operator),
                given,
                list,
                entry.kept.to_string(),
                format!("{}\n{}", entry.file_name, entry.sha256),
            ]
        });
        Document {
            title: title.into(),
            author: self.shop.clone(),
            language: language.of_print(),
            created_at: self.at,
            footer: None,
            blocks: vec![
                Block::Title(title.into()),
                Block::Facts(vec![
                    fact(language.pick("Établi le", "Made on"), moment(self.at)),
                    fact(language.pick("Établi par", "Made by"), self.operator.clone()),
                ]),
                Block::Table(Table {
                    columns: vec![
                        Column::new(language.pick("N°", "No."), 0.6).right(),
                        Column::new(language.pick("Date, par", "Date, by"), 1.8),
                        Column::new(language.pick("Motif", "Purpose"), 2.4),
                        Column::new(language.pick("Liste", "List"), 3.4),
                        Column::new(language.pick("Clients", "Clients"), 0.9).right(),
                        Column::new(language.pick("Fichier, SHA-256", "File, SHA-256"), 3.0),
                    ],
                    rows: rows.collect(),
                    when_empty: language.pick("Rien n’a été exporté.", "Nothing was exported.").into(),
                    fitted: false,
                }),
            ],
        }
    }
}
