//! Setting tables: columns by weight or by what stands in them, headings that come back on each page, rows that stay whole.
//!
//! Columns that are fitted and too wide for a page that lies on its side are set smaller, down to what can still be read; where even
//! that is too wide, the widest words end in « … » rather than being broken letter by letter.

use std::rc::Rc;

use super::block::{Setter, apart, as_f32, beside};
use super::flow::{Head, Piece};
use super::lines::{abbreviated, measure, wrap};
use super::sheet::{Belongs, ElementId, Mark, Role};
use super::style::{
    ABSENT, ACCENT, CELL, CELL_FINGERPRINT, COLUMN, Face, GUTTER, MARGIN, Page, RULE, SMALL_CELLS, SMALL_COLUMNS,
    Style, UPRIGHT,
};
use super::typeface::{Typefaces, grouped, prepare};
use super::{Align, Column, Lettering, Table};

/// A row above this height, in points, is divided: with headings of several lines, no page might hold it.
pub(super) fn tallest_row(page: Page) -> f32 {
    (page.bottom() - MARGIN) * 0.75
}

/// Above and below the text of a row.
const ROOM: f32 = 4.5;

/// More columns than this stand closer together.
const MANY_COLUMNS: usize = 8;
/// Of a table with more rows, so many are measured.
const SAMPLE: usize = 500;
/// How much wider than an upright page the contents may be, before the page is turned.
const COMFORT: f32 = 1.25;

/// How large the text of a table is.
#[derive(Clone, Copy)]
struct Size {
    cell: &'static Style,
    heading: &'static Style,
}

/// From the usual size to the smallest.
static SIZES: [Size; 4] = [
    Size { cell: &CELL, heading: &COLUMN },
    Size { cell: &SMALL_CELLS[0], heading: &SMALL_COLUMNS[0] },
    Size { cell: &SMALL_CELLS[1], heading: &SMALL_COLUMNS[1] },
    Size { cell: &SMALL_CELLS[2], heading: &SMALL_COLUMNS[2] },
];

/// One column's place on the page.
struct Place {
    x: f32,
    width: f32,
    align: Align,
    style: &'static Style,
    /// Whether words that are wider are cut off.
    cut: bool,
}

/// The rows of a table, its headings first.
pub(super) fn set(table: &Table, setter: &mut Setter<'_>) -> Vec<Piece> {
    if table.columns.is_empty() {
        return Vec::new();
    }
    let (size, places) = places(table, setter);
    let element = setter.reading.add(Role::Table, None);
    let (first, head) = headings(table, size, &places, element, setter);
    let mut pieces = vec![first];
    if table.rows.is_empty() {
        pieces.extend(absence(&table.when_empty, element, setter));
    } else {
        let body = setter.reading.add(Role::TableBody, Some(element));
        for row in &table.rows {
            debug_assert!(row.len() <= table.columns.len(), "a row has more cells than the table has columns");
            pieces.extend(cells(row, size, &places, body, setter));
        }
    }
    for piece in &mut pieces[1..] {
        piece.head = Some(Rc::clone(&head));
    }
    apart(pieces, 10.0, 12.0)
}

fn places(table: &Table, setter: &Setter<'_>) -> (Size, Vec<Place>) {
    let gutter = gutter(table);
    let room = (setter.page.content() - gutter * as_f32(table.columns.len() - 1)).max(0.0);
    let (size, cut, widths) = if table.fitted {
        fitted(room, wishes(table, setter.typefaces))
    } else {
        let share = |weight: f32| if weight.is_finite() && weight > 0.0 { weight } else { 1.0 };
        let total: f32 = table.columns.iter().map(|column| share(column.weight)).sum();
        let widths = table.columns.iter().map(|column| room * share(column.weight) / total).collect();
        (SIZES[0], false, widths)
    };
    let mut x = MARGIN;
    let places = table.columns.iter().zip(widths).map(|(column, width)| {
        let place = Place { x, width, align: column.align, style: style(column, size), cut };
        x += width + gutter;
        place
    });
    (size, places.collect())
}

/// The largest size at which no word is broken, whether words are cut off because there is none, and the widths.
fn fitted(room: f32, wishes: Vec<Wish>) -> (Size, bool, Vec<f32>) {
    let least: f32 = wishes.iter().map(|wish| wish.least).sum();
    let scale = |size: &Size| size.cell.size / SIZES[0].cell.size;
    let fits = SIZES.iter().find(|size| least * scale(size) <= room);
    let size = fits.copied().unwrap_or(SIZES[SIZES.len() - 1]);
    let scale = scale(&size);
    let wishes: Vec<Wish> =
        wishes.into_iter().map(|wish| Wish { least: wish.least * scale, most: wish.most * scale }).collect();
    match fits {
        Some(_) => (size, false, shared(room, &wishes)),
        None => (size, true, levelled(room, &wishes)),
    }
}

/// Widths for which the widest columns give way, all to the same width, so that short ones stay whole.
fn levelled(room: f32, wishes: &[Wish]) -> Vec<f32> {
    let mut order: Vec<f32> = wishes.iter().map(|wish| wish.least).collect();
    order.sort_unstable_by(f32::total_cmp);
    let (mut left, mut widest) = (room, f32::INFINITY);
    for (index, least) in order.iter().enumerate() {
        let share = left / as_f32(order.len() - index);
        if *least > share {
            widest = share;
            break;
        }
        left -= least;
    }
    wishes.iter().map(|wish| wish.least.min(widest)).collect()
}

fn gutter(table: &Table) -> f32 {
    if table.columns.len() > MANY_COLUMNS { GUTTER * 0.6 } else { GUTTER }
}

fn style(column: &Column, size: Size) -> &'static Style {
    match column.lettering {
        Lettering::Text => size.cell,
        Lettering::Fingerprint => &CELL_FINGERPRINT,
    }
}

/// How wide a column would be, in points.
struct Wish {
    /// So that no word is broken.
    least: f32,
    /// So that nearly no cell needs a second line.
    most: f32,
}

/// Whether a fitted table wants a page that lies on its side: upright, words would be broken or most cells take two lines.
pub(super) fn is_wide(table: &Table, typefaces: &Typefaces) -> bool {
    if !table.fitted || table.columns.is_empty() {
        return false;
    }
    let gutters = gutter(table) * as_f32(table.columns.len() - 1);
    let wishes = wishes(table, typefaces);
    let least: f32 = wishes.iter().map(|wish| wish.least).sum();
    let most: f32 = wishes.iter().map(|wish| wish.most).sum();
    least + gutters > UPRIGHT.content() || most + gutters > UPRIGHT.content() * COMFORT
}

/// What the columns of a table wish, by their headings and by some of their cells, evenly spread.
fn wishes(table: &Table, typefaces: &Typefaces) -> Vec<Wish> {
    let step = table.rows.len().div_ceil(SAMPLE).max(1);
    let some: Vec<&Vec<String>> = table.rows.iter().step_by(step).collect();
    let columns = table.columns.iter().enumerate();
    let wishes = columns.map(|(index, column)| {
        let (mut least, heading) = measure(&prepare(&column.header), &COLUMN, typefaces);
        let mut lines: Vec<f32> = Vec::with_capacity(some.len());
        for row in &some {
            let (word, line) =
                measure(&prepare(row.get(index).map_or("", String::as_str)), style(column, SIZES[0]), typefaces);
            least = least.max(word);
            lines.push(line);
        }
        lines.sort_unstable_by(f32::total_cmp);
        let usual = lines.get(lines.len() * 19 / 20).copied().unwrap_or_default();
        Wish { least, most: usual.max(heading.min(least * 2.0)).max(least) }
    });
    wishes.collect()
}

/// Widths that fill the room, which holds the least: what is wished, or else between the least and that.
fn shared(room: f32, wishes: &[Wish]) -> Vec<f32> {
    let least: f32 = wishes.iter().map(|wish| wish.least).sum();
    let most: f32 = wishes.iter().map(|wish| wish.most).sum();
    if most <= room {
        let each = (room - most) / as_f32(wishes.len().max(1));
        return wishes.iter().map(|wish| wish.most + each).collect();
    }
    let part = ((room - least) / (most - least)).max(0.0);
    wishes.iter().map(|wish| wish.least + (wish.most - wish.least) * part).collect()
}

/// The headings as they stand first, and as they come back.
fn headings(
    table: &Table,
    size: Size,
    places: &[Place],
    element: ElementId,
    setter: &mut Setter<'_>,
) -> (Piece, Rc<Head>) {
    let group = setter.reading.add(Role::TableHead, Some(element));
    let row = setter.reading.add(Role::Row, Some(group));
    let mut columns = Vec::new();
    let mut tallest = 1;
    for (column, place) in table.columns.iter().zip(places) {
        let cell = setter.reading.add(Role::ColumnHeader, Some(row));
        let marks = lines(&prepare(&column.header), place, size.heading, cell, setter);
        tallest = tallest.max(marks.len());
        columns.push(marks);
    }
    // Headings stand at the bottom of their row, near what they name.
    let leading = size.heading.leading;
    let height = as_f32(tallest) * leading + ROOM;
    let mut marks = Vec::new();
    for column in columns {
        let above = as_f32(tallest - column.len()) * leading;
        let lowered = |(index, mark): (usize, Mark)| mark.lowered(above + as_f32(index) * leading);
        marks.extend(column.into_iter().enumerate().map(lowered));
    }
    marks.push(Mark::rule(MARGIN, height - RULE, setter.page.content(), RULE, ACCENT));
    let repeated = marks
        .iter()
        .cloned()
        .map(|mut mark| {
            if let Mark::Text { belongs, .. } = &mut mark {
                *belongs = Belongs::Repeated;
            }
            mark
        })
        .collect();
    let first = Piece { marks, height, keep_with_next: true, ..Piece::default() };
    (first, Rc::new(Head { marks: repeated, height }))
}

fn cells(row: &[String], size: Size, places: &[Place], body: ElementId, setter: &mut Setter<'_>) -> Vec<Piece> {
    let element = setter.reading.add(Role::Row, Some(body));
    let mut columns = Vec::with_capacity(places.len());
    for (index, place) in places.iter().enumerate() {
        let cell = setter.reading.add(Role::Cell, Some(element));
        let text = prepare(row.get(index).map_or("", String::as_str));
        let text = if place.style.face == Face::Even { grouped(&text) } else { text };
        columns.push(lines(&text, place, place.style, cell, setter));
    }
    beside(columns, size.cell.leading, ROOM, setter.page)
}

fn lines(text: &str, place: &Place, style: &'static Style, cell: ElementId, setter: &Setter<'_>) -> Vec<Mark> {
    let short;
    let text = if place.cut {
        short = abbreviated(text, style, place.width, setter.typefaces);
        short.as_str()
    } else {
        text
    };
    match place.align {
        Align::Left => setter.cell(text, style, place.x, place.width, cell),
        Align::Right => {
            let text = if text.is_empty() { " " } else { text };
            let right = place.x + place.width;
            let line = |line: super::lines::Line| {
                let x = right - line.width;
                Mark::line(line, x, 0.0, style, Belongs::To(cell), setter.typefaces)
            };
            wrap(text, style, place.width, setter.typefaces).into_iter().map(line).collect()
        }
    }
}

fn absence(words: &str, element: ElementId, setter: &mut Setter<'_>) -> Vec<Piece> {
    let body = setter.reading.add(Role::TableBody, Some(element));
    let row = setter.reading.add(Role::Row, Some(body));
    let cell = setter.reading.add(Role::Cell, Some(row));
    let words = setter.cell(&prepare(words), &ABSENT, MARGIN, setter.page.content(), cell);
    beside(vec![words], ABSENT.leading, ROOM, setter.page)
}
