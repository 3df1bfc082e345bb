//! The terminal program as a script uses it: what it prints, how it ends, what it refuses.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use crate::support::{PASSPHRASE, Shop, keys};
use serde_json::Value;

#[test]
fn a_file_is_made_filled_searched_shown_and_checked() {
    let shop = Shop::with_csv(
        "nom;prenom;cp;ville;portable;email\r\nDUPONT;Laura;19200;USSEL;06 39 98 71 10;l@boutique.example\r\n",
    );
    let report = shop.json(&["import", "clients.csv"]);
    assert_eq!(
        (&report["rows"], &report["imported"], &report["rejected"], &report["duplicates_suspected"]),
        (&1.into(), &1.into(), &0.into(), &0.into())
    );
    let found = shop.json(&["search", "dup"]);
    assert_eq!(
        (&found["total"], &found["total_exact"], &found["hidden_inactive"]),
        (&1.into(), &true.into(), &0.into())
    );
    let client = &found["clients"][0];
    let expected = [
        "company",
        "email",
        "first_name",
        "inactive",
        "last_name",
        "mobile",
        "number",
        "phone",
        "postcode",
        "town",
        "type",
    ];
    assert_eq!(keys(client), expected);
    assert_eq!((client["last_name"].as_str(), client["mobile"].as_str()), (Some("DUPONT"), Some("06 39 98 71 10")));
    let shown = shop.json(&["show", "1"]);
    assert_eq!((shown["town"].as_str(), shown["imported_from"].as_str()), (Some("USSEL"), Some("clients.csv")));
    assert_eq!(shop.json(&["verify"])["integrity"], "ok");
}

#[test]
fn an_inactive_client_leaves_the_search_and_comes_back() {
    let shop = Shop::with_csv("nom;prenom\r\nDUPONT;Laura\r\nDUPONT;Michel\r\n");
    shop.json(&["import", "clients.csv"]);
    let marked = shop.json(&["set-inactive", "1", "--reason", "déménagée"]);
    assert_eq!((&marked["inactive"], marked["inactive_reason"].as_str()), (&true.into(), Some("déménagée")));
    let hidden = shop.json(&["search", "dupont"]);
    assert_eq!((&hidden["total"], &hidden["hidden_inactive"]), (&1.into(), &1.into()));
    assert_eq!(shop.json(&["search", "dupont", "--inactive"])["total"], 2);
    assert_eq!(shop.json(&["search", "dupont", "--inactive", "--limit", "1"])["clients"].as_array().unwrap().len(), 1);
    shop.json(&["set-active", "1"]);
    assert_eq!(shop.json(&["search", "dupont"])["total"], 2);
}

#[test]
fn many_queries_are_answered_one_line_each() {
    let shop = Shop::with_csv("nom;prenom\r\nDUPONT;Laura\r\nMARTIN;Élise\r\n");
    shop.json(&["import", "clients.csv"]);
    shop.write("queries.txt", "dup\nelise\nzzzz\n");
    let (code, out, _) = shop.run(&["search", "--batch", "queries.txt"]);
    let lines: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((code, lines.len()), (0, 3));
    assert_eq!(keys(&lines[0]), ["elapsed_us", "hidden_inactive", "query", "total", "total_exact"]);
    let totals: Vec<_> =
        lines.iter().map(|line| (line["query"].as_str().unwrap(), line["total"].as_u64().unwrap())).collect();
    assert_eq!(totals, [("dup", 1), ("elise", 1), ("zzzz", 0)]);
}

#[test]
fn an_import_is_told_in_the_language_of_the_system() {
    let shop = Shop::with_csv("nom;prenom;cp;email\r\n DUPONT;Laura;1920;\r\nREY;Luc;19200;rey@\r\n");
    let told = |language: &str| {
        let output = shop.command(&["import", "clients.csv", "--dry-run"]).env("LC_ALL", language).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    for (language, words) in [
        ("fr_FR.UTF-8", ["adresse e-mail incorrecte", "remarques", "espaces en trop", "codes postaux"]),
        ("en_GB.UTF-8", ["malformed email address", "remarks", "extra spaces", "postcodes"]),
    ] {
        let text = told(language);
        assert!(words.iter().all(|word| text.contains(word)), "{text}");
    }
}

#[test]
fn an_import_tells_what_became_of_the_consents() {
    let shop = Shop::with_csv(
        "nom;portable;sms_technique;sms_commercial\nREY;06 39 98 00 01;oui;oui\nJOLY;06 39 98 00 01;;non\n",
    );
    let dry = shop.json(&["import", "clients.csv", "--dry-run"])["consents"].clone();
    assert_eq!(dry, serde_json::json!({ "granted": 1, "refused": 1, "not_resubscribed": 1 }));
    for (language, words) in [
        ("fr_FR.UTF-8", ["accords  ", "refus  ", "accords non repris", "la même adresse avait dit non"]),
        ("en_GB.UTF-8", ["agreements  ", "refusals  ", "agreements not taken over", "the same address had said no"]),
    ] {
        let output = shop.command(&["import", "clients.csv", "--dry-run"]).env("LC_ALL", language).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(words.iter().all(|word| text.contains(word)), "{text}");
    }
    assert_eq!(shop.json(&["import", "clients.csv"])["consents"], dry);
}

#[test]
fn a_missing_file_is_named_whichever_it_is() {
    let shop = Shop::new();
    for arguments in [
        &["--file", "absent", "verify"][..],
        &["import", "absent"],
        &["search", "--batch", "absent"],
        &["verify", "--passphrase-file", "absent"],
    ] {
        let (code, _, error) = shop.run(arguments);
        assert_eq!((code, error.contains("absent : no such file")), (1, true), "{error}");
    }
}

#[test]
fn a_mark_at_the_beginning_of_a_text_is_no_part_of_it() {
    let shop = Shop::with_csv("nom\r\nDUPONT\r\n");
    shop.json(&["import", "clients.csv"]);
    shop.write("secret.txt", format!("\u{feff}{PASSPHRASE}\r\n"));
    shop.write("queries.txt", "\u{feff}dupont\r\n");
    let (code, out, error) =
        shop.run_with("", &["search", "--batch", "queries.txt", "--passphrase-file", "secret.txt"]);
    assert_eq!(code, 0, "{error}");
    assert!(out.contains(r#""query":"dupont""#) && out.contains(r#""total":1"#), "{out}");
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let shop = Shop::new();
    shop.write("queries.txt", "dupont\n".repeat(5000));
    let mut search = shop
        .command(&["search", "--batch", "queries.txt"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(search.stdout.take());
    let ended = search.wait_with_output().unwrap();
    assert!(ended.status.success() && ended.stderr.is_empty(), "{ended:?}");
}

#[test]
fn a_dry_run_writes_nothing() {
    let shop = Shop::with_csv("nom;prenom\r\nDUPONT;Laura\r\n");
    assert_eq!(shop.json(&["import", "clients.csv", "--dry-run"])["imported"], 1);
    assert_eq!(shop.json(&["search", ""])["total"], 0);
}

#[test]
fn rejected_rows_come_back_with_their_reason_and_can_be_corrected() {
    let shop = Shop::with_csv("nom;prenom;email\r\nDUPONT;Laura;pas une adresse\r\n;;\r\nMARTIN;Élise;\r\n");
    let report = shop.json(&["import", "clients.csv", "--rejects", "rejets.csv"]);
    assert_eq!((&report["imported"], &report["rejected"]), (&1.into(), &1.into()));
    let rejects = shop.read("rejets.csv");
    assert!(rejects.contains("pas une adresse") && rejects.lines().count() == 2, "{rejects}");
    shop.write("corrige.csv", rejects.replace("pas une adresse", "laura@boutique.example"));
    assert_eq!(shop.json(&["import", "corrige.csv"])["imported"], 1);
    assert_eq!(shop.json(&["search", "laura"])["total"], 1);
}

#[test]
fn exit_codes_are_0_1_and_2() {
    let shop = Shop::new();
    assert_eq!(shop.run(&["verify"]).0, 0);
    for refused in
        [&["show", "9"][..], &["import", "absent.csv"], &["backup", "absent"], &["create"], &["set-inactive", "9"]]
    {
        let (code, out, error) = shop.run(refused);
        assert_eq!(code, 1, "{refused:?}: {error}");
        assert!(out.is_empty() && error.starts_with("ecrin-cli: ") && error.len() > 20, "{refused:?}: {error}");
    }
    for usage in [&["search"][..], &["nothing"], &["show", "x"], &["search", "a", "--limit", "0"], &[]] {
        assert_eq!(shop.run(usage).0, 2, "{usage:?}");
    }
}

#[test]
fn the_passphrase_comes_from_a_file_or_from_the_environment() {
    let shop = Shop::new();
    shop.write("phrase.txt", "Vitrine+2024!\n");
    assert_eq!(shop.run_with("", &["verify", "--passphrase-file", "phrase.txt"]).0, 0);
    let (code, _, error) = shop.run_with("", &["verify"]);
    assert!(code == 1 && error.contains("ECRIN_PASSPHRASE"), "{error}");
    let (code, _, error) = shop.run_with("autre", &["verify"]);
    assert!(code == 1 && error.contains("passphrase"), "{error}");
    assert!(!error.contains("autre"), "a secret was printed");
}

#[test]
fn a_demonstration_opens_with_its_public_passphrase_and_never_mixes_with_real_clients() {
    let shop = Shop::with_csv("nom;prenom\r\nDUPONT;Laura\r\n");
    shop.json(&["import", "clients.csv"]);
    assert_eq!(shop.run(&["demo"]).0, 1);
    let made = shop.json(&["--file", "demo.ecrin", "demo", "--clients", "50", "--seed", "3"]);
    assert_eq!((&made["clients"], &made["demonstration"]), (&50.into(), &true.into()));
    assert_eq!(shop.run_with("", &["--file", "demo.ecrin", "verify"]).0, 0);
}

#[test]
fn a_backup_is_a_file_that_opens() {
    let shop = Shop::with_csv("nom;prenom\r\nDUPONT;Laura\r\n");
    shop.json(&["import", "clients.csv"]);
    shop.folder("copies");
    let made = shop.json(&["backup", "copies"]);
    let copy = made["path"].as_str().unwrap().to_owned();
    assert_eq!(shop.json(&["--file", &copy, "search", "laura"])["total"], 1);
}

#[test]
fn a_damaged_file_is_said_to_be_broken() {
    let shop = Shop::with_csv("nom;prenom\r\nDUPONT;Laura\r\n");
    shop.json(&["import", "clients.csv"]);
    shop.cut("boutique.ecrin", 60_000);
    let (code, out, error) = shop.run(&["verify", "--json"]);
    assert_eq!(code, 1, "{error}");
    assert_eq!(serde_json::from_str::<Value>(&out).unwrap()["integrity"], "broken");
}
