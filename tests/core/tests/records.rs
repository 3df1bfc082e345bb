//! Creating, saving, hiding, taking back, and what the journal keeps of it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use ecrin_core::Error;
use ecrin_core::clients::{ClientField, ClientInput, ContactType, FieldProblem, MatchReason};
use ecrin_core::journal::Operation;
use ecrin_core::shop::Shop;
use ecrin_core_tests::{TestShop, client};

const LAURA: &str = "DUPONT Laura, 19200 USSEL, 06 39 98 71 10, laura.dupont@boutique.example";

/// The journal of a record as lines « operation field: old → new ».
fn journal(shop: &mut TestShop, number: i64) -> Vec<String> {
    let page = shop.shop().journal(number, None, 50).unwrap();
    page.entries
        .iter()
        .flat_map(|entry| {
            let operation = entry.operation.code();
            entry
                .changes
                .iter()
                .map(move |change| format!("{operation} {}: {} → {}", change.field, change.old, change.new))
        })
        .collect()
}

#[test]
fn what_is_saved_is_there_after_reopening() {
    let mut shop = TestShop::at("2018-12-14T08:31");
    let laura = shop.client(LAURA);
    shop.later_minutes(5);
    let saved = shop.edit(laura, |client| {
        client.town = "MEYMAC".into();
        client.r#type = ContactType::Tiers;
    });
    shop.reopen();
    assert_eq!(shop.record(laura), saved);
    assert_eq!(saved.updated_at - saved.created_at, 5 * 60_000);
    assert_eq!(saved.client.mobile, "06 39 98 71 10");
}

#[test]
fn every_changed_field_is_journalled_with_who_and_when() {
    let mut shop = TestShop::at("2018-12-14T08:31");
    let laura = shop.client(LAURA);
    shop.shop().choose_operator("Claire V.").unwrap();
    shop.edit(laura, |client| {
        client.town = "MEYMAC".into();
        client.mobile = "+33 6 39 98 71 11".into();
    });
    let page = shop.shop().journal(laura, None, 50).unwrap();
    assert_eq!((page.entries[0].operator.as_str(), page.entries[0].operation), ("Claire V.", Operation::SaveClient));
    assert_eq!(
        journal(&mut shop, laura)[..2],
        ["save_client mobile: 06 39 98 71 10 → 06 39 98 71 11", "save_client town: USSEL → MEYMAC"]
    );
}

#[test]
fn saving_what_has_not_changed_writes_nothing() {
    let mut shop = TestShop::at("2018-12-14T08:31");
    let laura = shop.client(LAURA);
    let before = shop.record(laura);
    shop.later_minutes(1);
    let after = shop.edit(laura, |client| client.mobile = "06.39.98.71.10".into());
    assert_eq!(after, before, "the same number in another form is no change");
    assert_eq!(shop.shop().journal(laura, None, 50).unwrap().entries.len(), 1);
}

#[test]
fn a_record_that_changed_since_it_was_read_is_not_overwritten() {
    let mut shop = TestShop::at("2018-12-14T08:31");
    let laura = shop.client(LAURA);
    let read = shop.record(laura);
    shop.edit(laura, |client| client.town = "MEYMAC".into());
    let refused = shop.shop().save_client(laura, read.revision, &ClientInput { town: "NEUVIC".into(), ..read.client });
    assert!(matches!(refused, Err(Error::ChangedElsewhere(number)) if number == laura));
    assert_eq!(shop.record(laura).client.town, "MEYMAC");
}

#[test]
fn an_edit_and_a_mark_can_be_taken_back_in_turn() {
    let mut shop = TestShop::at("2018-12-14T08:31");
    let laura = shop.client(LAURA);
    shop.edit(laura, |client| client.town = "MEYMAC".into());
    shop.shop().set_inactive(laura, "déménagée").unwrap();
    assert_eq!(shop.shop().undo_state().unwrap().operation, Operation::SetInactive);
    assert!(shop.shop().undo().unwrap().value.inactive.is_none());
    assert_eq!(shop.shop().undo().unwrap().value.client.town, "USSEL");
    assert!(matches!(shop.shop().undo(), Err(Error::NothingToUndo)));
    assert_eq!(journal(&mut shop, laura)[0], "undo town: MEYMAC → USSEL", "taking back is itself journalled");
}

#[test]
fn taking_back_never_overwrites_a_later_change() {
    let mut shop = TestShop::at("2018-12-14T08:31");
    let laura = shop.client(LAURA);
    shop.edit(laura, |client| client.town = "MEYMAC".into());
    {
        let mut elsewhere = shop.try_open(ecrin_core_tests::PASSPHRASE).unwrap();
        let record = elsewhere.client(laura).unwrap();
        elsewhere.save_client(laura, record.revision, &ClientInput { town: "NEUVIC".into(), ..record.client }).unwrap();
    }
    assert!(matches!(shop.shop().undo(), Err(Error::UndoSuperseded(number)) if number == laura));
    assert_eq!(shop.record(laura).client.town, "NEUVIC");
}

#[test]
fn two_programs_saving_at_once_never_overwrite_each_other() {
    let mut shop = TestShop::at("2018-12-14T08:31");
    let laura = shop.client(LAURA);
    let save_often = |mut elsewhere: Shop, town: &str| {
        for turn in 0..40 {
            let read = elsewhere.client(laura).unwrap();
            let input = ClientInput { town: format!("{town} {turn}"), ..read.client };
            match elsewhere.save_client(laura, read.revision, &input) {
                Ok(_) | Err(Error::ChangedElsewhere(_)) => {}
                Err(other) => panic!("{other}"),
            }
            if turn % 4 == 0 {
                elsewhere.set_inactive(laura, town).unwrap();
                elsewhere.set_active(laura).unwrap();
            }
        }
    };
    let [one, other] = [(); 2].map(|()| shop.try_open(ecrin_core_tests::PASSPHRASE).unwrap());
    std::thread::scope(|scope| {
        scope.spawn(|| save_often(one, "USSEL"));
        scope.spawn(|| save_often(other, "MEYMAC"));
    });
    let entries = shop.shop().journal(laura, None, 500).unwrap().entries;
    for field in ["town", "inactive"] {
        let of_field = || entries.iter().flat_map(|entry| &entry.changes).filter(|change| change.field == field);
        for (later, earlier) in of_field().zip(of_field().skip(1)) {
            assert_eq!(later.old, earlier.new, "a {field} was overwritten by someone who had not seen it");
        }
    }
    assert_eq!(shop.record(laura).revision, i64::try_from(entries.len()).unwrap());
}

#[test]
fn each_refused_field_is_named() {
    let mut shop = TestShop::at("2018-12-14T08:31");
    let bad = ClientInput {
        email: "laura@@boutique".into(),
        town: "x".repeat(101),
        civility: "a\u{0}b".into(),
        ..ClientInput::default()
    };
    let Err(Error::Invalid(issues)) = shop.shop().create_client(&bad) else { panic!("accepted") };
    let problems: Vec<_> = issues.iter().map(|issue| (issue.field, issue.problem)).collect();
    for expected in [
        (ClientField::LastName, FieldProblem::Required),
        (ClientField::Civility, FieldProblem::ControlCharacter),
        (ClientField::Town, FieldProblem::TooLong),
        (ClientField::Email, FieldProblem::EmailMalformed),
    ] {
        assert!(problems.contains(&expected), "{expected:?} in {problems:?}");
    }
    let digital =
        ClientInput { r#type: ContactType::Beneficiaire, email: "b@lecteur.example".into(), ..ClientInput::default() };
    assert!(shop.shop().create_client(&digital).is_ok(), "a « Bénéficiaire » is known by e-mail");
}

#[test]
fn an_unreadable_number_is_kept_as_typed_and_marked() {
    let mut shop = TestShop::at("2018-12-14T08:31");
    let number = shop.client("DUPONT Laura, 19200 USSEL, 06 39 98 71 10 (bureau)");
    let record = shop.record(number);
    assert_eq!(record.client.mobile, "06 39 98 71 10 (bureau)");
    assert!(!record.mobile_readable && record.phone_readable);
}

#[test]
fn the_same_person_typed_again_is_recognised() {
    let mut shop = TestShop::at("2018-12-14T08:31");
    let laura = shop.client(LAURA);
    shop.client("MARTIN Élise, 19250 MEYMAC");
    for (line, reason) in [
        ("X Y, 75001 PARIS, 06.39.98.71.10", MatchReason::SamePhone),
        ("X Y, 75001 PARIS, , Laura.Dupont@boutique.example", MatchReason::SameEmail),
        ("Dupond Laura, 19200 USSEL", MatchReason::NearName),
        ("dupont, 19200 USSEL", MatchReason::NearName),
    ] {
        let check = shop.reader().check_client(&client(line), None).unwrap();
        let found: Vec<_> =
            check.probable.iter().map(|probable| (probable.client.number, probable.reasons.clone())).collect();
        assert_eq!(found, [(laura, vec![reason])], "typed « {line} »");
    }
    let same = client(LAURA);
    assert!(
        shop.reader().check_client(&same, Some(laura)).unwrap().probable.is_empty(),
        "a record is not its own double"
    );
    assert!(shop.reader().check_client(&client("DURAND Paul, 19200 USSEL"), None).unwrap().probable.is_empty());
}

#[test]
fn an_inactive_mark_is_dated_has_a_reason_and_stays() {
    let mut shop = TestShop::at("2018-12-14T08:31");
    let laura = shop.client(LAURA);
    shop.shop().set_inactive(laura, "  déménagée ").unwrap();
    shop.reopen();
    let inactive = shop.record(laura).inactive.unwrap();
    assert_eq!(inactive.reason, "déménagée");
    assert_eq!(
        journal(&mut shop, laura)[..2],
        ["set_inactive inactive: false → true", "set_inactive inactive_reason:  → déménagée"]
    );
}

#[test]
fn who_is_inactive_already_stays_so_since_the_same_day() {
    let mut shop = TestShop::at("2018-12-14T08:31");
    let laura = shop.client(LAURA);
    shop.shop().set_inactive(laura, "déménagée").unwrap();
    let since = shop.record(laura).inactive.unwrap().at;
    shop.later_minutes(3 * 24 * 60).shop().set_inactive(laura, " ").unwrap();
    let inactive = shop.record(laura).inactive.unwrap();
    assert_eq!((inactive.at, inactive.reason.as_str()), (since, "déménagée"), "no reason replaces none");
    let before = journal(&mut shop, laura).len();
    shop.shop().set_inactive(laura, "décédée").unwrap();
    let inactive = shop.record(laura).inactive.unwrap();
    assert_eq!((inactive.at, inactive.reason.as_str()), (since, "décédée"));
    let entries = journal(&mut shop, laura);
    assert_eq!((entries.len(), entries[0].as_str()), (before + 1, "set_inactive inactive_reason: déménagée → décédée"));
    assert!(shop.shop().set_active(laura).unwrap().value.inactive.is_none());
}

#[test]
fn only_the_records_opened_last_are_remembered_newest_first() {
    let mut shop = TestShop::at("2018-12-14T08:31");
    let numbers: Vec<_> = (0..35).map(|n| shop.client(&format!("NOM{n} Prénom"))).collect();
    for &number in &numbers {
        shop.later_minutes(1);
        shop.shop().open_client(number).unwrap();
    }
    let recent = shop.shop().recent_clients(100).unwrap();
    assert_eq!(recent.len(), 30);
    assert_eq!(recent[0].number, numbers[34]);
    assert!(
        shop.shop()
            .journal(numbers[0], None, 9)
            .unwrap()
            .entries
            .iter()
            .all(|entry| entry.operation != Operation::OpenClient)
    );
}
