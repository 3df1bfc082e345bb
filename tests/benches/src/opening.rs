//! Opening the file, to the first answer.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use ecrin_benches::sample::Sample;
use ecrin_benches::{Result, limits, shop_file};
use ecrin_core::search::SearchRequest;

use crate::bare::{self, Kept, Way};
use crate::figure::{Figure, Target, milliseconds};
use crate::report::Report;
use crate::{sqlite3, terminal};

const TIMES: usize = 15;
/// Reading from the disk is slow, and the same every time.
const UNCACHED_TIMES: usize = 7;
/// A name that many have.
const FIRST: &str = "dupont";

/// Opens it in a process and in the core, then as after a restart of the computer; and a plain file with sqlite3.
pub(crate) fn measure(report: &mut Report, seed: u64, clients: u64, file: &Path) -> Result<()> {
    let figure = |what: &str, took| Figure::duration(format!("opening to first answer, {what}"), took).on(clients);
    let limit = limits::window()?;
    let plain = bare::clients(seed, clients, Kept::Plain)?;
    let others = |times| -> Result<Option<Sample>> {
        Ok(if sqlite3::is_there() { Some(repeated(times, || in_sqlite3(&plain))?) } else { None })
    };
    let beside = |figure: Figure, other: Option<Duration>| match other {
        Some(took) => figure.against("sqlite3, a plain file, one search by name", milliseconds(took)),
        None => figure,
    };
    in_a_process(file)?;
    let process = repeated(TIMES, || in_a_process(file))?;
    let other = others(TIMES)?;
    let from_start = "ecrin-cli from its start, passphrase derived";
    let median = figure(&format!("{from_start}: median"), process.median()).target(Target::Under(300.0));
    report.add(beside(median, other.as_ref().map(Sample::median)));
    let worst = figure(&format!("{from_start}: worst of {TIMES}"), process.worst()).target(Target::Under(300.0));
    report.add(beside(worst, other.as_ref().map(Sample::worst)));

    let key = shop_file::unlock(file)?.key().clone();
    let core = repeated(TIMES, || {
        let started = Instant::now();
        let shop = shop_file::open(file, &key)?;
        let mut reader = shop.reader()?;
        reader.search(&SearchRequest::of(FIRST, false, limit))?;
        Ok(started.elapsed())
    })?;
    let bare = repeated(TIMES, || {
        let started = Instant::now();
        bare::search(&bare::open(&plain, Kept::Plain)?, Way::ByName, FIRST, limit)?;
        Ok(started.elapsed())
    })?;
    let core = figure("in the core, key known: median", core.median());
    report.add(core.against("bare SQLite, a plain file", milliseconds(bare.median())));

    if forget(file)? {
        let uncached = repeated(UNCACHED_TIMES, || {
            forget(file)?;
            in_a_process(file)
        })?;
        let others = if sqlite3::is_there() {
            let forgotten = || forget(&plain).and_then(|_| in_sqlite3(&plain));
            Some(repeated(UNCACHED_TIMES, forgotten)?.median())
        } else {
            None
        };
        report.add(beside(figure("ecrin-cli, nothing of the file in memory: median", uncached.median()), others));
    }
    Ok(())
}

fn repeated(times: usize, mut measure: impl FnMut() -> Result<Duration>) -> Result<Sample> {
    let durations: Result<Vec<Duration>> = (0..times).map(|_| measure()).collect();
    Ok(Sample::of(durations?))
}

fn in_a_process(file: &Path) -> Result<Duration> {
    let mut command = terminal::command(file)?;
    command.args(["--json", "search", FIRST]);
    first_answer(command)
}

fn in_sqlite3(file: &Path) -> Result<Duration> {
    first_answer(sqlite3::search(file, FIRST, limits::terminal()?))
}

/// From the start of the process to its answer; its end is not waited for.
fn first_answer(mut command: Command) -> Result<Duration> {
    command.stdout(Stdio::piped());
    let started = Instant::now();
    let mut child = command.spawn()?;
    let (mut answer, mut rest) = (String::new(), String::new());
    let mut took = Duration::ZERO;
    if let Some(output) = child.stdout.take() {
        let mut output = BufReader::new(output);
        output.read_line(&mut answer)?;
        took = started.elapsed();
        // A pipe that nobody reads any more would stop it.
        output.read_to_string(&mut rest)?;
    }
    let ended = child.wait()?;
    if !ended.success() || !answer.contains("last_name") {
        let program = command.get_program().to_string_lossy();
        return Err(format!("{program} found nobody: {ended}").into());
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
