//! Pages before they are written: what is drawn where, and to which element of the text it belongs.

use super::lines::{self, Line};
use super::style::{ACCENT_LINE, Colour, FOOTER, HAIRLINE, MARGIN, Page, Style};
use super::typeface::{Typefaces, prepare};
use super::{Document, Language};

/// Everything drawn on one page.
#[derive(Default)]
pub(super) struct Sheet {
    pub(super) marks: Vec<Mark>,
    pub(super) bookmarks: Vec<Bookmark>,
}

/// A title or heading, for the reader's table of contents.
#[derive(Clone)]
pub(super) struct Bookmark {
    pub(super) text: String,
    pub(super) y: f32,
    pub(super) level: u16,
}

/// One thing that is drawn. Lengths in points, from the left and the top.
#[derive(Clone)]
pub(super) enum Mark {
    Text { x: f32, baseline: f32, style: &'static Style, text: Box<str>, belongs: Belongs },
    Rule { x: f32, y: f32, width: f32, height: f32, colour: Colour },
}

/// What a text is to someone who hears the document.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Belongs {
    /// Part of this element.
    To(ElementId),
    /// Repeated on each page, not read aloud.
    Footer,
    /// Column headings on the further pages of a table, not read aloud again.
    Repeated,
}

/// The number of an element in [`Reading`].
pub(super) type ElementId = u32;

/// The elements of the text in reading order, each with the one that holds it.
#[derive(Default)]
pub(super) struct Reading {
    pub(super) elements: Vec<(Role, Option<ElementId>)>,
}

/// What an element is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Role {
    Heading(u16, String),
    Paragraph,
    Quote,
    Table,
    TableHead,
    TableBody,
    Row,
    ColumnHeader,
    RowHeader,
    Cell,
}

impl Reading {
    pub(super) fn add(&mut self, role: Role, parent: Option<ElementId>) -> ElementId {
        let id = ElementId::try_from(self.elements.len()).unwrap_or(ElementId::MAX);
        self.elements.push((role, parent));
        id
    }
}

impl Mark {
    pub(super) fn line(
        line: Line,
        x: f32,
        top: f32,
        style: &'static Style,
        belongs: Belongs,
        faces: &Typefaces,
    ) -> Mark {
        Mark::Text { x, baseline: top + faces.baseline(style), style, text: line.text, belongs }
    }

    pub(super) fn rule(x: f32, y: f32, width: f32, height: f32, colour: Colour) -> Mark {
        Mark::Rule { x, y, width, height, colour }
    }

    /// The same mark lower down.
    pub(super) fn lowered(mut self, by: f32) -> Mark {
        match &mut self {
            Mark::Text { baseline, .. } => *baseline += by,
            Mark::Rule { y, .. } => *y += by,
        }
        self
    }
}

/// Adds the footers, which need the number of pages.
pub(super) fn furnish(sheets: &mut [Sheet], page: Page, document: &Document, typefaces: &Typefaces) {
    let width = page.content();
    let (author, title) = (prepare(&document.author), prepare(&document.title));
    let name = if author.is_empty() { title } else { format!("{author}\u{a0}· {title}") };
    let small_print = document.footer.as_deref().map(prepare).filter(|text| !text.is_empty());
    let count = sheets.len();
    for (index, sheet) in sheets.iter_mut().enumerate() {
        let number = index + 1;
        let numbered = match document.language {
            Language::French => format!("page {number} sur {count}"),
            Language::English => format!("page {number} of {count}"),
        };
        let top = page.bottom() + 17.0;
        sheet.marks.push(Mark::rule(MARGIN, top - 4.0, width, HAIRLINE, ACCENT_LINE));
        let numbered = lines::fit(&numbered, &FOOTER, width, typefaces);
        let name = lines::fit(&name, &FOOTER, width - numbered.width - 18.0, typefaces);
        let right = MARGIN + width - numbered.width;
        sheet.marks.push(Mark::line(name, MARGIN, top, &FOOTER, Belongs::Footer, typefaces));
        sheet.marks.push(Mark::line(numbered, right, top, &FOOTER, Belongs::Footer, typefaces));
        if let Some(text) = &small_print {
            let line = lines::fit(text, &FOOTER, width, typefaces);
            sheet.marks.push(Mark::line(line, MARGIN, top + FOOTER.leading, &FOOTER, Belongs::Footer, typefaces));
        }
    }
}
