//! Letters survive, whatever the file was written with.

use encoding_rs::WINDOWS_1252;

use super::{Desk, notes, reasons, request};

const TABLE: &str = "civilite;nom;prenom;ville\r\nMme;Lœuillet;Mélanie;Saint-Étienne\r\nM.;Malmér;Noël;Œuilly\r\n";

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn every_usual_encoding_gives_the_same_clients() {
    let cp1252 = WINDOWS_1252.encode(TABLE).0.into_owned();
    let files: [(&str, Vec<u8>); 5] = [
        ("UTF-8", TABLE.as_bytes().to_vec()),
        ("UTF-8", [b"\xEF\xBB\xBF", TABLE.as_bytes()].concat()),
        ("windows-1252", cp1252),
        ("UTF-16LE", utf16(&format!("\u{FEFF}{TABLE}"))),
        ("UTF-16LE", utf16(TABLE)),
    ];
    for (encoding, content) in files {
        let mut desk = Desk::new();
        let preview = desk.preview(&content).unwrap();
        assert_eq!(preview.encoding.as_deref(), Some(encoding));
        assert_eq!(preview.columns[0].header, "civilite");
        desk.import(&content);
        assert_eq!(desk.names(), ["Lœuillet Mélanie", "Malmér Noël"], "{encoding}");
        assert_eq!(desk.clients()[1].client.town, "Œuilly");
    }
}

#[test]
fn two_encodings_in_one_file_are_each_read_and_noted_with_their_lines() {
    let mut desk = Desk::new();
    let mut content = TABLE.as_bytes().to_vec();
    content.extend_from_slice(b"M.;Fern\xE9y;Am\xE9lie;N\xEEmes\r\n");
    content.extend_from_slice("Mme;Rémy;Anaïs;Évry\r\n".as_bytes());
    content.extend_from_slice(b"M.;Joly;Andr\xE9;Lyon\r\nM.;Rey;Luc;Lyon\r\n");
    let report = desk.import(&content);
    assert_eq!(
        desk.names(),
        ["Lœuillet Mélanie", "Malmér Noël", "Fernéy Amélie", "Rémy Anaïs", "Joly André", "Rey Luc"]
    );
    assert_eq!(notes(&report.notes), ["mixed_encoding ×2: [4, 6]"]);
    assert_eq!(notes(&desk.preview(&content).unwrap().notes), ["mixed_encoding ×2: [4, 6]"]);
}

#[test]
fn the_person_may_say_the_encoding() {
    let mut desk = Desk::new();
    let path = desk.file("clients.csv", b"nom;prenom\nNov\xE1k;Ji\xF8\xED\n");
    let mut request = request(&path).unwrap();
    request.options.encoding = Some("windows-1250".to_owned());
    desk.run(&request).unwrap();
    assert_eq!(desk.names(), ["Novák Jiří"]);
}

#[test]
fn half_a_character_is_rejected_rather_than_replaced() {
    let mut desk = Desk::new();
    let mut content = utf16("\u{FEFF}nom;prenom\nRey;L");
    content.extend([0x3D, 0xD8]); // the first half of a pair
    content.extend(utf16("a\nJoly;Luc\n"));
    let report = desk.import(&content);
    assert_eq!((report.imported, reasons(&report)), (1, vec!["encoding_unreadable ×1".to_owned()]));
}

#[test]
fn a_letter_that_was_lost_before_is_noted() {
    let mut desk = Desk::new();
    let report = desk.import("nom;prenom\nRey;L\u{FFFD}a\n");
    assert_eq!(notes(&report.notes), ["damaged_character ×1: [2]"]);
    assert_eq!(desk.names(), ["Rey L\u{FFFD}a"]);
}
