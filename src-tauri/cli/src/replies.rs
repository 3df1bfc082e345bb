//! Replies of clients, from the table that a gateway lets download.

use std::path::{Path, PathBuf};

use clap::Subcommand;
use ecrin_core::messages::replies::{self, RepliesReport, ReplyAnswer, ReplyMeaning, ReplyOutcome, ShownReply};

use crate::arguments::Arguments;
use crate::language::Language;
use crate::{Refusal, answer, file};

/// What may be done with replies.
#[derive(Debug, Subcommand)]
pub(crate) enum Replies {
    /// Read a gateway's table of replies, and record the withdrawal of whoever replied STOP
    Import {
        /// The table (CSV or XLSX)
        table: PathBuf,
    },
}

pub(crate) fn replies(arguments: &Arguments, language: Language, asked: &Replies) -> Result<(), Refusal> {
    let Replies::Import { table } = asked;
    import(arguments, language, table)
}

fn import(arguments: &Arguments, language: Language, table: &Path) -> Result<(), Refusal> {
    let found = replies::read(table).map_err(Refusal::about(table))?;
    let mut shop = file::open(arguments)?;
    let report = shop.import_replies(&found)?.value;
    if arguments.json {
        answer::json(&serde_json::to_value(&report).unwrap_or_default())?;
        return Ok(());
    }
    print(language, &report)
}

fn print(language: Language, report: &RepliesReport) -> Result<(), Refusal> {
    let say = |french, english, count: u64| format!("{:<28} {count}", language.pick(french, english));
    answer::line(&say("réponses", "replies", report.replies))?;
    answer::line(&say("déjà traitées", "dealt with before", report.known))?;
    answer::line(&say("arrêts enregistrés", "stops recorded", report.stopped))?;
    answer::line(&say("clients concernés", "clients concerned", report.clients))?;
    answer::line(&say("sans suite", "asking for nothing", report.others))?;
    let rows: Vec<[String; 5]> = report
        .shown
        .iter()
        .map(|reply| {
            let clients: Vec<String> =
                reply.clients.iter().map(|client| format!("{} {}", client.number, client.name)).collect();
            [
                reply.line.to_string(),
                reply.number.clone(),
                outcome(language, reply).to_owned(),
                clients.join(", "),
                reply.text.replace(['\r', '\n'], " "),
            ]
        })
        .collect();
    answer::table(&rows)?;
    for row in &report.unread {
        let text = if row.meaning == ReplyMeaning::Harmless { "" } else { row.text.as_str() };
        let text = text.replace(['\r', '\n'], " ");
        answer::line(&format!("{} {} {text}", language.pick("ligne illisible :", "unreadable row:"), row.line))?;
    }
    if report.beyond > 0 {
        answer::line(&say("non montrées : scinder le fichier", "not shown: split the file", report.beyond))?;
    }
    Ok(())
}

fn outcome(language: Language, reply: &ShownReply) -> &'static str {
    match (reply.outcome, reply.answer) {
        (ReplyOutcome::Stopped, _) if reply.clients.iter().any(|client| client.newer_agreement) => {
            language.pick("arrêt enregistré, malgré un accord plus récent", "stop recorded, despite a newer agreement")
        }
        (ReplyOutcome::Stopped, _) => language.pick("arrêt enregistré", "stop recorded"),
        (ReplyOutcome::StoppedBefore, _) => language.pick("déjà arrêté", "stopped before"),
        (ReplyOutcome::ToRecord, Some(ReplyAnswer::Yes)) => language.pick("oui, à enregistrer", "yes, to be recorded"),
        (ReplyOutcome::ToRecord, Some(ReplyAnswer::No)) => language.pick("non, à enregistrer", "no, to be recorded"),
        (ReplyOutcome::ToRecord, None) => language.pick("réponse, à enregistrer", "answer, to be recorded"),
        (ReplyOutcome::ToRead, _) if reply.meaning == ReplyMeaning::Stop => {
            language.pick("à lire : arrêt déjà lu, accord depuis", "to be read: stop read before, agreement since")
        }
        (ReplyOutcome::ToRead, _) => language.pick("à lire", "to be read"),
        (ReplyOutcome::Unknown, _) => language.pick("numéro inconnu", "unknown number"),
    }
}
