//! Opening a file: what it is, how it is written, where its header ends.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use super::split::{Layout, LineEnd};
use super::{Body, MAX_BYTES, Place, Records, Source, Text, separator, workbook};
use crate::exports;
use crate::imports::{ImportOptions, header, rejects};
use crate::{Error, Result};

/// Rows that are looked at to find the header and the number of columns.
const ROWS: usize = 100;

/// The beginnings of files that are no tables: PDF, pictures, archives, databases, RTF, HTML and XML.
const OTHERS: [&[u8]; 14] = [
    b"%PDF-",
    b"\x89PNG",
    b"\xFF\xD8\xFF",
    b"GIF8",
    b"Rar!",
    b"7z\xBC\xAF",
    b"\x1F\x8B",
    b"\x7FELF",
    b"SQLite format 3",
    b"{\\rtf",
    b"<!DOCTYPE",
    b"<!doctype",
    b"<html",
    b"<?xml",
];

impl Source {
    /// Opens a file and finds out what the options leave open.
    ///
    /// # Errors
    /// `FileMissing`, `FileBusy`, `ReadOnly` (no right to read it) and other input errors; `ImportNotATable` for what is
    /// neither separated text nor a workbook; `ImportEmpty` without a row of data; `ImportTooLarge` beyond [`MAX_BYTES`].
    pub(crate) fn open(path: &Path, options: &ImportOptions) -> Result<Source> {
        let bytes = read(path)?;
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(Error::ImportEmpty);
        }
        let mut source = if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
            Source::of_workbook(&bytes, options.sheet.as_deref())?
        } else {
            Source::of_text(bytes, options)?
        };
        path.clone_into(&mut source.path);
        source.find_header(options.has_header)?;
        Ok(source)
    }

    fn of_workbook(bytes: &[u8], wanted: Option<&str>) -> Result<Source> {
        let book = workbook::read(bytes, wanted)?;
        let body = Body::Sheet(book.sheet);
        Ok(Source { sheet: Some(book.name), sheets: book.names, ..Source::new(body, Place { at: 0, line: 1 }) })
    }

    fn of_text(bytes: Vec<u8>, options: &ImportOptions) -> Result<Source> {
        if OTHERS.iter().any(|start| bytes.trim_ascii_start().starts_with(start))
            || contains(&bytes[..bytes.len().min(1024)], b"%PDF-")
        {
            return Err(Error::ImportNotATable);
        }
        let text = Text::new(bytes, options.encoding.as_deref());
        let body = &text.bytes[text.start..];
        if !looks_like_text(body) {
            return Err(Error::ImportNotATable);
        }
        let line_end = LineEnd::of(body);
        let (declared, skipped) = declaration(body);
        let wanted = options.separator.as_deref().and_then(wanted_separator).or(declared);
        let layout = match wanted {
            Some(separator) => separator::measure(&body[skipped..], Layout { separator, line_end, columns: 0 }),
            None => separator::detect(body, line_end),
        };
        let start = Place { at: text.start + skipped, line: if skipped > 0 { 2 } else { 1 } };
        let (encoding, separator) = (Some(text.name), Some(char::from(layout.separator)));
        Ok(Source { encoding, separator, ..Source::new(Body::Text(text, layout), start) })
    }

    fn new(body: Body, start: Place) -> Source {
        Source {
            path: std::path::PathBuf::new(),
            body,
            encoding: None,
            separator: None,
            sheet: None,
            sheets: Vec::new(),
            headers: Vec::new(),
            has_header: false,
            titles: Vec::new(),
            rejects_column: None,
            own_column: None,
            start,
        }
    }

    /// Finds the header and the number of columns, and moves the start to the first row of data.
    fn find_header(&mut self, wanted: Option<bool>) -> Result<()> {
        let mut records = Records::new(&self.body, self.start, 0, false);
        let mut rows: Vec<(u64, Place, Vec<String>)> = Vec::new();
        while rows.len() < ROWS
            && let Some(record) = records.next()
        {
            if !record.is_blank() {
                let cells = record.cells.iter().map(|cell| cell.chars().take(200).collect()).collect();
                rows.push((record.line, records.place(), cells));
            }
        }
        let cells: Vec<Vec<String>> = rows.iter().map(|(.., cells)| cells.clone()).collect();
        let header = match wanted {
            None => header::find(&cells),
            Some(true) => (!cells.is_empty()).then(|| header::find(&cells).unwrap_or(0)),
            Some(false) => None,
        };
        let data = header.map_or(0, |header| header + 1);
        let widths: Vec<usize> = cells[data..].iter().map(Vec::len).collect();
        if let Some(header) = header {
            self.titles = rows[..header].iter().map(|&(line, ..)| line).collect();
            self.start = rows[header].1;
            cells[header].clone_into(&mut self.headers);
        }
        self.has_header = header.is_some();
        let columns = columns_of(self.headers.len(), &widths);
        self.headers.resize(columns, String::new());
        self.rejects_column = rejects::column_of(&self.headers);
        self.own_column = exports::own_column(&self.headers);
        if let Body::Text(_, layout) = &mut self.body {
            layout.columns = columns;
        }
        if self.records().all(|record| record.is_blank()) {
            return Err(Error::ImportEmpty);
        }
        Ok(())
    }
}

/// How many columns the rows beneath the header have. One odd row does not make a column: its extra cells are its own fault.
fn columns_of(header: usize, widths: &[usize]) -> usize {
    let usual = separator::most_frequent(widths);
    let agreeing = widths.iter().filter(|&&width| width == usual).count();
    let is_rule = header == 0 || (agreeing >= 5 && agreeing * 5 >= widths.len() * 4);
    if is_rule { usual.max(header) } else { header }
}

fn read(path: &Path) -> Result<Vec<u8>> {
    let mut file = File::open(path)?;
    let known = file.metadata()?;
    if known.is_dir() {
        return Err(Error::ImportNotATable);
    }
    let limit = MAX_BYTES as u64;
    if known.len() > limit {
        return Err(Error::ImportTooLarge);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(known.len()).unwrap_or(0));
    file.by_ref().take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() > MAX_BYTES { Err(Error::ImportTooLarge) } else { Ok(bytes) }
}

/// Whether hardly any byte is a control character. NUL bytes are left to the rows that hold them, unless they abound.
fn looks_like_text(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(1 << 16)];
    let count = |wanted: fn(u8) -> bool| sample.iter().filter(|&&byte| wanted(byte)).count();
    let controls = count(|byte| matches!(byte, 0x01..=0x08 | 0x0B | 0x0E..=0x1F | 0x7F));
    let nuls = count(|byte| byte == 0);
    (controls < 8 || controls * 50 < sample.len()) && (nuls < 8 || nuls * 4 < sample.len())
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// The line `sep=;` by which a spreadsheet is told the separator: the separator, and the length of the line.
fn declaration(text: &[u8]) -> (Option<u8>, usize) {
    let end = text.iter().position(|&byte| byte == b'\n' || byte == b'\r').unwrap_or(text.len());
    match &text[..end] {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator] if separator.is_ascii() => {
            let line_end = if text[end..].starts_with(b"\r\n") { 2 } else { 1 };
            (Some(*separator), (end + line_end).min(text.len()))
        }
        _ => (None, 0),
    }
}

fn wanted_separator(option: &str) -> Option<u8> {
    match option.as_bytes() {
        b"\\t" | b"tab" => Some(b'\t'),
        [byte] if !matches!(byte, b'"' | b'\n' | b'\r' | 0) => Some(*byte),
        _ => None,
    }
}
