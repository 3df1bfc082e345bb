//! The shop's consent questions, with the codes by which `decide --indicator` names them.

use ecrin_core::consents::Indicator;
use serde_json::{Value, json};

use crate::arguments::Arguments;
use crate::language::Language;
use crate::{Refusal, answer, consent_words, file};

pub(crate) fn indicators(arguments: &Arguments, language: Language) -> Result<(), Refusal> {
    let setup = file::open(arguments)?.consent_setup()?;
    let indicators = setup.indicators.iter().map(|setup| &setup.indicator);
    if arguments.json {
        answer::json(&json!({ "indicators": indicators.map(flat).collect::<Vec<_>>() }))?;
        return Ok(());
    }
    let mut rows =
        vec![language.pick(
            ["Code", "Nom", "Canal", "Finalité", "Sorte", ""],
            ["Code", "Name", "Channel", "Purpose", "Kind", ""],
        )];
    for indicator in indicators {
        let note = if indicator.archived_at.is_some() {
            language.pick("archivé", "archived")
        } else if indicator.visible {
            ""
        } else {
            language.pick("masqué", "hidden")
        };
        rows.push([
            &indicator.code,
            &indicator.name,
            consent_words::channel(language, indicator.channel),
            indicator.purpose.code(),
            indicator.kind.code(),
            note,
        ]);
    }
    answer::table(&rows)?;
    Ok(())
}

fn flat(indicator: &Indicator) -> Value {
    json!({
        "id": indicator.id,
        "code": indicator.code,
        "name": indicator.name,
        "channel": indicator.channel,
        "purpose": indicator.purpose,
        "kind": indicator.kind,
        "audience": indicator.audience,
        "visible": indicator.visible,
        "archived_at": indicator.archived_at.map(answer::timestamp),
    })
}
