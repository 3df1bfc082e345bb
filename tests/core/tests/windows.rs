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
        "number": 1, "window": "invoices", "sort": { "column": "date", "descending": true }, "language": "fr",
        "purpose": "Comptable", "path": counter.path(name)
    })
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
    order["window"] = json!("subscriptions");
    order["sort"]["column"] = json!("start");
    let report = counter.ask("export_window", order);
    assert_eq!(report["kept"], 1);
    let written = std::fs::read_to_string(counter.path("abonnements.csv")).unwrap();
    let lines: Vec<&str> = written.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[0], "Formule;Début;Fin;État;Exemplaires;Destinataire;Payeur");
    assert!(lines[1].starts_with(&format!("'=1+1;{};", day(0))) && lines[1].ends_with(";En cours;1;;"), "{}", lines[1]);

    let entry = counter.ask("exports", json!({ "before": null, "limit": 9, "language": "fr" }))["exports"][0].clone();
    assert_eq!((&entry["window"]["window"], &entry["window"]["number"]), (&json!("subscriptions"), &json!(1)));
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
    counter.ask("export_window", export(&counter, "factures.csv"));
    let written = std::fs::read_to_string(counter.path("factures.csv")).unwrap();
    let last = written.lines().last().unwrap().to_owned();
    assert!(last.contains(";1234,50;À régler;1234,50"), "{last}");

    let mut paper = export(&counter, "factures.pdf");
    paper.as_object_mut().unwrap().remove("purpose");
    counter.ask("save_window_pdf", paper);
    let document = lopdf::Document::load(counter.path("factures.pdf")).unwrap();
    let text = document.extract_text(&[1]).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    for said in ["Factures", "DUPONT Laura", "Numéro", "1 234,50 €", "À régler"] {
        assert!(text.contains(said), "{said} is not in: {text}");
    }
}

#[test]
fn a_table_needs_the_manager_and_a_reason_and_paper_neither() {
    let counter = Counter::with_laura();
    let mut without = export(&counter, "factures.csv");
    without["purpose"] = json!(" ");
    assert_eq!(counter.refused("export_window", without), ErrorCode::ExportPurposeMissing);
    counter.ask("set_manager_code", json!({ "current": null, "code": "4711" }));
    counter.ask("lock_manager", json!({}));
    assert_eq!(counter.refused("export_window", export(&counter, "factures.csv")), ErrorCode::ManagerCodeNeeded);
    assert!(!counter.place("factures.csv").exists());
    counter.ask("save_window_pdf", export(&counter, "factures.pdf"));
    assert_eq!(counter.refused("save_window_pdf", export(&counter, "factures.pdf")), ErrorCode::FileExists);
}
