//! Setting tables: columns by weight, headings that come back on each page, rows that stay whole.

use std::rc::Rc;

use super::block::{Setter, apart, as_f32, beside};
use super::flow::{Head, Piece};
use super::lines::wrap;
use super::sheet::{Belongs, ElementId, Mark, Role};
use super::style::{ABSENT, ACCENT, BOTTOM, CELL, CELL_FINGERPRINT, COLUMN, Face, GUTTER, MARGIN, RULE, Style, WIDTH};
use super::typeface::{grouped, prepare};
use super::{Align, Lettering, Table};

/// A row above this height, in points, is divided: with headings of several lines, no page might hold it.
pub(super) const TALLEST_ROW: f32 = (BOTTOM - MARGIN) * 0.75;
/// Above and below the text of a row.
const ROOM: f32 = 4.5;

/// One column's place on the page.
struct Place {
    x: f32,
    width: f32,
    align: Align,
    style: &'static Style,
}

/// The rows of a table, its headings first.
pub(super) fn set(table: &Table, setter: &mut Setter<'_>) -> Vec<Piece> {
    if table.columns.is_empty() {
        return Vec::new();
    }
    let places = places(table);
    let element = setter.reading.add(Role::Table, None);
    let (first, head) = headings(table, &places, element, setter);
    let mut pieces = vec![first];
    if table.rows.is_empty() {
        pieces.extend(absence(&table.when_empty, element, setter));
    } else {
        let body = setter.reading.add(Role::TableBody, Some(element));
        for row in &table.rows {
            debug_assert!(row.len() <= table.columns.len(), "a row has more cells than the table has columns");
            pieces.extend(cells(row, &places, body, setter));
        }
    }
    for piece in &mut pieces[1..] {
        piece.head = Some(Rc::clone(&head));
    }
    apart(pieces, 10.0, 12.0)
}

fn places(table: &Table) -> Vec<Place> {
    let share = |weight: f32| if weight.is_finite() && weight > 0.0 { weight } else { 1.0 };
    let total: f32 = table.columns.iter().map(|column| share(column.weight)).sum();
    let room = (WIDTH - GUTTER * as_f32(table.columns.len() - 1)).max(0.0);
    let mut x = MARGIN;
    table
        .columns
        .iter()
        .map(|column| {
            let width = room * share(column.weight) / total;
            let style = match column.lettering {
                Lettering::Text => &CELL,
                Lettering::Fingerprint => &CELL_FINGERPRINT,
            };
            let place = Place { x, width, align: column.align, style };
            x += width + GUTTER;
            place
        })
        .collect()
}

/// The headings as they stand first, and as they come back.
fn headings(table: &Table, places: &[Place], element: ElementId, setter: &mut Setter<'_>) -> (Piece, Rc<Head>) {
    let group = setter.reading.add(Role::TableHead, Some(element));
    let row = setter.reading.add(Role::Row, Some(group));
    let mut columns = Vec::new();
    let mut tallest = 1;
    for (column, place) in table.columns.iter().zip(places) {
        let cell = setter.reading.add(Role::ColumnHeader, Some(row));
        let marks = lines(&prepare(&column.header), place, &COLUMN, cell, setter);
        tallest = tallest.max(marks.len());
        columns.push(marks);
    }
    // Headings stand at the bottom of their row, near what they name.
    let height = as_f32(tallest) * COLUMN.leading + ROOM;
    let mut marks = Vec::new();
    for column in columns {
        let above = as_f32(tallest - column.len()) * COLUMN.leading;
        let lowered = |(index, mark): (usize, Mark)| mark.lowered(above + as_f32(index) * COLUMN.leading);
        marks.extend(column.into_iter().enumerate().map(lowered));
    }
    marks.push(Mark::rule(MARGIN, height - RULE, WIDTH, RULE, ACCENT));
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

fn cells(row: &[String], places: &[Place], body: ElementId, setter: &mut Setter<'_>) -> Vec<Piece> {
    let element = setter.reading.add(Role::Row, Some(body));
    let mut columns = Vec::with_capacity(places.len());
    for (index, place) in places.iter().enumerate() {
        let cell = setter.reading.add(Role::Cell, Some(element));
        let text = prepare(row.get(index).map_or("", String::as_str));
        let text = if place.style.face == Face::Even { grouped(&text) } else { text };
        columns.push(lines(&text, place, place.style, cell, setter));
    }
    beside(columns, CELL.leading, ROOM)
}

fn lines(text: &str, place: &Place, style: &'static Style, cell: ElementId, setter: &Setter<'_>) -> Vec<Mark> {
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
    beside(vec![setter.cell(&prepare(words), &ABSENT, MARGIN, WIDTH, cell)], ABSENT.leading, ROOM)
}
