//! What the demonstration promises: nobody real, nobody reachable, always the same, and a shop as there are many.

use std::collections::{HashMap, HashSet};

use super::{DemoClient, clients};
use crate::clients::ContactType;
use crate::phones::Phone;
use crate::postcodes;
use crate::text::fold;

/// 22 November 2026, 09:00 UTC.
const NOW: i64 = 1_795_338_000_000;
const FICTION: [&str; 6] = ["019900", "026191", "035301", "046571", "053649", "063998"];

fn shop(count: u64) -> Vec<DemoClient> {
    clients(1, count, NOW).collect()
}

fn share(of: &[DemoClient], that: impl Fn(&DemoClient) -> bool) -> f64 {
    let found = u32::try_from(of.iter().filter(|client| that(client)).count()).expect("few");
    f64::from(found) / f64::from(u32::try_from(of.len()).expect("few"))
}

fn check_share(of: &[DemoClient], expected: std::ops::Range<f64>, that: impl Fn(&DemoClient) -> bool) {
    let found = share(of, that);
    assert!(expected.contains(&found), "{found} is not in {expected:?}");
}

#[test]
fn the_same_seed_gives_the_same_clients_and_another_gives_others() {
    assert_eq!(shop(500), shop(500));
    assert_ne!(shop(500), clients(2, 500, NOW).collect::<Vec<_>>());
    assert_eq!(clients(1, 500, NOW).size_hint(), (500, Some(500)));
    for count in [0, 1, 2, 17, 2_000, 2_001] {
        assert_eq!(clients(7, count, NOW).count() as u64, count);
    }
}

fn written(client: &DemoClient) -> String {
    let DemoClient { input, created_at, updated_at, inactive } = client;
    let texts = input.texts().map(|(_, text, _)| text.as_str()).join("|");
    format!("{texts}|{:?}|{}|{created_at}|{updated_at}|{inactive:?}", input.r#type, input.professional)
}

#[test]
fn the_golden_beginning_does_not_change_by_accident() {
    let digest = shop(2_000).iter().fold(0xcbf2_9ce4_8422_2325_u64, |digest, client| {
        written(client).bytes().fold(digest, |digest, byte| (digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    });
    assert_eq!(
        format!("{digest:016x}"),
        "ba43d88da5464330",
        "if the lists or the generator were changed on purpose, write the new one"
    );
}

#[test]
fn mademoiselle_dupont_laura_of_ussel_is_in_every_shop() {
    for count in [1, 3, 120, 500, 2_000, 20_000] {
        let laura: Vec<DemoClient> =
            clients(3, count, NOW).filter(|client| client.input.mobile == "06 39 98 71 10").collect();
        let [laura] = &laura[..] else { panic!("once among {count}") };
        let input = &laura.input;
        let shown =
            format!("{} {} {}, {} {}", input.civility, input.last_name, input.first_name, input.postcode, input.town);
        assert_eq!(shown, "Mlle DUPONT Laura, 19200 USSEL");
        assert_eq!((input.r#type, input.professional, &laura.inactive), (ContactType::Client, false, &None));
        assert_eq!(laura.updated_at / 86_400_000, 17_879, "14 December 2018");
    }
}

#[test]
fn every_record_can_be_saved_as_it_is() {
    for client in shop(2_000).into_iter().chain(shop(20_000)) {
        let mut input = client.input;
        assert_eq!(input.issues(), [], "{input:?}");
        assert!(!input.trim(), "{input:?}");
    }
}

#[test]
fn nobody_can_be_reached() {
    for client in shop(2_000).into_iter().chain(shop(20_000)) {
        for typed in [&client.input.phone, &client.input.mobile].into_iter().filter(|typed| !typed.is_empty()) {
            let phone = Phone::parse(typed);
            assert!(phone.is_readable(), "{typed}");
            assert!(FICTION.iter().any(|range| phone.digits().starts_with(range)), "{typed}");
        }
        assert!(client.input.mobile.is_empty() || Phone::parse(&client.input.mobile).digits().starts_with("063998"));
        let email = &client.input.email;
        assert!(email.is_empty() || (email.ends_with(".example") && email.is_ascii()), "{email}");
    }
}

#[test]
fn postcodes_and_towns_are_real_and_belong_together() {
    for client in shop(2_000).into_iter().chain(shop(20_000)) {
        let input = &client.input;
        if matches!(input.country.as_str(), "" | "France") && !input.postcode.is_empty() {
            let towns = postcodes::towns(&input.postcode);
            assert!(towns.iter().any(|town| town.to_uppercase() == input.town), "{} {}", input.postcode, input.town);
        }
    }
}

#[test]
fn a_small_shop_has_its_clients_around_it_and_a_large_one_all_over_france() {
    let small = shop(500);
    check_share(&small, 0.20..0.45, |client| client.input.town == "USSEL");
    check_share(&small, 0.75..1.0, |client| client.input.postcode.starts_with("19"));
    let large = shop(20_000);
    check_share(&large, 0.0..0.02, |client| client.input.postcode.starts_with("19"));
    let departments: HashSet<&str> = large.iter().filter_map(|client| client.input.postcode.get(..2)).collect();
    assert!(departments.len() >= 96, "{}", departments.len());
}

#[test]
fn the_shares_are_those_of_a_shop() {
    for shop in [shop(2_000), shop(20_000)] {
        for kind in ContactType::ALL {
            check_share(&shop, 0.008..0.80, |client| client.input.r#type == kind);
        }
        check_share(&shop, 0.60..0.80, |client| client.input.r#type == ContactType::Client);
        check_share(&shop, 0.05..0.09, |client| client.inactive.is_some());
        check_share(&shop, 0.05..0.08, |client| client.input.professional);
        check_share(&shop, 0.35..0.65, |client| client.input.email.is_empty());
        check_share(&shop, 0.15..0.35, |client| client.input.mobile.is_empty());
        check_share(&shop, 0.04..0.12, |client| client.input.address_1.is_empty());
        check_share(&shop, 0.01..0.06, |client| client.input.postcode.is_empty());
        check_share(&shop, 0.15..0.35, |client| client.input.origins.is_empty());
        check_share(&shop, 0.30..0.40, |client| client.updated_at == client.created_at);
        let because: HashSet<&str> =
            shop.iter().filter_map(|client| client.inactive.as_ref()).map(|(_, why)| why.as_str()).collect();
        assert!(
            ["déménagé", "décédé", "décédée", "sans nouvelles", ""].iter().all(|why| because.contains(why)),
            "{because:?}"
        );
    }
}

#[test]
fn dates_are_of_the_last_ten_years_and_in_order() {
    for now in [NOW, NOW - 3_652 * 86_400_000, 0] {
        let all: Vec<DemoClient> = clients(5, 2_000, now).collect();
        for client in &all {
            let inactive_at = client.inactive.as_ref().map_or(client.updated_at, |(at, _)| *at);
            assert!(now - super::calendar::SPAN <= client.created_at, "{client:?}");
            assert!(client.created_at <= client.updated_at && client.updated_at <= now, "{client:?}");
            assert_eq!(inactive_at, client.updated_at);
        }
        let tenth = |part: usize| all[part * 200].created_at;
        assert!((1..10).all(|part| tenth(part) - tenth(part - 1) > 300 * 86_400_000), "spread over the years");
    }
    let weekdays: HashSet<i64> =
        shop(2_000).iter().map(|client| (client.created_at.div_euclid(86_400_000) + 3).rem_euclid(7)).collect();
    assert_eq!(weekdays, HashSet::from([1, 2, 3, 4, 5]), "Tuesday to Saturday");
}

#[test]
fn families_share_an_address_or_a_telephone() {
    let shop = shop(500);
    let mut homes: HashMap<(&str, &str, &str), usize> = HashMap::new();
    let mut phones: HashMap<&str, HashSet<&str>> = HashMap::new();
    for input in shop.iter().map(|client| &client.input).filter(|input| !input.professional) {
        if !input.address_1.is_empty() {
            *homes.entry((&input.last_name, &input.address_1, &input.town)).or_default() += 1;
        }
        if !input.phone.is_empty() {
            phones.entry(&input.phone).or_default().insert(&input.first_name);
        }
    }
    assert!(homes.values().filter(|people| **people > 1).count() > 20);
    assert!(phones.values().filter(|people| people.len() > 1).count() > 10);
}

#[test]
fn a_number_is_not_given_twice_in_a_small_shop_except_within_a_family() {
    let shop = shop(2_000);
    let mut names: HashMap<String, HashSet<String>> = HashMap::new();
    for input in shop.iter().map(|client| &client.input) {
        for digits in [Phone::parse(&input.phone).digits(), Phone::parse(&input.mobile).digits()] {
            if !digits.is_empty() {
                names.entry(digits).or_default().insert(input.last_name.clone() + &input.company);
            }
        }
    }
    // A record made twice may spell the name differently.
    let several = names.values().filter(|names| names.len() > 1).count();
    assert!(several < 40, "{several}");
}

#[test]
fn names_are_many_and_of_every_kind() {
    let shop = shop(20_000);
    let names: HashSet<&str> = shop.iter().map(|client| client.input.last_name.as_str()).collect();
    assert!(names.len() > 4_000, "{}", names.len());
    for part in ["-", "’", " ", "Œ", "Ç", "É", "Ë", "DE LA ", "LE ", "VAN ", "Ł"] {
        assert!(names.iter().any(|name| name.contains(part)), "{part}");
    }
    assert!(names.iter().all(|name| !name.chars().any(char::is_lowercase)));
    let first: HashSet<&str> = shop.iter().map(|client| client.input.first_name.as_str()).collect();
    assert!(first.len() > 350, "{}", first.len());
    let companies: HashSet<&str> = shop.iter().map(|client| client.input.company.as_str()).collect();
    assert!(companies.len() > 600, "{}", companies.len());
    assert!(companies.iter().all(|name| !name.contains(['{', '}'])));
}

#[test]
fn first_names_are_of_their_generation() {
    let (mut marcelle, mut manon) = (0, 0);
    let names = super::people::Names::load();
    let mut chance = super::chance::Chance::new(1);
    for _ in 0..2_000 {
        let born_1935 = names.born(&mut chance, true, 1935).first_name;
        let born_2000 = names.born(&mut chance, true, 2000).first_name;
        assert!(born_1935 != "Manon" && born_2000 != "Marcelle");
        marcelle += usize::from(born_1935 == "Marcelle");
        manon += usize::from(born_2000 == "Manon");
    }
    assert!(marcelle > 10 && manon > 10, "{marcelle} {manon}");
    for (year, woman) in (1900..2030).flat_map(|year| [(year, true), (year, false)]) {
        let drawn: HashSet<&str> = (0..100).map(|_| names.born(&mut chance, woman, year).first_name).collect();
        assert!(drawn.len() > 15, "there is no list for {year}");
    }
}

#[test]
fn some_records_were_made_twice() {
    let shop = shop(2_000);
    let mut seen: HashMap<(String, &str), HashSet<(&str, &str)>> = HashMap::new();
    for input in shop.iter().map(|client| &client.input).filter(|input| !input.mobile.is_empty()) {
        let key = (Phone::parse(&input.mobile).digits(), input.town.as_str());
        seen.entry(key).or_default().insert((&input.last_name, &input.first_name));
    }
    let twice = seen.values().filter(|spellings| spellings.len() > 1).count();
    assert!((3..40).contains(&twice), "{twice}");
}

#[test]
fn names_of_places_are_put_in_order_of_grammar() {
    let companies: Vec<String> = clients(1, 20_000, NOW).map(|client| client.input.company).collect();
    for wrong in [" de A", " de É", " d’B", " de Le ", " de Les ", " du Le "] {
        let found = companies.iter().find(|name| name.contains(wrong));
        assert_eq!(found, None);
    }
    assert!(
        companies.iter().any(|name| name.starts_with("Mairie d’"))
            && companies.iter().any(|name| name.contains(" du "))
    );
}

#[test]
fn the_passphrase_is_strong_though_public_and_the_shop_says_what_it_is() {
    assert_eq!(crate::passphrase::weakness(super::DEMONSTRATION_PASSPHRASE), None);
    assert!(fold(super::DEMONSTRATION_SHOP_NAME).contains("demonstration"));
}
