//! `cargo xtask bench`: the figures of BENCHMARKS.md, in a release build.

use crate::{
    Outcome, Stop, interface,
    machine::{self, Purpose},
    program::{self, cargo, is_installed},
    steps::Steps,
};

/// The measuring program's own words, shown before anything is built.
const USAGE: &str = include_str!("../../../tests/benches/src/usage.txt");
const HELP: [&str; 2] = ["--help", "-h"];
/// Said for what can be measured without a window.
const NO_WINDOW: &str = "--no-window";
/// Said for parts, which leave the window out.
const ONLY: &str = "--only";

/// Builds what is measured and what measures, and shows the figures as they come.
pub(crate) fn bench(arguments: &[String]) -> Outcome {
    if arguments.iter().any(|argument| HELP.contains(&argument.as_str())) {
        print!("{USAGE}");
        return Ok(());
    }
    if let Some(unknown) = arguments.iter().find(|argument| !is_known(argument)) {
        return Err(Stop::because(format!("« {unknown} » is not understood\n\n{}", USAGE.trim_end())));
    }
    let mut steps = Steps::begin();
    let wanted = !arguments.iter().any(|argument| argument == NO_WINDOW || argument == ONLY);
    let windowed = wanted && prepare_window(&mut steps);
    machine::prepare_baselines(&mut steps);
    if windowed {
        interface::install(&mut steps)?;
        interface::build(&mut steps)?;
    }
    // In one call, so that all three share what they compile.
    let mut programs = cargo(["build", "--release", "--locked", "--package", "ecrin-cli"]);
    if windowed {
        programs.args(["--package", "ecrin", "--package", "ecrin-empty-window"]);
    }
    steps.must("build what is measured (release)", programs)?;
    let measuring = cargo(["build", "--release", "--locked", "--package", "ecrin-benches"]);
    steps.must("build what measures (release)", measuring)?;

    let mut command = std::process::Command::new(program::built("ecrin-benches", true));
    command.args(arguments);
    if wanted && !windowed {
        command.arg(NO_WINDOW);
    }
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(Stop(None)),
        Err(error) => Err(Stop::because(format!("ecrin-benches does not start: {error}"))),
    }
}

/// Whether the measuring program will understand it: building it only to hear that it does not would take minutes.
fn is_known(argument: &str) -> bool {
    let is_number = !argument.is_empty() && argument.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_');
    let is_option = USAGE.split_whitespace().any(|word| word == argument && word.starts_with("--"));
    // « --only » ends with the list of the parts.
    let only = USAGE.split("--only").nth(1).and_then(|rest| rest.split("--").next()).unwrap_or_default();
    let parts = only.rsplit(':').next().unwrap_or_default();
    let is_part = parts.split([',', ' ', '\n']).any(|part| !part.is_empty() && part == argument);
    is_number || is_option || is_part
}

/// Whether a window can be opened and driven here; if not, says why, and the rest is measured all the same.
fn prepare_window(steps: &mut Steps) -> bool {
    let prepared = machine::prepare(steps, Purpose::VirtualScreen);
    let possible = prepared.is_ok() && machine::can_drive_the_window() && is_installed("Xvfb");
    if let Err(Stop(Some(reason))) = prepared {
        steps.note(&reason);
    }
    if !possible {
        steps.note("in the window: not measured, it needs Linux with Xvfb and WebKitWebDriver");
    }
    possible
}

#[cfg(test)]
mod tests {
    use super::is_known;

    #[test]
    fn what_is_in_the_usage_is_known_before_anything_is_built() {
        for known in ["--clients", "10_000", "--seed", "7", "--no-window", "--only", "lists", "outbox", "--queries"] {
            assert!(is_known(known), "{known}");
        }
        for unknown in ["--fast", "many", "", "--", "usage:", "-1"] {
            assert!(!is_known(unknown), "{unknown}");
        }
    }
}
