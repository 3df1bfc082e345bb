//! Labels as the window asks for them.

use ecrin_core::api::ErrorCode;
use ecrin_core_tests::counter::Counter;
use serde_json::{Value, json};

#[test]
fn one_call_gives_all_ten_faces_also_of_a_record_with_nothing() {
    let counter = Counter::with_laura();
    let faces = counter.ask("labels", json!({ "number": 1 }));
    assert_eq!(faces.as_object().unwrap().len(), 10);
    assert_eq!(
        (&faces["codes"]["count"], &faces["carriage"], &faces["delivery"]),
        (&json!(0), &Value::Null, &Value::Null)
    );
    assert_eq!((&faces["bank"]["balance"], &faces["management"]["invoices"]), (&Value::Null, &Value::Null));
    assert_eq!(faces["addresses"]["current_town"], "USSEL");
    assert_eq!(counter.refused("labels", json!({ "number": 9 })), ErrorCode::ClientNotFound);
}

#[test]
fn days_go_over_the_wire_as_iso_days_and_nothing_else_does() {
    let counter = Counter::with_laura();
    let due =
        |on: &str| json!({ "number": 1, "id": null, "revision": 0, "what": "Rappeler", "due_on": on, "done_on": null });
    assert_eq!(counter.ask("save_follow_up", due("2020-12-20"))[0]["due_on"], "2020-12-20");
    for nonsense in ["20/12/2020", "2020-02-30", "", "demain"] {
        assert_eq!(counter.refused("save_follow_up", due(nonsense)), ErrorCode::Internal, "{nonsense}");
    }
    assert_eq!(counter.refused("save_follow_up", due("+20262-12-20")), ErrorCode::DayUnlikely);
    let waiting = counter.ask("follow_ups_due", json!({ "until": null, "limit": 5 }));
    assert_eq!((&waiting["count"], &waiting["rows"][0]["client_name"]), (&json!(1), &json!("DUPONT Laura")));
}

#[test]
fn the_shops_list_of_codes_is_the_managers_and_giving_them_the_counters() {
    let counter = Counter::with_laura();
    let codes = counter.ask("create_selection_code", json!({ "name": "Montres" }));
    let id = codes[0]["id"].clone();
    counter.ask("set_manager_code", json!({ "current": null, "code": "4321" }));
    counter.ask("lock_manager", json!({}));
    for (command, request) in [
        ("create_selection_code", json!({ "name": "Or" })),
        ("rename_selection_code", json!({ "id": id, "name": "Or" })),
        ("order_selection_codes", json!({ "ids": [id] })),
        ("remove_selection_code", json!({ "id": id })),
    ] {
        assert_eq!(counter.refused(command, request), ErrorCode::ManagerCodeNeeded, "{command}");
    }
    let given = counter.ask("set_client_codes", json!({ "number": 1, "codes": [id] }));
    assert_eq!(given["codes"][0]["name"], "Montres");
    assert!(counter.told.changes().last().unwrap().clients.contains(&1), "views of the record read again");
}

#[test]
fn a_layout_is_kept_in_the_file_completed_and_reset() {
    let mut counter = Counter::with_laura();
    let first = counter.ask("panel_layout", json!({}));
    assert_eq!((first["labels"].as_array().unwrap().len(), first["windows"].as_array().unwrap().len()), (10, 5));
    let shown =
        |layout: &Value| layout["windows"].as_array().unwrap().iter().filter(|one| one["shown"] == true).count();
    assert_eq!(shown(&first), 4, "as the mockup has it");
    let mut moved = first.clone();
    let labels = moved["labels"].as_array_mut().unwrap();
    labels.rotate_right(2);
    labels[0]["shown"] = json!(false);
    // What is left out stands where it does by default.
    moved["windows"] =
        json!([{ "window": "sponsorships", "shown": true }, { "window": "sponsorships", "shown": false }]);
    let saved = counter.ask("save_panel_layout", moved.clone());
    assert_eq!(saved["labels"], moved["labels"]);
    assert_eq!((saved["windows"].as_array().unwrap().len(), shown(&saved)), (5, 5));
    counter.restart(None);
    let open = json!({ "path": counter.shop(), "passphrase": ecrin_core_tests::PASSPHRASE, "remember": false });
    counter.ask("open_shop", open);
    assert_eq!(counter.ask("panel_layout", json!({})), saved, "it is in the file");
    assert_eq!(counter.ask("reset_panel_layout", json!({})), first);
}

#[test]
fn the_sheet_on_paper_says_what_the_counter_needs_and_nothing_of_the_bank_or_the_notes() {
    let counter = Counter::with_laura();
    let id = counter.ask("create_selection_code", json!({ "name": "Montres" }))[0]["id"].clone();
    counter.ask("set_client_codes", json!({ "number": 1, "codes": [id] }));
    counter.ask("save_note", json!({ "number": 1, "id": null, "revision": 0, "text": "Confidence" }));
    counter.ask("save_incident", json!({ "number": 1, "id": null, "revision": 0, "kind": "complaint", "on": "2026-11-02", "note": "Fermoir", "closed_on": null }));
    let account = json!({
        "number": 1, "revision": 0, "holder": "Titulaire", "iban": super::IBAN, "bic": "", "mandate_reference": "", "mandate_on": null,
    });
    assert_eq!(counter.ask("save_bank_account", account)["account"]["iban"], "FR76 •••• •••• 0189");
    let path = counter.path("fiche.pdf");
    counter.ask("save_record_sheet", json!({ "number": 1, "path": path, "language": "fr" }));
    let sheet = lopdf::Document::load(&path).unwrap();
    let text = sheet.extract_text(&[1]).unwrap();
    for word in ["Montres", "Réclamation", "Fermoir"] {
        assert!(text.contains(word), "{word}: {text}");
    }
    for word in ["Confidence", "0189", "Titulaire"] {
        assert!(!text.contains(word), "{word}");
    }
}

#[test]
fn the_demonstration_shows_lauras_labels_as_the_documentation_does() {
    let counter = Counter::default();
    counter.ask("open_demonstration", json!({}));
    let found = counter.ask("search_clients", json!({ "text": "dupont laura", "include_inactive": false, "filter": { "type": null, "town": "" }, "limit": 1 }));
    let faces = counter.ask("labels", json!({ "number": found["clients"][0]["number"] }));
    assert_eq!(faces["codes"], json!({ "first": ["Montres", "Or 18 k"], "count": 2 }));
    assert_eq!((&faces["bank"]["iban_end"], &faces["bank"]["mandate"]), (&json!("4417"), &json!(true)));
    assert_eq!((&faces["incidents"]["total"], &faces["follow_ups"]["what"]), (&json!(0), &json!("Rappeler, bracelet")));
    assert_eq!(faces["carriage"]["mode"], "collected");
    assert_eq!(faces["addresses"]["count"], 2);
    let mut towns: Vec<_> =
        faces["addresses"]["towns"].as_array().unwrap().iter().map(|town| town.as_str().unwrap()).collect();
    towns.sort_unstable();
    assert_eq!(towns, ["MEYMAC", "USSEL"]);
    assert_eq!(faces["consents"], json!({ "granted": 3, "sealed": 5 }));
    let due = counter.ask("follow_ups_due", json!({ "until": null, "limit": 5 }));
    assert!(due["count"].as_i64().unwrap() > 0, "somebody waits");
}
