//! Looking at a file before anything of it is imported: how it is read, what its columns seem to hold, how many rows it has.

use std::path::Path;

use super::notes::{NoteCode, Notes};
use super::source::{Record, Source};
use super::{ImportColumn, ImportFormat, ImportOptions, ImportPreview, columns};
use crate::Result;

/// Rows shown as they are.
const ROWS: usize = 20;
/// Different values shown for a column, and looked at to guess its field.
const SHOWN: usize = 5;
const LOOKED_AT: usize = 50;
/// Rows that are searched for values of a column.
const SEARCHED: u64 = 2000;

/// Reads a file with the options and suggests a mapping. Goes through the whole file to count its rows.
///
/// # Errors
/// Those of opening a file; `ImportNotATable`, `ImportEmpty`, `ImportTooLarge`.
pub fn preview(path: &Path, options: &ImportOptions) -> Result<ImportPreview> {
    let source = Source::open(path, options)?;
    let mut rows = 0;
    let mut sample = Vec::new();
    let mut values: Vec<Vec<String>> = vec![Vec::new(); source.headers.len()];
    let mut notes = Notes::default();
    for &line in &source.titles {
        notes.add(NoteCode::LinesBeforeHeader, line);
    }
    for record in source.records() {
        if record.is_blank() {
            notes.add(NoteCode::BlankRow, record.line);
            continue;
        }
        rows += 1;
        if record.is_legacy {
            notes.add(NoteCode::MixedEncoding, record.line);
        }
        if record.is_short && record.fault.is_none() {
            notes.add(NoteCode::ShortRow, record.line);
        }
        if sample.len() < ROWS {
            sample.push(record.cells.iter().map(|cell| cut(cell, 200)).collect());
        }
        if rows <= SEARCHED && record.fault.is_none() {
            collect(&mut values, &record);
        }
    }
    let names: Vec<String> = (source.headers.iter().enumerate())
        .map(|(column, name)| if source.is_added(column) { String::new() } else { name.clone() })
        .collect();
    let guessed = columns::guess(&names, &values);
    notes.add_count(NoteCode::ColumnsIgnored, source.ignored(|column| guessed[column].is_some()));
    let columns =
        source.headers.iter().zip(values).zip(guessed).enumerate().map(|(index, ((header, values), field))| {
            ImportColumn {
                index,
                header: header.trim().to_owned(),
                samples: values.iter().take(SHOWN).map(|value| cut(value, 80)).collect(),
                field,
            }
        });
    Ok(ImportPreview {
        path: path.to_string_lossy().into_owned(),
        file_name: source.file_name(),
        format: if source.separator.is_some() { ImportFormat::Csv } else { ImportFormat::Xlsx },
        encoding: source.encoding.map(str::to_owned),
        separator: source.separator.map(String::from),
        has_header: source.has_header,
        sheet: source.sheet.clone(),
        sheets: source.sheets.clone(),
        columns: columns.collect(),
        rows,
        sample,
        notes: notes.list(),
    })
}

/// Keeps the first different values of each column.
fn collect(values: &mut [Vec<String>], record: &Record<'_>) {
    for (column, kept) in values.iter_mut().enumerate() {
        let value = record.cell(column).trim();
        if kept.len() < LOOKED_AT && !value.is_empty() && value.len() < 1000 && !kept.iter().any(|known| known == value)
        {
            kept.push(value.to_owned());
        }
    }
}

fn cut(text: &str, characters: usize) -> String {
    match text.char_indices().nth(characters) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
