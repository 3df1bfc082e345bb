//! What each type of contact may do, at every door: a change of type, a save, a merge, a deletion; beneficiaries and links.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use ecrin_core::api::ErrorCode;
use ecrin_core_tests::counter::Counter;
use ecrin_core_tests::subscriptions::day;
use serde_json::{Value, json};

const SEVEN: [&str; 7] = ["client", "tiers", "paye_par", "prospect", "prescripteur", "parrain", "beneficiaire"];

/// Which types a record may change to, and by which rule it may not: « tiers: tiers_never_benefits ».
fn obstacles(counter: &Counter, number: i64) -> Vec<String> {
    let told = |to: &str| {
        let preview = counter.ask("type_change_preview", json!({ "number": number, "to": to }));
        let first = preview["obstacles"].as_array().unwrap().first().cloned();
        first.map(|first| format!("{to}: {}, {}", first["rule"].as_str().unwrap(), first["thing"].as_str().unwrap()))
    };
    SEVEN.into_iter().filter_map(told).collect()
}

#[test]
fn what_somebody_holds_stands_in_the_way_of_a_type() {
    let counter = Counter::with_laura();
    let (paying, free) = (counter.offer("Le Mensuel", 4900, 4), counter.offer("Découverte", 0, 2));
    assert_eq!(obstacles(&counter, 1), Vec::<String>::new());
    let reader = counter.contact("FAYE Awa", "client");
    counter.subscribe(reader, free);
    assert_eq!(
        obstacles(&counter, reader),
        [
            "tiers: tiers_never_benefits, received",
            "prescripteur: prescripteur_only_recommends, received",
            "beneficiaire: beneficiaire_uses_anothers, received",
        ]
    );
    counter.subscribe(1, paying);
    assert_eq!(
        obstacles(&counter, 1),
        [
            "tiers: tiers_never_benefits, received",
            "paye_par: paye_par_never_invoiced, paid",
            "prospect: prospect_only_free_tariffs, received",
            "prescripteur: prescripteur_only_recommends, received",
            "beneficiaire: beneficiaire_uses_anothers, received",
        ]
    );
    let preview = counter.ask("type_change_preview", json!({ "number": 1, "to": "paye_par" }));
    assert_eq!((&preview["count"], &preview["obstacles"][1]["thing"]), (&2.into(), &"invoice".into()));
    assert_eq!(preview["obstacles"][0]["name"], "Le Mensuel");
    assert!(preview["obstacles"][1]["name"].as_str().unwrap().starts_with("F-"), "{preview}");
    let change = json!({ "number": 1, "revision": counter.revision(1), "to": "paye_par" });
    assert_eq!(counter.rule("change_type", change), "paye_par_never_invoiced");
}

#[test]
fn no_door_leads_around_the_rules_of_a_type() {
    let counter = Counter::with_laura();
    let paying = counter.offer("Le Mensuel", 4900, 4);
    let reader = counter.contact("REY Paul", "parrain");
    counter.ask("change_type", json!({ "number": reader, "revision": counter.revision(reader), "to": "client" }));
    counter.ask("change_type", json!({ "number": reader, "revision": counter.revision(reader), "to": "prescripteur" }));
    counter.ask("undo", json!({}));
    counter.subscribe(reader, paying);
    // Taking back the change before, to « Parrain », would do no harm; what is refused is to save another type.
    let mut record = counter.ask("client", json!({ "number": reader }));
    record["client"]["type"] = "prospect".into();
    let save = json!({ "number": reader, "revision": record["revision"], "client": record["client"] });
    assert_eq!(counter.rule("save_client", save), "prospect_only_free_tariffs");
    assert_eq!(counter.ask("client", json!({ "number": reader }))["client"]["type"], "client");
    // Laura becomes a « Tiers », then pays; the edit that made her one is not taken back into « Payé par ».
    for to in ["paye_par", "tiers"] {
        counter.ask("change_type", json!({ "number": 1, "revision": counter.revision(1), "to": to }));
    }
    counter.ask("subscribe", json!({ "recipient": reader, "offer": paying, "payer": 1 }));
    assert_eq!(counter.rule("undo", json!({})), "paye_par_never_invoiced");
    assert_eq!(counter.problems(), Vec::<Value>::new());
}

#[test]
fn a_merge_unites_what_both_hold_and_loses_nothing() {
    let counter = Counter::with_laura();
    let monthly = counter.offer("Le Mensuel", 4900, 4);
    let again = counter.contact("DUPOND Laura", "client");
    let (child, sponsored) = (counter.contact("DUPONT Zoé", "paye_par"), counter.contact("REY Paul", "client"));
    counter.subscribe(1, monthly);
    counter.ask("subscribe", json!({ "recipient": child, "offer": monthly, "payer": again }));
    let second = counter.subscribe(again, monthly);
    counter.ask("add_sponsorship", json!({ "sponsor": again, "sponsored": sponsored }));
    counter.ask(
        "record_payment",
        json!({ "payer": again, "invoice": null, "paid_on": day(0), "mode": "cash", "amount": 500, "note": "" }),
    );
    let preview = counter.ask("merge_preview", json!({ "kept": 1, "merged": again, "take_merged": [] }));
    assert_eq!(preview["holdings"], json!({ "subscriptions": 3, "invoices": 3, "movements": 0 }));
    assert_eq!(preview["refused"], Value::Null);
    let done = counter.ask("merge_clients", counter.merge_of(1, again));
    let windows = ["subscriptions_page", "invoices_page", "payments_page", "deliveries_page", "sponsorships_page"];
    assert_eq!(windows.map(|window| counter.window(window, 1).len()), [3, 3, 1, 8, 1]);
    let links = counter.ask("links", json!({ "number": 1 }));
    let said = |link: &Value| format!("{} {}", link["kind"].as_str().unwrap(), link["other"]["name"].as_str().unwrap());
    let said: Vec<String> = links.as_array().unwrap().iter().map(said).collect();
    assert_eq!(said, ["pays_for DUPONT Zoé", "sponsored REY Paul"]);
    assert_eq!(counter.ask("links", json!({ "number": child }))[0]["other"]["number"], 1);
    // It goes on under the number that stays.
    let renewed = counter.ask("renew", json!({ "id": second["id"] }));
    assert_eq!((&renewed["recipient"]["number"], &renewed["payer"]["number"]), (&1.into(), &1.into()));
    assert_eq!(counter.problems(), Vec::<Value>::new());
    let back = json!({ "id": done["id"] });
    counter.ask("undo_merge", back);
    assert_eq!(windows.map(|window| counter.window(window, again).len()), [2, 2, 1, 4, 1]);
    assert_eq!(counter.window("subscriptions_page", 1).len(), 2, "what was written since stays where it was written");
    assert_eq!(counter.problems(), Vec::<Value>::new());
}

#[test]
fn a_merge_that_would_break_a_rule_is_refused() {
    let counter = Counter::with_laura();
    let monthly = counter.offer("Le Mensuel", 4900, 4);
    let child = counter.contact("DUPONT Laure", "paye_par");
    counter.subscribe(1, monthly);
    counter.ask("subscribe", json!({ "recipient": child, "offer": monthly, "payer": 1 }));
    let preview = counter.ask("merge_preview", json!({ "kept": 1, "merged": child, "take_merged": [] }));
    assert_eq!(preview["holdings"]["subscriptions"], 2, "one that the one pays for the other is one");
    let refused = |kept: i64, merged: i64, take: &[&str]| {
        let preview = counter.ask("merge_preview", json!({ "kept": kept, "merged": merged, "take_merged": take }));
        preview["refused"].clone()
    };
    assert_eq!(refused(child, 1, &[]), "paye_par_never_invoiced", "it is said before");
    assert_eq!(refused(child, 1, &["type"]), Value::Null);
    assert_eq!(counter.rule("merge_clients", counter.merge_of(child, 1)), "paye_par_never_invoiced");
    counter.ask("merge_clients", counter.merge_of(1, child));
    let (parrain, filleul) = (counter.contact("REY Paul", "parrain"), counter.contact("REY Paula", "client"));
    counter.ask("add_sponsorship", json!({ "sponsor": parrain, "sponsored": filleul }));
    assert_eq!(refused(parrain, filleul, &[]), "sponsored_already");
    assert_eq!(counter.rule("merge_clients", counter.merge_of(parrain, filleul)), "sponsored_already");
    assert_eq!(counter.problems(), Vec::<Value>::new());
}

#[test]
fn taking_a_merge_back_asks_the_rules_too() {
    let counter = Counter::with_laura();
    let monthly = counter.offer("Le Mensuel", 4900, 4);
    let child = counter.contact("DUPONT Laure", "paye_par");
    let merge = json!({
        "kept": child, "kept_revision": counter.revision(child), "merged": 1, "merged_revision": counter.revision(1), "take_merged": ["type"],
    });
    let done = counter.ask("merge_clients", merge);
    counter.subscribe(child, monthly);
    assert_eq!(
        counter.rule("undo_merge", json!({ "id": done["id"] })),
        "paye_par_never_invoiced",
        "they were invoiced since"
    );
    assert_eq!(counter.problems(), Vec::<Value>::new());
}

#[test]
fn beneficiaries_use_the_digital_part_by_their_email_up_to_the_plans_number() {
    let counter = Counter::with_laura();
    let monthly = counter.offer("Le Mensuel", 4900, 0);
    let made = counter.subscribe(1, monthly);
    let add = |request: Value| {
        let mut whole = json!({ "subscription": made["id"] });
        whole.as_object_mut().unwrap().extend(request.as_object().unwrap().clone());
        whole
    };
    let named = counter.ask("add_beneficiary", add(json!({ "email": "zoe@famille.example" })));
    let zoe = named["beneficiaries"][0]["client"]["number"].as_i64().unwrap();
    assert_eq!(counter.ask("client", json!({ "number": zoe }))["client"]["type"], "beneficiaire");
    assert_eq!(named["beneficiaries"][0]["client"]["name"], "zoe@famille.example");
    assert_eq!(counter.rule("add_beneficiary", add(json!({ "client": zoe }))), "already_beneficiary");
    assert_eq!(counter.rule("add_beneficiary", add(json!({ "client": 1 }))), "already_beneficiary");
    assert_eq!(counter.rule("add_beneficiary", add(json!({ "last_name": "REY" }))), "beneficiary_needs_email");
    assert_eq!(
        counter.rule("add_beneficiary", add(json!({ "client": counter.contact("NDIAYE Marc", "tiers") }))),
        "tiers_never_benefits"
    );
    let friend = counter.contact("REY Paul", "client");
    counter.ask("add_beneficiary", add(json!({ "client": friend })));
    assert_eq!(
        counter.rule("add_beneficiary", add(json!({ "email": "lea@famille.example" }))),
        "too_many_beneficiaries"
    );
    assert_eq!(
        counter.ask(
            "search_clients",
            json!({ "text": "lea", "include_inactive": true, "filter": { "type": null, "town": "" }, "limit": 9 })
        )["total"],
        0,
        "nobody was made"
    );
    // Nobody becomes one without an e-mail, nor begins as one.
    let unknown = counter.client("SARR Aminata");
    let change = json!({ "number": unknown, "revision": 1, "to": "beneficiaire" });
    assert_eq!(counter.rule("change_type", change), "beneficiary_needs_email");
    let new = json!({ "client": { "last_name": "SARR", "type": "beneficiaire" } });
    assert_eq!(counter.rule("create_client", new), "beneficiary_needs_email");
    let record = |number: i64| counter.ask("client", json!({ "number": number }));
    let save = |number: i64, change: Value| {
        let mut client = record(number)["client"].clone();
        client.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        json!({ "number": number, "revision": counter.revision(number), "client": client })
    };
    assert_eq!(
        counter.rule("save_client", save(unknown, json!({ "type": "beneficiaire" }))),
        "beneficiary_needs_email"
    );
    let known = counter.contact("SARR Fatou", "beneficiaire");
    assert_eq!(counter.rule("save_client", save(known, json!({ "email": "" }))), "beneficiary_needs_email");
    let merge = json!({ "kept": unknown, "merged": known, "take_merged": ["type"] });
    assert_eq!(counter.ask("merge_preview", merge)["refused"], "beneficiary_needs_email");
    // Whoever uses it keeps an e-mail, and a type that may.
    let mut record = counter.ask("client", json!({ "number": friend }));
    record["client"]["email"] = "".into();
    let save = json!({ "number": friend, "revision": record["revision"], "client": record["client"] });
    assert_eq!(counter.rule("save_client", save), "beneficiary_needs_email");
    assert_eq!(obstacles(&counter, friend).len(), 3);
    assert_eq!(
        counter.rule("subscribe", json!({ "recipient": zoe, "offer": monthly, "payer": 1 })),
        "beneficiaire_uses_anothers"
    );
    // They go on with the renewal.
    let renewed = counter.ask("renew", json!({ "id": made["id"] }));
    assert_eq!(renewed["beneficiaries"].as_array().unwrap().len(), 2);
    let links = counter.ask("links", json!({ "number": zoe }));
    assert_eq!(
        (&links[0]["kind"], &links[0]["other"]["number"], &links[0]["what"]),
        (&"subscriber".into(), &1.into(), &"Le Mensuel".into())
    );
    counter.ask("remove_beneficiary", json!({ "subscription": made["id"], "client": friend }));
    assert_eq!(
        counter.refused("remove_beneficiary", json!({ "subscription": made["id"], "client": friend })),
        ErrorCode::SubscriptionNotFound
    );
    assert_eq!(counter.problems(), Vec::<Value>::new());
}

#[test]
fn a_beneficiary_who_became_the_recipient_leaves_their_place() {
    let counter = Counter::with_laura();
    let monthly = counter.offer("Le Mensuel", 4900, 0);
    let made = counter.subscribe(1, monthly);
    let (again, paul, lea) = (
        counter.contact("DUPOND Laura", "client"),
        counter.contact("REY Paul", "client"),
        counter.contact("REY Léa", "client"),
    );
    let add = |client: i64| json!({ "subscription": made["id"], "client": client });
    counter.ask("add_beneficiary", add(again));
    counter.ask("add_beneficiary", add(paul));
    assert_eq!(counter.rule("add_beneficiary", add(lea)), "too_many_beneficiaries");
    counter.ask("merge_clients", counter.merge_of(1, again));
    let users = |id: &Value| -> Vec<i64> {
        let subscription = counter.ask("subscription", json!({ "id": id }));
        let all = subscription["beneficiaries"].as_array().unwrap();
        all.iter().map(|one| one["client"]["number"].as_i64().unwrap()).collect()
    };
    assert_eq!(users(&made["id"]), [paul], "she uses it by her own right");
    counter.ask("add_beneficiary", add(lea));
    assert_eq!(counter.rule("add_beneficiary", add(1)), "too_many_beneficiaries");
    let renewed = counter.ask("renew", json!({ "id": made["id"] }));
    assert_eq!(users(&renewed["id"]), [paul, lea]);
    assert_eq!(counter.problems(), Vec::<Value>::new());
}

#[test]
fn a_record_that_still_receives_something_is_terminated_before_it_is_deleted() {
    let counter = Counter::with_laura();
    let monthly = counter.offer("Le Mensuel", 4900, 4);
    let made = counter.subscribe(1, monthly);
    let payer = counter.contact("REY Odette", "tiers");
    let child = counter.contact("REY Léo", "paye_par");
    let of_child = counter.ask("subscribe", json!({ "recipient": child, "offer": monthly, "payer": payer }));
    assert_eq!(counter.rule("remove_client", counter.removal_of(1)), "subscription_running");
    counter.ask("terminate", json!({ "id": made["id"], "on": day(0), "reason": "Décès de Laura", "refund": false }));
    let preview = counter.ask("removal_preview", json!({ "number": 1 }));
    let kept = |what: &str| {
        preview["kept"].as_array().unwrap().iter().find(|item| item["what"] == what).cloned().unwrap_or_default()
    };
    assert_eq!((&kept("subscriptions")["count"], &kept("subscriptions")["years"]), (&1.into(), &10.into()));
    counter.ask("remove_client", counter.removal_of(1));
    let left = counter.ask("subscription", json!({ "id": made["id"] }));
    assert_eq!((&left["recipient"]["name"], &left["reason"]), (&"".into(), &"".into()), "{left}");
    // Whoever pays may go: what they paid for goes on, and needs another payer afterwards.
    counter.ask("remove_client", counter.removal_of(payer));
    assert_eq!(counter.ask("subscription", json!({ "id": of_child["id"] }))["state"], "running");
    assert_eq!(counter.rule("renew", json!({ "id": of_child["id"] })), "payer_needed");
    assert_eq!(counter.problems(), Vec::<Value>::new());
}
