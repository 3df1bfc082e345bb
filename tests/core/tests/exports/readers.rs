//! Exported lists read by the programs that others read them with: Python's csv, openpyxl, vobject, pdftotext, and LibreOffice where it is
//! asked for. `cargo xtask test` installs them; `cargo xtask test --libreoffice` also installs LibreOffice and asks it.

use std::path::{Path, PathBuf};
use std::process::Command;

use ecrin_core::clients::{ClientField as F, ClientInput};
use ecrin_core::consents::{Channel, Purpose};
use ecrin_core::exports::{CsvEncoding, ExportForm};
use ecrin_core::lists::ListField;
use ecrin_core::print::LabelSheet;
use serde_json::{Value, json};

use super::{CSV, Office, everybody, fields, to_contact};

/// The Python that has what reads lists, made by xtask in the target folder.
fn python() -> PathBuf {
    let own = std::env::current_exe().unwrap();
    let python = own.ancestors().map(|folder| folder.join("python/bin/python")).find(|python| python.exists());
    python.expect("a Python with what reads lists: `cargo xtask test` makes it")
}

/// What a reader says of a file.
fn read(reader: &str, file: &Path, more: &[&str]) -> Value {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../exports/read.py");
    let output = Command::new(python()).arg("-I").arg(script).arg(reader).arg(file).args(more).output().unwrap();
    assert!(output.status.success(), "{reader}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// What another program says; it must be installed.
fn said(program: &str, arguments: &[&str], folder: &Path) -> String {
    let output = Command::new(program).args(arguments).current_dir(folder).output();
    let output = output.unwrap_or_else(|error| panic!("{program} is needed, `cargo xtask test` installs it: {error}"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Laura, and somebody whose every cell is a trap.
fn office() -> Office {
    let mut office = Office::with_two();
    let odd = ClientInput {
        civility: "M.".into(),
        last_name: "=HYPERLINK(\"x\")".into(),
        first_name: "Anne; \"dite\" Nina".into(),
        company: "@SUM(A1)".into(),
        postcode: "01000".into(),
        town: "Œuilly-l’Étang".into(),
        mobile: "+41 79 123 45 67".into(),
        phone: "01 99 00 71 10".into(),
        ..ClientInput::default()
    };
    office.shop.shop().create_client(&odd).unwrap();
    office
}

const COLUMNS: [F; 7] = [F::LastName, F::FirstName, F::Company, F::Postcode, F::Town, F::Phone, F::Mobile];

#[test]
fn pythons_csv_reads_every_cell() {
    let mut office = office();
    office.export("clients.csv", CSV, everybody(&fields(COLUMNS)));
    let expected = json!([
        ["DUPONT", "Laura", "", "19200", "USSEL", "", "06 39 98 71 10"],
        ["REY", "Léa", "", "63000", "CLERMONT-FERRAND", "", "06 39 98 71 11"],
        // An apostrophe keeps a spreadsheet from running it.
        [
            "'=HYPERLINK(\"x\")",
            "Anne; \"dite\" Nina",
            "'@SUM(A1)",
            "01000",
            "Œuilly-l’Étang",
            "01 99 00 71 10",
            "'+41 79 123 45 67"
        ],
    ]);
    let names = ["Nom", "Prénom", "Société", "CP", "Ville", "Téléphone", "Portable"];
    let cells = |rows: Value| -> Value {
        let of = |row: &Value| names.iter().map(|name| row[*name].clone()).collect::<Value>();
        rows.as_array().unwrap().iter().map(of).collect()
    };
    let rows = read("csv", &office.file("clients.csv"), &[]);
    assert_eq!(rows[0].as_object().unwrap().len(), 8);
    assert_eq!(rows[0]["Export Écrin : à ne pas utiliser pour la prospection"], "");
    assert_eq!(cells(rows), expected);
    let form = ExportForm::Csv { encoding: CsvEncoding::Windows1252 };
    office.export("occidental.csv", form, everybody(&fields(COLUMNS)));
    assert_eq!(cells(read("csv", &office.file("occidental.csv"), &["cp1252"])), expected);
}

#[test]
fn openpyxl_finds_typed_cells_under_headings_that_stay_in_sight_and_filter() {
    let mut office = office();
    let columns = [vec![ListField::Number], fields(COLUMNS), vec![ListField::CreatedAt]].concat();
    office.export("clients.xlsx", ExportForm::Xlsx, everybody(&columns));
    let book = read("xlsx", &office.file("clients.xlsx"), &[]);
    assert_eq!(book["sheets"], json!(["Pas de prospection"]));
    assert_eq!((&book["frozen"], &book["filter"]), (&"A2".into(), &"A1:J4".into()));
    assert_eq!(book["rows"][0][9]["value"], "Usage (Écrin) : à ne pas utiliser pour la prospection");
    let cell = |row: usize, column: usize| {
        let cell = &book["rows"][row][column];
        (cell["type"].as_str().unwrap().to_owned(), cell["value"].clone(), cell["guarded"] == true)
    };
    assert_eq!(cell(1, 0), ("n".into(), json!(1), false));
    assert_eq!(cell(1, 4), ("s".into(), "19200".into(), false), "a postcode is text");
    assert_eq!(cell(1, 7), ("s".into(), "06 39 98 71 10".into(), false), "a telephone number is text");
    assert_eq!(cell(1, 8), ("d".into(), "2026-11-24".into(), false), "a day is a date");
    assert_eq!(cell(3, 4), ("s".into(), "01000".into(), false));
    assert_eq!(cell(3, 1), ("s".into(), "=HYPERLINK(\"x\")".into(), true), "text that stays text when it is edited");
    assert_eq!(cell(3, 7), ("s".into(), "+41 79 123 45 67".into(), true));
    assert_eq!(book["rows"].as_array().unwrap().len(), 4);
}

#[test]
fn vobject_reads_every_card() {
    let mut office = office();
    office.export("clients.vcf", ExportForm::Vcard, everybody(&[ListField::Number]));
    let cards = read("vcard", &office.file("clients.vcf"), &[]);
    assert_eq!(cards.as_array().unwrap().len(), 3);
    let value = |card: usize, name: &str| cards[card][name][0]["value"].clone();
    assert_eq!((value(0, "version"), value(0, "fn")), ("4.0".into(), "Mme Laura DUPONT".into()));
    assert_eq!(value(0, "n"), json!(["DUPONT", "Laura", "", "Mme", ""]));
    assert_eq!(value(0, "adr"), json!(["1 rue du Four", "USSEL", "19200", ""]));
    assert_eq!((value(0, "tel"), value(0, "email")), ("tel:+33639987110".into(), "laura@boutique.example".into()));
    assert_eq!(value(2, "n"), json!(["=HYPERLINK(\"x\")", "Anne; \"dite\" Nina", "", "M.", ""]));
    assert_eq!(value(2, "adr"), json!(["", "Œuilly-l’Étang", "01000", ""]));
    let numbers: Vec<&Value> = cards[2]["tel"].as_array().unwrap().iter().map(|tel| &tel["value"]).collect();
    assert_eq!(numbers, ["tel:+41791234567", "tel:+33199007110"]);
}

#[test]
fn pdftotext_reads_lists_and_labels() {
    let mut office = Office::new();
    for number in 1..=90 {
        office.shop.client(&format!("DUPONT{number} Laura, 19200 Saint-Étienne, 06 39 98 71 10"));
    }
    let columns = [vec![ListField::Number], fields([F::LastName, F::Town, F::Mobile])].concat();
    office.export("liste.pdf", ExportForm::Pdf, everybody(&columns));
    let text = said("pdftotext", &["-layout", "liste.pdf", "-"], office.folder.path());
    let pages: Vec<&str> = text.split('\u{c}').filter(|page| !page.trim().is_empty()).collect();
    assert!(pages.len() > 1);
    for (index, page) in pages.iter().enumerate() {
        assert!(page.contains("N° client") && page.contains("Portable"), "headings come back: {page}");
        assert!(page.contains(&format!("page {} sur {}", index + 1, pages.len())), "{page}");
        assert!(page.contains("à ne pas utiliser pour la prospection"), "{page}");
    }
    for number in 1..=90 {
        assert!(text.contains(&format!("DUPONT{number} ")), "{number}");
    }
    for client in 1..=90 {
        office.shop.edit(client, |input| input.address_1 = "1 rue du Four".into());
        office.shop.grant(client, Channel::Postal, &[Purpose::Commercial], "Accord écrit");
    }
    let form = ExportForm::Labels { sheet: LabelSheet::ThreeByEight, start: 23 };
    office.export("etiquettes.pdf", form, to_contact(Channel::Postal, Purpose::Commercial, &columns));
    let text = said("pdftotext", &["-layout", "etiquettes.pdf", "-"], office.folder.path());
    let pages: Vec<usize> = text.split('\u{c}').map(|page| page.matches("19200 SAINT ETIENNE").count()).collect();
    assert_eq!(pages, [2, 24, 24, 24, 16, 0], "two labels were left on the first sheet");
}

#[test]
#[cfg(feature = "libreoffice")]
fn libreoffice_reads_tables_and_runs_nothing() {
    let mut office = office();
    let columns = [fields(COLUMNS), vec![ListField::CreatedAt]].concat();
    for (name, form) in [("clients.csv", CSV), ("classeur.xlsx", ExportForm::Xlsx)] {
        office.export(name, form, everybody(&columns));
        let profile = format!("-env:UserInstallation=file://{}", office.file("profil").display());
        let mut options = vec!["--headless", &profile, "--convert-to", "fods", name];
        if name == "clients.csv" {
            // Semicolons, quotation marks, UTF-8, from the first line, columns as a spreadsheet guesses them.
            options.push("--infilter=CSV:59,34,76,1,,0,false,true");
        }
        said("soffice", &options, office.folder.path());
        let converted = office.file(name).with_extension("fods");
        let sheet = std::fs::read_to_string(converted).unwrap();
        assert!(!sheet.contains("table:formula"), "{name} runs something");
        for cell in ["DUPONT", "=HYPERLINK(", "@SUM(A1)", "Œuilly-l’Étang", "+41 79 123 45 67", "2026-11-24"] {
            assert!(sheet.contains(cell), "{name}: {cell}");
        }
        if name == "classeur.xlsx" {
            assert!(sheet.contains(">01000<") && sheet.contains("office:date-value=\"2026-11-24\""), "{name}");
        }
    }
}
