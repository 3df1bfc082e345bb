//! Duplicates of the whole file, and merging two records.

use ecrin_core::clients::ClientRow;
use ecrin_core::merging::{MergePreviewRequest, MergeRequest, MergedAnswer, MergedField};
use serde_json::{Value, json};

use crate::arguments::Arguments;
use crate::language::Language;
use crate::{Refusal, answer, consent_words, desk_words, file};

pub(crate) fn duplicates(arguments: &Arguments, language: Language, limit: u32) -> Result<(), Refusal> {
    let page = file::open(arguments)?.duplicates(limit)?;
    if arguments.json {
        answer::json(&serde_json::to_value(&page).unwrap_or_default())?;
        return Ok(());
    }
    let name = |row: &ClientRow| format!("{} {}", row.number, row.name());
    let lines: Vec<[String; 4]> = page
        .pairs
        .iter()
        .map(|pair| {
            let reasons: Vec<&str> = pair.reasons.iter().map(|reason| desk_words::reason(language, *reason)).collect();
            [format!("{:>3}", pair.score), name(&pair.a), name(&pair.b), reasons.join(", ")]
        })
        .collect();
    answer::table(&lines)?;
    answer::line(&format!("{} {}", page.total, language.pick("paire(s)", "pair(s)")))?;
    Ok(())
}

pub(crate) fn merge(
    arguments: &Arguments,
    language: Language,
    kept: i64,
    merged: i64,
    dry_run: bool,
) -> Result<(), Refusal> {
    let mut shop = file::open(arguments)?;
    if !dry_run {
        file::manager(arguments, &mut shop)?;
    }
    let proposed = shop.merge_preview(&MergePreviewRequest { kept, merged, take_merged: Vec::new() })?;
    let take_merged: Vec<_> =
        proposed.fields.iter().filter(|field| field.take_merged).map(|field| field.field).collect();
    let preview = shop.merge_preview(&MergePreviewRequest { kept, merged, take_merged: take_merged.clone() })?;
    let id = if dry_run {
        None
    } else {
        let request = MergeRequest {
            kept,
            kept_revision: preview.kept.revision,
            merged,
            merged_revision: preview.merged.revision,
            take_merged,
        };
        Some(shop.merge_clients(&request)?.value.id)
    };
    if arguments.json {
        answer::json(&json!({
            "merge": id,
            "kept": kept,
            "merged": merged,
            "fields": preview.fields.iter().filter(|field| field.differs).map(field).collect::<Vec<_>>(),
            "answers": preview.answers.iter().map(said).collect::<Vec<_>>(),
            "decisions": preview.decisions,
            "messages": preview.messages,
        }))?;
        return Ok(());
    }
    for field in preview.fields.iter().filter(|field| field.differs) {
        let value = if field.take_merged { &field.merged } else { &field.kept };
        answer::line(&format!("{:<14} {value}", field.field.code()))?;
    }
    for one in &preview.answers {
        let after = consent_words::state(language, one.after);
        answer::line(&format!("{} · {after} ({})", one.name, desk_words::answer_reason(language, one.reason)))?;
    }
    answer::line(&match id {
        Some(id) => format!("{} {id}", language.pick("fusion", "merge")),
        None => language.pick("rien n’a été enregistré", "nothing was saved").to_owned(),
    })?;
    Ok(())
}

fn field(field: &MergedField) -> Value {
    json!({
        "field": field.field.code(),
        "kept": field.kept,
        "merged": field.merged,
        "take_merged": field.take_merged,
    })
}

fn said(one: &MergedAnswer) -> Value {
    serde_json::to_value(one).unwrap_or_default()
}
