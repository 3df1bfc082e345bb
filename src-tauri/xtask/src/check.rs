//! `cargo xtask check`: everything that can be judged without running the program.

use std::path::PathBuf;
use std::process::Command;

use crate::{
    Outcome,
    interface::{self, npm},
    machine::{self, Purpose},
    program::{self, cargo, is_installed},
    steps::Steps,
    tally::Runner,
};

/// Runs every check, whatever the others say, and closes with their count.
pub(crate) fn check() -> Outcome {
    let mut steps = Steps::begin();
    machine::prepare(&mut steps, Purpose::Build)?;
    interface::install(&mut steps)?;
    steps.check("format of the Rust code (cargo fmt)", cargo(["fmt", "--all", "--check", "--", "--color", "never"]));
    steps.check("types of the interface (svelte-check)", npm(["run", "--silent", "check"]));
    steps.check("lints and format of the interface (eslint, prettier)", npm(["run", "--silent", "lint"]));
    interface::build(&mut steps)?;
    let mut lints = cargo(["clippy", "--workspace", "--all-targets", "--locked", "--quiet"]);
    if !cfg!(target_os = "linux") {
        // The tests in the real window are driven by Linux's tools and compile nowhere else.
        lints.args(["--exclude", "ecrin-e2e-tests"]);
    }
    lints.args(["--", "-D", "warnings"]);
    steps.check("lints of the Rust code (clippy)", lints);
    let mut tidy = cargo(["test", "--test", "core", "--locked"]);
    tidy.args(program::tested()).arg("tidy::");
    steps.tests("rules of the house (tidy)", tidy, Runner::CargoTest);
    dependencies(&mut steps)?;
    steps.close()
}

/// Licences and sources of all dependencies; known weaknesses too, where the list of them can be fetched.
fn dependencies(steps: &mut Steps) -> Outcome {
    let deny = cargo_deny(steps)?;
    let run = |what: &[&str]| {
        let mut command = Command::new(&deny);
        command.current_dir(program::root()).args(["--color", "never", "--log-level", "warn", "check"]).args(what);
        command
    };
    steps.check("licences and sources of the dependencies (cargo-deny)", run(&["bans", "licenses", "sources"]));
    let (success, output) = steps.attempt(run(&["advisories"]));
    if !success && output.contains("failed to fetch advisory database") {
        steps.skip("known weaknesses of the dependencies", "the list cannot be reached from here");
    } else {
        steps.count("known weaknesses of the dependencies (cargo-deny)", success);
        if !success {
            println!("{output}");
        }
    }
    Ok(())
}

/// cargo-deny from the search path, or built once below the target folder.
fn cargo_deny(steps: &mut Steps) -> Result<PathBuf, crate::Stop> {
    if is_installed("cargo-deny") {
        return Ok("cargo-deny".into());
    }
    let folder = program::target().join("tools");
    let program = folder.join("bin").join(format!("cargo-deny{}", std::env::consts::EXE_SUFFIX));
    if !program.exists() {
        // It reads a list: what it does in four seconds instead of two is paid for by building it in half the time.
        let mut install = cargo(["install", "--debug", "--locked", "--quiet", "cargo-deny", "--version", "0.20.2"]);
        install.env("CARGO_PROFILE_DEV_DEBUG", "0");
        install.arg("--root").arg(&folder).env_remove("CARGO_TARGET_DIR");
        steps.must("build cargo-deny, once", install)?;
    }
    Ok(program)
}
