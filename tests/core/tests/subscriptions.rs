//! Offers with their tariffs, and the life of a subscription: made, renewed, suspended, ended.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use ecrin_core::api::ErrorCode;
use ecrin_core_tests::counter::Counter;
use ecrin_core_tests::subscriptions::day;
use serde_json::{Value, json};

fn column<'a>(rows: &'a [Value], name: &str) -> Vec<&'a str> {
    rows.iter().map(|row| row[name].as_str().unwrap_or_default()).collect()
}

#[test]
fn a_grandmother_pays_her_grandsons_subscription_and_he_receives_it() {
    let counter = Counter::with_shop();
    let monthly = counter.offer("Le Mensuel", 4900, 4);
    let (odette, leo) = (counter.contact("REY Odette", "tiers"), counter.contact("REY Léo", "paye_par"));
    assert_eq!(counter.rule("subscribe", json!({ "recipient": odette, "offer": monthly })), "tiers_never_benefits");
    assert_eq!(counter.rule("subscribe", json!({ "recipient": leo, "offer": monthly })), "payer_needed");
    let asked = json!({ "recipient": leo, "offer": monthly, "payer": odette, "copies": 2 });
    let preview = counter.ask("subscription_preview", asked.clone());
    assert_eq!((&preview["refused"], &preview["total"], &preview["price"]), (&Value::Null, &9800.into(), &4900.into()));
    assert_eq!(preview["payer"]["name"], "REY Odette");
    assert_eq!(preview["address"], json!(["Mme Léo REY", "19200 USSEL"]), "where the first issue goes");
    let made = counter.ask("subscribe", asked);
    assert_eq!((&made["state"], &made["recipient"]["number"]), (&"running".into(), &leo.into()));
    assert_eq!(counter.window("invoices_page", leo), Vec::<Value>::new());
    let invoices = counter.window("invoices_page", odette);
    assert_eq!((invoices.len(), &invoices[0]["total"]), (1, &9800.into()));
    let invoice = counter.ask("invoice", json!({ "id": invoices[0]["id"] }));
    assert!(invoice["lines"][0]["label"].as_str().unwrap().starts_with("Abonnement n° 1, Le Mensuel, 4 numéros, du "));
    assert!(!invoice.to_string().contains("Léo"), "nobody else's name stands on it");
    assert_eq!(counter.window("deliveries_page", leo).len(), 4);
    assert_eq!(counter.window("deliveries_page", odette).len(), 0);
    // The next time nobody needs to say who pays.
    let second = counter.ask("subscription_preview", json!({ "recipient": leo, "offer": monthly }));
    assert_eq!((&second["payer"]["number"], &second["running"]), (&odette.into(), &1.into()));
    for number in [odette, leo] {
        let journal = counter.ask("journal", json!({ "number": number, "before": null, "limit": 1 }));
        assert_eq!(journal["entries"][0]["operation"], "subscribe", "it stands in both records");
    }
    assert_eq!(counter.problems(), Vec::<Value>::new());
}

#[test]
fn a_prospect_has_free_tariffs_only_and_no_invoice() {
    let counter = Counter::with_shop();
    let (paying, free) = (counter.offer("Le Mensuel", 4900, 4), counter.offer("Découverte", 0, 2));
    let prospect = counter.contact("FAYE Awa", "prospect");
    let preview = counter.ask("subscription_preview", json!({ "recipient": prospect, "offer": paying }));
    assert_eq!(preview["refused"], "prospect_only_free_tariffs");
    assert_eq!(
        counter.rule("subscribe", json!({ "recipient": prospect, "offer": paying })),
        "prospect_only_free_tariffs"
    );
    let made = counter.subscribe(prospect, free);
    assert_eq!(made["payer"], Value::Null);
    assert_eq!(counter.window("invoices_page", prospect).len(), 0);
    assert_eq!(counter.window("deliveries_page", prospect).len(), 2);
}

#[test]
fn an_old_subscription_keeps_its_price_and_its_renewal_has_the_tariff_of_its_day() {
    let counter = Counter::with_laura();
    let monthly = counter.offer("Le Mensuel", 4900, 0);
    let made = counter.ask("subscribe", json!({ "recipient": 1, "offer": monthly, "starts_on": day(-340) }));
    let tariff = json!({ "price": 5500, "vat": 210, "months": 6, "issues": 0, "effective_from": day(0) });
    let offer = counter.ask("add_tariff", json!({ "offer": monthly, "tariff": tariff }));
    assert_eq!((&offer["current"]["version"], &offer["tariffs"][1]["price"]), (&2.into(), &4900.into()));
    let early = json!({ "price": 1, "vat": 210, "months": 6, "issues": 0, "effective_from": day(-1) });
    assert_eq!(counter.rule("add_tariff", json!({ "offer": monthly, "tariff": early })), "tariff_too_early");
    let due = counter.ask("renewals", json!({ "until": day(60), "limit": 50 }));
    assert_eq!((&due["lines"][0]["id"], &due["lines"][0]["total"]), (&made["id"], &5500.into()));
    let renewed = counter.ask("renew", json!({ "id": made["id"] }));
    let (end, start) = (made["ends_on"].as_str().unwrap(), renewed["starts_on"].as_str().unwrap());
    let next = |day: &str| day.parse::<chrono::NaiveDate>().unwrap().succ_opt().unwrap().to_string();
    assert_eq!(
        (next(end).as_str(), &renewed["state"], &renewed["tariff"]["price"]),
        (start, &"upcoming".into(), &5500.into())
    );
    assert_eq!(counter.rule("renew", json!({ "id": made["id"] })), "already_renewed", "once");
    let again = counter.ask("subscription", json!({ "id": made["id"] }));
    assert_eq!((&again["tariff"]["price"], &again["renewed_by"]), (&4900.into(), &renewed["id"]));
    assert_eq!(counter.ask("renewals", json!({ "until": day(60), "limit": 50 }))["lines"], json!([]));
    assert_eq!(column(&counter.window("invoices_page", 1), "number").len(), 2);
}

#[test]
fn renewals_go_on_after_a_line() {
    let counter = Counter::with_laura();
    let monthly = counter.offer("Le Mensuel", 4900, 0);
    for later in [3, 1, 2, 2] {
        counter.ask("subscribe", json!({ "recipient": 1, "offer": monthly, "starts_on": day(later - 365) }));
    }
    let first = counter.ask("renewals", json!({ "until": day(90), "limit": 2 }));
    let second = counter.ask("renewals", json!({ "until": day(90), "limit": 2, "after": first["next"] }));
    let ids = |page: &Value| {
        page["lines"].as_array().unwrap().iter().map(|line| line["id"].as_i64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!((ids(&first), ids(&second), &second["next"]), (vec![2, 3], vec![4, 1], &Value::Null));
}

#[test]
fn a_suspension_moves_the_end_what_is_planned_and_what_was_renewed() {
    let counter = Counter::with_laura();
    let monthly = counter.offer("Le Mensuel", 4900, 12);
    let made = counter.subscribe(1, monthly);
    let renewed = counter.ask("renew", json!({ "id": made["id"] }));
    let planned = |counter: &Counter| column(&counter.window("deliveries_page", 1), "due_on").join(" ");
    let before = planned(&counter);
    let suspended = counter.ask("suspend", json!({ "id": made["id"], "from": day(10), "until": day(39) }));
    let later = |day: &Value, by: u64| {
        day.as_str()
            .unwrap()
            .parse::<chrono::NaiveDate>()
            .unwrap()
            .checked_add_days(chrono::Days::new(by))
            .unwrap()
            .to_string()
    };
    assert_eq!(suspended["ends_on"], later(&made["ends_on"], 30));
    let moved = counter.ask("subscription", json!({ "id": renewed["id"] }));
    assert_eq!(moved["starts_on"], later(&renewed["starts_on"], 30));
    let rows = counter.window("deliveries_page", 1);
    let held = |row: &&Value| (day(10)..=day(39)).contains(&row["due_on"].as_str().unwrap().parse().unwrap());
    assert_eq!((rows.len(), rows.iter().filter(held).count()), (24, 0), "nothing is due on those days");
    for (from, until) in [(day(39), day(50)), (day(20), day(10)), (day(2000), day(2001)), (day(-1), day(1))] {
        assert_eq!(counter.rule("suspend", json!({ "id": made["id"], "from": from, "until": until })), "days_unfit");
    }
    // A second one, and the first one taken off: each delivery has the place that it would have had anyhow.
    counter.ask("suspend", json!({ "id": made["id"], "from": day(60), "until": day(69) }));
    let id = suspended["suspensions"][0]["id"].clone();
    let ended = counter.ask("end_suspension", json!({ "id": id, "on": day(0) }));
    assert_eq!(
        (&ended["ends_on"], ended["suspensions"].as_array().unwrap().len()),
        (&later(&made["ends_on"], 10).into(), 1)
    );
    counter.ask("end_suspension", json!({ "id": ended["suspensions"][0]["id"], "on": day(60) }));
    assert_eq!(planned(&counter), before);
    // However long: the renewal begins the day after, and has its own months.
    for length in [1, 60, 200, 366] {
        let suspended = counter.ask("suspend", json!({ "id": made["id"], "from": day(5), "until": day(4 + length) }));
        let moved = counter.ask("subscription", json!({ "id": renewed["id"] }));
        assert_eq!(moved["starts_on"], later(&suspended["ends_on"], 1));
        assert_eq!(counter.problems(), Vec::<Value>::new(), "{length}");
        counter.ask("end_suspension", json!({ "id": suspended["suspensions"][0]["id"], "on": day(0) }));
    }
    assert_eq!(planned(&counter), before);
}

#[test]
fn what_was_not_delivered_is_given_back_by_a_credit_note() {
    let counter = Counter::with_laura();
    let monthly = counter.offer("Le Mensuel", 4900, 12);
    let made = counter.ask("subscribe", json!({ "recipient": 1, "offer": monthly, "starts_on": day(-200) }));
    counter.ask("mark_deliveries", json!({ "ids": [], "until": day(0), "state": "delivered", "note": "" }));
    let early = counter.ask("termination_preview", json!({ "id": made["id"], "on": day(-100) }));
    assert_eq!(early["refused"], "already_delivered");
    let preview = counter.ask("termination_preview", json!({ "id": made["id"] }));
    // Issues are 30 or 31 days apart: seven have gone.
    assert_eq!((&preview["left"], &preview["of"], &preview["refund"]), (&5.into(), &12.into(), &2042.into()));
    let done = counter.ask("terminate", json!({ "id": made["id"], "reason": "Déménage à l’étranger", "refund": true }));
    assert_eq!((&done["refund"], &done["subscription"]["state"]), (&2042.into(), &"terminated".into()));
    let invoices = counter.window("invoices_page", 1);
    let totals: i64 = invoices.iter().map(|row| row["total"].as_i64().unwrap()).sum();
    assert_eq!((invoices.len(), totals), (2, 4900 - 2042));
    assert!(column(&invoices, "number").contains(&done["credit_note"].as_str().unwrap()));
    let states = counter.window("deliveries_page", 1);
    assert_eq!(column(&states, "state").iter().filter(|state| **state == "cancelled").count(), 5);
    for command in ["terminate", "renew"] {
        assert_eq!(counter.rule(command, json!({ "id": made["id"] })), "already_terminated");
    }
    assert_eq!(counter.problems(), Vec::<Value>::new());
}

#[test]
fn what_was_renewed_ends_with_what_it_goes_on_from_and_is_given_back_whole() {
    let counter = Counter::with_laura();
    let (monthly, free) = (counter.offer("Le Mensuel", 4900, 12), counter.offer("Découverte", 0, 2));
    let made = counter.ask("subscribe", json!({ "recipient": 1, "offer": monthly, "starts_on": day(-200) }));
    counter.ask("mark_deliveries", json!({ "ids": [], "until": day(0), "state": "delivered", "note": "" }));
    let renewed = counter.ask("renew", json!({ "id": made["id"] }));
    let again = counter.ask("renew", json!({ "id": renewed["id"] }));
    // Something of the second renewal was taken back before.
    let invoices = counter.window("invoices_page", 1);
    counter.ask("credit_invoice", json!({ "id": invoices[2]["id"], "amount": 900, "reason": "Remise" }));
    let preview = counter.ask("termination_preview", json!({ "id": made["id"] }));
    let told =
        |key: &str| preview["renewals"].as_array().unwrap().iter().map(|one| one[key].clone()).collect::<Vec<_>>();
    assert_eq!((told("refund"), told("deliveries")), (vec![json!(4900), json!(4000)], vec![json!(12), json!(12)]));
    assert_eq!(preview["renewals"][0]["subscription"]["id"], renewed["id"]);
    assert_eq!((&preview["refund"], &preview["invoiced"]), (&json!(2042), &json!(4900)), "of itself alone");
    // Whatever becomes of the money of the first: what was never served is not kept.
    let done = counter.ask("terminate", json!({ "id": made["id"], "reason": "Déménage", "refund": false }));
    assert_eq!((&done["refund"], &done["credit_note"]), (&json!(0), &Value::Null));
    let ended = done["renewals"].as_array().unwrap();
    assert_eq!(ended.iter().map(|one| &one["refund"]).collect::<Vec<_>>(), [&json!(4900), &json!(4000)]);
    for (one, id) in ended.iter().zip([&renewed["id"], &again["id"]]) {
        assert_eq!((&one["subscription"]["id"], &one["subscription"]["state"]), (id, &json!("terminated")));
        assert_eq!(
            (&one["subscription"]["terminated_on"], &one["subscription"]["reason"]),
            (&json!(day(0)), &json!("Déménage"))
        );
        assert!(one["credit_note"].as_str().unwrap().starts_with("A-"));
        assert_eq!(counter.rule("terminate", json!({ "id": id })), "already_terminated");
        assert_eq!(counter.rule("renew", json!({ "id": id })), "already_terminated");
    }
    let states = counter.window("deliveries_page", 1);
    assert_eq!(column(&states, "state").iter().filter(|state| **state == "planned").count(), 0);
    assert_eq!(counter.ask("balance", json!({ "number": 1 }))["invoiced"], 4900);
    let journal = counter.ask("journal", json!({ "number": 1, "before": null, "limit": 3 })).to_string();
    assert!(ended.iter().all(|one| journal.contains(one["credit_note"].as_str().unwrap())), "{journal}");
    // Nothing goes to her any more, so that her record may go.
    counter.ask("remove_client", counter.removal_of(1));
    assert_eq!(counter.problems(), Vec::<Value>::new());
    // What costs nothing has no credit note; a renewal that ended before is left as it is.
    let awa = counter.contact("FAYE Awa", "prospect");
    let made = counter.subscribe(awa, free);
    let renewed = counter.ask("renew", json!({ "id": made["id"] }));
    counter.ask("terminate", json!({ "id": renewed["id"], "on": day(-1), "reason": "Essai", "refund": true }));
    assert_eq!(counter.ask("termination_preview", json!({ "id": made["id"] }))["renewals"], json!([]));
    let done = counter.ask("terminate", json!({ "id": made["id"], "reason": "", "refund": true }));
    assert_eq!((&done["credit_note"], &done["renewals"]), (&Value::Null, &json!([])));
    assert_eq!(counter.problems(), Vec::<Value>::new());
}

#[test]
fn days_that_are_long_over_are_no_end_and_no_suspension() {
    let counter = Counter::with_laura();
    let new = json!({ "recipient": 1, "offer": counter.offer("Le Mensuel", 4900, 12), "starts_on": day(-60) });
    let made = counter.ask("subscribe", new);
    counter.ask("mark_deliveries", json!({ "ids": [], "until": day(-20), "state": "delivered", "note": "" }));
    let rule = |command: &str, mut with: Value| {
        with["id"] = made["id"].clone();
        counter.rule(command, with)
    };
    // A year that was mistyped; the day before it began would say that none of it was served, which is not so.
    assert_eq!(rule("terminate", json!({ "on": day(-365), "reason": "", "refund": true })), "days_unfit");
    assert_eq!(rule("terminate", json!({ "on": day(-61), "reason": "", "refund": true })), "already_delivered");
    assert_eq!(rule("suspend", json!({ "from": day(-60), "until": day(-10) })), "days_unfit");
    counter.ask("suspend", json!({ "id": made["id"], "from": day(-10), "until": day(10) }));
    assert_eq!(counter.problems(), Vec::<Value>::new());
}

#[test]
fn a_renewal_ends_alone_and_leaves_what_it_goes_on_from() {
    let counter = Counter::with_laura();
    let made = counter.subscribe(1, counter.offer("Le Mensuel", 4900, 4));
    let renewed = counter.ask("renew", json!({ "id": made["id"] }));
    let preview = counter.ask("termination_preview", json!({ "id": renewed["id"] }));
    assert_eq!((&preview["refund"], &preview["left"], &preview["renewals"]), (&json!(4900), &json!(4), &json!([])));
    counter.ask("terminate", json!({ "id": renewed["id"], "reason": "", "refund": true }));
    assert_eq!(counter.ask("subscription", json!({ "id": made["id"] }))["state"], "running");
    let states = counter.window("deliveries_page", 1);
    assert_eq!(column(&states, "state").iter().filter(|state| **state == "planned").count(), 4);
    assert_eq!(counter.problems(), Vec::<Value>::new());
}

#[test]
fn where_nothing_is_delivered_the_months_that_have_not_begun_are_given_back() {
    let counter = Counter::with_laura();
    let digital = counter.offer("Le Site", 12_000, 0);
    let made = counter.ask("subscribe", json!({ "recipient": 1, "offer": digital, "starts_on": day(0) }));
    let refund = |on| counter.ask("termination_preview", json!({ "id": made["id"], "on": on }))["refund"].clone();
    assert_eq!([refund(day(0)), refund(day(-1)), refund(day(45))], [json!(11_000), json!(12_000), json!(10_000)]);
    let done = counter.ask("terminate", json!({ "id": made["id"] }));
    assert_eq!(
        (&done["refund"], &done["credit_note"]),
        (&0.into(), &Value::Null),
        "nothing, where nothing is asked for"
    );
}

#[test]
fn what_is_offered_is_the_managers_and_keeps_what_was_sold() {
    let counter = Counter::with_laura();
    let monthly = counter.offer("Le Mensuel", 4900, 4);
    let other = counter.offer("La Lettre", 0, 0);
    let save = |id: i64, name: &str, medium: &str, places: u32, archived: bool| json!({ "id": id, "offer": { "name": name, "medium": medium, "beneficiaries": places }, "archived": archived });
    assert_eq!(counter.refused("save_offer", save(other, "Le Mensuel", "both", 0, false)), ErrorCode::NameTaken);
    assert_eq!(counter.rule("save_offer", save(other, "La Lettre", "print", 1, false)), "offer_not_digital");
    counter.ask("save_offer", save(other, "La Lettre", "digital", 5, false));
    counter.subscribe(1, monthly);
    assert_eq!(counter.rule("save_offer", save(monthly, "Le Mensuel", "print", 0, false)), "offer_in_use");
    counter.ask("save_offer", save(monthly, "Le Mensuel d’Ussel", "both", 2, true));
    assert_eq!(counter.rule("subscribe", json!({ "recipient": 1, "offer": monthly })), "offer_archived");
    counter.ask("save_offer", save(monthly, "Le Mensuel d’Ussel", "both", 2, false));
    counter.subscribe(1, monthly);
    let ordered = counter.ask("order_offers", json!({ "ids": [other, monthly] }));
    assert_eq!(ordered["offers"][0]["offer"]["name"], "La Lettre");
    assert_eq!(ordered["vat_rates"][0], json!({ "rate": 210, "code": "press", "source": "CGI art. 298 septies" }));
    let tariff = json!({ "price": -1, "vat": 210, "months": 12, "issues": 4 });
    assert_eq!(counter.rule("add_tariff", json!({ "offer": other, "tariff": tariff })), "tariff_unfit");
    counter.ask("set_manager_code", json!({ "current": null, "code": "4711" }));
    counter.ask("lock_manager", json!({}));
    for command in ["create_offer", "save_offer", "order_offers", "add_tariff"] {
        assert_eq!(counter.refused(command, json!({})), ErrorCode::ManagerCodeNeeded, "{command}");
    }
    counter.ask("offers", json!({}));
}

#[test]
fn what_does_not_fit_is_refused_by_its_rule_and_writes_nothing() {
    let counter = Counter::with_laura();
    let monthly = counter.offer("Le Mensuel", 4900, 4);
    let prescripteur = counter.contact("NDIAYE Marc", "prescripteur");
    for (request, rule) in [
        (json!({ "recipient": 1, "offer": monthly, "copies": 0 }), "copies_unfit"),
        (json!({ "recipient": 1, "offer": monthly, "copies": 10_001 }), "copies_unfit"),
        (json!({ "recipient": 1, "offer": monthly, "starts_on": "9999-01-01" }), "days_unfit"),
        (json!({ "recipient": 1, "offer": monthly, "starts_on": day(-3651) }), "no_tariff_yet"),
        (json!({ "recipient": 1, "offer": monthly, "payer": prescripteur }), "prescripteur_only_recommends"),
        (json!({ "recipient": prescripteur, "offer": monthly, "payer": 1 }), "prescripteur_only_recommends"),
    ] {
        assert_eq!(counter.rule("subscribe", request.clone()), rule, "{request}");
    }
    assert_eq!(counter.refused("subscribe", json!({ "recipient": 1, "offer": 99 })), ErrorCode::OfferNotFound);
    assert_eq!(counter.refused("renew", json!({ "id": 99 })), ErrorCode::SubscriptionNotFound);
    assert_eq!(counter.window("subscriptions_page", 1).len(), 0);
    assert_eq!(counter.window("invoices_page", 1).len(), 0);
}
