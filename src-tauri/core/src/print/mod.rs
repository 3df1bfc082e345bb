//! Printed documents: a title, paragraphs, facts and tables become a PDF.
//!
//! It knows nothing of clients or consents: whoever prints something says what stands on the paper, and here it is set in
//! A4, broken into pages and written. The same document always gives the same bytes: the time comes with it. The text can be
//! selected and searched, and is tagged for screen readers after PDF/UA-1 (ISO 14289-1). Nothing is left out: text that is
//! too long goes on below, and a character that the typefaces lack shows as a box and still copies as itself.

mod block;
mod flow;
mod labels;
mod lines;
mod paint;
mod sheet;
mod style;
mod table;
#[cfg(test)]
mod tests;
mod typeface;

pub(crate) use labels::render_labels_while;
pub use labels::{LabelSheet, Labels, render_labels};
use paint::Drawn;

use crate::Result;

/// What is printed, from the first page to the last.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Names the file in a reader's window, and stands in the footer of each page.
    pub title: String,
    /// Who issues the document: heads the first page, and stands in each footer. May be empty.
    pub author: String,
    /// Of the text, and of the words « page 2 of 7 ».
    pub language: Language,
    /// When it was made, in UTC milliseconds since 1970-01-01. Kept with the file; not printed.
    pub created_at: i64,
    /// A line of small print under each page, for instance an address. One line: what is too long is cut with « … ».
    pub footer: Option<String>,
    /// The content, in reading order.
    pub blocks: Vec<Block>,
}

/// The language of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// « page 2 sur 7 »
    French,
    /// « page 2 of 7 »
    English,
}

/// One part of a document. In every text, a line feed begins a new line.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// What the document is.
    Title(String),
    /// What the blocks below are about; stays with the first of them.
    Heading(String),
    /// Running text.
    Paragraph(String),
    /// Smaller and paler: a remark about what stands above.
    Note(String),
    /// Words as they were shown or said, in the serif, with a rule at their left.
    Quote(String),
    /// Names and values in two columns.
    Facts(Vec<Fact>),
    /// Rows under headings.
    Table(Table),
    /// More room, in points, before the next block. None at the top of a page.
    Space(f32),
    /// Goes to the next page as a whole, if a page can hold it.
    KeepTogether(Vec<Block>),
}

/// A value and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What the value is.
    pub label: String,
    /// The value.
    pub value: String,
    /// How the value is set.
    pub lettering: Lettering,
}

/// How a value is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lettering {
    /// As words.
    #[default]
    Text,
    /// As the digest of something sealed: in brass, evenly spaced, in groups of four characters.
    Fingerprint,
}

/// Rows under headings. The headings stand at the top of each page; a row stays whole unless it is taller than a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// From left to right.
    pub columns: Vec<Column>,
    /// Each with a cell per column. A cell that is missing is empty; one too many is a fault of the caller.
    pub rows: Vec<Vec<String>>,
    /// What is said instead when there are no rows. May be empty.
    pub when_empty: String,
    /// Whether columns are as wide as what stands in them, rather than by their weights; pages are turned on their side where that needs it.
    pub fitted: bool,
}

/// One column of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// What the column holds.
    pub header: String,
    /// Its part of the width, compared with the other columns' (above zero).
    pub weight: f32,
    /// Where its text stands.
    pub align: Align,
    /// How its values are set.
    pub lettering: Lettering,
}

impl Column {
    /// A column of words that begin at the left.
    pub fn new(header: impl Into<String>, weight: f32) -> Self {
        Column { header: header.into(), weight, align: Align::Left, lettering: Lettering::Text }
    }

    /// The same column with its text at the right, as amounts are.
    #[must_use]
    pub fn right(self) -> Self {
        Column { align: Align::Right, ..self }
    }

    /// The same column, of fingerprints.
    #[must_use]
    pub fn fingerprints(self) -> Self {
        Column { lettering: Lettering::Fingerprint, ..self }
    }
}

/// Where text stands in its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Lines begin one under another.
    Left,
    /// Lines end one under another.
    Right,
}

/// The document as a PDF file.
///
/// # Errors
/// `Printing` if the PDF cannot be made. That would be a defect: no text and no number of rows is refused.
pub fn render(document: &Document) -> Result<Vec<u8>> {
    render_while(document, &|| Ok(()))
}

/// The document as a PDF file, as long as `go_on`, asked before each page, agrees.
///
/// # Errors
/// As [`render`]; what `go_on` says.
pub(crate) fn render_while(document: &Document, go_on: GoOn<'_>) -> Result<Vec<u8>> {
    let typefaces = typeface::Typefaces::load()?;
    let (mut sheets, page, reading) = block::set(document, &typefaces);
    go_on()?;
    sheet::furnish(&mut sheets, page, document, &typefaces);
    paint::paint(document, page, &Drawn { sheets: &sheets, reading: &reading }, &typefaces, go_on)
}

/// Whether somebody still waits for what is made; the error to stop with.
pub(crate) type GoOn<'a> = &'a dyn Fn() -> Result<()>;
