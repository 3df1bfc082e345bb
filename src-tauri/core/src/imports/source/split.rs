//! Cutting separated text into records and cells (RFC 4180), and going on after a broken quote.
//!
//! A quote that is never closed, or is followed by something else than a separator where it closes, or would swallow lines
//! that are records of their own, costs the one line in which it was opened: reading resumes at the next. The raw bytes of
//! the records, one after the other, are the text: none is lost. Reading is linear in the length of the text.

use std::ops::Range;

/// What ends a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineEnd {
    /// `\n`, with any `\r` before it.
    LineFeed,
    /// `\r` alone, as on old Macintosh systems.
    CarriageReturn,
}

impl LineEnd {
    /// The line end of a text, by its first megabyte.
    pub(super) fn of(text: &[u8]) -> LineEnd {
        let sample = &text[..text.len().min(1 << 20)];
        if !sample.contains(&b'\n') && sample.contains(&b'\r') { LineEnd::CarriageReturn } else { LineEnd::LineFeed }
    }

    const fn byte(self) -> u8 {
        match self {
            LineEnd::LineFeed => b'\n',
            LineEnd::CarriageReturn => b'\r',
        }
    }
}

/// What must be known to cut a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    /// An ASCII character.
    pub(super) separator: u8,
    pub(super) line_end: LineEnd,
    /// How many cells a record of this file usually has; 0 when that is not known yet.
    pub(super) columns: usize,
}

/// Where a cell is in the text, without its quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) range: Range<usize>,
    /// Was quoted, and holds doubled quotes.
    pub(super) doubled: bool,
}

/// One record; its cells are in the buffer given to [`Splitter::next`].
#[derive(Debug)]
pub(super) struct Split<'a> {
    /// The line where it begins, from 1.
    pub(super) line: u64,
    /// The record with its line end.
    pub(super) raw: &'a [u8],
    /// A quote was broken: the rest of the line was cut at every separator, its quotes left in place.
    pub(super) broken: bool,
}

/// Goes through a text record by record.
#[derive(Clone, Debug)]
pub(super) struct Splitter<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u64,
    layout: Layout,
}

/// How a quoted cell ends.
enum Quoted {
    Closed { content: Range<usize>, after: usize, doubled: bool, breaks: u64 },
    Broken,
}

impl<'a> Splitter<'a> {
    /// Starts at a byte, which is on the given line.
    pub(super) fn new(bytes: &'a [u8], at: usize, line: u64, layout: Layout) -> Self {
        Splitter { bytes, at, line, layout }
    }

    /// The place that is read next, as a byte and a line: a later splitter may start there.
    pub(super) fn place(&self) -> (usize, u64) {
        (self.at, self.line)
    }

    /// Cuts the next record; `None` at the end of the text.
    pub(super) fn next(&mut self, cells: &mut Vec<Span>) -> Option<Split<'a>> {
        cells.clear();
        let (start, line) = (self.at, self.line);
        if start >= self.bytes.len() {
            return None;
        }
        let mut at = start;
        let mut broken = false;
        loop {
            let after = if self.bytes.get(at) == Some(&b'"') {
                match self.quoted(cells.len(), at) {
                    Quoted::Closed { content, after, doubled, breaks } => {
                        cells.push(Span { range: content, doubled });
                        self.line += breaks;
                        after
                    }
                    Quoted::Broken => {
                        broken = true;
                        self.cut_rest_of_line(at, cells)
                    }
                }
            } else {
                let end = self.find(at, |byte| byte == self.layout.separator || byte == self.layout.line_end.byte());
                cells.push(Span { range: at..self.without_returns(at, end), doubled: false });
                end
            };
            match self.bytes.get(after) {
                Some(&byte) if byte == self.layout.separator => at = after + 1,
                Some(_) => {
                    self.line += 1;
                    self.at = after + 1;
                    break;
                }
                None => {
                    self.at = after;
                    break;
                }
            }
        }
        Some(Split { line, raw: &self.bytes[start..self.at], broken })
    }

    /// Reads the quoted cell whose quote is at `open`, after the `before` first cells of its record.
    fn quoted(&self, before: usize, open: usize) -> Quoted {
        let (mut at, mut doubled, mut breaks) = (open + 1, false, 0);
        let close = loop {
            match self.bytes.get(at) {
                None => return Quoted::Broken,
                Some(b'"') if self.bytes.get(at + 1) == Some(&b'"') => {
                    doubled = true;
                    at += 2;
                }
                Some(b'"') => break at,
                Some(&byte) => {
                    breaks += u64::from(byte == self.layout.line_end.byte());
                    at += 1;
                }
            }
        };
        let mut after = self.find(close + 1, |byte| byte != b' ');
        if self.layout.line_end == LineEnd::LineFeed {
            let line_feed = self.find(after, |byte| byte != b'\r');
            if matches!(self.bytes.get(line_feed), None | Some(b'\n')) {
                after = line_feed;
            }
        }
        let closed = match self.bytes.get(after) {
            None => true,
            Some(&byte) => byte == self.layout.separator || byte == self.layout.line_end.byte(),
        };
        if !closed || (breaks > 0 && self.swallows_records(before, open, close)) {
            return Quoted::Broken;
        }
        Quoted::Closed { content: open + 1..close, after, doubled, breaks }
    }

    /// Whether a quoted cell over several lines, which `before` cells precede, holds lines with the cells of a whole record:
    /// one between its first and its last line, or both of these. With one or two columns that proves nothing, and the
    /// quotes are trusted.
    fn swallows_records(&self, before: usize, open: usize, close: usize) -> bool {
        let Layout { separator, columns, .. } = self.layout;
        if columns < 3 {
            return false;
        }
        let cells = |line: &[u8]| line.split(|&byte| byte == separator).count();
        let mut lines = self.bytes[open..close].split(|&byte| byte == self.layout.line_end.byte());
        let first = before + lines.next().map_or(0, cells);
        let last = lines.next_back().map_or(0, cells) + self.separators_after(close);
        (first == columns && last == columns) || lines.any(|line| cells(line) == columns)
    }

    /// The separators between a closing quote and the end of its line, except those in quotes.
    fn separators_after(&self, close: usize) -> usize {
        let (mut count, mut is_quoted) = (0, false);
        for &byte in self.bytes[close + 1..].iter().take_while(|&&byte| byte != self.layout.line_end.byte()) {
            is_quoted ^= byte == b'"';
            count += usize::from(byte == self.layout.separator && !is_quoted);
        }
        count
    }

    /// Cuts at every separator up to the end of the line, and returns where that is.
    fn cut_rest_of_line(&self, from: usize, cells: &mut Vec<Span>) -> usize {
        let line_end = self.layout.line_end.byte();
        let end = self.find(from, |byte| byte == line_end);
        let mut at = from;
        loop {
            let cut =
                at + self.bytes[at..end].iter().position(|&byte| byte == self.layout.separator).unwrap_or(end - at);
            let kept = if cut == end { self.without_returns(at, end) } else { cut };
            cells.push(Span { range: at..kept, doubled: false });
            if cut == end {
                return end;
            }
            at = cut + 1;
        }
    }

    /// The first byte from `at` on that is wanted, or the end of the text.
    fn find(&self, at: usize, wanted: impl Fn(u8) -> bool) -> usize {
        self.bytes[at..].iter().position(|&byte| wanted(byte)).map_or(self.bytes.len(), |found| at + found)
    }

    /// The end of a cell without the `\r` that belong to its line end.
    fn without_returns(&self, start: usize, end: usize) -> usize {
        if self.layout.line_end == LineEnd::LineFeed && self.bytes.get(end) != Some(&self.layout.separator) {
            let trailing = self.bytes[start..end].iter().rev().take_while(|&&byte| byte == b'\r').count();
            return end - trailing;
        }
        end
    }
}

#[cfg(test)]
mod tests;
