//! Incidents, things to do, carriage, notes: noted, changed, removed, each with its values before and after.

use ecrin_core::Error;
use ecrin_core::labels::{NotesRequest, SaveCarriage, SaveFollowUp, SaveNote};

use super::{again, carriage, changes, day, follow_up, incident, manager_note, newest, note, notes, shop};

#[test]
fn an_incident_is_closed_by_whoever_read_it_and_not_before_it_happened() {
    let mut shop = shop();
    let laura = shop.client("DUPONT Laura, 19200 USSEL");
    let noted = shop.shop().save_incident(&incident(laura, " Fermoir cassé ")).unwrap().value.remove(0);
    assert_eq!((noted.note.as_str(), noted.revision), ("Fermoir cassé", 1));
    let mut closing = again(laura, &noted);
    closing.closed_on = Some(day("2026-11-19"));
    assert!(matches!(shop.shop().save_incident(&closing), Err(Error::DaysReversed)));
    closing.closed_on = Some(day("2026-11-24"));
    shop.shop().save_incident(&closing).unwrap();
    assert_eq!(
        changes(&mut shop, laura),
        [
            "incident_closed_on: ∅ → 2026-11-24",
            "incident_kind: complaint → complaint",
            "incident_on: 2026-11-20 → 2026-11-20"
        ],
        "which one it was is said too"
    );
    assert!(matches!(shop.shop().save_incident(&closing), Err(Error::LabelChanged)), "it was read before that");
    let faces = shop.shop().label_faces(laura, day("2026-11-24")).unwrap();
    assert_eq!((faces.incidents.open, faces.incidents.total), (0, 1));

    let paul = shop.client("REY Paul, 19200 USSEL");
    closing.number = paul;
    assert!(matches!(shop.shop().save_incident(&closing), Err(Error::LabelNotFound)), "it is not Paul's");
    shop.shop().remove_incident(laura, noted.id, 2).unwrap();
    assert_eq!(
        changes(&mut shop, laura),
        [
            "incident_closed_on: 2026-11-24 → ∅",
            "incident_kind: complaint → ∅",
            "incident_note: Fermoir cassé → ∅",
            "incident_on: 2026-11-20 → ∅"
        ]
    );
    assert!(matches!(shop.shop().remove_incident(laura, noted.id, 2), Err(Error::LabelNotFound)));
}

#[test]
fn what_is_due_is_counted_until_it_is_done_or_its_client_is_gone() {
    let mut shop = shop();
    let laura = shop.client("DUPONT Laura, 19200 USSEL");
    let paul = shop.client("REY Paul, 19200 USSEL");
    for (number, what, due_on) in [
        (laura, "Rappeler, bracelet", "2026-11-24"),
        (paul, "Envoyer le devis", "2026-11-20"),
        (paul, "Commander", "2026-11-25"),
    ] {
        shop.shop().save_follow_up(&follow_up(number, what, due_on)).unwrap();
    }
    let due = shop.shop().follow_ups_due(day("2026-11-24"), 10).unwrap();
    let rows: Vec<_> = due.rows.iter().map(|row| (row.client_name.as_str(), row.what.as_str())).collect();
    assert_eq!((due.count, rows), (2, vec![("REY Paul", "Envoyer le devis"), ("DUPONT Laura", "Rappeler, bracelet")]));
    assert_eq!(shop.shop().follow_ups_due(day("2026-11-24"), 1).unwrap().rows.len(), 1, "the count is that of all");

    let face = shop.shop().label_faces(paul, day("2026-11-24")).unwrap().follow_ups;
    assert_eq!((face.open, face.overdue, face.what.as_str()), (2, 1, "Envoyer le devis"));
    let first = shop.shop().follow_ups(paul).unwrap().remove(0);
    let done = SaveFollowUp {
        number: paul,
        id: Some(first.id),
        revision: first.revision,
        what: first.what,
        due_on: first.due_on,
        done_on: Some(day("2026-11-24")),
    };
    shop.shop().save_follow_up(&done).unwrap();
    assert_eq!(
        changes(&mut shop, paul),
        ["follow_up_done_on: ∅ → 2026-11-24", "follow_up_what: Envoyer le devis → Envoyer le devis"]
    );
    assert_eq!(shop.shop().follow_ups_due(day("2026-12-31"), 10).unwrap().count, 2);
    shop.remove(paul);
    assert_eq!(shop.shop().follow_ups_due(day("2026-12-31"), 10).unwrap().count, 1);
    assert!(matches!(shop.shop().save_follow_up(&follow_up(laura, " ", "2026-11-24")), Err(Error::TextMissing)));
}

#[test]
fn carriage_is_said_once_and_can_be_forgotten() {
    let mut shop = shop();
    let laura = shop.client("DUPONT Laura, 19200 USSEL");
    shop.shop().save_carriage(&carriage(laura, 0, "Ussel 2")).unwrap();
    assert!(matches!(shop.shop().save_carriage(&carriage(laura, 0, "Ussel 3")), Err(Error::LabelChanged)));
    let zero = SaveCarriage { rank: Some(0), ..carriage(laura, 1, "Ussel 2") };
    assert!(matches!(shop.shop().save_carriage(&zero), Err(Error::RankUnfit)));
    shop.shop().save_carriage(&carriage(laura, 1, "Ussel 3")).unwrap();
    assert_eq!(changes(&mut shop, laura), ["carriage_round: Ussel 2 → Ussel 3"]);
    let forgotten = SaveCarriage { mode: None, ..carriage(laura, 2, "") };
    assert_eq!(shop.shop().save_carriage(&forgotten).unwrap().value.carriage, None);
}

#[test]
fn notes_are_read_newest_first_page_by_page_and_corrected_by_their_author() {
    let mut shop = shop();
    let laura = shop.client("DUPONT Laura, 19200 USSEL");
    shop.shop().act_as("Claire V.");
    for at in 1..=5 {
        shop.later_minutes(1).shop().save_note(&note(laura, &format!("note {at}"))).unwrap();
    }
    let mut request = NotesRequest { number: laura, before: None, limit: 2 };
    let mut read = Vec::new();
    loop {
        let page = shop.shop().client_notes(&request).unwrap();
        assert_eq!(page.total, 5);
        read.extend(page.notes.into_iter().map(|note| note.text));
        request.before = page.next;
        if page.next.is_none() {
            break;
        }
    }
    assert_eq!(read, ["note 5", "note 4", "note 3", "note 2", "note 1"]);

    let newest_note = notes(&mut shop, laura).remove(0);
    let corrected =
        SaveNote { number: laura, id: Some(newest_note.id), revision: 1, text: "Tour de doigt\u{a0}: 54".into() };
    shop.shop().act_as("Marc L.");
    assert!(matches!(shop.shop().save_note(&corrected), Err(Error::NoteOfAnother)));
    shop.shop().act_as("Claire V.");
    let saved = shop.later_minutes(1).shop().save_note(&corrected).unwrap().value;
    assert_eq!((saved.revision, saved.at, saved.corrected_at.is_some()), (2, newest_note.at, true));
    assert_eq!(changes(&mut shop, laura), ["note: note 5 → Tour de doigt\u{a0}: 54"]);
    assert_eq!(newest(&mut shop, laura).operator, "Claire V.");
    assert!(matches!(shop.shop().save_note(&note(laura, &"x".repeat(2_001))), Err(Error::NameTooLong(2_000))));
}

#[test]
fn the_managers_note_is_one_text_that_an_empty_one_removes() {
    let mut shop = shop();
    let laura = shop.client("DUPONT Laura, 19200 USSEL");
    shop.shop().save_manager_note(&manager_note(laura, 0, "Remise de 5 %")).unwrap();
    assert!(matches!(shop.shop().save_manager_note(&manager_note(laura, 0, "")), Err(Error::LabelChanged)));
    let saved = shop.shop().save_manager_note(&manager_note(laura, 1, "Remise de 10 %")).unwrap().value;
    assert_eq!((saved.note.revision, saved.note.text.as_str(), saved.invoices), (2, "Remise de 10 %", None));
    shop.shop().save_manager_note(&manager_note(laura, 2, " ")).unwrap();
    assert_eq!(changes(&mut shop, laura), ["manager_note: Remise de 10 % → ∅"]);
    assert_eq!(shop.shop().client_management(laura).unwrap().note.revision, 0);
}
