//! Movements and reminders of repairs from a terminal.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use crate::support::Shop;

#[test]
fn a_repair_that_waits_is_said_before_its_client_is_told() {
    let shop = Shop::new();
    let shop_file = ["--file", "démonstration.ecrin"];
    let json = |arguments: &[&str]| -> serde_json::Value {
        let all = [&shop_file[..], arguments, &["--json"]].concat();
        let (code, out, error) = shop.run_with(ecrin_core::demonstration::DEMONSTRATION_PASSPHRASE, &all);
        assert_eq!(code, 0, "{arguments:?}: {error}");
        serde_json::from_str(&out).unwrap()
    };
    let before = chrono::Utc::now().date_naive();
    json(&["demo", "--clients", "500"]);
    let laura = &json(&["search", "dupont laura"])["clients"][0]["number"];
    let movements = json(&["movements", &laura.to_string()]);
    let things: Vec<&str> = movements.as_array().unwrap().iter().map(|one| one["what"].as_str().unwrap()).collect();
    assert_eq!(things[..2], ["Montre révisée", "Alliance T. 52"], "the newest first");
    assert_eq!((&movements[0]["state"], &movements[1]["amount"]), (&"returned".into(), &36_500.into()));
    let day = |text: &serde_json::Value| text.as_str().unwrap().parse::<chrono::NaiveDate>().unwrap();
    assert_eq!(day(&movements[0]["returned_on"]).to_string(), "2018-12-08");
    // She has paid since, 358 days ago, and three years later her record is looked at again.
    let record = json(&["show", &laura.to_string()]);
    let (last, review) = (day(&record["last_contact_on"]), day(&record["review_by"]));
    let made_on = last + chrono::Days::new(358);
    assert!(made_on == before || made_on == chrono::Utc::now().date_naive(), "{last}");
    assert_eq!(last.checked_add_months(chrono::Months::new(36)), Some(review));

    let outbox = || json(&["outbox"]).as_array().unwrap().len();
    let before = outbox();
    let said = json(&["repair-reminders", "--days", "7"]);
    let repairs = said["repairs"].as_array().unwrap();
    assert!(!repairs.is_empty() && repairs.len() as u64 == said["total"].as_u64().unwrap(), "{said}");
    assert!(repairs.iter().all(|repair| repair["days"].as_u64().unwrap() >= 7), "{said}");
    let going = repairs.iter().filter(|repair| !repair["channel"].is_null()).count();
    assert!(
        repairs.iter().all(|repair| repair["channel"].is_null() != repair["obstacles"].as_array().unwrap().is_empty()
            || repair["channel"] == "mail"),
        "{said}"
    );
    assert_eq!((&said["sent"], outbox()), (&serde_json::Value::Null, before), "nothing is written unasked");

    let sent = json(&["repair-reminders", "--days", "7", "--send"]);
    let written = sent["sent"]["sms"].as_u64().unwrap() + sent["sent"]["mail"].as_u64().unwrap();
    assert_eq!((written, outbox()), (going as u64, before + going));
    let again = json(&["repair-reminders"]);
    assert_eq!(again["total"].as_u64().unwrap(), said["total"].as_u64().unwrap() - written, "nobody is told twice");
}

#[test]
fn a_client_who_is_not_there_is_no_client_without_movements() {
    let shop = Shop::with_a_client();
    assert_eq!(shop.json(&["movements", "1"]), serde_json::json!([]));
    assert_eq!(shop.run(&["movements", "2"]).0, 1);
    let said = shop.json(&["repair-reminders"]);
    assert_eq!((&said["total"], &said["repairs"]), (&0.into(), &serde_json::json!([])));
}
