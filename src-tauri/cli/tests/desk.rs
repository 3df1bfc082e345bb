//! Duplicates, merges, the undoing of imports and the manager code from the terminal (P10, P13).
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use serde_json::Value;
use support::{PASSPHRASE, Shop};

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
fn an_import_is_undone() {
    let shop = shop();
    shop.json(&["set-inactive", "3"]);
    assert_eq!(shop.json(&["undo-import", "1", "--dry-run"])["deleted"], 2);
    let report = shop.json(&["undo-import", "1"]);
    assert_eq!((&report["deleted"], &report["kept"]), (&Value::from(2), &Value::from(1)));
    assert_eq!(shop.json(&["verify"])["clients"], 1);
    let (code, _, error) = shop.run(&["undo-import", "1"]);
    assert!(code == 1 && error.contains("undone already"), "{error}");
}

#[test]
fn the_manager_code_is_asked_where_there_is_one() {
    let shop = shop();
    {
        use ecrin_core::{Unlock, clock::SystemClock, shop::Shop as File};
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
