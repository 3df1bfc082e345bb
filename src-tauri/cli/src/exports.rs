//! The register of exports: which lists left the file, when, why and for whom.

use ecrin_core::exports::ExportEntry;
use ecrin_core::lists::ContactUse;
use serde_json::{Value, json};

use crate::arguments::Arguments;
use crate::language::Language;
use crate::{Refusal, answer, file};

pub(crate) fn exports(arguments: &Arguments, language: Language) -> Result<(), Refusal> {
    let mut shop = file::open(arguments)?;
    file::manager(arguments, &mut shop)?;
    let entries = shop.export_register(language.of_documents())?.entries;
    if arguments.json {
        return Ok(answer::json(&entries.iter().map(flat).collect())?);
    }
    let lines: Vec<[String; 6]> = (entries.iter())
        .map(|entry| {
            let kept = format!("{} {}", entry.kept, language.pick("fiches", "records"));
            let given = if entry.recipient.is_empty() {
                entry.purpose.clone()
            } else {
                format!("{} · {}", entry.purpose, entry.recipient)
            };
            let number = format!("{:>4}", entry.id);
            [number, answer::date_time(entry.at), entry.file_name.clone(), kept, given, entry.filter.clone()]
        })
        .collect();
    Ok(answer::table(&lines)?)
}

fn flat(entry: &ExportEntry) -> Value {
    json!({
        "id": entry.id,
        "at": answer::timestamp(entry.at),
        "operator": entry.operator,
        "purpose": entry.purpose,
        "recipient": entry.recipient,
        "contact": entry.contact.map(ContactUse::code),
        "format": entry.format.code(),
        "file_name": entry.file_name,
        "filter": entry.filter,
        "columns": entry.columns,
        "kept": entry.kept,
        "excluded": entry.excluded,
        "sha256": entry.sha256,
    })
}
