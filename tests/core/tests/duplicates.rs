//! Looking for duplicates over the whole file.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fmt::Write as _;

use ecrin_core::Error;
use ecrin_core::duplicates::DuplicateReason;
use ecrin_core_tests::TestShop;
use expect_test::{Expect, expect};

#[allow(clippy::needless_pass_by_value, reason = "as expect! gives it")]
fn check(shop: &mut TestShop, expected: Expect) {
    let page = shop.shop().duplicates(0, 100).unwrap();
    let mut table = String::new();
    for pair in &page.pairs {
        let name =
            |row: &ecrin_core::clients::ClientRow| format!("{}{} {}", row.company, row.last_name, row.first_name);
        let _ = writeln!(table, "{} {} = {} {:?}", pair.score, name(&pair.a), name(&pair.b), pair.reasons);
    }
    assert_eq!(page.total as usize, page.pairs.len());
    expected.assert_eq(&table);
}

fn shop(lines: &[&str]) -> TestShop {
    let mut shop = TestShop::at("2026-11-24T11:00");
    for line in lines {
        shop.client(line);
    }
    shop
}

#[test]
fn pairs_are_found_by_what_they_share_and_explained() {
    let mut shop = shop(&[
        "DUPONT Laura, 19200 USSEL, 06 39 98 71 10, laura@boutique.example",
        "Dupond Laura, 19200 USSEL, +33 6 39 98 71 10, ",
        "LAURA Dupont, 19200 USSEL, , ",
        "MÜLLER Zoé, 67000 STRASBOURG, , ",
        "Muller Zoe, 67000 STRASBOURG, 06 39 98 00 01, ",
        "REY Paul, 19200 USSEL, , Paul@Rey.example",
        "REI Paule, 75011 PARIS, , paul@rey.example",
        "DURAND Anne, 19200 USSEL, 06 39 98 00 02, ",
        "DURAND Anne, 75011 PARIS, 06 39 98 00 03, ",
    ]);
    check(
        &mut shop,
        expect![[r"
        85 DUPONT Laura = Dupond Laura [SameMobile, NearName, SamePostcode]
        60 MÜLLER Zoé = Muller Zoe [SameName, SamePostcode]
        55 DUPONT Laura = LAURA Dupont [SwappedName, SamePostcode]
        50 Dupond Laura = LAURA Dupont [NearName, SamePostcode]
        30 REY Paul = REI Paule [SameEmail, Household]
    "]],
    );
}

#[test]
fn people_who_live_together_score_low() {
    let mut shop = shop(&[
        "DUPONT Laura, 19200 USSEL, 06 39 98 71 10, famille@dupont.example",
        "DUPONT Marc, 19200 USSEL, 06 39 98 71 10, famille@dupont.example",
        "DUPONT Léo, 19200 USSEL, , famille@dupont.example",
    ]);
    let page = shop.shop().duplicates(0, 100).unwrap();
    assert_eq!(page.pairs.len(), 3);
    for pair in page.pairs {
        assert!(pair.score <= 30 && pair.reasons.contains(&DuplicateReason::Household), "{pair:?}");
    }
}

#[test]
fn companies_are_compared_too() {
    let mut shop = TestShop::at("2026-11-24T11:00");
    for (company, postcode) in [
        ("Bijouterie Rey", "19200"),
        ("BIJOUTERIE-REY", "19200"),
        ("Bijouterie Roy", "19200"),
        ("Bijouterie Rey", "75011"),
    ] {
        let mut input = ecrin_core_tests::client("");
        (input.company, input.postcode) = (company.into(), postcode.into());
        shop.shop().create_client(&input).unwrap();
    }
    check(
        &mut shop,
        expect![[r"
        60 Bijouterie Rey  = BIJOUTERIE-REY  [SameName, SamePostcode]
        50 Bijouterie Rey  = Bijouterie Roy  [NearName, SamePostcode]
        50 BIJOUTERIE-REY  = Bijouterie Roy  [NearName, SamePostcode]
    "]],
    );
}

#[test]
fn many_of_one_first_name_in_one_town_hide_nobody() {
    let mut shop = TestShop::at("2026-11-24T11:00");
    let mut table = String::from("nom;prenom;cp;ville\r\n");
    for (a, b) in ('a'..='l').flat_map(|a| ('a'..='z').map(move |b| (a, b))) {
        let _ = writeln!(table, "{a}{a}{a}{b}{b}{b};Marie;75011;PARIS\r");
    }
    table.push_str("ZORBAX;Marie;75011;PARIS\r\nZORBAKX;Marie;75011;PARIS\r\n");
    shop.import(&table);
    check(
        &mut shop,
        expect![[r"
        50 ZORBAX Marie = ZORBAKX Marie [NearName, SamePostcode]
    "]],
    );
}

#[test]
fn what_was_dismissed_merged_or_deleted_is_not_told_again() {
    let lines = [
        "DUPONT Laura, 19200 USSEL",
        "DUPOND Laura, 19200 USSEL",
        "REY Paul, 19200 USSEL",
        "REYS Paul, 19200 USSEL",
        "LE-GOFF Anne, 29000 QUIMPER",
        "LEGOFF Anne, 29000 QUIMPER",
    ];
    let mut shop = shop(&lines);
    let count = |shop: &mut TestShop| shop.shop().duplicates(0, 100).unwrap().total;
    assert_eq!(count(&mut shop), 3);
    shop.shop().dismiss_duplicates(2, 1).unwrap();
    assert_eq!(count(&mut shop), 2);
    shop.merge(3, 4);
    assert_eq!(count(&mut shop), 1);
    shop.remove(6);
    assert_eq!(count(&mut shop), 0);
    shop.reopen();
    assert_eq!(count(&mut shop), 0, "for good");
    assert!(matches!(shop.shop().dismiss_duplicates(1, 1), Err(Error::MergeWithItself)));
    assert!(matches!(shop.shop().dismiss_duplicates(1, 6), Err(Error::ClientRemoved(..))));
    shop.expect_whole();
}

#[test]
fn the_demonstration_holds_a_few() {
    let mut shop = TestShop::at("2026-11-24T11:00");
    shop.shop().add_fictional_clients(19_200, 500, &mut |_| true).unwrap();
    let page = shop.shop().duplicates(0, 200).unwrap();
    let sure = page.pairs.iter().filter(|pair| pair.score >= 60).count();
    assert!((2..40).contains(&sure), "{sure} of {}", page.total);
}
