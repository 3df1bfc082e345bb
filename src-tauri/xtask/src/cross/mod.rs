//! `cargo xtask cross`: Windows and macOS kept honest from Linux.
//!
//! Every package is judged by clippy for both systems, so that no branch of theirs is left uncompiled, and the tests of the core and of
//! the command line are run as Windows programs by Wine. Nothing of it replaces a run on a real Windows or a real Mac. What cannot be
//! done here is said and left out; what was done and failed is a failure.

mod desk;
mod rust_src;
mod standard_library;
mod wine;

use std::{fs, path::Path};

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
/// On Debian and Ubuntu: what compiles the program's resources for Windows.
const PACKAGES_OF_LINTS: &[&str] = &["build-essential", "gcc-mingw-w64-x86-64-win32"];
/// And what runs the programs.
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

/// Runs all that this machine can, and closes with its count. `lints_only`: without the tests, which must compile OpenSSL and SQLCipher
/// for Windows first.
pub(crate) fn cross(lints_only: bool) -> Outcome {
    if !cfg!(target_os = "linux") {
        return Err(Stop::because(
            "`cargo xtask cross` compares from Linux; here, `cargo xtask test` tests the real thing.",
        ));
    }
    let mut steps = Steps::begin();
    let folder = program::target().join("cross");
    fs::create_dir_all(&folder).map_err(|error| Stop::because(format!("{}: {error}", folder.display())))?;

    let packages = machine::missing(if lints_only { PACKAGES_OF_LINTS } else { PACKAGES });
    if !packages.is_empty() {
        if machine::may_install() {
            machine::install(&mut steps, &packages)?;
        } else {
            steps.note(&format!("missing here, and to be installed by its administrator: {}", packages.join(" ")));
        }
    }

    lints(&mut steps, &folder, WINDOWS, "Windows");
    lints(&mut steps, &folder, MACOS, "macOS");
    if !lints_only {
        tests_under_wine(&mut steps, &folder);
    }
    steps.close()
}

/// Clippy over all that is not for Linux alone: the tests in the real window are driven by its tools. Nothing is linked, so that no C is
/// compiled either.
fn lints(steps: &mut Steps, folder: &Path, target: &'static str, system: &str) {
    let step = format!("lints of the whole for {system} (clippy, with a stand-in for the C compiler)");
    let found = Desk::find(steps, target, folder, "lints").and_then(|desk| Ok((desk::no_compiler(folder)?, desk)));
    let (compiler, desk) = match found {
        Ok(found) => found,
        Err(reason) => return steps.skip(&step, &reason),
    };
    let mut command = desk.cargo("clippy");
    command.args(["--locked", "--quiet", "--workspace", "--exclude", "ecrin-e2e-tests", "--all-targets"]);
    command.args(["--", "-D", "warnings"]);
    for name in ["CC", "CXX"] {
        command.env(format!("{name}_{}", target.replace('-', "_")), &compiler);
    }
    // Asked for by build scripts that would otherwise look for Apple's tools, or compile OpenSSL.
    command.env(format!("AR_{}", target.replace('-', "_")), "ar").env("SDKROOT", folder);
    command.env("OPENSSL_NO_VENDOR", "1").env("OPENSSL_STATIC", "1");
    command.env("OPENSSL_LIB_DIR", folder).env("OPENSSL_INCLUDE_DIR", folder);
    steps.check(&step, command);
}

fn tests_under_wine(steps: &mut Steps, folder: &Path) {
    const STEP: &str = "tests of the core and the command line, as Windows programs under Wine";
    if !is_installed(WINDOWS_COMPILER) {
        return steps.skip(STEP, &format!("there is no {WINDOWS_COMPILER}; install the MinGW-w64 compiler"));
    }
    let found = Desk::find(steps, WINDOWS, folder, "tests").and_then(|desk| Ok((wine::prepare(steps, folder)?, desk)));
    let (wine, desk) = match found {
        Ok(found) => found,
        Err(reason) => return steps.skip(STEP, &reason),
    };
    let mut tests = desk.cargo("test");
    // No examples of the documentation: rustdoc does not know how to run them with a standard library made here.
    tests.args(["--locked", "--no-fail-fast", "--lib", "--bins", "--tests"]);
    tests.args(["--package", "ecrin-core", "--package", "ecrin-core-tests", "--package", "ecrin-cli"]);
    tests.arg("--");
    for name in NOT_UNDER_WINE {
        tests.args(["--skip", name]);
    }
    let target = WINDOWS.replace('-', "_");
    tests.env(format!("CC_{target}"), WINDOWS_COMPILER).env(format!("AR_{target}"), WINDOWS_ARCHIVER);
    // Most of the time goes into compiling OpenSSL and SQLCipher; nobody waits for what these tests encrypt.
    tests.env(format!("CFLAGS_{target}"), "-O1");
    wine.run(&mut tests);
    steps.tests(STEP, tests, Runner::CargoTest);
    wine.close();
}
