//! `cargo xtask cross`: Windows and macOS kept honest from Linux.
//!
//! Every package is judged by clippy for both systems, so that no branch of theirs is left uncompiled, and the tests of the core and of
//! the command line are run as Windows programs by Wine. Nothing of it replaces a run on a real Windows or a real Mac. What cannot be
//! done here is said and left out; what was done and failed is a failure.

mod desk;
mod rust_src;
mod standard_library;
mod wine;

use std::{fs, path::Path, process::Command};

use crate::{
    Outcome, Stop, machine,
    program::{self, is_installed},
    steps::Steps,
    tally::Runner,
};
use desk::Desk;

const WINDOWS: &str = "x86_64-pc-windows-gnu";
const MACOS: &str = "aarch64-apple-darwin";
const WINDOWS_COMPILER: &str = "x86_64-w64-mingw32-gcc";
const WINDOWS_ARCHIVER: &str = "x86_64-w64-mingw32-ar";
/// On Debian and Ubuntu: what builds OpenSSL, what compiles C for Windows, and what runs the programs.
const PACKAGES: &[&str] = &["build-essential", "gcc-mingw-w64-x86-64-win32", "wine64"];

/// The house's rules are about the source, which `check` judges; and no Python for Windows recomputes a chain on a Linux machine.
/// A time taken under Wine, or a process killed under it many times over, says nothing of Windows.
const NOT_UNDER_WINE: &[&str] = &[
    "every_file_keeps_the_rules",
    "every_rule_sees_a_sample",
    "another_language_finds_the_same_seals",
    "a_chain_without_decisions_is_its_genesis",
    "a_tampered_export_fails",
    "ten_thousand_rows_are_written_in_seconds",
    "a_save_killed_at_any_moment",
];

/// Runs all that this machine can, and closes with its count.
pub(crate) fn cross() -> Outcome {
    if !cfg!(target_os = "linux") {
        return Err(Stop::because(
            "`cargo xtask cross` compares from Linux; here, `cargo xtask test` tests the real thing.",
        ));
    }
    let mut steps = Steps::begin();
    let folder = program::target().join("cross");
    fs::create_dir_all(&folder).map_err(|error| Stop::because(format!("{}: {error}", folder.display())))?;

    let packages = machine::missing(PACKAGES);
    if !packages.is_empty() {
        if machine::may_install() {
            machine::install(&mut steps, &packages)?;
        } else {
            steps.note(&format!("missing here, and to be installed by its administrator: {}", packages.join(" ")));
        }
    }

    windows(&mut steps, &folder);
    macos(&mut steps, &folder);
    steps.close()
}

fn windows(steps: &mut Steps, folder: &Path) {
    const LINTS: &str = "lints of the whole for Windows (clippy)";
    const TESTS: &str = "tests of the core and the command line, as Windows programs under Wine";
    if !is_installed(WINDOWS_COMPILER) {
        for step in [LINTS, TESTS] {
            steps.skip(step, &format!("there is no {WINDOWS_COMPILER}; install the MinGW-w64 compiler"));
        }
        return;
    }
    let desk = match Desk::find(steps, WINDOWS, folder) {
        Ok(desk) => desk,
        Err(reason) => {
            for step in [LINTS, TESTS] {
                steps.skip(step, &reason);
            }
            return;
        }
    };
    let with_compiler = |mut command: Command| {
        let target = WINDOWS.replace('-', "_");
        command.env(format!("CC_{target}"), WINDOWS_COMPILER).env(format!("AR_{target}"), WINDOWS_ARCHIVER);
        command
    };
    steps.check(LINTS, with_compiler(lints(&desk)));
    match wine::prepare(steps, folder) {
        Ok(wine) => {
            let mut tests = with_compiler(desk.cargo("test"));
            // No examples of the documentation: rustdoc does not know how to run them with a standard library made here.
            tests.args(["--locked", "--no-fail-fast", "--lib", "--bins", "--tests"]);
            tests.args(["--package", "ecrin-core", "--package", "ecrin-core-tests", "--package", "ecrin-cli"]);
            tests.arg("--");
            for name in NOT_UNDER_WINE {
                tests.args(["--skip", name]);
            }
            wine.run(&mut tests);
            steps.tests(TESTS, tests, Runner::CargoTest);
            wine.close();
        }
        Err(reason) => steps.skip(TESTS, &reason),
    }
}

fn macos(steps: &mut Steps, folder: &Path) {
    const LINTS: &str = "lints of the whole for macOS (clippy, with a stand-in for the C compiler)";
    match Desk::find(steps, MACOS, folder).and_then(|desk| Ok((desk::no_compiler(folder)?, desk))) {
        Ok((compiler, desk)) => {
            let mut command = lints(&desk);
            for name in ["CC", "CXX"] {
                command.env(format!("{name}_{}", MACOS.replace('-', "_")), &compiler);
            }
            // Asked for by build scripts that would otherwise look for Apple's tools.
            command.env(format!("AR_{}", MACOS.replace('-', "_")), "ar").env("SDKROOT", folder);
            steps.check(LINTS, command);
        }
        Err(reason) => steps.skip(LINTS, &reason),
    }
}

/// Clippy over all that is not for Linux alone: the tests in the real window are driven by its tools.
fn lints(desk: &Desk) -> Command {
    let mut command = desk.cargo("clippy");
    command.args(["--locked", "--quiet", "--workspace", "--exclude", "ecrin-e2e-tests", "--all-targets"]);
    command.args(["--", "-D", "warnings"]);
    command
}
