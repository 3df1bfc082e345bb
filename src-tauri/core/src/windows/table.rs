//! A window or movements as a table: for spreadsheets, where days and amounts are read by programs, and for paper, where people do.

use chrono::NaiveDate;

use super::words::{delivery_state, heading, invoice_state, nothing, payment_mode, role, subscription_state};
use super::{ExportedTable, ExportedWindow, Window, WindowRow};
use crate::documents::{Language, fact, moment};
use crate::money::{self, Cents};
use crate::print::{self, Block, Document, Table};
use crate::subscriptions::Party;
use crate::{Result, exports::Issuer};

/// Who reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Setting {
    /// `2026-01-31`, which no program takes for the first of another month, `1234,50`.
    Spreadsheet,
    /// `31/01/2026`, `1 234,50 €`.
    Paper,
}

impl Setting {
    /// A day as it is read.
    pub(crate) fn day(self, day: NaiveDate) -> String {
        match self {
            Setting::Spreadsheet => day.to_string(),
            Setting::Paper => day.format("%d/%m/%Y").to_string(),
        }
    }

    /// An amount as it is read.
    pub(crate) fn amount(self, amount: Cents, language: Language) -> String {
        match self {
            Setting::Spreadsheet => money::as_number(amount, language),
            Setting::Paper => money::in_words(amount, language),
        }
    }
}

/// A table of a record as rows of texts.
#[derive(Clone, Debug)]
pub(crate) struct RecordTable {
    pub(crate) table: ExportedTable,
    /// Whose it is, as their record is headed.
    pub(crate) name: String,
    pub(crate) language: Language,
    pub(crate) rows: Vec<Vec<String>>,
}

impl ExportedWindow {
    /// What stands at the head of the columns: for spreadsheets each thing has a column of its own.
    pub(crate) fn headings(&self, setting: Setting, language: Language) -> Vec<String> {
        let own = self.window.columns().iter().map(|column| heading(*column, language).to_owned());
        let beside: &[(&str, &str)] = match self.window {
            Window::Subscriptions => &[("Exemplaires", "Copies"), ("Destinataire", "Recipient"), ("Payeur", "Payer")],
            Window::Invoices => &[("Reste dû", "Still due")],
            Window::Payments => &[("Note", "Note")],
            Window::Deliveries => &[("Exemplaires", "Copies"), ("Note", "Note")],
            Window::Sponsorships => &[("Lien", "Link"), ("Remise le", "Given on")],
        };
        let beside = beside.iter().filter(|_| setting == Setting::Spreadsheet);
        own.chain(beside.map(|(french, english)| language.pick(french, english).to_owned())).collect()
    }
}

impl WindowRow {
    /// The cells under [`ExportedWindow::headings`].
    pub(crate) fn cells(&self, setting: Setting, language: Language) -> Vec<String> {
        let day = |day: NaiveDate| setting.day(day);
        let amount = |amount: Cents| setting.amount(amount, language);
        let party = |party: &Option<Party>| party.as_ref().map(|party| party.name.clone()).unwrap_or_default();
        let paper = setting == Setting::Paper;
        let (mut cells, beside) = match self {
            WindowRow::Subscription(row) => {
                let mut offer = row.offer_name.clone();
                if paper {
                    let others = [(&row.recipient, "Pour", "For"), (&row.payer, "Payé par", "Paid by")];
                    for (other, french, english) in others {
                        if let Some(other) = other {
                            offer = format!("{offer}\n{} {}", language.pick(french, english), other.name);
                        }
                    }
                }
                let state = subscription_state(row.state, language).to_owned();
                (
                    vec![offer, day(row.starts_on), day(row.ends_on), state],
                    vec![row.copies.to_string(), party(&row.recipient), party(&row.payer)],
                )
            }
            WindowRow::Invoice(row) => (
                vec![
                    row.number.clone(),
                    day(row.issued_on),
                    amount(row.total),
                    invoice_state(row.state, language).to_owned(),
                ],
                vec![amount(row.due)],
            ),
            WindowRow::Payment(row) => (
                vec![
                    day(row.paid_on),
                    payment_mode(row.mode, language).to_owned(),
                    row.invoice_number.clone(),
                    amount(row.amount),
                ],
                vec![row.note.clone()],
            ),
            WindowRow::Delivery(row) => {
                let content = if paper && row.copies > 1 {
                    format!("{} ×\u{a0}{}", row.content, row.copies)
                } else {
                    row.content.clone()
                };
                let handover = if row.town.is_empty() { &row.note } else { &row.town };
                (
                    vec![day(row.due_on), content, handover.clone(), delivery_state(row.state, language).to_owned()],
                    vec![row.copies.to_string(), row.note.clone()],
                )
            }
            WindowRow::Sponsorship(row) => {
                let role = role(row.role, language).to_owned();
                let person = if paper { format!("{} ({role})", row.other.name) } else { row.other.name.clone() };
                let given = row.rewarded_on.map(day).unwrap_or_default();
                (vec![person, day(row.on_day), row.reward.clone()], vec![role, given])
            }
        };
        if !paper {
            cells.extend(beside);
        }
        cells
    }
}

impl RecordTable {
    /// As A4 pages.
    ///
    /// # Errors
    /// `Printing`.
    pub(crate) fn pdf(self, issuer: &Issuer) -> Result<Vec<u8>> {
        let RecordTable { table, name, language, rows } = self;
        let title = table.title(language);
        let count = rows.len().to_string();
        print::render(&Document {
            title: format!("{title} · {name}"),
            author: issuer.shop.clone(),
            language: language.of_print(),
            created_at: issuer.at,
            footer: None,
            blocks: vec![
                Block::Title(title),
                Block::Facts(vec![
                    fact(language.pick("Fiche", "Record"), format!("{name}, n°\u{a0}{}", table.number())),
                    fact(language.pick("Lignes", "Rows"), count),
                    fact(language.pick("Établie le", "Made on"), format!("{}, {}", moment(issuer.at), issuer.operator)),
                ]),
                Block::Table(Table {
                    columns: table.columns(language),
                    rows,
                    when_empty: nothing(language).into(),
                    fitted: false,
                }),
            ],
        })
    }
}
