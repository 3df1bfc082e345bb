//! The indexes against a comparison with every client, by the rules that a person is told: each word typed begins a word of
//! the record, the number of a subscription finds who receives it and who pays, names that begin with the text come first, the inactive are
//! hidden and counted.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use ecrin_core::clients::{ClientNumber, ClientRecord};
use ecrin_core::search::{FoundSubscription, SearchRequest};
use ecrin_core::subscriptions::{Medium, NewOffer, NewSubscription, NewTariff, OfferWords};
use ecrin_core::text::fold;
use ecrin_core_tests::TestShop;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

const CLIENTS: i64 = 180;
/// Where a client's number stands in [`fields`].
const NUMBER: usize = 10;

/// What a client is found by, folded, one text a field.
fn fields(record: &ClientRecord) -> Vec<String> {
    let client = &record.client;
    let local = client.email.split('@').next().unwrap_or_default();
    let mut fields: Vec<String> =
        [&client.last_name, &client.first_name, &client.company, &client.town, &client.postcode, local]
            .into_iter()
            .map(fold)
            .collect();
    for phone in [&client.phone, &client.mobile] {
        let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
        if let Some(at) = digits.len().checked_sub(4) {
            fields.push(digits[at..].to_owned());
        }
        fields.push(digits);
    }
    fields.push(record.number.to_string());
    fields
}

/// Every word typed begins a word of the record.
fn begins(record: &ClientRecord, words: &[&str]) -> bool {
    let fields = fields(record);
    words.iter().all(|word| fields.iter().any(|field| field.split(' ').any(|own| own.starts_with(word))))
}

/// The looser rule for names written in one word or in pieces: the text without its spaces is in a field without its own.
fn runs_together(record: &ClientRecord, words: &[&str]) -> bool {
    let fields: Vec<String> = fields(record).iter().map(|field| field.replace(' ', "")).collect();
    words.iter().all(|word| fields.iter().any(|field| field.contains(word)))
        || fields.iter().any(|field| field.contains(&words.concat()))
}

/// Some of the clients subscribe, every other time somebody else pays; the people of each subscription by its number.
fn subscribe(shop: &mut TestShop) -> BTreeMap<i64, Vec<ClientNumber>> {
    let offer = OfferWords { name: "Revue".into(), medium: Medium::Print, beneficiaries: 0 };
    let tariff = NewTariff { price: 4900, vat: 210, months: 12, issues: 4, effective_from: None };
    let offer = shop.shop().create_offer(&NewOffer { offer, tariff }).unwrap().value.id;
    let mut held = BTreeMap::new();
    for recipient in (1..=CLIENTS).rev().step_by(3) {
        let payer = (recipient % 2 == 0 && recipient > 7).then(|| recipient - 7);
        let new = NewSubscription { recipient, offer, payer, copies: 1, starts_on: None };
        // Not everybody may: that is for the rules of their types to say.
        if let Ok(subscribed) = shop.shop().subscribe(&new) {
            held.insert(subscribed.value.id, std::iter::once(recipient).chain(payer).collect());
        }
    }
    assert!(held.len() > 20 && held.values().any(|people: &Vec<_>| people.len() == 2), "{held:?}");
    held
}

/// Pieces of what is in the file, as a person types them: any words, begun, in any order.
fn typed() -> impl Strategy<Value = Vec<(i64, usize, usize, usize)>> {
    let pieces = prop::collection::vec((1..=CLIENTS, 0_usize..11, 0_usize..4, 1_usize..9), 1..4);
    // A number alone is a client's and a subscription's.
    let number = (1..=CLIENTS).prop_map(|number| vec![(number, NUMBER, 0, 9)]);
    prop_oneof![4 => pieces, 1 => number]
}

#[test]
fn a_search_is_the_comparison_with_every_client() {
    let mut shop = TestShop::at("2018-09-18T06:35");
    shop.shop().add_fictional_clients(11, u64::try_from(CLIENTS).unwrap(), &mut |_| true).unwrap();
    for number in [3, 40, 77] {
        shop.later_minutes(1).shop().open_client(number).unwrap();
    }
    let held = subscribe(&mut shop);
    let records: Vec<ClientRecord> = (1..=CLIENTS).map(|number| shop.record(number)).collect();
    let shop = RefCell::new(shop);
    let config = ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() };
    TestRunner::new(config)
        .run(&typed(), |pieces| {
            let mut shop = shop.borrow_mut();
            let words: Vec<String> = pieces
                .into_iter()
                .filter_map(|(number, field, word, letters)| {
                    let field = fields(&records[usize::try_from(number - 1).unwrap()]).get(field)?.clone();
                    Some(field.split(' ').nth(word)?.chars().take(letters).collect())
                })
                .filter(|word: &String| !word.is_empty())
                .collect();
            prop_assume!(!words.is_empty());
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let text = words.join(" ");
            let mut search = |include_inactive| {
                let request = SearchRequest { text: text.clone(), include_inactive, limit: 200 };
                shop.reader().search(&request).unwrap()
            };
            let (shown, all) = (search(false), search(true));
            let number: Option<i64> = text.parse().ok().filter(|number: &i64| number.to_string() == text);
            let subscribed = number.and_then(|id| Some(FoundSubscription { id, clients: held.get(&id)?.clone() }));
            prop_assert_eq!(&all.subscription, &subscribed, "« {} »", text);
            let people = subscribed.map(|found| found.clients).unwrap_or_default();
            prop_assert_eq!(shown.total + shown.hidden_inactive, all.total);
            prop_assert_eq!(shown.clients.len(), shown.total as usize, "« {} »", text);
            prop_assert_eq!(all.clients.len(), all.total as usize, "« {} »", text);
            prop_assert!(shown.clients.iter().all(|row| !row.inactive));
            if !all.near.is_empty() {
                return Ok(());
            }
            let found: BTreeSet<ClientNumber> = all.clients.iter().map(|row| row.number).collect();
            prop_assert_eq!(found.len(), all.clients.len(), "twice the same client for « {} »", text);
            for record in &records {
                if begins(record, &words) || people.contains(&record.number) {
                    prop_assert!(found.contains(&record.number), "« {} » misses {}", text, record.number);
                } else if found.contains(&record.number) {
                    prop_assert!(runs_together(record, &words), "« {} » finds {}", text, record.number);
                }
            }
            let ranks: Vec<bool> = all
                .clients
                .iter()
                .filter(|row| row.number.to_string() != text && !people.contains(&row.number))
                .map(|row| {
                    let person = fold(&format!("{} {}", row.last_name, row.first_name));
                    let name = if person.is_empty() { fold(&row.company) } else { person };
                    !name.starts_with(&text)
                })
                .collect();
            let named: Vec<ClientNumber> =
                records.iter().map(|record| record.number).filter(|own| Some(*own) == number).collect();
            let mut first = named;
            first.extend(people.iter().filter(|person| Some(**person) != number));
            let found: Vec<ClientNumber> = all.clients.iter().map(|row| row.number).take(first.len()).collect();
            prop_assert_eq!(found, first, "« {} »: the client with it, who receives, who pays", text);
            prop_assert!(ranks.is_sorted(), "names that begin with « {} » are not first", text);
            Ok(())
        })
        .unwrap();
}
