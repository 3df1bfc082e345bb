//! A standard library for another system: the one that is installed, or one that the compiler builds from its source.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::Command,
};

use super::rust_src;
use crate::{program::is_installed, steps::Steps};

/// Where a target's standard library comes from.
pub(super) enum StandardLibrary {
    /// rustup, or whoever installed the compiler, put it beside the compiler's own.
    Installed,
    /// It is compiled with everything else, by the cargo and the compiler in this folder.
    Source {
        /// The folder.
        bin: PathBuf,
    },
}

/// Finds a standard library for `target`; failing that, fetches the source of exactly this compiler's.
///
/// # Errors
/// Why there is none, and what to do.
pub(super) fn find(steps: &mut Steps, target: &str, folder: &Path) -> Result<StandardLibrary, String> {
    let libraries = PathBuf::from(rustc(&["--print", "target-libdir", "--target", target])?);
    let is_std = |entry: &fs::DirEntry| entry.file_name().to_string_lossy().starts_with("libstd-");
    if fs::read_dir(libraries).is_ok_and(|mut entries| entries.any(|entry| entry.as_ref().is_ok_and(is_std))) {
        return Ok(StandardLibrary::Installed);
    }
    let sysroot = PathBuf::from(rustc(&["--print", "sysroot"])?);
    if source(&sysroot).exists() {
        return Ok(StandardLibrary::Source { bin: sysroot.join("bin") });
    }
    let version = rust_src::version(&rustc(&["--version"])?)?;
    let copy = folder.join(format!("toolchain-{version}"));
    if !source(&copy).exists() {
        steps.note(&format!(
            "no standard library for {target}: fetching the source of Rust {version}'s from Debian, once"
        ));
        let made = with_source(&sysroot, &copy, &version, folder);
        if let Err(reason) = made {
            let _ = fs::remove_dir_all(&copy);
            return Err(format!(
                "no standard library for it ({reason}); install one with `rustup target add {target}`"
            ));
        }
    }
    Ok(StandardLibrary::Source { bin: copy.join("bin") })
}

/// The compiler again, with the source where cargo looks for it; the person's own is left as it is. The last folder made is the sign
/// that it is whole.
fn with_source(sysroot: &Path, copy: &Path, version: &str, folder: &Path) -> Result<(), String> {
    let library = folder.join("rust-src");
    rust_src::fetch(version, &library)?;
    let _ = fs::remove_dir_all(copy);
    let copied = || -> io::Result<()> {
        for part in ["bin", "lib", "libexec"] {
            if sysroot.join(part).exists() {
                link(&sysroot.join(part), &copy.join(part))?;
            }
        }
        let place = copy.join("lib/rustlib/src/rust");
        fs::create_dir_all(&place)?;
        fs::rename(&library, place.join("library"))
    };
    copied().map_err(|error| format!("{}: {error}", copy.display()))
}

/// A folder again, by hard links where both are on one disk.
fn link(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (entry, kind) = entry.and_then(|entry| entry.file_type().map(|kind| (entry, kind)))?;
        let target = to.join(entry.file_name());
        if kind.is_dir() {
            link(&entry.path(), &target)?;
        } else {
            let original = entry.path().canonicalize()?;
            fs::hard_link(&original, &target).or_else(|_| fs::copy(&original, &target).map(drop))?;
        }
    }
    Ok(())
}

/// What cargo looks for before it builds a standard library.
fn source(sysroot: &Path) -> PathBuf {
    sysroot.join("lib/rustlib/src/rust/library/Cargo.lock")
}

/// One answer of the compiler that runs this task.
fn rustc(question: &[&str]) -> Result<String, String> {
    if !is_installed("rustc") {
        return Err("rustc is not in the search path".into());
    }
    let answer = Command::new("rustc").args(question).output().map_err(|error| format!("rustc: {error}"))?;
    if !answer.status.success() {
        return Err(format!("rustc cannot tell {}", question.join(" ")));
    }
    Ok(String::from_utf8_lossy(&answer.stdout).trim().to_owned())
}
