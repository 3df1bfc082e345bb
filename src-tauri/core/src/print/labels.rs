//! Labels on A4 sheets: each text stands in the middle of its label, as large as it fits.
//!
//! Measures are those of the common sheets (24 labels of 70 × 37 mm without gaps, as Avery 3474; 14 labels of 99.1 × 38.1 mm, as Avery
//! L7163). Printed without scaling.

use serde::{Deserialize, Serialize};

use super::lines::{fit, wrap};
use super::sheet::{Belongs, Mark, Reading, Role, Sheet};
use super::style::{ADDRESS, Style, UPRIGHT};
use super::typeface::{Typefaces, prepare};
use super::{Document, Drawn, GoOn, Language, paint};
use crate::Result;

/// A sheet of labels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub enum LabelSheet {
    /// 24 labels of 70 × 37 mm.
    #[default]
    #[serde(rename = "3x8")]
    ThreeByEight,
    /// 14 labels of 99.1 × 38.1 mm.
    #[serde(rename = "2x7")]
    TwoBySeven,
}

/// Labels to be printed.
#[derive(Clone, Debug, PartialEq)]
pub struct Labels {
    /// Names the file in a reader's window.
    pub title: String,
    /// Who issues them; not printed.
    pub author: String,
    /// Of the text.
    pub language: Language,
    /// When they were made, in UTC milliseconds since 1970-01-01; not printed.
    pub created_at: i64,
    /// On which sheets.
    pub sheet: LabelSheet,
    /// The first label that is used, from 1, row by row.
    pub start: u8,
    /// The lines of each.
    pub labels: Vec<Vec<String>>,
}

/// Where labels are on a sheet, in points from the left and the top.
struct Geometry {
    columns: usize,
    left: f32,
    top: f32,
    width: f32,
    height: f32,
    /// From one label's left edge to the next one's.
    step: f32,
}

/// Printers leave the edge of the paper free, and sheets are never fed quite straight.
const ROOM_BESIDE: f32 = 5.0 * MM;
const ROOM_ABOVE: f32 = 4.0 * MM;
const MM: f32 = 72.0 / 25.4;

impl LabelSheet {
    /// How many labels a sheet has.
    pub const fn labels(self) -> u8 {
        match self {
            LabelSheet::ThreeByEight => 24,
            LabelSheet::TwoBySeven => 14,
        }
    }

    /// The code on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            LabelSheet::ThreeByEight => "3x8",
            LabelSheet::TwoBySeven => "2x7",
        }
    }

    const fn geometry(self) -> Geometry {
        match self {
            LabelSheet::ThreeByEight => {
                Geometry { columns: 3, left: 0.0, top: 0.5 * MM, width: 70.0 * MM, height: 37.0 * MM, step: 70.0 * MM }
            }
            LabelSheet::TwoBySeven => Geometry {
                columns: 2,
                left: 4.65 * MM,
                top: 15.15 * MM,
                width: 99.1 * MM,
                height: 38.1 * MM,
                step: 101.6 * MM,
            },
        }
    }
}

/// The labels as a PDF file.
///
/// # Errors
/// `Printing` if the PDF cannot be made. That would be a defect: no text is refused.
pub fn render_labels(labels: &Labels) -> Result<Vec<u8>> {
    render_labels_while(labels, &|| Ok(()))
}

/// The labels as a PDF file, as long as `go_on`, asked before each sheet, agrees.
///
/// # Errors
/// As [`render_labels`]; what `go_on` says.
pub(crate) fn render_labels_while(labels: &Labels, go_on: GoOn<'_>) -> Result<Vec<u8>> {
    let typefaces = Typefaces::load()?;
    let (sheets, reading) = set(labels, &typefaces);
    let document = Document {
        title: labels.title.clone(),
        author: labels.author.clone(),
        language: labels.language,
        created_at: labels.created_at,
        footer: None,
        blocks: Vec::new(),
    };
    paint::paint(&document, UPRIGHT, &Drawn { sheets: &sheets, reading: &reading }, &typefaces, go_on)
}

/// The sheets, at least one.
pub(super) fn set(labels: &Labels, typefaces: &Typefaces) -> (Vec<Sheet>, Reading) {
    let geometry = labels.sheet.geometry();
    let of_sheet = usize::from(labels.sheet.labels());
    let skipped = usize::from(labels.start.max(1)) - 1;
    let mut sheets = vec![Sheet::default()];
    let mut reading = Reading::default();
    for (index, lines) in labels.labels.iter().enumerate() {
        let place = index + skipped;
        while sheets.len() <= place / of_sheet {
            sheets.push(Sheet::default());
        }
        let Some(sheet) = sheets.last_mut() else { continue };
        let (row, column) = (place % of_sheet / geometry.columns, place % geometry.columns);
        let left = geometry.left + super::block::as_f32(column) * geometry.step + ROOM_BESIDE;
        let top = geometry.top + super::block::as_f32(row) * geometry.height + ROOM_ABOVE;
        let (width, height) = (geometry.width - 2.0 * ROOM_BESIDE, geometry.height - 2.0 * ROOM_ABOVE);
        let (style, set) = lettering(lines, width, height, typefaces);
        let element = reading.add(Role::Paragraph, None);
        let above = (height - super::block::as_f32(set.len()) * style.leading).max(0.0) / 2.0;
        for (number, line) in set.into_iter().enumerate() {
            let y = top + above + super::block::as_f32(number) * style.leading;
            sheet.marks.push(Mark::line(line, left, y, style, Belongs::To(element), typefaces));
        }
    }
    (sheets, reading)
}

/// The largest lettering in which every line stays one; else the largest in which all of them fit one under another; else the
/// smallest, in which lines that are too long are cut with « … », so that no label runs into the next.
fn lettering(
    lines: &[String],
    width: f32,
    height: f32,
    typefaces: &Typefaces,
) -> (&'static Style, Vec<super::lines::Line>) {
    let lines: Vec<String> = lines.iter().map(|line| prepare(line).replace('\n', " ")).collect();
    let wrapped = |style: &'static Style| -> Vec<_> {
        lines.iter().flat_map(|line| wrap(line, style, width, typefaces)).collect()
    };
    let fits = |style: &Style, count: usize| super::block::as_f32(count) * style.leading <= height;
    let mut broken = None;
    for style in &ADDRESS {
        let set = wrapped(style);
        if !fits(style, set.len()) {
            continue;
        }
        if set.len() == lines.len() {
            return (style, set);
        }
        broken.get_or_insert((style, set));
    }
    broken.unwrap_or_else(|| {
        let style = &ADDRESS[ADDRESS.len() - 1];
        let mut set: Vec<_> = lines.iter().map(|line| fit(line, style, width, typefaces)).collect();
        while !fits(style, set.len()) && set.len() > 1 {
            set.pop();
        }
        (style, set)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(sheet: LabelSheet, start: u8, labels: Vec<Vec<String>>) -> Labels {
        Labels {
            title: "Étiquettes".into(),
            author: "Maison Vaurelle".into(),
            language: Language::French,
            created_at: 0,
            sheet,
            start,
            labels,
        }
    }

    fn address(number: usize) -> Vec<String> {
        vec![format!("Mme Laura DUPONT {number}"), "1 rue du Four".into(), "19200 USSEL".into()]
    }

    /// Left edge and first baseline of every label's first line, in millimetres.
    fn places(sheets: &[Sheet]) -> Vec<(usize, f32, f32)> {
        let mark = |(page, mark): (usize, &Mark)| match mark {
            Mark::Text { x, baseline, text, .. } if text.contains("DUPONT") => Some((page, x / MM, baseline / MM)),
            _ => None,
        };
        let marks =
            sheets.iter().enumerate().flat_map(|(page, sheet)| sheet.marks.iter().map(move |mark| (page, mark)));
        marks.filter_map(mark).collect()
    }

    #[test]
    fn labels_stand_where_the_sheet_has_them() {
        let typefaces = Typefaces::load().unwrap();
        for (sheet, columns, height) in [(LabelSheet::ThreeByEight, 3, 37.0), (LabelSheet::TwoBySeven, 2, 38.1)] {
            let count = usize::from(sheet.labels());
            let (sheets, _) = set(&labels(sheet, 1, (1..=count + 1).map(address).collect()), &typefaces);
            let places = places(&sheets);
            assert_eq!((sheets.len(), places.len()), (2, count + 1));
            assert!((places[columns].2 - places[0].2 - height).abs() < 0.01, "one row lower");
            assert!((places[columns].1 - places[0].1).abs() < 0.01, "in the same column");
            assert_eq!((places[count].0, places[count].1, places[count].2), (1, places[0].1, places[0].2));
        }
    }

    #[test]
    fn used_labels_are_left_out() {
        let typefaces = Typefaces::load().unwrap();
        let all = places(&set(&labels(LabelSheet::ThreeByEight, 1, (1..=24).map(address).collect()), &typefaces).0);
        let late = places(&set(&labels(LabelSheet::ThreeByEight, 20, vec![address(1); 6]), &typefaces).0);
        assert_eq!(late[..5], all[19..]);
        assert_eq!((late[5].0, late[5].1, late[5].2), (1, all[0].1, all[0].2));
    }

    #[test]
    fn nothing_runs_into_the_next_label_and_what_fits_is_not_cut() {
        let typefaces = Typefaces::load().unwrap();
        let long = "Une très longue raison sociale qui ne finit pas, et ses associés réunis de la région".to_owned();
        for (lines, cut) in [(vec![long.clone(), long.clone(), long.clone()], false), (vec![long.repeat(3); 9], true)] {
            for sheet in [LabelSheet::ThreeByEight, LabelSheet::TwoBySeven] {
                let geometry = sheet.geometry();
                let (sheets, _) = set(&labels(sheet, 1, vec![lines.clone()]), &typefaces);
                let mut text = String::new();
                for mark in &sheets[0].marks {
                    let Mark::Text { x, baseline, text: line, .. } = mark else { continue };
                    assert!(*x >= geometry.left && *x < UPRIGHT.width && *baseline < UPRIGHT.height);
                    assert!(*baseline < geometry.top + geometry.height - 3.0, "{line}");
                    text += line;
                }
                assert_eq!(text.contains('…'), cut, "{text}");
            }
        }
    }

    #[test]
    fn no_label_at_all_is_an_empty_sheet() {
        assert!(render_labels(&labels(LabelSheet::TwoBySeven, 14, Vec::new())).is_ok());
        assert!(render_labels(&labels(LabelSheet::TwoBySeven, 0, vec![Vec::new(), vec![String::new()]])).is_ok());
    }
}
