//! Consents from a terminal: what is recorded, what is refused, and what the gate says.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use crate::support::{Shop, keys};
use serde_json::{Value, json};

/// The five decisions of P3 with the arguments of each.
const SEED: [&[&str]; 5] = [
    &["--channel", "postal", "--grant", "--mode", "Accord écrit", "--at", "2018-09-18T06:35:00+02:00"],
    &["--channel", "sms", "--grant", "technical", "--mode", "Accord par mail", "--at", "2018-09-18T06:35:00+02:00"],
    &["--channel", "sms", "--withdraw", "--at", "2018-09-18T06:38:00+02:00"],
    &["--channel", "sms", "--grant", "technical", "--mode", "Accord écrit", "--at", "2018-09-18T06:50:00+02:00"],
    &[
        "--channel",
        "sms",
        "--grant",
        "technical,commercial",
        "--mode",
        "Accord écrit",
        "--at",
        "2018-09-18T06:56:00+02:00",
    ],
];

fn decide<'a>(rest: &[&'a str]) -> Vec<&'a str> {
    [&["decide", "1"], rest].concat()
}

fn seeded() -> Shop {
    let shop = Shop::with_a_client();
    for rest in SEED {
        shop.json(&decide(rest));
    }
    shop
}

/// The rows of the history by the seed's three columns.
fn rows(shop: &Shop) -> Vec<(String, String, String)> {
    let answer = shop.json(&["consents", "1"]);
    let text = |row: &Value, key: &str| row[key].as_str().unwrap().to_owned();
    answer["history"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (text(row, "label"), text(row, "mode"), text(row, "at")))
        .collect()
}

/// The state of an indicator by its code: state, since, mode.
fn state(shop: &Shop, code: &str) -> (String, Option<String>, String) {
    let answer = shop.json(&["consents", "1"]);
    let found = answer["states"].as_array().unwrap().iter().find(|state| state["code"] == code).unwrap().clone();
    (
        found["state"].as_str().unwrap().into(),
        found["since"].as_str().map(str::to_owned),
        found["mode"].as_str().unwrap().into(),
    )
}

/// The command must end with this code, say this, and leave the file as it was, byte for byte.
fn expect_refused(shop: &Shop, arguments: &[&str], code: i32, words: &[&str]) {
    let content = || std::fs::read(shop.file("boutique.ecrin")).unwrap();
    let before = content();
    let (ended, out, error) = shop.run(arguments);
    assert_eq!((ended, out.as_str()), (code, ""), "{arguments:?}: {error}");
    assert!(words.iter().all(|word| error.contains(word)), "{arguments:?}: {error}");
    assert!(content() == before, "{arguments:?} changed something");
}

#[test]
fn the_five_decisions_of_the_seed_give_its_five_rows() {
    let shop = seeded();
    let expected = [
        ("Envoi de mailing postal", "Accord écrit", "2018-09-18T04:35:00Z"),
        ("Envoi de SMS techniques", "Accord par mail", "2018-09-18T04:35:00Z"),
        ("Arrêt d'envoi de SMS", "", "2018-09-18T04:38:00Z"),
        ("Envoi de SMS techniques", "Accord écrit", "2018-09-18T04:50:00Z"),
        ("Envoi de SMS techniques & commerciaux", "Accord écrit", "2018-09-18T04:56:00Z"),
    ];
    assert_eq!(rows(&shop), expected.map(|(label, mode, at)| (label.into(), mode.into(), at.into())));
    let since = Some("2018-09-18T04:56:00Z".to_owned());
    assert_eq!(state(&shop, "SMS-COM"), ("granted".into(), since, "Accord écrit".into()));
    assert_eq!(state(&shop, "MAIL-COM"), ("never_asked".into(), None, String::new()));
}

// Windows takes its time zone from the person's settings, not from TZ.
#[cfg(unix)]
#[test]
fn people_read_the_seed_s_columns_in_local_time() {
    let shop = seeded();
    let shown = |language: &str| {
        let mut command = shop.command(&["consents", "1"]);
        // A rule rather than a name, so that no table of time zones is needed.
        command.env("LC_ALL", language).env("TZ", "CET-1CEST,M3.5.0,M10.5.0/3");
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    let french = shown("fr_FR.UTF-8");
    let lines: Vec<&str> = french.lines().collect();
    let columns = "Type de communication client           Type d’accord (oral, écrit, SMS ...)  Date de l’accord";
    assert!(lines.contains(&columns), "{french}");
    let last = "Envoi de SMS techniques & commerciaux  Accord écrit                          18/09/2018 06:56";
    assert_eq!(lines.last(), Some(&last));
    assert!(french.contains("jamais demandé"));
    // A question for professionals does not concern a private person.
    assert!(!french.contains("Commerce interentreprises"));
    let english = shown("en_GB.UTF-8");
    assert!(english.contains("never asked") && english.contains("Date of agreement"), "{english}");
}

#[test]
fn answers_have_the_keys_that_scripts_read() {
    let shop = Shop::with_a_client();
    let made = shop.json(&decide(SEED[0]));
    assert_eq!(keys(&made), ["at", "decision", "label", "mode", "seal"]);
    assert_eq!((&made["decision"], &made["at"]), (&1.into(), &"2018-09-18T04:35:00Z".into()));
    assert_eq!(made["seal"].as_str().unwrap().len(), 64);
    let consents = shop.json(&["consents", "1"]);
    assert_eq!(keys(&consents), ["history", "states"]);
    for key in ["indicator", "channel", "purpose", "kind", "state", "since", "mode"] {
        assert!(consents["states"].as_array().unwrap().iter().all(|state| !state[key].is_null() || key == "since"));
    }
    assert_eq!(consents["history"][0]["seal"], made["seal"]);
    let checked = shop.json(&["verify"]);
    assert_eq!(keys(&checked), ["broken", "clients", "decisions", "head", "integrity", "problems"]);
    assert_eq!((&checked["decisions"], &checked["head"], &checked["broken"]), (&1.into(), &made["seal"], &Value::Null));
}

#[test]
fn a_grant_without_a_mode_is_refused_and_changes_nothing() {
    let shop = seeded();
    let grant = ["decide", "1", "--channel", "mail", "--grant", "technical"];
    expect_refused(&shop, &grant, 1, &["--mode", "Nothing was saved"]);
    for mode in ["", "  ", "\t"] {
        expect_refused(&shop, &[&grant[..], &["--mode", mode]].concat(), 1, &["--mode", "Nothing was saved"]);
    }
    expect_refused(&shop, &[&grant[..], &["--mode", "Autre"]].concat(), 1, &["--detail"]);
    expect_refused(&shop, &[&grant[..], &["--mode", &"x".repeat(81)]].concat(), 1, &["80"]);
    assert_eq!(shop.json(&["verify"])["decisions"], 5);
}

#[test]
fn a_mode_is_kept_in_the_words_of_the_shop_or_as_it_was_said() {
    let shop = Shop::with_a_client();
    let mode = |mode: &str| {
        shop.json(&["decide", "1", "--channel", "mail", "--grant", "technical", "--mode", mode])["mode"].clone()
    };
    assert_eq!(mode("ecrit"), "Accord écrit");
    assert_eq!(mode(" accord par SMS "), "Accord par SMS");
    assert_eq!(mode("Signature sur la tablette"), "Signature sur la tablette");
}

#[test]
fn a_withdrawal_takes_back_the_channel_or_what_it_names() {
    let shop = seeded();
    let part = shop.json(&decide(&["--channel", "sms", "--withdraw", "commercial"]));
    assert_eq!((&part["label"], &part["mode"]), (&"Envoi de SMS techniques".into(), &"".into()));
    assert_eq!(state(&shop, "SMS-COM").0, "withdrawn");
    let whole = shop.json(&decide(&["--channel", "sms", "--withdraw"]));
    assert_eq!(whole["label"], "Arrêt d'envoi de SMS");
    assert_eq!((state(&shop, "SMS-TECH").0.as_str(), state(&shop, "POSTAL").0.as_str()), ("withdrawn", "granted"));
}

#[test]
fn a_withdrawal_with_nothing_granted_is_kept_as_an_objection() {
    let shop = Shop::with_a_client();
    let made = shop.json(&decide(&["--channel", "sms", "--withdraw"]));
    assert_eq!(made["label"], "Arrêt d'envoi de SMS");
    assert_ne!(state(&shop, "SMS-COM").0, "never_asked");
    let asked = shop.json(&["may-contact", "1", "--channel", "sms", "--purpose", "commercial"]);
    assert_eq!((&asked["allowed"], &asked["ground"]), (&false.into(), &"objection".into()));
}

#[test]
fn a_refusal_is_no_withdrawal() {
    let shop = Shop::with_a_client();
    assert_eq!(shop.json(&decide(&["--channel", "phone", "--refuse"]))["label"], "Refus d'appels téléphoniques");
    assert_eq!(state(&shop, "TEL").0, "refused");
    shop.json(&decide(&["--channel", "mail", "--refuse", "commercial"]));
    assert_eq!((state(&shop, "MAIL-COM").0.as_str(), state(&shop, "MAIL-TECH").0.as_str()), ("refused", "never_asked"));
}

#[test]
fn what_cannot_be_asked_is_refused_with_what_can() {
    let shop = seeded();
    for (channel, purpose, possible) in [
        ("sms", "newsletter", "technical, commercial, partners"),
        ("postal", "technical", "commercial, partners"),
        ("phone", "newsletter", "commercial, partners"),
        // A private person.
        ("mail", "b2b", "technical, commercial, newsletter, partners"),
    ] {
        let arguments = ["decide", "1", "--channel", channel, "--grant", purpose, "--mode", "Accord écrit"];
        expect_refused(&shop, &arguments, 1, &[possible]);
    }
    expect_refused(&shop, &decide(&["--indicator", "SMS-COM", "--indicator", "TEL", "--refuse"]), 1, &["one channel"]);
    expect_refused(&shop, &decide(&["--indicator", "ABSENT", "--refuse"]), 1, &["SMS-COM", "POSTAL"]);
    let other = ["--channel", "sms", "--indicator", "TEL", "--refuse"];
    expect_refused(&shop, &decide(&other), 1, &["one channel"]);
    expect_refused(&shop, &["decide", "9", "--channel", "sms", "--withdraw"], 1, &["9"]);
    for unknown in [&["consents", "9"][..], &["may-contact", "9", "--channel", "sms", "--purpose", "commercial"]] {
        expect_refused(&shop, unknown, 1, &["9"]);
    }
}

#[test]
fn indicators_are_listed_and_named_by_their_codes() {
    let shop = Shop::with_a_client();
    let listed = shop.json(&["indicators"]);
    let listed = listed["indicators"].as_array().unwrap();
    assert_eq!(listed.len(), 12);
    assert_eq!(
        (&listed[1]["id"], &listed[1]["code"], &listed[1]["channel"]),
        (&2.into(), &"SMS-COM".into(), &"sms".into())
    );
    let both = ["--indicator", "SMS-COM", "--indicator", "sms-tech", "--grant", "--mode", "Accord oral"];
    assert_eq!(shop.json(&decide(&both))["label"], "Envoi de SMS techniques & commerciaux");
}

#[test]
fn what_makes_no_sense_is_a_usage_error() {
    let shop = seeded();
    for rest in [
        &["--channel", "sms"][..],
        &["--withdraw"],
        &["--channel", "sms", "--refuse", "--withdraw"],
        &["--channel", "sms", "--grant", "technical", "--withdraw", "--mode", "x"],
        &["--channel", "fax", "--withdraw"],
        &["--channel", "sms", "--withdraw", "everything"],
        &["--channel", "sms", "--withdraw", "--mode", "Accord oral"],
        &["--channel", "sms", "--grant", "--mode", "Accord oral"],
        &["--channel", "sms", "--grant", "technical", "--indicator", "SMS-COM", "--mode", "Accord oral"],
        &["--channel", "sms", "--withdraw", "--at", "hier"],
        &["--channel", "sms", "--withdraw", "--at", "2018-02-30"],
    ] {
        expect_refused(&shop, &decide(rest), 2, &[]);
    }
    for usage in [
        &["may-contact", "1", "--channel", "sms"][..],
        &["may-contact", "1", "--channel", "sms", "--purpose", "commercial", "--at", "2018-09-18"],
        &["verify", "--head", "12ab"],
        &["evidence", "1"],
        &["chain"],
    ] {
        assert_eq!(shop.run(usage).0, 2, "{usage:?}");
    }
}

#[test]
fn nobody_answers_in_the_future_and_the_moment_of_recording_is_kept() {
    let shop = Shop::with_a_client();
    expect_refused(&shop, &decide(&["--channel", "sms", "--refuse", "--at", "2999-01-01"]), 1, &["--at"]);
    expect_refused(&shop, &decide(&["--channel", "sms", "--refuse", "--at", "1969-12-31"]), 1, &["--at"]);
    let made = shop.json(&decide(&["--channel", "sms", "--refuse", "--at", "2018-09-18"]));
    assert_eq!(made["at"], "2018-09-18T12:00:00Z");
    let row = shop.json(&["consents", "1"])["history"][0].clone();
    assert_ne!(row["recorded_at"], row["at"]);
    assert_eq!(row["operator"], "ecrin-cli");
}

#[test]
fn the_newest_answer_is_the_last_recorded_whatever_its_day() {
    let shop = Shop::with_a_client();
    shop.json(&decide(&["--channel", "sms", "--withdraw", "--at", "2020-01-01"]));
    shop.json(&decide(&["--channel", "sms", "--grant", "technical", "--mode", "Accord écrit", "--at", "2018-01-01"]));
    assert_eq!(state(&shop, "SMS-TECH").0, "granted");
    let days: Vec<String> = rows(&shop).into_iter().map(|(_, _, at)| at).collect();
    assert_eq!(days, ["2020-01-01T12:00:00Z", "2018-01-01T12:00:00Z"]);
}

#[test]
fn evidence_is_kept_and_given_back_byte_for_byte() {
    let shop = Shop::with_a_client();
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR a signature".to_vec();
    // Told by its content, whatever its name.
    shop.write("accord.txt", &png);
    shop.write("bulletin.pdf", "%PDF-1.7\nsigned");
    let grant = ["--channel", "sms", "--grant", "technical", "--mode", "Accord écrit", "--detail", "au comptoir"];
    shop.json(&decide(&[&grant[..], &["--evidence", "accord.txt", "bulletin.pdf"]].concat()));
    let row = shop.json(&["consents", "1"])["history"][0].clone();
    assert_eq!(row["detail"], "au comptoir");
    let kinds: Vec<&Value> = row["evidence"].as_array().unwrap().iter().map(|piece| &piece["media_type"]).collect();
    assert_eq!(kinds, [&json!("image/png"), &json!("application/pdf")]);
    let id = row["evidence"][0]["id"].to_string();
    let made = shop.json(&["evidence", &id, "--out", "signature.png"]);
    assert_eq!((&made["sha256"], &made["decision"]), (&row["evidence"][0]["sha256"], &1.into()));
    assert_eq!(std::fs::read(shop.file("signature.png")).unwrap(), png);
    expect_refused(&shop, &["evidence", &id, "--out", "bulletin.pdf"], 1, &["bulletin.pdf", "exists already"]);
    assert_eq!(shop.read("bulletin.pdf"), "%PDF-1.7\nsigned");
    expect_refused(&shop, &["evidence", "99", "--out", "absent.png"], 1, &["no piece of evidence"]);
    assert!(!shop.file("absent.png").exists());
}

#[test]
fn evidence_of_a_wrong_kind_or_size_is_refused_by_its_name() {
    let shop = seeded();
    shop.write("note.png", "only a note");
    shop.write("scan.pdf", [b"%PDF-1.7\n".to_vec(), vec![b' '; 10_000_000]].concat());
    shop.write("accord.pdf", "%PDF-1.7\n");
    for (piece, why) in [("note.png", "neither a picture"), ("scan.pdf", "10 MB"), ("absent.pdf", "no such file")] {
        let grant = ["decide", "1", "--channel", "mail", "--grant", "technical", "--mode", "Accord écrit"];
        let arguments = [&grant[..], &["--evidence", "accord.pdf", "--evidence", piece]].concat();
        expect_refused(&shop, &arguments, 1, &[piece, why]);
    }
    let many = [vec!["--channel", "sms", "--refuse"], ["--evidence", "accord.pdf"].repeat(11)].concat();
    expect_refused(&shop, &decide(&many), 1, &["ten pieces"]);
}

#[test]
fn a_head_of_a_longer_chain_shows_that_decisions_were_cut_off() {
    let shop = seeded();
    std::fs::copy(shop.file("boutique.ecrin"), shop.file("avant.ecrin")).unwrap();
    shop.json(&decide(&["--channel", "sms", "--withdraw"]));
    let head = shop.json(&["verify"])["head"].as_str().unwrap().to_owned();
    let printed = format!("{} {}", head[..32].to_uppercase(), &head[32..]);
    assert_eq!(shop.json(&["verify", "--head", &printed])["head"], *head);
    let (code, out, error) = shop.run(&["--file", "avant.ecrin", "verify", "--head", &printed, "--json"]);
    let told: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &told["broken"]), (1, &json!({ "decision": 6, "why": "tail_cut" })), "{error}");
    assert!(error.contains("decision 6"), "{error}");
    assert_eq!((&told["integrity"], &told["decisions"]), (&"broken".into(), &5.into()));
    // An older head is in the chain as well.
    let older = told["head"].as_str().unwrap();
    assert_eq!(shop.json(&["verify", "--head", older])["broken"], Value::Null);
}

#[test]
fn the_gate_judges_hours_in_france_and_only_what_they_are_for() {
    let shop = seeded();
    let asked = |purpose: &str, at: &str| {
        let answer = shop.json(&["may-contact", "1", "--channel", "sms", "--purpose", purpose, "--at", at]);
        (answer["allowed"].as_bool().unwrap(), answer["reasons"].clone())
    };
    let no = |reason: &str| (false, json!([reason]));
    assert_eq!(asked("commercial", "2026-11-25T10:00:00+01:00"), (true, json!([])));
    // Sunday; at night; night in Paris and day in London; a public holiday.
    assert_eq!(asked("commercial", "2026-11-22T10:00:00+01:00"), no("outside_hours"));
    assert_eq!(asked("commercial", "2026-11-25T23:00:00+01:00"), no("outside_hours"));
    assert_eq!(asked("commercial", "2026-11-25T21:00:00Z"), no("outside_hours"));
    assert_eq!(asked("commercial", "2026-11-11T10:00:00+01:00"), no("outside_hours"));
    assert_eq!(asked("technical", "2026-11-22T23:00:00+01:00"), (true, json!([])));
    assert_eq!(asked("partners", "2026-11-25T10:00:00+01:00"), no("never_asked"));
}

#[test]
fn a_verdict_names_its_ground_its_rule_and_its_decision() {
    let shop = seeded();
    let ask = ["may-contact", "1", "--channel", "postal", "--purpose", "commercial", "--at", "2026-11-25T10:00:00Z"];
    let answer = shop.json(&ask);
    for (key, expected) in [
        ("allowed", json!(true)),
        ("ground", json!("consent")),
        ("reasons", json!([])),
        ("rule", json!("post")),
        ("decision", json!(1)),
        ("since", json!("2018-09-18T04:35:00Z")),
        ("mode", json!("Accord écrit")),
        ("advice", Value::Null),
        ("unproven", json!(false)),
    ] {
        assert_eq!(answer[key], expected, "{key}");
    }
    assert!(answer["source"].as_str().unwrap().contains("CNIL") && answer["read_on"].is_string());
    for (language, start, word) in
        [("fr_FR.UTF-8", "Oui, ", "accord le 18/09/2018"), ("C", "Yes, ", "agreed on 18/09/2018")]
    {
        let said = shop.command(&ask).env("LC_ALL", language).output().unwrap();
        let said = String::from_utf8(said.stdout).unwrap();
        assert!(said.starts_with(start) && said.contains(word) && said.lines().count() == 1, "{said}");
    }
}

#[test]
fn a_restricted_or_inactive_client_is_not_contacted() {
    let shop = seeded();
    let ask = |channel: &str, purpose: &str| {
        let at = "2026-11-25T10:00:00+01:00";
        let (code, out, _) =
            shop.run(&["may-contact", "1", "--channel", channel, "--purpose", purpose, "--at", at, "--json"]);
        assert_eq!(code, 0, "a no is an answer");
        serde_json::from_str::<Value>(&out).unwrap()["reasons"].clone()
    };
    assert_eq!(shop.json(&["show", "1"])["restricted_at"], Value::Null);
    assert!(shop.json(&["restrict", "1"])["restricted_at"].is_string());
    assert_eq!((ask("postal", "commercial"), ask("sms", "technical")), (json!(["restricted"]), json!(["restricted"])));
    assert_eq!(shop.json(&["unrestrict", "1"])["restricted_at"], Value::Null);
    shop.json(&["set-inactive", "1"]);
    assert_eq!((ask("postal", "commercial"), ask("sms", "technical")), (json!(["inactive"]), json!([])));
    shop.json(&["restrict", "1"]);
    assert_eq!(ask("sms", "commercial"), json!(["restricted", "inactive"]));
    let said = shop.run(&["may-contact", "1", "--channel", "sms", "--purpose", "commercial"]).1;
    assert!(said.starts_with("No, ") && said.contains("restricted") && said.contains("inactive"), "{said}");
    expect_refused(&shop, &["restrict", "9"], 1, &["9"]);
}
