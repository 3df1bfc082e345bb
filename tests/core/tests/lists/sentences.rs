//! What is promised of lists, one sentence a test.

use ecrin_core::Error;
use ecrin_core::clients::ClientField;
use ecrin_core::consents::{Answer, Channel, NewDecision, Purpose, Target};
use ecrin_core::contact::Reason;
use ecrin_core::lists::{Cell, Condition, ListField, ListPageRequest, ListProblem, ListQuery, ListSort, Operator};
use ecrin_core_tests::TestShop;

use super::{LAST_NAME, MOBILE, NOON, TOWN, by_sms, condition, everybody, excluded, items, kept};

/// Laura agreed to offers by SMS, Jean refused, Éva was never asked, Paul (inactive) agreed, Anne agreed and has no number.
fn shop() -> TestShop {
    let mut shop = TestShop::at("2026-11-20T09:00");
    for line in [
        "DUPONT Laura, 19200 USSEL, 06 39 98 71 10",
        "MARTIN Jean, 19200 Ussel, 06 39 98 71 11",
        "L’HERMITE Éva, 75011 PARIS, 06 39 98 71 12",
        "DURAND Paul, 19200 USSEL, 06 39 98 71 13",
        "MOREAU Anne, 19250 MEYMAC",
    ] {
        shop.client(line);
    }
    for client in [1, 4, 5] {
        shop.grant(client, Channel::Sms, &[Purpose::Commercial], "Accord écrit");
    }
    shop.refuse(2, Channel::Sms);
    shop.shop().set_inactive(4, "Déménagement").unwrap();
    shop
}

fn for_offers() -> ListQuery {
    ListQuery { contact: Some(by_sms(Purpose::Commercial)), ..everybody() }
}

fn problem(shop: &mut TestShop, query: &ListQuery) -> (ListProblem, String, Option<usize>) {
    match shop.reader().list_count(query, NOON) {
        Err(Error::ListInvalid { problem, field, condition }) => (problem, field, condition),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_list_for_offers_holds_nobody_who_did_not_agree() {
    let mut shop = shop();
    assert_eq!(kept(&mut shop, &for_offers()), [1]);
    let out: Vec<_> =
        excluded(&mut shop, &for_offers(), 2).into_iter().map(|out| (out.line.client, out.reasons)).collect();
    assert_eq!(out, [(2, vec![Reason::Refused]), (3, vec![Reason::NeverAsked]), (5, vec![Reason::NoAddress])]);
    let everybody = ListQuery { include_inactive: true, ..for_offers() };
    let count = shop.reader().list_count(&everybody, NOON).unwrap();
    assert_eq!((count.matching, count.kept, count.excluded, count.hidden_inactive), (5, 1, 4, 0));
    let reasons: Vec<_> = count.reasons.iter().map(|one| (one.reason, one.clients)).collect();
    assert_eq!(
        reasons,
        [(Reason::NeverAsked, 1), (Reason::Refused, 1), (Reason::Inactive, 1), (Reason::NoAddress, 1)],
        "each client once, in the order in which reasons are told"
    );
}

#[test]
fn whoever_takes_an_agreement_back_leaves_the_list_at_once() {
    let mut shop = shop();
    shop.withdraw(1, Channel::Sms);
    assert!(kept(&mut shop, &for_offers()).is_empty());
    assert_eq!(excluded(&mut shop, &for_offers(), 9)[0].reasons, [Reason::Withdrawn]);
}

#[test]
fn a_list_made_at_night_holds_the_same_people() {
    let mut shop = shop();
    let night = NOON + 12 * 3_600_000;
    let asked = shop.shop().may_contact(1, Channel::Sms, Purpose::Commercial, Some(night)).unwrap();
    assert_eq!(asked.reasons, [Reason::OutsideHours], "an SMS would not be sent at this hour");
    let count = shop.reader().list_count(&for_offers(), night).unwrap();
    assert_eq!((count.kept, count.excluded), (1, 3), "but the list is used later");
    let request = ListPageRequest { query: for_offers(), cursor: None, limit: 9 };
    assert_eq!(shop.reader().list_page(&request, night).unwrap().lines[0].client, 1);
}

#[test]
fn whose_data_are_restricted_is_in_no_list_and_is_told_apart() {
    let mut shop = shop();
    shop.shop().set_restricted(2, true).unwrap();
    assert_eq!(kept(&mut shop, &everybody()), [1, 3, 5]);
    let out = excluded(&mut shop, &everybody(), 9);
    assert_eq!(
        out.iter().map(|one| (one.line.client, one.reasons.as_slice())).collect::<Vec<_>>(),
        [(2, [Reason::Restricted].as_slice())]
    );
    let count = shop.reader().list_count(&everybody(), NOON).unwrap();
    assert_eq!((count.matching, count.kept, count.excluded), (4, 3, 1));
    assert_eq!(
        count.reasons.iter().map(|one| (one.reason, one.clients)).collect::<Vec<_>>(),
        [(Reason::Restricted, 1)]
    );
    // Somebody who is restricted and does not satisfy the conditions is nobody's business.
    let query = ListQuery { conditions: vec![condition(ListField::Number, Operator::Is, &["1", "3"])], ..everybody() };
    assert!(excluded(&mut shop, &query, 9).is_empty());
    assert_eq!(shop.reader().list_count(&query, NOON).unwrap().excluded, 0);
    shop.shop().set_restricted(2, false).unwrap();
    assert_eq!(kept(&mut shop, &everybody()), [1, 2, 3, 5]);
}

#[test]
fn a_list_that_serves_no_contact_judges_nobody() {
    let mut shop = shop();
    assert_eq!(kept(&mut shop, &everybody()), [1, 2, 3, 5]);
    assert!(excluded(&mut shop, &everybody(), 9).is_empty());
    let count = shop.reader().list_count(&everybody(), NOON).unwrap();
    assert_eq!((count.matching, count.kept, count.excluded, count.hidden_inactive), (4, 4, 0, 1));
}

#[test]
fn the_hidden_are_those_who_would_figure_if_the_inactive_did() {
    let mut shop = shop();
    let in_ussel = ListQuery { conditions: vec![condition(TOWN, Operator::Is, &["ussel"])], ..everybody() };
    let count = shop.reader().list_count(&in_ussel, NOON).unwrap();
    assert_eq!((count.matching, count.hidden_inactive), (2, 1));
    assert_eq!(kept(&mut shop, &ListQuery { include_inactive: true, ..in_ussel }), [1, 2, 4]);
}

#[test]
fn texts_are_compared_without_their_case_and_accents_and_numbers_as_they_are_dialled() {
    let mut shop = shop();
    let mut found = |field, operator, values: &[&str]| {
        kept(&mut shop, &ListQuery { conditions: vec![condition(field, operator, values)], ..everybody() })
    };
    let first_name = ListField::Record(ClientField::FirstName);
    assert_eq!(found(LAST_NAME, Operator::Is, &["l'hermite"]), [3]);
    assert_eq!(found(first_name, Operator::Is, &["EVA", "laura"]), [1, 3]);
    assert_eq!(found(LAST_NAME, Operator::Begins, &["du"]), [1]);
    assert_eq!(found(LAST_NAME, Operator::Contains, &["rti"]), [2]);
    assert_eq!(found(MOBILE, Operator::Is, &["+33 6 39 98 71 12"]), [3]);
    assert_eq!(found(MOBILE, Operator::Begins, &["06.39.98.71"]), [1, 2, 3]);
    assert_eq!(found(MOBILE, Operator::Empty, &[]), [5]);
    let postcode = ListField::Record(ClientField::Postcode);
    assert_eq!(found(postcode, Operator::Between, &["19000", "19999"]), [1, 2, 5]);
    assert_eq!(found(postcode, Operator::Until, &["19"]), [1, 2, 5], "what begins with the upper bound is within");
    assert_eq!(found(postcode, Operator::Until, &["18"]), [0; 0]);
    assert_eq!(found(ListField::Consent(2), Operator::IsNot, &["granted"]), [2, 3]);
    assert_eq!(found(ListField::Consent(2), Operator::Empty, &[]), [3]);
    assert_eq!(found(ListField::ConsentMode(2), Operator::Is, &["accord ecrit"]), [1, 5]);
    assert_eq!(found(ListField::ConsentDate(2), Operator::From, &["2026-11-21"]), [0; 0]);
    assert_eq!(found(ListField::CreatedAt, Operator::Until, &["2026-11-20"]), [1, 2, 3, 5]);
}

#[test]
fn what_holds_by_default_is_a_state_of_those_who_never_answered() {
    // « Commerce interentreprises », which professionals are sent until they oppose it.
    const TRADE: i64 = 8;
    let mut shop = shop();
    for client in [1, 2, 5] {
        shop.edit(client, |input| input.professional = true);
    }
    shop.decide(2, &NewDecision::now(Target::Indicators(vec![TRADE]), Answer::Refused));
    let mut found = |conditions: Vec<Condition>, any| kept(&mut shop, &ListQuery { conditions, any, ..everybody() });
    let is = |values: &[&str]| condition(ListField::Consent(TRADE), Operator::Is, values);
    assert_eq!(found(vec![is(&["granted_by_default"])], false), [1, 5]);
    assert_eq!(found(vec![is(&["granted_by_default", "refused"])], false), [1, 2, 5]);
    assert_eq!(found(vec![condition(ListField::Consent(TRADE), Operator::Empty, &[])], false), [3]);
    let hermite = condition(LAST_NAME, Operator::Is, &["l'hermite"]);
    assert_eq!(found(vec![is(&["granted_by_default"]), hermite], true), [1, 3, 5]);
}

#[test]
fn one_of_several_origins_is_enough() {
    let mut shop = shop();
    for (client, origins) in [(1, "boutique, Salon 2016"), (2, "Boutique"), (3, "Boutique en ligne")] {
        shop.edit(client, |input| input.origins = origins.into());
    }
    let mut found = |operator, values: &[&str]| {
        let origins = condition(ListField::Record(ClientField::Origins), operator, values);
        kept(&mut shop, &ListQuery { conditions: vec![origins], ..everybody() })
    };
    assert_eq!(found(Operator::Is, &["boutique"]), [1, 2]);
    assert_eq!(found(Operator::Is, &["salon 2016", "boutique en ligne"]), [1, 3]);
    assert_eq!(found(Operator::Is, &["Boutique, salon 2016"]), [1], "as it stands");
    assert_eq!(found(Operator::Is, &["salon"]), [0; 0]);
    assert_eq!(found(Operator::IsNot, &["boutique"]), [3, 5]);
}

#[test]
fn what_is_typed_is_never_part_of_a_statement() {
    let mut shop = shop();
    for typed in ["' OR 1=1 --", "\"; DROP TABLE client; --", "%", "u_sel", "ussel* OR paris", "Ussel\u{0}"] {
        for operator in [Operator::Is, Operator::Begins, Operator::Contains] {
            let query = ListQuery { conditions: vec![condition(TOWN, operator, &[typed])], ..everybody() };
            let found = shop.reader().list_count(&query, NOON).map(|count| count.matching);
            // A NUL separates nothing: the letters before it are those of the town.
            let expected = if typed.starts_with("Ussel") { 2 } else { 0 };
            assert!(
                matches!(found, Err(Error::ListInvalid { .. })) || matches!(found, Ok(count) if count == expected),
                "{typed}: {found:?}"
            );
        }
    }
}

#[test]
fn a_list_that_cannot_be_made_says_which_field_and_why() {
    let mut shop = shop();
    let sorted = |by| ListSort { by, descending: false };
    let query = ListQuery {
        conditions: vec![
            condition(TOWN, Operator::Is, &["Ussel"]),
            condition(ListField::CreatedAt, Operator::From, &["hier"]),
        ],
        ..everybody()
    };
    assert_eq!(problem(&mut shop, &query), (ListProblem::NotADay, "created_at".into(), Some(1)));
    let unknown = ListQuery { columns: vec![ListField::Consent(99)], ..everybody() };
    assert_eq!(problem(&mut shop, &unknown), (ListProblem::NoIndicator, "consent:99".into(), None));
    let unknown =
        ListQuery { conditions: vec![condition(ListField::Consent(99), Operator::Empty, &[])], ..everybody() };
    assert_eq!(problem(&mut shop, &unknown), (ListProblem::NoIndicator, "consent:99".into(), Some(0)));
    let sort = ListQuery { sort: sorted(ListField::ContactMode), ..everybody() };
    assert_eq!(problem(&mut shop, &sort), (ListProblem::ColumnOnly, "contact_mode".into(), None));
    assert_eq!(problem(&mut shop, &ListQuery { columns: vec![], ..everybody() }).0, ListProblem::NoColumns);
    let request = ListPageRequest { query: everybody(), cursor: Some("ailleurs".into()), limit: 5 };
    let refused = shop.reader().list_page(&request, NOON).unwrap_err();
    assert!(matches!(refused, Error::ListInvalid { problem: ListProblem::NotACursor, .. }));
}

#[test]
fn the_columns_about_the_contact_are_those_of_the_decision_that_the_answer_rests_on() {
    let mut shop = shop();
    let columns = vec![ListField::ContactConsent, ListField::ContactMode, ListField::ContactDate];
    let query = ListQuery { columns, ..for_offers() };
    let day = "2026-11-20".parse().unwrap();
    let request = ListPageRequest { query: query.clone(), cursor: None, limit: 9 };
    let page = shop.reader().list_page(&request, NOON).unwrap();
    assert_eq!(page.lines[0].cells, [Cell::Code("granted"), Cell::Text("Accord écrit".into()), Cell::Day(day)]);
    let out = excluded(&mut shop, &query, 9);
    assert_eq!(out[0].line.cells, [Cell::Code("refused"), Cell::Empty, Cell::Day(day)]);
    assert_eq!(out[1].line.cells, [Cell::Empty, Cell::Empty, Cell::Empty], "nobody asked them");
}

#[test]
fn a_page_goes_on_after_the_last_line_whatever_was_written_meanwhile() {
    let mut shop = shop();
    let query = ListQuery { sort: ListSort { by: LAST_NAME, descending: false }, ..everybody() };
    let request = ListPageRequest { query: query.clone(), cursor: None, limit: 2 };
    let first = shop.reader().list_page(&request, NOON).unwrap();
    assert_eq!(first.lines.iter().map(|line| line.client).collect::<Vec<_>>(), [1, 3]);
    shop.client("ARNAUD Zoé, 19200 USSEL");
    shop.edit(1, |client| client.last_name = "ZOLA".into());
    let request = ListPageRequest { query, cursor: first.next, limit: 9 };
    let second = shop.reader().list_page(&request, NOON).unwrap();
    assert_eq!(second.lines.iter().map(|line| line.client).collect::<Vec<_>>(), [2, 5, 1]);
}

#[test]
fn a_list_that_is_being_read_can_be_stopped() {
    let mut shop = TestShop::at("2026-11-20T09:00");
    shop.shop().add_fictional_clients(3, 200, &mut |_| true).unwrap();
    let interrupter = shop.reader().interrupter();
    let mut seen = 0;
    let stopped = shop.reader().each_of_list(&everybody(), NOON, &mut |_| {
        seen += 1;
        if seen == 10 {
            interrupter.interrupt();
        }
        Ok(())
    });
    assert!(matches!(stopped, Err(Error::Interrupted)), "{stopped:?}");
    assert_eq!(seen, 10);
    assert!(items(&mut shop, &everybody()).len() > 100, "and the next one is not affected");
}

#[test]
fn a_list_is_offered_what_the_shop_asks() {
    let mut shop = shop();
    let fields = shop.reader().list_fields().unwrap();
    let newsletter: Vec<_> = fields
        .iter()
        .filter(|field| field.indicator.as_deref() == Some("Newsletter"))
        .map(|field| field.field)
        .collect();
    assert_eq!(newsletter, [ListField::Consent(7), ListField::ConsentMode(7), ListField::ConsentDate(7)]);
    for field in &fields {
        let query = ListQuery { columns: vec![field.field], ..for_offers() };
        assert_eq!(kept(&mut shop, &query), [1], "{field:?}");
        if field.sorts {
            let sort = ListSort { by: field.field, descending: true };
            assert_eq!(kept(&mut shop, &ListQuery { sort, ..for_offers() }), [1], "{field:?}");
        }
    }
}
