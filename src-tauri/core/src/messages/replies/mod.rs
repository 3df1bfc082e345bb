//! Replies that a gateway received, from the table that it lets download: who wrote what, and whether it is a STOP.
//!
//! Nothing is written here. Every row of the table comes out, as a reply or among those that could not be read, so that no STOP is lost. Each
//! reply has a digest by which it is recognised when the table is read again; identical ones of a day are told apart by their order.

mod assent;
mod columns;
mod meaning;
mod report;
mod words;

use std::collections::HashMap;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

pub(crate) use assent::assent;
pub use meaning::{ReplyMeaning, meaning};
pub use report::{AskedIndicator, RepliesReport, ReplyAnswer, ReplyClient, ReplyOutcome, ShownReply};
pub(crate) use report::{SHOWN_ROWS, excerpt};

use crate::hex::hex;
use crate::imports::source::{Record, Source};
use crate::imports::{ImportOptions, dates};
use crate::{Error, Result};
use columns::{Columns, Missing};

/// In milliseconds.
pub(crate) const A_DAY: i64 = 24 * 3_600_000;
/// The moment of a day at which dates without a time are read; see [`dates`].
const NOON: i64 = A_DAY / 2;

/// A reply of a client.
#[derive(Clone, PartialEq, Eq)]
pub struct Reply {
    /// Its line in the file, from 1.
    pub line: u64,
    /// Who wrote, E.164.
    pub number: String,
    /// The text, trimmed.
    pub text: String,
    /// When it was received, as the table says it; may be empty.
    pub date: String,
    /// When it was received, UTC milliseconds; `None` where the table does not say so readably.
    pub at: Option<i64>,
    /// What it says.
    pub meaning: ReplyMeaning,
    /// SHA-256 by which it is recognised when it is read again.
    pub digest: [u8; 32],
}

impl Reply {
    /// The table tells the time of day: the same words of the same moment are the same reply.
    pub(crate) fn is_timed(&self) -> bool {
        is_timed(self.at)
    }
}

fn is_timed(at: Option<i64>) -> bool {
    at.is_some_and(|at| at.rem_euclid(A_DAY) != NOON)
}

/// The replies of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replies {
    /// The name of the file, without its folder.
    pub file_name: String,
    /// In the order of the table.
    pub replies: Vec<Reply>,
    /// Rows that are no replies, with their line: no readable number, or a broken row.
    pub unread: Vec<UnreadReply>,
}

/// A row that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct UnreadReply {
    /// Its line in the file, from 1.
    #[ts(type = "number")]
    pub line: u64,
    /// What stands where the number should; at most 40 characters.
    pub number: String,
    /// What stands where the text should; at most 1,000 characters.
    pub text: String,
    /// What that says: a STOP among these must be dealt with by hand. A broken row is never harmless.
    pub meaning: ReplyMeaning,
}

/// Reads the replies of a table, whatever its encoding and separator.
///
/// # Errors
/// `RepliesNoNumber`, `RepliesNoText`; `ImportNotATable`, `ImportEmpty`, `ImportTooLarge`; what reading may say.
pub fn read(path: &Path) -> Result<Replies> {
    // The names of the columns are looked for here: those of gateways are not those of clients.
    let source = Source::open(path, &ImportOptions { has_header: Some(false), ..ImportOptions::default() })?;
    let rows: Vec<Record<'_>> = source.records().filter(|record| !record.is_blank()).collect();
    let columns = Columns::find(&rows).map_err(|missing| match missing {
        Missing::Number => Error::RepliesNoNumber,
        Missing::Text => Error::RepliesNoText,
    })?;
    let whole = fingerprint(&rows);
    let mut found = Replies { file_name: source.file_name(), ..Replies::default() };
    let mut alike = HashMap::new();
    for row in &rows[columns.names + 1..] {
        let (cell, text) = (row.cell(columns.number), row.cell(columns.text).trim());
        match columns::number(cell).filter(|_| row.fault.is_none()) {
            Some(number) => found.replies.push(reply(row, &columns, number, text, &whole, &mut alike)),
            None => found.unread.push(UnreadReply {
                line: row.line,
                number: cell.trim().chars().take(40).collect(),
                text: excerpt(text),
                meaning: match meaning(text) {
                    ReplyMeaning::Harmless if row.fault.is_some() => ReplyMeaning::Doubtful,
                    meaning => meaning,
                },
            }),
        }
    }
    Ok(found)
}

/// `alike` counts the replies of the table that look the same.
fn reply(
    row: &Record<'_>,
    columns: &Columns,
    number: String,
    text: &str,
    whole: &[u8; 32],
    alike: &mut HashMap<[u8; 32], u64>,
) -> Reply {
    let cell = |column: Option<usize>| column.map_or("", |column| row.cell(column).trim());
    let (date, time) = (cell(columns.date), cell(columns.time));
    let written = format!("{date} {time}").trim().to_owned();
    let at = moment(&written);
    // Without a date, the same word in another table is another reply.
    let table = if written.is_empty() { Some((hex(whole), row.line)) } else { None };
    let canonical = serde_json::json!(["reply", number, written, text, table]).to_string();
    let mut digest: [u8; 32] = Sha256::digest(&canonical).into();
    let before = alike.entry(digest).or_default();
    // Two STOPs of a day are two replies, unless the table says that they came at the same moment.
    if *before > 0 && !is_timed(at) {
        digest = Sha256::digest(serde_json::json!([canonical, before]).to_string()).into();
    }
    *before += 1;
    Reply { line: row.line, number, text: text.to_owned(), at, date: written, meaning: meaning(text), digest }
}

/// UTC milliseconds of a date as tables write it, or of seconds or milliseconds since 1970.
fn moment(written: &str) -> Option<i64> {
    let is_digits = written.bytes().all(|byte| byte.is_ascii_digit());
    match written.len() {
        10 if is_digits => written.parse::<i64>().ok().map(|seconds| seconds * 1000),
        13 if is_digits => written.parse().ok(),
        _ => dates::read(written),
    }
}

fn fingerprint(rows: &[Record<'_>]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for cell in rows.iter().flat_map(|row| &row.cells) {
        hash.update(cell.as_bytes());
        hash.update([0]);
    }
    hash.finalize().into()
}

impl std::fmt::Debug for Reply {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reply").field("line", &self.line).field("meaning", &self.meaning).finish_non_exhaustive()
    }
}
