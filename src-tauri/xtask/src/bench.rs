//! `cargo xtask bench`: the figures of BENCHMARKS.md, in a release build.

use crate::{
    Outcome, Stop, interface,
    machine::{self, Purpose},
    program::{self, cargo, is_installed},
    steps::Steps,
};

/// Said for what can be measured without a window.
const NO_WINDOW: &str = "--no-window";

/// Builds what is measured and what measures, and shows the figures as they come.
pub(crate) fn bench(arguments: &[String]) -> Outcome {
    let mut steps = Steps::begin();
    let wanted = !arguments.iter().any(|argument| argument == NO_WINDOW || argument == "--help");
    let windowed = wanted && prepare_window(&mut steps);
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
