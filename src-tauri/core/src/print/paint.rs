//! Writing the pages as a PDF: what is drawn, what each part is (tags, after PDF/UA-1), the bookmarks and the metadata.

use std::num::NonZeroU16;

use chrono::{DateTime, Datelike, Timelike};
use krilla::SerializeSettings;
use krilla::color::rgb;
use krilla::configure::{Configuration, Validator};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime as PdfTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::tagging::{
    ArtifactType, ContentTag, Identifier, Node, SpanTag, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};

use super::sheet::{Belongs, Mark, Reading, Role, Sheet};
use super::style::{Colour, Page, Style};
use super::typeface::{Typefaces, prepare};
use super::{Document, GoOn, Language};
use crate::{Error, Result};

/// What stands where, and in which order it is read.
pub(super) struct Drawn<'a> {
    pub(super) sheets: &'a [Sheet],
    pub(super) reading: &'a Reading,
}

pub(super) fn paint(
    document: &Document,
    page: Page,
    Drawn { sheets, reading }: &Drawn<'_>,
    typefaces: &Typefaces,
    go_on: GoOn<'_>,
) -> Result<Vec<u8>> {
    let settings = SerializeSettings {
        configuration: Configuration::new_with_validator(Validator::UA1),
        ..SerializeSettings::default()
    };
    let mut pdf = krilla::Document::new_with(settings);
    pdf.set_metadata(metadata(document));
    pdf.set_outline(outline(document, sheets));
    let mut drawn: Vec<Vec<Identifier>> = reading.elements.iter().map(|_| Vec::new()).collect();
    let settings = PageSettings::from_wh(page.width, page.height).ok_or(Error::Printing)?;
    for sheet in *sheets {
        go_on()?;
        let mut page = pdf.start_page_with(settings.clone());
        let mut surface = page.surface();
        for run in sheet.marks.chunk_by(|one, next| one.belongs().is_some() && one.belongs() == next.belongs()) {
            let identifier = surface.start_tagged(tag_of(run[0].belongs()));
            for mark in run {
                draw(mark, &mut surface, typefaces);
            }
            surface.end_tagged();
            if let Some(Belongs::To(element)) = run[0].belongs() {
                drawn[element as usize].push(identifier);
            }
        }
        surface.finish();
        page.finish();
    }
    pdf.set_tag_tree(tags(document, reading, drawn));
    pdf.finish().map_err(|_| Error::Printing)
}

impl Mark {
    fn belongs(&self) -> Option<Belongs> {
        match self {
            Mark::Text { belongs, .. } => Some(*belongs),
            Mark::Rule { .. } => None,
        }
    }
}

fn tag_of(belongs: Option<Belongs>) -> ContentTag<'static> {
    match belongs {
        Some(Belongs::To(_)) => ContentTag::Span(SpanTag::empty()),
        Some(Belongs::Footer) => ContentTag::Artifact(ArtifactType::Footer),
        Some(Belongs::Repeated) | None => ContentTag::Artifact(ArtifactType::Other),
    }
}

fn draw(mark: &Mark, surface: &mut Surface<'_>, typefaces: &Typefaces) {
    match mark {
        Mark::Text { x, baseline, style, text, .. } => draw_text(text, (*x, *baseline), style, surface, typefaces),
        Mark::Rule { x, y, width, height, colour } => {
            let mut path = PathBuilder::new();
            if let Some(area) = Rect::from_xywh(*x, *y, *width, *height) {
                path.push_rect(area);
            }
            if let Some(path) = path.finish() {
                surface.set_fill(Some(fill(*colour)));
                surface.draw_path(&path);
            }
        }
    }
}

fn draw_text(text: &str, (x, baseline): (f32, f32), style: &Style, surface: &mut Surface<'_>, typefaces: &Typefaces) {
    let shaped = typefaces.shape(text, style);
    surface.set_fill(Some(fill(style.colour)));
    let start = Point::from_xy(x, baseline);
    surface.draw_glyphs(start, &shaped.glyphs, typefaces.font(style.face), text, style.size, false);
}

fn fill(colour: Colour) -> Fill {
    let Colour(red, green, blue) = colour;
    Fill { paint: rgb::Color::new(red, green, blue).into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn language(document: &Document) -> String {
    match document.language {
        Language::French => "fr".to_owned(),
        Language::English => "en".to_owned(),
    }
}

fn metadata(document: &Document) -> Metadata {
    let metadata = Metadata::new()
        .title(title(document))
        .authors([prepare(&document.author)].into_iter().filter(|author| !author.is_empty()).collect())
        .creator("Écrin".to_owned())
        .language(language(document));
    match DateTime::from_timestamp_millis(document.created_at) {
        Some(at) => metadata.creation_date(time(&at.naive_utc())),
        None => metadata,
    }
}

/// PDF/UA wants a title in any case.
fn title(document: &Document) -> String {
    let title = prepare(&document.title).replace('\n', " ");
    if title.is_empty() { "Écrin".to_owned() } else { title }
}

fn time(at: &chrono::NaiveDateTime) -> PdfTime {
    let small = |number: u32| u8::try_from(number).unwrap_or(0);
    PdfTime::new(u16::try_from(at.year()).unwrap_or(0))
        .month(small(at.month()))
        .day(small(at.day()))
        .hour(small(at.hour()))
        .minute(small(at.minute()))
        .second(small(at.second()))
        .utc_offset_hour(0)
}

/// Headings under titles; a document without either is one entry.
fn outline(document: &Document, sheets: &[Sheet]) -> Outline {
    let mut outline = Outline::new();
    let mut open: Option<OutlineNode> = None;
    for (page, sheet) in sheets.iter().enumerate() {
        for bookmark in &sheet.bookmarks {
            let place = XyzDestination::new(page, Point::from_xy(0.0, bookmark.y));
            let node = OutlineNode::new(bookmark.text.clone(), place);
            match &mut open {
                Some(parent) if bookmark.level > 1 => parent.push_child(node),
                _ => {
                    if let Some(done) = open.replace(node) {
                        outline.push_child(done);
                    }
                }
            }
        }
    }
    let whole = || OutlineNode::new(title(document), XyzDestination::new(0, Point::from_xy(0.0, 0.0)));
    outline.push_child(open.unwrap_or_else(whole));
    outline
}

/// The tree of elements, each with what was drawn for it. Parents come before their children in `reading`, so that going
/// backwards completes each element before it is hung into its parent.
fn tags(document: &Document, reading: &Reading, mut drawn: Vec<Vec<Identifier>>) -> TagTree {
    let mut inside: Vec<Vec<Node>> = reading.elements.iter().map(|_| Vec::new()).collect();
    let mut roots = Vec::new();
    for (index, (role, parent)) in reading.elements.iter().enumerate().rev() {
        let mut children: Vec<Node> = drawn.pop().unwrap_or_default().into_iter().map(Node::from).collect();
        children.extend(std::mem::take(&mut inside[index]).into_iter().rev());
        let node = Node::Group(TagGroup::with_children(kind(role), children));
        match parent {
            Some(parent) => inside[*parent as usize].push(node),
            None => roots.push(node),
        }
    }
    let mut tree = TagTree::new().with_lang(Some(language(document)));
    roots.into_iter().rev().for_each(|node| tree.push(node));
    tree
}

fn kind(role: &Role) -> TagKind {
    match role {
        Role::Heading(level, text) => {
            Tag::Hn(NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN), Some(text.clone())).into()
        }
        Role::Paragraph => Tag::P.into(),
        Role::Quote => Tag::BlockQuote.into(),
        Role::Table => Tag::Table.into(),
        Role::TableHead => Tag::THead.into(),
        Role::TableBody => Tag::TBody.into(),
        Role::Row => Tag::TR.into(),
        Role::ColumnHeader => Tag::TH(TableHeaderScope::Column).into(),
        Role::RowHeader => Tag::TH(TableHeaderScope::Row).into(),
        Role::Cell => Tag::TD.into(),
    }
}
