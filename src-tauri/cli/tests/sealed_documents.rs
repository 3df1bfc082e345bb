//! Attestations and lists of a day from the terminal, for support and scheduled tasks.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;

use crate::support::{Shop, keys};
use serde_json::Value;

fn shop() -> Shop {
    let shop = Shop::with_a_client();
    shop.json(&["decide", "1", "--channel", "sms", "--grant", "technical", "--mode", "Accord écrit"]);
    shop.json(&["decide", "1", "--channel", "sms", "--withdraw"]);
    shop
}

#[test]
fn an_attestation_is_a_pdf_or_a_record_as_its_ending_says() {
    let shop = shop();
    let head = shop.json(&["verify"])["head"].clone();
    for name in ["laura.PDF", "laura.json"] {
        let made = shop.json(&["attestation", "1", "--out", name, "--language", "en"]);
        assert_eq!(keys(&made), ["client_decisions", "decisions", "head", "number", "path"]);
        assert_eq!((&made["head"], &made["client_decisions"]), (&head, &Value::from(2)));
    }
    assert!(fs::read(shop.file("laura.PDF")).unwrap().starts_with(b"%PDF-"));
    let record: Value = serde_json::from_str(&shop.read("laura.json")).unwrap();
    assert_eq!(record["pii_processing"]["language"], "en");
    assert_eq!(record["events"].as_array().unwrap().len(), 2);
    assert_eq!(record["proof"]["chain_head"], head);
    shop.json(&["attestation", "1", "--out", "laura-fr.json", "--language", "fr"]);
    assert!(shop.read("laura-fr.json").contains("En boutique, par écrit"));
}

#[test]
fn no_document_replaces_a_file_and_none_is_left_by_a_refusal() {
    let shop = shop();
    shop.write("kept.pdf", "mine");
    shop.write("kept.json", "mine");
    for arguments in [
        &["attestation", "1", "--out", "kept.pdf"][..],
        &["attestation", "1", "--out", "kept.json"],
        &["daily-list", "--out", "kept.pdf"],
    ] {
        let (code, _, why) = shop.run(arguments);
        assert_eq!(code, 1, "{why}");
        assert!(why.contains("kept.") && why.contains("exists already"), "{why}");
    }
    assert_eq!((shop.read("kept.pdf").as_str(), shop.read("kept.json").as_str()), ("mine", "mine"));
    assert_eq!(shop.run(&["attestation", "2", "--out", "nobody.pdf"]).0, 1);
    for arguments in [
        &["attestation", "1", "--out", "laura.txt"][..],
        &["attestation", "1", "--out", "laura"],
        &["attestation", "1"],
        &["attestation", "1", "--out", "laura.pdf", "--language", "de"],
        &["daily-list", "--out", "day.json"],
        &["daily-list", "--day", "18/09/2018", "--out", "day.pdf"],
        &["daily-list", "--day", "9999-12-31", "--out", "day.pdf"],
        &["daily-list", "--day", "1969-12-31", "--out", "day.pdf"],
    ] {
        assert_eq!(shop.run(arguments).0, 2, "{arguments:?}");
    }
    for absent in ["nobody.pdf", "laura.txt", "laura", "laura.pdf", "day.json", "day.pdf"] {
        assert!(!shop.file(absent).exists(), "{absent}");
    }
}

#[test]
fn the_list_of_a_day_holds_what_was_recorded_then_and_the_head_of_the_chain() {
    let shop = shop();
    let head = shop.json(&["verify"])["head"].clone();
    let made = shop.json(&["daily-list", "--out", "today.pdf"]);
    assert_eq!(keys(&made), ["day", "day_decisions", "decisions", "head", "imported", "path"]);
    assert_eq!((&made["day_decisions"], &made["head"]), (&Value::from(2), &head));
    assert!(fs::read(shop.file("today.pdf")).unwrap().starts_with(b"%PDF-"));
    let earlier = shop.json(&["daily-list", "--day", "2018-09-18", "--out", "then.pdf"]);
    assert_eq!((&earlier["day_decisions"], &earlier["head"]), (&Value::from(0), &head));
    let named = shop.json(&["daily-list", "--day", made["day"].as_str().unwrap(), "--out", "named.pdf"]);
    assert_eq!(named["day_decisions"], 2);
}
