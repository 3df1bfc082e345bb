//! The outbox in every order, page by page.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use ecrin_core::consents::Channel::Mail;
use ecrin_core::messages::{
    Delivery, FailedBecause, MessageColumn, MessageId, MessageRequest, MessageSort, MessageState,
};
use ecrin_core_tests::TestShop;

use MessageState::{Cancelled, Failed, Pending, Sent, Unsure};

const RIGHTS: &str = "Vos droits et vos choix";

/// Nine messages to three clients, in five states.
fn shop() -> TestShop {
    let mut shop = TestShop::at("2026-11-24T11:00");
    for line in ["MARTIN Zoé", "ÉLUARD Paul", "DUPONT Laura"] {
        let client = shop.client(&format!("{line}, 19200 USSEL, , client@boutique.example"));
        for _ in 0..3 {
            shop.write(client, Mail, RIGHTS);
        }
    }
    let deliveries = [
        Delivery::Sent { receipt: String::new() },
        Delivery::Unsure { because: FailedBecause::Dropped, detail: String::new() },
        Delivery::Failed { because: FailedBecause::Refused, detail: String::new() },
        Delivery::Sent { receipt: String::new() },
    ];
    for delivery in deliveries {
        let message = shop.claim(Mail).unwrap();
        shop.settle(&message, &delivery);
    }
    shop.shop().cancel_message(9).unwrap();
    shop
}

/// All messages in an order, read in pages of `limit`.
fn read(
    shop: &mut TestShop,
    column: MessageColumn,
    descending: bool,
    limit: u32,
) -> Vec<(MessageId, String, MessageState)> {
    let sort = MessageSort { column, descending };
    let mut request = MessageRequest { sort, limit, ..MessageRequest::default() };
    let mut all = Vec::new();
    loop {
        let page = shop.shop().messages(&request).unwrap();
        assert!(page.messages.len() <= limit as usize);
        all.extend(page.messages.into_iter().map(|message| (message.id, message.client_name, message.state)));
        request.after = page.next;
        if page.next.is_none() {
            return all;
        }
    }
}

#[test]
fn every_order_has_every_message_once_whatever_the_size_of_a_page() {
    let mut shop = shop();
    for column in [MessageColumn::Date, MessageColumn::Client, MessageColumn::State] {
        for descending in [false, true] {
            let whole = read(&mut shop, column, descending, 500);
            assert_eq!(whole.len(), 9);
            for limit in 1..=9 {
                assert_eq!(read(&mut shop, column, descending, limit), whole, "{column:?} {descending} {limit}");
            }
        }
    }
}

#[test]
fn dates_names_and_states_are_in_order_and_the_newest_comes_first_among_equals() {
    let mut shop = shop();
    let mut ids = |column, descending| -> Vec<MessageId> {
        read(&mut shop, column, descending, 500).into_iter().map(|(id, _, _)| id).collect()
    };
    assert_eq!(ids(MessageColumn::Date, true), [9, 8, 7, 6, 5, 4, 3, 2, 1]);
    assert_eq!(ids(MessageColumn::Date, false), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
    // DUPONT, ÉLUARD, MARTIN: accents do not matter.
    assert_eq!(ids(MessageColumn::Client, false), [9, 8, 7, 6, 5, 4, 3, 2, 1]);
    assert_eq!(ids(MessageColumn::Client, true), [3, 2, 1, 6, 5, 4, 9, 8, 7]);
    let states: Vec<MessageState> =
        read(&mut shop, MessageColumn::State, false, 4).into_iter().map(|(_, _, state)| state).collect();
    assert_eq!(states, [Unsure, Failed, Pending, Pending, Pending, Pending, Sent, Sent, Cancelled]);
}

#[test]
fn an_order_holds_within_a_list_too() {
    let mut shop = shop();
    let sort = MessageSort { column: MessageColumn::State, descending: false };
    let request = MessageRequest { number: Some(1), sent: Some(false), sort, limit: 1, ..MessageRequest::default() };
    let first = shop.shop().messages(&request).unwrap();
    let second = shop.shop().messages(&MessageRequest { after: first.next, ..request }).unwrap();
    let states = [&first, &second].map(|page| page.messages[0].state);
    assert_eq!((states, second.next), ([Unsure, Failed], None));
    assert_eq!(MessageRequest::default().sort, MessageSort { column: MessageColumn::Date, descending: true });
}
