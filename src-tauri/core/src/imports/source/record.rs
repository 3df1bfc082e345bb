//! One record of a table, and what may be wrong with it before anybody asks what it says.

use std::borrow::Cow;

use super::legacy::Legacy;
use super::split::{Layout, Span, Splitter};
use super::workbook::Sheet;
use super::{Body, MAX_CELL, Place, Text, charset};
use crate::imports::inert;

/// Why a record is no row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// A quote is not closed, or closes in the middle of a cell.
    UnclosedQuote,
    /// Holds a NUL byte.
    NulByte,
    /// Has a cell beyond the last column that is not empty.
    TooManyCells,
    /// A cell is longer than [`MAX_CELL`].
    CellTooLong,
    /// Bytes that mean nothing in the encoding of the file.
    EncodingUnreadable,
}

/// One record.
#[derive(Clone, Debug)]
pub(crate) struct Record<'a> {
    /// Its line in the file, from 1; of a workbook, its row.
    pub(crate) line: u64,
    /// Its cells as they stand in the file. Of a record with a broken quote, everything between separators, quotes included.
    pub(crate) cells: Vec<Cow<'a, str>>,
    /// What makes it unusable.
    pub(crate) fault: Option<Fault>,
    /// Has letters, and is in the older one of two encodings.
    pub(crate) is_legacy: bool,
    /// Fewer cells than columns: the others are taken to be empty.
    pub(crate) is_short: bool,
}

impl Record<'_> {
    /// Nothing but white space.
    pub(crate) fn is_blank(&self) -> bool {
        self.fault.is_none() && self.cells.iter().all(|cell| cell.trim().is_empty())
    }

    /// A cell; empty if the record ends before it.
    pub(crate) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell)
    }
}

/// Goes through the records of a body.
pub(crate) struct Records<'a> {
    reader: Reader<'a>,
    columns: usize,
    /// The cells were made inert for spreadsheets, and are read back as they were.
    were_inert: bool,
}

enum Reader<'a> {
    Text { text: &'a Text, splitter: Splitter<'a>, spans: Vec<Span> },
    Sheet { sheet: &'a Sheet, next: usize },
}

impl<'a> Records<'a> {
    /// Starts at a place. Records of more than `columns` cells are at fault; 0 allows any number.
    pub(super) fn new(body: &'a Body, place: Place, columns: usize, were_inert: bool) -> Self {
        let reader = match body {
            Body::Text(text, layout) => Reader::text(text, *layout, place),
            Body::Sheet(sheet) => Reader::Sheet { sheet, next: place.at },
        };
        Records { reader, columns, were_inert }
    }

    /// Where the next record is read.
    pub(super) fn place(&self) -> Place {
        match &self.reader {
            Reader::Text { splitter, .. } => {
                let (at, line) = splitter.place();
                Place { at, line }
            }
            Reader::Sheet { next, .. } => Place { at: *next, line: 0 },
        }
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let mut record = self.reader.next()?;
        if self.columns > 0 {
            record.is_short = record.cells.len() < self.columns;
            let beyond = record.cells.iter().skip(self.columns);
            if record.fault.is_none() && beyond.into_iter().any(|cell| !cell.trim().is_empty()) {
                record.fault = Some(Fault::TooManyCells);
            }
        }
        if record.fault.is_none() && record.cells.iter().any(|cell| cell.len() > MAX_CELL) {
            record.fault = Some(Fault::CellTooLong);
        }
        if self.were_inert {
            record.cells = record.cells.into_iter().map(inert::undo).collect();
        }
        Some(record)
    }
}

impl<'a> Reader<'a> {
    fn text(text: &'a Text, layout: Layout, place: Place) -> Self {
        Reader::Text { text, splitter: Splitter::new(&text.bytes, place.at, place.line, layout), spans: Vec::new() }
    }

    fn next(&mut self) -> Option<Record<'a>> {
        match self {
            Reader::Text { text, splitter, spans } => {
                let split = splitter.next(spans)?;
                let encoding = text.charset.of_record(split.raw);
                let mut damaged = false;
                let cells = spans.iter().map(|span| {
                    let (cell, whole) = cell(text, span, encoding);
                    damaged |= !whole || (text.damaged && cell.contains(char::REPLACEMENT_CHARACTER));
                    cell
                });
                let cells: Vec<_> = cells.collect();
                let fault = match () {
                    () if split.raw.contains(&0) => Some(Fault::NulByte),
                    () if split.broken => Some(Fault::UnclosedQuote),
                    () if damaged => Some(Fault::EncodingUnreadable),
                    () => None,
                };
                let is_legacy = encoding.is_some() && text.is_mixed() && !split.raw.is_ascii();
                Some(Record { line: split.line, cells, fault, is_legacy, is_short: false })
            }
            Reader::Sheet { sheet, next } => {
                let (line, cells) = sheet.row(*next)?;
                *next += 1;
                let fault = cells.iter().any(|cell| cell.contains('\0')).then_some(Fault::NulByte);
                let cells = cells.into_iter().map(Cow::Borrowed).collect();
                Some(Record { line, cells, fault, is_legacy: false, is_short: false })
            }
        }
    }
}

fn cell<'a>(text: &'a Text, span: &Span, encoding: Option<Legacy>) -> (Cow<'a, str>, bool) {
    let (cell, whole) = charset::decode(&text.bytes[span.range.clone()], encoding);
    if span.doubled { (Cow::Owned(cell.replace("\"\"", "\"")), whole) } else { (cell, whole) }
}
