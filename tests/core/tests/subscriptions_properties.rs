//! No sequence of what the counter can do ever yields an invoice to a « Payé par », a delivery to a « Tiers », or a paying tariff for a
//! « Prospect ». What is looked at is what the windows of each record show, not what `verify` says; that must agree.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use ecrin_core::api::ErrorCode;
use ecrin_core_tests::counter::Counter;
use ecrin_core_tests::subscriptions::day;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

const SEVEN: [&str; 7] = ["client", "tiers", "paye_par", "prospect", "prescripteur", "parrain", "beneficiaire"];
/// Who is never invoiced; to whom nothing is ever delivered.
const NEVER_INVOICED: [&str; 4] = ["paye_par", "prospect", "prescripteur", "beneficiaire"];
const NEVER_DELIVERED: [&str; 3] = ["tiers", "prescripteur", "beneficiaire"];

/// What somebody does at the counter; places count among what there is.
#[derive(Clone, Debug)]
enum Act {
    Create(usize),
    ChangeType(usize, usize),
    SaveType(usize, usize),
    Undo,
    Subscribe {
        recipient: usize,
        payer: Option<usize>,
        offer: usize,
        from: i64,
    },
    Renew(usize),
    Suspend(usize, i64, i64),
    EndSuspension(usize, i64),
    Terminate(usize, i64, bool),
    Merge(usize, usize, bool),
    UndoMerge(usize),
    AddBeneficiary(usize, Option<usize>),
    RemoveBeneficiary(usize, usize),
    HandOver(usize),
    Deliver(i64),
    Sponsor(usize, usize),
    Reward(usize),
    /// Another price from some day on, or none.
    Price {
        offer: usize,
        free: bool,
        from: i64,
    },
    /// Pays some of the newest invoice, and more than it asks for.
    Pay(usize, i64),
    TakeBack(usize),
    Credit(usize, Option<i64>),
    Remove(usize),
}

fn act() -> impl Strategy<Value = Act> {
    let (who, which, days) = (0..9_usize, 0..12_usize, -400..400_i64);
    prop_oneof![
        3 => (0..7_usize).prop_map(Act::Create),
        4 => (who.clone(), 0..7_usize).prop_map(|(who, to)| Act::ChangeType(who, to)),
        2 => (who.clone(), 0..7_usize).prop_map(|(who, to)| Act::SaveType(who, to)),
        1 => Just(Act::Undo),
        8 => (who.clone(), prop::option::of(who.clone()), 0..2_usize, -370..60_i64)
            .prop_map(|(recipient, payer, offer, from)| Act::Subscribe { recipient, payer, offer, from }),
        3 => which.clone().prop_map(Act::Renew),
        3 => (which.clone(), days.clone(), 0..60_i64).prop_map(|(which, from, length)| Act::Suspend(which, from, length)),
        2 => (0..4_usize, days.clone()).prop_map(|(which, on)| Act::EndSuspension(which, on)),
        2 => (which.clone(), days, any::<bool>()).prop_map(|(which, on, refund)| Act::Terminate(which, on, refund)),
        4 => (who.clone(), who.clone(), any::<bool>()).prop_map(|(kept, merged, take)| Act::Merge(kept, merged, take)),
        2 => (0..3_usize).prop_map(Act::UndoMerge),
        3 => (which.clone(), prop::option::of(who.clone())).prop_map(|(which, who)| Act::AddBeneficiary(which, who)),
        1 => (which, who.clone()).prop_map(|(which, who)| Act::RemoveBeneficiary(which, who)),
        2 => who.clone().prop_map(Act::HandOver),
        1 => (-30..1_i64).prop_map(Act::Deliver),
        2 => (who.clone(), who.clone()).prop_map(|(sponsor, sponsored)| Act::Sponsor(sponsor, sponsored)),
        1 => who.clone().prop_map(Act::Reward),
        2 => (0..2_usize, any::<bool>(), 0..30_i64).prop_map(|(offer, free, from)| Act::Price { offer, free, from }),
        3 => (who.clone(), 1..9000_i64).prop_map(|(who, amount)| Act::Pay(who, amount)),
        1 => who.clone().prop_map(Act::TakeBack),
        1 => (who.clone(), prop::option::of(1..4900_i64)).prop_map(|(who, amount)| Act::Credit(who, amount)),
        1 => who.prop_map(Act::Remove),
    ]
}

/// A counter, and what was made at it so far.
struct Life {
    counter: Counter,
    offers: Vec<i64>,
    clients: Vec<i64>,
    subscriptions: Vec<i64>,
    merges: Vec<i64>,
    done: usize,
}

impl Life {
    fn new() -> Life {
        let counter = Counter::with_laura();
        let offers = vec![counter.offer("Le Mensuel", 4900, 6), counter.offer("Découverte", 0, 2)];
        Life { counter, offers, clients: vec![1], subscriptions: Vec::new(), merges: Vec::new(), done: 0 }
    }

    /// Asks for something, which may be refused; any other failure is a defect.
    fn try_call(&mut self, command: &str, request: Value) -> Option<Value> {
        let asked = request.to_string();
        let answer = self.counter.call(command, request);
        if let Err(error) = &answer {
            assert!(error.code != ErrorCode::Internal, "{command} {asked}: {error:?}");
        }
        self.done += usize::from(answer.is_ok());
        answer.ok()
    }

    fn client(&self, place: usize) -> i64 {
        self.clients[place % self.clients.len()]
    }

    fn subscription(&self, place: usize) -> i64 {
        self.subscriptions.get(place % self.subscriptions.len().max(1)).copied().unwrap_or(0)
    }

    /// The rows of somebody's window, if their record is still there.
    fn rows(&self, page: &str, who: usize) -> Vec<Value> {
        let number = self.client(who);
        self.record(number).map_or_else(Vec::new, |_| self.counter.window(page, number))
    }

    /// A record, if it is still there under this number.
    fn record(&self, number: i64) -> Option<Value> {
        let record = self.counter.call("client", json!({ "number": number })).ok()?;
        (record["number"] == number).then_some(record)
    }

    #[allow(clippy::too_many_lines, reason = "one arm for each act")]
    fn act(&mut self, act: &Act) {
        match *act {
            Act::Create(of) => {
                let place = self.clients.len();
                let mut client = json!(ecrin_core_tests::client(&format!(
                    "NOM{place} Ana, 19200 USSEL, , ana{place}@boutique.example"
                )));
                client["type"] = SEVEN[of].into();
                let made = self.try_call("create_client", json!({ "client": client })).unwrap();
                self.clients.push(made["number"].as_i64().unwrap());
            }
            Act::ChangeType(who, to) => {
                let Some(record) = self.record(self.client(who)) else { return };
                self.try_call(
                    "change_type",
                    json!({ "number": record["number"], "revision": record["revision"], "to": SEVEN[to] }),
                );
            }
            Act::SaveType(who, to) => {
                let Some(mut record) = self.record(self.client(who)) else { return };
                record["client"]["type"] = SEVEN[to].into();
                self.try_call(
                    "save_client",
                    json!({ "number": record["number"], "revision": record["revision"], "client": record["client"] }),
                );
            }
            Act::Undo => _ = self.try_call("undo", json!({})),
            Act::Subscribe { recipient, payer, offer, from } => {
                let request = json!({
                    "recipient": self.client(recipient), "offer": self.offers[offer],
                    "payer": payer.map(|payer| self.client(payer)), "starts_on": day(from),
                });
                let made = self.try_call("subscribe", request);
                self.subscriptions.extend(made.and_then(|made| made["id"].as_i64()));
            }
            Act::Renew(which) => {
                let made = self.try_call("renew", json!({ "id": self.subscription(which) }));
                self.subscriptions.extend(made.and_then(|made| made["id"].as_i64()));
            }
            Act::Suspend(which, from, length) => {
                let id = self.subscription(which);
                self.try_call("suspend", json!({ "id": id, "from": day(from), "until": day(from + length) }));
            }
            Act::EndSuspension(id, on) => _ = self.try_call("end_suspension", json!({ "id": id + 1, "on": day(on) })),
            Act::Terminate(which, on, refund) => {
                let id = self.subscription(which);
                self.try_call("terminate", json!({ "id": id, "on": day(on), "reason": "", "refund": refund }));
            }
            Act::Merge(kept, merged, take) => {
                let (Some(kept), Some(merged)) = (self.record(self.client(kept)), self.record(self.client(merged)))
                else {
                    return;
                };
                let done = self.try_call("merge_clients", json!({
                    "kept": kept["number"], "kept_revision": kept["revision"], "merged": merged["number"],
                    "merged_revision": merged["revision"], "take_merged": if take { vec!["type", "email"] } else { vec![] },
                }));
                self.merges.extend(done.and_then(|done| done["id"].as_i64()));
            }
            Act::UndoMerge(which) => {
                let id = self.merges.get(which).copied().unwrap_or(1);
                self.try_call("undo_merge", json!({ "id": id }));
            }
            Act::AddBeneficiary(which, who) => {
                let place = self.clients.len();
                let request = match who {
                    Some(who) => json!({ "subscription": self.subscription(which), "client": self.client(who) }),
                    None => {
                        json!({ "subscription": self.subscription(which), "email": format!("lea{place}@famille.example") })
                    }
                };
                let made = self.try_call("add_beneficiary", request);
                let known = made.iter().flat_map(|made| made["beneficiaries"].as_array().unwrap());
                let new: Vec<i64> = known
                    .filter_map(|one| one["client"]["number"].as_i64())
                    .filter(|one| !self.clients.contains(one))
                    .collect();
                self.clients.extend(new);
            }
            Act::RemoveBeneficiary(which, who) => {
                let request = json!({ "subscription": self.subscription(which), "client": self.client(who) });
                self.try_call("remove_beneficiary", request);
            }
            Act::HandOver(who) => {
                let recipient = self.client(who);
                let given = json!({ "recipient": recipient, "due_on": day(0), "content": "Un stylo", "copies": 1, "state": "handed_over", "note": "" });
                self.try_call("add_delivery", given);
            }
            Act::Deliver(until) => {
                self.try_call(
                    "mark_deliveries",
                    json!({ "ids": [], "until": day(until), "state": "delivered", "note": "" }),
                );
            }
            Act::Sponsor(sponsor, sponsored) => {
                let request = json!({ "sponsor": self.client(sponsor), "sponsored": self.client(sponsored) });
                self.try_call("add_sponsorship", request);
            }
            Act::Reward(who) => {
                for row in self.rows("sponsorships_page", who) {
                    self.try_call("give_reward", json!({ "id": row["id"], "reward": "Un bon", "on": day(0) }));
                }
            }
            Act::Price { offer, free, from } => {
                let (price, issues) = (if free { 0 } else { 5900 }, 6);
                let tariff =
                    json!({ "price": price, "vat": 210, "months": 12, "issues": issues, "effective_from": day(from) });
                self.try_call("add_tariff", json!({ "offer": self.offers[offer], "tariff": tariff }));
            }
            Act::Pay(who, amount) => {
                let Some(invoice) = self.rows("invoices_page", who).pop() else { return };
                let payment = json!({
                    "payer": self.client(who), "invoice": invoice["id"], "paid_on": day(0), "mode": "card", "amount": amount, "note": "",
                });
                self.try_call("record_payment", payment);
            }
            Act::TakeBack(who) => {
                let Some(payment) = self.rows("payments_page", who).pop() else { return };
                self.try_call("reverse_payment", json!({ "id": payment["id"] }));
            }
            Act::Credit(who, amount) => {
                let Some(invoice) = self.rows("invoices_page", who).pop() else { return };
                self.try_call(
                    "credit_invoice",
                    json!({ "id": invoice["id"], "amount": amount, "reason": "Geste commercial" }),
                );
            }
            Act::Remove(who) => {
                let Some(preview) = self.try_call("removal_preview", json!({ "number": self.client(who) })) else {
                    return;
                };
                let request = json!({ "number": preview["record"]["number"], "revision": preview["record"]["revision"], "name": preview["name"] });
                self.try_call("remove_client", request);
            }
        }
    }

    /// What nobody's windows may show.
    fn check(&self) {
        for number in &self.clients {
            let Some(record) = self.record(*number) else { continue };
            let of = record["client"]["type"].as_str().unwrap();
            let rows = |page: &str| self.counter.window(page, *number);
            if NEVER_INVOICED.contains(&of) {
                assert_eq!(rows("invoices_page"), Vec::<Value>::new(), "{of}");
            }
            if NEVER_DELIVERED.contains(&of) {
                let delivered: Vec<Value> =
                    rows("deliveries_page").into_iter().filter(|row| row["state"] != "cancelled").collect();
                assert_eq!(delivered, Vec::<Value>::new(), "{of}");
            }
            for row in rows("subscriptions_page") {
                let subscription = self.counter.ask("subscription", json!({ "id": row["id"] }));
                let paying = subscription["tariff"]["price"] != 0;
                assert!(of != "prospect" || !paying, "a paying tariff for a prospect: {subscription}");
                assert_eq!(paying, subscription["payer"] != Value::Null, "{subscription}");
            }
        }
        assert_eq!(self.counter.problems(), Vec::<Value>::new());
    }
}

#[test]
fn no_life_of_a_shop_breaks_a_rule_of_types() {
    let cases = 32;
    let mut runner =
        TestRunner::new(Config { cases, failure_persistence: None, max_shrink_iters: 60, ..Config::default() });
    let lives = prop::collection::vec(act(), 10..60);
    let done = std::cell::Cell::new(0);
    let result = runner.run(&lives, |acts| {
        let mut life = Life::new();
        for of in 0..7 {
            life.act(&Act::Create(of));
        }
        for act in &acts {
            life.act(act);
        }
        life.check();
        done.set(done.get() + life.done);
        Ok(())
    });
    result.unwrap();
    assert!(done.get() > 12 * cases as usize, "much of it must be allowed, or nothing is shown: {}", done.get());
}
