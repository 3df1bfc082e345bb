//! The most memory that `ecrin-cli` uses while it answers all queries.
//!
//! Linux counts what a process used before it became another program, so that a child starts with the peak of its parent. The parent
//! here is therefore this program started anew, which has used nothing yet.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use ecrin_benches::queries::QUERIES;
use ecrin_benches::{Result, folder, limits};
use ecrin_core::demonstration::DEMONSTRATION_PASSPHRASE;
use wait4::Wait4;

use crate::bare::{self, Kept};
use crate::figure::{Figure, Target, megabytes};
use crate::report::Report;
use crate::{sqlite3, terminal};

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

/// All queries in one process of `ecrin-cli`, and of sqlite3 on a plain file.
pub(crate) fn measure(report: &mut Report, seed: u64, clients: u64, file: &Path) -> Result<()> {
    let queries = folder()?.join("queries.txt");
    fs::write(&queries, QUERIES.map(|query| query.text).join("\n") + "\n")?;
    let program = terminal::program()?;
    let own = peak(|command| command.arg(&program).arg("--file").arg(file).args(["search", "--batch"]).arg(&queries))?;
    let mut figure =
        Figure::bytes("ecrin-cli search --batch: peak memory", own).on(clients).target(Target::Under(80.0));
    if sqlite3::is_there() {
        let plain = bare::clients(seed, clients, Kept::Plain)?;
        let script = folder()?.join("queries.sql");
        let texts = QUERIES.iter().map(|query| query.text);
        fs::write(&script, sqlite3::script(texts, limits::terminal()?))?;
        let read = format!(".read {}", sqlite3::quoted(&script));
        let other = peak(|command| command.arg(sqlite3::PROGRAM).arg("-readonly").arg(plain).arg(read))?;
        figure = figure.against("sqlite3, a plain file, FTS5, by name", megabytes(other));
    }
    report.add(figure);
    Ok(())
}

/// In bytes, of the program and arguments that `name` adds.
pub(crate) fn peak(name: impl FnOnce(&mut Command) -> &mut Command) -> Result<u64> {
    let mut command = Command::new(std::env::current_exe()?);
    command.env("ECRIN_PASSPHRASE", DEMONSTRATION_PASSPHRASE);
    let output = name(command.arg(WORD)).stderr(Stdio::inherit()).output()?;
    String::from_utf8_lossy(&output.stdout).trim().parse().map_err(|_| "no peak was measured".into())
}
