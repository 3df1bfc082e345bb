//! Cutting text: every line end, every broken quote, and that nothing is ever lost.

use proptest::prelude::*;

use super::*;

fn cut(text: &str, columns: usize) -> Vec<(u64, bool, Vec<String>)> {
    let bytes = text.as_bytes();
    let layout = Layout { separator: b';', line_end: LineEnd::of(bytes), columns };
    let mut splitter = Splitter::new(bytes, 0, 1, layout);
    let mut spans = Vec::new();
    let mut records = Vec::new();
    while let Some(split) = splitter.next(&mut spans) {
        let cells = spans.iter().map(|span| {
            let cell = &text[span.range.clone()];
            if span.doubled { cell.replace("\"\"", "\"") } else { cell.to_owned() }
        });
        records.push((split.line, split.broken, cells.collect()));
    }
    records
}

/// Each record as `line: cell|cell`, with `!` where a quote was broken.
#[track_caller]
fn check(text: &str, columns: usize, expected: &[&str]) {
    let shown: Vec<String> = cut(text, columns)
        .into_iter()
        .map(|(line, broken, cells)| format!("{line}{}: {}", if broken { "!" } else { "" }, cells.join("|")))
        .collect();
    assert_eq!(shown, expected);
}

#[test]
fn line_ends_of_all_systems() {
    check("a;b\nc;d\n", 2, &["1: a|b", "2: c|d"]);
    check("a;b\r\nc;d\r\n", 2, &["1: a|b", "2: c|d"]);
    check("a;b\rc;d\r", 2, &["1: a|b", "2: c|d"]);
    check("a;b\r\r\nc;d", 2, &["1: a|b", "2: c|d"]);
    check("a;b\n\nc;", 2, &["1: a|b", "2: ", "3: c|"]);
}

#[test]
fn quoted_cells() {
    check("\"a;b\";\"c\"\"d\"\n", 2, &["1: a;b|c\"d"]);
    check("\"\";\"\"\"\"\r\n\"x\"\r\n", 2, &["1: |\"", "2: x"]);
    check("\"a\"  ;b\n", 2, &["1: a|b"]);
}

#[test]
fn a_quote_inside_a_cell_is_a_letter() {
    check("écran 21\";« \"x\" »;c\n", 3, &["1: écran 21\"|« \"x\" »|c"]);
}

#[test]
fn a_quoted_cell_over_several_lines_is_one_cell() {
    check(
        "Rey;\"12 rue du Lac\r\nBât. B\";Lyon;x\nJoly;;Paris;y\n",
        4,
        &["1: Rey|12 rue du Lac\r\nBât. B|Lyon|x", "3: Joly||Paris|y"],
    );
    check("\"Rey\nLéa\";Lyon;x\nb;c;d", 3, &["1: Rey\nLéa|Lyon|x", "3: b|c|d"]);
}

#[test]
fn a_quote_that_is_never_closed_costs_its_line_only() {
    check("a;b;c\nd;\"e;f\ng;h;i\nj;k;l\n", 3, &["1: a|b|c", "2!: d|\"e|f", "3: g|h|i", "4: j|k|l"]);
    check("a;\"b", 2, &["1!: a|\"b"]);
}

#[test]
fn a_quote_that_closes_into_garbage_costs_its_line_only() {
    check("a;\"Le \"Bistrot\" du coin\";c\ng;h;i\n", 3, &["1!: a|\"Le \"Bistrot\" du coin\"|c", "2: g|h|i"]);
}

#[test]
fn a_quote_that_would_swallow_whole_records_costs_its_line_only() {
    let text = "a;\"b;c\nd;e;f\ng;h;i\nj;k\";l\nm;n;o\n";
    check(text, 3, &["1!: a|\"b|c", "2: d|e|f", "3: g|h|i", "4: j|k\"|l", "5: m|n|o"]);
    check("a;\"b;c\nj;k\";l\n", 3, &["1!: a|\"b|c", "2: j|k\"|l"]);
    check("a;\"b\nd;e;f\nk\";l\n", 3, &["1!: a|\"b", "2: d|e|f", "3: k\"|l"]);
}

#[test]
fn two_broken_quotes_cost_two_lines() {
    check("a;\"b\nc;d\ne;\"f\ng;h\n", 2, &["1!: a|\"b", "2: c|d", "3!: e|\"f", "4: g|h"]);
}

#[test]
fn cells_before_a_broken_quote_are_whole() {
    check("\"a;a\";\"b;c\nd;e;f\n", 3, &["1!: a;a|\"b|c", "2: d|e|f"]);
}

#[test]
fn many_broken_quotes_are_read_in_linear_time() {
    let line = "a;\"b;\"\"\n";
    let started = std::time::Instant::now();
    assert_eq!(cut(&line.repeat(200_000), 3).len(), 200_000);
    // Quadratic reading would take hours; the bound leaves room for a slow machine.
    assert!(started.elapsed().as_secs() < 60);
}

proptest! {
    /// Whatever the bytes, the records one after the other are the text, and lines are counted right.
    #[test]
    fn no_byte_is_lost(text in "[a\";\r\n é]{0,60}", columns in 0usize..5) {
        let bytes = text.as_bytes();
        let layout = Layout { separator: b';', line_end: LineEnd::of(bytes), columns };
        let mut splitter = Splitter::new(bytes, 0, 1, layout);
        let (mut spans, mut joined, mut lines) = (Vec::new(), Vec::new(), 1);
        while let Some(split) = splitter.next(&mut spans) {
            prop_assert_eq!(split.line, lines);
            prop_assert!(!spans.is_empty() && spans.iter().all(|span| span.range.start <= span.range.end));
            joined.extend_from_slice(split.raw);
            lines += split.raw.split(|&byte| byte == layout.line_end.byte()).count() as u64 - 1;
        }
        prop_assert_eq!(joined, bytes);
    }

    /// A broken record gives its line back, byte for byte.
    #[test]
    fn the_cells_of_a_broken_line_are_its_text(line in "[a\"; ]{1,20}") {
        for (_, broken, cells) in cut(&format!("\"{line}"), 0) {
            if broken && !line.contains('"') {
                prop_assert_eq!(cells.join(";"), format!("\"{line}"));
            }
        }
    }

    /// What the `csv` crate writes is read back.
    #[test]
    fn written_tables_are_read_back(rows in prop::collection::vec(prop::collection::vec("([a-z\"; é]{0,6})|([a-z\" ]{0,3}(\r\n|\n)[a-z\"]{0,3})", 3), 1..8)) {
        let mut writer = csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let read: Vec<Vec<String>> = cut(&text, 3).into_iter().map(|(.., cells)| cells).collect();
        prop_assert_eq!(read, rows);
    }
}
