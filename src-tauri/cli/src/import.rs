//! Importing a table of clients, columns as detected.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use ecrin_core::imports::{self, ImportConsents, ImportOptions, ImportRequest};

use crate::arguments::Arguments;
use crate::language::Language;
use crate::remarks::words;
use crate::{Refusal, answer, file};

pub(crate) fn import(
    arguments: &Arguments,
    language: Language,
    table: &Path,
    rejects: Option<&Path>,
    dry_run: bool,
) -> Result<(), Refusal> {
    let options = ImportOptions::default();
    let preview = imports::preview(table, &options).map_err(Refusal::about(table))?;
    let request = ImportRequest {
        path: table.to_string_lossy().into_owned(),
        options,
        mapping: preview.mapping(),
        dry_run,
        rejects_path: rejects.map(|path| path.to_string_lossy().into_owned()),
    };
    let mut shop = file::open(arguments)?;
    let report = imports::run(&mut shop, &request, &mut |_| {}, &AtomicBool::new(false))?;
    let number = if dry_run || report.imported == 0 { None } else { shop.imports()?.first().map(|import| import.id) };
    if arguments.json {
        let mut value = serde_json::to_value(&report).unwrap_or_default();
        let ignored: Vec<_> = preview
            .columns
            .iter()
            .filter(|column| column.field.is_none())
            .map(|column| column.header.as_str())
            .collect();
        value["columns_not_imported"] = ignored.into();
        value["import"] = number.into();
        answer::json(&value)?;
        return Ok(());
    }
    let say = |french, english, count: u64| format!("{:<28} {count}", language.pick(french, english));
    if let Some(number) = number {
        answer::line(&format!("{:<28} {number}", language.pick("import n°", "import no.")))?;
    }
    answer::line(&say("lignes", "rows", report.rows))?;
    answer::line(&say("importées", "imported", report.imported))?;
    answer::line(&say("rejetées", "rejected", report.rejected))?;
    answer::line(&say("doublons probables", "duplicates suspected", report.duplicates_suspected))?;
    let consents = report.consents;
    if consents != ImportConsents::default() {
        answer::line(&say("accords", "agreements", consents.granted))?;
        answer::line(&say("refus", "refusals", consents.refused))?;
        answer::line(&say("accords non repris", "agreements not taken over", consents.not_resubscribed))?;
    }
    for reason in &report.reasons {
        answer::line(&format!("  {:>6} {}", reason.count, words(language, &reason.code)))?;
    }
    if !report.notes.is_empty() {
        answer::line(language.pick("remarques", "remarks"))?;
    }
    for note in &report.notes {
        answer::line(&format!("  {:>6} {}", note.count, words(language, &note.code)))?;
    }
    for column in preview.columns.iter().filter(|column| column.field.is_none()) {
        answer::line(&format!(
            "{} {}",
            language.pick("colonne non importée :", "column not imported:"),
            column.header
        ))?;
    }
    if let Some(path) = &report.rejects_path {
        answer::line(&format!("{} {path}", language.pick("lignes rejetées :", "rejected rows:")))?;
    }
    Ok(())
}
