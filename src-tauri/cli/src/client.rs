//! One client: shown, marked inactive or active, its processing restricted or not.

use ecrin_core::clients::ClientRecord;
use serde_json::{Value, json};

use crate::arguments::Arguments;
use crate::language::Language;
use crate::{Refusal, answer, file};

pub(crate) fn show(arguments: &Arguments, language: Language, number: i64) -> Result<(), Refusal> {
    let record = file::open(arguments)?.client(number)?;
    print(arguments, language, &record)
}

pub(crate) fn set_inactive(
    arguments: &Arguments,
    language: Language,
    number: i64,
    reason: &str,
) -> Result<(), Refusal> {
    let record = file::open(arguments)?.set_inactive(number, reason)?.value;
    print(arguments, language, &record)
}

pub(crate) fn set_active(arguments: &Arguments, language: Language, number: i64) -> Result<(), Refusal> {
    let record = file::open(arguments)?.set_active(number)?.value;
    print(arguments, language, &record)
}

pub(crate) fn set_restricted(
    arguments: &Arguments,
    language: Language,
    number: i64,
    restricted: bool,
) -> Result<(), Refusal> {
    let mut shop = file::open(arguments)?;
    shop.set_restricted(number, restricted)?;
    print(arguments, language, &shop.client(number)?)
}

fn print(arguments: &Arguments, language: Language, record: &ClientRecord) -> Result<(), Refusal> {
    if arguments.json {
        answer::json(&flat(record))?;
        return Ok(());
    }
    let client = &record.client;
    answer::line(&format!("{} · {} {} {}", record.number, client.civility, client.last_name, client.first_name))?;
    for (field, text, _) in client.texts().into_iter().skip(3).filter(|(_, text, _)| !text.is_empty()) {
        answer::line(&format!("  {:<12} {text}", field.code()))?;
    }
    answer::line(&format!("  {:<12} {}", "type", client.r#type.code()))?;
    answer::line(&format!("  {:<12} {}", language.pick("maj", "updated"), answer::date(record.updated_at)))?;
    if let Some(last) = record.last_contact_on {
        let label = language.pick("dern. contact", "last contact");
        answer::line(&format!("  {label:<12} {}", last.format("%d/%m/%Y")))?;
    }
    if let Some(inactive) = &record.inactive {
        answer::line(&format!(
            "  {:<12} {} {}",
            language.pick("inactif", "inactive"),
            answer::date(inactive.at),
            inactive.reason
        ))?;
    }
    if let Some(at) = record.restricted_at {
        answer::line(&format!("  {:<12} {}", language.pick("limité", "restricted"), answer::date(at)))?;
    }
    Ok(())
}

/// The record on one level, with the names of the search.
fn flat(record: &ClientRecord) -> Value {
    let mut fields = json!({ "number": record.number });
    if let (Some(fields), Ok(Value::Object(client))) = (fields.as_object_mut(), serde_json::to_value(&record.client)) {
        fields.extend(client);
        let inactive = record.inactive.as_ref();
        for (name, value) in [
            ("phone_readable", json!(record.phone_readable)),
            ("mobile_readable", json!(record.mobile_readable)),
            ("inactive", json!(inactive.is_some())),
            ("inactive_at", json!(inactive.map(|inactive| answer::timestamp(inactive.at)))),
            ("inactive_reason", json!(inactive.map_or("", |inactive| inactive.reason.as_str()))),
            ("restricted_at", json!(record.restricted_at.map(answer::timestamp))),
            ("created_at", json!(answer::timestamp(record.created_at))),
            ("updated_at", json!(answer::timestamp(record.updated_at))),
            ("client_since", json!(record.client_since)),
            ("last_contact_on", json!(record.last_contact_on)),
            ("review_by", json!(record.review_by)),
            ("revision", json!(record.revision)),
            ("imported_from", json!(record.imported.as_ref().map(|imported| imported.file_name.as_str()))),
        ] {
            fields.insert(name.to_owned(), value);
        }
    }
    fields
}
