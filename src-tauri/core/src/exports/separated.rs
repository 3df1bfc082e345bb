//! A list as CSV (RFC 4180 with semicolons, as French spreadsheets open it): one line of headings, one line a client.
//!
//! Cells that a spreadsheet would run are inert (see [`crate::imports::inert`]) and come back as they were when the file is imported
//! here. The last column has a heading and nothing else: it says what the list may be used for (see [`super::notice`]).

use std::borrow::Cow;
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufWriter, Write};

use encoding_rs::WINDOWS_1252;
use unicode_normalization::UnicodeNormalization;

use super::CsvEncoding;
use super::register::ReplacedCharacter;
use super::table::{Columns, Finished, ListWriter};
use crate::imports::inert;
use crate::lists::{ListLine, ListTotals};
use crate::print::GoOn;
use crate::windows::Setting;
use crate::{Result, spreadsheet};

/// What stands for a character that the encoding lacks.
const REPLACEMENT: u8 = b'?';

/// A CSV file being written.
pub(super) struct SeparatedTable {
    rows: SeparatedRows,
    columns: Columns,
}

impl SeparatedTable {
    /// Writes the headings, `notice` as the last of them.
    ///
    /// # Errors
    /// `DiskFull` and other errors of writing.
    pub(super) fn begin(
        file: BufWriter<File>,
        columns: Columns,
        notice: &str,
        encoding: CsvEncoding,
    ) -> Result<SeparatedTable> {
        let headings = columns.headings.iter().map(String::as_str).chain([notice]);
        let rows = SeparatedRows::begin(file, headings.map(Cow::Borrowed), encoding)?;
        Ok(SeparatedTable { rows, columns })
    }
}

impl ListWriter for SeparatedTable {
    fn add(&mut self, line: &ListLine) -> Result<()> {
        let cells = self.columns.texts(line, Setting::Spreadsheet).chain([Cow::Borrowed("")]);
        self.rows.add(line.client, cells)
    }

    fn finish(self: Box<Self>, _: &ListTotals, _: GoOn<'_>) -> Result<Finished> {
        self.rows.finish()
    }
}

/// Rows of text, in an encoding.
pub(super) struct SeparatedRows {
    writer: csv::Writer<BufWriter<File>>,
    encoding: CsvEncoding,
    replaced: HashMap<char, (u64, i64)>,
}

impl SeparatedRows {
    /// Writes the headings.
    ///
    /// # Errors
    /// `DiskFull` and other errors of writing.
    pub(super) fn begin<'a>(
        mut file: BufWriter<File>,
        headings: impl Iterator<Item = Cow<'a, str>>,
        encoding: CsvEncoding,
    ) -> Result<SeparatedRows> {
        if encoding == CsvEncoding::Utf8 {
            file.write_all(spreadsheet::MARK.as_bytes())?;
        }
        let mut rows =
            SeparatedRows { writer: spreadsheet::format().from_writer(file), encoding, replaced: HashMap::new() };
        rows.add(0, headings)?;
        Ok(rows)
    }

    /// Adds a row about a client; 0 for none.
    ///
    /// # Errors
    /// `DiskFull` and other errors of writing.
    pub(super) fn add<'a>(&mut self, client: i64, cells: impl Iterator<Item = Cow<'a, str>>) -> Result<()> {
        for cell in cells {
            let cell = inert::make(&cell);
            let written = match self.encoding {
                CsvEncoding::Windows1252 if !cell.is_ascii() => {
                    let bytes = encoded(&cell, |character| {
                        self.replaced.entry(character).or_insert((0, client)).0 += 1;
                    });
                    self.writer.write_field(bytes)
                }
                _ => self.writer.write_field(cell.as_bytes()),
            };
            written.map_err(spreadsheet::failure)?;
        }
        Ok(self.writer.write_record(None::<&[u8]>).map_err(spreadsheet::failure)?)
    }

    /// Hands the file back.
    ///
    /// # Errors
    /// `DiskFull` and other errors of writing.
    pub(super) fn finish(self) -> Result<Finished> {
        let file = spreadsheet::finish(self.writer)?;
        let mut replaced: Vec<ReplacedCharacter> = (self.replaced.into_iter())
            .map(|(character, (count, client))| ReplacedCharacter { character: character.into(), count, client })
            .collect();
        replaced.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.character.cmp(&b.character)));
        Ok(Finished { file, replaced })
    }
}

/// Text in Windows-1252. `é` is one character however it was typed; what the encoding lacks is told to `replaced`.
fn encoded(text: &str, mut replaced: impl FnMut(char)) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut room = [0; 4];
    for character in text.nfc() {
        let (encoded, _, lacking) = WINDOWS_1252.encode(character.encode_utf8(&mut room));
        if lacking {
            replaced(character);
            bytes.push(REPLACEMENT);
        } else {
            bytes.extend_from_slice(&encoded);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_western_europe_lacks_is_replaced_and_told() {
        let mut lacking = Vec::new();
        let bytes = encoded("Łukasz e\u{301}té œuvre 12 € – 漢", |character| lacking.push(character));
        assert_eq!(bytes, b"?ukasz \xe9t\xe9 \x9cuvre 12 \x80 \x96 ?");
        assert_eq!(lacking, ['Ł', '漢']);
    }
}
