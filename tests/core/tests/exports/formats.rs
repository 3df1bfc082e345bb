//! What each format holds, by the letter.

use ecrin_core::clients::ClientField as F;
use ecrin_core::consents::{Channel, Purpose};
use ecrin_core::documents::{Language, RecordLabels, record_sheet};
use ecrin_core::exports::{CsvEncoding, ExportForm};
use ecrin_core::lists::ListField;
use ecrin_core::print::LabelSheet;
use expect_test::expect;

use super::{CSV, Office, everybody, fields, to_contact};

/// All the text of a PDF, white space made one.
fn text_of(pdf: &[u8]) -> String {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    document.extract_text(&pages).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_csv_file_says_in_its_headings_what_it_may_be_used_for() {
    let mut office = Office::with_two();
    let columns = [fields([F::LastName, F::Postcode, F::Mobile, F::Type]), vec![ListField::CreatedAt]].concat();
    office.export("clients.csv", CSV, everybody(&columns));
    assert!(office.read("clients.csv").starts_with(b"\xef\xbb\xbf"));
    expect![[r"
        Nom;CP;Portable;Type;Créée le;Export Écrin : à ne pas utiliser pour la prospection
        DUPONT;19200;06 39 98 71 10;Client;2026-11-24;
        REY;63000;06 39 98 71 11;Client;2026-11-24;
    "]]
    .assert_eq(&office.text("clients.csv").replace("\r\n", "\n"));
    office.shop.grant(1, Channel::Sms, &[Purpose::Commercial], "Accord écrit");
    let mut order = office.order("sms.csv", CSV, to_contact(Channel::Sms, Purpose::Commercial, &columns[..2]));
    order.language = Language::English;
    let report = office.try_export(&order).unwrap();
    assert_eq!((report.kept, report.excluded.iter().map(|one| one.clients).sum::<u64>()), (1, 1));
    expect![[r"
        Last name;Postcode;Écrin export: for commercial SMS only
        DUPONT;19200;
    "]]
    .assert_eq(&office.text("sms.csv").replace("\r\n", "\n"));
}

#[test]
fn what_windows_1252_lacks_is_replaced_and_reported_with_the_first_record() {
    let mut office = Office::new();
    for name in ["Łukasz", "Ørsted €", "Łapiński", "Dvořák"] {
        office.shop.client(name);
    }
    let form = ExportForm::Csv { encoding: CsvEncoding::Windows1252 };
    let report = office.export("clients.csv", form, everybody(&fields([F::LastName])));
    let replaced: Vec<_> = report.replaced.iter().map(|one| (one.character.as_str(), one.count, one.client)).collect();
    assert_eq!(replaced, [("Ł", 2, 1), ("ń", 1, 3), ("ř", 1, 4)]);
    let bytes = office.read("clients.csv");
    let (text, _, damaged) = encoding_rs::WINDOWS_1252.decode(&bytes);
    assert!(!damaged && text.contains("\r\n?ukasz;") && text.contains("\r\nØrsted;") && text.contains("\r\n?api?ski;"));
    assert!(office.export("tout.csv", CSV, everybody(&fields([F::LastName]))).replaced.is_empty());
}

#[test]
fn lines_of_json_hold_codes_and_the_first_says_what_they_are() {
    let mut office = Office::with_two();
    let columns = [vec![ListField::Number], fields([F::LastName, F::Mobile, F::Phone, F::Professional])].concat();
    office.export("clients.jsonl", ExportForm::Jsonl, everybody(&columns));
    expect![[r#"
        {"form":"ecrin-list-1","at":"2026-11-24T11:00:00Z","contact":null,"use":"à ne pas utiliser pour la prospection","columns":["number","last_name","mobile","phone","professional"]}
        {"number":1,"last_name":"DUPONT","mobile":"+33639987110","phone":null,"professional":"individual"}
        {"number":2,"last_name":"REY","mobile":"+33639987111","phone":null,"professional":"individual"}
    "#]]
    .assert_eq(&office.text("clients.jsonl"));
}

#[test]
fn cards_say_that_they_may_not_be_used_unless_they_may() {
    let mut office = Office::with_two();
    office.export("tous.vcf", ExportForm::Vcard, everybody(&[ListField::Number]));
    let text = office.text("tous.vcf");
    assert_eq!(text.matches("BEGIN:VCARD\r\nVERSION:4.0\r\n").count(), 2);
    assert_eq!(text.matches("NOTE:Export Écrin : à ne pas utiliser pour la prospection\r\n").count(), 2);
    office.shop.grant(2, Channel::Mail, &[Purpose::Commercial], "Accord écrit");
    office.export("mails.vcf", ExportForm::Vcard, to_contact(Channel::Mail, Purpose::Commercial, &[ListField::Number]));
    let text = office.text("mails.vcf");
    assert!(text.contains("FN:Mme Léa REY\r\n") && !text.contains("DUPONT") && !text.contains("NOTE:"), "{text}");
}

#[test]
fn a_printed_list_says_what_it_is_on_its_first_page() {
    let mut office = Office::with_two();
    let mut order = office.order("liste.pdf", ExportForm::Pdf, everybody(&fields([F::LastName, F::Town])));
    order.title = "Clients de la vitrine".into();
    order.recipient = "Imprimerie Vaurelle".into();
    office.try_export(&order).unwrap();
    let text = text_of(&office.read("liste.pdf"));
    for expected in [
        "Clients de la vitrine",
        "Tous les clients, sans les fiches inactives",
        "à ne pas utiliser pour la prospection",
        "Vœux de fin d’année",
        "Imprimerie Vaurelle",
        "2 retenus, 0 exclus",
        "CLERMONT-FERRAND",
        "page 1 sur 1",
    ] {
        assert!(text.contains(expected), "{expected:?} in {text}");
    }
    keep("liste.pdf", &office);
}

#[test]
fn labels_hold_addresses_and_the_first_one_says_what_they_may_not_be_used_for() {
    let mut office = Office::with_two();
    let labels = |start| ExportForm::Labels { sheet: LabelSheet::ThreeByEight, start };
    office.export("etiquettes.pdf", labels(3), everybody(&[ListField::Number]));
    let text = text_of(&office.read("etiquettes.pdf"));
    for expected in
        ["à ne pas utiliser pour", "Mme Laura DUPONT", "1 rue du Four", "19200 USSEL", "63000 CLERMONT FERRAND"]
    {
        assert!(text.contains(expected), "{expected:?} in {text}");
    }
    keep("etiquettes.pdf", &office);
    office.shop.grant(1, Channel::Postal, &[Purpose::Commercial], "Accord écrit");
    let query = to_contact(Channel::Postal, Purpose::Commercial, &[ListField::Number]);
    let report = office.export("courriers.pdf", labels(24), query);
    let text = text_of(&office.read("courriers.pdf"));
    assert_eq!(report.kept, 1);
    assert!(!text.contains("prospection") && !text.contains("REY"), "{text}");
    let order = office.order("trop.pdf", labels(25), everybody(&[ListField::Number]));
    assert!(office.try_export(&order).is_err(), "a sheet has 24");
}

#[test]
fn a_record_is_printed_with_its_consents_and_its_last_answers() {
    let mut office = Office::with_two();
    office.shop.grant(1, Channel::Sms, &[Purpose::Commercial], "Accord par mail");
    office.shop.later_minutes(3).withdraw(1, Channel::Sms);
    let client = office.shop.shop().attestation(1).unwrap();
    let text = text_of(&record_sheet(&client, &RecordLabels::default(), Language::French).unwrap());
    for expected in [
        "Mme DUPONT Laura",
        "1 rue du Four",
        "06 39 98 71 10",
        "laura@boutique.example",
        "Accord par mail",
        "Arrêt d’envoi de SMS",
        "Retiré",
        "Particulier",
    ] {
        assert!(text.contains(expected), "{expected:?} in {text}");
    }
}

/// Keeps a document to be looked at, where somebody asks for pictures.
fn keep(name: &str, office: &Office) {
    if let Some(folder) = std::env::var_os("ECRIN_PICTURES") {
        std::fs::copy(office.file(name), std::path::Path::new(&folder).join(name)).unwrap();
    }
}
