//! `cargo xtask bindings`: the interface's types, written from the core's table of commands.

use crate::{Outcome, program::cargo, steps::Steps};

/// Writes `ui/src/lib/api/bindings.ts`. The test that compares it is also what writes it.
pub(crate) fn bindings() -> Outcome {
    let mut steps = Steps::begin();
    let mut write =
        cargo(["test", "--quiet", "--package", "ecrin-core-tests", "--test", "core", "--locked", "bindings::"]);
    write.env("ECRIN_WRITE_BINDINGS", "1");
    steps.must("write ui/src/lib/api/bindings.ts", write)
}
