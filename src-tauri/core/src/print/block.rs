//! Setting each kind of block: its lines, its room, and its place in the reading order.

use super::flow::{Flow, Piece};
use super::lines::{Line, wrap};
use super::sheet::{Belongs, ElementId, Mark, Reading, Role, Sheet};
use super::style::{
    ACCENT, ACCENT_LINE, BODY, FINGERPRINT, GUTTER, HAIRLINE, HEADING, LABEL, LETTERHEAD, LINE, MARGIN, MEASURE, NOTE,
    Page, QUOTE, RULE, SIDEWAYS, Style, TITLE, UPRIGHT,
};
use super::table;
use super::typeface::{Typefaces, grouped, prepare};
use super::{Block, Document, Fact, Lettering};

/// How wide the names of facts may be, in points.
const LABEL_WIDTH: f32 = 132.0;
/// Above and below a fact.
const FACT_ROOM: f32 = 3.5;
/// From the rule of a quotation to its words.
const QUOTE_INDENT: f32 = 14.0;

/// The pages of a document without their footers, how large they are, and its elements in reading order.
pub(super) fn set(document: &Document, typefaces: &Typefaces) -> (Vec<Sheet>, Page, Reading) {
    let page = if document.blocks.iter().any(|block| is_wide(block, typefaces)) { SIDEWAYS } else { UPRIGHT };
    let has_title = document.blocks.iter().any(is_title);
    let mut setter =
        Setter { typefaces, page, reading: Reading::default(), heading_level: if has_title { 2 } else { 1 } };
    let mut flow = Flow::new(page);
    for piece in setter.letterhead(&document.author) {
        flow.add(piece);
    }
    for block in &document.blocks {
        match block {
            Block::Space(points) => flow.space(*points),
            other => setter.block(other).into_iter().for_each(|piece| flow.add(piece)),
        }
    }
    (flow.finish(), page, setter.reading)
}

fn is_title(block: &Block) -> bool {
    match block {
        Block::Title(_) => true,
        Block::KeepTogether(inside) => inside.iter().any(is_title),
        _ => false,
    }
}

fn is_wide(block: &Block, typefaces: &Typefaces) -> bool {
    match block {
        Block::Table(table) => table::is_wide(table, typefaces),
        Block::KeepTogether(inside) => inside.iter().any(|block| is_wide(block, typefaces)),
        _ => false,
    }
}

/// What setting a block needs, and what it adds to.
pub(super) struct Setter<'a> {
    pub(super) typefaces: &'a Typefaces,
    pub(super) page: Page,
    pub(super) reading: Reading,
    /// Screen readers want the first heading to be of level 1.
    heading_level: u16,
}

impl Setter<'_> {
    fn letterhead(&mut self, author: &str) -> Vec<Piece> {
        let mut pieces = self.text(author, &LETTERHEAD, self.page.content(), Role::Paragraph);
        if let Some(last) = pieces.last_mut() {
            last.marks.push(Mark::rule(MARGIN, last.height + 4.0, self.page.content(), RULE, ACCENT));
            last.height += 4.0 + RULE;
            last.after = 26.0;
        }
        pieces
    }

    fn block(&mut self, block: &Block) -> Vec<Piece> {
        match block {
            Block::Title(text) => self.heading(text, &TITLE, 1, (8.0, 8.0)),
            Block::Heading(text) => self.heading(text, &HEADING, self.heading_level, (24.0, 7.0)),
            Block::Paragraph(text) => apart(self.text(text, &BODY, MEASURE, Role::Paragraph), 7.0, 7.0),
            Block::Note(text) => apart(self.text(text, &NOTE, MEASURE, Role::Paragraph), 5.0, 7.0),
            Block::Quote(text) => self.quote(text),
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => table::set(table, self),
            Block::Space(points) => vec![Piece { height: points.max(0.0), ..Piece::default() }],
            Block::KeepTogether(blocks) => {
                let mut pieces: Vec<Piece> = blocks.iter().flat_map(|block| self.block(block)).collect();
                let last = pieces.len().saturating_sub(1);
                for piece in &mut pieces[..last] {
                    piece.keep_with_next = true;
                }
                pieces
            }
        }
    }

    fn heading(&mut self, text: &str, style: &'static Style, level: u16, (before, after): (f32, f32)) -> Vec<Piece> {
        let plain = prepare(text).replace('\n', " ");
        let role = Role::Heading(level, plain.clone());
        let mut pieces = apart(self.text(text, style, self.page.content(), role), before, after);
        for piece in &mut pieces {
            piece.keep_with_next = true;
        }
        if let Some(first) = pieces.first_mut() {
            first.bookmark = Some((plain, level));
        }
        pieces
    }

    fn quote(&mut self, text: &str) -> Vec<Piece> {
        let holder = self.reading.add(Role::Quote, None);
        let element = self.reading.add(Role::Paragraph, Some(holder));
        let lines = wrap(&prepare(text), &QUOTE, MEASURE - QUOTE_INDENT, self.typefaces);
        let mut pieces = self.pieces(lines, &QUOTE, QUOTE_INDENT, element);
        for piece in &mut pieces {
            piece.marks.insert(0, Mark::rule(MARGIN, 0.0, RULE, piece.height, ACCENT_LINE));
        }
        apart(pieces, 10.0, 10.0)
    }

    fn facts(&mut self, facts: &[Fact]) -> Vec<Piece> {
        if facts.is_empty() {
            return Vec::new();
        }
        let table = self.reading.add(Role::Table, None);
        let body = self.reading.add(Role::TableBody, Some(table));
        let mut pieces = Vec::new();
        for (index, fact) in facts.iter().enumerate() {
            let row = self.reading.add(Role::Row, Some(body));
            let label = self.reading.add(Role::RowHeader, Some(row));
            let value = self.reading.add(Role::Cell, Some(row));
            let (text, style) = match fact.lettering {
                Lettering::Text => (prepare(&fact.value), &BODY),
                Lettering::Fingerprint => (grouped(&prepare(&fact.value)), &FINGERPRINT),
            };
            let width = self.page.content();
            let columns = [
                self.cell(&prepare(&fact.label), &LABEL, MARGIN, LABEL_WIDTH, label),
                self.cell(&text, style, MARGIN + LABEL_WIDTH + GUTTER, width - LABEL_WIDTH - GUTTER, value),
            ];
            let mut rows = beside(columns.into(), BODY.leading, FACT_ROOM, self.page);
            if let (0, Some(first)) = (index, rows.first_mut()) {
                first.marks.push(Mark::rule(MARGIN, 0.0, width, HAIRLINE, LINE));
            }
            pieces.append(&mut rows);
        }
        apart(pieces, 10.0, 12.0)
    }

    /// The lines of a cell, each as what is drawn from the top of its line. An empty cell is still an element: without it
    /// the further cells of its row would be read under the wrong heading.
    pub(super) fn cell(&self, text: &str, style: &'static Style, x: f32, width: f32, to: ElementId) -> Vec<Mark> {
        let lines = wrap(if text.is_empty() { " " } else { text }, style, width, self.typefaces);
        self.marks(lines, style, x, Belongs::To(to)).collect()
    }

    pub(super) fn marks(
        &self,
        lines: Vec<Line>,
        style: &'static Style,
        x: f32,
        belongs: Belongs,
    ) -> impl Iterator<Item = Mark> {
        lines.into_iter().map(move |line| Mark::line(line, x, 0.0, style, belongs, self.typefaces))
    }

    fn text(&mut self, text: &str, style: &'static Style, width: f32, role: Role) -> Vec<Piece> {
        let lines = wrap(&prepare(text), style, width, self.typefaces);
        if lines.is_empty() {
            return Vec::new();
        }
        let element = self.reading.add(role, None);
        self.pieces(lines, style, 0.0, element)
    }

    /// One piece a line; neither the first line nor the last stands on a page alone.
    fn pieces(&self, lines: Vec<Line>, style: &'static Style, indent: f32, element: ElementId) -> Vec<Piece> {
        let count = lines.len();
        self.marks(lines, style, MARGIN + indent, Belongs::To(element))
            .enumerate()
            .map(|(index, mark)| Piece {
                marks: vec![mark],
                height: style.leading,
                keep_with_next: count > 1 && (index == 0 || index + 2 == count),
                ..Piece::default()
            })
            .collect()
    }
}

/// Room above the first piece and below the last.
pub(super) fn apart(mut pieces: Vec<Piece>, before: f32, after: f32) -> Vec<Piece> {
    if let Some(first) = pieces.first_mut() {
        first.before = before;
    }
    if let Some(last) = pieces.last_mut() {
        last.after = after;
    }
    pieces
}

/// Cells beside one another with a hairline below: one piece, or one a line where no page could hold them.
pub(super) fn beside(columns: Vec<Vec<Mark>>, leading: f32, room: f32, page: Page) -> Vec<Piece> {
    let count = columns.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let mut lines: Vec<Vec<Mark>> = (0..count).map(|_| Vec::new()).collect();
    let tall = as_f32(count) * leading + 2.0 * room > table::tallest_row(page);
    for (index, mark) in columns.into_iter().flat_map(|column| column.into_iter().enumerate()) {
        let line = if tall { 0.0 } else { as_f32(index) * leading };
        let above = if tall && index > 0 { 0.0 } else { room };
        lines[if tall { index } else { 0 }].push(mark.lowered(line + above));
    }
    let pieces = if tall { count } else { 1 };
    lines.truncate(pieces);
    let mut set: Vec<Piece> = lines
        .into_iter()
        .enumerate()
        .map(|(index, marks)| {
            let height = if tall { leading } else { as_f32(count) * leading };
            Piece {
                marks,
                height: if index == 0 { height + room } else { height },
                under_head: if index == 0 { 0.0 } else { room },
                keep_with_next: tall && (index == 0 || index + 2 == count),
                ..Piece::default()
            }
        })
        .collect();
    if let Some(last) = set.last_mut() {
        last.height += room;
        last.marks.push(Mark::rule(MARGIN, last.height - HAIRLINE, page.content(), HAIRLINE, LINE));
    }
    set
}

/// A number of lines.
#[allow(clippy::cast_precision_loss, reason = "millions of lines are still exact")]
pub(super) fn as_f32(count: usize) -> f32 {
    count as f32
}
