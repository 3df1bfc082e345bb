//! Lines and pages, looked at before they are written.

use super::lines::wrap;
use super::sheet::{Belongs, Mark, Role, Sheet};
use super::style::{BODY, CELL, FINGERPRINT, MARGIN, SIDEWAYS, Style, UPRIGHT};
use super::typeface::{Typefaces, grouped, prepare};
use super::{Align, Block, Column, Document, Fact, Language, Lettering, Table, block, render, render_while};
use crate::Error;

fn document(blocks: Vec<Block>) -> Document {
    let (title, author) = ("Essai".to_owned(), "Maison Vaurelle".to_owned());
    Document { title, author, language: Language::French, created_at: 1_537_252_560_000, footer: None, blocks }
}

fn table(columns: &[&str], rows: Vec<Vec<String>>) -> Block {
    let columns = columns.iter().map(|header| Column::new(*header, 1.0)).collect();
    Block::Table(Table { columns, rows, when_empty: "Aucune ligne".to_owned(), fitted: false })
}

fn fitted(columns: &[&str], rows: Vec<Vec<String>>) -> Block {
    match table(columns, rows) {
        Block::Table(table) => Block::Table(Table { fitted: true, ..table }),
        other => other,
    }
}

fn rows(count: usize) -> Vec<Vec<String>> {
    (1..=count).map(|number| vec![format!("ligne {number}"), "06 39 98 71 10".to_owned()]).collect()
}

fn broken(text: &str, width: f32) -> Vec<String> {
    let typefaces = Typefaces::load().unwrap();
    let lines = wrap(&prepare(text), &BODY, width, &typefaces);
    for line in &lines {
        assert!(line.width <= width + 0.1, "« {} » is {} wide", line.text, line.width);
    }
    lines.into_iter().map(|line| line.text.into()).collect()
}

fn sheets(blocks: Vec<Block>) -> Vec<Sheet> {
    block::set(&document(blocks), &Typefaces::load().unwrap()).0
}

/// What stands on a page from its top, one text a mark.
fn texts(sheet: &Sheet) -> Vec<&str> {
    sheet
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Text { text, .. } => Some(&**text),
            Mark::Rule { .. } => None,
        })
        .collect()
}

fn width(text: &str, style: &Style) -> f32 {
    Typefaces::load().unwrap().shape(text, style).width(style.size)
}

#[test]
fn lines_break_at_spaces_and_after_the_hyphen_of_a_compound_word() {
    assert_eq!(broken("Envoi de SMS techniques", 60.0), ["Envoi de ", "SMS ", "techniques"]);
    assert_eq!(broken("à Saint-Denis", 50.0), ["à Saint-", "Denis"]);
    assert_eq!(broken("une\nadresse", 400.0), ["une", "adresse"]);
}

#[test]
fn lines_never_break_at_a_space_that_forbids_it_nor_within_a_date() {
    let lines = broken("au 06\u{a0}39\u{a0}98\u{a0}71\u{a0}10 ou 1\u{202f}234\u{a0}€", 78.0);
    assert_eq!(lines, ["au ", "06\u{a0}39\u{a0}98\u{a0}71\u{a0}10 ", "ou 1\u{202f}234\u{a0}€"]);
    assert_eq!(broken("le 2018-09-18 ou 18/09/2018", 60.0), ["le ", "2018-09-18 ", "ou ", "18/09/2018"]);
}

#[test]
fn a_long_address_breaks_where_it_is_read_and_not_at_its_hyphens() {
    assert_eq!(
        broken("jean-baptiste.martin@poste-du-village.example", 110.0),
        ["jean-baptiste.martin", "@poste-du-village.", "example"]
    );
    assert_eq!(broken("https://boutique.example/une/page", 115.0), ["https://boutique.example", "/une/page"]);
}

#[test]
fn a_word_without_a_seam_breaks_anywhere_and_loses_nothing() {
    let word = "W".repeat(500);
    let lines = broken(&word, 60.0);
    assert!(lines.len() > 50);
    assert_eq!(lines.concat(), word);
    let narrow = wrap("été", &BODY, 0.5, &Typefaces::load().unwrap());
    assert_eq!(narrow.len(), 3, "a line that is too narrow for one character still holds it");
}

#[test]
fn an_accent_stays_with_its_letter() {
    assert_eq!(prepare("e\u{301}te\u{301}"), "été");
    let lines = broken(&"x\u{301}".repeat(80), 40.0);
    assert!(lines.iter().all(|line| line.starts_with('x')), "{lines:?}");
}

#[test]
fn what_cannot_be_seen_is_left_out_and_what_cannot_be_drawn_is_a_box() {
    assert_eq!(prepare("a\u{ad}\u{200b}\tb\r\nc\u{7}\u{feff}"), "a b\nc");
    let typefaces = Typefaces::load().unwrap();
    let glyphs = |text: &str| {
        typefaces
            .shape(text, &BODY)
            .glyphs
            .iter()
            .map(|glyph| (glyph.glyph_id.to_u32(), glyph.text_range.clone()))
            .collect::<Vec<_>>()
    };
    let shown = glyphs("a漢b");
    let boxed = glyphs("\u{fffd}")[0].0;
    assert_ne!(boxed, 0);
    assert_eq!(shown[1], (boxed, 1..4));
    for text in ["Łukasz Şahin Ő Nguyễn œuvre", "« 1\u{202f}234,50\u{a0}€ » … – — · ’ ✓ \u{2011}"]
    {
        assert!(glyphs(text).iter().all(|(glyph, _)| *glyph != boxed && *glyph != 0), "{text}");
    }
}

#[test]
fn digests_are_grouped_and_evenly_spaced() {
    assert_eq!(grouped("9f3c41d07"), "9f3c 41d0 7");
    assert_eq!(grouped(&"0".repeat(40)).lines().count(), 2);
    assert!((width("ffff", &FINGERPRINT) - width("8888", &FINGERPRINT)).abs() < 0.01);
    assert!((width("1111", &CELL) - width("8888", &CELL)).abs() < 0.01, "figures stand one under another");
}

#[test]
fn column_headings_come_back_on_each_page_and_no_row_is_lost() {
    let sheets = sheets(vec![table(&["Nom", "Portable"], rows(100))]);
    assert!(sheets.len() > 2);
    for sheet in &sheets[1..] {
        assert_eq!(texts(sheet)[..2], ["Nom", "Portable"]);
        let repeated = |mark: &Mark| matches!(mark, Mark::Text { belongs: Belongs::Repeated, .. });
        assert_eq!(sheet.marks.iter().filter(|mark| repeated(mark)).count(), 2);
    }
    let all: Vec<&str> = sheets.iter().flat_map(texts).filter(|text| text.starts_with("ligne")).collect();
    assert_eq!(all, (1..=100).map(|number| format!("ligne {number}")).collect::<Vec<_>>());
}

#[test]
fn nothing_stands_below_the_margin() {
    let cell = "Une phrase qui revient. ".repeat(40);
    let mut blocks = vec![Block::Title("Titre".to_owned()), Block::Paragraph(cell.repeat(8))];
    blocks.push(table(&["Texte", "Note"], (0..40).map(|_| vec![cell.clone(), "ici".to_owned()]).collect()));
    blocks.push(Block::Quote(cell.repeat(6)));
    for sheet in sheets(blocks) {
        for mark in &sheet.marks {
            let (top, bottom) = match mark {
                Mark::Text { baseline, .. } => (*baseline, *baseline),
                Mark::Rule { y, height, .. } => (*y, y + height),
            };
            assert!(top >= MARGIN && bottom <= UPRIGHT.bottom() + 0.1, "{top} to {bottom}");
        }
    }
}

#[test]
fn a_fitted_table_breaks_no_word_and_turns_the_page_where_it_must() {
    let address =
        ["Mme", "BROUSSOULOUX", "Christophe", "24 bis lotissement George-Sand", "19200", "SAINT-EXUPÉRY-LES-ROCHES"];
    let reach = ["christophe.broussouloux@courriel.example", "01 99 00 11 17", "06\u{a0}39\u{a0}98\u{a0}71\u{a0}10"];
    let headings =
        ["Civilité", "Nom", "Prénom", "Adresse", "CP", "Ville", "Email", "Téléphone", "Portable", "Complément", "Pays"];
    let row: Vec<String> = address.iter().chain(&reach).chain(&["", "France"]).map(|cell| (*cell).to_owned()).collect();
    let typefaces = Typefaces::load().unwrap();
    let set = |count: usize| {
        let rows = vec![row[..count].to_vec(); 40];
        let (sheets, page, _) = block::set(&document(vec![fitted(&headings[..count], rows)]), &typefaces);
        let whole = ["BROUSSOULOUX", "Christophe", "19200"]
            .iter()
            .all(|word| sheets.iter().all(|sheet| texts(sheet).contains(word)));
        for mark in sheets.iter().flat_map(|sheet| &sheet.marks) {
            let right = match mark {
                Mark::Text { x, text, style, .. } => x + width(text.trim_end(), style),
                Mark::Rule { x, width, .. } => x + width,
            };
            assert!(right <= page.width - MARGIN + 0.5, "{right}");
        }
        (page, whole)
    };
    assert_eq!(set(6), (UPRIGHT, true));
    assert_eq!(set(11), (SIDEWAYS, true));
    let columns: Vec<String> = (1..=40).map(|number| format!("Colonne {number}")).collect();
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let crowded = document(vec![fitted(&columns, vec![vec!["incompressible".to_owned(); 40]; 3])]);
    assert!(render(&crowded).is_ok(), "even what cannot fit is printed");
    assert!(render(&document(vec![fitted(&["Nom"], Vec::new())])).is_ok());
}

#[test]
fn a_crowded_table_is_set_smaller_and_then_cut_but_never_broken_letter_by_letter() {
    let typefaces = Typefaces::load().unwrap();
    let word = "CHARLEVILLOIS";
    let set = |count: usize, cell: &str| {
        let headings: Vec<String> = (1..=count).map(|number| format!("Colonne {number}")).collect();
        let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
        let mut row = vec![cell.to_owned(); count];
        row[0] = "19200".into();
        let (sheets, page, _) = block::set(&document(vec![fitted(&headings, vec![row; 5])]), &typefaces);
        assert_eq!(page, SIDEWAYS);
        let cells: Vec<(String, f32)> = (sheets[0].marks.iter())
            .filter_map(|mark| match mark {
                Mark::Text { text, style, .. } if style.colour == CELL.colour => Some((text.to_string(), style.size)),
                _ => None,
            })
            .collect();
        cells
    };
    let usual = set(9, word);
    assert!(usual.iter().all(|(_, size)| *size >= CELL.size), "{usual:?}");
    let smaller = set(12, word);
    assert!(smaller.iter().all(|(text, size)| *size < CELL.size && !text.contains('…')), "{smaller:?}");
    let cut = set(14, "CHRISTOPHE.BROUSSOULOUXLAFERRIERE");
    let whole = |text: &str| text == "19200" || text == "CHRISTOPHE.";
    assert!(cut.iter().all(|(text, size)| *size >= 6.5 && (text.ends_with('…') || whole(text))), "{cut:?}");
    assert!(cut.iter().any(|(text, _)| text.ends_with('…')) && cut.iter().any(|(text, _)| text == "19200"), "{cut:?}");
}

#[test]
fn a_row_stays_on_one_page() {
    let cell = "Une phrase qui revient. ".repeat(40);
    let sheets = sheets(vec![table(&["Texte"], (0..9).map(|_| vec![cell.clone()]).collect())]);
    let lines_of_one = wrap(cell.trim(), &CELL, UPRIGHT.content(), &Typefaces::load().unwrap()).len();
    for sheet in &sheets {
        let lines = texts(sheet).iter().filter(|text| text.contains("phrase")).count();
        assert_eq!(lines % lines_of_one, 0);
    }
}

#[test]
fn a_cell_of_three_pages_goes_on_below_its_heading() {
    let cell = (0..2600).map(|number| number.to_string()).collect::<Vec<_>>().join(" ");
    let sheets = sheets(vec![table(&["Texte", "Court"], vec![vec![cell.clone(), "à côté".to_owned()]])]);
    assert!(sheets.len() >= 3, "{}", sheets.len());
    assert!(sheets[1..].iter().all(|sheet| texts(sheet)[0] == "Texte"));
    let words = |text: &str| text.split(' ').filter_map(|word| word.parse().ok()).collect::<Vec<usize>>();
    let read: Vec<usize> = sheets.iter().flat_map(texts).flat_map(words).collect();
    assert_eq!(read, (0..2600).collect::<Vec<_>>());
}

#[test]
fn an_empty_table_keeps_its_headings_and_says_so() {
    let sheets = sheets(vec![table(&["Nom", "Portable"], Vec::new())]);
    assert_eq!(texts(&sheets[0]), ["Maison Vaurelle", "Nom", "Portable", "Aucune ligne"]);
}

#[test]
fn a_heading_never_ends_a_page() {
    for before in 32..42 {
        let mut blocks: Vec<Block> = (0..before).map(|_| Block::Note("Une ligne".to_owned())).collect();
        blocks.push(Block::Heading("Preuve".to_owned()));
        blocks.push(Block::Paragraph("Le texte".to_owned()));
        let sheets = sheets(blocks);
        assert!(sheets.iter().all(|sheet| texts(sheet).last() != Some(&"Preuve")), "after {before}");
    }
}

#[test]
fn no_line_of_a_paragraph_stands_alone() {
    for before in 28..42 {
        let mut blocks: Vec<Block> = (0..before).map(|_| Block::Note("Une ligne".to_owned())).collect();
        blocks.push(Block::Paragraph("un\ndeux\ntrois\nquatre\ncinq".to_owned()));
        for sheet in sheets(blocks) {
            let has = |text: &str| texts(&sheet).contains(&text);
            assert!(has("un") == has("deux") && has("quatre") == has("cinq"), "after {before}");
        }
    }
}

#[test]
fn what_belongs_together_turns_the_page_together_unless_no_page_could_hold_it() {
    let lines = |count: usize| (0..count).map(|_| Block::Note("Une ligne".to_owned())).collect::<Vec<_>>();
    let mut blocks = lines(30);
    blocks.push(Block::KeepTogether(lines(15)));
    let sheets_of_two = sheets(blocks);
    assert_eq!(texts(&sheets_of_two[1]).len(), 15);
    assert!(sheets(vec![Block::KeepTogether(lines(200))]).len() > 3);
}

#[test]
fn an_empty_cell_still_counts_as_one() {
    let row = vec![String::new(), "Accord écrit".to_owned()];
    let (sheets, _, reading) =
        block::set(&document(vec![table(&["Mode", "Accord"], vec![row])]), &Typefaces::load().unwrap());
    let cells = reading.elements.iter().filter(|(role, _)| *role == Role::Cell).count();
    let drawn = sheets[0].marks.iter().filter(|mark| matches!(mark, Mark::Text { style, .. } if **style == CELL));
    assert_eq!((cells, drawn.count()), (2, 2));
}

#[test]
fn text_at_the_right_ends_at_the_right() {
    let columns = vec![Column::new("Nom", 1.0), Column::new("Montant", 1.0).right()];
    let rows = vec![vec!["a".to_owned(), "7".to_owned()], vec!["b".to_owned(), "1234".to_owned()]];
    assert_eq!(columns[1].align, Align::Right);
    let sheets = sheets(vec![Block::Table(Table { columns, rows, when_empty: String::new(), fitted: false })]);
    let ends: Vec<f32> = sheets[0]
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Text { x, text, style, .. } if text.parse::<u32>().is_ok() => Some(x + width(text, style)),
            _ => None,
        })
        .collect();
    assert!((ends[0] - ends[1]).abs() < 0.01, "{ends:?}");
}

#[test]
fn whoever_no_longer_waits_is_asked_before_each_page() {
    let long = document(vec![table(&["Nom", "Ville"], rows(200))]);
    let pages = sheets(vec![table(&["Nom", "Ville"], rows(200))]).len();
    let asked = std::cell::Cell::new(0);
    let until = |most: usize| {
        asked.set(0);
        render_while(&long, &|| {
            asked.set(asked.get() + 1);
            if asked.get() > most { Err(Error::ExportCancelled) } else { Ok(()) }
        })
    };
    assert!(matches!(until(2), Err(Error::ExportCancelled)));
    assert_eq!(asked.get(), 3, "and nothing is drawn any more");
    assert!(until(usize::MAX).is_ok());
    assert_eq!(asked.get(), pages + 1);
}

#[test]
fn a_document_without_anything_is_a_page_and_no_text_is_refused() {
    let empty = Document { title: String::new(), author: String::new(), ..document(Vec::new()) };
    assert!(render(&empty).is_ok());
    let every: String = (0..0x2_0000).step_by(31).filter_map(char::from_u32).collect();
    let odd = format!("{every}\u{0}\u{fffe}\u{ffff}\u{e000}\u{10ffff}\u{301}");
    let fact = |lettering| Fact { label: odd.clone(), value: odd.clone(), lettering };
    let blocks = vec![
        Block::Title(odd.clone()),
        Block::Heading(odd.clone()),
        Block::Quote(odd.clone()),
        Block::Quote(String::new()),
        Block::Facts(vec![fact(Lettering::Text), fact(Lettering::Fingerprint)]),
        Block::KeepTogether(Vec::new()),
        Block::Space(f32::NAN),
        Block::Table(Table::default()),
        table(&["", ""], vec![vec![], vec![odd.clone()]]),
        Block::Heading(String::new()),
    ];
    let whole = Document { title: odd.clone(), author: odd.clone(), footer: Some(odd.clone()), ..document(blocks) };
    assert!(render(&whole).is_ok());
}
