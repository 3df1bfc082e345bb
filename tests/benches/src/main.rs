//! The figures of BENCHMARKS.md, measured and printed as one table; `cargo xtask bench` builds all that is needed and starts it.
//!
//! Whatever comes out is shown: a figure that misses its target is marked, and fails nothing. The whole of it, each query included, is
//! kept in `target/bench/figures.json`, and the table alone in `target/bench/table.md`.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this program talks to a terminal")]

mod arguments;
mod bare;
mod consents;
mod disk;
mod duplicates;
mod export;
mod figure;
mod import;
mod lists;
mod machine;
mod opening;
mod outbox;
mod peak;
mod record;
mod report;
mod search;
mod sqlite3;
mod table;
mod terminal;
mod window;
mod written_lists;

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
            print!("{}", arguments::USAGE);
            return ExitCode::SUCCESS;
        }
        _ => match Arguments::read(&words) {
            Ok(arguments) => measure(&arguments),
            Err(wrong) => {
                eprint!("{wrong}\n\n{}", arguments::USAGE);
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
    let seed = arguments.seed;
    let mut report = Report::begin(seed)?;
    if !sqlite3::is_there() {
        report.note("sqlite3 is not installed here: what it needs for the same is not measured.");
    }
    for &clients in &arguments.clients {
        // Made for whoever needs it, once.
        let file = || {
            shop_file::of(seed, clients, &mut |written| {
                if written % 50_000 == 0 {
                    eprintln!("  making a file of {clients} clients: {written}");
                }
            })
        };
        let wants = |part| arguments.wants(part);
        if wants("search") {
            search::measure(&mut report, seed, clients, &file()?)?;
        }
        if wants("opening") {
            opening::measure(&mut report, seed, clients, &file()?)?;
        }
        if wants("memory") {
            peak::measure(&mut report, seed, clients, &file()?)?;
        }
        if wants("import") {
            import::measure(&mut report, seed, clients)?;
        }
        if wants("consents") {
            consents::measure(&mut report, seed, clients, &file()?)?;
        }
        if wants("duplicates") {
            duplicates::measure(&mut report, clients, &file()?)?;
        }
        if wants("lists") {
            lists::measure(&mut report, clients, &file()?)?;
        }
        if wants("exports") {
            written_lists::measure(&mut report, seed, clients, &file()?)?;
        }
    }
    if arguments.wants("consents") {
        consents::measure_alone(&mut report)?;
    }
    if arguments.wants("outbox") {
        outbox::measure(&mut report, seed)?;
    }
    if arguments.wants("record") {
        record::measure(&mut report, seed)?;
    }
    let most = arguments.clients.iter().copied().max().unwrap_or_default();
    if arguments.window {
        let file = shop_file::of(seed, most, &mut |_| {})?;
        window::measure(&mut report, most, &file);
    } else {
        report.note("In the window: not measured, as asked.");
    }
    report.close(arguments.queries)
}
