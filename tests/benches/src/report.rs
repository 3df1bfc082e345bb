//! The table, for a reader and for BENCHMARKS.md, and the file beside it that holds everything.

use std::fmt::Write as _;
use std::fs;

use chrono::Local;
use ecrin_benches::{Result, folder};
use serde::Serialize;
use serde_json::Value;

use crate::figure::{Figure, grouped};
use crate::machine::Machine;
use crate::search::Asked;
use crate::table;

/// What was measured so far.
#[derive(Debug, Serialize)]
pub(crate) struct Report {
    version: &'static str,
    /// Of the day on which the measurements ended.
    day: String,
    seed: u64,
    machine: Machine,
    /// What was measured on.
    tables: Vec<Table>,
    figures: Vec<Figure>,
    /// Each query of each file.
    pub(crate) queries: Vec<Asked>,
    /// Each start and each keystroke, in milliseconds.
    pub(crate) windows: Vec<Value>,
    notes: Vec<String>,
}

/// The clients of one size, as a table that anybody can make again.
#[derive(Debug, Serialize)]
struct Table {
    clients: u64,
    csv_sha256: String,
}

impl Report {
    /// Begins with the machine as it is now.
    pub(crate) fn begin(seed: u64) -> Result<Self> {
        let machine = Machine::describe(&folder()?);
        println!("{}; fictional clients of seed {seed}\n", machine.line());
        Ok(Self {
            version: env!("CARGO_PKG_VERSION"),
            day: String::new(),
            seed,
            machine,
            tables: Vec::new(),
            figures: Vec::new(),
            queries: Vec::new(),
            windows: Vec::new(),
            notes: Vec::new(),
        })
    }

    /// Keeps a figure, and shows it as it comes.
    pub(crate) fn add(&mut self, figure: Figure) {
        self.machine.feel_pulse();
        let clients = figure.clients.map(|clients| format!(" ({} clients)", grouped(clients))).unwrap_or_default();
        let Figure { name, detail, .. } = &figure;
        eprintln!("· {name}{clients}: {} {detail}", figure.shown());
        for baseline in &figure.baselines {
            eprintln!("    ↳ {}: {}", baseline.name, figure.unit.show(baseline.measured));
        }
        self.figures.push(figure);
    }

    /// The hash of a table of clients that was made.
    pub(crate) fn data(&mut self, clients: u64, csv_sha256: &str) {
        self.tables.push(Table { clients, csv_sha256: csv_sha256.to_owned() });
    }

    /// A sentence under the table.
    pub(crate) fn note(&mut self, sentence: impl Into<String>) {
        let sentence = sentence.into();
        eprintln!("· {sentence}");
        self.notes.push(sentence);
    }

    /// Prints the table, and writes it to `table.md` and everything to `figures.json`.
    pub(crate) fn close(mut self, each_query: bool) -> Result<()> {
        self.machine.end();
        self.day = Local::now().format("%Y-%m-%d").to_string();
        if each_query {
            let head = ["query", "clients", "found", "median", "worst"].map(str::to_owned);
            let rows: Vec<Vec<String>> = self.queries.iter().map(|asked| asked.cells().to_vec()).collect();
            println!("\n{}", table::lay_out(&head, &rows));
        }
        let text = self.text();
        println!("\n{text}");
        let (markdown, json) = (folder()?.join("table.md"), folder()?.join("figures.json"));
        fs::write(&markdown, text)?;
        fs::write(&json, serde_json::to_string_pretty(&self)?)?;
        println!("this table: {}\neverything: {}", markdown.display(), json.display());
        Ok(())
    }

    /// As it can be pasted into BENCHMARKS.md.
    fn text(&self) -> String {
        let mut text = format!("On {}, version {}: {}.\n", self.day, self.version, self.machine.line());
        let hashes: Vec<String> = (self.tables.iter())
            .map(|table| format!("{} ({}…)", grouped(table.clients), &table.csv_sha256[..12]))
            .collect();
        let _ = write!(text, "Fictional clients of seed {}", self.seed);
        if !hashes.is_empty() {
            let _ = write!(text, "; SHA-256 of their CSV: {}", hashes.join(", "));
        }
        let _ = write!(text, ".\n\n{}", table::of(&self.figures));
        for note in &self.notes {
            let _ = write!(text, "\n{note}\n");
        }
        text
    }
}
