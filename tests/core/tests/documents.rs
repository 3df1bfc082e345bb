//! Attestations and histories, read back as their readers would.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use ecrin_core::Error;
use ecrin_core::consents::{Channel, NewDecision, NewEvidence, Purpose};
use ecrin_core::documents::{HistoryFormat, Language, consent_record, history_file, write_new};
use ecrin_core::shop::ShopIdentity;
use ecrin_core_tests::TestShop;
use ecrin_core_tests::consents::grant;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR signature";

/// The client of the sheet, with its five decisions.
fn laura(shop: &mut TestShop) -> i64 {
    let identity = ShopIdentity {
        name: "Maison Vaurelle".into(),
        address: "2 place de l’Église\n19200 USSEL".into(),
        rights_contact: "droits@maison-vaurelle.example".into(),
        privacy_notice: "Affichée au comptoir".into(),
    };
    shop.shop().set_identity(&identity).unwrap();
    let laura = shop.client("DUPONT Laura, 19200 USSEL");
    shop.edit(laura, |client| {
        client.civility = "Mlle".into();
        client.mobile = "06 39 98 71 10".into();
    });
    shop.grant(laura, Channel::Postal, &[Purpose::Commercial], "Accord écrit");
    shop.grant(laura, Channel::Sms, &[Purpose::Technical], "Accord par mail");
    shop.later_minutes(3).withdraw(laura, Channel::Sms);
    shop.later_minutes(12).grant(laura, Channel::Sms, &[Purpose::Technical], "Accord écrit");
    let signed = NewDecision {
        detail: "=bulletin rempli au comptoir".into(),
        evidence: vec![NewEvidence { name: String::new(), content: PNG.to_vec() }],
        ..grant(Channel::Sms, &[Purpose::Commercial], "Accord écrit")
    };
    shop.later_minutes(6).decide(laura, &signed);
    laura
}

/// A UTC time as the computer that runs this shows it.
fn shown(utc: &str) -> String {
    let at = chrono::NaiveDateTime::parse_from_str(utc, "%Y-%m-%dT%H:%M").unwrap().and_utc();
    at.with_timezone(&chrono::Local).format("%d/%m/%Y %H:%M").to_string()
}

/// All the text of a PDF, white space made one.
fn text(pdf: &[u8]) -> String {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    document.extract_text(&pages).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn an_attestation_says_all_that_proves() {
    let mut shop = TestShop::at("2018-09-18T04:35");
    let laura = laura(&mut shop);
    let attestation = shop.shop().attestation(laura).unwrap();
    let pdf = attestation.pdf(Language::French).unwrap();
    if let Some(folder) = std::env::var_os("ECRIN_PICTURES") {
        std::fs::write(std::path::Path::new(&folder).join("attestation.pdf"), &pdf).unwrap();
    }
    let text = text(&pdf);
    for expected in [
        "Attestation de consentements",
        "Mlle DUPONT Laura",
        "Maison Vaurelle",
        "droits@maison-vaurelle.example",
        "Envoi de SMS techniques & commerciaux",
        "Arrêt d’envoi de SMS",
        "Accord par mail",
        &shown("2018-09-18T04:35"),
        &shown("2018-09-18T04:56"),
        "Jamais demandé",
        "J’accepte de recevoir par SMS les offres de",
        "Tête de la chaîne",
    ] {
        assert!(text.contains(expected), "{expected:?} in {text}");
    }
    let digits = text.replace(' ', "");
    for row in &attestation.decisions {
        assert!(digits.contains(&row.seal), "the seal of decision {}", row.decision);
    }
    assert!(digits.contains(&attestation.chain_head));
    assert_eq!(attestation.chain_head, attestation.decisions[4].seal);
    assert_eq!(shop.shop().check_chain(Some(&attestation.chain_head)).unwrap().broken, None);
    assert_eq!(pdf, attestation.pdf(Language::French).unwrap(), "the same facts give the same bytes");
    assert!(attestation.pdf(Language::English).is_ok_and(|english| english != pdf));
}

#[test]
fn a_consent_record_has_every_field_of_the_standard() {
    let mut shop = TestShop::at("2018-09-18T04:35");
    let laura = laura(&mut shop);
    let record = consent_record(&shop.shop().attestation(laura).unwrap(), Language::French);
    for path in [
        "/schema_version",
        "/record_id",
        "/pii_principal_id",
        "/pii_processing/privacy_notice",
        "/pii_processing/language",
        "/pii_processing/purposes/0/purpose",
        "/pii_processing/purposes/0/purpose_type",
        "/pii_processing/purposes/0/lawful_basis",
        "/pii_processing/purposes/0/pii_information/0/pii_type",
        "/pii_processing/purposes/0/pii_controllers/0",
        "/pii_processing/purposes/0/wording/text",
        "/pii_processing/purposes/0/storage_locations/0",
        "/pii_processing/purposes/0/retention_period",
        "/pii_processing/purposes/0/jurisdiction",
        "/pii_processing/purposes/0/withdrawal_method",
        "/pii_processing/purposes/0/recipient_third_parties",
        "/party_identification/0/party_id",
        "/party_identification/0/party_type",
        "/party_identification/0/party_name",
        "/party_identification/0/party_address",
        "/party_identification/0/party_contact",
        "/party_identification/1/party_contact",
        "/events/0/event_time",
        "/events/0/validity_duration",
        "/events/0/entity_id",
        "/events/0/event_type",
        "/events/0/event_state",
    ] {
        assert!(record.pointer(path).is_some_and(|value| !value.is_null()), "{path}");
    }
    assert_eq!(record["events"].as_array().unwrap().len(), 5);
    assert_eq!(record["events"][2]["event_type"], "withdrawal");
    assert_eq!(record["events"][4]["evidence"][0]["media_type"], "image/png");
    assert_eq!(record["proof"]["chain_decisions"], 5);
    let states: Vec<&str> = (record["pii_processing"]["purposes"].as_array().unwrap().iter())
        .map(|purpose| purpose["state"].as_str().unwrap())
        .collect();
    assert_eq!(states[..5], ["granted", "granted", "never_asked", "never_asked", "granted"]);
}

#[test]
fn a_history_opens_in_spreadsheets_without_running() {
    let mut shop = TestShop::at("2018-09-18T04:35");
    let laura = laura(&mut shop);
    let rows = shop.history(laura).rows;
    let whose = shop.shop().attestation(laura).unwrap();
    let csv = history_file(&whose, &rows, HistoryFormat::Csv, Language::French).unwrap();
    let table = csv.strip_prefix(b"\xef\xbb\xbf".as_slice()).expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(table);
    let headers: Vec<String> = reader.headers().unwrap().iter().take(3).map(str::to_owned).collect();
    assert_eq!(headers, ["Type de communication client", "Type d'accord (oral, écrit, SMS ...)", "Date de l'accord"]);
    let lines: Vec<String> =
        reader.records().map(|line| line.unwrap().iter().take(4).collect::<Vec<_>>().join(" / ")).collect();
    assert_eq!(lines[0], format!("Envoi de mailing postal / Accord écrit / {} / ", shown("2018-09-18T04:35")));
    assert_eq!(lines[2], format!("Arrêt d'envoi de SMS /  / {} / ", shown("2018-09-18T04:38")));
    let last = shown("2018-09-18T04:56");
    assert_eq!(
        lines[4],
        format!("Envoi de SMS techniques & commerciaux / Accord écrit / {last} / '=bulletin rempli au comptoir")
    );
    let pdf = history_file(&whose, &rows, HistoryFormat::Pdf, Language::French).unwrap();
    assert!(text(&pdf).contains("Arrêt d’envoi de SMS"));
}

#[test]
fn nothing_is_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("attestation.pdf");
    write_new(&path, b"first").unwrap();
    assert!(matches!(write_new(&path, b"second"), Err(Error::FileExists)));
    assert_eq!(std::fs::read(&path).unwrap(), b"first");
    assert!(matches!(write_new(&folder.path().join("absent/x.pdf"), b""), Err(Error::FileMissing)));
}

#[test]
fn a_day_of_decisions_is_printed_with_the_head_of_the_chain() {
    // Noon of any zone that a shop may be in.
    let mut shop = TestShop::at("2018-09-18T10:35");
    let laura = laura(&mut shop);
    shop.later_minutes(24 * 60).refuse(laura, Channel::Phone);
    let list = shop.shop().daily_list("2018-09-18".parse().unwrap()).unwrap();
    let labels: Vec<&str> = list.recorded.decisions.iter().map(|one| one.label.as_str()).collect();
    assert_eq!(labels.len(), 5, "{labels:?}");
    let next = shop.shop().daily_list("2018-09-19".parse().unwrap()).unwrap();
    assert_eq!(next.recorded.decisions[0].label, "Refus d'appels téléphoniques");
    assert_eq!(next.chain_head, list.chain_head, "the head is that of the whole chain");
    let pdf = list.pdf(Language::French).unwrap();
    let text = text(&pdf);
    let time = &shown("2018-09-18T10:38")[11..];
    for expected in ["Autorisations du jour, 18/09/2018", time, "Mlle DUPONT Laura (n° 1)", "Arrêt d’envoi de SMS"]
    {
        assert!(text.contains(expected), "{expected:?} in {text}");
    }
    assert!(text.replace(' ', "").contains(&list.chain_head));
}
