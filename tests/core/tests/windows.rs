//! The five windows at the counter, on paper and as tables.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use ecrin_core::api::ErrorCode;
use ecrin_core_tests::counter::Counter;
use ecrin_core_tests::subscriptions::day;
use serde_json::{Value, json};

fn page(number: i64, column: &str, after: &Value, limit: u32) -> Value {
    json!({ "number": number, "sort": { "column": column, "descending": false }, "after": after, "limit": limit })
}

fn export(counter: &Counter, name: &str) -> Value {
    json!({
        "table": { "window": "invoices", "number": 1, "sort": { "column": "date", "descending": true } },
        "language": "fr", "purpose": "Comptable", "path": counter.path(name)
    })
}

fn lines(counter: &Counter, name: &str) -> Vec<String> {
    let written = std::fs::read_to_string(counter.path(name)).unwrap();
    written.trim_start_matches('\u{feff}').lines().map(str::to_owned).collect()
}

fn printed(counter: &Counter, name: &str) -> String {
    let document = lopdf::Document::load(counter.path(name)).unwrap();
    document.extract_text(&[1]).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_subscription_shows_with_whoever_receives_it_and_with_whoever_pays() {
    let counter = Counter::with_laura();
    let paul = counter.contact("MARTIN Paul", "paye_par");
    let revue = counter.offer("Revue", 4900, 4);
    let later = json!({ "recipient": paul, "offer": revue, "payer": 1, "starts_on": day(30) });
    counter.ask("subscribe", later);
    let (received, paid) = (counter.window("subscriptions_page", paul), counter.window("subscriptions_page", 1));
    assert_eq!((received.len(), paid.len()), (1, 1));
    assert_eq!((&received[0]["offer_name"], &received[0]["state"]), (&json!("Revue"), &json!("upcoming")));
    assert_eq!((&received[0]["recipient"], &received[0]["payer"]["name"]), (&Value::Null, &json!("DUPONT Laura")));
    assert_eq!((&paid[0]["recipient"]["number"], &paid[0]["payer"]), (&json!(paul), &Value::Null));
    assert_eq!(counter.window("invoices_page", paul), Vec::<Value>::new());
    assert_eq!(counter.window("deliveries_page", 1), Vec::<Value>::new());
}

#[test]
fn pages_go_on_where_the_last_one_ended() {
    let counter = Counter::with_laura();
    let offers: Vec<i64> = (0..12).map(|number| counter.offer(&format!("Revue {number:02}"), 4900, 0)).collect();
    for offer in &offers {
        counter.subscribe(1, *offer);
    }
    let first = counter.ask("subscriptions_page", page(1, "offer", &Value::Null, 10));
    assert_eq!((first["rows"].as_array().unwrap().len(), &first["total"]), (10, &json!(12)));
    let second = counter.ask("subscriptions_page", page(1, "offer", &first["next"], 10));
    let names: Vec<&Value> = second["rows"].as_array().unwrap().iter().map(|row| &row["offer_name"]).collect();
    assert_eq!((names, &second["next"]), (vec![&json!("Revue 10"), &json!("Revue 11")], &Value::Null));
    assert_eq!(counter.refused("subscriptions_page", page(1, "offer", &Value::Null, 12)), ErrorCode::Internal);
    assert_eq!(counter.refused("subscriptions_page", page(1, "reward", &Value::Null, 10)), ErrorCode::Internal);
    assert_eq!(counter.refused("subscriptions_page", page(99, "offer", &Value::Null, 10)), ErrorCode::ClientNotFound);
}

#[test]
fn a_window_leaves_the_file_as_a_table_that_is_registered_and_runs_nothing() {
    let counter = Counter::with_laura();
    let evil = counter.offer("=1+1", 4900, 0);
    counter.subscribe(1, evil);
    let mut order = export(&counter, "abonnements.csv");
    order["table"]["window"] = json!("subscriptions");
    order["table"]["sort"]["column"] = json!("start");
    let report = counter.ask("export_table", order);
    assert_eq!(report["kept"], 1);
    let lines = lines(&counter, "abonnements.csv");
    assert_eq!(lines[0], "Formule;Début;Fin;État;Exemplaires;Destinataire;Payeur");
    assert!(lines[1].starts_with(&format!("'=1+1;{};", day(0))) && lines[1].ends_with(";En cours;1;;"), "{}", lines[1]);

    let entry = counter.ask("exports", json!({ "before": null, "limit": 9, "language": "fr" }))["exports"][0].clone();
    assert_eq!((&entry["table"]["window"], &entry["table"]["number"]), (&json!("subscriptions"), &json!(1)));
    assert_eq!((&entry["filter"], &entry["query"]), (&json!("Abonnements, fiche n°\u{a0}1"), &Value::Null));
    assert_eq!(entry["columns"].as_array().unwrap().len(), 7);
    let holding = counter.ask("exports_of_client", json!({ "number": 1, "language": "fr" }));
    assert_eq!(holding["exports"].as_array().unwrap().len(), 1);
}

#[test]
fn amounts_are_numbers_in_a_table_and_words_on_paper() {
    let counter = Counter::with_laura();
    let revue = counter.offer("Revue", 123_450, 0);
    counter.subscribe(1, revue);
    counter.ask("export_table", export(&counter, "factures.csv"));
    let last = lines(&counter, "factures.csv").pop().unwrap();
    assert!(last.contains(";1234,50;À régler;1234,50"), "{last}");

    let mut paper = export(&counter, "factures.pdf");
    paper.as_object_mut().unwrap().remove("purpose");
    counter.ask("save_table_pdf", paper);
    let text = printed(&counter, "factures.pdf");
    for said in ["Factures", "DUPONT Laura", "Numéro", "1 234,50 €", "À régler"] {
        assert!(text.contains(said), "{said} is not in: {text}");
    }
}

#[test]
fn a_table_needs_the_manager_and_a_reason_and_paper_neither() {
    let counter = Counter::with_laura();
    let mut without = export(&counter, "factures.csv");
    without["purpose"] = json!(" ");
    assert_eq!(counter.refused("export_table", without), ErrorCode::ExportPurposeMissing);
    counter.ask("set_manager_code", json!({ "current": null, "code": "4711" }));
    counter.ask("lock_manager", json!({}));
    assert_eq!(counter.refused("export_table", export(&counter, "factures.csv")), ErrorCode::ManagerCodeNeeded);
    assert!(!counter.place("factures.csv").exists());
    counter.ask("save_table_pdf", export(&counter, "factures.pdf"));
    assert_eq!(counter.refused("save_table_pdf", export(&counter, "factures.pdf")), ErrorCode::FileExists);
}

fn movement(kind: &str, what: &str, on: i64, amount: &Value) -> Value {
    json!({ "number": 1, "movement": {
        "kind": kind, "what": what, "day": day(on), "amount": amount, "estimate": null, "note": "",
        "in_workshop_on": null, "ready_on": null, "returned_on": null
    } })
}

#[test]
fn movements_leave_the_file_and_are_printed_as_they_are_shown() {
    let counter = Counter::with_laura();
    counter.ask("create_movement", movement("purchase", "=Alliance", -9, &json!(36_500)));
    let mut watch = movement("repair", "Montre", -5, &Value::Null);
    watch["movement"]["estimate"] = json!(4_900);
    watch["movement"]["ready_on"] = json!(day(-2));
    counter.ask("create_movement", watch);
    let shown = |kind: &Value| json!({ "number": 1, "kind": kind, "sort": { "column": "day", "descending": true } });

    let mut order = export(&counter, "mouvements.csv");
    order["table"] = shown(&Value::Null);
    assert_eq!(counter.ask("export_table", order.clone())["kept"], 1);
    assert_eq!(
        lines(&counter, "mouvements.csv"),
        [
            "Date;Nature;Objet;Montant;État;Devis;En atelier le;Prêt le;Rendu le;Note".to_owned(),
            format!("{};SAV;Montre;;Prêt;49,00;;{};;", day(-5), day(-2)),
            format!("{};Achat;'=Alliance;365,00;Payé;;;;;", day(-9)),
        ]
    );
    order["table"] = shown(&json!("repair"));
    order["path"] = json!(counter.path("sav.csv"));
    counter.ask("export_table", order);
    assert_eq!(lines(&counter, "sav.csv").len(), 2, "one kind, as its filter shows");

    let register = |language: &str| counter.ask("exports", json!({ "before": null, "limit": 9, "language": language }));
    let said = |language: &str| -> Vec<Value> {
        register(language)["exports"].as_array().unwrap().iter().map(|entry| entry["filter"].clone()).collect()
    };
    assert_eq!(said("fr"), ["Mouvements (SAV), fiche n°\u{a0}1", "Mouvements, fiche n°\u{a0}1"]);
    assert_eq!(said("en"), ["Movements (repairs), record no. 1", "Movements, record no. 1"]);

    let paper = json!({ "table": shown(&Value::Null), "language": "fr", "path": counter.path("mouvements.pdf") });
    counter.ask("save_table_pdf", paper);
    let text = printed(&counter, "mouvements.pdf");
    for said in ["Mouvements", "DUPONT Laura", "Nature", "=Alliance", "365,00 €", "devis 49,00 €", "Prêt"] {
        assert!(text.contains(said), "{said} is not in: {text}");
    }
}

#[test]
fn more_movements_than_are_read_at_once_leave_whole() {
    let counter = Counter::with_laura();
    for number in 0..503 {
        counter.ask("create_movement", movement("purchase", &format!("Perle {number}"), -(number % 7), &json!(100)));
    }
    let mut order = export(&counter, "mouvements.csv");
    order["table"] = json!({ "number": 1, "kind": null, "sort": { "column": "kind", "descending": false } });
    counter.ask("export_table", order);
    let mut pearls: Vec<String> = lines(&counter, "mouvements.csv").split_off(1);
    pearls.sort_unstable();
    pearls.dedup();
    assert_eq!(pearls.len(), 503);
}

#[test]
fn a_table_that_says_how_to_reach_nobody_is_not_cleaned_after_a_no() {
    let counter = Counter::with_laura();
    let revue = counter.offer("Revue", 4900, 0);
    counter.subscribe(1, revue);
    counter.ask("export_table", export(&counter, "factures.csv"));
    let no = json!({
        "number": 1, "channel": "sms", "indicators": [], "answer": "refused", "mode": "", "detail": "", "at": null,
        "wordings": [], "evidence": []
    });
    counter.ask("decide", no);
    let holding = || counter.ask("exports_of_client", json!({ "number": 1, "language": "fr" }));
    assert_eq!((holding()["exports"].as_array().unwrap().len(), &holding()["to_clean"]), (1, &json!([])));
    counter.ask("set_restricted", json!({ "number": 1, "restricted": true }));
    assert_eq!(holding()["to_clean"], json!([1]), "nothing of a restricted client is to be used at all");
}
