//! A list on A4 pages: what it is, how it was made, and its rows, under headings that come back on each page.

use std::fs::File;
use std::io::{BufWriter, Write};

use super::ExportOrder;
use super::notice;
use super::table::{Columns, Finished, ListWriter};
use super::words::filter_in_words;
use super::write::Issuer;
use crate::Result;
use crate::consents::Indicator;
use crate::documents::{Language, fact, moment};
use crate::lists::{FieldKind, ListField, ListLine, ListTotals};
use crate::print::{self, Block, Column, Document, GoOn, Table};
use crate::windows::Setting;

/// Pages being gathered; the document is made at the end.
pub(super) struct Pages {
    file: BufWriter<File>,
    columns: Columns,
    order: ExportOrder,
    filter: String,
    issuer: Issuer,
    rows: Vec<Vec<String>>,
}

impl Pages {
    pub(super) fn begin(
        file: BufWriter<File>,
        columns: Columns,
        order: &ExportOrder,
        asked: &[Indicator],
        issuer: &Issuer,
    ) -> Pages {
        let filter = filter_in_words(&order.query, asked, order.language);
        Pages { file, columns, order: order.clone(), filter, issuer: issuer.clone(), rows: Vec::new() }
    }

    /// Leaves out the columns in which nobody has anything, unless that is all of them, and says which.
    fn drop_empty(&mut self) -> String {
        let is_filled =
            |column: usize| self.rows.iter().any(|row| row.get(column).is_some_and(|cell| !cell.is_empty()));
        let filled: Vec<bool> = (0..self.columns.fields.len()).map(is_filled).collect();
        if !filled.contains(&true) {
            return String::new();
        }
        let stays = |column: usize| filled.get(column).copied().unwrap_or(true);
        for row in &mut self.rows {
            keep(row, stays);
        }
        let headings = self.columns.headings.iter().enumerate();
        let left_out: Vec<&str> =
            headings.filter(|(column, _)| !stays(*column)).map(|(_, heading)| heading.as_str()).collect();
        let left_out = left_out.join(", ");
        keep(&mut self.columns.fields, stays);
        keep(&mut self.columns.headings, stays);
        left_out
    }

    fn document(&mut self, totals: &ListTotals) -> Document {
        let language = self.order.language;
        let title = match self.order.title.as_str() {
            "" => language.pick("Liste de clients", "List of clients").to_owned(),
            title => title.to_owned(),
        };
        let usage = notice::of(self.order.query.contact, language);
        let (kept, excluded) = (totals.kept, totals.excluded());
        let counted = match language {
            Language::French => format!("{kept} retenus, {excluded} exclus"),
            Language::English => format!("{kept} kept, {excluded} left out"),
        };
        let made = format!("{}, {}", moment(self.issuer.at), self.issuer.operator);
        let empty = self.drop_empty();
        let facts = [
            (language.pick("Filtre", "Filter"), self.filter.clone()),
            (language.pick("Utilisation", "Use"), usage.clone()),
            (language.pick("Motif", "Purpose"), self.order.purpose.clone()),
            (language.pick("Remise à", "Given to"), self.order.recipient.clone()),
            (language.pick("Clients", "Clients"), counted),
            (language.pick("Colonnes vides", "Empty columns"), empty),
            (language.pick("Établie le", "Made on"), made),
        ];
        let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
        let columns = self.columns.fields.iter().zip(&self.columns.headings);
        Document {
            title: title.clone(),
            author: self.issuer.shop.clone(),
            language: language.of_print(),
            created_at: self.issuer.at,
            footer: Some(format!("{}{usage}", language.pick("Utilisation\u{a0}: ", "Use: "))),
            blocks: vec![
                Block::Title(title),
                Block::Facts(facts.map(|(label, value)| fact(label, value)).collect()),
                Block::Table(Table {
                    columns: columns.map(|(field, heading)| column(*field, heading)).collect(),
                    rows: std::mem::take(&mut self.rows),
                    when_empty: language.pick("Aucun client.", "No client.").into(),
                    fitted: true,
                }),
            ],
        }
    }
}

impl ListWriter for Pages {
    fn add(&mut self, line: &ListLine) -> Result<()> {
        let texts = self.columns.texts(line, Setting::Paper);
        // A number stays on one line, so that it can be dialled without a mistake.
        let cells = self.columns.fields.iter().zip(texts).map(|(field, text)| match field.kind() {
            FieldKind::Phone => text.replace(' ', "\u{a0}"),
            _ => text.into_owned(),
        });
        self.rows.push(cells.collect());
        Ok(())
    }

    fn finish(mut self: Box<Self>, totals: &ListTotals, go_on: GoOn<'_>) -> Result<Finished> {
        let document = self.document(totals);
        let mut file = self.file;
        file.write_all(&print::render_while(&document, go_on)?)?;
        Ok(Finished { file, replaced: Vec::new() })
    }
}

fn keep<T>(values: &mut Vec<T>, stays: impl Fn(usize) -> bool) {
    let mut at = 0;
    values.retain(|_| {
        at += 1;
        stays(at - 1)
    });
}

fn column(field: ListField, heading: &str) -> Column {
    let column = Column::new(heading, 1.0);
    if field == ListField::Number { column.right() } else { column }
}
