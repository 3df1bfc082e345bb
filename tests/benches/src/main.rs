//! The figures of BENCHMARKS.md, measured and printed as one table; `cargo xtask bench` builds all that is needed and starts it.
//!
//! Whatever comes out is shown: a figure that misses its target is marked, and fails nothing. The whole of it, each query included, is
//! kept in `target/bench/figures.json`.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this program talks to a terminal")]

mod arguments;
mod consents;
mod figure;
mod import;
mod machine;
mod opening;
mod peak;
mod report;
mod search;
mod terminal;
mod window;

use std::process::ExitCode;

use arguments::Arguments;
use ecrin_benches::{Result, shop_file};
use report::Report;

fn main() -> ExitCode {
    let typed: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = typed.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        // Measurements that need a process of their own; this program starts itself for them.
        [peak::WORD, program, rest @ ..] => peak::of(program, rest),
        [window::WORD, which, file] => window::act(which, file),
        [arguments::HELP, ..] => {
            println!("{}", arguments::USAGE);
            return ExitCode::SUCCESS;
        }
        _ => match Arguments::read(&words) {
            Ok(arguments) => measure(&arguments),
            Err(wrong) => {
                eprintln!("{wrong}\n\n{}", arguments::USAGE);
                return ExitCode::from(2);
            }
        },
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn measure(arguments: &Arguments) -> Result<()> {
    let mut report = Report::begin()?;
    for &clients in &arguments.clients {
        let file = shop_file::of(clients, &mut |written| {
            if written % 50_000 == 0 {
                eprintln!("  making a file of {clients} clients: {written}");
            }
        })?;
        search::measure(&mut report, clients, &file)?;
        consents::measure(&mut report, clients, &file)?;
        opening::measure(&mut report, clients, &file)?;
        peak::measure(&mut report, clients, &file)?;
    }
    let most = arguments.clients.iter().copied().max().unwrap_or_default();
    import::measure(&mut report, most.min(import::ROWS))?;
    if arguments.window {
        let file = shop_file::of(most, &mut |_| {})?;
        window::measure(&mut report, most, &file);
    } else {
        report.note("in the window: not measured, as asked");
    }
    report.close(arguments.queries)
}
