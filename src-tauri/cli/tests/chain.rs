//! An exported chain, recomputed by a program of another language: both agree on every seal.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;
use std::process::Command;

use crate::support::Shop;
use serde_json::{Value, json};

/// Details that a canonical form could get wrong.
const DETAILS: [&str; 5] = [
    "« Oui », dit-elle : \"d'accord\"",
    "C:\\Accords\\2018 \\n\\u0041 \\\\",
    "deux\nlignes\tet une tabulation\r\n",
    "❤️ 👩‍👧 💍 œ ß ł é\u{301} \u{2028}\u{feff}\u{7f}",
    "</script> <!-- ' ; DROP TABLE decision; -- {\"a\":[1]}",
];

/// Seven decisions of every sort, one of which has evidence.
fn shop() -> Shop {
    let shop = Shop::with_a_client();
    shop.write("bulletin.pdf", "%PDF-1.7\n");
    for (detail, channel) in DETAILS.iter().zip(["sms", "mail", "postal", "phone", "sms"]) {
        let mut decision = vec!["decide", "1", "--channel", channel, "--grant", "commercial", "--mode"];
        decision.extend(["Accord \"écrit\" \\ signé 💍", "--detail", detail]);
        if channel == "mail" {
            decision.extend(["--evidence", "bulletin.pdf"]);
        }
        shop.json(&decision);
    }
    shop.json(&["decide", "1", "--channel", "sms", "--withdraw", "--at", "2018-09-18T06:38:00+02:00"]);
    shop.json(&["decide", "1", "--channel", "mail", "--refuse", "newsletter"]);
    shop
}

/// Runs the script on an export: exit code, stdout, stderr.
fn recompute(shop: &Shop, export: &str, head: &[&str]) -> (i32, String, String) {
    let python = if cfg!(windows) { "python" } else { "python3" };
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/chain/verify.py");
    let output = Command::new(python)
        .arg("-I")
        .arg(script)
        .arg(export)
        .args(head)
        .current_dir(shop.path())
        .env("PYTHONUTF8", "1")
        .output()
        .unwrap_or_else(|error| panic!("{python} is needed to recompute the chain, and could not be started: {error}"));
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().trim().to_owned();
    (output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
}

#[test]
fn another_language_finds_the_same_seals() {
    let shop = shop();
    let made = shop.json(&["chain", "--out", "chaine.jsonl"]);
    let checked = shop.json(&["verify"]);
    let head = checked["head"].as_str().unwrap();
    assert_eq!((&made["head"], &made["decisions"]), (&checked["head"], &7.into()));
    let (code, out, error) = recompute(&shop, "chaine.jsonl", &[]);
    assert_eq!((code, out), (0, format!("7 {head}")), "{error}");
    // A head printed earlier, in groups, is in the chain too.
    let line = shop.read("chaine.jsonl").lines().nth(3).unwrap().to_owned();
    let earlier = serde_json::from_str::<Value>(&line).unwrap()["seal"].as_str().unwrap().to_uppercase();
    let (code, _, error) = recompute(&shop, "chaine.jsonl", &[&earlier[..32], &earlier[32..]]);
    assert_eq!(code, 0, "{error}");
    let (code, _, error) = recompute(&shop, "chaine.jsonl", &["ab"]);
    assert_eq!((code, error.as_str()), (1, "decision 8 is missing"));
}

#[test]
fn an_export_holds_what_was_sealed_and_nothing_more() {
    let shop = shop();
    shop.json(&["chain", "--out", "chaine.jsonl"]);
    let text = shop.read("chaine.jsonl");
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(crate::support::keys(&lines[0]), ["decisions", "file_id", "form", "genesis", "head"]);
    assert_eq!((&lines[0]["form"], lines.len()), (&"ecrin-chain-1".into(), 8));
    assert_eq!((&lines[1]["previous"], &lines[2]["previous"]), (&lines[0]["genesis"], &lines[1]["seal"]));
    assert_eq!(lines[7]["seal"], lines[0]["head"]);
    assert_eq!(lines[1]["detail"], DETAILS[0]);
    for secret in ["DUPONT", "Laura", "laura@", "06 39", "+33639", "USSEL"] {
        assert!(!text.contains(secret), "{secret}");
    }
    // The same through the terminal, and nothing else there.
    let (code, out, error) = shop.run(&["chain", "--out", "-"]);
    assert_eq!((code, error.as_str()), (0, ""));
    assert_eq!(out, text);
    let (code, _, error) = shop.run(&["chain", "--out", "chaine.jsonl"]);
    assert!(code == 1 && error.contains("exists already"), "{error}");
    assert_eq!(shop.read("chaine.jsonl"), text);
    let (code, _, error) = shop.run(&["chain", "--out", "absent/chaine.jsonl"]);
    assert!(code == 1 && error.contains("no such file or folder"), "{error}");
}

#[test]
fn a_chain_without_decisions_is_its_genesis() {
    let shop = Shop::new();
    shop.json(&["chain", "--out", "chaine.jsonl"]);
    let head = shop.json(&["verify"])["head"].as_str().unwrap().to_owned();
    assert_eq!(recompute(&shop, "chaine.jsonl", &[]).1, format!("0 {head}"));
}

/// Changes lines of an export, of which the header is the first, and says what the script then finds.
fn tampered(shop: &Shop, change: impl FnOnce(&mut Vec<Value>)) -> (i32, String) {
    let text = shop.read("chaine.jsonl");
    let mut lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    change(&mut lines);
    let lines: Vec<String> = lines.iter().map(Value::to_string).collect();
    shop.write("altered.jsonl", lines.join("\n"));
    let (code, _, error) = recompute(shop, "altered.jsonl", &[]);
    (code, error)
}

#[test]
fn a_tampered_export_fails_at_the_decision_that_was_touched() {
    let shop = shop();
    shop.json(&["chain", "--out", "chaine.jsonl"]);
    let fails_at = |decision: usize| (1, format!("decision {decision} does not hold"));
    assert_eq!(tampered(&shop, |_| {}), (0, String::new()), "lines that say the same are as good");
    let link: Value = serde_json::from_str(shop.read("chaine.jsonl").lines().nth(2).unwrap()).unwrap();
    let fields: Vec<String> = link.as_object().unwrap().keys().cloned().collect();
    assert_eq!(fields.len(), 16);
    for field in &fields {
        let found = tampered(&shop, |lines| {
            let value = &mut lines[2][field];
            *value = match &*value {
                Value::Null => json!(1),
                Value::Number(number) => json!(number.as_i64().unwrap() + 1),
                text => json!(format!("{}x", text.as_str().unwrap())),
            };
        });
        assert_eq!(found, fails_at(2), "{field}");
        let removed = tampered(&shop, |lines| drop(lines[2].as_object_mut().unwrap().remove(field)));
        // An absent import and a missing one are sealed alike.
        let expected = if field == "import" { (0, String::new()) } else { fails_at(2) };
        assert_eq!(removed, expected, "{field}");
    }
    assert_eq!(tampered(&shop, |lines| drop(lines.remove(4))), fails_at(4), "a line is gone");
    assert_eq!(tampered(&shop, |lines| lines.swap(3, 6)), fails_at(3), "two changed places");
    assert_eq!(tampered(&shop, |lines| lines.insert(5, lines[5].clone())), fails_at(6), "one is there twice");
    assert_eq!(tampered(&shop, |lines| lines[0]["file_id"] = json!("another")), fails_at(1), "another file's");
    let missing = |decision: usize| (1, format!("decision {decision} is missing"));
    assert_eq!(tampered(&shop, |lines| lines.truncate(6)), missing(6), "the newest are gone");
}
