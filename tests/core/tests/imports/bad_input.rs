//! Files that are broken, enormous, empty or no tables at all: a clear answer, and no row lost.

use ecrin_core::Error;
use ecrin_core::imports::{ImportField as F, ImportFormat, MAX_BYTES};

use super::{Desk, notes, reasons, rejected, request};

#[test]
fn a_broken_quote_costs_its_own_line_only() {
    let mut desk = Desk::new();
    let report = desk
        .import("nom;prenom;ville\nRey;Léa;Lyon\nJoly;\"Luc;Paris\nMonnier;Jules;Bayonne\nSalvare;Nicolas;Vannes\n");
    assert_eq!((report.rows, report.imported), (4, 3));
    assert_eq!(reasons(&report), ["unclosed_quote ×1"]);
    assert_eq!(desk.names(), ["Rey Léa", "Monnier Jules", "Salvare Nicolas"]);
    assert!(rejected(&report).contains("Joly;\"\"\"Luc\";Paris;3;"), "the line stands there as it was");
}

#[test]
fn two_stray_quotes_do_not_swallow_the_clients_between_them() {
    let mut desk = Desk::new();
    let report = desk.import("nom;prenom;ville\nA;\"Luc;Paris\nB;Léa;Lyon\nC;Zoé;Nice\nD;Max\";Metz\nE;Ève;Brest\n");
    assert_eq!((report.rows, report.imported), (5, 4));
    assert_eq!(desk.names(), ["B Léa", "C Zoé", "D Max\"", "E Ève"]);
}

#[test]
fn a_file_cut_off_inside_a_quoted_cell_loses_its_last_line_only() {
    let mut desk = Desk::new();
    let report = desk.import("nom;societe\n\"Rey\";\"Ets Rey; fils\"\n\"Joly\";\"Ets Jol");
    assert_eq!((report.imported, reasons(&report)), (1, vec!["unclosed_quote ×1".to_owned()]));
    assert_eq!(desk.names(), ["Rey Ets Rey; fils"]);
}

#[test]
fn a_nul_byte_rejects_its_row() {
    let mut desk = Desk::new();
    let report = desk.import("nom;prenom\nRey;L\0a\nJoly;Luc\n");
    assert_eq!((report.imported, reasons(&report)), (1, vec!["nul_byte ×1".to_owned()]));
    assert_eq!(desk.names(), ["Joly Luc"]);
}

#[test]
fn nothing_to_import_is_said() {
    let mut desk = Desk::new();
    for empty in ["", " \r\n\r\n", "\u{FEFF}", "nom;prenom\n", "nom;prenom\n;\n  ;\n", "sep=;\n"] {
        assert!(matches!(desk.refused(empty), Error::ImportEmpty), "{empty:?}");
    }
}

#[test]
fn without_a_header_the_person_maps_the_names() {
    let mut desk = Desk::new();
    let text = "Mme;Rey;Léa;74000;Annecy;lea@rey.example;06 39 98 12 34\nM.;Joly;Luc;69001;Lyon;;06 39 98 12 35\n";
    let preview = desk.preview(text).unwrap();
    assert!(!preview.has_header);
    assert_eq!(preview.rows, 2);
    let path = desk.file("clients.csv", text);
    let mut request = request(&path).unwrap();
    assert_eq!(
        request.mapping,
        [Some(F::Civility), None, None, Some(F::Postcode), Some(F::Town), Some(F::Email), Some(F::Mobile)],
        "what can be guessed is"
    );
    request.mapping[1] = Some(F::LastName);
    request.mapping[2] = Some(F::FirstName);
    assert_eq!(desk.run(&request).unwrap().imported, 2);
    assert_eq!(desk.names(), ["Rey Léa", "Joly Luc"]);
}

#[test]
fn three_hundred_columns() {
    let mut desk = Desk::new();
    let header: Vec<String> = (1..=299).map(|number| format!("champ_{number}")).collect();
    let cells = vec!["x"; 299];
    let text = format!("{};nom\n{};Rey\n{};Joly\n", header.join(";"), cells.join(";"), cells.join(";"));
    let preview = desk.preview(&text).unwrap();
    assert_eq!((preview.columns.len(), preview.rows), (300, 2));
    let report = desk.import(&text);
    assert_eq!((report.imported, desk.names()), (2, vec!["Rey".to_owned(), "Joly".to_owned()]));
    assert_eq!(notes(&report.notes), ["columns_ignored ×299: []"]);
}

#[test]
fn a_cell_of_ten_megabytes_rejects_its_row_and_is_kept_whole() {
    let mut desk = Desk::new();
    let cell = "a".repeat(10 << 20);
    for (open, close) in [("", ""), ("\"", "\"")] {
        let text = format!("nom;prenom;ville\nRey;Léa;Lyon\nJoly;{open}{cell}{close};Paris\nMonnier;Jules;Bayonne\n");
        let preview = desk.preview(&text).unwrap();
        assert!(serde_json::to_string(&preview).unwrap().len() < 4000, "what is shown is short");
        let report = desk.import(&text);
        assert_eq!((report.imported, reasons(&report)), (2, vec!["cell_too_long ×1".to_owned()]));
        assert!(rejected(&report).contains(&cell));
    }
}

#[test]
fn a_quoted_cell_of_ten_megabytes_of_lines_takes_no_other_row_with_it() {
    let mut desk = Desk::new();
    let cell = "une ligne\n".repeat(1 << 20);
    let report = desk.import(format!("nom;prenom;ville\nRey;Léa;Lyon\nJoly;\"{cell}\";Paris\nMonnier;Jules;Bayonne\n"));
    assert_eq!((report.rows, report.imported, reasons(&report)), (3, 2, vec!["cell_too_long ×1".to_owned()]));
}

#[test]
fn rows_that_are_too_long_are_rejected_and_short_ones_noted() {
    let mut desk = Desk::new();
    let report = desk.import("nom;prenom;ville\nRey;Léa;Lyon;74000\nJoly\nMonnier;Jules;Bayonne;;;\n;;\n");
    assert_eq!((report.rows, report.imported, reasons(&report)), (3, 2, vec!["too_many_cells ×1".to_owned()]));
    assert_eq!(notes(&report.notes), ["blank_row ×1: [5]", "short_row ×1: [3]"]);
    assert!(rejected(&report).contains("Rey;Léa;Lyon;2;La ligne a plus de cellules"));
    assert!(rejected(&report).trim_end().ends_with(";74000"), "the extra cell is kept behind the reason");
}

#[test]
fn what_is_no_table_is_refused_whatever_its_name() {
    let mut desk = Desk::new();
    let mut noise = vec![0u8; 5000];
    let mut state = 1u32;
    for byte in &mut noise {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        *byte = state.to_be_bytes()[0];
    }
    let not_tables: [&[u8]; 8] = [
        b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n",
        b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR",
        b"PK\x03\x04 this is no workbook",
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 nor is this",
        b"SQLite format 3\0aaaa",
        b"<!DOCTYPE html><table><tr><td>nom</td></tr></table>",
        b"{\\rtf1\\ansi nom;prenom}",
        &noise,
    ];
    for content in not_tables {
        assert!(matches!(desk.refused(content), Error::ImportNotATable), "{:?}", &content[..8]);
        let path = desk.file("clients.xlsx", content);
        assert!(matches!(request(&path).unwrap_err(), Error::ImportNotATable), "{:?}", &content[..8]);
    }
    let folder = desk.folder.path().to_owned();
    assert!(matches!(request(&folder).unwrap_err(), Error::ImportNotATable | Error::ReadOnly));
    assert!(matches!(request(&folder.join("absent.csv")).unwrap_err(), Error::FileMissing));
}

#[test]
fn a_file_beyond_a_gibibyte_is_refused_before_it_is_read() {
    let desk = Desk::new();
    let path = desk.file("clients.csv", "nom\n");
    let file = std::fs::OpenOptions::new().write(true).open(&path).unwrap();
    file.set_len(MAX_BYTES as u64 + 1).unwrap(); // sparse: it takes no room on the disk
    assert!(matches!(request(&path).unwrap_err(), Error::ImportTooLarge));
}

#[test]
fn the_separator_a_spreadsheet_declares_is_used() {
    let mut desk = Desk::new();
    let preview = desk.preview("sep=|\r\nnom|prenom\r\nRey|Léa;Lou\r\n").unwrap();
    assert_eq!((preview.separator.as_deref(), preview.rows, preview.format), (Some("|"), 1, ImportFormat::Csv));
    desk.import("sep=|\r\nnom|prenom\r\nRey|Léa;Lou\r\n");
    assert_eq!(desk.names(), ["Rey Léa;Lou"]);
}

#[test]
fn old_macintosh_line_ends() {
    let mut desk = Desk::new();
    assert_eq!(desk.import("nom;prenom\rRey;Léa\rJoly;Luc\r").imported, 2);
    assert_eq!(desk.names(), ["Rey Léa", "Joly Luc"]);
}

#[test]
fn titles_above_the_table_are_noted() {
    let mut desk = Desk::new();
    let report = desk.import("Fichier clients\n\nnom;prenom;ville\nRey;Léa;Lyon\n");
    assert_eq!((report.imported, notes(&report.notes)), (1, vec!["lines_before_header ×1: [1]".to_owned()]));
}
