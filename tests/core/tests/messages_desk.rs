//! What the window asks of messages, through the table of commands.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use ecrin_core_tests::counter::Counter;
use serde_json::{Value, json};

fn written(number: i64, template: &Value, indicator: Option<i64>) -> Value {
    json!({ "number": number, "template": template["id"], "context": null, "indicator": indicator })
}

#[test]
fn a_template_is_tried_on_a_client_before_it_is_sent() {
    let counter = Counter::with_laura();
    let ready = counter.template("sms", "Votre réparation est prête");
    let preview = counter.ask("preview_template", json!({ "number": 1, "template": ready, "indicator": null }));
    assert_eq!(preview["address"], "06 39 98 71 10");
    assert!(preview["body"].as_str().unwrap().starts_with("Bonjour Mme DUPONT, "));
    assert_eq!(preview["verdict"]["allowed"], false);
    assert_eq!(preview["verdict"]["reasons"], json!(["never_asked"]));
    let refused = counter.call("queue_message", written(1, &ready, None)).unwrap_err();
    assert_eq!((json!(refused.code), refused.params["reason"].as_str()), (json!("message_blocked"), "never_asked"));

    let confirmation = counter.template("mail", "Confirmation d’accord");
    let request = json!({ "number": 1, "template": confirmation, "indicator": 1, "mode": "Accord oral" });
    let preview = counter.ask("preview_template", request);
    assert!(preview["body"].as_str().unwrap().contains("(Accord oral) : « Envoi de SMS techniques »"));
    assert_eq!(preview["verdict"]["rule"], "rights_information");

    let wrong = json!({ "number": 1, "template": { "body": "{pointure}", "channel": "sms", "name": "", "context": "repairs",
        "purpose": "technical", "asks": false, "subject": "" }, "indicator": null });
    let refused = counter.call("preview_template", wrong).unwrap_err();
    assert_eq!((json!(refused.code), refused.params["field"].as_str()), (json!("field_unknown"), "pointure"));
    assert!(refused.params["known"].contains("prénom"));
}

#[test]
fn a_gateway_that_adds_the_mention_of_stop_is_counted_with_it() {
    let counter = Counter::with_laura();
    let birthday = counter.template("sms", "Anniversaire");
    let setup = |preset: &str| {
        let gateway = json!({ "kind": "http", "preset": preset, "fields": { "service": "sms-ab1234-1" }, "own": null, "root_certificate": "" });
        let setup = json!({ "sender": "", "stop_text": "", "hours": { "from": 480, "to": 1200 }, "way": gateway });
        counter.ask("set_sms_setup", json!({ "setup": setup, "secrets": {} }))
    };
    let preview = || counter.ask("preview_template", json!({ "number": 1, "template": birthday, "indicator": null }));
    setup("smsfactor");
    let own = preview();
    assert!(own["body"].as_str().unwrap().ends_with("Refus : répondez STOP"));
    assert_eq!(own["added"], "");
    let after = setup("ovh");
    let added = preview();
    assert_eq!((&added["added"], after["legal_sms_hours"]["to"].as_u64()), (&json!("STOP au XXXXX"), Some(1290)));
    let body = added["body"].as_str().unwrap();
    assert!(!body.contains("STOP"), "{body}");
    let alone = ecrin_core::messages::sms::measure(body).units;
    assert_eq!(added["count"]["units"], alone + 14);
    let parts: Vec<_> =
        after["gateways"].as_array().unwrap().iter().map(|gateway| &gateway["unverified_parts"]).collect();
    assert!(parts.len() == 5 && parts.iter().all(|parts| !parts.as_array().unwrap().is_empty()), "{parts:?}");
}

#[test]
fn replies_are_read_from_the_window() {
    let counter = Counter::with_laura();
    let table = counter.place("reponses.csv");
    std::fs::write(&table, "from;message;date\n0639987110;STOP;2024-11-24\n").unwrap();
    let report = counter.ask("import_replies", json!({ "path": table }));
    assert_eq!((&report["stopped"], &report["shown"][0]["outcome"]), (&json!(1), &json!("stopped")));
    let told = counter.told.changes().pop().unwrap();
    assert!(told.clients.contains(&1), "the record reads again");
    std::fs::write(&table, "nom;ville\nDupont;Ussel\n").unwrap();
    let refused = counter.call("import_replies", json!({ "path": table })).unwrap_err();
    assert_eq!(json!(refused.code), "replies_no_number");
}

#[test]
fn an_agreement_is_sent_with_its_confirmation_and_shows_in_the_outbox() {
    let counter = Counter::with_laura();
    let confirmation = counter.template("mail", "Confirmation d’accord");
    counter.ask(
        "decide",
        json!({ "number": 1, "channel": "sms", "indicators": [1], "answer": "granted", "mode": "Accord oral", "detail": "",
            "at": null, "wordings": [], "evidence": [], "send": written(1, &confirmation, Some(1)) }),
    );
    assert!(counter.told.changes().iter().any(|changes| changes.messages), "views of the outbox read again");
    let page = counter.ask(
        "messages",
        json!({ "number": 1, "channel": null, "context": "rights", "sent": null, "state": null,
            "sort": { "column": "date", "descending": true }, "after": null, "limit": 10 }),
    );
    assert_eq!((&page["messages"][0]["state"], &page["counts"]["rights"]), (&json!("pending"), &json!(1)));
    assert_eq!(counter.ask("outbox_counts", json!({}))["waiting"], 1);
    let id = &page["messages"][0]["id"];
    assert_eq!(counter.ask("cancel_message", json!({ "id": id }))["state"], "cancelled");
    assert_eq!(counter.ask("retry_message", json!({ "id": id }))["state"], "pending");
    assert_eq!(counter.ask("message", json!({ "id": id }))["operator"], "Comptoir");
    let missing = counter.call("message", json!({ "id": 99 })).unwrap_err();
    assert_eq!(json!(missing.code), "message_not_found");
}

#[test]
fn the_fields_that_a_template_may_have_are_told() {
    let counter = Counter::with_laura();
    let fields = counter.ask("merge_fields", json!({}));
    assert_eq!((fields.as_array().unwrap().len(), &fields[1]["name"]), (15, &json!("nom")));
    let about: Vec<_> = fields.as_array().unwrap().iter().filter(|field| field["about_agreement"] == true).collect();
    assert_eq!(about.len(), 3);
}
