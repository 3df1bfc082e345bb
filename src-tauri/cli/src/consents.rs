//! A client's consents: where they stand, and how that came about.

use ecrin_core::consents::{ConsentSheet, HistoryColumn, HistoryRequest, HistoryRow, IndicatorState};
use ecrin_core::shop::Shop;
use serde_json::{Value, json};

use crate::arguments::Arguments;
use crate::language::Language;
use crate::{Refusal, answer, consent_words, file};

/// How many rows are read at once.
const PAGE: u32 = 500;

pub(crate) fn consents(arguments: &Arguments, language: Language, number: i64) -> Result<(), Refusal> {
    let shop = file::open(arguments)?;
    let sheet = shop.consents(number)?;
    let history = history(&shop, number)?;
    if arguments.json {
        answer::json(&json!({
            "states": sheet.indicators.iter().map(state).collect::<Vec<_>>(),
            "history": history.iter().map(row).collect::<Vec<_>>(),
        }))?;
    } else {
        print(language, &sheet, &history)?;
    }
    Ok(())
}

/// The whole history in the order of recording.
fn history(shop: &Shop, number: i64) -> Result<Vec<HistoryRow>, Refusal> {
    let mut rows = Vec::new();
    loop {
        let offset = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let column = HistoryColumn::Decision;
        let page = shop.history(&HistoryRequest { number, column, descending: false, offset, limit: PAGE })?;
        let more = page.rows.len() == PAGE as usize;
        rows.extend(page.rows);
        if !more {
            return Ok(rows);
        }
    }
}

fn state(indicator: &IndicatorState) -> Value {
    json!({
        "indicator": indicator.name,
        "code": indicator.code,
        "channel": indicator.channel,
        "purpose": indicator.purpose,
        "kind": indicator.kind,
        "audience": indicator.audience,
        "suits": indicator.suits,
        "visible": indicator.visible,
        "state": indicator.state,
        "since": indicator.since.map(answer::timestamp),
        "mode": indicator.mode,
        "decision": indicator.decision,
        "unproven": indicator.unproven,
    })
}

fn row(row: &HistoryRow) -> Value {
    json!({
        "label": row.label,
        "mode": row.mode,
        "at": answer::timestamp(row.at),
        "decision": row.decision,
        "channel": row.channel,
        "answer": row.answer,
        "covers": row.covers,
        "detail": row.detail,
        "recorded_at": answer::timestamp(row.recorded_at),
        "operator": row.operator,
        "source": row.source,
        "unproven": row.unproven,
        "wordings": row.wordings.iter().map(|wording| &wording.name).collect::<Vec<_>>(),
        "evidence": row.evidence.iter().map(|piece| json!({
            "id": piece.id,
            "name": piece.name,
            "media_type": piece.media_type.code(),
            "bytes": piece.size,
            "sha256": piece.sha256,
        })).collect::<Vec<_>>(),
        "seal": row.seal,
    })
}

fn print(language: Language, sheet: &ConsentSheet, history: &[HistoryRow]) -> std::io::Result<()> {
    let mut states = vec![
        language
            .pick(["Indicateur", "État", "Depuis", "Mode"], ["Indicator", "State", "Since", "Mode"])
            .map(String::from),
    ];
    for indicator in sheet.indicators.iter().filter(|indicator| indicator.suits || indicator.decision.is_some()) {
        let proof = if indicator.unproven { language.pick(" (sans preuve)", " (without proof)") } else { "" };
        states.push([
            indicator.name.clone(),
            format!("{}{proof}", consent_words::state(language, indicator.state)),
            indicator.since.map(answer::date).unwrap_or_default(),
            indicator.mode.clone(),
        ]);
    }
    answer::table(&states)?;
    answer::line("")?;
    let mut rows = vec![
        language
            .pick(
                ["Type de communication client", "Type d’accord (oral, écrit, SMS ...)", "Date de l’accord"],
                ["Kind of communication", "Kind of agreement (oral, written, SMS ...)", "Date of agreement"],
            )
            .map(String::from),
    ];
    rows.extend(history.iter().map(|row| [row.label.clone(), row.mode.clone(), answer::date_time(row.at)]));
    answer::table(&rows)
}
