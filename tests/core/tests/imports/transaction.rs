//! All or nothing: stopped, failed or tried, an import leaves the shop as it was.

use std::fmt::Write as _;
use std::sync::atomic::{AtomicBool, Ordering};

use ecrin_core::Error;
use ecrin_core::imports::{self, ImportField, ImportPhase, ImportProgress};

use super::{Desk, rejected, request};

fn table(rows: usize) -> String {
    let mut text = String::from("nom;prenom;email\n");
    for row in 0..rows {
        let email = if row % 100 == 7 { "n/a".to_owned() } else { format!("client{row}@rey.example") };
        let _ = writeln!(text, "Rey{row};Léa;{email}");
    }
    text
}

#[test]
fn a_stopped_import_leaves_nothing() {
    let mut desk = Desk::new();
    let path = desk.file("clients.csv", table(20_000));
    let request = request(&path).unwrap();
    let cancel = AtomicBool::new(false);
    let mut seen = 0;
    let mut stop = |progress: ImportProgress| {
        seen = progress.done;
        cancel.store(progress.done > 0, Ordering::Relaxed);
    };
    let report = imports::run(desk.shop.shop(), &request, &mut stop, &cancel).unwrap();
    assert!(report.cancelled && seen > 0, "it was stopped under way");
    assert_eq!((report.imported, report.rows, report.rejects_path), (0, 0, None));
    assert_eq!(desk.shop.shop().clients().unwrap(), 0);
    assert_eq!(desk.files(), ["clients.csv"]);
    assert_eq!(desk.run(&request).unwrap().imported, 19_800, "and it can be started again");
}

#[test]
fn an_import_may_be_stopped_before_its_first_row() {
    let mut desk = Desk::new();
    let path = desk.file("clients.csv", table(10));
    let request = request(&path).unwrap();
    let report = imports::run(desk.shop.shop(), &request, &mut |_| {}, &AtomicBool::new(true)).unwrap();
    assert!(report.cancelled);
    assert_eq!(desk.shop.shop().clients().unwrap(), 0);
}

#[test]
fn rejects_that_cannot_be_written_stop_the_import() {
    let mut desk = Desk::new();
    let path = desk.file("clients.csv", table(1000));
    let mut request = request(&path).unwrap();
    request.rejects_path = Some(desk.folder.path().join("absent/rejets.csv").to_string_lossy().into_owned());
    assert!(matches!(desk.run(&request).unwrap_err(), Error::FileMissing));
    assert_eq!(desk.shop.shop().clients().unwrap(), 0);
}

#[test]
fn a_dry_run_counts_the_same_and_writes_nothing() {
    let mut desk = Desk::new();
    let path = desk.file("clients.csv", table(1000));
    let mut request = request(&path).unwrap();
    request.dry_run = true;
    let dry = desk.run(&request).unwrap();
    assert_eq!((desk.shop.shop().clients().unwrap(), desk.files()), (0, vec!["clients.csv".to_owned()]));
    request.rejects_path = Some(desk.folder.path().join("essai.csv").to_string_lossy().into_owned());
    let asked = desk.run(&request).unwrap();
    assert_eq!(rejected(&asked).lines().count(), 11, "unless its path was given, the file of rejects is not written");
    request.dry_run = false;
    let wet = desk.run(&request).unwrap();
    assert_eq!(
        (dry.rows, dry.imported, dry.rejected, dry.duplicates_suspected, dry.reasons, dry.notes),
        (wet.rows, wet.imported, wet.rejected, wet.duplicates_suspected, wet.reasons, wet.notes)
    );
}

#[test]
fn the_mapping_is_checked_before_anything_is_read() {
    let mut desk = Desk::new();
    let path = desk.file("clients.csv", "a;b\n1;2\n");
    let mut request = request(&path).unwrap();
    request.mapping = vec![Some(ImportField::Town), None];
    assert!(matches!(desk.run(&request).unwrap_err(), Error::ImportNoNameColumn));
    request.mapping = vec![Some(ImportField::Email), None];
    assert!(matches!(desk.run(&request).unwrap_err(), Error::ImportNoNameColumn), "every row would be rejected");
    request.mapping = vec![Some(ImportField::LastName), Some(ImportField::LastName)];
    assert!(matches!(desk.run(&request).unwrap_err(), Error::ImportColumnTwice));
}

#[test]
fn progress_grows_and_ends_with_what_cannot_be_stopped() {
    let mut desk = Desk::new();
    let path = desk.file("clients.csv", table(10_000));
    let request = request(&path).unwrap();
    let mut told = Vec::new();
    imports::run(desk.shop.shop(), &request, &mut |progress| told.push(progress), &AtomicBool::new(false)).unwrap();
    assert!(told.windows(2).all(|pair| pair[0].done <= pair[1].done));
    assert_eq!(told.first().map(|first| first.phase), Some(ImportPhase::Reading));
    assert_eq!(
        told.last().copied(),
        Some(ImportProgress { phase: ImportPhase::Finishing, done: 10_000, total: 10_000 })
    );
}

#[test]
fn an_import_is_one_entry_of_the_journal_and_its_clients_are_found() {
    let mut desk = Desk::new();
    desk.import(table(300));
    desk.shop.reopen();
    assert_eq!(desk.shop.found("rey42"), ["Rey42 Léa"]);
    let journal = desk.shop.shop().journal(1, None, 10).unwrap();
    assert_eq!(journal.entries.len(), 1);
    assert_eq!(journal.entries[0].file_name.as_deref(), Some("clients.csv"));
    assert_eq!(desk.shop.shop().verify().unwrap(), Vec::<String>::new());
}
