//! The house's own tasks, each one command that a fresh machine can run: it installs what is missing and says so.
//!
//! Only the standard library, so that the first `cargo xtask` compiles in a second.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this program talks to a terminal")]

mod bench;
mod bindings;
mod check;
mod components;
mod cross;
mod icons;
mod installed;
mod interface;
mod machine;
mod package;
mod program;
mod readers;
mod run;
mod steps;
mod tally;
mod test;

use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask COMMAND

  run [--release] [FILE]   open the window; without a display, walk its main screens and keep pictures of them
  test                     every test: the core, the command line, the interface, and the real window
  test --libreoffice       exported lists, read by other programs and by LibreOffice, which it installs
  check                    everything that needs no run: format, lints, types, tidiness, dependencies
  cross [--lints]          from Linux: lints for Windows and macOS, then the core's tests as Windows programs under Wine
  bindings                 write the interface's types from the core's table of commands
  bench [OPTIONS]          the figures of BENCHMARKS.md, each beside a baseline, on up to a million clients (--help lists options)
  package [OPTIONS]        what people install, in target/packages; --try installs it here, opens it and removes it
  icons                    draw the icon's pictures again from assets/icons/*.svg

run, test, check, cross, package and bench install what a Debian or Ubuntu machine lacks; elsewhere they say what to install.
CI runs `cargo xtask check` and `cargo xtask test`, nothing else.";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next();
    let rest: Vec<String> = arguments.collect();
    let outcome = match command.as_deref() {
        Some("run") => run::run(&rest),
        Some("test") if rest.is_empty() => test::test(),
        Some("test") if rest == ["--libreoffice"] => readers::test_with_libreoffice(),
        Some("check") if rest.is_empty() => check::check(),
        Some("cross") if rest.is_empty() => cross::cross(false),
        Some("cross") if rest == ["--lints"] => cross::cross(true),
        Some("bindings") if rest.is_empty() => bindings::bindings(),
        Some("package") => package::package(&rest),
        Some("icons") if rest.is_empty() => icons::icons(),
        Some("bench") => bench::bench(&rest),
        Some("help" | "--help" | "-h") => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            if let Some(reason) = stop.0 {
                eprintln!("\n{reason}");
            }
            ExitCode::FAILURE
        }
    }
}

/// The task cannot go on, or did not succeed. The reason is absent where it was already shown.
struct Stop(Option<String>);

impl Stop {
    fn because(reason: impl Into<String>) -> Self {
        Self(Some(reason.into()))
    }
}

type Outcome = Result<(), Stop>;
