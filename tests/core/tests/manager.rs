//! The manager code: what it stands before, and how wrong ones are slowed down.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use ecrin_core::Error;
use ecrin_core::api::ErrorCode;
use ecrin_core_tests::counter::Counter;
use ecrin_core_tests::{PASSPHRASE, TestShop};
use serde_json::json;

fn with_code() -> TestShop {
    let mut shop = TestShop::at("2026-11-24T11:00");
    shop.shop().set_manager_code(None, Some("4711")).unwrap();
    shop
}

/// What trying a wrong code says: seconds of waiting, and whether it was tried at all.
#[track_caller]
fn wrong(shop: &mut TestShop) -> (u32, bool) {
    match shop.shop().enter_manager_code("1234") {
        Err(Error::ManagerCodeWrong(seconds)) => (seconds, true),
        Err(Error::ManagerCodeWait(seconds)) => (seconds, false),
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn a_wrong_code_makes_one_wait_longer_each_time_from_the_third_on() {
    let mut shop = with_code();
    assert_eq!([wrong(&mut shop), wrong(&mut shop), wrong(&mut shop)], [(0, true), (0, true), (1, true)]);
    assert_eq!(wrong(&mut shop), (1, false), "too early, and not tried");
    let mut waits = Vec::new();
    for _ in 0..12 {
        shop.later_minutes(15);
        waits.push(wrong(&mut shop).0);
    }
    assert_eq!(waits, [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
    assert!(matches!(shop.shop().enter_manager_code("4711"), Err(Error::ManagerCodeWait(900))), "nor the right one");
    shop.later_minutes(15);
    shop.shop().enter_manager_code("4711").unwrap();
    assert_eq!(wrong(&mut shop), (0, true), "the right one ends it");
}

#[test]
fn neither_a_restart_nor_a_clock_set_back_gives_a_further_try() {
    let mut shop = with_code();
    for _ in 0..7 {
        wrong(&mut shop);
        shop.later_minutes(1);
    }
    assert_eq!(wrong(&mut shop), (32, true));
    shop.reopen();
    assert_eq!(wrong(&mut shop), (32, false), "the file remembers");
    shop.later_minutes(-120);
    assert_eq!(wrong(&mut shop), (32, false), "the wait begins anew, and is no longer than it was");
    shop.later_minutes(1);
    shop.shop().enter_manager_code("4711").unwrap();
}

#[test]
fn changing_the_code_takes_the_old_one_and_a_forgotten_one_the_passphrase() {
    let mut shop = with_code();
    let refused = shop.shop().set_manager_code(Some("4712"), Some("9999"));
    assert!(matches!(refused, Err(Error::ManagerCodeWrong(0))));
    assert!(matches!(shop.shop().set_manager_code(None, None), Err(Error::ManagerCodeWrong(0))));
    shop.shop().set_manager_code(Some("4711"), Some("émeraude")).unwrap();
    shop.shop().enter_manager_code("émeraude").unwrap();
    assert!(matches!(shop.shop().reset_manager_code("not it", Some("5555")), Err(Error::PassphraseWrong)));
    assert!(matches!(shop.shop().reset_manager_code(PASSPHRASE, Some("55")), Err(Error::ManagerCodeUnfit)));
    for _ in 0..4 {
        let _ = shop.shop().enter_manager_code("0000");
    }
    shop.shop().reset_manager_code(PASSPHRASE, Some("5555")).unwrap();
    shop.shop().enter_manager_code("5555").expect("the failures before count no more");
    shop.shop().set_manager_code(Some("5555"), None).unwrap();
    assert!(!shop.shop().has_manager_code().unwrap());
    shop.shop().enter_manager_code("whatever").expect("without a code nothing is asked");
}

#[test]
fn what_the_manager_answers_for_needs_the_code_and_the_counter_does_not() {
    let counter = Counter::with_shop();
    assert_eq!(counter.refused("unlock_manager", json!({ "code": 4711 })), ErrorCode::Internal, "a code is text");
    let mode = json!({ "name": "Fax", "label": "Accord par fax", "hint": "" });
    counter.ask("create_mode", mode.clone());
    counter.ask("set_manager_code", json!({ "current": null, "code": "4711" }));
    let state = counter.ask("manager", json!({}));
    assert!(state["set"] == true && state["unlocked_until"].is_number(), "whoever set it has given it: {state}");
    counter.ask("lock_manager", json!({}));

    let laura = counter.client("DUPONT");
    let remove = json!({ "number": laura, "revision": 1, "name": "Dupont" });
    assert_eq!(counter.refused("remove_client", remove.clone()), ErrorCode::ManagerCodeNeeded);
    assert_eq!(counter.refused("create_mode", mode), ErrorCode::ManagerCodeNeeded);
    let setup = json!({ "setup": ecrin_core::messages::mail::MailSetup::default(), "password": null });
    assert_eq!(counter.refused("test_mail_setup", setup), ErrorCode::ManagerCodeNeeded, "it uses the kept password");
    counter.ask("removal_preview", json!({ "number": laura }));
    assert_eq!(counter.refused("unlock_manager", json!({ "code": "1234" })), ErrorCode::ManagerCodeWrong);
    counter.ask("unlock_manager", json!({ "code": "4711" }));
    counter.ask("choose_operator", json!({ "name": "Claire V." }));
    assert_eq!(
        counter.refused("remove_client", remove.clone()),
        ErrorCode::ManagerCodeNeeded,
        "Claire has given no code"
    );
    counter.ask("unlock_manager", json!({ "code": "4711" }));
    counter.ask("choose_operator", json!({ "name": "Claire V." }));
    counter.ask("remove_client", remove);
    let gone = counter.call("open_client", json!({ "number": laura })).unwrap_err();
    assert_eq!(gone.code, ErrorCode::ClientRemoved);
    assert!(gone.params["at"].parse::<i64>().unwrap() > 0);

    counter.ask("close_shop", json!({}));
    counter.ask("open_shop", json!({ "path": counter.shop(), "passphrase": PASSPHRASE, "remember": false }));
    assert_eq!(
        counter.refused("undo_merge", json!({ "id": 1 })),
        ErrorCode::ManagerCodeNeeded,
        "closing the file locks"
    );
}
