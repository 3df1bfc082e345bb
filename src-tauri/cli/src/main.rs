//! Écrin from a terminal, for support and scheduled tasks: the same core and the same rules as the window.
//!
//! Exit codes: 0 done, 1 refused (the reason is on stderr), 2 not understood. With `--json`, stdout holds JSON only.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this is a terminal program")]

mod answer;
mod arguments;
mod client;
mod file;
mod import;
mod language;
mod search;

use std::process::ExitCode;

use arguments::{Arguments, Command};
use language::Language;

fn main() -> ExitCode {
    let arguments = Arguments::typed();
    let language = Language::of_system();
    match run(&arguments, language) {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusal) => {
            eprintln!("ecrin-cli: {}", refusal.sentence(language));
            ExitCode::from(1)
        }
    }
}

/// Why a command was not carried out.
enum Refusal {
    /// The core said no.
    Core(ecrin_core::Error),
    /// The file is damaged; what is wrong was printed.
    Broken,
    /// Neither `--passphrase-file` nor `ECRIN_PASSPHRASE` says anything.
    NoPassphrase,
    /// The reader of our output went away.
    Output(std::io::Error),
}

impl Refusal {
    fn sentence(&self, language: Language) -> String {
        match self {
            Refusal::Core(error) => language.error(error),
            Refusal::Broken => language.pick("le fichier est endommagé", "the file is damaged").into(),
            Refusal::NoPassphrase => language
                .pick(
                    "il faut une phrase de passe : --passphrase-file FICHIER, ou la variable ECRIN_PASSPHRASE",
                    "a passphrase is needed: --passphrase-file FILE, or the variable ECRIN_PASSPHRASE",
                )
                .into(),
            Refusal::Output(error) => error.kind().to_string(),
        }
    }
}

impl From<ecrin_core::Error> for Refusal {
    fn from(error: ecrin_core::Error) -> Refusal {
        Refusal::Core(error)
    }
}

impl From<std::io::Error> for Refusal {
    fn from(error: std::io::Error) -> Refusal {
        Refusal::Output(error)
    }
}

fn run(arguments: &Arguments, language: Language) -> Result<(), Refusal> {
    match &arguments.command {
        Command::Create { name } => file::create(arguments, name),
        Command::Demo { clients, seed } => file::demo(arguments, *clients, *seed),
        Command::Verify => file::verify(arguments, language),
        Command::Backup { folder } => file::backup(arguments, folder),
        Command::Import { table, rejects, dry_run } => {
            import::import(arguments, language, table, rejects.as_deref(), *dry_run)
        }
        Command::Search { text, batch, inactive, limit } => {
            search::search(arguments, language, text.as_deref(), batch.as_deref(), *inactive, *limit)
        }
        Command::Show { number } => client::show(arguments, language, *number),
        Command::SetInactive { number, reason } => client::set_inactive(arguments, language, *number, reason),
        Command::SetActive { number } => client::set_active(arguments, language, *number),
    }
}
