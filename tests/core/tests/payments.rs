//! Payments: in part, too much, taken back, and what is still to be paid.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use ecrin_core::api::ErrorCode;
use ecrin_core_tests::counter::Counter;
use ecrin_core_tests::subscriptions::day;
use serde_json::{Value, json};

/// A counter with Laura (1), who was invoiced 49 euros, and Léa (2); the invoice.
fn counter() -> (Counter, i64) {
    let counter = Counter::with_laura();
    counter.client("REY Léa, 63000 CLERMONT-FERRAND");
    let revue = counter.offer("Revue", 4900, 4);
    counter.subscribe(1, revue);
    let invoice = counter.window("invoices_page", 1)[0]["id"].as_i64().unwrap();
    (counter, invoice)
}

fn payment(payer: i64, invoice: Option<i64>, mode: &str, amount: i64) -> Value {
    json!({ "payer": payer, "invoice": invoice, "paid_on": day(0), "mode": mode, "amount": amount, "note": "" })
}

/// Where the only invoice of a record stands.
fn state(counter: &Counter, number: i64) -> (String, i64) {
    let row = &counter.window("invoices_page", number)[0];
    (row["state"].as_str().unwrap().to_owned(), row["due"].as_i64().unwrap())
}

fn due(counter: &Counter, number: i64) -> i64 {
    counter.ask("balance", json!({ "number": number }))["due"].as_i64().unwrap()
}

#[test]
fn an_invoice_is_paid_in_parts_and_what_is_too_much_stays_to_the_payers_credit() {
    let (counter, invoice) = counter();
    assert_eq!((state(&counter, 1), due(&counter, 1)), (("due".into(), 4900), 4900));
    counter.ask("record_payment", payment(1, Some(invoice), "cheque", 2000));
    assert_eq!((state(&counter, 1), due(&counter, 1)), (("partly_paid".into(), 2900), 2900));
    counter.ask("record_payment", payment(1, Some(invoice), "card", 3000));
    assert_eq!((state(&counter, 1), due(&counter, 1)), (("paid".into(), -100), -100));
    counter.ask("record_payment", payment(1, None, "cash", 400));
    assert_eq!(due(&counter, 1), -500);
    assert_eq!(counter.problems(), Vec::<Value>::new());
}

#[test]
fn a_payment_is_taken_back_by_another_one_and_once() {
    let (counter, invoice) = counter();
    let paid = counter.ask("record_payment", payment(1, Some(invoice), "transfer", 4900));
    let id = json!({ "id": paid["id"] });
    let back = counter.ask("reverse_payment", id.clone());
    assert_eq!((&back["amount"], &back["reverses"]), (&json!(-4900), &paid["id"]));
    assert_eq!((state(&counter, 1), due(&counter, 1)), (("due".into(), 4900), 4900));
    assert_eq!(counter.rule("reverse_payment", id), "already_reversed");
    assert_eq!(counter.rule("reverse_payment", json!({ "id": back["id"] })), "already_reversed");
    let rows = counter.window("payments_page", 1);
    assert_eq!((&rows[0]["reversed"], &rows[1]["reverses"]), (&json!(true), &json!(true)));
    assert_eq!(rows[0]["invoice_number"], rows[1]["invoice_number"]);
    assert_eq!(counter.refused("reverse_payment", json!({ "id": 99 })), ErrorCode::PaymentNotFound);
}

#[test]
fn whoever_pays_was_there_and_what_was_taken_back_never_was() {
    let (counter, invoice) = counter();
    let last_contact = || counter.ask("client", json!({ "number": 1 }))["last_contact_on"].clone();
    assert_eq!(last_contact(), Value::Null, "being invoiced is no contact from the client");
    let paid = counter.ask("record_payment", payment(1, Some(invoice), "card", 2000));
    assert_eq!(last_contact(), json!(day(0)));
    counter.ask("reverse_payment", json!({ "id": paid["id"] }));
    assert_eq!(last_contact(), Value::Null);
}

#[test]
fn no_more_is_given_back_than_was_paid() {
    let (counter, invoice) = counter();
    assert_eq!(counter.rule("record_payment", payment(1, Some(invoice), "refund", 100)), "nothing_to_refund");
    counter.ask("record_payment", payment(1, Some(invoice), "card", 4900));
    counter.ask("credit_invoice", json!({ "id": invoice, "amount": 1900, "reason": "Numéros manqués" }));
    assert_eq!(due(&counter, 1), -1900);
    assert_eq!(counter.ask("record_payment", payment(1, Some(invoice), "refund", 1900))["amount"], -1900);
    assert_eq!((due(&counter, 1), state(&counter, 1)), (0, ("paid".into(), 0)));
    assert_eq!(counter.rule("record_payment", payment(1, Some(invoice), "refund", 3001)), "nothing_to_refund");
    assert_eq!(counter.problems(), Vec::<Value>::new());
}

#[test]
fn what_was_given_back_on_account_is_not_given_back_again_for_its_invoice() {
    let (counter, invoice) = counter();
    counter.ask("record_payment", payment(1, Some(invoice), "card", 4900));
    counter.ask("credit_invoice", json!({ "id": invoice, "amount": 1900, "reason": "Numéros manqués" }));
    counter.ask("record_payment", payment(1, None, "refund", 1900));
    for amount in [1, 1900, 3000, 4900] {
        let again = payment(1, Some(invoice), "refund", amount);
        assert_eq!(counter.rule("record_payment", again), "nothing_to_refund", "{amount}");
    }
    assert_eq!(due(&counter, 1), 0);
}

#[test]
fn what_pays_an_invoice_is_not_given_back_on_account() {
    let (counter, invoice) = counter();
    let refused = |amount: i64| {
        assert_eq!(counter.rule("record_payment", payment(1, None, "refund", amount)), "nothing_to_refund", "{amount}");
    };
    refused(1);
    counter.ask("record_payment", payment(1, Some(invoice), "card", 4900));
    refused(1);
    assert_eq!(state(&counter, 1), ("paid".into(), 0));
    // What lies on account, and what was paid too much, is free.
    counter.ask("record_payment", payment(1, None, "cash", 1000));
    refused(1001);
    counter.ask("record_payment", payment(1, Some(invoice), "card", 100));
    refused(1101);
    counter.ask("record_payment", payment(1, None, "refund", 1100));
    refused(1);
    // A second invoice that is paid lends nothing to the first one.
    counter.subscribe(1, counter.offer("Cahier", 900, 1));
    let second = counter.window("invoices_page", 1)[1]["id"].as_i64();
    counter.ask("record_payment", payment(1, second, "card", 900));
    refused(1);
    assert_eq!(counter.rule("record_payment", payment(1, second, "refund", 901)), "nothing_to_refund");
    counter.ask("record_payment", payment(1, second, "refund", 900));
    assert_eq!(due(&counter, 1), 900);
    assert_eq!(counter.problems(), Vec::<Value>::new());
}

#[test]
fn a_payment_that_was_given_back_is_not_taken_back_before_its_refund_is() {
    let (counter, invoice) = counter();
    let take_back = |id: &Value| json!({ "id": id });
    // For an invoice, and on account.
    for (for_invoice, amount) in [(Some(invoice), 4900), (None, 1000)] {
        let paid = counter.ask("record_payment", payment(1, for_invoice, "cheque", amount));
        let refund = counter.ask("record_payment", payment(1, for_invoice, "refund", amount - 100));
        assert_eq!(counter.rule("reverse_payment", take_back(&paid["id"])), "payment_given_back");
        counter.ask("reverse_payment", take_back(&refund["id"]));
        counter.ask("reverse_payment", take_back(&paid["id"]));
    }
    // As long as what else was paid covers what was given back, nothing is wrong.
    let first = counter.ask("record_payment", payment(1, Some(invoice), "card", 2000));
    let second = counter.ask("record_payment", payment(1, Some(invoice), "card", 2900));
    counter.ask("record_payment", payment(1, Some(invoice), "refund", 2000));
    counter.ask("reverse_payment", take_back(&first["id"]));
    assert_eq!(counter.rule("reverse_payment", take_back(&second["id"])), "payment_given_back");
    assert_eq!((state(&counter, 1), due(&counter, 1)), (("partly_paid".into(), 4000), 4000));
    assert_eq!(counter.problems(), Vec::<Value>::new());
}

/// Deletes a record that receives nothing.
fn remove(counter: &Counter, number: i64) -> Value {
    let preview = counter.ask("removal_preview", json!({ "number": number }));
    let (revision, name) = (&preview["record"]["revision"], &preview["name"]);
    counter.ask("remove_client", json!({ "number": number, "revision": revision, "name": name }));
    preview
}

#[test]
fn what_a_deleted_record_owes_is_said_before_and_can_be_paid_afterwards() {
    let counter = Counter::with_laura();
    let child = counter.contact("DUPONT Zoé", "paye_par");
    let revue = counter.offer("Revue", 4900, 4);
    counter.ask("subscribe", json!({ "recipient": child, "offer": revue, "payer": 1 }));
    let invoice = counter.window("invoices_page", 1)[0]["id"].as_i64();
    counter.ask("record_payment", payment(1, invoice, "cash", 900));
    assert_eq!(remove(&counter, 1)["owed"], 4000);
    let due =
        counter.ask("invoices_due", json!({ "older_than_days": 0, "after": null, "limit": 9 }))["invoices"][0].clone();
    assert_eq!((&due["payer"], &due["payer_name"], &due["due"]), (&json!(1), &json!("Mme Laura DUPONT"), &json!(4000)));
    assert_eq!(counter.refused("record_payment", payment(1, None, "card", 100)), ErrorCode::ClientRemoved);
    assert_eq!(counter.refused("record_payment", payment(child, invoice, "card", 100)), ErrorCode::InvoiceNotFound);
    let mut late = payment(1, invoice, "cheque", 4000);
    late["note"] = json!("chèque de sa mère");
    let paid = counter.ask("record_payment", late);
    assert_eq!((&paid["payer"], &paid["amount"], &paid["note"]), (&json!(1), &json!(4000), &json!("")));
    assert_eq!(counter.ask("invoice", json!({ "id": invoice }))["state"], "paid");
    // A mistake is corrected as everywhere else.
    counter.ask("reverse_payment", json!({ "id": paid["id"] }));
    assert_eq!(counter.ask("invoice", json!({ "id": invoice }))["due"], 4000);
    counter.ask("credit_invoice", json!({ "id": invoice, "amount": null, "reason": "" }));
    assert_eq!(counter.ask("record_payment", payment(1, invoice, "refund", 900))["amount"], -900);
    let journal = counter.ask("journal", json!({ "number": 1, "before": null, "limit": 50 })).to_string();
    assert!(journal.contains("40,00") && !journal.contains("mère"), "{journal}");
    assert_eq!(counter.problems(), Vec::<Value>::new());
}

#[test]
fn what_a_merged_record_was_invoiced_is_paid_under_any_of_its_numbers_and_after_a_deletion_under_its_own() {
    let (counter, invoice) = counter();
    counter.ask("merge_clients", counter.merge_of(2, 1));
    for number in [1, 2] {
        assert_eq!(counter.ask("record_payment", payment(number, Some(invoice), "card", 1000))["payer"], 2);
    }
    let subscription = counter.window("subscriptions_page", 2)[0]["id"].clone();
    counter.ask("terminate", json!({ "id": subscription, "on": day(-1), "reason": "", "refund": false }));
    assert_eq!(remove(&counter, 2)["owed"], 2900);
    assert_eq!(counter.ask("invoice", json!({ "id": invoice }))["payer"], 1);
    assert_eq!(counter.ask("record_payment", payment(1, Some(invoice), "card", 2900))["payer"], 1);
    assert_eq!(counter.ask("invoice", json!({ "id": invoice }))["state"], "paid");
    assert_eq!(counter.problems(), Vec::<Value>::new());
}

#[test]
fn what_was_paid_for_a_merged_record_is_theirs_again_when_the_merge_is_taken_back() {
    let (counter, invoice) = counter();
    let earlier = counter.ask("record_payment", payment(1, Some(invoice), "card", 900));
    let merge = counter.ask("merge_clients", counter.merge_of(2, 1));
    counter.ask("record_payment", payment(2, Some(invoice), "card", 4900));
    counter.ask("reverse_payment", json!({ "id": earlier["id"] }));
    assert_eq!(due(&counter, 2), 0);
    counter.ask("undo_merge", json!({ "id": merge["id"] }));
    assert_eq!((due(&counter, 1), due(&counter, 2)), (0, 0));
    assert_eq!(state(&counter, 1), ("paid".into(), 0));
    assert_eq!(counter.problems(), Vec::<Value>::new());
}

#[test]
fn a_payment_is_for_ones_own_invoice_of_a_real_amount_and_not_of_tomorrow() {
    let (counter, invoice) = counter();
    assert_eq!(counter.refused("record_payment", payment(2, Some(invoice), "card", 100)), ErrorCode::InvoiceNotFound);
    assert_eq!(counter.refused("record_payment", payment(1, Some(invoice), "card", 0)), ErrorCode::AmountUnfit);
    assert_eq!(counter.refused("record_payment", payment(1, Some(invoice), "card", -100)), ErrorCode::AmountUnfit);
    let mut tomorrow = payment(1, Some(invoice), "card", 100);
    tomorrow["paid_on"] = json!(day(1));
    assert_eq!(counter.rule("record_payment", tomorrow), "day_in_future");
    let prospect = counter.contact("MARTIN Paul", "prospect");
    assert_eq!(counter.rule("record_payment", payment(prospect, None, "card", 100)), "prospect_never_invoiced");
    assert_eq!(counter.window("payments_page", 1), Vec::<Value>::new());
}

#[test]
fn a_payment_is_in_the_journal_of_whoever_paid() {
    let (counter, invoice) = counter();
    counter.ask("record_payment", payment(1, Some(invoice), "cheque", 2000));
    let journal = counter.ask("journal", json!({ "number": 1, "before": null, "limit": 1 }));
    assert_eq!(journal["entries"][0]["operation"], "record_payment");
    let said = journal["entries"][0]["changes"].to_string();
    for word in ["20,00", "Chèque", "F-"] {
        assert!(said.contains(word), "{word}: {said}");
    }
}

#[test]
fn what_is_not_paid_is_to_be_asked_for() {
    let (counter, invoice) = counter();
    let ask = |days: u32| counter.ask("invoices_due", json!({ "older_than_days": days, "after": null, "limit": 1 }));
    assert_eq!(ask(1)["invoices"], json!([]), "it was issued today");
    let page = ask(0);
    assert_eq!(page["invoices"][0]["payer_name"], "DUPONT Laura");
    assert_eq!((&page["invoices"][0]["due"], &page["next"]), (&json!(4900), &Value::Null));
    counter.subscribe(2, counter.offer("Cahier", 900, 1));
    let page = ask(0);
    let next = counter.ask("invoices_due", json!({ "older_than_days": 0, "after": page["next"], "limit": 1 }));
    assert_eq!((&next["invoices"][0]["payer"], &next["next"]), (&json!(2), &Value::Null));
    counter.ask("record_payment", payment(1, Some(invoice), "card", 4900));
    assert_eq!(ask(0)["invoices"][0]["payer"], 2);
}

#[test]
fn two_records_that_became_one_have_one_balance() {
    let (counter, _) = counter();
    counter.ask("record_payment", payment(2, None, "cash", 1000));
    counter.ask("merge_clients", counter.merge_of(1, 2));
    assert_eq!(due(&counter, 1), 3900);
    assert_eq!(counter.window("payments_page", 1).len(), 1);
    assert_eq!(counter.window("payments_page", 2).len(), 1, "the old number leads there too");
    assert_eq!(counter.problems(), Vec::<Value>::new());
}
