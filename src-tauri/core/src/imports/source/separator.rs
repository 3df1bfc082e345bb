//! Finding the separator of a text, by reading its beginning with each candidate.
//!
//! The right one names columns that are known, and cuts nearly every record into the same number of cells.

use super::split::{Layout, LineEnd, Span, Splitter};
use crate::imports::header;

/// In the order of preference among equals: what French spreadsheets write comes first.
const CANDIDATES: [u8; 4] = *b";\t,|";
/// Records that are looked at.
const RECORDS: usize = 200;
/// Bytes that are looked at, so that one monstrous cell does not cost four readings of the file.
const BYTES: usize = 4 << 20;

/// The separator that the text names or seems to use, and how many cells its records usually have.
pub(super) fn detect(text: &[u8], line_end: LineEnd) -> Layout {
    CANDIDATES
        .into_iter()
        .map(|separator| judge(text, Layout { separator, line_end, columns: 0 }))
        .reduce(|best, next| if next.1 > best.1 { next } else { best })
        .map_or(Layout { separator: CANDIDATES[0], line_end, columns: 0 }, |(layout, _)| layout)
}

/// The usual number of cells with a given separator.
pub(super) fn measure(text: &[u8], layout: Layout) -> Layout {
    judge(text, layout).0
}

fn judge(text: &[u8], layout: Layout) -> (Layout, f64) {
    let text = &text[..text.len().min(BYTES)];
    let mut splitter = Splitter::new(text, 0, 1, layout);
    let mut spans = Vec::new();
    let mut widths: Vec<usize> = Vec::new();
    let mut known = 0;
    while widths.len() < RECORDS
        && let Some(split) = splitter.next(&mut spans)
    {
        let is_blank = |span: &Span| text[span.range.clone()].trim_ascii().is_empty();
        if split.broken || spans.iter().all(is_blank) {
            continue;
        }
        if widths.is_empty() {
            let names = spans.iter().map(|span| String::from_utf8_lossy(&text[span.range.clone()]));
            known = names.filter(|name| header::field_of(name).is_some()).count();
        }
        widths.push(spans.len());
    }
    let columns = most_frequent(&widths);
    let same = widths.iter().filter(|&&width| width == columns).count();
    let score = if columns < 2 || widths.is_empty() {
        0.0
    } else {
        #[allow(clippy::cast_precision_loss, reason = "at most a few hundred")]
        let (same, all, columns, known) = (same as f64, widths.len() as f64, columns.min(20) as f64, known as f64);
        same / all * (1.0 + columns / 20.0) + known
    };
    (Layout { columns, ..layout }, score)
}

/// The most frequent value; of equally frequent ones, the largest.
pub(super) fn most_frequent(values: &[usize]) -> usize {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    sorted.chunk_by(|a, b| a == b).max_by_key(|run| run.len()).map_or(0, |run| run[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, separator: char, columns: usize) {
        let layout = detect(text.as_bytes(), LineEnd::of(text.as_bytes()));
        assert_eq!((char::from(layout.separator), layout.columns), (separator, columns));
    }

    #[test]
    fn semicolons_though_addresses_hold_commas() {
        check("nom;adresse;ville\nMarchand;6, rue Carnot;Vannes\nJoly;1, rue du Lac;Annecy\n", ';', 3);
    }

    #[test]
    fn commas_tabulations_and_bars() {
        check("last_name,first_name\nMarchand,Noé\n", ',', 2);
        check("nom\tprénom\nMarchand\tNoé\n", '\t', 2);
        check("nom|prénom\nMarchand|Noé\n", '|', 2);
    }

    #[test]
    fn quoted_separators_do_not_count() {
        check("a,b\n\"x;y;z\",2\n\"x;y;z\",3\n", ',', 2);
    }

    #[test]
    fn a_single_column_has_no_separator_to_find() {
        check("nom\nMarchand\nJoly\n", ';', 1);
    }

    #[test]
    fn short_rows_do_not_hide_the_separator() {
        check("nom;prenom;ville;email\nMarchand\nJoly;Jules\nRey;Léa;Lyon;lea@rey.example\n", ';', 4);
    }

    #[test]
    fn a_tie_goes_to_the_wider_record() {
        assert_eq!(most_frequent(&[3, 4, 4, 3]), 4);
        assert_eq!(most_frequent(&[]), 0);
    }
}
