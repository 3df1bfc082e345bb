//! `sqlite3`, the program that everybody has at a terminal: what it needs to import, to export and to answer.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use ecrin_benches::{Result, folder, shop_file};

use crate::bare::{self, Way};
use crate::written_lists;

/// Its name.
pub(crate) const PROGRAM: &str = "sqlite3";

/// Its version; empty where it is not installed, and then nothing else here works.
pub(crate) fn version() -> &'static str {
    static VERSION: OnceLock<String> = OnceLock::new();
    VERSION.get_or_init(|| {
        let answer = Command::new(PROGRAM).arg("--version").output();
        let text = answer.map(|answer| String::from_utf8_lossy(&answer.stdout).into_owned()).unwrap_or_default();
        text.split(' ').next().unwrap_or_default().to_owned()
    })
}

/// Whether it can be asked anything.
pub(crate) fn is_there() -> bool {
    !version().is_empty()
}

/// What an import fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Filled {
    /// The table.
    Table,
    /// Also an index of its words.
    TableAndWords,
}

/// `.import` of a table with titles into a new plain file. Every row must arrive.
pub(crate) fn import(table: &Path, rows: u64, filled: Filled) -> Result<Duration> {
    shop_file::remove_older("bare-import")?;
    let file = folder()?.join("bare-import.sqlite");
    let words = if filled == Filled::TableAndWords { bare::WORDS_TABLE } else { "" };
    // As durable as Écrin's file, which is flushed to the disk too: this is sqlite3's own default.
    let script = format!(
        "PRAGMA synchronous = FULL;\n{}\n.mode csv\n.separator \";\"\n.import --skip 1 {} client\n{words}\n",
        bare::CLIENT_TABLE,
        quoted(table)
    );
    let started = Instant::now();
    run(&file, &script, Stdio::null())?;
    let took = started.elapsed();
    let connection = bare::open(&file, bare::Kept::Plain)?;
    let arrived: i64 = connection.query_row("SELECT count(*) FROM client", [], |row| row.get(0))?;
    drop(connection);
    shop_file::remove_older("bare-import")?;
    if arrived != i64::try_from(rows)? {
        return Err(format!("sqlite3 imported {arrived} of {rows} rows").into());
    }
    Ok(took)
}

/// All decisions as JSON, to nowhere.
pub(crate) fn export_decisions(file: &Path) -> Result<Duration> {
    let started = Instant::now();
    run(file, ".mode json\nSELECT * FROM decision ORDER BY decision;\n", Stdio::null())?;
    Ok(started.elapsed())
}

/// All clients as CSV with headings, into a file.
pub(crate) fn export_clients(file: &Path, out: &Path) -> Result<Duration> {
    let columns = written_lists::COLUMNS.join(", ");
    let script =
        format!(".headers on\n.mode csv\n.separator \";\"\nSELECT rowid, {columns} FROM client ORDER BY rowid;\n");
    let started = Instant::now();
    let written = fs::File::create(out)?;
    run(file, &script, written.into())?;
    // Seen onto the disk, as ours is.
    fs::File::open(out)?.sync_all()?;
    Ok(started.elapsed())
}

/// The command that answers one search by name from the bare file and ends.
pub(crate) fn search(file: &Path, typed: &str, limit: u32) -> Command {
    let mut command = Command::new(PROGRAM);
    command.arg("-readonly").arg("-json").arg(file).arg(statement(typed, limit));
    command
}

/// A script of one search for each text.
pub(crate) fn script<'a>(texts: impl Iterator<Item = &'a str>, limit: u32) -> String {
    texts.map(|typed| statement(typed, limit) + "\n").collect()
}

fn statement(typed: &str, limit: u32) -> String {
    let words: Vec<String> = typed.split_whitespace().map(|word| word.replace(['"', '\''], "")).collect();
    let sql = bare::indexed(Way::ByName).replace("?1", &limit.to_string());
    sql.replace("?2", &format!("'{}'", bare::match_expression(&words))) + ";"
}

fn run(file: &Path, script: &str, output: Stdio) -> Result<()> {
    let mut command = Command::new(PROGRAM);
    command.arg("-batch").arg("-bail").arg(file).stdin(Stdio::piped()).stdout(output).stderr(Stdio::inherit());
    let mut child = command.spawn()?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(script.as_bytes())?;
    }
    let ended = child.wait()?;
    if ended.success() { Ok(()) } else { Err(format!("sqlite3 ended with {ended}").into()) }
}

/// A path as sqlite3's own commands take it.
pub(crate) fn quoted(path: &Path) -> String {
    format!("\"{}\"", path.to_string_lossy().replace('\\', "\\\\").replace('"', "\\\""))
}
