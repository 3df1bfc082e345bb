//! What holds for any file.

use std::cell::RefCell;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::{Desk, request};

const NAMES: [&str; 6] = ["nom", "prenom", "email", "adresse", "inactif", "note"];

fn written(rows: &[Vec<String>], separator: u8) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
    writer.write_record(NAMES).unwrap();
    for row in rows {
        writer.write_record(row).unwrap();
    }
    writer.into_inner().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// A table of any cells, written with any separator, is shown cell by cell as it was.
    #[test]
    fn any_table_is_read_as_it_was_written(
        rows in prop::collection::vec(prop::collection::vec("[a-zé\",;|\t' €œ]{0,12}|[A-Z]{2}\n[a-z]{2}", NAMES.len()), 1..12),
        separator in prop::sample::select(vec![b';', b',', b'\t', b'|']),
    ) {
        prop_assume!(rows.iter().all(|row| row.iter().any(|cell| !cell.trim().is_empty())));
        let preview = Desk::new().preview(written(&rows, separator)).unwrap();
        prop_assert_eq!(preview.separator, Some(char::from(separator).to_string()));
        prop_assert_eq!(preview.sample, rows);
    }
}

/// Every row of any text is imported or rejected (checked by every import), and what is rejected is in the file.
#[test]
fn any_text_is_imported_or_rejected_to_the_last_row() {
    let desk = RefCell::new(Desk::new());
    let config = ProptestConfig { cases: 250, failure_persistence: None, ..ProptestConfig::default() };
    let checked = TestRunner::new(config).run(&"[ab\";\r\n@é\u{0}.=-]{0,120}", |body| {
        let mut desk = desk.borrow_mut();
        let path = desk.file("clients.csv", format!("nom;email;adresse\n{body}\nfin;;\n"));
        let before = desk.shop.shop().clients().unwrap();
        let Ok(request) = request(&path) else { return Ok(()) };
        let report = desk.run(&request).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(desk.shop.shop().clients().unwrap() - before, i64::try_from(report.imported).unwrap());
        if let Some(path) = report.rejects_path {
            let mut reader = csv::ReaderBuilder::new().delimiter(b';').flexible(true).from_path(path).unwrap();
            prop_assert_eq!(reader.records().count() as u64, report.rejected);
        } else {
            prop_assert_eq!(report.rejected, 0);
        }
        Ok(())
    });
    checked.unwrap();
}
