//! Another system, as the compiler of this one sees it.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::standard_library::{self, StandardLibrary};
use crate::{
    program::{self, cargo},
    steps::Steps,
};

/// A target, with a standard library to compile for it.
pub(super) struct Desk {
    target: &'static str,
    library: StandardLibrary,
    build: PathBuf,
}

impl Desk {
    /// Finds or makes what compiling for `target` needs. `purpose` names the target folder: each C compiler has its own.
    ///
    /// # Errors
    /// Why it cannot be done here, and what to do.
    pub(super) fn find(steps: &mut Steps, target: &'static str, folder: &Path, purpose: &str) -> Result<Self, String> {
        let library = standard_library::find(steps, target, folder)?;
        Ok(Self { target, library, build: folder.join(purpose) })
    }

    /// A cargo command for this target, in a target folder of its own: there it never makes the person's own builds wait or restart.
    pub(super) fn cargo(&self, verb: &str) -> Command {
        let mut command = match &self.library {
            StandardLibrary::Installed => cargo([verb]),
            StandardLibrary::Source { bin } => {
                let mut command = Command::new(bin.join("cargo"));
                let inherited = env::var_os("PATH").unwrap_or_default();
                let path = env::join_paths([bin.clone()].into_iter().chain(env::split_paths(&inherited)));
                command.arg(verb).current_dir(program::root()).env("PATH", path.unwrap_or(inherited));
                // This compiler and no other: rustup and cargo hand theirs down in these. (A compiler looks for its standard library beside
                // the libraries that it was loaded from.)
                for name in ["CARGO", "RUSTC", "RUSTUP_TOOLCHAIN", "LD_LIBRARY_PATH"] {
                    command.env_remove(name);
                }
                // A stable compiler builds its own standard library only when told that it may.
                command.args(["-Z", "build-std=std,panic_unwind,test"]).env("RUSTC_BOOTSTRAP", "1");
                command
            }
        };
        command.args(["--target", self.target]);
        command.env("CARGO_TERM_COLOR", "never").env("CARGO_TARGET_DIR", &self.build);
        // Nobody looks at these programs in a debugger.
        command.env("CARGO_PROFILE_DEV_DEBUG", "0").env("CARGO_PROFILE_TEST_DEBUG", "0");
        command
    }
}

/// A stand-in for a C compiler, where nothing will be linked.
///
/// # Errors
/// Why it could not be written.
pub(super) fn no_compiler(folder: &Path) -> Result<PathBuf, String> {
    let path = folder.join("no-compiler");
    fs::write(&path, include_str!("no-compiler.sh")).map_err(|error| format!("{}: {error}", path.display()))?;
    // Not by the standard library's own means, which exist on Unix only, where this file too would have to be left out.
    let made = Command::new("chmod").arg("755").arg(&path).status();
    if made.is_ok_and(|status| status.success()) { Ok(path) } else { Err("chmod failed".into()) }
}
