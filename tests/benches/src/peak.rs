//! The most memory that `ecrin-cli` uses while it answers all queries.
//!
//! Linux counts what a process used before it became another program, so that a child starts with the peak of its parent. The parent
//! here is therefore this program started anew, which has used nothing yet.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use ecrin_benches::queries::QUERIES;
use ecrin_benches::{Result, folder};
use wait4::Wait4;

use crate::figure::{Figure, Target};
use crate::report::Report;
use crate::terminal;

/// The first argument that asks for [`of`].
pub(crate) const WORD: &str = "peak-of";

/// Runs a program and prints its peak in bytes.
pub(crate) fn of(program: &str, arguments: &[&str]) -> Result<()> {
    let ended = Command::new(program).args(arguments).stdout(Stdio::null()).spawn()?.wait4()?;
    if !ended.status.success() {
        return Err(format!("{program} ended with {}", ended.status).into());
    }
    println!("{}", ended.rusage.maxrss);
    Ok(())
}

/// All queries in one process.
pub(crate) fn measure(report: &mut Report, clients: u64, file: &Path) -> Result<()> {
    let queries = folder()?.join("queries.txt");
    fs::write(&queries, QUERIES.map(|query| query.text).join("\n") + "\n")?;
    let mut command = Command::new(std::env::current_exe()?);
    command.arg(WORD).arg(terminal::program()?).arg("--file").arg(file).args(["search", "--batch"]).arg(queries);
    let output = command.stderr(Stdio::inherit()).output()?;
    let peak: u64 = String::from_utf8_lossy(&output.stdout).trim().parse().map_err(|_| "no peak was measured")?;
    let figure = Figure::bytes("ecrin-cli search --batch: peak memory", peak);
    report.add(figure.on(clients).target(Target::Under(80.0)));
    Ok(())
}
