//! Offers, subscriptions and types of contact from the terminal.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use crate::support::{PASSPHRASE, Shop};
use ecrin_core::Unlock;
use ecrin_core::clock::SystemClock;
use serde_json::Value;

/// Laura is number 1, her grandmother 2.
fn shop() -> Shop {
    let shop = Shop::with_csv("nom;prenom;cp;ville\r\nDUPONT;Laura;19200;USSEL\r\nREY;Odette;19200;USSEL\r\n");
    shop.json(&["import", "clients.csv"]);
    let made = shop.json(&["offer", "--create", "Le Mensuel", "--price", "49.00", "--months", "12", "--issues", "11"]);
    assert_eq!(
        (&made["id"], &made["current"]["price"], &made["current"]["vat"]),
        (&1.into(), &4900.into(), &210.into())
    );
    shop
}

/// The rule of a refusal: exit code 1, JSON only on stdout, a sentence on stderr.
fn refused(shop: &Shop, arguments: &[&str]) -> Value {
    let mut with_json = arguments.to_vec();
    with_json.push("--json");
    let (code, out, error) = shop.run(&with_json);
    assert_eq!(code, 1, "{arguments:?}: {out}");
    assert!(error.starts_with("ecrin-cli: "), "{error}");
    serde_json::from_str(&out).unwrap()
}

#[test]
fn somebody_is_subscribed_and_somebody_else_pays() {
    let shop = shop();
    shop.json(&["type", "1", "--set", "paye_par"]);
    shop.json(&["type", "2", "--set", "tiers"]);
    assert_eq!(refused(&shop, &["subscribe", "1", "--offer", "1"])["refused"], "payer_needed");
    assert_eq!(refused(&shop, &["subscribe", "2", "--offer", "1"])["refused"], "tiers_never_benefits");
    let made = shop.json(&["subscribe", "1", "--offer", "1", "--payer", "2", "--copies", "2"]);
    assert_eq!((&made["id"], &made["payer"]["number"], &made["copies"]), (&1.into(), &2.into(), &2.into()));
    let (code, out, _) = shop.run(&["subscribe", "1", "--offer", "1"]);
    assert!(code == 0 && out.contains("paid by 2 REY Odette"), "{out}");
    assert_eq!(shop.json(&["verify"])["integrity"], "ok");
}

#[test]
fn a_prospect_is_refused_a_paying_tariff_by_the_name_of_the_rule() {
    let shop = shop();
    shop.json(&["type", "1", "--set", "prospect"]);
    assert_eq!(refused(&shop, &["subscribe", "1", "--offer", "1"])["refused"], "prospect_only_free_tariffs");
    let (code, out, error) = shop.run(&["subscribe", "1", "--offer", "1"]);
    assert!((code, out.as_str()) == (1, "") && error.contains("free tariffs only"), "{error}");
    let (code, _, error) = shop.run(&["subscribe", "1", "--offer", "9"]);
    assert!(code == 1 && error.contains("no such offer"), "{error}");
}

#[test]
fn what_somebody_holds_is_told_where_it_stands_in_the_way() {
    let shop = shop();
    shop.json(&["subscribe", "1", "--offer", "1"]);
    let why = refused(&shop, &["type", "1", "--set", "paye_par"]);
    assert_eq!((&why["refused"], &why["count"]), (&"paye_par_never_invoiced".into(), &2.into()));
    assert_eq!(why["obstacles"][0]["name"], "Le Mensuel");
    assert_eq!(shop.json(&["type", "1", "--set", "parrain"])["type"], "parrain");
}

#[test]
fn subscriptions_end_and_are_listed_before_they_do() {
    let shop = shop();
    let made = shop.json(&["subscribe", "1", "--offer", "1"]);
    let end = made["ends_on"].as_str().unwrap();
    let due = shop.json(&["renewals", "--until", end]);
    assert_eq!((&due["total"], &due["renewals"][0]["total"]), (&1.into(), &4900.into()));
    let unpaid = shop.json(&["unpaid"]);
    assert_eq!((&unpaid["total"], &unpaid["due"]), (&1.into(), &4900.into()));
    assert!(unpaid["invoices"][0]["number"].as_str().unwrap().starts_with("F-"), "{unpaid}");
    assert_eq!(shop.json(&["unpaid", "--older-than", "30"])["total"], 0);
    let yesterday =
        made["starts_on"].as_str().unwrap().parse::<chrono::NaiveDate>().unwrap().pred_opt().unwrap().to_string();
    let ended = ["terminate", "1", "--on", &yesterday, "--reason", "Décès", "--refund"];
    let planned = shop.json(&[&ended[..], &["--dry-run"]].concat());
    assert_eq!((&planned["refund"], &planned["left"]), (&4900.into(), &11.into()));
    let done = shop.json(&ended);
    assert_eq!((&done["refund"], &done["subscription"]["state"]), (&4900.into(), &"terminated".into()));
    assert!(done["credit_note"].as_str().unwrap().starts_with("A-"));
    assert_eq!(refused(&shop, &ended)["refused"], "already_terminated");
    assert_eq!(shop.json(&["renewals", "--until", end])["total"], 0);
    assert_eq!(shop.json(&["unpaid"])["total"], 0, "what was credited is not asked for");
    assert_eq!(shop.json(&["offers"])["offers"][0]["subscriptions"], 1);
}

#[test]
fn a_renewal_ends_with_its_subscription_and_is_told() {
    let shop = shop();
    shop.json(&["subscribe", "1", "--offer", "1"]);
    let unlock = Unlock::Passphrase(PASSPHRASE);
    let mut file = ecrin_core::shop::Shop::open(&shop.file("boutique.ecrin"), unlock, Box::new(SystemClock)).unwrap();
    file.renew(1).unwrap();
    drop(file);
    let planned = shop.json(&["terminate", "1", "--dry-run"]);
    assert_eq!(
        (&planned["renewals"][0]["subscription"]["id"], &planned["renewals"][0]["refund"]),
        (&2.into(), &4900.into())
    );
    let (code, out, _) = shop.run(&["terminate", "1", "--dry-run"]);
    assert!(code == 0 && out.contains("2 · the renewal ends too, to give back: €49.00"), "{out}");
    let done = shop.json(&["terminate", "1"]);
    assert_eq!((&done["credit_note"], &done["refund"]), (&Value::Null, &0.into()));
    let ended = &done["renewals"][0];
    assert_eq!((&ended["subscription"]["state"], &ended["refund"]), (&"terminated".into(), &4900.into()));
    assert!(ended["credit_note"].as_str().unwrap().starts_with("A-"), "{ended}");
    assert_eq!(shop.json(&["verify"])["integrity"], "ok");
}

#[test]
fn what_makes_no_sense_is_not_understood() {
    let shop = shop();
    for arguments in [
        &["subscribe", "1"][..],
        &["type", "1", "--set", "vip"],
        &["renewals", "--until", "demain"],
        &["offer", "--create", "X", "--price", "49.9", "--months", "12", "--issues", "1"],
    ] {
        assert_eq!(shop.run(arguments).0, 2, "{arguments:?}");
    }
}
