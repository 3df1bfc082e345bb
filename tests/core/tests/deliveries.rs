//! Deliveries and sponsorships: to the address of the day, kept once gone; and a reward once it was earned.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use ecrin_core::api::ErrorCode;
use ecrin_core_tests::counter::Counter;
use ecrin_core_tests::subscriptions::day;
use serde_json::{Value, json};

/// A counter with Laura (1) in Ussel, subscribed to four issues from today on.
fn counter() -> Counter {
    counter_since(0)
}

/// The same, from so many days after today on.
fn counter_since(later: i64) -> Counter {
    let counter = Counter::with_laura();
    let revue = counter.offer("Revue", 4900, 4);
    counter.ask("subscribe", json!({ "recipient": 1, "offer": revue, "starts_on": day(later) }));
    counter
}

/// « N° 1, planned, USSEL » for each.
fn shown(counter: &Counter, number: i64) -> Vec<String> {
    let text = |row: &Value, name: &str| row[name].as_str().unwrap().replace('\u{a0}', " ");
    let rows = counter.window("deliveries_page", number);
    rows.iter().map(|row| format!("{}, {}, {}", text(row, "content"), text(row, "state"), text(row, "town"))).collect()
}

fn id(counter: &Counter, number: i64, index: usize) -> i64 {
    counter.window("deliveries_page", number)[index]["id"].as_i64().unwrap()
}

fn last(counter: &Counter, number: i64) -> Vec<String> {
    let went = counter.ask("recent_deliveries", json!({ "number": number }));
    let said = |one: &Value| format!("{} {} {} {}", one["due_on"], one["content"], one["state"], one["address"]);
    went.as_array().unwrap().iter().map(|one| said(one).replace(['"', '\u{a0}'], "")).collect()
}

fn mark(ids: &[i64], until: Option<i64>, state: &str) -> Value {
    json!({ "ids": ids, "until": until.map(day), "state": state, "note": "" })
}

fn moves(counter: &Counter, town: &str) {
    let mut record = counter.ask("client", json!({ "number": 1 }));
    record["client"]["town"] = json!(town);
    counter.ask("save_client", json!({ "number": 1, "revision": record["revision"], "client": record["client"] }));
}

#[test]
fn the_last_ten_that_went_are_told_with_their_addresses_the_newest_first() {
    let counter = counter();
    assert_eq!(last(&counter, 1), Vec::<String>::new(), "what is only planned did not go");
    let over = |on: i64, content: &str| json!({ "recipient": 1, "due_on": day(on), "content": content, "copies": 1, "state": "delivered", "note": "" });
    for on in 1..=11 {
        counter.ask("add_delivery", over(-on, &format!("Hors-série {on}")));
    }
    counter.ask("mark_deliveries", mark(&[], Some(0), "missed"));
    moves(&counter, "MEYMAC");
    let went = last(&counter, 1);
    assert_eq!(went.len(), 10);
    assert_eq!(went[0], format!("{} N°1 missed Mme Laura DUPONT\\n19200 USSEL", day(0)));
    assert_eq!(went[9], format!("{} Hors-série 9 delivered Mme Laura DUPONT\\n19200 USSEL", day(-9)));
    assert_eq!(counter.refused("recent_deliveries", json!({ "number": 99 })), ErrorCode::ClientNotFound);
}

#[test]
fn what_is_planned_goes_to_the_address_of_its_day_and_what_has_gone_keeps_its_own() {
    let counter = counter();
    assert_eq!(counter.ask("mark_deliveries", mark(&[], Some(0), "delivered"))["marked"], 1);
    moves(&counter, "MEYMAC");
    let expected =
        ["N° 1, delivered, USSEL", "N° 2, planned, MEYMAC", "N° 3, planned, MEYMAC", "N° 4, planned, MEYMAC"];
    assert_eq!(shown(&counter, 1), expected);
    let first = counter.ask("delivery", json!({ "id": id(&counter, 1, 0) }));
    assert_eq!(first["address"], "Mme Laura DUPONT\n19200 USSEL");
    counter.ask("mark_deliveries", mark(&[id(&counter, 1, 0)], None, "returned"));
    assert_eq!(shown(&counter, 1)[0], "N° 1, returned, USSEL", "it did go there");
    assert_eq!(
        counter.ask("mark_deliveries", mark(&[], Some(0), "delivered"))["marked"],
        0,
        "nothing is planned any more"
    );
    assert_eq!(counter.rule("mark_deliveries", mark(&[], Some(1), "delivered")), "day_in_future");
    assert_eq!(counter.refused("mark_deliveries", mark(&[99], None, "delivered")), ErrorCode::DeliveryNotFound);
    assert_eq!(counter.refused("mark_deliveries", mark(&[], None, "planned")), ErrorCode::Internal);
}

#[test]
fn several_deliveries_of_one_record_are_marked_at_once_and_stand_in_one_line_of_its_journal() {
    let counter = counter_since(-100);
    let ids = [id(&counter, 1, 0), id(&counter, 1, 1)];
    assert_eq!(counter.ask("mark_deliveries", mark(&ids, None, "delivered"))["marked"], 2);
    let journal = counter.ask("journal", json!({ "number": 1, "before": null, "limit": 1 }));
    let said = journal["entries"][0]["changes"].to_string().replace('\u{a0}', " ");
    assert!(said.contains("N° 1, livrée") && said.contains("N° 2, livrée"), "{said}");
}

#[test]
fn what_is_due_on_a_day_to_come_has_not_gone_yet_whoever_says_so() {
    let counter = counter_since(-100);
    let ids: Vec<i64> = (0..4).map(|index| id(&counter, 1, index)).collect();
    for state in ["delivered", "handed_over", "returned", "missed"] {
        assert_eq!(counter.rule("mark_deliveries", mark(&ids, None, state)), "day_in_future", "{state}");
    }
    let states = || shown(&counter, 1).iter().filter(|line| line.contains("planned")).count();
    assert_eq!(states(), 4, "nor were those before it marked");
    assert_eq!(counter.ask("mark_deliveries", mark(&ids[..2], None, "delivered"))["marked"], 2);
    // What is due today may have gone.
    let today =
        json!({ "recipient": 1, "due_on": day(0), "content": "Coffret", "copies": 1, "state": "planned", "note": "" });
    let today = counter.ask("add_delivery", today)["id"].as_i64().unwrap();
    assert_eq!(counter.ask("mark_deliveries", mark(&[today], None, "handed_over"))["marked"], 1);
    // What was cancelled is passed over, whatever its day.
    let subscription = counter.window("subscriptions_page", 1)[0]["id"].clone();
    counter.ask("terminate", json!({ "id": subscription, "reason": "", "refund": false }));
    assert_eq!(counter.ask("mark_deliveries", mark(&ids, None, "returned"))["marked"], 2);
}

#[test]
fn a_run_marks_the_deliveries_of_everybody_and_says_so_in_each_record() {
    let counter = counter();
    let revue = counter.ask("offers", json!({}))["offers"][0]["id"].as_i64().unwrap();
    let lea = counter.client("REY Léa, 63000 CLERMONT-FERRAND");
    counter.subscribe(lea, revue);
    assert_eq!(counter.ask("mark_deliveries", mark(&[], Some(0), "delivered"))["marked"], 2);
    for number in [1, lea] {
        let journal = counter.ask("journal", json!({ "number": number, "before": null, "limit": 1 }));
        let change = &journal["entries"][0]["changes"][0];
        assert_eq!((&change["old"], &change["new"]), (&json!("N°\u{a0}1, prévue"), &json!("N°\u{a0}1, livrée")));
    }
}

#[test]
fn what_is_handed_over_has_no_address_and_what_has_gone_is_not_removed() {
    let counter = counter();
    let added = json!({
        "recipient": 1, "due_on": day(0), "content": "Coffret", "copies": 1, "state": "handed_over", "note": "au comptoir"
    });
    let handed = counter.ask("add_delivery", added.clone());
    assert_eq!((&handed["address"], &handed["town"], &handed["note"]), (&json!(""), &json!(""), &json!("au comptoir")));
    assert_eq!(counter.rule("remove_delivery", json!({ "id": handed["id"] })), "already_delivered");
    let last = id(&counter, 1, 4);
    counter.ask("remove_delivery", json!({ "id": last }));
    assert_eq!(counter.refused("delivery", json!({ "id": last })), ErrorCode::DeliveryNotFound);
    let page = json!({ "number": 1, "sort": { "column": "date", "descending": true }, "after": null, "limit": 10 });
    assert_eq!(counter.ask("deliveries_page", page)["total"], 4);
    for (field, value, expected) in
        [("content", json!(" "), ErrorCode::NameMissing), ("state", json!("missed"), ErrorCode::Internal)]
    {
        let mut wrong = added.clone();
        wrong[field] = value;
        assert_eq!(counter.refused("add_delivery", wrong), expected, "{field}");
    }
    let tiers = counter.contact("MARTIN Paul", "tiers");
    let mut to_tiers = added;
    to_tiers["recipient"] = json!(tiers);
    assert_eq!(counter.rule("add_delivery", to_tiers), "tiers_never_benefits");
    assert_eq!(counter.problems(), Vec::<Value>::new());
}

#[test]
fn a_reward_is_given_once_whom_they_brought_has_subscribed() {
    let counter = counter();
    let lea = counter.client("REY Léa, 63000 CLERMONT-FERRAND");
    let brought = counter.ask("add_sponsorship", json!({ "sponsor": 1, "sponsored": lea }));
    let reward = json!({ "id": brought["id"], "reward": "Bon de 10 €", "on": day(0) });
    assert_eq!(counter.rule("give_reward", reward.clone()), "not_subscribed_yet");
    assert_eq!(counter.window("sponsorships_page", 1)[0]["may_reward"], false);
    let revue = counter.ask("offers", json!({}))["offers"][0]["id"].as_i64().unwrap();
    counter.subscribe(lea, revue);
    assert_eq!(counter.ask("give_reward", reward)["reward"], "Bon de 10 €");
    let (of_sponsor, of_sponsored) = (counter.window("sponsorships_page", 1), counter.window("sponsorships_page", lea));
    assert_eq!((&of_sponsor[0]["role"], &of_sponsor[0]["other"]["name"]), (&json!("sponsored"), &json!("REY Léa")));
    assert_eq!((&of_sponsored[0]["role"], &of_sponsored[0]["other"]["number"]), (&json!("sponsor"), &json!(1)));
    assert_eq!(of_sponsored[0]["rewarded_on"], json!(day(0)));
}

#[test]
fn who_brings_whom_follows_the_types() {
    let counter = counter();
    let (lea, paul) = (counter.client("REY Léa"), counter.contact("MARTIN Paul", "prescripteur"));
    let tiers = counter.contact("DURAND Zoé", "tiers");
    let brings = |sponsor: i64, sponsored: i64| json!({ "sponsor": sponsor, "sponsored": sponsored });
    assert_eq!(counter.rule("add_sponsorship", brings(tiers, lea)), "no_sponsor");
    assert_eq!(counter.rule("add_sponsorship", brings(lea, lea)), "sponsored_already");
    let brought = counter.ask("add_sponsorship", brings(paul, 1));
    assert_eq!(counter.rule("add_sponsorship", brings(lea, 1)), "sponsored_already");
    let reward = json!({ "id": brought["id"], "reward": "Bon", "on": day(0) });
    assert_eq!(counter.rule("give_reward", reward), "prescripteur_not_rewarded");
    counter.ask("remove_sponsorship", json!({ "id": brought["id"] }));
    assert_eq!(counter.window("sponsorships_page", paul), Vec::<Value>::new());
    counter.ask("add_sponsorship", brings(lea, 1));
    assert_eq!(counter.problems(), Vec::<Value>::new());
}

#[test]
fn whoever_was_brought_twice_before_a_merge_is_rewarded_for_once() {
    let counter = counter();
    let revue = counter.ask("offers", json!({}))["offers"][0]["id"].as_i64().unwrap();
    let (lea, again, paul) =
        (counter.client("REY Léa"), counter.client("REY Lea"), counter.contact("MARTIN Paul", "client"));
    let brought = |sponsor: i64, sponsored: i64| {
        counter.ask("add_sponsorship", json!({ "sponsor": sponsor, "sponsored": sponsored }))["id"].clone()
    };
    let (by_laura, by_paul) = (brought(1, lea), brought(paul, again));
    counter.subscribe(lea, revue);
    let merge = counter.ask("merge_clients", counter.merge_of(lea, again));
    let reward = |id: &Value| json!({ "id": id, "reward": "Bon de 10 €", "on": day(0) });
    let may = |sponsor: i64| counter.window("sponsorships_page", sponsor)[0]["may_reward"].clone();
    assert_eq!([may(1), may(paul)], [json!(true), json!(true)]);
    counter.ask("give_reward", reward(&by_laura));
    assert_eq!(counter.rule("give_reward", reward(&by_paul)), "rewarded_already");
    assert_eq!([may(1), may(paul)], [json!(true), json!(false)]);
    counter.ask("give_reward", reward(&by_laura));
    // Two people again: the other one has not subscribed to anything.
    counter.ask("undo_merge", json!({ "id": merge["id"] }));
    assert_eq!(counter.rule("give_reward", reward(&by_paul)), "not_subscribed_yet");
    counter.subscribe(again, revue);
    assert_eq!(counter.ask("give_reward", reward(&by_paul))["rewarded_on"], json!(day(0)));
    assert_eq!(counter.problems(), Vec::<Value>::new());
}

#[test]
fn a_deleted_record_keeps_its_accounts_and_nothing_of_where_things_went() {
    let counter = Counter::with_laura();
    let revue = counter.offer("Revue", 4900, 4);
    counter.ask("subscribe", json!({ "recipient": 1, "offer": revue, "starts_on": day(-100) }));
    let lea = counter.client("REY Léa");
    counter.ask("add_sponsorship", json!({ "sponsor": 1, "sponsored": lea }));
    let (delivered, invoice) = (id(&counter, 1, 0), counter.window("invoices_page", 1)[0]["id"].clone());
    counter.ask("mark_deliveries", mark(&[delivered], None, "delivered"));
    let paid = json!({ "payer": 1, "invoice": invoice, "paid_on": day(0), "mode": "cash", "amount": 4900, "note": "de sa mère" });
    let paid = counter.ask("record_payment", paid);
    let preview = counter.ask("removal_preview", json!({ "number": 1 }));
    let kept = preview["kept"].to_string();
    assert!(kept.contains("\"invoices\"") && kept.contains("\"payments\""), "{kept}");
    let subscription = counter.window("subscriptions_page", 1)[0]["id"].clone();
    counter.ask("terminate", json!({ "id": subscription, "on": day(-1), "reason": "décès", "refund": false }));
    counter.ask("remove_client", json!({ "number": 1, "revision": counter.revision(1), "name": "Dupont Laura" }));
    let delivery = counter.ask("delivery", json!({ "id": delivered }));
    assert_eq!(
        (&delivery["address"], &delivery["town"], &delivery["state"]),
        (&json!(""), &json!(""), &json!("delivered"))
    );
    assert_eq!(counter.ask("delivery", json!({ "id": delivered + 1 }))["state"], "cancelled");
    assert_eq!(counter.ask("payment", json!({ "id": paid["id"] }))["note"], "");
    assert_eq!(counter.ask("invoice", json!({ "id": invoice }))["addressee"], "Mme Laura DUPONT\n19200 USSEL");
    assert_eq!(counter.window("sponsorships_page", lea), Vec::<Value>::new());
    assert_eq!(counter.problems(), Vec::<Value>::new());
}
