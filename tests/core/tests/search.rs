//! Finding a client from a few keystrokes.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use ecrin_core::clients::{ClientInput, ClientNumber, ContactType};
use ecrin_core::search::{FoundSubscription, SearchFilter, SearchRequest, SearchTownsRequest};
use ecrin_core::subscriptions::NewSubscription;
use ecrin_core_tests::TestShop;
use expect_test::expect;

fn counter() -> TestShop {
    let mut shop = TestShop::at("2018-09-18T06:35");
    for line in [
        "DUPONT Laura, 19200 USSEL, 06 39 98 71 10, laura.dupont@boutique.example",
        "DUPONT Michel, 19200 USSEL, 01 99 00 10 42",
        "DUPONT-REY Agnès, 19250 MEYMAC",
        "Lœuillet Mélanie, 44640 Le Pellerin",
        "L’Hermite Jeanne, 19160 NEUVIC",
        "de La Tour Éric, 75001 PARIS",
        "Strauß Łucja, 67000 STRASBOURG",
        "MARTIN Dupond, 87000 LIMOGES",
    ] {
        shop.client(line);
    }
    let optician = ClientInput { company: "Dupré Optique".into(), town: "USSEL".into(), ..ClientInput::default() };
    shop.shop().create_client(&optician).unwrap();
    shop
}

#[test]
fn one_way_of_typing_finds_every_way_of_writing() {
    let mut shop = counter();
    for (typed, name) in [
        ("loeuillet", "Lœuillet Mélanie"),
        ("LŒUIL", "Lœuillet Mélanie"),
        ("melanie l", "Lœuillet Mélanie"),
        ("lhermite", "L’Hermite Jeanne"),
        ("l'herm", "L’Hermite Jeanne"),
        ("hermite", "L’Hermite Jeanne"),
        ("tour eric", "de La Tour Éric"),
        ("strauss", "Strauß Łucja"),
        ("lucja", "Strauß Łucja"),
        ("dupontrey", "DUPONT-REY Agnès"),
        ("agnes rey", "DUPONT-REY Agnès"),
    ] {
        assert_eq!(shop.found(typed).first().map(String::as_str), Some(name), "typed « {typed} »");
    }
}

#[test]
fn names_that_begin_with_the_text_come_before_other_matches() {
    let mut shop = counter();
    expect![[r#"
        [
            "DUPONT Laura",
            "DUPONT Michel",
            "DUPONT-REY Agnès",
            "",
            "MARTIN Dupond",
        ]
    "#]]
    .assert_debug_eq(&shop.found("dup"));
}

#[test]
fn the_record_opened_last_comes_first_among_its_equals() {
    let mut shop = counter();
    let michel = shop.search("dupont michel", false).clients[0].number;
    shop.shop().open_client(michel).unwrap();
    assert_eq!(shop.found("dup")[..2], ["DUPONT Michel", "DUPONT Laura"]);
    assert!(shop.search("dup", false).clients[0].opened_at.is_some());
}

#[test]
fn digits_find_a_number_in_any_form() {
    let mut shop = counter();
    for typed in
        ["0639987110", "06 39 98", "06.39.98.71", "+33 6 39 98 71 10", "0033639", "7110", "laura 06 39", "19200 laura"]
    {
        assert_eq!(shop.found(typed), ["DUPONT Laura"], "typed « {typed} »");
    }
}

#[test]
fn town_postcode_mail_and_number_find_too() {
    let mut shop = counter();
    assert_eq!(shop.found("pellerin"), ["Lœuillet Mélanie"]);
    assert_eq!(shop.found("44640"), ["Lœuillet Mélanie"]);
    assert_eq!(shop.found("laura.dupont@bou"), ["DUPONT Laura"]);
    assert_eq!(shop.search("boutique", false).total, 0, "the domain is not indexed");
    let number = shop.search("strauss", false).clients[0].number;
    assert_eq!(shop.found(&number.to_string())[0], "Strauß Łucja");
}

#[test]
fn the_number_of_a_record_that_was_merged_finds_the_one_that_stayed() {
    let mut shop = TestShop::at("2018-12-14T08:31");
    let stays = shop.client("DUPONT Laura, 19200 USSEL");
    let goes = shop.client("DUPOND Laura, 19200 USSEL");
    shop.merge(stays, goes);
    let request = SearchRequest::of(goes.to_string(), false, 20);
    let found = shop.reader().search(&request).unwrap();
    assert_eq!((found.total, found.clients.iter().map(|row| row.number).collect::<Vec<_>>()), (1, vec![stays]));
    shop.shop().set_inactive(stays, "").unwrap();
    let found = shop.reader().search(&request).unwrap();
    assert_eq!((found.total, found.hidden_inactive, found.clients.len()), (0, 1, 0));
}

#[test]
fn the_number_of_a_subscription_finds_who_receives_it_and_who_pays_for_it() {
    let mut shop = TestShop::at("2018-12-14T08:31");
    let michel = shop.client("DUPONT Michel, 19200 USSEL");
    let laura = shop.client("DUPONT Laura, 19200 USSEL");
    let jeanne = shop.client("MARTIN Jeanne, 87000 LIMOGES");
    let offer = shop.offer("Revue", 4, None);
    let mut subscribe = |recipient, payer| {
        let new = NewSubscription { recipient, offer, payer, copies: 1, starts_on: None };
        shop.shop().subscribe(&new).unwrap().value.id
    };
    assert_eq!([subscribe(laura, Some(jeanne)), subscribe(jeanne, None)], [1, 2]);

    let ask = |shop: &mut TestShop, text: &str| {
        let found = shop.search(text, false);
        let numbers = found.clients.iter().map(|row| row.number).collect::<Vec<ClientNumber>>();
        (numbers, found.total, found.hidden_inactive, found.subscription)
    };
    let found = |id, clients: &[ClientNumber]| Some(FoundSubscription { id, clients: clients.to_vec() });
    assert_eq!(ask(&mut shop, "1"), (vec![michel, laura, jeanne], 3, 0, found(1, &[laura, jeanne])));
    assert_eq!(ask(&mut shop, "2"), (vec![laura, jeanne], 2, 0, found(2, &[jeanne])));
    assert_eq!(ask(&mut shop, "02").3, None, "« 02 » is the beginning of a telephone number");
    assert_eq!(ask(&mut shop, "laura 1").3, None);

    let clotilde = shop.client("DUPOND Laura, 19200 USSEL");
    shop.merge(clotilde, laura);
    assert_eq!(ask(&mut shop, "1").3, found(1, &[clotilde, jeanne]), "their record of today");
    shop.shop().set_inactive(jeanne, "").unwrap();
    assert_eq!(ask(&mut shop, "1"), (vec![michel, clotilde], 2, 1, found(1, &[clotilde, jeanne])));
}

#[test]
fn a_misspelling_gives_near_names_only_when_nothing_matches() {
    let mut shop = counter();
    for typed in ["dupotn", "duponnt", "dupnt", "loeuilet"] {
        let results = shop.search(typed, false);
        assert!(!results.near.is_empty() && !results.clients.is_empty(), "typed « {typed} »: {results:?}");
    }
    assert!(shop.search("dupont", false).near.is_empty());
    let nothing = shop.search("xyzxyz", false);
    assert_eq!((nothing.total, nothing.near.len(), nothing.clients.len()), (0, 0, 0));
}

#[test]
fn near_names_keep_to_the_rest_of_what_was_typed() {
    let mut shop = counter();
    let results = shop.search("dupnt laura", false);
    assert_eq!((results.total, results.clients.len()), (1, 1), "the other DUPONT are no LAURA: {results:?}");
    assert_eq!(shop.found("duponnt 06 39 98"), ["DUPONT Laura"]);
    assert_eq!(shop.found("dupnt ussel"), ["DUPONT Laura", "DUPONT Michel"]);
}

#[test]
fn the_beginning_of_a_telephone_number_is_no_clients_number() {
    let mut shop = counter();
    for typed in ["06", "03", "0002"] {
        let results = shop.search(typed, true);
        assert_eq!(results.clients.len(), results.total as usize, "typed « {typed} »: {results:?}");
    }
    assert_eq!(shop.found("06"), ["DUPONT Laura"]);
}

#[test]
fn inactive_clients_are_hidden_counted_and_shown_on_demand() {
    let mut shop = counter();
    let laura = shop.search("laura", false).clients[0].number;
    shop.shop().set_inactive(laura, "déménagée").unwrap();
    let hidden = shop.search("dup", false);
    assert_eq!((hidden.total, hidden.hidden_inactive, hidden.hidden_exact), (4, 1, true));
    assert!(hidden.clients.iter().all(|row| !row.inactive));
    let shown = shop.search("dup", true);
    assert_eq!((shown.total, shown.hidden_inactive), (5, 0));
    assert!(shown.clients[0].inactive && shown.clients[0].number == laura, "alphabetical order holds across both");
    shop.shop().set_active(laura).unwrap();
    assert_eq!(shop.search("laura", false).total, 1);
}

#[test]
fn a_changed_name_is_found_by_its_new_spelling_only() {
    let mut shop = counter();
    let michel = shop.search("michel", false).clients[0].number;
    shop.edit(michel, |client| client.last_name = "VERDIER".into());
    assert_eq!(shop.found("verdier"), ["VERDIER Michel"]);
    assert_eq!(shop.search("dupont michel", false).total, 0);
}

#[test]
fn nothing_that_can_be_typed_breaks_the_query() {
    let mut shop = counter();
    for typed in [
        "\"",
        "'",
        "dup\"",
        "* OR 1",
        "NEAR(",
        "(((",
        "dup AND",
        "^dup",
        "-",
        "a:b",
        "\u{0}",
        "🙂",
        "œ",
        "% _",
        "dup\u{202f}ont",
        "+",
        "@",
        "@x",
    ] {
        let results = shop.search(typed, true);
        assert!(results.clients.len() <= 50, "typed « {typed} »");
    }
    assert_eq!(shop.search("", false).total, 9);
    assert_eq!(shop.search("  ", false).clients.len(), 9);
}

#[test]
fn counts_stop_at_a_thousand_and_say_so() {
    let mut shop = TestShop::at("2018-09-18T06:35");
    shop.shop().add_fictional_clients(7, 1500, &mut |_| true).unwrap();
    let results = shop.search("0", true);
    assert_eq!((results.total, results.total_exact), (1000, false));
    assert_eq!(results.clients.len(), 50);
}

fn narrowed(shop: &mut TestShop, text: &str, r#type: Option<ContactType>, town: &str) -> (u32, u32, Vec<String>) {
    let filter = SearchFilter { r#type, town: town.into() };
    let results = shop.reader().search(&SearchRequest { filter, ..SearchRequest::of(text, false, 50) }).unwrap();
    (results.total, results.hidden_inactive, results.clients.into_iter().map(|row| row.last_name).collect())
}

#[test]
fn a_filter_narrows_the_lines_and_the_count_of_the_hidden() {
    let mut shop = counter();
    let michel = shop.search("michel", false).clients[0].number;
    shop.edit(michel, |client| client.r#type = ContactType::Prospect);
    let laura = shop.search("laura", false).clients[0].number;
    shop.shop().set_inactive(laura, "déménagée").unwrap();
    assert_eq!(narrowed(&mut shop, "dup", None, "Ussel"), (2, 1, vec!["DUPONT".into(), String::new()]));
    assert_eq!(narrowed(&mut shop, "dup", Some(ContactType::Prospect), ""), (1, 0, vec!["DUPONT".into()]));
    assert_eq!(narrowed(&mut shop, "dup", Some(ContactType::Client), "USSEL"), (1, 1, vec![String::new()]));
    assert_eq!(
        narrowed(&mut shop, "", Some(ContactType::Prospect), ""),
        (1, 0, vec!["DUPONT".into()]),
        "of the whole file"
    );
    assert_eq!(narrowed(&mut shop, "michel", None, "MEYMAC"), (0, 0, vec![]));
    assert_eq!(
        narrowed(&mut shop, "neuvic", None, "MEYMAC"),
        (0, 0, vec![]),
        "and no near name where somebody lives in Neuvic"
    );
    assert_eq!(narrowed(&mut shop, &michel.to_string(), Some(ContactType::Client), "").0, 0, "nor by their number");
}

#[test]
fn a_name_is_no_town_and_one_town_is_not_another() {
    let mut shop = TestShop::at("2018-09-18T06:35");
    for line in [
        "USSEL Jean, 19250 MEYMAC",
        "PETIT Anne, 19200 USSEL",
        "PETIT Léa, 19200 Saint-Ussel",
        "PETIT Zoé, 19200 ussel",
    ] {
        shop.client(line);
    }
    assert_eq!(narrowed(&mut shop, "", None, "Ussel"), (2, 0, vec!["PETIT".into(), "PETIT".into()]));
    assert_eq!(narrowed(&mut shop, "ussel", None, "Meymac"), (1, 0, vec!["USSEL".into()]));
}

#[test]
fn what_changes_in_a_record_changes_what_a_filter_finds() {
    let mut shop = counter();
    let agnes = shop.search("agnes", false).clients[0].number;
    assert_eq!(narrowed(&mut shop, "dup", Some(ContactType::Parrain), "").0, 0);
    shop.edit(agnes, |client| (client.r#type, client.town) = (ContactType::Parrain, "NEUVIC".into()));
    assert_eq!(narrowed(&mut shop, "dup", Some(ContactType::Parrain), "Neuvic").2, ["DUPONT-REY"]);
    assert_eq!(narrowed(&mut shop, "dup", Some(ContactType::Client), "MEYMAC").0, 0);
}

#[test]
fn many_matches_are_narrowed_too_and_stay_in_order() {
    let mut shop = TestShop::at("2018-09-18T06:35");
    shop.shop().add_fictional_clients(7, 1900, &mut |_| true).unwrap();
    let filter = SearchFilter { r#type: Some(ContactType::Client), town: String::new() };
    let request = SearchRequest { filter: filter.clone(), ..SearchRequest::of("", true, 50) };
    let results = shop.reader().search(&request).unwrap();
    assert_eq!((results.total, results.total_exact, results.clients.len()), (1000, false, 50));
    assert!(results.clients.iter().all(|row| row.r#type == ContactType::Client));
    let names: Vec<String> =
        results.clients.iter().map(|row| format!("{} {}", row.last_name, row.first_name)).collect();
    let all = shop.reader().search(&SearchRequest::of("", true, 200)).unwrap().clients;
    let first = all
        .iter()
        .filter(|row| row.r#type == ContactType::Client)
        .map(|row| format!("{} {}", row.last_name, row.first_name));
    assert!(
        names.into_iter().zip(first).all(|(narrowed, all)| narrowed == all),
        "the first of the file by name, the others left out"
    );
    // Towns of the whole file, for whoever is of a type that most are.
    let request = SearchTownsRequest { search: request, beginning: "p".into() };
    let offered = shop.reader().search_towns(&request).unwrap();
    assert!(!offered.towns.is_empty() && offered.towns.iter().all(|town| town.to_lowercase().starts_with('p')));
}
