//! Writing the chain of decisions out for others, as `ecrin-cli chain` does: lines of JSON, to nowhere.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use ecrin_benches::Result;
use ecrin_benches::sample::Sample;

use crate::figure::{Figure, per_second};
use crate::report::Report;
use crate::{sqlite3, terminal};

/// How often: the median counts. Millions of decisions once, which takes long enough to be sure of.
const TIMES: usize = 3;
const LONG: u64 = 1_000_000;

/// Exports the decisions of a file, and those of the plain file that holds the same ones.
pub(crate) fn measure(report: &mut Report, clients: u64, file: &Path, plain: &Path, decisions: u64) -> Result<()> {
    let times = if decisions > LONG { 1 } else { TIMES };
    let median = |export: &dyn Fn() -> Result<Duration>| -> Result<Duration> {
        let durations: Result<Vec<Duration>> = (0..times).map(|_| export()).collect();
        Ok(Sample::of(durations?).median())
    };
    let mut figure = Figure::rate("export of all decisions, ecrin-cli chain", decisions, median(&|| own(file))?);
    if sqlite3::is_there() {
        let took = median(&|| sqlite3::export_decisions(plain))?;
        figure = figure.against("sqlite3 -json, the same columns of a plain file", per_second(decisions, took));
    }
    report.add(figure.on(clients));
    Ok(())
}

fn own(file: &Path) -> Result<Duration> {
    let mut command = terminal::command(file)?;
    command.args(["chain", "--out", "-"]).stdout(Stdio::null());
    let started = Instant::now();
    let ended = command.status()?;
    if ended.success() { Ok(started.elapsed()) } else { Err(format!("ecrin-cli chain ended with {ended}").into()) }
}
