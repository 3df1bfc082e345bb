//! The life of the demonstration shop: whatever the day on which it is made, every rule held, and there is something to see of each.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;

use chrono::NaiveDate;
use ecrin_core::clients::ContactType;
use ecrin_core::subscriptions::{RenewalsRequest, SubscriptionState};
use ecrin_core::windows::{Window, WindowRequest, WindowRow};
use ecrin_core_tests::TestShop;

const CLIENTS: i64 = 120;

fn lived(at: &str) -> TestShop {
    let mut shop = TestShop::at(at);
    shop.shop().add_fictional_clients(19_200, CLIENTS.unsigned_abs(), &mut |_| true).unwrap();
    shop.shop().add_fictional_subscriptions().unwrap();
    shop
}

/// Everybody by their name.
fn people(shop: &mut TestShop) -> BTreeMap<String, i64> {
    let named = |number| {
        let client = shop.record(number).client;
        (format!("{}{} {}", client.last_name, client.company, client.first_name), number)
    };
    (1..=CLIENTS).map(named).collect()
}

#[test]
fn the_demonstration_shows_every_type_of_contact_at_work() {
    let mut shop = lived("2026-11-24T12:00");
    let people = people(&mut shop);
    let mut types = Vec::new();
    let mut states = Vec::new();
    for number in people.values() {
        if !shop.shop().links(*number).unwrap().is_empty() {
            types.push(shop.record(*number).client.r#type);
        }
        for held in shop.shop().held_subscriptions(*number).unwrap() {
            states.push(held.state);
        }
    }
    // A prospect is linked with nobody: they have what is free.
    let linked = ContactType::ALL.into_iter().filter(|one| *one != ContactType::Prospect);
    assert!(linked.clone().all(|one| types.contains(&one)), "{types:?}");
    let hugo = shop.shop().held_subscriptions(people["DUPRAT Hugo"]).unwrap();
    assert_eq!((hugo.len(), hugo[0].payer.clone()), (1, None));
    for state in [SubscriptionState::Running, SubscriptionState::Upcoming, SubscriptionState::Suspended] {
        assert!(states.contains(&state), "{states:?}");
    }
    // Years of one reader: each term at the price of its day, and a round sum that was too much.
    let jeanne = people["DUPUY Jeanne"];
    let request = WindowRequest { number: jeanne, sort: Window::Invoices.usual_sort(), after: None, limit: 10 };
    let invoices = shop.shop().window_page(Window::Invoices, &request).unwrap().rows;
    let totals = invoices.iter().map(|row| if let WindowRow::Invoice(row) = row { row.total } else { 0 });
    assert_eq!(totals.collect::<Vec<_>>(), [4_900, 4_900, 4_500, 4_500, 4_500], "the newest first");
    assert_eq!(shop.shop().balance(jeanne).unwrap().due, -100);
    let (laura, michel) = (people["DUPONT Laura"], people["DUPONT Michel"]);
    assert_eq!(shop.shop().balance(laura).unwrap().due, 4_900);
    assert_eq!(shop.shop().balance(michel).unwrap().due, 2_900);
    let until = NaiveDate::from_ymd_opt(2026, 12, 31).unwrap();
    let due = shop.shop().renewals(&RenewalsRequest { from: None, until, after: None, limit: 10 }).unwrap();
    assert!(due.lines.iter().any(|one| one.offer_name == "Entretien annuel"), "{due:?}");
    shop.reopen();
    assert_eq!(shop.shop().verify().unwrap(), Vec::<String>::new());
}

#[test]
fn no_day_of_the_calendar_stands_in_its_way() {
    for day in ["2024-02-29T12:00", "2026-01-01T00:10", "2026-03-29T03:30", "2026-12-31T23:50", "2027-02-28T08:00"] {
        let mut shop = lived(day);
        assert_eq!(shop.shop().verify().unwrap(), Vec::<String>::new(), "{day}");
    }
}

#[test]
fn a_file_without_its_people_is_left_as_it_is() {
    let mut shop = TestShop::at("2026-11-24T12:00");
    shop.client("DUPONT Laura, 19200 USSEL");
    shop.shop().add_fictional_subscriptions().unwrap();
    assert!(shop.shop().links(1).unwrap().is_empty());
    assert_eq!(shop.shop().held_subscriptions(1).unwrap().len(), 0);
}
