//! The programs under test: where they are, and what runs of them.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
};

use rustix::process::{Pid, Signal, kill_process, kill_process_group};

use crate::Home;

/// Finds what was built beside this test.
fn built(name: &str) -> PathBuf {
    // target/debug/deps/test-1234 → target/debug
    let own = env::current_exe().expect("a test knows its own file");
    let profile =
        own.ancestors().find(|folder| folder.join(name).is_file() && folder.file_name() != Some("deps".as_ref()));
    let folder = profile.unwrap_or_else(|| panic!("{name} is not built: cargo xtask test builds it"));
    folder.join(name)
}

/// The application.
#[derive(Debug, Clone)]
pub struct Program(PathBuf);

impl Program {
    /// The one that `ECRIN_PROGRAM` names, else the one built beside this test.
    pub fn find() -> Self {
        Self(env::var_os("ECRIN_PROGRAM").map_or_else(|| built("ecrin"), PathBuf::from))
    }

    /// Its file.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The processes of it that live in `home`.
    pub fn processes(&self, home: &Home) -> Vec<u32> {
        let wanted = format!("XDG_DATA_HOME={}", home.path("data").display());
        let entries = fs::read_dir("/proc").expect("Linux");
        let numbers = entries.flatten().filter_map(|entry| entry.file_name().to_string_lossy().parse::<u32>().ok());
        numbers
            .filter(|number| fs::read_link(format!("/proc/{number}/exe")).is_ok_and(|file| file == self.0))
            .filter(|number| {
                let environment = fs::read(format!("/proc/{number}/environ")).unwrap_or_default();
                environment.split(|byte| *byte == 0).any(|line| line == wanted.as_bytes())
            })
            .collect()
    }
}

/// Ends one process at once, as a power cut would. One that is gone already is gone.
pub(crate) fn kill(number: u32) {
    if let Some(process) = i32::try_from(number).ok().and_then(Pid::from_raw) {
        let _ = kill_process(process, Signal::KILL);
    }
}

/// Ends a child and everything in the group that it leads.
pub(crate) fn kill_group(leader: &mut Child) {
    let _ = kill_process_group(Pid::from_child(leader), Signal::KILL);
    let _ = leader.wait();
}

/// The command line, for what a test needs beforehand or wants to know afterwards.
#[derive(Debug)]
pub struct Cli<'a> {
    home: &'a Home,
    passphrase: String,
}

impl<'a> Cli<'a> {
    /// In `home`, with a passphrase for the files.
    pub fn new(home: &'a Home, passphrase: &str) -> Self {
        Self { home, passphrase: passphrase.to_owned() }
    }

    /// `ecrin-cli --file FILE ARGUMENTS`, whatever comes of it.
    pub fn try_run(&self, file: &Path, arguments: &[&str]) -> Output {
        self.command(file, arguments).output().expect("ecrin-cli starts")
    }

    /// The same, without waiting for its end.
    pub fn start(&self, file: &Path, arguments: &[&str]) -> Child {
        self.command(file, arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("ecrin-cli starts")
    }

    fn command(&self, file: &Path, arguments: &[&str]) -> Command {
        let mut command = Command::new(built("ecrin-cli"));
        command.arg("--file").arg(file).args(arguments).envs(self.home.environment());
        command.env("ECRIN_PASSPHRASE", &self.passphrase);
        command
    }

    /// The same, which must succeed; returns its JSON.
    pub fn run(&self, file: &Path, arguments: &[&str]) -> serde_json::Value {
        let arguments: Vec<&str> = ["--json"].iter().chain(arguments).copied().collect();
        let output = self.try_run(file, &arguments);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "ecrin-cli {arguments:?}: {errors}");
        serde_json::from_slice(&output.stdout).unwrap_or(serde_json::Value::Null)
    }
}
