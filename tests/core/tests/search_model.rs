//! The indexes against a comparison with every client, by the rules that a person is told: each word typed begins a word of
//! the record, the number of a subscription finds who receives it and who pays, names that begin with the text come first, the inactive are
//! hidden and counted, and a filter leaves out whoever is of another type or town, of the lines as of the counts.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use ecrin_core::clients::{ClientNumber, ClientRecord, ContactType};
use ecrin_core::search::{FoundSubscription, SearchFilter, SearchRequest, SearchTownsRequest};
use ecrin_core::subscriptions::NewSubscription;
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

/// Whether a filter lets a client pass.
fn passes(record: &ClientRecord, filter: &SearchFilter) -> bool {
    filter.r#type.is_none_or(|kind| kind == record.client.r#type)
        && (filter.town.is_empty() || fold(&filter.town) == fold(&record.client.town))
}

/// A filter that is of the file: the type of one client or none, the town of another or none, however it is written.
fn filter() -> impl Strategy<Value = (Option<i64>, Option<i64>, bool)> {
    (prop::option::of(1..=CLIENTS), prop::option::of(1..=CLIENTS), any::<bool>())
}

/// Some of the clients subscribe, every other time somebody else pays; the people of each subscription by its number.
fn subscribe(shop: &mut TestShop) -> BTreeMap<i64, Vec<ClientNumber>> {
    let offer = shop.offer("Revue", 4, None);
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

/// A file of fictional people, three of them opened lately, what it holds, and the people of each subscription.
fn fictional() -> (RefCell<TestShop>, Vec<ClientRecord>, BTreeMap<i64, Vec<ClientNumber>>) {
    let mut shop = TestShop::at("2018-09-18T06:35");
    shop.shop().add_fictional_clients(11, u64::try_from(CLIENTS).unwrap(), &mut |_| true).unwrap();
    for number in [3, 40, 77] {
        shop.later_minutes(1).shop().open_client(number).unwrap();
    }
    let held = subscribe(&mut shop);
    let records = (1..=CLIENTS).map(|number| shop.record(number)).collect();
    (RefCell::new(shop), records, held)
}

/// The words of pieces of the file.
fn words(pieces: Vec<(i64, usize, usize, usize)>, records: &[ClientRecord]) -> Vec<String> {
    let word = |(number, field, word, letters): (i64, usize, usize, usize)| {
        let field = fields(&records[usize::try_from(number - 1).unwrap()]).get(field)?.clone();
        Some(field.split(' ').nth(word)?.chars().take(letters).collect())
    };
    pieces.into_iter().filter_map(word).filter(|word: &String| !word.is_empty()).collect()
}

fn runner(cases: u32) -> TestRunner {
    TestRunner::new(ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() })
}

#[test]
fn a_search_is_the_comparison_with_every_client() {
    let (shop, records, held) = fictional();
    runner(400)
        .run(&typed(), |pieces| {
            let mut shop = shop.borrow_mut();
            let words = words(pieces, &records);
            prop_assume!(!words.is_empty());
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let text = words.join(" ");
            let mut search = |include_inactive| {
                let request = SearchRequest::of(text.as_str(), include_inactive, 200);
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

#[test]
fn a_filter_leaves_out_exactly_whom_it_says() {
    let (shop, records, _) = fictional();
    runner(300)
        .run(&(typed(), 0_usize..4, filter()), |(pieces, kept, (kind, town, folded))| {
            let mut shop = shop.borrow_mut();
            let text = words(pieces, &records).into_iter().take(kept).collect::<Vec<_>>().join(" ");
            let of = |number: i64| &records[usize::try_from(number - 1).unwrap()].client;
            let town = town.map_or(String::new(), |number| of(number).town.clone());
            let filter = SearchFilter {
                r#type: kind.map(|number| of(number).r#type),
                town: if folded { fold(&town) } else { town },
            };
            let mut search = |include_inactive, filter: &SearchFilter| {
                let request =
                    SearchRequest { filter: filter.clone(), ..SearchRequest::of(text.as_str(), include_inactive, 200) };
                shop.reader().search(&request).unwrap()
            };
            let everybody = search(true, &SearchFilter::default());
            prop_assume!(everybody.near.is_empty());
            let (shown, all) = (search(false, &filter), search(true, &filter));
            let expected: Vec<ClientNumber> = everybody
                .clients
                .iter()
                .map(|row| row.number)
                .filter(|number| passes(&records[usize::try_from(number - 1).unwrap()], &filter))
                .collect();
            let found: Vec<ClientNumber> = all.clients.iter().map(|row| row.number).collect();
            prop_assert_eq!(&found, &expected, "« {} » with {:?}", text, filter);
            prop_assert!(all.near.is_empty(), "near names for « {} », which somebody bears", text);
            let inactive = all.clients.iter().filter(|row| row.inactive).count();
            prop_assert_eq!((all.total as usize, shown.hidden_inactive as usize), (found.len(), inactive));
            let active: Vec<ClientNumber> =
                all.clients.iter().filter(|row| !row.inactive).map(|row| row.number).collect();
            prop_assert_eq!(shown.clients.iter().map(|row| row.number).collect::<Vec<_>>(), active);
            Ok(())
        })
        .unwrap();
}

#[test]
fn the_towns_offered_are_those_of_the_answer() {
    let (shop, records, _) = fictional();
    runner(100)
        .run(
            &(typed(), prop::option::of(0_usize..ContactType::ALL.len()), any::<bool>()),
            |(pieces, kind, include_inactive)| {
                let mut shop = shop.borrow_mut();
                let text = words(pieces, &records).join(" ");
                prop_assume!(!text.is_empty());
                let filter = SearchFilter { r#type: kind.map(|at| ContactType::ALL[at]), town: String::new() };
                let search = SearchRequest { filter, ..SearchRequest::of(text.as_str(), include_inactive, 200) };
                let answer = shop.reader().search(&search).unwrap();
                let mut counted: BTreeMap<String, usize> = BTreeMap::new();
                for town in answer.clients.iter().map(|row| fold(&row.town)).filter(|town| !town.is_empty()) {
                    *counted.entry(town).or_default() += 1;
                }
                // A town that was chosen before leaves the others to choose from.
                let narrowed = SearchFilter { town: "USSEL".into(), ..search.filter.clone() };
                let request = SearchTownsRequest {
                    search: SearchRequest { filter: narrowed, ..search },
                    beginning: String::new(),
                };
                let offered = shop.reader().search_towns(&request).unwrap();
                let towns: Vec<String> = offered.towns.iter().map(|town| fold(town)).collect();
                let frequent = |town: &String| std::cmp::Reverse(counted.get(town).copied().unwrap_or(0));
                prop_assert!(towns.is_sorted_by_key(frequent), "{:?} for « {} »", towns, text);
                prop_assert_eq!(
                    towns.iter().collect::<BTreeSet<_>>(),
                    counted.keys().collect::<BTreeSet<_>>(),
                    "« {} »",
                    text
                );
                Ok(())
            },
        )
        .unwrap();
}
