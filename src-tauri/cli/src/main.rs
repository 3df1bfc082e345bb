//! Écrin from a terminal, for support and scheduled tasks: the same core and the same rules as the window.
//!
//! Exit codes: 0 done, 1 refused (the reason is on stderr), 2 not understood. With `--json`, stdout holds JSON only.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this is a terminal program")]

mod answer;
mod arguments;
mod campaign;
mod chain;
mod client;
mod consent_words;
mod consents;
mod decide;
mod desk_words;
mod duplicates;
mod error_words;
mod evidence;
mod export;
mod exports;
mod file;
mod import;
mod imports;
mod indicators;
mod labels;
mod language;
mod list_words;
mod may_contact;
mod message;
mod message_words;
mod movement_words;
mod movements;
mod new_file;
mod offers;
mod outbox;
mod pages;
mod remarks;
mod replies;
mod sealed_documents;
mod search;
mod subscription_words;
mod subscriptions;
mod typed_condition;
mod typed_values;
mod undo_import;
mod verify;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ecrin_core::Error;
use ecrin_core::consents::Broken;
use ecrin_core::lists::ListProblem;
use ecrin_core::subscriptions::TypeChangePreview;
use serde_json::{Value, json};

use arguments::{Arguments, Command};
use language::Language;

fn main() -> ExitCode {
    let arguments = Arguments::typed();
    let language = Language::of_system();
    match run(&arguments, language) {
        // Whoever reads our output has seen enough; what was asked is done.
        Ok(()) | Err(Refusal::Output(ErrorKind::BrokenPipe)) => ExitCode::SUCCESS,
        Err(refusal) => {
            if arguments.json {
                // Programs branch on the rule, or on what is wrong with a list; a pipe that is closed has nobody behind it.
                let _ = refusal.told().map(|told| answer::json(&told));
            }
            eprintln!("ecrin-cli: {}", refusal.sentence(language));
            ExitCode::from(1)
        }
    }
}

/// Why a command was not carried out.
enum Refusal {
    /// The core said no.
    Core(Error),
    /// The core said no, about this one of several files.
    Named(PathBuf, Error),
    /// The core said no; this is what may be said instead.
    Possible(Error, String),
    /// No field of a list has this code; these are some that do.
    NoSuchField(String, String),
    /// What somebody holds stands in the way of another type.
    Obstacles(Box<TypeChangePreview>),
    /// The list cannot be made: why, the field as it is typed, and what may be typed instead.
    List(ListProblem, String, Vec<&'static str>),
    /// A decision is about one channel.
    SeveralChannels,
    /// The file is damaged; what is wrong was printed.
    Broken,
    /// The chain of decisions does not hold.
    BrokenChain(Broken),
    /// Neither `--passphrase-file` nor `ECRIN_PASSPHRASE` says anything.
    NoPassphrase,
    /// Our output could not be written.
    Output(ErrorKind),
}

impl Refusal {
    /// Names the file that is missing: a command knows several.
    fn about(path: &Path) -> impl Fn(Error) -> Refusal {
        move |error| match error {
            Error::FileMissing => Refusal::Named(path.to_owned(), Error::FileMissing),
            other => Refusal::Core(other),
        }
    }

    /// What programs are told: the rule by which it was refused, or what is wrong with a list.
    fn told(&self) -> Option<Value> {
        match self {
            Refusal::Core(Error::Refused(rule)) => Some(json!({ "refused": rule.code() })),
            Refusal::Obstacles(preview) => {
                let rule = preview.obstacles.first().map(|obstacle| obstacle.rule.code());
                Some(json!({ "refused": rule, "obstacles": preview.obstacles, "count": preview.count }))
            }
            Refusal::List(problem, field, choices) => {
                Some(json!({ "error": "list_invalid", "problem": problem.code(), "field": field, "choices": choices }))
            }
            _ => None,
        }
    }

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
            Refusal::BrokenChain(broken) => consent_words::broken(language, broken),
            Refusal::Named(path, error) => format!("{} : {}", path.display(), language.error(error)),
            Refusal::Possible(error, words) => {
                format!("{}. {} {words}", language.error(error), language.pick("Possible :", "Possible:"))
            }
            Refusal::NoSuchField(field, known) => language.pick(
                format!("aucun champ ne s’appelle « {field} ». Il y a entre autres {known}"),
                format!("no field is called \"{field}\". There are, among others, {known}"),
            ),
            Refusal::Obstacles(preview) => {
                let held = preview.obstacles.first();
                let why = held.map(|held| subscription_words::rule(language, held.rule)).unwrap_or_default();
                let what = held.map(|held| held.name.as_str()).unwrap_or_default();
                format!("{why} ({what}, {} {})", preview.count, language.pick("en tout", "in all"))
            }
            Refusal::List(problem, field, choices) => list_words::sentence(language, *problem, field, choices),
            Refusal::SeveralChannels => language
                .pick(
                    "une décision porte sur un seul canal : faites-en une par canal. Rien n’a été enregistré",
                    "a decision is about one channel: make one for each. Nothing was saved",
                )
                .into(),
            Refusal::Output(kind) => {
                format!(
                    "{} ({kind})",
                    language.pick("la réponse n’a pas pu être écrite", "the answer could not be written")
                )
            }
        }
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Refusal {
        Refusal::Core(error)
    }
}

impl From<std::io::Error> for Refusal {
    fn from(error: std::io::Error) -> Refusal {
        Refusal::Output(error.kind())
    }
}

fn run(arguments: &Arguments, language: Language) -> Result<(), Refusal> {
    match &arguments.command {
        Command::Create { name } => file::create(arguments, name),
        Command::Demo { clients, seed } => file::demo(arguments, *clients, *seed),
        Command::Verify { head } => verify::verify(arguments, language, head.as_deref()),
        Command::Backup { folder } => file::backup(arguments, folder),
        Command::Import { table, rejects, dry_run } => {
            import::import(arguments, language, table, rejects.as_deref(), *dry_run)
        }
        Command::UndoImport { id, dry_run } => undo_import::undo_import(arguments, language, *id, *dry_run),
        Command::Imports => imports::imports(arguments, language),
        Command::Exports => exports::exports(arguments, language),
        Command::Duplicates { limit, after } => duplicates::duplicates(arguments, language, *after, *limit),
        Command::Merge { kept, merged, dry_run } => duplicates::merge(arguments, language, *kept, *merged, *dry_run),
        Command::Search { text, batch, inactive, limit } => {
            search::search(arguments, language, text.as_deref(), batch.as_deref(), *inactive, *limit)
        }
        Command::Labels { number } => labels::show(arguments, language, *number),
        Command::Show { number } => client::show(arguments, language, *number),
        Command::SetInactive { number, reason } => client::set_inactive(arguments, language, *number, reason),
        Command::SetActive { number } => client::set_active(arguments, language, *number),
        Command::Restrict { number } => client::set_restricted(arguments, language, *number, true),
        Command::Unrestrict { number } => client::set_restricted(arguments, language, *number, false),
        Command::Decide(typed) => decide::decide(arguments, language, typed),
        Command::Consents { number } => consents::consents(arguments, language, *number),
        Command::MayContact(asked) => may_contact::may_contact(arguments, language, asked),
        Command::Message(typed) => message::write(arguments, language, typed),
        Command::Campaign(typed) => campaign::start(arguments, language, typed),
        Command::Movements { number } => movements::movements(arguments, language, *number),
        Command::RepairReminders(asked) => movements::remind(arguments, language, asked),
        Command::Outbox { state } => outbox::list(arguments, language, *state),
        Command::Deliver { once } => outbox::deliver(arguments, language, *once),
        Command::Replies(asked) => replies::replies(arguments, language, asked),
        Command::Export(asked) => export::export(arguments, language, asked),
        Command::Offers => offers::list(arguments, language),
        Command::Offer(typed) => offers::create(arguments, language, typed),
        Command::Subscribe(typed) => subscriptions::subscribe(arguments, language, typed),
        Command::Terminate(typed) => subscriptions::terminate(arguments, language, typed),
        Command::Renewals { from, until } => subscriptions::renewals(arguments, language, *from, *until),
        Command::Unpaid { days } => subscriptions::unpaid(arguments, language, *days),
        Command::Type { number, to } => subscriptions::change_type(arguments, language, *number, *to),
        Command::Indicators => indicators::indicators(arguments, language),
        Command::Evidence { id, out } => evidence::evidence(arguments, *id, out),
        Command::Chain { out } => chain::chain(arguments, language, out),
        Command::Attestation { number, out, language: of_document } => {
            sealed_documents::attestation(arguments, language, *number, out, *of_document)
        }
        Command::DailyList { day, out, language: of_document } => {
            sealed_documents::daily_list(arguments, language, *day, out, *of_document)
        }
    }
}
