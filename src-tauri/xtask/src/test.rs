//! `cargo xtask test`: every test, from pure functions to the real window.

use std::process::Command;

use crate::{
    Outcome,
    interface::{self, npm},
    machine::{self, Purpose},
    program::{self, cargo, is_installed},
    readers,
    steps::Steps,
    tally::Runner,
};

/// Runs all tests, whatever the others say, and closes with their count.
pub(crate) fn test() -> Outcome {
    let mut steps = Steps::begin();
    machine::prepare(&mut steps, Purpose::WindowTests)?;
    readers::prepare(&mut steps)?;
    interface::install(&mut steps)?;

    steps.tests("tests of the interface (vitest)", npm(["run", "--silent", "test"]), Runner::Vitest);
    interface::build(&mut steps)?;

    let mut programs = cargo(["build", "--locked", "--bins"]);
    programs.args(program::tested());
    steps.must("build Écrin and ecrin-cli", programs)?;
    rust(&mut steps, "tests of the core, the shell and the command line", program::tested(), &[]);
    if machine::can_drive_the_window() {
        // Two windows at a time: each has a browser engine of its own. What measures is driven by the same tools.
        let windows = ["--package", "ecrin-e2e-tests", "--package", "ecrin-benches"];
        rust(&mut steps, "tests in the real window, and of what measures", windows, &["--test-threads", "2"]);
        steps.note(&format!("pictures: {}", program::target().join("screenshots").display()));
    } else {
        steps.skip("tests in the real window", "they need Linux with WebKitWebDriver");
    }
    steps.close()
}

/// nextest where it is installed, since it runs tests in processes of their own; else cargo's runner.
fn rust(steps: &mut Steps, what: &str, packages: impl IntoIterator<Item = &'static str>, options: &[&str]) {
    let with_nextest = is_installed("cargo-nextest");
    let mut command: Command = if with_nextest {
        cargo([
            "nextest",
            "run",
            "--locked",
            "--no-fail-fast",
            "--status-level",
            "fail",
            "--final-status-level",
            "slow",
        ])
    } else {
        cargo(["test", "--locked", "--no-fail-fast"])
    };
    command.args(packages);
    if with_nextest {
        command.args(options);
        steps.tests(what, command, Runner::Nextest);
    } else {
        command.arg("--").args(options);
        steps.tests(what, command, Runner::CargoTest);
    }
}
