//! Pagination: pieces that cannot be cut are placed one under another, and a new page begins where the next does not fit.

use std::rc::Rc;

use super::sheet::{Bookmark, Mark, Sheet};
use super::style::{MARGIN, Page};

/// Something that stands on one page: a line, a row.
#[derive(Default)]
pub(super) struct Piece {
    /// Drawn from the piece's own top.
    pub(super) marks: Vec<Mark>,
    pub(super) height: f32,
    /// Room that it asks above and below; of two neighbours' wishes the larger counts. None at the top of a page.
    pub(super) before: f32,
    pub(super) after: f32,
    /// Whether the next piece must be on the same page.
    pub(super) keep_with_next: bool,
    /// Room below those headings, for the line of a divided row.
    pub(super) under_head: f32,
    /// What is drawn above it where it begins a page.
    pub(super) head: Option<Rc<Head>>,
    pub(super) bookmark: Option<(String, u16)>,
}

/// The headings of a table, for its further pages.
pub(super) struct Head {
    pub(super) marks: Vec<Mark>,
    pub(super) height: f32,
}

/// The pages so far.
pub(super) struct Flow {
    sheets: Vec<Sheet>,
    page: Page,
    /// Where the next piece would begin.
    y: f32,
    /// What the last piece asked below itself.
    after: f32,
    /// Nothing stands on the page yet, except the headings of a table that goes on.
    fresh: bool,
    /// Pieces that must stand with one that is still to come.
    waiting: Vec<Piece>,
}

impl Flow {
    pub(super) fn new(page: Page) -> Self {
        Flow { sheets: vec![Sheet::default()], page, y: MARGIN, after: 0.0, fresh: true, waiting: Vec::new() }
    }

    /// Room that the next piece finds above itself at least.
    pub(super) fn space(&mut self, points: f32) {
        match self.waiting.last_mut() {
            Some(last) => last.after = last.after.max(0.0) + points,
            None => self.after += points,
        }
    }

    pub(super) fn add(&mut self, piece: Piece) {
        let goes_on = piece.keep_with_next;
        self.waiting.push(piece);
        if !goes_on {
            self.settle();
        }
    }

    pub(super) fn finish(mut self) -> Vec<Sheet> {
        self.settle();
        self.sheets
    }

    /// Places what waits: together if a page can hold it, otherwise piece by piece.
    fn settle(&mut self) {
        let pieces = std::mem::take(&mut self.waiting);
        let Some(first) = pieces.first() else { return };
        if !self.fresh && self.y + self.gap(first) + height(&pieces) > self.page.bottom() {
            self.turn(first);
        }
        for piece in pieces {
            if !self.fresh && self.y + self.gap(&piece) + piece.height > self.page.bottom() {
                self.turn(&piece);
            }
            self.place(piece);
        }
    }

    fn gap(&self, piece: &Piece) -> f32 {
        if self.fresh { 0.0 } else { piece.before.max(self.after) }
    }

    /// Begins the page that starts with this piece.
    fn turn(&mut self, piece: &Piece) {
        self.sheets.push(Sheet::default());
        (self.y, self.after, self.fresh) = (MARGIN, 0.0, true);
        if let Some(head) = &piece.head {
            self.draw(head.marks.iter().cloned());
            self.y += head.height + piece.under_head;
        }
    }

    fn place(&mut self, piece: Piece) {
        self.y += self.gap(&piece);
        if let (Some((text, level)), Some(sheet)) = (piece.bookmark, self.sheets.last_mut()) {
            sheet.bookmarks.push(Bookmark { text, level, y: self.y });
        }
        self.draw(piece.marks.into_iter());
        self.y += piece.height;
        (self.after, self.fresh) = (piece.after, false);
    }

    fn draw(&mut self, marks: impl Iterator<Item = Mark>) {
        let y = self.y;
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.marks.extend(marks.map(|mark| mark.lowered(y)));
        }
    }
}

/// Of pieces one under another, without the room above the first.
fn height(pieces: &[Piece]) -> f32 {
    let gaps: f32 = pieces.windows(2).map(|pair| pair[0].after.max(pair[1].before)).sum();
    pieces.iter().map(|piece| piece.height).sum::<f32>() + gaps
}
