//! The consent record for programs, by the field list of ISO/IEC TS 27560:2023 (as given by the W3C's Data Privacy
//! Vocabulary, guides/consent-27560): header, processing, parties, events. What is ours alone stands under `proof`.

use serde_json::{Value, json};

use super::attestation::Attestation;
use super::words::{self, Language};
use crate::consents::{Given, IndicatorState, Kind, Purpose};

/// How long the data serve prospecting after the last contact that came from the client (CNIL, délibération 2016-264, art. 5).
const RETENTION: &str = "P3Y";

/// A client's consents as one JSON object.
pub fn consent_record(attestation: &Attestation, language: Language) -> Value {
    let Attestation { file_id, shop, client, sheet, decisions, .. } = attestation;
    let principal = format!("client-{}", client.number);
    let known = |text: &str| if text.is_empty() { Value::Null } else { json!(text) };
    let processing: Vec<Value> = (sheet.indicators.iter())
        .filter(|one| one.suits && (one.visible || one.decision.is_some()))
        .map(|one| purpose(attestation, one, language))
        .collect();
    let events: Vec<Value> = (decisions.iter())
        .map(|row| {
            json!({
                "event_time": timestamp(row.at),
                "recorded_time": timestamp(row.recorded_at),
                "validity_duration": if row.answer == Given::Granted { json!("until_withdrawn") } else { Value::Null },
                "entity_id": principal,
                "event_type": match row.answer {
                    Given::Granted => "explicit_consent",
                    Given::Refused => "refusal",
                    Given::Withdrawn => "withdrawal",
                },
                "event_state": match row.answer {
                    Given::Granted => "consent_given",
                    Given::Refused => "consent_refused",
                    Given::Withdrawn => "consent_withdrawn",
                },
                "collection_method": row.mode,
                "detail": row.detail,
                "label": row.label,
                "channel": row.channel.code(),
                "purposes": row.covers,
                "wordings": row.wordings.iter().map(|wording| wording.name.as_str()).collect::<Vec<_>>(),
                "without_proof": row.unproven,
                "recorded_by": row.operator,
                "decision": row.decision,
                "seal": row.seal,
                "evidence": row.evidence.iter().map(|piece| json!({
                    "name": piece.name, "media_type": piece.media_type.code(), "size": piece.size, "sha256": piece.sha256,
                })).collect::<Vec<_>>(),
            })
        })
        .collect();
    let fields = &client.client;
    let street = [&fields.address_1, &fields.address_2, &fields.address_3];
    let street: Vec<&str> = street.into_iter().map(String::as_str).filter(|line| !line.is_empty()).collect();
    let address = format!("{}\n{} {}\n{}", street.join("\n"), fields.postcode, fields.town, fields.country);
    json!({
        "schema_version": "ISO/IEC TS 27560:2023",
        "record_id": format!("{file_id}/{}/{}", client.number, attestation.chain_length),
        "pii_principal_id": principal,
        "record_time": timestamp(attestation.at),
        "pii_processing": {
            "privacy_notice": known(&shop.privacy_notice),
            "language": language.tag(),
            "purposes": processing,
        },
        "party_identification": [
            {
                "party_id": "controller",
                "party_type": "pii_controller",
                "party_name": shop.name,
                "party_address": known(&shop.address),
                "party_contact": known(&shop.rights_contact),
            },
            {
                "party_id": principal,
                "party_type": "pii_principal",
                "party_name": attestation.client_name(),
                "party_address": known(address.trim()),
                "party_contact": known(first_of(&[&fields.email, &fields.mobile, &fields.phone])),
            },
        ],
        "events": events,
        "proof": {
            "form": "ecrin-decision-1",
            "file_id": file_id,
            "chain_decisions": attestation.chain_length,
            "chain_head": attestation.chain_head,
            "made_by": attestation.operator,
        },
    })
}

fn purpose(attestation: &Attestation, one: &IndicatorState, language: Language) -> Value {
    let state = serde_json::to_value(one.state).unwrap_or_default();
    // The sentence shown for the standing decision; where none was, the one in force.
    let of_decision = (attestation.decisions.iter())
        .find(|row| Some(row.decision) == one.decision)
        .and_then(|row| row.wordings.iter().find(|wording| wording.indicator == one.indicator));
    let in_force = (attestation.sheet.wordings.iter())
        .find(|wording| wording.indicator == one.indicator && wording.effective_from <= attestation.at);
    let wording = of_decision.or(in_force);
    let recipients = if one.purpose == Purpose::Partners { json!(["partners"]) } else { json!([]) };
    json!({
        "purpose": one.name,
        "purpose_id": one.code,
        "purpose_type": one.purpose.code(),
        "channel": one.channel.code(),
        "lawful_basis": if one.kind == Kind::OptOut { "legitimate_interest" } else { "consent" },
        "pii_information": [{ "pii_type": "contact", "pii_attribute": one.channel.code() }],
        "pii_controllers": ["controller"],
        "wording": wording.map(|wording| json!({
            "id": wording.name, "text": wording.text, "effective_from": timestamp(wording.effective_from),
        })),
        "state": state,
        "since": one.since.map(timestamp),
        "collection_method": one.mode,
        "without_proof": one.unproven,
        "storage_locations": [language.pick("à la boutique, fichier chiffré hors ligne", "at the shop, encrypted file, offline")],
        "retention_period": RETENTION,
        "jurisdiction": "FR",
        "recipient_third_parties": recipients,
        "withdrawal_method": words::withdrawal(one.channel, language),
    })
}

fn first_of<'a>(texts: &[&'a String]) -> &'a str {
    texts.iter().find(|text| !text.is_empty()).map_or("", |text| text.as_str())
}

/// UTC milliseconds as RFC 3339.
fn timestamp(at: i64) -> String {
    chrono::DateTime::from_timestamp_millis(at)
        .map(|at| at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true))
        .unwrap_or_default()
}
