//! How the messages of a campaign leave: after what the counter wrote, and some at a time where they may not leave yet.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::atomic::AtomicBool;

use ecrin_core::clock::Clock as _;
use ecrin_core::consents::{Channel, Purpose};
use ecrin_core::lists::{ListField, ListQuery, ListSort};
use ecrin_core::messages::{CampaignRequest, Claim, Delivery, FailedBecause, MessageRequest, NewCampaign};
use ecrin_core_tests::TestShop;
use ecrin_core_tests::messages::deliverer;

/// Writes a campaign for everybody.
fn write_campaign(shop: &mut TestShop, channel: Channel) {
    let query = ListQuery {
        conditions: Vec::new(),
        any: false,
        include_inactive: true,
        contact: None,
        columns: vec![ListField::Number],
        sort: ListSort { by: ListField::Number, descending: false },
    };
    let request = CampaignRequest { query, template: shop.template(channel, "Anniversaire") };
    shop.shop().start_campaign(&NewCampaign { name: "Fêtes".into(), request }).unwrap();
    while shop.shop().write_campaigns().unwrap().value {}
}

/// Many clients who agreed to offers by SMS, written to at 21:29 in France; then their hours end.
fn late_crowd(clients: usize) -> TestShop {
    let mut shop = TestShop::at("2026-11-24T20:29");
    for number in 1..=clients {
        let client =
            shop.client(&format!("DUPONT N{number}, 19200 USSEL, 06 39 98 {:02} {:02}", number / 100, number % 100));
        shop.grant(client, Channel::Sms, &[Purpose::Commercial], "Accord écrit");
    }
    write_campaign(&mut shop, Channel::Sms);
    shop.later_minutes(2);
    shop
}

#[test]
fn what_comes_at_the_wrong_hour_is_put_off_a_little_at_a_time() {
    let mut shop = late_crowd(230);
    let due_now = |shop: &mut TestShop| {
        let now = shop.clock().now();
        let all = MessageRequest { limit: 500, ..MessageRequest::default() };
        shop.shop().messages(&all).unwrap().messages.iter().filter(|message| message.due_at <= now).count()
    };
    // The counter gets the file in between, and whoever closes it is heard there.
    assert_eq!(shop.shop().settle_and_claim(None, Channel::Sms).unwrap().value, Claim::More);
    assert_eq!(due_now(&mut shop), 30);
    let stopped = AtomicBool::new(true);
    let (clock, folder) = (shop.clock(), tempfile::tempdir().unwrap());
    deliverer(folder.path()).run(shop.shop(), &clock, &stopped, &mut |_| {}).unwrap();
    assert_eq!(due_now(&mut shop), 30);
    deliverer(folder.path()).run(shop.shop(), &clock, &AtomicBool::new(false), &mut |_| {}).unwrap();
    assert_eq!((due_now(&mut shop), shop.claim(Channel::Sms)), (0, None), "all of them are looked at in the end");
}

#[test]
fn a_message_of_the_counter_goes_before_a_campaign() {
    let mut shop = TestShop::at("2026-11-24T11:00");
    for number in 1..=5 {
        let client = shop.client(&format!("DUPONT N{number}, 19200 USSEL, , n{number}@boutique.example"));
        shop.grant(client, Channel::Mail, &[Purpose::Commercial], "Accord écrit");
    }
    write_campaign(&mut shop, Channel::Mail);
    shop.later_minutes(1);
    shop.write(3, Channel::Mail, "Vos droits et vos choix");
    let first = shop.claim(Channel::Mail).unwrap();
    assert_eq!(first.id, 6, "it was written last");
    shop.settle(&first, &Delivery::Later { because: FailedBecause::Later, detail: String::new(), wait: None });
    assert_eq!(shop.claim(Channel::Mail).unwrap().id, 1, "what waits keeps nobody waiting");
}
