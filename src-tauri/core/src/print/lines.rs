//! Breaking text into lines: greedy, at spaces and after the hyphens of compound words, never at a no-break space.
//!
//! A word that is wider than the line is broken before « @ » and « / » and after « . », « _ », « & », « ? » and « = », as
//! addresses are read; failing that, between any two characters. The hyphens of an address are no place to break: a reader
//! would not know whether they belong to it. No character is lost: only the spaces at a break are not drawn.

use std::ops::Range;

use super::style::Style;
use super::typeface::Typefaces;

/// Rounding errors of a sum of widths, in points.
const TOLERANCE: f32 = 0.01;

/// One line of a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// What is drawn. Within a paragraph it keeps one space at its end, so that copied words stay apart.
    pub(super) text: Box<str>,
    /// In points, without that space.
    pub(super) width: f32,
}

/// The lines of a prepared text, none wider than `width` unless one character is. Text without a character has no lines.
pub(super) fn wrap(text: &str, style: &Style, width: f32, typefaces: &Typefaces) -> Vec<Line> {
    if text.is_empty() {
        return Vec::new();
    }
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let paragraph = paragraph.trim_matches(' ');
        let shaped = typefaces.shape(paragraph, style);
        let ruler = Ruler { stops: shaped.stops(paragraph, style.size), width: width + TOLERANCE };
        for range in ranges(paragraph, &ruler) {
            let drawn = paragraph[range.clone()].trim_end_matches(' ');
            let end = range.start + drawn.len();
            let kept = if end < range.end { end + 1 } else { end };
            lines.push(Line { text: paragraph[range.start..kept].into(), width: ruler.between(range.start, end) });
        }
    }
    lines
}

/// How wide, in points, the longest part of a prepared text is that [`wrap`] does not break where it can help it, and its longest line.
pub(super) fn measure(text: &str, style: &Style, typefaces: &Typefaces) -> (f32, f32) {
    let (mut part, mut line) = (0_f32, 0_f32);
    for paragraph in text.split('\n') {
        let paragraph = paragraph.trim_matches(' ');
        let shaped = typefaces.shape(paragraph, style);
        let ruler = Ruler { stops: shaped.stops(paragraph, style.size), width: 0.0 };
        line = line.max(ruler.between(0, paragraph.len()));
        for word in words(paragraph) {
            let end = word.start + paragraph[word.clone()].trim_end_matches(' ').len();
            let mut start = word.start;
            for seam in seams(paragraph, word.start).take_while(|at| *at < end).chain([end]) {
                part = part.max(ruler.between(start, seam));
                start = seam;
            }
        }
    }
    (part, line + TOLERANCE)
}

/// The text with « … » for the end of each part that is wider than a line, so that [`wrap`] breaks nothing between two letters.
pub(super) fn abbreviated(text: &str, style: &Style, width: f32, typefaces: &Typefaces) -> String {
    let mut short = String::with_capacity(text.len());
    for (index, paragraph) in text.split('\n').enumerate() {
        if index > 0 {
            short.push('\n');
        }
        for word in words(paragraph) {
            let end = word.start + paragraph[word.clone()].trim_end_matches(' ').len();
            let mut start = word.start;
            for seam in seams(paragraph, word.start).take_while(|at| *at < end).chain([end]) {
                short.push_str(&fit(&paragraph[start..seam], style, width, typefaces).text);
                start = seam;
            }
            short.push_str(&paragraph[end..word.end]);
        }
    }
    short
}

/// The longest beginning of a text that fits, with « … » if that is not all of it.
pub(super) fn fit(text: &str, style: &Style, width: f32, typefaces: &Typefaces) -> Line {
    let text = text.replace('\n', " ");
    let whole = typefaces.shape(&text, style);
    if whole.width(style.size) <= width {
        return Line { width: whole.width(style.size), text: text.into() };
    }
    let room = width - typefaces.shape("…", style).width(style.size);
    let stops = whole.stops(&text, style.size);
    let cut = stops.iter().take_while(|(_, x)| *x <= room).last().map_or(0, |(at, _)| *at);
    let text = format!("{}…", text[..cut].trim_end());
    Line { width: typefaces.shape(&text, style).width(style.size), text: text.into() }
}

/// Where the characters of one paragraph stand, and how wide a line may be.
struct Ruler {
    stops: Vec<(usize, f32)>,
    width: f32,
}

impl Ruler {
    fn at(&self, byte: usize) -> f32 {
        let index = self.stops.partition_point(|(start, _)| *start < byte).min(self.stops.len() - 1);
        self.stops[index].1
    }

    fn between(&self, start: usize, end: usize) -> f32 {
        self.at(end) - self.at(start)
    }

    fn fits(&self, start: usize, end: usize) -> bool {
        self.between(start, end) <= self.width
    }

    /// The last place where a line that begins at `start` can end, at least one character further.
    fn furthest(&self, start: usize) -> usize {
        let from = self.at(start);
        let first = self.stops.partition_point(|(byte, _)| *byte <= start);
        let beyond = self.stops.partition_point(|(byte, x)| *byte <= start || *x - from <= self.width);
        self.stops[beyond.saturating_sub(1).max(first).min(self.stops.len() - 1)].0
    }
}

/// The bytes of each line, spaces at the break included.
fn ranges(text: &str, ruler: &Ruler) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut end = 0;
    for word in words(text) {
        let drawn_end = word.start + text[word.clone()].trim_end_matches(' ').len();
        if ruler.fits(start, drawn_end) {
            end = word.end;
            continue;
        }
        if end > start {
            lines.push(start..end);
        }
        start = word.start;
        while !ruler.fits(start, drawn_end) {
            let furthest = ruler.furthest(start);
            if furthest >= drawn_end {
                break;
            }
            let cut = last_seam(text, start, furthest).unwrap_or(furthest);
            lines.push(start..cut);
            start = cut;
        }
        end = word.end;
    }
    lines.push(start..end);
    lines
}

/// What is not broken while it fits on a line, each with the spaces behind it.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut ends: Vec<usize> = Vec::new();
    let mut before_last = ' ';
    let mut last = '\n';
    let mut address = is_address(text);
    for (at, character) in text.char_indices() {
        let after_space = last == ' ' && character != ' ';
        if after_space {
            address = is_address(&text[at..]);
        }
        let after_hyphen =
            !address && matches!(last, '-' | '\u{2010}') && before_last.is_alphanumeric() && character.is_alphabetic();
        if after_space || after_hyphen {
            ends.push(at);
        }
        (before_last, last) = (last, character);
    }
    ends.push(text.len());
    let starts: Vec<usize> = std::iter::once(0).chain(ends.iter().copied()).collect();
    starts.into_iter().zip(ends).map(|(start, end)| start..end)
}

/// Whether the first word is an e-mail or web address, whose hyphens are part of it.
fn is_address(text: &str) -> bool {
    text.split(' ').next().is_some_and(|word| word.contains(['@', '/']))
}

/// The last place after `start` and up to `limit` where an address may be broken.
fn last_seam(text: &str, start: usize, limit: usize) -> Option<usize> {
    seams(text, start).take_while(|at| *at <= limit).last()
}

/// The places after `start` where an address may be broken.
fn seams(text: &str, start: usize) -> impl Iterator<Item = usize> {
    let mut last = None;
    text[start..].char_indices().filter_map(move |(offset, character)| {
        let before = matches!(character, '@' | '/') && last != Some('/');
        let after = matches!(last, Some('.' | '_' | '&' | '?' | '='));
        last = Some(character);
        (offset > 0 && (before || after)).then_some(start + offset)
    })
}
