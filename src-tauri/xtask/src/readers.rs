//! What reads exported lists in tests, as other programs do: Python with openpyxl and vobject, in a folder of its own below the target
//! folder; LibreOffice where somebody asks for it, because it weighs half a gigabyte.

use std::path::PathBuf;
use std::process::Command;

use crate::{
    Outcome,
    machine::{self, PYTHON, Purpose},
    program::{self, cargo},
    steps::Steps,
    tally::Runner,
};

/// Its packages, with their versions.
const REQUIREMENTS: &str = "tests/exports/requirements.txt";
const LIBREOFFICE: &str = "libreoffice-calc-nogui";

/// Makes the Python that has the packages, unless it is there with just these.
pub(crate) fn prepare(steps: &mut Steps) -> Outcome {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let wanted = std::fs::read(program::root().join(REQUIREMENTS)).unwrap_or_default();
    let made = folder().join("made-of.txt");
    if std::fs::read(&made).is_ok_and(|made| made == wanted) {
        return Ok(());
    }
    let mut venv = Command::new(PYTHON);
    venv.args(["-m", "venv", "--clear"]).arg(folder());
    steps.must("make a Python for the tests that read lists (venv)", venv)?;
    let mut install = Command::new(folder().join("bin/python"));
    install.current_dir(program::root());
    install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "-r", REQUIREMENTS]);
    steps.must("install openpyxl and vobject there (pip)", install)?;
    // Last, so that an interrupted making begins anew.
    let _ = std::fs::write(made, wanted);
    Ok(())
}

fn folder() -> PathBuf {
    program::target().join("python")
}

/// Runs the tests in which other programs read exported lists, LibreOffice among them.
pub(crate) fn test_with_libreoffice() -> Outcome {
    let mut steps = Steps::begin();
    machine::prepare(&mut steps, Purpose::WindowTests)?;
    prepare(&mut steps)?;
    if !program::is_installed("soffice") {
        machine::install(&mut steps, &machine::missing(&[LIBREOFFICE]))?;
    }
    let tests = cargo([
        "test",
        "--locked",
        "--package",
        "ecrin-core-tests",
        "--test",
        "core",
        "--features",
        "libreoffice",
        "exports::readers::",
    ]);
    steps.tests("exported lists, read by others and by LibreOffice", tests, Runner::CargoTest);
    steps.close()
}
