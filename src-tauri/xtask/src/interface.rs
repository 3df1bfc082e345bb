//! The interface: its packages and its build, each redone only when something changed.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::PathBuf,
    process::Command,
};

use crate::{Outcome, program, steps::Steps};

/// What the build reads, below the root.
const SOURCES: &[&str] = &[
    "ui/src",
    "ui/public",
    "ui/index.html",
    "ui/package-lock.json",
    "ui/package.json",
    "ui/svelte.config.js",
    "ui/tsconfig.json",
    "ui/vite.config.ts",
    "assets/fonts",
];

/// npm, in the interface's folder.
pub(crate) fn npm<const N: usize>(arguments: [&str; N]) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(program::root().join("ui")).args(arguments);
    command
        .env("NO_COLOR", "1")
        .env("FORCE_COLOR", "0")
        .env("NPM_CONFIG_FUND", "false")
        .env("NPM_CONFIG_AUDIT", "false");
    command
}

/// Installs the packages of `package-lock.json` when they are missing or older than it.
pub(crate) fn install(steps: &mut Steps) -> Outcome {
    let root = program::root();
    let changed = |path: &str| fs::metadata(root.join(path)).and_then(|data| data.modified()).ok();
    // npm writes this file at the end of every installation.
    let fresh = changed("ui/node_modules/.package-lock.json")
        .is_some_and(|installed| changed("ui/package-lock.json").is_some_and(|locked| locked <= installed));
    if fresh {
        return Ok(());
    }
    steps.must("install the interface's packages (npm ci)", npm(["ci", "--no-fund", "--no-audit"]))
}

/// Builds `ui/dist` unless both its sources and itself are what they were after the last build.
pub(crate) fn build(steps: &mut Steps) -> Outcome {
    let stamp = program::target().join("xtask").join("interface");
    if fs::read_to_string(&stamp).is_ok_and(|last| last == state()) {
        return Ok(());
    }
    steps.must("build the interface (vite)", npm(["run", "--silent", "build"]))?;
    // Without a stamp the next run builds again: slower, never wrong.
    let _ = fs::write(stamp, state());
    Ok(())
}

fn state() -> String {
    let root = program::root();
    let sources: Vec<PathBuf> = SOURCES.iter().map(|source| root.join(source)).collect();
    format!("{:016x} {:016x}", digest(&sources), digest(&[root.join("ui/dist")]))
}

/// Names and contents of all files below `paths`.
fn digest(paths: &[PathBuf]) -> u64 {
    hashed(&files(paths))
}

/// Every file below `paths`, with a digest of its content.
pub(crate) fn files(paths: &[PathBuf]) -> Vec<(PathBuf, u64)> {
    let mut found = Vec::new();
    for path in paths {
        if let Ok(folder) = fs::read_dir(path) {
            let mut entries: Vec<PathBuf> = folder.flatten().map(|entry| entry.path()).collect();
            entries.sort();
            found.extend(files(&entries));
        } else if let Ok(content) = fs::read(path) {
            found.push((path.clone(), hashed(&content)));
        }
    }
    found
}

fn hashed(what: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}
