//! Duplicates of the whole file, and merging two records.

use ecrin_core::Error;
use ecrin_core::clients::ClientRow;
use ecrin_core::merging::{MergePreviewRequest, MergeRequest, MergedAnswer, MergedField};
use serde_json::{Value, json};

use crate::arguments::Arguments;
use crate::language::Language;
use crate::{Refusal, answer, consent_words, desk_words, file};

pub(crate) fn duplicates(arguments: &Arguments, language: Language, after: u32, limit: u32) -> Result<(), Refusal> {
    let page = file::open(arguments)?.duplicates(after, limit)?;
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
    let households = page.summary.map_or(0, |summary| summary.households);
    let mut said = language.pick(
        format!("{} paire(s), dont {households} sans doute d’un même foyer", page.total),
        format!("{} pair(s), {households} of them probably one household", page.total),
    );
    if let Some(next) = page.next {
        said.push_str(&language.pick(format!(" ; la suite : --after {next}"), format!("; more: --after {next}")));
    }
    answer::line(&said)?;
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
    if let Some(rule) = preview.refused {
        return Err(Error::Refused(rule).into());
    }
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
            "subscriptions": preview.holdings.subscriptions,
            "invoices": preview.holdings.invoices,
            "movements": preview.holdings.movements,
            "restricted": preview.restricted,
            "inactive": preview.kept.inactive.is_some(),
        }))?;
        return Ok(());
    }
    for field in preview.fields.iter().filter(|field| field.differs) {
        let (wins, other, number) =
            if field.take_merged { (&field.merged, &field.kept, merged) } else { (&field.kept, &field.merged, kept) };
        let from = language.pick(format!("de la fiche {number}, et non"), format!("from record {number}, not"));
        answer::line(&format!("{:<14} « {wins} » {from} « {other} »", field.field.code()))?;
    }
    for one in &preview.answers {
        let after = consent_words::state(language, one.after);
        answer::line(&format!("{} · {after} ({})", one.name, desk_words::answer_reason(language, one.reason)))?;
    }
    if preview.restricted {
        let words = language.pick(
            "le traitement des données de la fiche sera limité",
            "the processing of the record’s data will be restricted",
        );
        answer::line(words)?;
    }
    if preview.kept.inactive.is_some() {
        answer::line(language.pick("la fiche sera inactive", "the record will be inactive"))?;
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
