//! What the shop hands over with the head of the chain on it: a client's attestation, and the list of a day. A chain that
//! does not hold gets no such document: it would attest to what was changed.

use std::io::Write;
use std::path::Path;

use chrono::NaiveDate;
use ecrin_core::documents::consent_record;
use ecrin_core::shop::Shop;
use serde_json::json;

use crate::arguments::Arguments;
use crate::language::Language;
use crate::typed_values::AttestationFile;
use crate::{Refusal, answer, consent_words, file, new_file, typed_values};

pub(crate) fn attestation(
    arguments: &Arguments,
    language: Language,
    number: i64,
    out: &AttestationFile,
    of_document: Option<Language>,
) -> Result<(), Refusal> {
    let shop = open_if_chain_holds(arguments)?;
    let attestation = shop.attestation(number)?;
    let written_in = of_document.unwrap_or(language).of_documents();
    let content = match out {
        AttestationFile::Pdf(_) => attestation.pdf(written_in)?,
        AttestationFile::Json(_) => format!("{:#}\n", consent_record(&attestation, written_in)).into_bytes(),
    };
    new_file::write(out.path(), |file| Ok(file.write_all(&content)?))?;
    if arguments.json {
        return Ok(answer::json(&json!({
            "path": out.path().to_string_lossy(),
            "number": number,
            "client_decisions": attestation.decisions.len(),
            "decisions": attestation.chain_length,
            "head": attestation.chain_head,
        }))?);
    }
    said(language, out.path(), attestation.chain_length, &attestation.chain_head)
}

pub(crate) fn daily_list(
    arguments: &Arguments,
    language: Language,
    day: Option<NaiveDate>,
    out: &Path,
    of_document: Option<Language>,
) -> Result<(), Refusal> {
    let shop = open_if_chain_holds(arguments)?;
    let list = shop.daily_list(day.unwrap_or_else(typed_values::today))?;
    let content = list.pdf(of_document.unwrap_or(language).of_documents())?;
    new_file::write(out, |file| Ok(file.write_all(&content)?))?;
    if arguments.json {
        return Ok(answer::json(&json!({
            "path": out.to_string_lossy(),
            "day": list.day.to_string(),
            "day_decisions": list.recorded.decisions.len(),
            "imported": list.recorded.imported,
            "decisions": list.chain_length,
            "head": list.chain_head,
        }))?);
    }
    said(language, out, list.chain_length, &list.chain_head)
}

fn open_if_chain_holds(arguments: &Arguments) -> Result<Shop, Refusal> {
    let shop = file::open(arguments)?;
    match shop.check_chain(None)?.broken {
        Some(broken) => Err(Refusal::BrokenChain(broken)),
        None => Ok(shop),
    }
}

fn said(language: Language, out: &Path, decisions: i64, head: &str) -> Result<(), Refusal> {
    let decisions = u64::try_from(decisions).unwrap_or_default();
    Ok(answer::line(&format!("{} · {}", out.display(), consent_words::decisions(language, decisions, head)))?)
}
