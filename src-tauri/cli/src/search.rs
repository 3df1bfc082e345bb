//! Finding clients: one query, or many in one process.

use std::path::Path;
use std::time::Instant;

use ecrin_core::Error;
use ecrin_core::clients::ClientRow;
use ecrin_core::money;
use ecrin_core::search::{SearchRequest, SearchResults};
use serde_json::{Value, json};

use crate::arguments::Arguments;
use crate::language::Language;
use crate::{Refusal, answer, file};

pub(crate) fn search(
    arguments: &Arguments,
    language: Language,
    text: Option<&str>,
    batch: Option<&Path>,
    include_inactive: bool,
    limit: u32,
) -> Result<(), Refusal> {
    let shop = file::open(arguments)?;
    let mut reader = shop.reader()?;
    let request = |text: &str| SearchRequest::of(text, include_inactive, limit);
    if let Some(path) = batch {
        let queries = std::fs::read_to_string(path).map_err(Error::from).map_err(Refusal::about(path))?;
        for query in queries.trim_start_matches('\u{feff}').lines() {
            let start = Instant::now();
            let results = reader.search(&request(query))?;
            let elapsed = u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX);
            answer::json(&json!({
                "query": query,
                "total": results.total,
                "total_exact": results.total_exact,
                "hidden_inactive": results.hidden_inactive,
                "elapsed_us": elapsed,
            }))?;
        }
        return Ok(());
    }
    let results = reader.search(&request(text.unwrap_or_default()))?;
    if arguments.json {
        answer::json(&json!({
            "total": results.total,
            "total_exact": results.total_exact,
            "hidden_inactive": results.hidden_inactive,
            "near": results.near,
            "subscription": results.subscription,
            "invoice": results.invoice,
            "clients": results.clients.iter().map(row).collect::<Vec<_>>(),
        }))?;
        return Ok(());
    }
    print(language, &results)?;
    Ok(())
}

fn row(client: &ClientRow) -> Value {
    json!({
        "number": client.number,
        "last_name": client.last_name,
        "first_name": client.first_name,
        "company": client.company,
        "postcode": client.postcode,
        "town": client.town,
        "phone": client.phone,
        "mobile": client.mobile,
        "email": client.email,
        "type": client.r#type,
        "inactive": client.inactive,
    })
}

fn print(language: Language, results: &SearchResults) -> std::io::Result<()> {
    if !results.near.is_empty() {
        answer::line(&format!("{} {}", language.pick("noms proches :", "near names:"), results.near.join(", ")))?;
    }
    if let Some(invoice) = &results.invoice {
        let kept = if invoice.payer_removed {
            language.pick(" · la fiche est supprimée", " · the record is deleted")
        } else {
            ""
        };
        let total = money::in_words(invoice.total, language.of_documents());
        answer::line(&format!("{} · {} · {total}{kept}", invoice.number, invoice.issued_on))?;
    }
    for client in &results.clients {
        let name = [&client.last_name, &client.first_name, &client.company].map(String::as_str).join(" ");
        let phone = if client.mobile.is_empty() { &client.phone } else { &client.mobile };
        let found = results.subscription.as_ref().filter(|found| found.clients.contains(&client.number));
        let subscription = found
            .map(|found| format!(" · {} {}", language.pick("abonnement", "subscription"), found.id))
            .unwrap_or_default();
        let inactive = if client.inactive { language.pick(" · inactif", " · inactive") } else { "" };
        answer::line(&format!(
            "{:>8}  {} · {} {} · {phone}{subscription}{inactive}",
            client.number,
            name.trim(),
            client.postcode,
            client.town
        ))?;
    }
    let more = if results.total_exact { "" } else { "+" };
    let hidden = results.hidden_inactive;
    answer::line(&format!(
        "{}{more} · {hidden} {}",
        results.total,
        language.pick("fiches inactives masquées", "inactive hidden")
    ))
}
