//! Workbooks: the same rows, from cells that have types.

use ecrin_core::Error;
use ecrin_core::imports::{ImportFormat, ImportOptions, preview};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use super::{Desk, notes, reasons, rejected};

fn book(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(&mut book);
    book.save_to_buffer().unwrap()
}

#[test]
fn typed_cells_become_what_a_person_would_type() {
    let content = book(|book| {
        let date = Format::new().set_num_format("dd/mm/yyyy");
        let sheet = book.add_worksheet().set_name("Clients").unwrap();
        for (column, name) in (0..).zip(["Nom", "CP", "Portable", "Inactif", "Date MAJ", "Email", "Adresse"]) {
            sheet.write(0, column, name).unwrap();
        }
        sheet.write(1, 0, "Lœuillet").unwrap();
        sheet.write(1, 1, 1000).unwrap();
        sheet.write(1, 2, 639_981_234).unwrap();
        sheet.write(1, 3, true).unwrap();
        sheet.write_with_format(1, 4, ExcelDateTime::from_ymd(2018, 7, 18).unwrap(), &date).unwrap();
        sheet.write(1, 6, "12 rue du Lac\nBât. B").unwrap();
        sheet.write(3, 0, "Joly").unwrap();
        sheet.write(3, 4, 43_299).unwrap();
        sheet.write(4, 0, "Rey").unwrap();
        sheet.write(4, 6, Formula::new("=NA()").set_result("#N/A")).unwrap();
    });
    let mut desk = Desk::new();
    let path = desk.file("clients.csv", &content); // its name lies, its content does not
    let seen = preview(&path, &ImportOptions::default()).unwrap();
    assert_eq!(
        (seen.format, seen.sheet.as_deref(), seen.rows, seen.encoding),
        (ImportFormat::Xlsx, Some("Clients"), 3, None)
    );
    let report = desk.import_path(&path);
    assert_eq!((report.imported, reasons(&report)), (2, vec!["cell_error ×1".to_owned()]));
    assert!(rejected(&report).contains(";5;"), "the row number of the spreadsheet");
    let clients = desk.clients();
    assert_eq!((clients[0].client.postcode.as_str(), clients[0].client.mobile.as_str()), ("1000", "06 39 98 12 34"));
    assert_eq!(
        (clients[0].client.address_1.as_str(), clients[0].client.address_2.as_str()),
        ("12 rue du Lac", "Bât. B")
    );
    assert_eq!([clients[0].inactive.is_some(), clients[1].inactive.is_some()], [true, false]);
    assert!(clients.iter().all(|record| record.updated_at == 1_531_915_200_000));
    assert!(notes(&report.notes).contains(&"postcode_unusual ×1: [2]".to_owned()));
}

#[test]
fn the_first_visible_sheet_that_holds_anything_is_read_unless_told() {
    let content = book(|book| {
        book.add_worksheet().set_name("Vide").unwrap();
        book.add_worksheet().set_name("Caché").unwrap().set_hidden(true).write(0, 0, "nom").unwrap();
        let clients = book.add_worksheet().set_name("Clients").unwrap();
        clients.write(0, 0, "nom").unwrap().write(1, 0, "Rey").unwrap();
        let others = book.add_worksheet().set_name("Autres").unwrap();
        others.write(0, 0, "nom").unwrap().write(1, 0, "Joly").unwrap().write(2, 0, "Roux").unwrap();
    });
    let desk = Desk::new();
    let path = desk.file("clients.xlsx", &content);
    let seen = preview(&path, &ImportOptions::default()).unwrap();
    assert_eq!((seen.sheet.as_deref(), seen.rows), (Some("Clients"), 1));
    assert_eq!(seen.sheets, ["Vide", "Caché", "Clients", "Autres"]);
    let other = ImportOptions { sheet: Some("Autres".to_owned()), ..ImportOptions::default() };
    assert_eq!(preview(&path, &other).unwrap().rows, 2);
}

#[test]
fn a_cell_at_the_far_end_of_a_sheet_takes_no_room() {
    let content = book(|book| {
        let sheet = book.add_worksheet();
        sheet.write(0, 0, "nom").unwrap().write(1, 0, "Rey").unwrap();
        sheet.write(1_048_575, 16_383, "loin").unwrap();
    });
    let mut desk = Desk::new();
    let path = desk.file("clients.xlsx", &content);
    let report = desk.import_path(&path);
    assert_eq!((report.imported, reasons(&report)), (1, vec!["too_many_cells ×1".to_owned()]));
    assert!(rejected(&report).contains(";1048576;"));
}

#[test]
fn an_empty_or_damaged_workbook_is_said_to_be_so() {
    let mut desk = Desk::new();
    let empty = book(|book| {
        book.add_worksheet();
    });
    assert!(matches!(desk.refused(&empty), Error::ImportEmpty));
    let full = book(|book| {
        book.add_worksheet().write(0, 0, "nom").unwrap().write(1, 0, "Rey").unwrap();
    });
    for length in [full.len() / 4, full.len() / 2, full.len() - 30] {
        assert!(matches!(desk.refused(&full[..length]), Error::ImportNotATable), "cut at {length}");
    }
}

/// Made with other programs' writers: an Excel 97 file by xlwt, an OpenDocument sheet by odfpy. One blank row each.
#[test]
fn older_and_open_workbooks_say_the_same() {
    for name in ["clients.xls", "clients.ods"] {
        let content = std::fs::read(format!("{}/fixtures/imports/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let mut desk = Desk::new();
        let path = desk.file(name, content);
        let report = desk.import_path(&path);
        assert_eq!((report.imported, report.rejects_path), (2, None), "{name}");
        assert_eq!(desk.names(), ["Lœuillet Mélanie", "Joly Luc"], "{name}");
        let melanie = &desk.clients()[0];
        assert_eq!([&melanie.client.postcode, &melanie.client.mobile], ["74000", "06 39 98 12 34"], "{name}");
        assert_eq!((melanie.inactive.is_some(), melanie.updated_at), (true, 1_531_915_200_000), "{name}");
    }
}
