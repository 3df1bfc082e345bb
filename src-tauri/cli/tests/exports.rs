//! Exporting lists from a terminal, and what a full disk leaves.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use crate::support::Shop;
use serde_json::{Value, json};

/// Three clients, of whom the first agreed to offers by SMS, and the second took it back.
fn shop() -> Shop {
    let shop = Shop::with_csv(
        "nom;prenom;cp;ville;portable;email\r\n\
         DUPONT;Laura;19200;USSEL;06 39 98 71 10;laura@boutique.example\r\n\
         REY;Léa;19200;Ussel;06 39 98 71 11;\r\n\
         JOLY;Łukasz;63000;CLERMONT-FERRAND;06 39 98 71 12;lukasz@boutique.example\r\n",
    );
    assert_eq!(shop.json(&["import", "clients.csv"])["imported"], 3);
    for client in ["1", "2"] {
        shop.json(&["decide", client, "--channel", "sms", "--grant", "commercial", "--mode", "Accord écrit"]);
    }
    shop.json(&["decide", "2", "--channel", "sms", "--withdraw"]);
    shop
}

fn export(shop: &Shop, more: &[&str]) -> Value {
    shop.json(&[&["export", "--purpose", "Ventes privées"][..], more].concat())
}

#[test]
fn a_list_is_exported_with_its_counts_and_its_seal() {
    let shop = shop();
    let report = export(
        &shop,
        &["--format", "jsonl", "--out", "sms.jsonl", "--contact", "sms:commercial", "--columns", "number,last_name"],
    );
    assert_eq!(crate::support::keys(&report), ["excluded", "export", "kept", "path", "replaced", "sha256"]);
    assert_eq!((&report["kept"], &report["excluded"]), (&1.into(), &json!({ "never_asked": 1, "withdrawn": 1 })));
    assert_eq!(report["sha256"].as_str().unwrap().len(), 64);
    let text = shop.read("sms.jsonl");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[1..], ["{\"number\":1,\"last_name\":\"DUPONT\"}"]);
    let everyone = export(&shop, &["--format", "csv", "--out", "tous.csv"]);
    assert_eq!((&everyone["kept"], &everyone["excluded"], &everyone["export"]), (&3.into(), &json!({}), &2.into()));
    assert!(shop.read("tous.csv").lines().next().unwrap().ends_with("Écrin export: not to be used for prospecting"));
}

#[test]
fn conditions_columns_and_order_are_typed() {
    let shop = shop();
    let names = |more: &[&str], out: &str| -> Vec<String> {
        export(&shop, &[&["--format", "jsonl", "--columns", "last_name", "--out", out][..], more].concat());
        let name = |line: &str| serde_json::from_str::<Value>(line).unwrap()["last_name"].as_str().unwrap().to_owned();
        shop.read(out).lines().skip(1).map(name).collect()
    };
    assert_eq!(names(&["--where", "town = USSEL"], "a"), ["DUPONT", "REY"]);
    assert_eq!(names(&["--where", "town = USSEL", "--where", "email !="], "b"), ["DUPONT"]);
    assert_eq!(
        names(&["--where", "postcode ^= 63", "--where", "email =", "--any", "--sort", "-last_name"], "c"),
        ["REY", "JOLY"]
    );
    assert_eq!(names(&["--where", "consent:SMS-COM = withdrawn"], "d"), ["REY"]);
}

#[test]
fn what_makes_no_sense_is_said_and_nothing_is_written() {
    let shop = shop();
    let refused = |more: &[&str]| {
        let (code, _, error) = shop.run(&[&["export", "--format", "csv", "--out", "x.csv"][..], more].concat());
        assert!(!shop.file("x.csv").exists() && !shop.file("x.csv.partiel").exists());
        (code, error)
    };
    assert_eq!(refused(&[]).0, 2, "a purpose is needed");
    let (code, error) = refused(&["--purpose", " "]);
    assert!(code == 1 && error.contains("say why"), "{error}");
    let (code, error) = refused(&["--purpose", "p", "--columns", "name"]);
    assert!(code == 1 && error.contains("no field is called \"name\"") && error.contains("last_name"), "{error}");
    for wrong in [["--where", "town"], ["--contact", "phone:technical"], ["--sheet", "4x4"], ["--start", "25"]] {
        assert_eq!(refused(&[["--purpose", "p"], wrong].concat()).0, 2, "{wrong:?}");
    }
    shop.write("x2.csv", "ancien");
    let (code, _, error) = shop.run(&["export", "--format", "csv", "--purpose", "p", "--out", "x2.csv"]);
    assert!(code == 1 && error.contains("x2.csv") && error.contains("exists already"), "{error}");
    assert_eq!(shop.read("x2.csv"), "ancien");
}

#[test]
fn a_mistake_in_a_list_is_named_with_what_could_be_typed() {
    let shop = shop();
    let refused = |more: &[&str]| {
        let fixed = ["export", "--format", "csv", "--out", "x.csv", "--purpose", "p"];
        let (code, _, error) = shop.run(&[&fixed[..], more].concat());
        assert!(code == 1 && !shop.file("x.csv").exists(), "{more:?}: {error}");
        error
    };
    let error = refused(&["--where", "professional = yes"]);
    assert!(error.contains("professional: there is no such choice. Possible: individual, professional"), "{error}");
    let error = refused(&["--where", "created_at >= 31/01/2024"]);
    assert!(error.contains("created_at: this is not a day: write 2016-01-31"), "{error}");
    let error = refused(&["--where", "consent:SMS-COM ~ a"]);
    assert!(error.contains("consent:SMS-COM: this field is not compared in this way. Possible: =, !="), "{error}");
    assert!(refused(&["--sort", "contact_date"]).contains("contact_date: this field is shown, not searched"));
    let error = refused(&["--columns", "last_name,contact_consent"]);
    assert!(error.contains("contact_consent") && error.contains("--contact"), "{error}");
    let typed = ["export", "--format", "csv", "--out", "x.csv", "--purpose", "p", "--where", "number ^= 1", "--json"];
    let (code, out, _) = shop.run(&typed);
    let told: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &told["problem"], &told["field"]), (1, &"operator_unsuited".into(), &"number".into()));
    assert_eq!(told["choices"], json!(["=", "!=", ">=", "<="]));
    let sheet = ["export", "--format", "labels", "--out", "e.pdf", "--purpose", "p", "--sheet", "2x7", "--start", "20"];
    let (code, _, error) = shop.run(&sheet);
    assert!(code == 1 && error.contains("this sheet has 14 labels"), "{error}");
    let sms = ["export", "--format", "labels", "--out", "e.pdf", "--purpose", "p", "--contact", "sms:commercial"];
    let (code, _, error) = shop.run(&sms);
    assert!(code == 1 && error.contains("labels go with letters") && !shop.file("e.pdf").exists(), "{error}");
}

#[test]
fn what_may_not_have_been_meant_is_warned_of() {
    let shop = shop();
    let warned = |out: &str, more: &[&str]| {
        let fixed = ["export", "--format", "csv", "--out", out, "--purpose", "p"];
        let (code, _, error) = shop.run(&[&fixed[..], more].concat());
        assert_eq!(code, 0, "{more:?}: {error}");
        error
    };
    let error = warned("a.csv", &["--contact", "phone:b2b"]);
    assert!(error.contains("warning: the shop asks no question about phone:b2b"), "{error}");
    assert!(error.contains("warning: nobody is in this list"), "{error}");
    let error = warned("b.csv", &["--contact", "sms:commercial", "--columns", "last_name,email,mobile"]);
    assert!(error.contains("columns left out, because they serve another channel: email"), "{error}");
    assert_eq!(warned("c.csv", &["--contact", "sms:commercial"]), "");
    assert!(!shop.read("c.csv").contains("laura@boutique.example"));
}

#[test]
fn those_left_out_go_into_a_second_file_and_the_register_is_listed() {
    let shop = shop();
    let report =
        export(&shop, &["--format", "csv", "--out", "sms.csv", "--contact", "sms:commercial", "--excluded", "non.csv"]);
    assert_eq!(report["excluded_file"], json!({ "path": "non.csv", "export": 2, "clients": 2 }));
    assert!(shop.read("non.csv").lines().nth(2).unwrap().contains("withdrew"), "{}", shop.read("non.csv"));
    let register = shop.json(&["exports"]);
    assert_eq!((&register[0]["id"], &register[0]["file_name"]), (&2.into(), &"non.csv".into()));
    assert_eq!((&register[1]["contact"], &register[1]["sha256"]), (&"sms:commercial".into(), &report["sha256"]));
    let (_, out, _) = shop.run(&["exports"]);
    assert!(out.lines().count() == 2 && out.contains("sms.csv") && out.contains("Ventes privées"), "{out}");
    let again = ["export", "--format", "csv", "--out", "c.csv", "--purpose", "p", "--excluded", "non.csv"];
    let (code, _, error) = shop.run(&again);
    assert!(code == 1 && error.contains("non.csv") && !shop.file("c.csv").exists(), "{error}");
}

#[test]
fn what_old_programs_cannot_read_is_replaced_and_told() {
    let shop = shop();
    let report = export(&shop, &["--format", "csv", "--out", "vieux.csv", "--encoding", "windows-1252"]);
    assert_eq!(report["replaced"], json!([{ "character": "Ł", "count": 1, "client": 3 }]));
    assert!(std::fs::read(shop.file("vieux.csv")).unwrap().windows(7).any(|bytes| bytes == b";?ukasz"));
}

/// The program may write no file of more than two megabytes: what it writes beyond is refused, as by a full disk.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_takes_no_more_leaves_neither_file_nor_entry() {
    use std::fmt::Write as _;
    use std::process::Command;

    use crate::support::PASSPHRASE;

    let shop = Shop::new();
    let mut table = String::from("nom;prenom;adresse;cp;ville;email\r\n");
    for number in 0..20_000 {
        let _ = write!(
            table,
            "DUPONT{number};Laura;{number} rue du Four, résidence du Lac;19200;USSEL;laura{number}@boutique.example\r\n"
        );
    }
    shop.write("clients.csv", table);
    assert_eq!(shop.json(&["import", "clients.csv"])["imported"], 20_000);
    std::fs::remove_file(shop.file("clients.csv")).unwrap();
    for (format, out, limit) in
        [("csv", "a.csv", "2048"), ("xlsx", "a.xlsx", "2048"), ("vcard", "a.vcf", "2048"), ("jsonl", "a.jsonl", "2048")]
    {
        // A signal would end the program; ignored, it is an error like others.
        let script = format!("trap '' 25; ulimit -f {limit}; exec \"$0\" \"$@\"");
        let mut command = Command::new("sh");
        command.args(["-c", &script, env!("CARGO_BIN_EXE_ecrin-cli"), "--file", "boutique.ecrin", "export"]);
        command.args(["--format", format, "--purpose", "p", "--out", out]);
        let output =
            command.current_dir(shop.path()).env("ECRIN_PASSPHRASE", PASSPHRASE).env("LC_ALL", "C").output().unwrap();
        let error = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{format}: {error}");
        assert!(!error.contains("panicked") && error.lines().count() == 1, "{format}: {error}");
        let left: Vec<_> = std::fs::read_dir(shop.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, ["boutique.ecrin"], "{format}: {error}");
    }
    let whole = export(&shop, &["--format", "csv", "--out", "tout.csv"]);
    assert_eq!((&whole["kept"], &whole["export"]), (&20_000.into(), &1.into()), "the register knows of nothing else");
}
