//! `cargo xtask bench`: the core measured on a million generated clients.

use crate::{Outcome, Stop, program};

/// Runs the measurements in a release build and shows them as they come.
pub(crate) fn bench(arguments: &[String]) -> Outcome {
    let mut command = program::cargo(["run", "--release", "--locked", "--package", "ecrin-benches-tests", "--"]);
    let status = command.args(arguments).status();
    if status.is_ok_and(|status| status.success()) { Ok(()) } else { Err(Stop(None)) }
}
