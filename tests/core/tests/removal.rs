//! Deleting a record, and taking back an import.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::atomic::AtomicBool;

use ecrin_core::Error;
use ecrin_core::clients::{ClientInput, ContactType};
use ecrin_core::consents::{Channel, ConsentState, Purpose};
use ecrin_core::messages::{Delivery, MessageState};
use ecrin_core::removal::{KeptThing, RemoveRequest, TouchedBy};
use ecrin_core_tests::TestShop;

use Channel::Sms;
use Purpose::{Commercial, Technical};

const LAURA: &str = "DUPONT Laura, 19200 USSEL, 06 39 98 71 10, laura.dupont@boutique.example";

fn shop() -> TestShop {
    TestShop::at("2026-11-24T11:00")
}

#[test]
fn a_deleted_record_is_found_nowhere_and_says_nothing_any_more() {
    let mut shop = shop();
    let laura = shop.client(LAURA);
    shop.client("REY Paul, 19200 USSEL");
    shop.shop().open_client(laura).unwrap();
    shop.edit(laura, |client| client.address_1 = "14 rue de la Liberté".into());
    shop.grant(laura, Sms, &[Technical, Commercial], "Accord écrit");
    let sent = shop.write(laura, Sms, "Votre réparation est prête");
    let outgoing = shop.shop().claim_next(Sms).unwrap().value.unwrap();
    shop.shop().settle(&outgoing, &Delivery::Sent { receipt: "dupont-250".into() }).unwrap();
    let waiting = shop.write(laura, Sms, "Votre réparation est prête");

    let preview = shop.shop().removal_preview(laura).unwrap();
    let kept: Vec<_> = preview.kept.iter().map(|item| (item.what, item.count)).collect();
    assert!(kept.contains(&(KeptThing::Decisions, 1)) && kept.contains(&(KeptThing::MessagesSent, 1)), "{kept:?}");
    assert_eq!((preview.name.as_str(), preview.pending_messages, preview.forgets_a_no), ("DUPONT Laura", 1, false));
    shop.later_minutes(1).remove(laura);

    assert!(matches!(shop.shop().client(laura), Err(Error::ClientRemoved(_, at)) if at > 0));
    for text in ["dupont", "laura", "06 39 98 71 10", &laura.to_string(), "dupnt"] {
        let found = shop.search(text, true);
        assert!(found.clients.iter().all(|row| row.number != laura), "{text}");
        assert!(found.near.is_empty(), "{text}: the name is offered to nobody");
    }
    assert_eq!(shop.found("ussel"), ["REY Paul"]);
    assert_eq!(shop.shop().clients().unwrap(), 1);
    assert!(shop.shop().recent_clients(9).unwrap().is_empty());
    assert!(shop.shop().undo_state().is_none_or(|undo| undo.number != laura), "nor is it in this session's memory");
    assert!(matches!(shop.shop().may_contact(laura, Sms, Technical, None), Err(Error::ClientRemoved(..))));

    let entries = shop.shop().journal(laura, None, 50).unwrap().entries;
    assert!(entries.len() >= 4, "that it was changed stays");
    assert!(entries.iter().all(|entry| entry.changes.is_empty()), "what stood there does not: {entries:?}");
    for (id, state) in [(sent.id, MessageState::Sent), (waiting.id, MessageState::Cancelled)] {
        let message = shop.shop().message(id).unwrap();
        assert_eq!((message.state, message.address.as_str(), message.body.as_str()), (state, "", "—"));
        assert_eq!((message.detail.as_str(), message.client_name.as_str()), ("", ""));
    }
    assert!(matches!(shop.shop().retry_message(waiting.id), Err(Error::ClientRemoved(..))));
    assert_eq!(shop.history(laura).total, 1, "the proof stays");
    shop.expect_whole();
    shop.reopen();
    shop.expect_whole();
}

#[test]
fn a_deletion_takes_the_name_and_the_record_as_it_was_read() {
    let mut shop = shop();
    let laura = shop.client("LE GOFF Laura, 19200 USSEL");
    let request = |name: &str, revision| RemoveRequest { number: laura, revision, name: name.into() };
    assert!(matches!(shop.shop().remove_client(&request("LE GOFF", 1)), Err(Error::NameDiffers)));
    assert!(matches!(shop.shop().remove_client(&request("", 1)), Err(Error::NameDiffers)));
    assert!(matches!(shop.shop().remove_client(&request("Le Goff Laura", 2)), Err(Error::ChangedElsewhere(_))));
    shop.shop().remove_client(&request("le-goff  LAURA", 1)).unwrap();
    assert!(matches!(shop.shop().remove_client(&request("", 2)), Err(Error::ClientRemoved(..))));
}

#[test]
fn whoever_has_no_name_is_confirmed_by_what_they_are_known_by() {
    let mut shop = shop();
    let input = ClientInput {
        r#type: ContactType::Beneficiaire,
        email: "lea@courriel.example".into(),
        ..ClientInput::default()
    };
    let by_mail = shop.shop().create_client(&input).unwrap().value.number;
    let by_sign = shop.client("+ , 19200 USSEL");
    for (number, wrong, right) in [(by_mail, ["", "-"], "LEA@courriel.example"), (by_sign, ["", "-"], "+")] {
        let expected = shop.shop().removal_preview(number).unwrap().name;
        assert_eq!(expected.to_lowercase(), right.to_lowercase());
        for wrong in wrong {
            let request = RemoveRequest { number, revision: 1, name: wrong.into() };
            assert!(matches!(shop.shop().remove_client(&request), Err(Error::NameDiffers)), "{wrong}");
        }
        shop.shop().remove_client(&RemoveRequest { number, revision: 1, name: right.into() }).unwrap();
    }
}

#[test]
fn records_that_went_into_it_are_deleted_with_it() {
    let mut shop = shop();
    let (kept, merged) = (shop.client(LAURA), shop.client("DUPOND Laura, 19200 USSEL"));
    shop.refuse(merged, Sms);
    let merge = shop.merge(kept, merged).id;
    let preview = shop.shop().removal_preview(kept).unwrap();
    assert_eq!((preview.merged, preview.forgets_a_no), (vec![merged], true));
    shop.remove(kept);
    for number in [kept, merged] {
        assert!(matches!(shop.shop().client(number), Err(Error::ClientRemoved(..))));
        assert!(shop.shop().journal(number, None, 50).unwrap().entries.iter().all(|entry| entry.changes.is_empty()));
    }
    for misspelt in ["dupnd", "dupnt", "lara"] {
        assert!(shop.search(misspelt, true).near.is_empty(), "{misspelt}: neither name is offered to anybody");
    }
    assert!(matches!(shop.shop().undo_merge(merge), Err(Error::MergeSuperseded)));
    shop.expect_whole();
}

const TABLE: &str = "nom;prenom;cp;ville;portable;email\r\n\
    DUPONT;Laura;19200;USSEL;06 39 98 71 10;laura@boutique.example\r\n\
    REY;Paul;19200;USSEL;06 39 98 71 11;paul@boutique.example\r\n\
    LE GOFF;Anne;29000;QUIMPER;06 39 98 71 12;anne@boutique.example\r\n\
    MARTIN;Jean;19000;TULLE;06 39 98 71 13;jean@boutique.example\r\n\
    BLANC;Rose;19000;TULLE;06 39 98 71 14;rose@boutique.example\r\n";

#[test]
fn an_import_that_nobody_touched_is_undone_without_a_trace() {
    let mut shop = shop();
    shop.client("PETIT Luc, 19200 USSEL");
    shop.import(TABLE);
    let id = shop.shop().imports().unwrap()[0].id;
    let preview = shop.shop().undo_import_preview(id).unwrap();
    assert_eq!((preview.deleted, preview.blanked, preview.kept), (5, 0, 0));
    assert_eq!(shop.shop().clients().unwrap(), 6, "looking changes nothing");
    let report = shop.undo_import(id);
    assert_eq!((report.deleted, report.import.undone_at.is_some()), (5, true));
    assert_eq!((shop.shop().clients().unwrap(), shop.search("", true).total), (1, 1));
    assert_eq!(shop.found("dupont"), Vec::<String>::new());
    assert!(shop.search("dupnt", true).near.is_empty(), "nor is the name offered");
    assert_eq!(shop.search("peti", true).total, 1);
    assert_eq!(shop.search("ptit", true).near, ["PETIT"], "whoever was there already is");
    assert!(matches!(shop.shop().client(2), Err(Error::ClientNotFound(2))));
    shop.expect_whole();
    let again = shop.shop().undo_import(id, &mut |_, _| {}, &AtomicBool::new(false));
    assert!(matches!(again, Err(Error::ImportUndone)));
    let report = shop.import(TABLE);
    assert_eq!((report.imported, report.duplicates_suspected), (5, 0), "it can be imported again");
    assert_eq!(shop.found("dupont"), ["DUPONT Laura"]);
    assert_eq!(shop.shop().client(7).unwrap().client.last_name, "DUPONT", "under new numbers");
}

#[test]
fn whoever_was_touched_since_stays_and_is_told() {
    let mut shop = shop();
    let own = shop.client("DUPOND Laura, 19200 USSEL");
    shop.import(TABLE);
    let id = shop.shop().imports().unwrap()[0].id;
    shop.shop().open_client(6).unwrap();
    shop.later_minutes(1);
    shop.edit(2, |client| client.town = "TULLE".into());
    shop.grant(3, Sms, &[Technical], "Accord écrit");
    shop.merge(own, 5);
    let report = shop.undo_import(id);
    let touched: Vec<_> = report.touched.iter().map(|one| (one.number, one.touched_by)).collect();
    assert_eq!(touched, [(2, TouchedBy::Edit), (3, TouchedBy::Decision), (5, TouchedBy::Merge)]);
    assert_eq!((report.deleted, report.kept), (2, 3), "opening a record is no touch");
    assert_eq!(shop.state(3, "SMS-TECH"), ConsentState::Granted);
    assert_eq!(shop.shop().clients().unwrap(), 3);
    shop.expect_whole();
}

#[test]
fn what_a_file_said_of_agreements_stays_without_a_name() {
    let mut shop = shop();
    shop.import(
        "nom;prenom;portable;sms commercial\r\nDUPONT;Laura;06 39 98 71 10;oui\r\nREY;Paul;06 39 98 71 11;\r\n",
    );
    let id = shop.shop().imports().unwrap()[0].id;
    let report = shop.undo_import(id);
    assert_eq!((report.deleted, report.blanked, report.kept), (1, 1, 0));
    assert!(matches!(shop.shop().client(1), Err(Error::ClientRemoved(..))));
    assert!(matches!(shop.shop().client(2), Err(Error::ClientNotFound(2))));
    assert_eq!(shop.history(1).total, 1);
    assert!(shop.search("dupnt", true).near.is_empty(), "the name goes with the record");
    let page = shop.shop().unproven(ecrin_core::consents::UnprovenRequest { after: None, limit: 10 }).unwrap();
    assert_eq!((page.total, page.rows.len()), (0, 0), "nobody is asked again who is no more");
    shop.expect_whole();
}

#[test]
fn undoing_an_import_can_be_stopped_and_then_nothing_was_done() {
    let mut shop = shop();
    shop.import(TABLE);
    let id = shop.shop().imports().unwrap()[0].id;
    let stopped = AtomicBool::new(true);
    assert!(matches!(shop.shop().undo_import(id, &mut |_, _| {}, &stopped), Err(Error::ImportCancelled)));
    assert_eq!((shop.shop().clients().unwrap(), shop.found("dupont").len()), (5, 1));
    assert!(matches!(shop.shop().undo_import_preview(99), Err(Error::ImportNotFound)));
    shop.expect_whole();
}
