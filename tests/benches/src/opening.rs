//! Opening the file, to the first answer.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use ecrin_benches::sample::Sample;
use ecrin_benches::{Result, limits, shop_file};
use ecrin_core::search::SearchRequest;

use crate::figure::{Figure, Target};
use crate::report::Report;
use crate::terminal;

const TIMES: usize = 15;
/// Reading from the disk is slow, and the same every time.
const UNCACHED_TIMES: usize = 7;
/// A name that many have.
const FIRST: &str = "dupont";

/// Opens it in a process and in the core, then as after a restart of the computer.
pub(crate) fn measure(report: &mut Report, clients: u64, file: &Path) -> Result<()> {
    let figure = |what: &str, took| Figure::duration(format!("opening to first answer, {what}"), took).on(clients);
    in_a_process(file)?;
    let process = repeated(TIMES, || in_a_process(file))?;
    let from_start = "ecrin-cli from its start, passphrase derived";
    report.add(figure(&format!("{from_start}: median"), process.median()).target(Target::Under(300.0)));
    report.add(figure(&format!("{from_start}: worst of {TIMES}"), process.worst()).target(Target::Under(300.0)));

    let key = shop_file::unlock(file)?.key().clone();
    let limit = limits::window()?;
    let core = repeated(TIMES, || {
        let started = Instant::now();
        let shop = shop_file::open(file, &key)?;
        let mut reader = shop.reader()?;
        reader.search(&SearchRequest { text: FIRST.to_owned(), include_inactive: false, limit })?;
        Ok(started.elapsed())
    })?;
    report.add(figure("in the core, key known: median", core.median()));

    if forget(file)? {
        let uncached = repeated(UNCACHED_TIMES, || {
            forget(file)?;
            in_a_process(file)
        })?;
        report.add(figure("ecrin-cli, nothing of the file in memory: median", uncached.median()));
    }
    Ok(())
}

fn repeated(times: usize, mut measure: impl FnMut() -> Result<Duration>) -> Result<Sample> {
    let durations: Result<Vec<Duration>> = (0..times).map(|_| measure()).collect();
    Ok(Sample::of(durations?))
}

/// From the start of the process to its answer; its end is not waited for.
fn in_a_process(file: &Path) -> Result<Duration> {
    let mut command = terminal::command(file)?;
    command.args(["--json", "search", FIRST]).stdout(Stdio::piped());
    let started = Instant::now();
    let mut child = command.spawn()?;
    let mut answer = String::new();
    if let Some(output) = child.stdout.take() {
        BufReader::new(output).read_line(&mut answer)?;
    }
    let took = started.elapsed();
    let ended = child.wait()?;
    if !ended.success() || !answer.contains("last_name") {
        return Err(format!("ecrin-cli found nobody in {}", file.display()).into());
    }
    Ok(took)
}

/// Makes the system let go of what it has of the file in memory. Whether it can be asked to.
#[cfg(target_os = "linux")]
fn forget(file: &Path) -> Result<bool> {
    let file = File::open(file)?;
    // Pages that are not on the disk yet would stay.
    file.sync_all()?;
    rustix::fs::fadvise(&file, 0, None, rustix::fs::Advice::DontNeed)?;
    Ok(true)
}

#[cfg(not(target_os = "linux"))]
fn forget(file: &Path) -> Result<bool> {
    File::open(file)?;
    Ok(false)
}
