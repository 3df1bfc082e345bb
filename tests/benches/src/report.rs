//! The table, and the file beside it that holds everything.

use std::fs;

use ecrin_benches::{Result, folder};
use serde::Serialize;
use serde_json::Value;

use crate::figure::Figure;
use crate::machine::Machine;
use crate::search::Asked;

/// What was measured so far.
#[derive(Debug, Serialize)]
pub(crate) struct Report {
    version: &'static str,
    machine: Machine,
    figures: Vec<Figure>,
    /// Each query of each file.
    pub(crate) queries: Vec<Asked>,
    /// Each start and each keystroke, in milliseconds.
    pub(crate) windows: Vec<Value>,
    notes: Vec<String>,
}

impl Report {
    /// Begins with the machine as it is now.
    pub(crate) fn begin() -> Result<Self> {
        folder()?;
        let machine = Machine::describe();
        println!("{}\n", machine.line());
        let version = env!("CARGO_PKG_VERSION");
        Ok(Self { version, machine, figures: Vec::new(), queries: Vec::new(), windows: Vec::new(), notes: Vec::new() })
    }

    /// Keeps a figure, and shows it as it comes.
    pub(crate) fn add(&mut self, figure: Figure) {
        self.machine.feel_pulse();
        let [name, clients, _, measured, _] = figure.cells();
        let clients = if clients.is_empty() { clients } else { format!(" ({clients} clients)") };
        eprintln!("· {name}{clients}: {measured}");
        self.figures.push(figure);
    }

    /// A sentence under the table.
    pub(crate) fn note(&mut self, sentence: impl Into<String>) {
        let sentence = sentence.into();
        eprintln!("· {sentence}");
        self.notes.push(sentence);
    }

    /// Prints the table, and writes everything to `figures.json`.
    pub(crate) fn close(mut self, each_query: bool) -> Result<()> {
        self.machine.end();
        if each_query {
            println!(
                "\n{}",
                table(&["query", "clients", "found", "median", "worst"], self.queries.iter().map(Asked::cells))
            );
        }
        println!("\n{}\n", self.machine.line());
        println!(
            "{}",
            table(&["figure", "clients", "target", "measured", "empty window"], self.figures.iter().map(Figure::cells))
        );
        for note in &self.notes {
            println!("{note}");
        }
        let file = folder()?.join("figures.json");
        fs::write(&file, serde_json::to_string_pretty(&self)?)?;
        println!("everything: {}", file.display());
        Ok(())
    }
}

/// Aligned for a terminal, and a table in Markdown too.
fn table<const N: usize>(head: &[&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
    let mut lines = vec![head.map(str::to_owned)];
    lines.extend(rows);
    let widths: [usize; N] =
        std::array::from_fn(|at| lines.iter().map(|line| line[at].chars().count()).max().unwrap_or(0));
    let show = |line: &[String; N]| {
        let cells = line.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}"));
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let rule = format!("|{}|", widths.map(|width| "-".repeat(width + 2)).join("|"));
    let (head, rows) = lines.split_first().map_or((String::new(), &[][..]), |(head, rows)| (show(head), rows));
    [head, rule].into_iter().chain(rows.iter().map(show)).collect::<Vec<_>>().join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn a_table_is_aligned() {
        let rows = [["Ü".to_owned(), "1 ms".to_owned()], ["search".to_owned(), String::new()]];
        let shown = "| name   | took |\n|--------|------|\n| Ü      | 1 ms |\n| search |      |\n";
        assert_eq!(table(&["name", "took"], rows.into_iter()), shown);
    }
}
