//! Lists that leave the file, as `ecrin-cli export` writes them: judged, registered, seen onto the disk; and what `sqlite3` needs to write
//! the same rows of a plain file.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use ecrin_benches::sample::Sample;
use ecrin_benches::{Result, folder};

use crate::bare::{self, Kept};
use crate::figure::{Figure, Target, per_second};
use crate::report::Report;
use crate::{peak, sqlite3, terminal};

/// How often: the median counts. A million rows once, which takes long enough to be sure of.
const TIMES: usize = 3;
const LONG: u64 = 1_000_000;
/// The longest list that is printed here.
const PRINTED: u64 = 10_000;
/// What is written of each client, beside the number.
pub(crate) const COLUMNS: [&str; 13] = [
    "civility",
    "last_name",
    "first_name",
    "company",
    "address_1",
    "address_2",
    "address_3",
    "postcode",
    "town",
    "country",
    "email",
    "phone",
    "mobile",
];

/// Exports all clients of a file in each format that a list of that length is for.
pub(crate) fn measure(report: &mut Report, seed: u64, clients: u64, file: &Path) -> Result<()> {
    // Exports are registered: the file that others are measured on stays as it is.
    let copy = folder()?.join("exported.ecrin");
    fs::copy(file, &copy)?;
    let measured = measure_on(report, seed, clients, &copy);
    fs::remove_file(&copy)?;
    measured
}

fn measure_on(report: &mut Report, seed: u64, clients: u64, file: &Path) -> Result<()> {
    let times = if clients < LONG { TIMES } else { 1 };
    let median = |write: &dyn Fn() -> Result<Duration>| -> Result<Duration> {
        let durations: Result<Vec<Duration>> = (0..times).map(|_| write()).collect();
        Ok(Sample::of(durations?).median())
    };
    let rate = |what: &str, took| Figure::rate(format!("ecrin-cli export, {what}"), clients, took).on(clients);
    let mut csv = rate("CSV", median(&|| export(file, "csv", &[]))?);
    if sqlite3::is_there() {
        let plain = bare::clients(seed, clients, Kept::Plain)?;
        let out = folder()?.join("sqlite3.csv");
        let took = median(&|| sqlite3::export_clients(&plain, &out))?;
        fs::remove_file(out)?;
        csv = csv.against("sqlite3 -csv, the same columns of a plain file", per_second(clients, took));
    }
    report.add(csv);
    report.add(rate("CSV for commercial SMS", median(&|| export(file, "csv", &["--contact", "sms:commercial"]))?));
    report.add(rate("XLSX", median(&|| export(file, "xlsx", &[]))?));
    report.add(rate("vCard", median(&|| export(file, "vcard", &[]))?));
    report.add(rate("lines of JSON", median(&|| export(file, "jsonl", &[]))?));
    for (format, most) in [("csv", 150.0), ("xlsx", 150.0)] {
        let out = out(format)?;
        let program = terminal::program()?;
        let bytes = peak::peak(|command| {
            command.arg(&program).arg("--file").arg(file).args(arguments(format)).arg("--out").arg(&out)
        })?;
        fs::remove_file(out)?;
        let figure = Figure::bytes(format!("ecrin-cli export, {format}: peak memory"), bytes);
        report.add(figure.on(clients).target(Target::Under(most)));
    }
    if clients <= PRINTED {
        report.add(Figure::duration("ecrin-cli export, PDF of all", median(&|| export(file, "pdf", &[]))?).on(clients));
        let labels = median(&|| export(file, "labels", &[]))?;
        report.add(Figure::duration("ecrin-cli export, labels of all", labels).on(clients));
    }
    Ok(())
}

fn out(format: &str) -> Result<std::path::PathBuf> {
    Ok(folder()?.join(format!("exported-as-{format}")))
}

fn arguments(format: &str) -> Vec<String> {
    let columns = format!("number,{}", COLUMNS.join(","));
    let typed =
        ["export", "--format", format, "--purpose", "bench", "--inactive", "--sort", "number", "--columns", &columns];
    typed.map(str::to_owned).to_vec()
}

fn export(file: &Path, format: &str, more: &[&str]) -> Result<Duration> {
    let out = out(format)?;
    let _ = fs::remove_file(&out);
    let mut command = terminal::command(file)?;
    command.args(arguments(format)).args(more).arg("--out").arg(&out).stdout(std::process::Stdio::null());
    let started = Instant::now();
    let ended = command.status()?;
    let took = started.elapsed();
    fs::remove_file(out)?;
    if ended.success() { Ok(took) } else { Err(format!("ecrin-cli export ended with {ended}").into()) }
}
