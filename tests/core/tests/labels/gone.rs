//! Labels of records that are merged, deleted, or brought by an import that is taken back.

use ecrin_core::Error;
use ecrin_core::labels::SetClientCodes;
use ecrin_core::removal::TouchedBy;

use super::{IBAN, account, again, carriage, day, everything, give, manager_note, names, note, notes, shop};

#[test]
fn a_merge_reads_both_and_what_there_is_one_of_is_that_of_the_record_that_stays() {
    let mut shop = shop();
    let laura = shop.client("DUPONT Laura, 19200 USSEL");
    let twin = shop.client("DUPONT Laure, 19200 USSEL");
    everything(&mut shop, laura, "Montres");
    everything(&mut shop, twin, "Pendules");
    let merged = shop.merge(laura, twin);
    assert_eq!(names(&mut shop, laura), ["Montres", "Pendules"]);
    let core = shop.shop();
    let faces = core.label_faces(laura, day("2026-11-24")).unwrap();
    assert_eq!((faces.incidents.open, faces.follow_ups.open, faces.addresses.count, faces.notes.count), (2, 2, 2, 2));
    assert_eq!(core.carriage(laura).unwrap().carriage.unwrap().round, "Montres");
    assert_eq!(core.client_management(laura).unwrap().note.text, "Montres fidèle");
    // Reading the number that went leads to the one that stays; writing to it does not.
    assert_eq!(core.incidents(twin).unwrap().len(), 2);
    assert!(matches!(core.save_note(&note(twin, "perdue")), Err(Error::ClientMerged(_, into)) if into == laura));

    // Taken back, each has their own again.
    core.undo_merge(merged.id).unwrap();
    assert_eq!((names(&mut shop, laura), names(&mut shop, twin)), (vec!["Montres".into()], vec!["Pendules".into()]));
    let merged = shop.merge(laura, twin);
    // What was the other one's is changed where it is; the merge stands then.
    let core = shop.shop();
    let theirs = core.incidents(laura).unwrap().into_iter().find(|one| one.note == "Pendules cassé").unwrap();
    let mut closing = again(laura, &theirs);
    closing.closed_on = Some(day("2026-11-24"));
    core.save_incident(&closing).unwrap();
    assert!(matches!(core.undo_merge(merged.id), Err(Error::MergeSuperseded)));
    let closed = core.incidents(laura).unwrap().into_iter().find(|one| one.id == theirs.id).unwrap();
    assert_eq!((closed.closed_on, core.incidents(laura).unwrap().len()), (Some(day("2026-11-24")), 2));
    shop.expect_whole();
}

#[test]
fn where_the_record_that_stays_says_nothing_the_other_one_speaks() {
    let mut shop = shop();
    let laura = shop.client("DUPONT Laura, 19200 USSEL");
    let twin = shop.client("DUPONT Laure, 19200 USSEL");
    everything(&mut shop, twin, "Pendules");
    shop.merge(laura, twin);
    let core = shop.shop();
    assert_eq!(core.reveal_bank_account(laura).unwrap().value.iban, IBAN);
    let carried = core.carriage(laura).unwrap().carriage.unwrap();
    assert_eq!((carried.round.as_str(), carried.revision), ("Pendules", 1));
    core.save_carriage(&carriage(laura, 1, "Ussel 2")).unwrap();
    core.save_manager_note(&manager_note(laura, 1, "")).unwrap();
    assert_eq!(core.carriage(laura).unwrap().carriage.unwrap().round, "Ussel 2");
    assert_eq!(
        core.client_management(laura).unwrap().note.text,
        "",
        "what is removed does not come back from the other"
    );
    core.remove_bank_account(laura, 1).unwrap();
    assert!(core.bank_account(laura).unwrap().account.is_none());
    core.set_client_codes(&SetClientCodes { number: laura, codes: Vec::new() }).unwrap();
    assert!(names(&mut shop, laura).is_empty());
}

#[test]
fn a_deletion_leaves_nothing_of_any_label_not_even_in_the_bytes_of_the_file() {
    let mut shop = shop();
    let laura = shop.client("DUPONT Laura, 19200 USSEL");
    let twin = shop.client("DUPONT Laure, 19200 USSEL");
    everything(&mut shop, laura, "Zibeline");
    everything(&mut shop, twin, "Quartzite");
    shop.merge(laura, twin);
    shop.remove(laura);
    for number in [laura, twin] {
        assert!(matches!(shop.shop().incidents(number), Err(Error::ClientRemoved(..))));
        let entries = shop.shop().journal(number, None, 200).unwrap().entries;
        assert!(!entries.is_empty() && entries.iter().all(|entry| entry.changes.is_empty()), "{entries:?}");
    }
    assert_eq!(shop.shop().follow_ups_due(day("2027-12-31"), 10).unwrap().count, 0);
    assert!(shop.shop().selection_codes().unwrap().iter().all(|code| code.uses == 0));
    // No table says anything of them any more: whatever is left names a client who is not there.
    shop.expect_whole();
    shop.reopen();
    shop.expect_whole();
}

#[test]
fn an_import_that_is_taken_back_keeps_whoever_has_a_label() {
    let mut shop = shop();
    shop.import(
        "nom;prenom;codes de selection\nDUPONT;Laura;Montres\nREY;Paul;Montres\nLE GOFF;Éva;Montres\nREY;Anne;\n",
    );
    shop.shop().save_note(&note(2, "Appelé")).unwrap();
    shop.shop().save_bank_account(&account(4, 0, Some(IBAN))).unwrap();
    give(&mut shop, 3, &["Montres", "Or 18 k"]);
    let undone = shop.undo_import(1);
    assert_eq!((undone.deleted, undone.blanked, undone.kept), (1, 0, 3));
    assert!(undone.touched.iter().all(|client| client.touched_by == TouchedBy::Edit));
    assert_eq!(notes(&mut shop, 2)[0].text, "Appelé");
    assert_eq!(names(&mut shop, 3), ["Montres", "Or 18 k"]);
    shop.expect_whole();
}
