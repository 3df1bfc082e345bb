//! What the window asks of the core, through the table of commands.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;

use ecrin_core::api::{ErrorCode, Launch, LaunchKind};
use ecrin_core_tests::counter::Counter;
use serde_json::{Value, json};

#[test]
fn a_file_whose_key_the_system_keeps_opens_without_asking() {
    let mut counter = Counter::default();
    counter.create(true);
    counter.restart(None);
    let opened = counter.ask("open_shop", json!({ "path": counter.shop(), "passphrase": null, "remember": false }));
    assert_eq!(opened["shop_name"], "Maison d’essai");
}

#[test]
fn the_file_that_was_left_open_is_open_again_at_the_next_start_and_a_closed_one_is_not() {
    let mut counter = Counter::default();
    assert_eq!(counter.start(None)["launch"], Value::Null, "nothing was ever open");
    counter.create(true);
    let session = counter.start(None);
    assert_eq!((&session["shop"]["shop_name"], &session["launch"]), (&"Maison d’essai".into(), &Value::Null));
    // A page that asks for the file all the same gets the open one.
    let open = json!({ "path": counter.shop(), "passphrase": null, "remember": false });
    assert_eq!(counter.ask("open_shop", open)["path"], counter.shop());
    counter.ask("close_shop", json!({}));
    let session = counter.start(None);
    assert_eq!((&session["shop"], &session["launch"]), (&Value::Null, &Value::Null));
}

#[test]
fn a_file_that_cannot_open_by_itself_is_left_to_the_start_page() {
    let mut counter = Counter::with_shop();
    let session = counter.start(None);
    assert_eq!((&session["shop"], &session["launch"]["path"]), (&Value::Null, &counter.shop().into()));
    assert_eq!(session["launch"]["kind"], "shop");
    let open = |passphrase: Value| json!({ "path": counter.shop(), "passphrase": passphrase, "remember": false });
    assert_eq!(counter.refused("open_shop", open(Value::Null)), ErrorCode::PassphraseNeeded);
    counter.ask("open_shop", open("Vitrine+2024!".into()));
    // Windows removes no file that is open.
    counter.restart(None);
    std::fs::remove_file(counter.shop()).unwrap();
    let session = counter.start(None);
    assert_eq!((&session["shop"], &session["launch"]["path"]), (&Value::Null, &counter.shop().into()));
    counter.ask("forget_file", json!({ "path": counter.shop() }));
    assert_eq!(counter.start(None)["launch"], Value::Null, "a forgotten file is not asked for again");
}

#[test]
fn the_demonstration_is_not_opened_again_by_itself() {
    let mut counter = Counter::default();
    counter.ask("open_demonstration", json!({}));
    let session = counter.start(None);
    assert_eq!((&session["shop"], &session["launch"]), (&Value::Null, &Value::Null));
}

/// Without its lock another program that closes the file would fold and remove the log in which this one writes.
#[cfg(target_os = "linux")]
#[test]
fn looking_at_the_open_file_gives_up_none_of_its_locks() {
    use std::os::unix::fs::MetadataExt;
    let counter = Counter::with_shop();
    let inode = format!(":{} ", std::fs::metadata(counter.shop()).unwrap().ino());
    // While other programs take and leave locks, one reading of the list may pass a line over.
    let listed = || std::fs::read_to_string("/proc/locks").unwrap().lines().any(|line| line.contains(&inode));
    let is_held = || (0..20).any(|_| listed());
    assert!(is_held());
    counter.ask("session", json!({}));
    let open = json!({ "path": counter.shop(), "passphrase": null, "remember": false });
    assert_eq!(counter.refused("open_shop", open), ErrorCode::PassphraseNeeded);
    assert!(is_held(), "the lock is gone");
    counter.ask("back_up", json!({ "folder": counter.place("") }));
    assert!(is_held(), "the copy took the lock away");
}

#[test]
fn what_the_program_is_started_with_comes_before_what_was_left_open() {
    let mut counter = Counter::default();
    counter.create(true);
    let first = counter.shop();
    let second = counter.place("Documents").join("seconde.ecrin").to_string_lossy().into_owned();
    let request = json!({ "shop_name": "Seconde", "path": second, "passphrase": "Vitrine+2024!", "remember": true });
    counter.ask("create_shop", request);
    assert_eq!(counter.start(None)["shop"]["path"], second);
    let session = counter.start(Some((&first, LaunchKind::Shop)));
    assert_eq!((&session["shop"]["path"], &session["launch"]), (&first.clone().into(), &Value::Null));
    // A table is imported into the file that was left open.
    let session = counter.start(Some(("clients.csv", LaunchKind::Table)));
    assert_eq!((&session["shop"]["path"], &session["launch"]["path"]), (&first.into(), &"clients.csv".into()));
}

#[test]
fn without_a_kept_key_the_passphrase_is_asked_and_can_be_kept_or_forgotten() {
    let mut counter = Counter::with_shop();
    counter.restart(None);
    let open = |passphrase: Value, remember: bool| json!({ "path": counter.shop(), "passphrase": passphrase, "remember": remember });
    assert_eq!(counter.refused("open_shop", open(Value::Null, false)), ErrorCode::PassphraseNeeded);
    assert_eq!(counter.refused("open_shop", open("autre".into(), false)), ErrorCode::PassphraseWrong);
    counter.ask("open_shop", open("Vitrine+2024!".into(), true));
    counter.ask("open_shop", open(Value::Null, true));
    counter.ask("open_shop", open("Vitrine+2024!".into(), false));
    assert_eq!(counter.refused("open_shop", open(Value::Null, false)), ErrorCode::PassphraseNeeded);
}

#[test]
fn one_file_is_remembered_once_whatever_the_case_of_its_name() {
    let counter = Counter::with_shop();
    let shouted = counter.shop().replace("boutique.ecrin", "BOUTIQUE.ECRIN");
    let ignores_case = Path::new(&shouted).exists();
    if !ignores_case {
        counter.ask("close_shop", json!({}));
        std::fs::copy(counter.shop(), &shouted).unwrap();
    }
    counter.ask("open_shop", json!({ "path": shouted, "passphrase": "Vitrine+2024!", "remember": false }));
    let recent = counter.ask("session", json!({}))["recent_files"].clone();
    assert_eq!(recent.as_array().unwrap().len(), if ignores_case { 1 } else { 2 }, "{recent}");
    assert_eq!(recent[0]["path"], shouted);
}

#[test]
fn asking_for_another_file_does_not_close_the_one_that_is_open() {
    let counter = Counter::with_shop();
    let other = counter.path("autre.ecrin");
    assert_eq!(
        counter.refused("open_shop", json!({ "path": other, "passphrase": null, "remember": false })),
        ErrorCode::FileMissing
    );
    assert_eq!(counter.ask("shop_info", json!({}))["clients"], 0);
}

#[test]
fn a_weak_passphrase_is_refused_before_anything_is_made() {
    let counter = Counter::default();
    let request = json!({ "shop_name": "x", "path": counter.shop(), "passphrase": "bijoux", "remember": false });
    assert_eq!(counter.refused("create_shop", request), ErrorCode::PassphraseWeak);
    assert!(!Path::new(&counter.shop()).exists());
    assert_eq!(counter.ask("rate_passphrase", json!({ "passphrase": "bijoux" }))["weakness"], "too_short");
}

#[test]
fn the_demonstration_is_made_once_and_kept() {
    let mut counter = Counter::default();
    let made = counter.ask("open_demonstration", json!({}));
    assert_eq!((&made["clients"], &made["demonstration"]), (&500.into(), &true.into()));
    counter.client("AJOUT");
    counter.restart(None);
    assert_eq!(counter.ask("open_demonstration", json!({}))["clients"], 501);
    let files: Vec<_> =
        std::fs::read_dir(counter.place("data")).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert!(files.iter().all(|name| name.to_string_lossy().starts_with("démonstration.ecrin")), "{files:?}");
}

#[test]
fn every_write_says_what_it_touched() {
    let counter = Counter::with_shop();
    let number = counter.client("DUPONT");
    counter.ask("set_inactive", json!({ "number": number, "inactive": true, "reason": "" }));
    counter.ask("undo", json!({}));
    let told = counter.told.changes();
    assert_eq!(told.len(), 3);
    assert!(told.iter().all(|changes| changes.clients.contains(&number)));
}

#[test]
fn the_session_remembers_files_choices_and_who_is_at_the_counter() {
    let mut counter = Counter::default();
    counter.create(true);
    counter.ask("choose_operator", json!({ "name": " Claire V. " }));
    counter.ask("save_settings", json!({ "language": "en", "theme": "dark" }));
    counter.restart(None);
    let session = counter.ask("session", json!({}));
    assert_eq!((&session["shop"], &session["settings"]["theme"]), (&Value::Null, &"dark".into()));
    assert_eq!(session["recent_files"][0]["path"], counter.shop());
    let opened = counter.ask("open_shop", json!({ "path": counter.shop(), "passphrase": null, "remember": true }));
    assert_eq!(opened["operator"], "Claire V.");
    assert_eq!(counter.ask("operators", json!({})), json!(["Comptoir", "Claire V."]));
    counter.ask("close_shop", json!({}));
    std::fs::remove_file(counter.shop()).unwrap();
    assert_eq!(counter.ask("session", json!({}))["recent_files"][0]["missing"], true);
    counter.ask("forget_file", json!({ "path": counter.shop() }));
    assert_eq!(counter.ask("session", json!({}))["recent_files"], json!([]));
}

#[test]
fn unreadable_settings_are_as_at_first_start() {
    let mut counter = Counter::default();
    let folder = counter.place("config");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("settings.json"), "{ not json").unwrap();
    counter.restart(None);
    assert_eq!(counter.ask("session", json!({}))["settings"]["language"], Value::Null);
}

#[test]
fn what_the_program_was_asked_to_open_is_told_once() {
    let mut counter = Counter::default();
    let launch = Launch::of(Path::new("/x/Clients de mai.CSV")).unwrap();
    assert_eq!(launch.kind, LaunchKind::Table);
    assert!(Launch::of(Path::new("/x/photo.png")).is_none());
    counter.restart(Some(launch));
    assert_eq!(counter.ask("session", json!({}))["launch"]["kind"], "table");
    assert_eq!(counter.ask("session", json!({}))["launch"], Value::Null);
}

#[test]
fn a_command_that_makes_no_sense_is_refused_without_a_file_and_without_a_word_of_its_content() {
    let counter = Counter::default();
    let filter = json!({ "type": null, "town": "" });
    let search = json!({ "text": "a", "include_inactive": false, "filter": filter, "limit": 5 });
    assert_eq!(counter.refused("search_clients", search), ErrorCode::NoShopOpen);
    assert_eq!(counter.refused("nothing_like_it", json!({})), ErrorCode::Internal);
    let error = counter.call("save_client", json!({ "number": "DUPONT" })).unwrap_err();
    assert!(!format!("{error:?}").contains("DUPONT"), "{error:?}");
}

#[test]
fn a_table_is_previewed_imported_and_told() {
    let counter = Counter::with_shop();
    let table = counter.place("clients.csv");
    std::fs::write(&table, "nom;prenom;cp\r\nDUPONT;Laura;19200\r\nMARTIN;Élise;19250\r\n").unwrap();
    let options = json!({ "encoding": null, "separator": null, "has_header": null, "sheet": null });
    let preview = counter.ask("preview_import", json!({ "path": table, "options": options }));
    let mapping: Vec<_> = preview["columns"].as_array().unwrap().iter().map(|column| column["field"].clone()).collect();
    assert_eq!(mapping, ["last_name", "first_name", "postcode"]);
    let request =
        json!({ "path": table, "options": options, "mapping": mapping, "dry_run": false, "rejects_path": null });
    let report = counter.ask("run_import", request);
    assert_eq!((&report["imported"], &report["cancelled"]), (&2.into(), &false.into()));
    assert!(counter.told.changes().iter().any(|changes| changes.all) && !counter.told.progress().is_empty());
}

#[test]
fn agreements_of_a_file_are_listed_page_by_page_to_be_asked_again() {
    let counter = Counter::with_shop();
    let table = counter.place("clients.csv");
    std::fs::write(&table, "nom;newsletter\r\nDUPONT;oui\r\nREY;non\r\nJOLY;oui\r\n").unwrap();
    let options = json!({ "encoding": null, "separator": null, "has_header": null, "sheet": null });
    let mapping = ["last_name", "newsletter"];
    let request =
        json!({ "path": table, "options": options, "mapping": mapping, "dry_run": false, "rejects_path": null });
    let report = counter.ask("run_import", request);
    assert_eq!(report["consents"], json!({ "granted": 2, "refused": 1, "not_resubscribed": 0 }));
    let page = counter.ask("unproven_consents", json!({ "after": null, "limit": 0 }));
    assert_eq!(
        (&page["total"], &page["next"], &page["rows"][0]["last_name"]),
        (&2.into(), &1.into(), &"DUPONT".into())
    );
    let consent = &page["rows"][0]["consents"][0];
    assert_eq!((&consent["name"], &consent["file_name"]), (&"Newsletter".into(), &"clients.csv".into()));
    let page = counter.ask("unproven_consents", json!({ "after": 1, "limit": 200 }));
    assert_eq!((&page["rows"][0]["number"], &page["next"]), (&3.into(), &Value::Null));
}

#[test]
fn a_record_is_opened_while_an_import_is_running() {
    let counter = Counter::with_shop();
    let client = json!({ "client": { "last_name": "DUPONT", "first_name": "Laura" } });
    let number = counter.ask("create_client", client)["number"].clone();
    let table = counter.place("clients.csv");
    std::fs::write(&table, format!("nom\r\n{}", "MARTIN\r\n".repeat(20_000))).unwrap();
    let options = json!({ "encoding": null, "separator": null, "has_header": null, "sheet": null });
    let request =
        json!({ "path": table, "options": options, "mapping": ["last_name"], "dry_run": false, "rejects_path": null });
    let report = std::thread::scope(|scope| {
        let import = scope.spawn(|| counter.ask("run_import", request));
        while counter.told.progress().is_empty() {
            std::thread::yield_now();
        }
        assert_eq!(counter.ask("open_client", json!({ "number": number }))["client"]["last_name"], "DUPONT");
        counter.ask("cancel_import", json!({}));
        import.join().unwrap()
    });
    assert_eq!(report["cancelled"], true, "opening the record waited for the import");
}

#[test]
fn checking_the_file_recomputes_the_chain_and_tells_its_head() {
    let counter = Counter::default();
    counter.create(true);
    let empty = counter.ask("verify", json!({}));
    assert_eq!((&empty["integrity"], &empty["decisions"], &empty["broken"]), (&"ok".into(), &0.into(), &Value::Null));
    let number = counter.client("DUPONT");
    let answer = json!({
        "number": number, "channel": "sms", "indicators": [], "answer": "refused", "mode": "", "detail": "",
        "at": null, "wordings": [], "evidence": [],
    });
    counter.ask("decide", answer);
    let report = counter.ask("verify", json!({}));
    let history = json!({ "number": number, "column": "decision", "descending": true, "offset": 0, "limit": 1 });
    assert_eq!(report["head"], counter.ask("history", history)["rows"][0]["seal"]);
    assert_eq!((&report["integrity"], &report["decisions"]), (&"ok".into(), &1.into()));
    assert_ne!(report["head"], empty["head"]);
}
