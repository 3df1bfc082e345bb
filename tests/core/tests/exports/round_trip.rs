//! A list that was exported is imported again as it was, whatever its cells begin with.

use ecrin_core::clients::{ClientField as F, ClientInput, ContactType};
use ecrin_core::exports::{CsvEncoding, ExportForm};
use ecrin_core_tests::TestShop;
use ecrin_core_tests::imports::{import, request};

use super::{CSV, Office, everybody, fields};

/// Everything that is in a record.
const ALL: [F; 16] = [
    F::Civility,
    F::LastName,
    F::FirstName,
    F::Company,
    F::Address1,
    F::Address2,
    F::Address3,
    F::Postcode,
    F::Town,
    F::Country,
    F::Email,
    F::Phone,
    F::Mobile,
    F::Origins,
    F::Type,
    F::Professional,
];

/// What spreadsheets and readers of CSV could get wrong.
const ODD: [&str; 16] = [
    "=1+1",
    "+33 DUPONT",
    "-2",
    "@SUM(A1)",
    "'=déjà marqué",
    "''-deux",
    "'",
    "l'Isle",
    "a;b",
    "dit \"le Petit\"",
    "00123",
    "1e5",
    "VRAI",
    "31/12/2018",
    "Łukasz ❤ 漢",
    "\"",
];

fn odd_clients() -> Vec<ClientInput> {
    let mut clients: Vec<ClientInput> = (ODD.iter())
        .map(|odd| ClientInput {
            last_name: (*odd).into(),
            first_name: format!("{odd} x"),
            company: "Atelier".into(),
            address_1: (*odd).into(),
            postcode: "01000".into(),
            town: "=BOURG".into(),
            origins: "vitrine, @salon".into(),
            professional: true,
            ..ClientInput::default()
        })
        .collect();
    clients.push(ClientInput {
        last_name: "DUPONT".into(),
        phone: "+41 79 123 45 67".into(),
        mobile: "-06 39 98 (le soir)".into(),
        email: "laura@boutique.example".into(),
        country: "Suisse".into(),
        r#type: ContactType::PayePar,
        ..ClientInput::default()
    });
    clients
}

/// The clients of a file, imported into a new shop; columns as they are recognised.
fn imported(path: &std::path::Path) -> Vec<ClientInput> {
    let mut shop = TestShop::at("2026-11-24T11:00");
    assert_eq!(request(path).unwrap().mapping.iter().flatten().count(), ALL.len(), "every column is recognised");
    let report = import(shop.shop(), path).unwrap();
    assert_eq!((report.rejected, report.imported), (0, odd_clients().len() as u64));
    let ignored = report.notes.iter().any(|note| note.code == "columns_ignored");
    assert!(!ignored, "the column that says what the list is for is known");
    (1..=report.imported).map(|number| shop.record(i64::try_from(number).unwrap()).client).collect()
}

#[test]
fn every_cell_comes_back_as_it_was() {
    let mut office = Office::new();
    for client in odd_clients() {
        office.shop.shop().create_client(&client).unwrap();
    }
    let exported: Vec<ClientInput> =
        (1..=odd_clients().len()).map(|number| office.shop.record(i64::try_from(number).unwrap()).client).collect();
    for (name, form) in [("clients.csv", CSV), ("clients.xlsx", ExportForm::Xlsx)] {
        office.export(name, form, everybody(&fields(ALL)));
        assert_eq!(imported(&office.file(name)), exported, "{name}");
    }
    let text = office.text("clients.csv");
    assert!(text.contains("\r\n;'=1+1;") && text.contains(";'''-deux;"), "{text}");
}

#[test]
fn windows_1252_comes_back_but_for_what_it_lacks() {
    let mut office = Office::new();
    for client in odd_clients() {
        office.shop.shop().create_client(&client).unwrap();
    }
    let form = ExportForm::Csv { encoding: CsvEncoding::Windows1252 };
    let report = office.export("clients.csv", form, everybody(&fields(ALL)));
    assert_eq!(report.replaced.len(), 3, "Ł, ❤ and 漢: {:?}", report.replaced);
    let back = imported(&office.file("clients.csv"));
    for (number, client) in (1..).zip(back) {
        let kept = office.shop.record(number).client;
        if kept.last_name.starts_with('Ł') {
            assert_eq!(client.last_name, "?ukasz ? ?");
        } else {
            assert_eq!(client, kept);
        }
    }
}

#[test]
fn a_csv_file_of_somebody_else_is_read_by_the_letter() {
    let mut office = Office::new();
    let path = office.file("autre.csv");
    std::fs::write(&path, "Nom;Ville\r\n'=1+1;USSEL\r\n").unwrap();
    import(office.shop.shop(), &path).unwrap();
    assert_eq!(office.shop.record(1).client.last_name, "'=1+1");
}
