//! Wine, with a drive of its own: what it keeps of Windows for the person's other programs is never touched.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use super::{WINDOWS, WINDOWS_COMPILER};
use crate::{program::is_installed, steps::Steps};

/// Where Debian puts what it does not put in the search path.
const DEBIAN: &str = "/usr/lib/wine";

/// Wine, ready to run programs.
pub(super) struct Wine {
    program: PathBuf,
    server: PathBuf,
    prefix: PathBuf,
}

/// Finds Wine and makes its drive.
///
/// # Errors
/// Why there is none, and what to do.
pub(super) fn prepare(steps: &mut Steps, folder: &Path) -> Result<Wine, String> {
    let found = |names: &[&str]| {
        let in_path = names.iter().find(|name| is_installed(name)).map(PathBuf::from);
        in_path.or_else(|| names.iter().map(|name| Path::new(DEBIAN).join(name)).find(|path| path.exists()))
    };
    let (Some(wine), Some(server)) = (found(&["wine64", "wine"]), found(&["wineserver64", "wineserver"])) else {
        return Err("there is no Wine for 64-bit programs; install wine64".into());
    };
    let wine = Wine { program: wine, server, prefix: folder.join("wine") };
    let made = wine.prefix.join("made");
    if !made.exists() {
        wine.make(steps)?;
        fs::write(&made, "").map_err(|error| format!("{}: {error}", made.display()))?;
    }
    Ok(wine)
}

impl Wine {
    /// Lets Wine run the programs that a cargo command builds.
    pub(super) fn run(&self, command: &mut Command) {
        let runner = format!("CARGO_TARGET_{}_RUNNER", WINDOWS.to_uppercase().replace('-', "_"));
        command.env(runner, &self.program);
        self.environment(command);
    }

    /// Ends what Wine keeps running.
    pub(super) fn close(&self) {
        let mut end = Command::new(&self.server);
        self.environment(&mut end);
        let _ = end.arg("-k").stderr(Stdio::null()).status();
    }

    fn make(&self, steps: &Steps) -> Result<(), String> {
        let _ = fs::remove_dir_all(&self.prefix);
        let run = |program: &Path, argument: &[&str]| {
            let mut command = Command::new("timeout");
            command.arg("300").arg(program).args(argument);
            self.environment(&mut command);
            steps.attempt(command).0
        };
        let library = self.prefix.join("drive_c/windows/system32/bcryptprimitives.dll");
        // The second waits until all that the first began has ended.
        if !run(&self.program, &["wineboot", "-i"]) || !run(&self.server, &["-w"]) {
            return Err(format!("Wine could not make its drive; remove {} and try again", self.prefix.display()));
        }
        if library.exists() {
            return Ok(()); // Wine 9 and later have one of their own.
        }
        let source = self.prefix.join("bcryptprimitives.c");
        fs::write(&source, include_str!("bcryptprimitives.c")).map_err(|error| error.to_string())?;
        let mut compile = Command::new(WINDOWS_COMPILER);
        compile.args(["-O2", "-s", "-shared", "-o"]).arg(&library).arg(&source).arg("-ladvapi32");
        let (compiled, output) = steps.attempt(compile);
        if compiled { Ok(()) } else { Err(format!("its missing library could not be compiled: {output}")) }
    }

    fn environment(&self, command: &mut Command) {
        command.env("WINEPREFIX", &self.prefix).env("WINEARCH", "win64").env("WINEDEBUG", "-all");
        // Otherwise Wine offers to fetch .NET and a browser, which nothing here needs.
        command.env("WINEDLLOVERRIDES", "mscoree,mshtml=");
    }
}
