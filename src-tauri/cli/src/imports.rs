//! The imports of the shop, by the numbers that `undo-import` asks for.

use ecrin_core::removal::ImportEntry;
use serde_json::{Value, json};

use crate::arguments::Arguments;
use crate::language::Language;
use crate::{Refusal, answer, file};

pub(crate) fn imports(arguments: &Arguments, language: Language) -> Result<(), Refusal> {
    let imports = file::open(arguments)?.imports()?;
    if arguments.json {
        return Ok(answer::json(&imports.iter().map(flat).collect())?);
    }
    let lines: Vec<[String; 5]> = (imports.iter())
        .map(|import| {
            let undone = import.undone_at.map_or_else(String::new, |at| {
                format!("{} {}", language.pick("annulé le", "taken back on"), answer::date_time(at))
            });
            let count = format!("{} {}", import.imported, language.pick("fiches", "records"));
            [format!("{:>4}", import.id), answer::date_time(import.at), count, import.file_name.clone(), undone]
        })
        .collect();
    Ok(answer::table(&lines)?)
}

/// With moments as programs read them.
pub(crate) fn flat(import: &ImportEntry) -> Value {
    json!({
        "id": import.id,
        "at": answer::timestamp(import.at),
        "operator": import.operator,
        "file_name": import.file_name,
        "imported": import.imported,
        "rejected": import.rejected,
        "undone_at": import.undone_at.map(answer::timestamp),
    })
}
