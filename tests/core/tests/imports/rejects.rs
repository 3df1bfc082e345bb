//! The file of rejects: complete, harmless in a spreadsheet, correctable and importable again.

use expect_test::expect;

use super::{Desk, reasons, rejected, request};

#[test]
fn no_rejects_no_file() {
    let mut desk = Desk::new();
    assert_eq!(desk.import("nom\nRey\n").rejects_path, None);
    assert_eq!(desk.files(), ["clients.csv"]);
}

#[test]
fn the_original_columns_come_first_and_in_their_order() {
    let mut desk = Desk::new();
    let report = desk.import("email;consentement;nom\nn/a;oui;\"Rey; fils\"\nx@y.example;non;Joly\n");
    expect![[r#"
        email;consentement;nom;Ligne;Motif
        n/a;oui;"Rey; fils";2;Colonne « email » : adresse e-mail mal formée : la corriger ou vider la cellule.
    "#]]
    .assert_eq(&rejected(&report));
    assert_eq!(desk.files(), ["clients-rejets.csv", "clients.csv"]);
}

#[test]
fn corrected_rows_come_in_when_the_file_is_imported_again() {
    let mut desk = Desk::new();
    let first = desk.import("nom;email;motif;inactif\nRey;n/a;parti;oui\nJoly;@;;non\nMonnier;z@monnier.example;;\n");
    assert_eq!((first.imported, first.rejected), (1, 2));
    let corrected =
        std::fs::read_to_string(first.rejects_path.as_ref().unwrap()).unwrap().replace("n/a", "lea@rey.example");
    let path = desk.file("clients-rejets.csv", corrected);
    let again = desk.import_path(&path);
    assert_eq!((again.rows, again.imported, reasons(&again)), (2, 1, vec!["email_malformed ×1".to_owned()]));
    assert_eq!(desk.names(), ["Monnier", "Rey"]);
    assert_eq!(
        desk.clients()[1].inactive.as_ref().unwrap().reason,
        "parti",
        "the file's own « motif » is not taken for the reason"
    );
    assert!(again.rejects_path.as_ref().unwrap().ends_with("clients-rejets-2.csv"));
    expect![[r"
        nom;email;motif;inactif;Ligne;Motif
        Joly;'@;;non;3;Colonne « email » : adresse e-mail mal formée : la corriger ou vider la cellule.
    "]]
    .assert_eq(&rejected(&again));
}

#[test]
fn formulas_are_harmless_and_come_back_as_they_were() {
    let mut desk = Desk::new();
    let first = desk.import("nom;prenom;portable;email;note\n=HYPERLINK(\"x\");@lea;+33 6 39 98 12 34;n/a;'-1\n");
    let text = rejected(&first);
    expect![[r#"
        nom;prenom;portable;email;note;Ligne;Motif
        "'=HYPERLINK(""x"")";'@lea;'+33 6 39 98 12 34;n/a;''-1;2;Colonne « email » : adresse e-mail mal formée : la corriger ou vider la cellule.
    "#]]
    .assert_eq(&text);
    let path = desk.file("corrigé.csv", text.replace("n/a", ""));
    assert_eq!(desk.import_path(&path).imported, 1);
    let client = &desk.clients()[0].client;
    assert_eq!(
        [&client.last_name, &client.first_name, &client.mobile],
        ["=HYPERLINK(\"x\")", "@lea", "06 39 98 12 34"]
    );
}

#[test]
fn importing_the_rejects_uncorrected_rejects_the_same_cells() {
    let mut desk = Desk::new();
    let table = "nom;email\n\"a\nb\";n/a\n\"Le \"Bistrot\" du coin\";x\n  Rey  ;  =@  \nA;;;trop\n;\n ;vide@\u{301}\n";
    let first = desk.import(table);
    let again = {
        let path = desk.file("tour-2.csv", std::fs::read(first.rejects_path.as_ref().unwrap()).unwrap());
        desk.import_path(&path)
    };
    let cells = |text: &str| -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').flexible(true).from_reader(text.as_bytes());
        reader
            .records()
            .map(|row| {
                row.unwrap()
                    .iter()
                    .enumerate()
                    .filter(|&(at, _)| at != 2 && at != 3)
                    .map(|(_, cell)| cell.to_owned())
                    .collect()
            })
            .collect()
    };
    assert_eq!((first.imported, again.imported), (0, 0));
    assert_eq!(again.rejected, first.rejected);
    // A line whose quotes were broken is a table row now, so its reason may change; its cells do not.
    assert_eq!(cells(&rejected(&again)), cells(&rejected(&first)));
}

#[test]
fn nothing_is_ever_overwritten() {
    let mut desk = Desk::new();
    let mine = desk.file("clients-rejets.csv", "à moi");
    let also_mine = desk.file("clients-rejets-2.csv", "à moi aussi");
    let report = desk.import("nom;email\nRey;n/a\n");
    assert!(report.rejects_path.unwrap().ends_with("clients-rejets-3.csv"));
    assert_eq!(std::fs::read_to_string(mine).unwrap(), "à moi");
    assert_eq!(std::fs::read_to_string(also_mine).unwrap(), "à moi aussi");
    assert!(!desk.files().iter().any(|name| name.contains(".part")));
}

#[test]
fn what_an_interrupted_import_left_behind_disappears_with_the_next() {
    let mut desk = Desk::new();
    let left = desk.file(".clients-rejets.csv.1.part", "Rey;06 39 98 12 34".repeat(100));
    let report = desk.import("nom;email\nRey;n/a\n");
    assert!(!left.exists());
    assert_eq!(rejected(&report).lines().count(), 2);
    // One that is being written by another import is left alone.
    let other = desk.file(".clients-rejets.csv.1.part", "Joly");
    let writing = std::fs::OpenOptions::new().write(true).open(&other).unwrap();
    writing.lock().unwrap();
    desk.import("nom;email\nRey;n/a\n");
    assert_eq!(std::fs::read_to_string(&other).unwrap(), "Joly");
}

#[test]
fn a_source_without_header_gets_names_that_are_known_again() {
    let mut desk = Desk::new();
    let path = desk.file("clients.csv", "Rey;Léa;lea@rey.example\nJoly;Luc;luc@joly.example\nMonnier;Zoé;zoe @ monnier.example\nGoff;Max;max@goff.example\nRoux;Ida;ida@roux.example\n");
    let mut request = request(&path).unwrap();
    request.mapping[0] = Some(ecrin_core::imports::ImportField::LastName);
    let report = desk.run(&request).unwrap();
    assert_eq!(rejected(&report).lines().next(), Some("Nom;Colonne 2;Email;Ligne;Motif"));
    let corrected = rejected(&report).replace("zoe @ monnier", "zoe@monnier");
    let path = desk.file("corrigé.csv", corrected);
    let again = desk.import_path(&path);
    assert_eq!(again.imported, 1);
    let last = desk.clients().pop().unwrap();
    assert_eq!(last.client.email, "zoe@monnier.example");
    assert!(last.inactive.is_none(), "« Motif » is why the row was rejected, not why the client is inactive");
}
