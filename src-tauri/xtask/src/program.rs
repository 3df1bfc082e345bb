//! Where things are, and how cargo is called.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{Outcome, steps::Steps};

/// The workspace's root: two folders above this crate.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap_or(Path::new(".")).to_path_buf()
}

/// Cargo's target folder, wherever the person keeps it.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// The very cargo that runs this task.
pub(crate) fn cargo<const N: usize>(arguments: [&str; N]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root()).args(arguments).env("CARGO_TERM_COLOR", "never");
    command
}

/// Whether a program can be found in the search path.
pub(crate) fn is_installed(name: &str) -> bool {
    let names = if cfg!(windows) { vec![format!("{name}.exe"), format!("{name}.cmd")] } else { vec![name.to_owned()] };
    env::var_os("PATH").is_some_and(|paths| {
        env::split_paths(&paths).any(|folder| names.iter().any(|name| folder.join(name).is_file()))
    })
}

/// The program's file in the target folder.
pub(crate) fn built(name: &str, release: bool) -> PathBuf {
    let profile = if release { "release" } else { "debug" };
    target().join(profile).join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

/// Builds the application and the command line, in one call so that they share what they compile.
pub(crate) fn build(steps: &mut Steps, release: bool) -> Outcome {
    let mut command = cargo(["build", "--locked"]);
    if release {
        command.arg("--release");
        // What people get is what the manifest says, whatever somebody measures with in this terminal.
        for (name, _) in env::vars_os() {
            if name.to_string_lossy().starts_with("CARGO_PROFILE_RELEASE_") {
                command.env_remove(name);
            }
        }
    }
    steps.must("build Écrin and ecrin-cli", command)
}

/// What is built and tested in one call: cargo unifies features within a call, so that each other choice of packages compiles nearly
/// everything once more. The tests in the real window are not among them: their tools would give the application features of its
/// libraries that it is not shipped with.
const TESTED: [&str; 6] = ["ecrin", "ecrin-cli", "ecrin-core", "ecrin-core-tests", "ecrin-durability", "xtask"];

/// `--package` for each of [`TESTED`].
pub(crate) fn tested() -> impl Iterator<Item = &'static str> {
    TESTED.into_iter().flat_map(|package| ["--package", package])
}
