//! `cargo xtask run`: the window, or, without a display, pictures of its main screens.

use std::{path::PathBuf, process::Command};

use crate::{
    Outcome, Stop, interface,
    machine::{self, Purpose},
    program::{self, cargo},
    steps::Steps,
};

/// Opens the window and waits until it is closed.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let release = arguments.iter().any(|argument| argument == "--release");
    let files = arguments.iter().filter(|argument| *argument != "--release");
    let visible = machine::has_display();
    let mut steps = Steps::begin();
    machine::prepare(&mut steps, if visible { Purpose::Build } else { Purpose::VirtualScreen })?;
    interface::install(&mut steps)?;
    interface::build(&mut steps)?;
    program::build(&mut steps, release)?;
    let program = program::built("ecrin", release);
    if visible {
        let mut files: Vec<PathBuf> = files.map(PathBuf::from).collect();
        if files.is_empty() {
            files.push(demonstration(&mut steps, release)?);
        }
        steps.note(&format!("opening {}", program.display()));
        return status(Command::new(program).args(files));
    }
    steps.must(
        "build the walk through the screens",
        cargo(["build", "--locked", "--package", "ecrin-e2e-tests", "--bin", "walk"]),
    )?;
    steps.note("no display here: opening the window on a virtual screen and walking through it");
    let pictures = program::target().join("screenshots");
    status(Command::new(program::built("walk", false)).env("ECRIN_PROGRAM", program).env("ECRIN_PICTURES", &pictures))?;
    steps.note(&format!("pictures: {}", pictures.display()));
    Ok(())
}

/// The demonstration shop in the target folder, made at the first run. It asks for no passphrase.
fn demonstration(steps: &mut Steps, release: bool) -> Result<PathBuf, Stop> {
    let folder = program::target().join("demonstration");
    let file = folder.join("démonstration.ecrin");
    if !file.exists() {
        std::fs::create_dir_all(&folder).map_err(|error| Stop::because(format!("{}: {error}", folder.display())))?;
        let mut make = Command::new(program::built("ecrin-cli", release));
        make.arg("--file").arg(&file).arg("demo");
        steps.must("make the demonstration shop: 500 fictional clients", make)?;
    }
    Ok(file)
}

fn status(command: &mut Command) -> Outcome {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Stop::because(format!("ended with {status}"))),
        Err(error) => Err(Stop::because(format!("does not start: {error}"))),
    }
}
