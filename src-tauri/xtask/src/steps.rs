//! One line for each step: what is done, and how long it took. What a step prints goes to a log, shown only when it fails.

use std::{
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use crate::{
    Outcome, Stop, program,
    tally::{Runner, Tally},
};

/// How much of a failed step's log is shown.
const SHOWN_LINES: usize = 150;

/// The steps of one task and how they ended.
pub(crate) struct Steps {
    logs: PathBuf,
    total: Tally,
    failures: Vec<String>,
    skipped: Vec<String>,
    started: Instant,
}

impl Steps {
    /// Begins a task; logs go to `target/xtask/`.
    pub(crate) fn begin() -> Self {
        let logs = program::target().join("xtask");
        // A folder that cannot be made shows at the first log file, with a reason.
        let _ = fs::create_dir_all(&logs);
        Self { logs, total: Tally::default(), failures: Vec::new(), skipped: Vec::new(), started: Instant::now() }
    }

    /// A step without which the task cannot go on.
    pub(crate) fn must(&mut self, what: &str, command: Command) -> Outcome {
        let done = self.execute(what, command, |_| String::new());
        if done.success { Ok(()) } else { Err(Stop::because(format!("stopped: « {what} » failed"))) }
    }

    /// A check that passes or fails as a whole, and counts as one.
    pub(crate) fn check(&mut self, what: &str, command: Command) {
        let done = self.execute(what, command, |_| String::new());
        self.count(what, done.success);
    }

    /// Tests that are counted one by one. A runner that ran none, or failed before it could, counts as one failure.
    pub(crate) fn tests(&mut self, what: &str, command: Command, runner: Runner) {
        let done = self.execute(what, command, |output| {
            let tally = Tally::read(output, runner);
            format!("{} passed, {} failed", tally.passed, tally.failed)
        });
        let tally = Tally::read(&done.output, runner);
        self.total.passed += tally.passed;
        self.total.failed += tally.failed;
        let ran_none = tally == Tally::default();
        if (!done.success || ran_none) && tally.failed == 0 {
            self.total.failed += 1;
        }
        if !done.success || ran_none || tally.failed > 0 {
            self.failures.push(what.to_owned());
        }
    }

    /// Runs a command whose failure the caller explains; nothing is counted. Returns whether it succeeded, and its output.
    pub(crate) fn attempt(&self, mut command: Command) -> (bool, String) {
        self.logged(Path::new("attempt.log"), &mut command)
    }

    /// Counts a check whose outcome the caller found out.
    pub(crate) fn count(&mut self, what: &str, success: bool) {
        if success {
            self.total.passed += 1;
        } else {
            self.total.failed += 1;
            self.failures.push(what.to_owned());
        }
    }

    /// Says that a step is not run on this machine, and why; it is said again at the end.
    pub(crate) fn skip(&mut self, what: &str, why: &str) {
        println!("· {what} … NOT RUN: {why}");
        self.skipped.push(what.to_owned());
    }

    /// A line that belongs to no step.
    #[allow(clippy::unused_self, reason = "notes belong between steps")]
    pub(crate) fn note(&self, text: &str) {
        println!("  {text}");
    }

    /// Prints the closing line and says whether all went well.
    pub(crate) fn close(self) -> Outcome {
        println!("  in all: {}", seconds(self.started.elapsed()));
        for skipped in &self.skipped {
            println!("  not run: {skipped}");
        }
        for failure in &self.failures {
            println!("  failed: {failure}");
        }
        println!("{} passed, {} failed", self.total.passed, self.total.failed);
        if self.failures.is_empty() { Ok(()) } else { Err(Stop(None)) }
    }

    fn execute(&self, what: &str, mut command: Command, remark: impl Fn(&str) -> String) -> Done {
        print!("· {what} … ");
        let _ = std::io::stdout().flush();
        let started = Instant::now();
        let (success, output) = self.logged(&log_name(what), &mut command);
        let remark = remark(&output);
        let comma = if remark.is_empty() { "" } else { ", " };
        let word = if success { "done" } else { "FAILED" };
        println!("{word}{comma}{remark} ({})", seconds(started.elapsed()));
        if !success {
            let lines: Vec<&str> = output.lines().collect();
            for line in &lines[lines.len().saturating_sub(SHOWN_LINES)..] {
                println!("    {line}");
            }
            println!("    (all of it: {})", self.logs.join(log_name(what)).display());
        }
        Done { success, output }
    }

    /// Both outputs into one file, in the order in which they were written.
    fn logged(&self, name: &Path, command: &mut Command) -> (bool, String) {
        let path = self.logs.join(name);
        let status = File::create(&path).and_then(|log| {
            let errors = log.try_clone()?;
            command.stdin(Stdio::null()).stdout(log).stderr(errors).status()
        });
        let output = fs::read(&path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
        match status {
            Ok(status) => (status.success(), output),
            Err(error) => (false, format!("{}: {error}", command.get_program().to_string_lossy())),
        }
    }
}

struct Done {
    success: bool,
    output: String,
}

/// "build Écrin" → "build-crin.log".
fn log_name(what: &str) -> PathBuf {
    let words = what.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    PathBuf::from(words.collect::<Vec<_>>().join("-") + ".log")
}

fn seconds(duration: Duration) -> String {
    let seconds = duration.as_secs_f64();
    if seconds < 60.0 {
        format!("{seconds:.1} s")
    } else {
        format!("{} min {:02} s", duration.as_secs() / 60, duration.as_secs() % 60)
    }
}
