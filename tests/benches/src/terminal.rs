//! `ecrin-cli`, as somebody at a terminal starts it.

use std::path::{Path, PathBuf};
use std::process::Command;

use ecrin_benches::Result;
use ecrin_core::demonstration::DEMONSTRATION_PASSPHRASE;

/// The one built beside this program.
pub(crate) fn program() -> Result<PathBuf> {
    beside("ecrin-cli")
}

/// A program built beside this one.
pub(crate) fn beside(name: &str) -> Result<PathBuf> {
    let own = std::env::current_exe()?;
    let built = own.with_file_name(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    if built.is_file() { Ok(built) } else { Err(format!("{name} is not built: cargo xtask bench builds it").into()) }
}

/// `ecrin-cli --file FILE`, which a person would go on typing. The generated files have the demonstration's public passphrase.
pub(crate) fn command(file: &Path) -> Result<Command> {
    let mut command = Command::new(program()?);
    command.arg("--file").arg(file).env("ECRIN_PASSPHRASE", DEMONSTRATION_PASSPHRASE);
    Ok(command)
}
