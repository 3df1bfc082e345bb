//! Duplicates, merges, the undoing of imports and the manager code from the terminal.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use crate::support::{PASSPHRASE, Shop};
use ecrin_core::Unlock;
use ecrin_core::clock::{Clock, StillClock, SystemClock};
use ecrin_core::shop::Shop as File;
use serde_json::Value;

const TABLE: &str = "nom;prenom;cp;ville;portable\r\n\
    DUPONT;Laura;19200;USSEL;06 39 98 71 10\r\n\
    DUPOND;Laura;19200;USSEL;06 39 98 71 10\r\n\
    REY;Paul;19200;USSEL;06 39 98 71 11\r\n";

fn shop() -> Shop {
    let shop = Shop::with_csv(TABLE);
    shop.json(&["import", "clients.csv"]);
    shop
}

#[test]
fn duplicates_are_listed_and_merged() {
    let shop = shop();
    let found = shop.json(&["duplicates"]);
    assert_eq!((&found["total"], &found["pairs"][0]["score"]), (&Value::from(1), &Value::from(85)));
    let (a, b) = (found["pairs"][0]["a"]["number"].to_string(), found["pairs"][0]["b"]["number"].to_string());
    shop.json(&["decide", &b, "--channel", "sms", "--withdraw"]);
    let planned = shop.json(&["merge", &a, &b, "--dry-run"]);
    assert_eq!((&planned["merge"], &planned["answers"][0]["reason"]), (&Value::Null, &"no_wins".into()));
    assert_eq!(shop.json(&["duplicates"])["total"], 1, "nothing was written");
    assert_eq!(shop.json(&["merge", &a, &b])["merge"], 1);
    assert_eq!(shop.json(&["duplicates"])["total"], 0);
    let verdict = shop.run(&["may-contact", &a, "--channel", "sms", "--purpose", "commercial", "--json"]);
    assert!(verdict.1.contains("\"allowed\":false"), "{verdict:?}");
    let (code, _, error) = shop.run(&["show", &b]);
    assert_eq!(code, 1);
    assert!(error.contains("was merged into record 1"), "{error}");
    assert_eq!(shop.json(&["verify"])["integrity"], "ok");
}

#[test]
fn a_merge_says_beforehand_what_becomes_of_the_record() {
    let shop = shop();
    shop.json(&["restrict", "2"]);
    shop.json(&["set-inactive", "1"]);
    let (code, out, error) = shop.run(&["merge", "1", "2", "--dry-run"]);
    assert_eq!(code, 0, "{error}");
    assert!(out.contains("« DUPONT » from record 1, not « DUPOND »"), "{out}");
    assert!(out.contains("will be restricted") && out.contains("will be inactive"), "{out}");
    let planned = shop.json(&["merge", "1", "2", "--dry-run"]);
    assert_eq!((&planned["restricted"], &planned["inactive"]), (&true.into(), &true.into()));
}

#[test]
fn duplicates_go_on_after_those_already_told() {
    let shop = Shop::with_csv(&format!("{TABLE}DUPONT;Laura;19200;USSEL;06 39 98 71 10\r\n"));
    shop.json(&["import", "clients.csv"]);
    let (_, out, _) = shop.run(&["duplicates", "--limit", "1"]);
    assert!(out.contains("3 pair(s), 0 of them probably one household; more: --after 1"), "{out}");
    let all = shop.json(&["duplicates"]);
    let last = shop.json(&["duplicates", "--after", "2"]);
    assert_eq!((&last["pairs"][0], &last["next"]), (&all["pairs"][2], &Value::Null));
}

#[test]
fn the_number_of_a_record_that_was_merged_finds_the_one_that_stayed() {
    let shop = shop();
    shop.json(&["merge", "1", "2"]);
    let found = shop.json(&["search", "2"]);
    assert_eq!((&found["total"], &found["clients"][0]["number"]), (&1.into(), &1.into()));
}

#[test]
fn an_import_is_undone() {
    let shop = Shop::with_csv(TABLE);
    assert_eq!(shop.json(&["import", "clients.csv"])["import"], 1);
    assert_eq!(shop.json(&["imports"])[0]["file_name"], "clients.csv");
    let (_, out, _) = shop.run(&["undo-import", "1", "--dry-run"]);
    assert!(out.starts_with("clients.csv · ") && out.contains("nothing was saved"), "{out}");
    shop.json(&["set-inactive", "3"]);
    assert_eq!(shop.json(&["undo-import", "1", "--dry-run"])["deleted"], 2);
    let report = shop.json(&["undo-import", "1"]);
    assert_eq!((&report["deleted"], &report["kept"]), (&Value::from(2), &Value::from(1)));
    assert_eq!(shop.json(&["verify"])["clients"], 1);
    let (code, _, error) = shop.run(&["undo-import", "1"]);
    assert!(code == 1 && error.contains("undone already"), "{error}");
}

#[test]
fn an_import_that_brought_nobody_is_none() {
    let shop = Shop::with_csv(TABLE);
    let (code, out, error) = shop.run(&["--file", "essai.ecrin", "demo", "--clients", "40"]);
    assert_eq!(code, 0, "{out}{error}");
    assert_eq!(shop.json(&["--file", "essai.ecrin", "imports"]), Value::Array(Vec::new()));
    // The demonstration has a file from which some answers came, and no client.
    let (code, _, error) = shop.run(&["--file", "essai.ecrin", "undo-import", "1", "--dry-run"]);
    assert!(code == 1 && error.contains("no such import"), "{error}");
}

#[test]
fn the_right_manager_code_is_not_called_wrong_while_there_is_a_wait() {
    let shop = shop();
    let open = |at: i64| {
        let unlock = Unlock::Passphrase(PASSPHRASE);
        File::open(&shop.file("boutique.ecrin"), unlock, Box::new(StillClock(at))).unwrap()
    };
    let now = SystemClock.now();
    open(now).set_manager_code(None, Some("4711")).unwrap();
    for hour in 1..=9 {
        assert!(open(now + hour * 3_600_000).enter_manager_code("1234").is_err());
    }
    let (code, _, error) = shop.run(&["merge", "1", "2", "--manager-code", "4711"]);
    assert!(code == 1 && error.contains("manager code not tried") && error.contains("wait 64 s"), "{error}");
}

#[test]
fn the_manager_code_is_asked_where_there_is_one() {
    let shop = shop();
    {
        let unlock = Unlock::Passphrase(PASSPHRASE);
        let mut file = File::open(&shop.file("boutique.ecrin"), unlock, Box::new(SystemClock)).unwrap();
        file.set_manager_code(None, Some("4711")).unwrap();
    }
    let refused = |arguments: &[&str]| {
        let (code, _, error) = shop.run(arguments);
        assert_eq!(code, 1, "{arguments:?}");
        error
    };
    assert!(refused(&["merge", "1", "2"]).contains("--manager-code"));
    let export = ["export", "--format", "csv", "--out", "tous.csv", "--purpose", "Inventaire"];
    assert!(refused(&export).contains("--manager-code"), "nothing leaves without it either");
    assert!(refused(&["merge", "1", "2", "--manager-code", "1234"]).contains("not the manager code"));
    shop.json(&["merge", "1", "2", "--dry-run"]);
    let with_code = shop.command(&["undo-import", "1"]).env("ECRIN_MANAGER_CODE", "4711").output().unwrap();
    assert!(with_code.status.success(), "{with_code:?}");
}
