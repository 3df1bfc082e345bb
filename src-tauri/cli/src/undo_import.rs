//! Taking back a whole import.

use std::sync::atomic::AtomicBool;

use crate::arguments::Arguments;
use crate::language::Language;
use crate::{Refusal, answer, file};

pub(crate) fn undo_import(arguments: &Arguments, language: Language, id: i64, dry_run: bool) -> Result<(), Refusal> {
    let mut shop = file::open(arguments)?;
    let report = if dry_run {
        shop.undo_import_preview(id)?
    } else {
        file::manager(arguments, &mut shop)?;
        shop.undo_import(id, &mut |_, _| {}, &AtomicBool::new(false))?.value
    };
    if arguments.json {
        answer::json(&serde_json::to_value(&report).unwrap_or_default())?;
        return Ok(());
    }
    let import = &report.import;
    let rows = language.pick("fiches", "records");
    answer::line(&format!("{} · {} · {} {rows}", import.file_name, answer::date_time(import.at), import.imported))?;
    let say = |french, english, count: i64| format!("{:<28} {count}", language.pick(french, english));
    answer::line(&say("supprimées sans trace", "deleted without a trace", report.deleted))?;
    answer::line(&say("vidées", "blanked", report.blanked))?;
    answer::line(&say("gardées, car modifiées", "kept, because touched", report.kept))?;
    if dry_run {
        answer::line(language.pick("rien n’a été enregistré", "nothing was saved"))?;
    }
    Ok(())
}
