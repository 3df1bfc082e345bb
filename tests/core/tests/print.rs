//! Printed documents, read back from the PDF by another library: what is written is what can be read, copied and heard.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use ecrin_core::print::{Block, Column, Document, Fact, Language, Lettering, Table, render};
use lopdf::{Dictionary, Object};

fn document(language: Language, blocks: Vec<Block>) -> Document {
    Document {
        title: "Attestation de consentement".to_owned(),
        author: "Maison Vaurelle".to_owned(),
        language,
        created_at: 1_537_252_560_000,
        footer: Some("12 rue des Orfèvres, 19200 USSEL".to_owned()),
        blocks,
    }
}

fn rows(count: usize) -> Block {
    let columns =
        vec![Column::new("Client", 2.0), Column::new("Email", 2.0), Column::new("Empreinte", 2.0).fingerprints()];
    let row =
        |number| vec![format!("DUPONT Laura {number}"), format!("laura.{number}@poste.example"), "9f3c41d0".to_owned()];
    Block::Table(Table { columns, rows: (1..=count).map(row).collect(), when_empty: String::new(), fitted: false })
}

/// The file as it was written to the disk and read from there.
fn reread(document: &Document) -> lopdf::Document {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("document.pdf");
    std::fs::write(&path, render(document).unwrap()).unwrap();
    lopdf::Document::load(path).unwrap()
}

/// The words of a page, in the order of the file, whatever separates them.
fn words(pdf: &lopdf::Document, page: u32) -> String {
    let text = pdf.extract_text(&[page]).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn dictionary<'a>(pdf: &'a lopdf::Document, object: &'a Object) -> &'a Dictionary {
    pdf.dereference(object).unwrap().1.as_dict().unwrap()
}

#[test]
fn the_text_reads_in_order_with_its_accents() {
    let fact =
        |label: &str, value: &str, lettering| Fact { label: label.to_owned(), value: value.to_owned(), lettering };
    let pdf = reread(&document(
        Language::French,
        vec![
            Block::Title("Attestation de consentement".to_owned()),
            Block::Facts(vec![
                fact("Client", "Mlle ŞAHİN Łucja, Nguyễn, œuvre", Lettering::Text),
                fact("Empreinte", "9f3c41d07b2a88e0", Lettering::Fingerprint),
            ]),
            Block::Quote("« J’accepte de recevoir\u{a0}: 1\u{202f}234\u{a0}€ … ✓ »".to_owned()),
            rows(1),
        ],
    ));
    assert_eq!(
        words(&pdf, 1),
        "Maison Vaurelle Attestation de consentement Client Mlle ŞAHİN Łucja, Nguyễn, œuvre Empreinte 9f3c 41d0 7b2a 88e0 \
         « J’accepte de recevoir : 1 234 € … ✓ » Client Email Empreinte DUPONT Laura 1 laura.1@poste.example 9f3c 41d0 \
         Maison Vaurelle · Attestation de consentement page 1 sur 1 12 rue des Orfèvres, 19200 USSEL"
    );
}

#[test]
fn a_character_that_the_fonts_lack_can_still_be_copied() {
    let pdf = reread(&document(Language::French, vec![Block::Paragraph("avant 漢 après".to_owned())]));
    assert!(words(&pdf, 1).contains("avant 漢 après"), "{}", words(&pdf, 1));
}

#[test]
fn each_page_has_the_column_headings_and_its_number() {
    let pdf = reread(&document(Language::English, vec![rows(100)]));
    let pages = u32::try_from(pdf.get_pages().len()).unwrap();
    assert!(pages > 2);
    for page in 1..=pages {
        let words = words(&pdf, page);
        assert!(words.contains("Client Email Empreinte DUPONT"), "{words}");
        assert!(words.contains(&format!("page {page} of {pages}")), "{words}");
    }
}

#[test]
fn the_file_says_what_it_is_and_in_which_language() {
    let pdf = reread(&document(Language::French, vec![Block::Title("Attestation".to_owned())]));
    let info = dictionary(&pdf, pdf.trailer.get(b"Info").unwrap());
    let title = lopdf::decode_text_string(info.get(b"Title").unwrap()).unwrap();
    assert_eq!(title, "Attestation de consentement");
    let made = info.get(b"CreationDate").unwrap().as_str().unwrap();
    assert!(made.starts_with(b"D:20180918063600"), "{}", String::from_utf8_lossy(made));
    let catalog = pdf.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"fr");
}

#[test]
fn a_screen_reader_finds_headings_quotations_and_the_cells_of_tables() {
    let blocks = vec![
        Block::Title("Attestation".to_owned()),
        Block::Heading("Ce qui a été dit".to_owned()),
        Block::Quote("« Oui »".to_owned()),
        rows(3),
    ];
    let pdf = reread(&document(Language::French, blocks));
    let marked = dictionary(&pdf, pdf.catalog().unwrap().get(b"MarkInfo").unwrap());
    assert!(marked.get(b"Marked").unwrap().as_bool().unwrap());
    let kinds: BTreeSet<String> = pdf
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok()?.get(b"S").ok()?.as_name().ok())
        .map(|name| String::from_utf8_lossy(name).into_owned())
        .collect();
    for kind in ["H1", "H2", "P", "BlockQuote", "Table", "THead", "TBody", "TR", "TH", "TD"] {
        assert!(kinds.contains(kind), "{kind} is not among {kinds:?}");
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let one = document(Language::French, vec![Block::Title("Attestation".to_owned()), rows(60)]);
    assert!(render(&one).unwrap() == render(&one).unwrap());
    let later = Document { created_at: one.created_at + 1_000, ..one.clone() };
    assert!(render(&one).unwrap() != render(&later).unwrap());
}

#[test]
fn ten_thousand_rows_are_written_in_seconds() {
    let start = Instant::now();
    let file = render(&document(Language::French, vec![rows(10_000)])).unwrap();
    let took = start.elapsed();
    let pdf = lopdf::Document::load_mem(&file).unwrap();
    let pages = u32::try_from(pdf.get_pages().len()).unwrap();
    assert!(words(&pdf, pages).contains("laura.10000@poste.example"));
    // Without optimisation, on a machine that does other things too; a quadratic step would take minutes.
    assert!(took < Duration::from_secs(60), "{took:?}");
}
