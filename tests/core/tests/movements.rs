//! Movements: purchases, repairs in their states, deposits, and what follows from them.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::cell::RefCell;

use ecrin_core::Error;
use ecrin_core::clients::{ClientNumber, ContactType};
use ecrin_core::consents::{Audience, Channel, Kind, NewIndicator, Purpose};
use ecrin_core::contact::{Ground, Reason};
use ecrin_core::journal::Operation;
use ecrin_core::movements::{
    Movement, MovementColumn, MovementInput, MovementKind, MovementProblem, MovementRequest, MovementSort,
    MovementState,
};
use ecrin_core::removal::{KeptReason, KeptThing, TouchedBy};
use ecrin_core_tests::TestShop;
use ecrin_core_tests::movements::{day, deposit, purchase, repair};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use MovementState as S;

const LAURA: &str = "DUPONT Laura, 19200 USSEL, 06 39 98 71 10, laura.dupont@boutique.example";

fn shop() -> TestShop {
    TestShop::at("2026-11-24T11:00")
}

fn with_laura() -> (TestShop, ClientNumber) {
    let mut shop = shop();
    let laura = shop.client(LAURA);
    (shop, laura)
}

/// The newest entry of a record's journal: what was done, and each field with its old and new value.
fn newest(shop: &mut TestShop, number: ClientNumber) -> (Operation, Vec<(String, String, String)>) {
    let entry = shop.shop().journal(number, None, 1).unwrap().entries.remove(0);
    (entry.operation, entry.changes.into_iter().map(|change| (change.field, change.old, change.new)).collect())
}

fn change(field: &str, old: &str, new: &str) -> (String, String, String) {
    (field.into(), old.into(), new.into())
}

#[test]
fn a_repair_goes_through_its_states_and_each_has_its_day() {
    let (mut shop, laura) = with_laura();
    let mut watch = shop.movement(laura, &MovementInput { estimate: Some(4_900), ..repair("Montre, 2026-11-20") });
    for (to, minutes) in [(S::InWorkshop, 0), (S::Ready, 24 * 60), (S::Returned, 2 * 24 * 60)] {
        shop.later_minutes(minutes);
        watch = shop.moved(&watch, to);
        assert_eq!(watch.state, to);
    }
    let input = &watch.input;
    assert_eq!(
        (input.in_workshop_on, input.ready_on, input.returned_on),
        (Some(day("2026-11-24")), Some(day("2026-11-25")), Some(day("2026-11-27")))
    );
    let (operation, changes) = newest(&mut shop, laura);
    assert_eq!(operation, Operation::MoveRepair);
    assert!(changes.contains(&change("movement_state", "ready", "returned")), "{changes:?}");
    assert!(changes.contains(&change("movement", "Montre", "Montre")), "which one is said: {changes:?}");
    shop.expect_whole();
}

#[test]
fn a_repair_may_go_back_and_the_journal_says_so() {
    let (mut shop, laura) = with_laura();
    let ready = shop.ready(laura, "Bague, 2026-11-02", "2026-11-10");
    let back = shop.moved(&ready, S::InWorkshop);
    assert_eq!((back.state, back.input.ready_on, back.revision), (S::InWorkshop, None, ready.revision + 1));
    let (_, changes) = newest(&mut shop, laura);
    assert!(changes.contains(&change("movement_ready_on", "2026-11-10", "")), "{changes:?}");
}

#[test]
fn what_was_collected_is_ended_but_for_a_slip_of_the_same_day() {
    let (mut shop, laura) = with_laura();
    let ready = shop.ready(laura, "Bague, 2026-11-02", "2026-11-10");
    let returned = shop.moved(&ready, S::Returned);
    let slip = shop.moved(&returned, S::Ready);
    assert_eq!((slip.state, slip.input.ready_on), (S::Ready, Some(day("2026-11-10"))), "its day is the one it had");
    let returned = shop.moved(&slip, S::Returned);
    shop.later_minutes(24 * 60);
    let again = shop.shop().move_repair(returned.id, returned.revision, S::Ready, None);
    assert!(matches!(again, Err(Error::RepairEnded)));
    let edited = MovementInput { returned_on: None, ..returned.input.clone() };
    assert!(matches!(shop.shop().save_movement(returned.id, returned.revision, &edited), Err(Error::RepairEnded)));
    let priced = MovementInput { amount: Some(2_000), ..returned.input.clone() };
    let priced = shop.shop().save_movement(returned.id, returned.revision, &priced).unwrap().value;
    assert_eq!((priced.state, priced.input.amount), (S::Returned, Some(2_000)), "a price may still be written");
}

#[test]
fn an_edit_names_what_it_read_and_journals_old_and_new_values() {
    let (mut shop, laura) = with_laura();
    let ring = shop.movement(laura, &purchase("Aliance, 2026-11-20, 36500"));
    let entries = |shop: &mut TestShop| shop.shop().journal(laura, None, 50).unwrap().entries.len();
    let before = entries(&mut shop);
    let same = shop.shop().save_movement(ring.id, ring.revision, &ring.input).unwrap().value;
    assert_eq!((same.revision, entries(&mut shop)), (ring.revision, before), "nothing changed, nothing is written");
    let better = MovementInput { what: " Alliance T. 52 ".into(), amount: Some(35_000), ..ring.input.clone() };
    let saved = shop.shop().save_movement(ring.id, ring.revision, &better).unwrap().value;
    assert_eq!((saved.input.what.as_str(), saved.revision), ("Alliance T. 52", 2));
    let expected = vec![change("movement", "Aliance", "Alliance T. 52"), change("movement_amount", "36500", "35000")];
    assert_eq!(newest(&mut shop, laura), (Operation::SaveMovement, expected));
    assert!(matches!(
        shop.shop().save_movement(ring.id, ring.revision, &better),
        Err(Error::ChangedElsewhere(number)) if number == laura
    ));
    let other_kind = MovementInput { kind: MovementKind::Deposit, ..better };
    assert!(matches!(
        shop.shop().save_movement(ring.id, 2, &other_kind),
        Err(Error::MovementInvalid(MovementProblem::Unsuited))
    ));
    shop.shop().remove_movement(ring.id, 2).unwrap();
    let (operation, changes) = newest(&mut shop, laura);
    assert_eq!((operation, &changes[0]), (Operation::RemoveMovement, &change("movement", "Alliance T. 52", "")));
    assert!(changes.contains(&change("movement_amount", "35000", "")), "{changes:?}");
    assert!(matches!(shop.shop().remove_movement(ring.id, 2), Err(Error::MovementNotFound)));
    assert_eq!(shop.movements(laura, MovementColumn::Day, true, 10).movements, Vec::<Movement>::new());
}

#[test]
fn nothing_is_written_down_for_a_day_that_has_not_come_or_for_nobody() {
    let (mut shop, laura) = with_laura();
    let refused = shop.shop().create_movement(laura, &purchase("Bague, 2026-11-25, 100"));
    assert!(matches!(refused, Err(Error::MovementInvalid(MovementProblem::DayAhead))));
    let refused = shop.shop().create_movement(laura + 1, &purchase("Bague, 2026-11-24, 100"));
    assert!(matches!(refused, Err(Error::ClientNotFound(_))));
    let bought = shop.movement(laura, &purchase("Bague, 2026-11-24, 100"));
    let moved = shop.shop().move_repair(bought.id, 1, S::Ready, None);
    assert!(matches!(moved, Err(Error::MovementInvalid(MovementProblem::Unsuited))), "what was bought is no repair");
}

#[test]
fn the_last_contact_is_the_last_day_on_which_the_client_was_there() {
    let (mut shop, laura) = with_laura();
    let record = shop.record(laura);
    assert_eq!((record.client_since, record.last_contact_on, record.review_by), (Some(day("2026-11-24")), None, None));
    shop.movement(laura, &purchase("Alliance, 2018-09-18, 36500"));
    let watch = shop.movement(laura, &repair("Montre, 2018-11-24"));
    let ready = MovementInput { ready_on: Some(day("2018-12-05")), ..watch.input.clone() };
    let watch = shop.shop().save_movement(watch.id, 1, &ready).unwrap().value;
    assert_eq!(shop.record(laura).last_contact_on, Some(day("2018-11-24")), "that it is ready is no contact");
    shop.shop().move_repair(watch.id, watch.revision, S::Returned, Some(day("2018-12-08"))).unwrap();
    let record = shop.record(laura);
    assert_eq!(
        (record.client_since, record.last_contact_on, record.review_by),
        (Some(day("2018-09-18")), Some(day("2018-12-08")), Some(day("2021-12-08")))
    );
    assert_eq!(shop.shop().client_management(laura).unwrap().since, day("2018-09-18"), "the label says the same");
    let paul = shop.client("REY Paul, 19200 USSEL");
    shop.edit(paul, |client| client.r#type = ContactType::Prospect);
    assert_eq!(shop.record(paul).client_since, None, "a prospect is no client yet");
    shop.movement(paul, &deposit("Acompte, 2026-11-20, 1000"));
    let record = shop.record(paul);
    assert_eq!((record.client_since, record.last_contact_on), (Some(day("2026-11-20")), Some(day("2026-11-20"))));
}

#[test]
fn a_merge_shows_the_movements_of_both_and_taking_it_back_parts_them() {
    let (mut shop, laura) = with_laura();
    let again = shop.client("DUPOND Laura, , 06 39 98 71 11");
    shop.movement(laura, &purchase("Alliance, 2018-09-18, 36500"));
    let watch = shop.movement(again, &repair("Montre, 2026-11-20"));
    let merge = shop.merge(laura, again).id;
    let page = shop.movements(laura, MovementColumn::Day, true, 10);
    let things: Vec<&str> = page.movements.iter().map(|movement| movement.input.what.as_str()).collect();
    assert_eq!((things, page.counts.purchases, page.counts.repairs), (vec!["Montre", "Alliance"], 1, 1));
    assert_eq!(shop.record(laura).last_contact_on, Some(day("2026-11-20")));
    let watch = shop.moved(&watch, S::Ready);
    assert_eq!(newest(&mut shop, laura).0, Operation::MoveRepair, "it is told where it shows");
    assert!(matches!(
        shop.shop().create_movement(again, &repair("Bague, 2026-11-20")),
        Err(Error::ClientMerged(_, into)) if into == laura
    ));
    shop.shop().undo_merge(merge).unwrap();
    assert_eq!(shop.record(laura).last_contact_on, Some(day("2018-09-18")));
    assert_eq!(shop.movements(again, MovementColumn::Day, true, 10).movements, [watch]);
    shop.expect_whole();
}

#[test]
fn a_deletion_keeps_amounts_and_days_and_says_so_before() {
    let (mut shop, laura) = with_laura();
    let note = MovementInput { note: "Gravure : L & M".into(), ..purchase("Alliance T. 52, 2018-09-18, 36500") };
    let ring = shop.movement(laura, &note);
    shop.ready(laura, "Montre de L. Dupont, 2026-11-02", "2026-11-10");
    let preview = shop.shop().removal_preview(laura).unwrap();
    let amounts = preview.kept.iter().find(|item| item.what == KeptThing::Amounts).unwrap();
    assert_eq!((amounts.count, amounts.reason, amounts.years), (1, KeptReason::Accounting, Some(10)));
    assert_eq!(preview.held_things, 1, "a watch that would be nobody's");
    shop.remove(laura);
    let left = shop.movements(laura, MovementColumn::Day, true, 10).movements;
    let [blank] = &left[..] else { panic!("{left:?}") };
    assert_eq!((blank.id, blank.input.amount, blank.input.day), (ring.id, Some(36_500), day("2018-09-18")));
    assert_eq!((blank.input.what.as_str(), blank.input.note.as_str()), ("", ""));
    let entries = shop.shop().journal(laura, None, 50).unwrap().entries;
    assert!(entries.iter().all(|entry| entry.changes.is_empty()), "{entries:?}");
    assert_eq!(shop.reminders(0, None).total, 0);
    let edited = shop.shop().save_movement(blank.id, blank.revision, &ring.input);
    assert!(matches!(edited, Err(Error::ClientRemoved(..))), "nothing is written there any more");
    shop.expect_whole();
}

#[test]
fn an_import_is_not_undone_over_somebody_who_bought_something() {
    let mut shop = shop();
    shop.import("nom;prenom\r\nDUPONT;Laura\r\nREY;Paul\r\n");
    let id = shop.shop().imports().unwrap()[0].id;
    let bought = shop.movement(1, &purchase("Alliance, 2018-09-18, 36500"));
    shop.shop().remove_movement(bought.id, 1).unwrap();
    shop.movement(1, &repair("Montre, 2026-11-20"));
    let report = shop.undo_import(id);
    assert_eq!((report.deleted, report.kept), (1, 1));
    assert_eq!((report.touched[0].number, report.touched[0].touched_by), (1, TouchedBy::Movement));
    shop.expect_whole();
}

#[test]
fn an_opt_out_for_existing_customers_stands_on_a_real_sale() {
    let (mut shop, laura) = with_laura();
    let indicator = NewIndicator {
        name: "Mails aux clients".into(),
        channel: Channel::Mail,
        purpose: Purpose::Commercial,
        kind: Kind::OptOut,
        audience: Audience::ExistingCustomers,
    };
    shop.shop().create_indicator(&indicator).unwrap();
    let ground = |shop: &mut TestShop, number| {
        let report = shop.may_contact(number, Channel::Mail, Purpose::Commercial);
        (report.allowed, report.ground, report.reasons.contains(&Reason::NoPurchase))
    };
    let refused = (false, Ground::NoConsent, true);
    assert_eq!(ground(&mut shop, laura), refused);
    shop.movement(laura, &repair("Montre, 2026-11-20, 4900"));
    shop.movement(laura, &deposit("Acompte, 2026-11-20, 4900"));
    let gift = shop.movement(laura, &purchase("Pochette, 2026-11-20, 0"));
    assert_eq!(ground(&mut shop, laura), refused, "none of these is a sale");
    let sold = MovementInput { amount: Some(500), ..gift.input.clone() };
    let sold = shop.shop().save_movement(gift.id, 1, &sold).unwrap().value;
    assert_eq!(ground(&mut shop, laura), (true, Ground::NotOpposed, false));
    shop.expect_whole();
    let other = shop.client("DUPOND Laura, , 06 39 98 71 11, laura@boutique.example");
    let merge = shop.merge(other, laura).id;
    assert!(ground(&mut shop, other).0, "what the record that went bought counts");
    shop.expect_whole();
    shop.shop().undo_merge(merge).unwrap();
    assert_eq!((ground(&mut shop, other), ground(&mut shop, laura).0), (refused, true));
    shop.shop().remove_movement(sold.id, sold.revision).unwrap();
    assert_eq!(ground(&mut shop, laura), refused);
    shop.expect_whole();
}

/// All pages of an order, one after the other.
fn walked(shop: &mut TestShop, number: ClientNumber, kind: Option<MovementKind>, sort: MovementSort) -> Vec<Movement> {
    let mut request = MovementRequest { number, kind, sort, after: None, limit: 3 };
    let mut all = Vec::new();
    loop {
        let page = shop.shop().movements(&request).unwrap();
        assert!(page.movements.len() <= 3 && (page.next.is_none() || page.movements.len() == 3));
        all.extend(page.movements);
        request.after = page.next;
        if request.after.is_none() {
            return all;
        }
    }
}

#[test]
fn pages_follow_each_other_in_every_order_without_a_gap_or_a_repetition() {
    let kinds = prop_oneof![Just(MovementKind::Purchase), Just(MovementKind::Repair), Just(MovementKind::Deposit)];
    let movements = prop::collection::vec((kinds, 1..5u32, 0..4u8, any::<bool>()), 0..14);
    let shop = RefCell::new(shop());
    let mut runner = TestRunner::new(Config { cases: 40, failure_persistence: None, ..Config::default() });
    runner
        .run(&movements, |movements| {
            let shop = &mut *shop.borrow_mut();
            let (laura, again) = (shop.client("DUPONT Laura"), shop.client("DUPOND Laura"));
            for (kind, on, step, of_other) in movements {
                let on = day(&format!("2026-11-0{on}"));
                let mut input = MovementInput { amount: Some(100), ..MovementInput::new(kind, "x", on) };
                input.in_workshop_on = (kind == MovementKind::Repair && step > 0).then_some(on);
                input.ready_on = (kind == MovementKind::Repair && step > 1).then_some(on);
                input.returned_on = (kind != MovementKind::Purchase && step > 2).then_some(on);
                shop.movement(if of_other { again } else { laura }, &input);
            }
            shop.merge(laura, again);
            let all = shop.movements(laura, MovementColumn::Day, true, 500).movements;
            for kind in [None, Some(MovementKind::Repair), Some(MovementKind::Deposit)] {
                for column in [MovementColumn::Day, MovementColumn::Kind, MovementColumn::State] {
                    for descending in [false, true] {
                        let walk = walked(shop, laura, kind, MovementSort { column, descending });
                        let mut expected: Vec<Movement> =
                            all.iter().filter(|one| kind.is_none_or(|kind| one.input.kind == kind)).cloned().collect();
                        let place = |one: &Movement| match column {
                            MovementColumn::Day => 0,
                            MovementColumn::Kind => {
                                MovementKind::ALL.iter().position(|kind| *kind == one.input.kind).unwrap()
                            }
                            MovementColumn::State => {
                                MovementState::ALL.iter().position(|state| *state == one.state).unwrap()
                            }
                        };
                        expected.sort_by(|a, b| {
                            let groups = place(a).cmp(&place(b));
                            let days = (a.input.day, a.id).cmp(&(b.input.day, b.id));
                            let newest_first = descending || column != MovementColumn::Day;
                            (if descending { groups.reverse() } else { groups }).then(if newest_first {
                                days.reverse()
                            } else {
                                days
                            })
                        });
                        prop_assert_eq!(walk, expected, "{:?} {:?} {}", kind, column, descending);
                    }
                }
            }
            Ok(())
        })
        .unwrap();
}
