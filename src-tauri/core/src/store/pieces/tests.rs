//! What cannot be seen from outside: that pieces lose nobody, when blocks are written, and that nothing stays of what was deleted.

use std::cell::RefCell;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use rusqlite::{Connection, params};

use super::piece::TEXTS;
use super::{alternatives, write_all};
use crate::clients::{ClientField, ClientInput, ClientNumber, NewClient};
use crate::journal::Operation;
use crate::lists::{Checked, FieldKind, ListField, Test};
use crate::phones::Phone;
use crate::store::{Context, Rows, Schema, Store, Tx};
use crate::text::fold;

const EMAIL: ListField = ListField::Record(ClientField::Email);

fn file() -> Connection {
    let mut file = Connection::open_in_memory().unwrap();
    Schema::default().apply(&mut file).unwrap();
    file
}

/// A client whose texts are these, from their number on; telephone numbers as typed.
fn insert(file: &Connection, number: ClientNumber, texts: &[String]) {
    let text = |at: usize| &texts[(at + usize::try_from(number).unwrap()) % texts.len()];
    file.prepare_cached(
        "INSERT INTO client (number, type, professional, civility, last_name, first_name, company, address_1, address_2, address_3,
            postcode, town, country, email, phone, phone_readable, mobile, mobile_readable, origins, name_fold, created_at, updated_at)
         VALUES (?1, 'client', 0, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, 0, ?14, 0, ?15, '', 1, 1)",
    )
    .unwrap()
    .execute(params![
        number, text(0), text(1), text(2), text(3), text(4), text(5), text(6), text(7), text(8), text(9), text(10), text(11), text(12),
        text(13)
    ])
    .unwrap();
}

fn with(rows: Rows<'_>, field: ListField, test: Test) -> Option<Vec<ClientNumber>> {
    let checked = Checked { field, test, not: false };
    let mut all = Vec::new();
    for pieces in alternatives(&checked)? {
        all.extend(rows.with_pieces(&pieces, 8, usize::MAX).unwrap()?);
    }
    all.sort_unstable();
    all.dedup();
    Some(all)
}

fn holding(rows: Rows<'_>, text: &str) -> Vec<ClientNumber> {
    with(rows, EMAIL, Test::Contains(text.into())).unwrap()
}

/// Whether a text holds what is looked for.
type Holds<'a> = &'a dyn Fn(&str) -> bool;

#[test]
fn whoever_holds_a_text_has_its_pieces() {
    let texts = prop::collection::vec("[a-c éœßŦ№𝔊Ω0-3@.’-]{0,9}", 3..30);
    let asked = RefCell::new(0);
    let config = ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() };
    TestRunner::new(config)
        .run(&(texts, 0..1000_usize, 0..3_usize, 3..6_usize), |(texts, chosen, from, length)| {
            let file = file();
            // On both sides of the end of a block.
            for number in 4_090..4_102 {
                insert(&file, number, &texts);
            }
            write_all(&file).unwrap();
            let rows = Rows(&file);
            prop_assert_eq!(rows.count_unfindable().unwrap(), 0);
            let looked_for: String = fold(&texts[chosen % texts.len()]).chars().skip(from).take(length).collect();
            for field in TEXTS.into_iter().filter(|field| *field != ListField::Record(ClientField::Type)) {
                let mut select = file.prepare(&format!("SELECT number, {} FROM client", field.code())).unwrap();
                let records = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
                let records: Vec<(ClientNumber, String)> = records.map(Result::unwrap).collect();
                let compared = |text: &str| match field.kind() {
                    FieldKind::Phone => Phone::from_stored(text, false).digits(),
                    _ => fold(text),
                };
                let asked_for: [(Test, Holds<'_>); 4] = [
                    (Test::Contains(looked_for.clone()), &|text| compared(text).contains(&looked_for)),
                    (Test::Begins(looked_for.clone()), &|text| compared(text).starts_with(&looked_for)),
                    (Test::Texts(vec![looked_for.clone(), "abcab".into()]), &|text| compared(text) == looked_for),
                    (Test::Filled(false), &str::is_empty),
                ];
                for (test, holds) in asked_for {
                    let Some(found) = with(rows, field, test.clone()) else { continue };
                    for (number, text) in &records {
                        prop_assert!(!holds(text) || found.contains(number), "{:?} {:?}: {:?}", field, test, text);
                        *asked.borrow_mut() += usize::from(holds(text));
                    }
                }
            }
            Ok(())
        })
        .unwrap();
    assert!(*asked.borrow() > 1_000, "hardly anybody held what was looked for");
}

#[test]
fn a_record_without_its_pieces_is_noticed() {
    let file = file();
    for number in 1..=20 {
        insert(&file, number, &["dupont@courriel.example".into()]);
    }
    write_all(&file).unwrap();
    let rows = Rows(&file);
    assert_eq!(rows.count_unfindable().unwrap(), 0);
    file.execute("UPDATE client SET email = 'zzqx@courriel.example' WHERE number = 7", []).unwrap();
    assert_eq!((rows.count_unfindable().unwrap(), holding(rows, "zzqx")), (1, vec![]));
    file.execute("INSERT INTO text_unread VALUES (7)", []).unwrap();
    assert_eq!((rows.count_unfindable().unwrap(), holding(rows, "zzqx")), (0, vec![7]));
    file.execute("DELETE FROM text_leaf", []).unwrap();
    assert_eq!(rows.count_unfindable().unwrap(), 19);
    file.execute("INSERT INTO text_leaf VALUES (5, x'05ff')", []).unwrap();
    assert!(matches!(rows.count_unfindable(), Err(crate::Error::FileCorrupt)));
}

fn store() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store =
        Store::create(&folder.path().join("boutique.ecrin"), "Vitrine+2024!", false, &Schema::default(), |store| {
            write(store, |tx| tx.name_shop("Boutique", tx.now()).unwrap());
            Ok(())
        });
    (folder, store.unwrap())
}

fn write(store: &mut Store, write: impl FnOnce(&Tx<'_>)) {
    let context = Context { operation: Operation::SaveClient, operator: "essai", now: 1 };
    let written = store.transact(context, |tx| {
        write(tx);
        tx.journal(None, None, &[])
    });
    written.unwrap();
}

fn client(email: &str) -> NewClient {
    let input = ClientInput { last_name: "Dupont".into(), email: email.into(), ..ClientInput::default() };
    NewClient::at(1, input)
}

fn unread(store: &Store) -> i64 {
    store.rows().0.query_row("SELECT count(*) FROM text_unread", [], |row| row.get(0)).unwrap()
}

#[test]
fn one_change_is_noted_many_are_written_and_the_noted_never_become_too_many() {
    let (_folder, mut store) = store();
    write(&mut store, |tx| {
        (1..=5_000).for_each(|_| {
            tx.insert_client(&client("anna@courriel.example"), None).unwrap();
        });
    });
    assert_eq!((unread(&store), store.rows().count_unfindable().unwrap()), (0, 0));
    write(&mut store, |tx| {
        tx.update_client(9, false, &client("zzqx@courriel.example").input).unwrap();
    });
    assert_eq!((unread(&store), holding(store.rows(), "zzqx")), (1, vec![9]));
    for lot in 0..5 {
        write(&mut store, |tx| {
            (1..=210)
                .for_each(|at| tx.update_client(lot * 210 + at, false, &client("xxqz@toile.example").input).unwrap());
        });
        assert_eq!(unread(&store), if lot < 4 { lot * 210 + 210 } else { 0 });
    }
    assert_eq!(holding(store.rows(), "zzqx"), Vec::<ClientNumber>::new(), "what was written anew holds nothing older");
    assert_eq!(holding(store.rows(), "xxqz").len(), 1_050);
    assert_eq!(store.rows().count_unfindable().unwrap(), 0);
}

#[test]
fn nothing_stays_of_the_texts_of_a_deleted_record() {
    let (_folder, mut store) = store();
    write(&mut store, |tx| {
        (1..=300).for_each(|number| {
            let email = if number % 100 == 0 { "zzqx@courriel.example" } else { "anna@courriel.example" };
            tx.insert_client(&client(email), None).unwrap();
        });
        tx.count_clients(300, 0).unwrap();
    });
    assert_eq!(holding(store.rows(), "zzqx"), [100, 200, 300]);
    write(&mut store, |tx| {
        // The record no longer says so, the block still does.
        tx.update_client(200, false, &client("").input).unwrap();
    });
    write(&mut store, |tx| {
        for number in [100, 200] {
            let record = tx.rows().client(number).unwrap();
            tx.hide_client(&record, None).unwrap();
            tx.blank_client(number).unwrap();
        }
        tx.delete_client(300).unwrap();
    });
    assert_eq!((unread(&store), holding(store.rows(), "zzqx")), (0, vec![]));
    assert_eq!(holding(store.rows(), "anna").len(), 297);
    assert_eq!(store.rows().count_unfindable().unwrap(), 0);
}
