//! The table of faults and results: one row a test, kept in `target/durability` as Markdown and JSON.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Instant;

use serde::{Deserialize, Serialize};

use crate::examination::{Findings, Kind};

/// What became of one kind of fault.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Its place in the table.
    pub place: u32,
    /// What was injected.
    pub fault: String,
    /// How often.
    pub injections: u64,
    /// Operations that the shop confirmed.
    pub confirmed: u64,
    /// Confirmed and not there.
    pub missing: u64,
    /// There in part, twice, or unasked.
    pub half: u64,
    /// Chains that did not verify.
    pub chain: u64,
    /// Files that were not whole.
    pub integrity: u64,
    /// What else is to be said.
    pub note: String,
    /// Seconds.
    pub seconds: f64,
}

/// A row being filled.
#[derive(Debug)]
pub struct Tally {
    row: Row,
    began: Instant,
    first: Option<String>,
}

impl Tally {
    /// Begins a row.
    pub fn begin(place: u32, fault: &str) -> Tally {
        let row = Row {
            place,
            fault: fault.into(),
            injections: 0,
            confirmed: 0,
            missing: 0,
            half: 0,
            chain: 0,
            integrity: 0,
            note: String::new(),
            seconds: 0.0,
        };
        Tally { row, began: Instant::now(), first: None }
    }

    /// One more fault.
    pub fn inject(&mut self) {
        self.row.injections += 1;
    }

    /// So many more confirmed operations.
    pub fn confirm(&mut self, operations: u64) {
        self.row.confirmed += operations;
    }

    /// What an examination found.
    pub fn add(&mut self, when: &str, findings: &Findings) {
        self.row.missing += findings.count(Kind::Missing);
        self.row.half += findings.count(Kind::Half);
        self.row.chain += findings.count(Kind::Chain);
        self.row.integrity += findings.count(Kind::Integrity);
        if self.first.is_none()
            && let Some(finding) = findings.0.first()
        {
            self.first = Some(format!("{when}: {:?}: {}", finding.kind, finding.what));
        }
    }

    /// Confirmed operations found missing so far.
    pub fn missing(&self) -> u64 {
        self.row.missing
    }

    /// Ends the row, keeps it and says what was found first, if anything was.
    ///
    /// # Panics
    /// When the table cannot be written.
    pub fn end(mut self, note: &str) -> (Row, Option<String>) {
        self.row.seconds = self.began.elapsed().as_secs_f64();
        self.row.note = note.into();
        keep(&self.row);
        (self.row, self.first)
    }

    /// Ends the row of a fault that must have cost nothing.
    ///
    /// # Panics
    /// When anything was found, with what it was.
    pub fn end_clean(self, note: &str) -> Row {
        let (row, first) = self.end(note);
        assert_eq!((row.missing, row.half, row.chain, row.integrity), (0, 0, 0, 0), "{}: {first:?}", row.fault);
        row
    }
}

/// Where the table is.
pub fn folder() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder));
    target.join("durability")
}

fn keep(row: &Row) {
    let rows = folder().join("rows");
    fs::create_dir_all(&rows).expect("the folder of the table");
    // Each test may be a process of its own.
    let lock = File::create(folder().join("lock")).expect("the lock of the table");
    lock.lock().expect("the lock of the table");
    let own = rows.join(format!("{:02}.json", row.place));
    fs::write(own, serde_json::to_vec(row).expect("a row")).expect("a row of the table");
    let mut all: Vec<Row> = fs::read_dir(&rows)
        .expect("the rows")
        .flatten()
        .filter_map(|entry| serde_json::from_slice(&fs::read(entry.path()).ok()?).ok())
        .collect();
    all.sort_by_key(|row| row.place);
    let markdown = markdown(&all);
    fs::write(folder().join("table.md"), &markdown).expect("the table");
    fs::write(folder().join("table.json"), serde_json::to_vec_pretty(&all).expect("rows")).expect("the table");
    show(&markdown);
}

#[allow(clippy::print_stdout, reason = "what a person who runs the test with --nocapture reads")]
fn show(markdown: &str) {
    println!("{markdown}");
}

fn markdown(rows: &[Row]) -> String {
    let mut text = String::from(
        "| fault | injections | confirmed | missing | half or double | chain broken | not whole | s | remarks |\n\
         |---|--:|--:|--:|--:|--:|--:|--:|---|\n",
    );
    for row in rows {
        let Row { fault, injections, confirmed, missing, half, chain, integrity, note, seconds, .. } = row;
        let _ = writeln!(
            text,
            "| {fault} | {injections} | {confirmed} | {missing} | {half} | {chain} | {integrity} | {seconds:.0} | {note} |"
        );
    }
    text
}
