//! The machine on which something was measured, without which no figure means anything.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use serde::Serialize;

use crate::{disk, sqlite3};

/// What a reader needs to compare it with their own.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Machine {
    pub(crate) cores: usize,
    pub(crate) processor: String,
    /// Empty where it is not known.
    pub(crate) memory: String,
    /// Under the files that are measured on; empty where it is not known.
    pub(crate) disk: String,
    pub(crate) system: String,
    pub(crate) graphics: String,
    /// How many programs wanted a core over the last minute, when the measurements began and when they ended.
    pub(crate) load: Vec<String>,
    /// How long the same fixed work took at several moments, in milliseconds. On a machine that shares its processor with others, unseen,
    /// it varies while the load does not.
    pub(crate) pace: Vec<f64>,
    pub(crate) compiler: String,
    /// Of the sources; "+" behind it where they were changed since. Empty outside a repository.
    pub(crate) commit: String,
    /// Of the program that is compared with; empty where it is not installed.
    pub(crate) sqlite3: String,
    /// Empty for a release build, else a warning.
    pub(crate) build: String,
}

impl Machine {
    /// This one, now, with the disk under `folder`.
    pub(crate) fn describe(folder: &Path) -> Self {
        let kernel = read("/proc/sys/kernel/osrelease");
        let name = line(&read("/etc/os-release"), "PRETTY_NAME=").trim_matches('"').to_owned();
        let system = if name.is_empty() { std::env::consts::OS.to_owned() } else { format!("{name}, Linux {kernel}") };
        let kib: u64 = line(&read("/proc/meminfo"), "MemTotal:").trim_end_matches("kB").trim().parse().unwrap_or(0);
        Self {
            cores: std::thread::available_parallelism().map_or(0, std::num::NonZero::get),
            processor: line(&read("/proc/cpuinfo"), "model name").trim_start_matches(':').trim().to_owned(),
            memory: if kib == 0 { String::new() } else { format!("{} GB", (kib * 1024 + 500_000_000) / 1_000_000_000) },
            disk: disk::under(folder),
            system,
            graphics: if fs::exists("/dev/dri").unwrap_or(false) { "a GPU" } else { "no GPU" }.to_owned(),
            load: vec![load()],
            pace: Vec::new(),
            compiler: said("rustc", &["--version"]).split(" (").next().unwrap_or_default().to_owned(),
            commit: commit(),
            sqlite3: sqlite3::version().to_owned(),
            build: if cfg!(debug_assertions) { "DEBUG BUILD: these figures mean nothing" } else { "" }.to_owned(),
        }
    }

    /// Measures how fast the processor is at this moment.
    pub(crate) fn feel_pulse(&mut self) {
        let started = Instant::now();
        let mut state = black_box(19_200_u64);
        for _ in 0..5_000_000 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
        }
        black_box(state);
        self.pace.push(started.elapsed().as_secs_f64() * 1000.0);
    }

    /// The measurements are over.
    pub(crate) fn end(&mut self) {
        self.load.push(load());
    }

    /// On one line.
    pub(crate) fn line(&self) -> String {
        let cores = format!("{} cores", self.cores);
        let named = |name: &str, what: &str| if what.is_empty() { String::new() } else { format!("{name} {what}") };
        let (commit, sqlite3) = (named("commit", &self.commit), named("sqlite3", &self.sqlite3));
        let of_machine = [&self.processor, &cores, &self.memory, &self.disk, &self.system, &self.graphics];
        let parts = of_machine.into_iter().chain([&self.compiler, &sqlite3, &commit, &self.build]);
        let known: Vec<&str> = parts.map(String::as_str).filter(|part| !part.is_empty()).collect();
        let line = format!("{}; load {}", known.join(", "), self.load.join(" to "));
        let (fastest, slowest) =
            self.pace.iter().fold((f64::MAX, 0.0_f64), |(least, most), &pace| (least.min(pace), most.max(pace)));
        if self.pace.is_empty() {
            return line;
        }
        format!("{line}; the same work took {fastest:.1} to {slowest:.1} ms")
    }
}

fn commit() -> String {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let commit = said("git", &["-C", root, "rev-parse", "--short", "HEAD"]);
    let changed = said("git", &["-C", root, "status", "--porcelain", "--untracked-files=no"]);
    if commit.is_empty() || changed.is_empty() { commit } else { format!("{commit}+") }
}

/// What a program says; nothing where it cannot be asked.
fn said(program: &str, arguments: &[&str]) -> String {
    let answer = Command::new(program).args(arguments).output().ok().filter(|answer| answer.status.success());
    answer.map(|answer| String::from_utf8_lossy(&answer.stdout).trim().to_owned()).unwrap_or_default()
}

fn load() -> String {
    read("/proc/loadavg").split(' ').next().unwrap_or_default().to_owned()
}

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_default().trim().to_owned()
}

/// What follows `name` on the first line that begins with it.
fn line(text: &str, name: &str) -> String {
    text.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().trim().to_owned()
}
