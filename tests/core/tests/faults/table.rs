//! The table of faults: what was injected, where the message stood afterwards and in the end, and whether any was lost or doubled. Kept in
//! `target/messages/faults.md`.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use ecrin_core::messages::{Message, MessageState};

/// The words of the window, so that the table says what a person sees.
const CATALOGUE: &str = concat!(
    include_str!("../../../../ui/src/lib/i18n/fr/messages.ts"),
    include_str!("../../../../ui/src/lib/i18n/fr/errors.ts")
);

/// What became of one message after one fault.
#[derive(Debug)]
pub(crate) struct Row {
    /// What was injected.
    pub(crate) fault: String,
    /// Where the message stood right after, in the words of the window.
    pub(crate) at_first: String,
    /// Where it stood when nothing was left to do by itself.
    pub(crate) in_the_end: Message,
    /// How often a server has the whole of it.
    pub(crate) arrived: usize,
}

impl Row {
    /// Said to be sent, and nobody has it.
    pub(crate) fn lost(&self) -> usize {
        usize::from(self.in_the_end.state == MessageState::Sent && self.arrived == 0)
    }

    /// More often there than a person asked for.
    pub(crate) fn doubled(&self) -> usize {
        self.arrived.saturating_sub(1)
    }
}

/// « En attente : serveur occupé ».
pub(crate) fn words(message: &Message) -> String {
    let state = said("const states:", message.state.code());
    let why = match (message.blocked_by, message.failed_because) {
        (Some(reason), _) => said("const blocked:", reason.code()),
        (None, Some(because)) => said("const failed:", because.code()),
        (None, None) => return state,
    };
    format!("{state} : {why}")
}

/// What the catalogue says for a code; the code where it says nothing.
fn said(list: &str, code: &str) -> String {
    let words = || {
        let (_, list) = CATALOGUE.split_once(list)?;
        let (list, _) = list.split_once("\n}")?;
        let (_, line) = list.split_once(&format!("\n  {code}: '"))?;
        line.split_once('\'').map(|(words, _)| words.to_owned())
    };
    words().unwrap_or_else(|| code.to_owned())
}

/// Writes the table.
pub(crate) fn keep(rows: &[Row]) {
    let mut text = String::from(
        "| fault | state right after | what the window says | state in the end | what the window says | attempts | arrived | lost | doubled |\n\
         |---|---|---|---|---|--:|--:|--:|--:|\n",
    );
    for row in rows {
        let at_first = row.at_first.split(" : ").next().unwrap_or_default();
        let end = &row.in_the_end;
        let (state, attempts) = (end.state.code(), end.attempts);
        let (lost, doubled) = (row.lost(), row.doubled());
        let _ = writeln!(
            text,
            "| {} | {at_first} | {} | {state} | {} | {attempts} | {} | {lost} | {doubled} |",
            row.fault,
            row.at_first,
            words(end),
            row.arrived,
        );
    }
    let lost: usize = rows.iter().map(Row::lost).sum();
    let doubled: usize = rows.iter().map(Row::doubled).sum();
    let _ = writeln!(text, "\n{} faults, lost {lost}, doubled {doubled}.", rows.len());
    let folder = folder();
    fs::create_dir_all(&folder).expect("the folder of the table");
    fs::write(folder.join("faults.md"), &text).expect("the table");
    show(&text);
}

fn folder() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder));
    target.join("messages")
}

#[allow(clippy::print_stdout, reason = "what a person who runs the test with --nocapture reads")]
fn show(text: &str) {
    println!("{text}");
}
