//! In the window: first paint, keystroke to painted rows, memory; each beside an empty window's, measured in the same way.
//!
//! Each window is driven by a process of its own, so that one that cannot be opened takes only its own figures with it.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use ecrin_benches::Result;
use ecrin_benches::sample::Sample;
use serde::{Deserialize, Serialize};

use crate::figure::{Figure, Target};
use crate::report::Report;
use crate::terminal;

/// The first argument that asks for [`act`].
pub(crate) const WORD: &str = "window-of";

/// Which program is driven.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Which {
    /// A field, and a text that repeats it.
    Empty,
    Ecrin,
}

impl Which {
    const fn word(self) -> &'static str {
        match self {
            Self::Empty => "ecrin-empty-window",
            Self::Ecrin => "ecrin",
        }
    }
}

/// What one program's window was measured to do.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Measured {
    /// From the start of the process until its page is asked for, in milliseconds, one start each.
    pub(crate) pages_asked: Vec<f64>,
    /// Until its first content is on the screen.
    pub(crate) first_paints: Vec<f64>,
    /// Until its window is shown with a field to type into: the only one, or the search field of the opened file.
    pub(crate) starts: Vec<f64>,
    /// From a key's arrival in the page to the frame after the one that shows the rows in sight, in milliseconds.
    pub(crate) keystrokes: Vec<f64>,
    /// The same until the last row, also of those out of sight.
    pub(crate) whole_lists: Vec<f64>,
    /// From a key's arrival in the page to the rows in sight being in it, before they are laid out and painted.
    pub(crate) changes: Vec<f64>,
    /// The rows that were on the page after each keystroke.
    pub(crate) rows: Vec<f64>,
    /// Memory of all its processes (PSS: what is shared is divided) in bytes, some seconds after the first paint.
    pub(crate) memory_at_first: u64,
    /// The same after all keystrokes.
    pub(crate) memory_in_use: u64,
    /// The browser engine's own name for itself.
    pub(crate) engine: String,
}

/// Where a moment of each start was kept.
type Kept = fn(&Measured) -> &[f64];

/// What people wait for.
const FIELD: &str = "a field to type into";
/// So many times what an empty window needs, at most: to be typed into, and of memory.
const MOST: f64 = 1.3;

/// The moments of a start.
const MOMENTS: [(&str, Kept); 3] = [
    ("its page being asked for", |measured| &measured.pages_asked),
    ("first paint", |measured| &measured.first_paints),
    (FIELD, |measured| &measured.starts),
];

/// Measures both windows; what cannot be measured is said, and stops nothing.
pub(crate) fn measure(report: &mut Report, clients: u64, file: &Path) {
    let mut both = Vec::new();
    for which in [Which::Empty, Which::Ecrin] {
        match in_a_process(which, file) {
            Ok(measured) => both.push(measured),
            Err(error) => report.note(format!("in the window: {} was not measured: {error}", which.word())),
        }
    }
    let [empty, ecrin] = both.as_slice() else { return };
    let start = |what: &str, starts: &[f64]| {
        let sample = sample(starts);
        let name = format!("window, start of the process to {what}: median of {}", sample.count());
        Figure::duration(name, sample.median()).on(clients)
    };
    let key = |measured: &Measured, what: &str, pick: fn(&Sample) -> Duration| {
        let sample = sample(&measured.keystrokes);
        let name = format!("window, keystroke to the rows in sight painted: {what} of {}", sample.count());
        Figure::duration(name, pick(&sample)).on(clients)
    };
    for (what, pick) in MOMENTS {
        let figure = start(what, pick(ecrin)).beside(&start(what, pick(empty)));
        report.add(if what == FIELD { figure.target(Target::Times(MOST)) } else { figure });
    }
    report.add(key(ecrin, "median", Sample::median).beside(&key(empty, "median", Sample::median)));
    report.add(key(ecrin, "worst", Sample::worst).beside(&key(empty, "worst", Sample::worst)));
    let name = "window, of which until they are in the page: median";
    let change = |measured: &Measured| Figure::duration(name, sample(&measured.changes).median()).on(clients);
    report.add(change(ecrin).beside(&change(empty)));
    let name = "window, keystroke to the last row, out of sight: median";
    let whole = |measured: &Measured| Figure::duration(name, sample(&measured.whole_lists).median()).on(clients);
    report.add(whole(ecrin));
    let name = "window, memory of all processes: first screen";
    let at_first = Figure::bytes(name, ecrin.memory_at_first).beside(&Figure::bytes(name, empty.memory_at_first));
    report.add(at_first.target(Target::Times(MOST)));
    let name = "window, memory of all processes: after the keystrokes";
    let in_use = Figure::bytes(name, ecrin.memory_in_use).on(clients);
    report.add(in_use.beside(&Figure::bytes(name, empty.memory_in_use)));
    report.note(format!("in the window: {}", ecrin.engine));
    for (which, measured) in [Which::Empty, Which::Ecrin].into_iter().zip(&both) {
        report.windows.push(serde_json::json!({ "program": which.word(), "measured": measured }));
    }
}

fn in_a_process(which: Which, file: &Path) -> Result<Measured> {
    let program = terminal::beside(which.word())?;
    let mut command = Command::new(std::env::current_exe()?);
    command.args([WORD, which.word()]).arg(file).env("ECRIN_PROGRAM", program);
    let output = command.stderr(Stdio::inherit()).output()?;
    let answer = String::from_utf8_lossy(&output.stdout);
    match answer.lines().last().map(serde_json::from_str) {
        Some(Ok(measured)) if output.status.success() => Ok(measured),
        _ => Err(format!("driving it ended with {}", output.status).into()),
    }
}

fn sample(milliseconds: &[f64]) -> Sample {
    Sample::of(milliseconds.iter().map(|&milliseconds| Duration::from_secs_f64(milliseconds.max(0.0) / 1000.0)))
}

/// Drives the program that `ECRIN_PROGRAM` names, and prints what was measured as one line of JSON.
#[cfg(target_os = "linux")]
pub(crate) fn act(which: &str, file: &str) -> Result<()> {
    let known = [Which::Empty, Which::Ecrin].into_iter().find(|known| known.word() == which);
    let which = known.ok_or_else(|| format!("« {which} » is no window of ours"))?;
    let measured = driven::measure(which, Path::new(file))?;
    println!("{}", serde_json::to_string(&measured)?);
    Ok(())
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn act(_which: &str, _file: &str) -> Result<()> {
    Err("windows are driven on Linux only, with WebKitWebDriver".into())
}

#[cfg(target_os = "linux")]
mod driven;
