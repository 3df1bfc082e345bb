//! The typefaces: from text to glyphs, with the fonts' own kerning.
//!
//! Text is laid from left to right, whatever its script: the fonts hold Latin only. A character that they lack becomes a box
//! whose text in the PDF is still that character, so that it can be copied and searched.

use std::ops::Range;

use harfrust::{BufferClusterLevel, Direction, FontRef, ShapePlan, Shaper, ShaperData, UnicodeBuffer, script};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::style::{Face, Style};
use crate::{Error, Result};

const TEXT: &[u8] = include_bytes!("../../../../assets/fonts/pdf/HankenGrotesk-Regular.ttf");
const STRONG: &[u8] = include_bytes!("../../../../assets/fonts/pdf/HankenGrotesk-SemiBold.ttf");
const EVEN: &[u8] = include_bytes!("../../../../assets/fonts/pdf/HankenGrotesk-Even.ttf");
const SERIF: &[u8] = include_bytes!("../../../../assets/fonts/pdf/Newsreader-Regular.ttf");

/// The glyph that a font gives for what it lacks. PDF/UA forbids it, so that the fonts hold the same box a second time,
const NOT_DEFINED: u32 = 0;
/// under this character.
const BOX: char = '\u{fffd}';

/// The typefaces, read once for a document.
pub(super) struct Typefaces {
    text: Typeface,
    strong: Typeface,
    serif: Typeface,
    even: Typeface,
}

struct Typeface {
    drawn: Font,
    read: FontRef<'static>,
    data: ShaperData,
    plan: ShapePlan,
    boxed: GlyphId,
    /// Half the height of capitals, in ems: what is centred in a line.
    half_capital: f32,
}

/// Text turned into glyphs. Lengths are in ems until multiplied with the size.
pub(super) struct Shaped {
    pub(super) glyphs: Vec<KrillaGlyph>,
}

impl Typefaces {
    pub(super) fn load() -> Result<Self> {
        Ok(Typefaces {
            text: Typeface::load(TEXT, 0.3485)?,
            strong: Typeface::load(STRONG, 0.3485)?,
            serif: Typeface::load(SERIF, 0.335)?,
            even: Typeface::load(EVEN, 0.3485)?,
        })
    }

    fn of(&self, face: Face) -> &Typeface {
        match face {
            Face::Text => &self.text,
            Face::Strong => &self.strong,
            Face::Serif => &self.serif,
            Face::Even => &self.even,
        }
    }

    /// The font as it is embedded.
    pub(super) fn font(&self, face: Face) -> Font {
        self.of(face).drawn.clone()
    }

    /// How far below the top of its line the text stands, in points: capitals are centred in the line.
    pub(super) fn baseline(&self, style: &Style) -> f32 {
        style.leading / 2.0 + self.of(style.face).half_capital * style.size
    }

    /// The glyphs of a line of text that [`prepare`] has prepared.
    pub(super) fn shape(&self, text: &str, style: &Style) -> Shaped {
        Shaped { glyphs: self.of(style.face).shape(text) }
    }
}

impl Typeface {
    fn load(file: &'static [u8], half_capital: f32) -> Result<Self> {
        let drawn = Font::new(file.into(), 0).ok_or(Error::Printing)?;
        let read = FontRef::new(file).map_err(|_| Error::Printing)?;
        let data = ShaperData::new(&read);
        let shaper = data.shaper(&read).build();
        let plan = ShapePlan::new(&shaper, Direction::LeftToRight, Some(script::LATIN), None, &[]);
        let mut typeface = Typeface { drawn, read, data, plan, boxed: GlyphId::new(NOT_DEFINED), half_capital };
        typeface.boxed = typeface.shape(BOX.encode_utf8(&mut [0; 4])).first().ok_or(Error::Printing)?.glyph_id;
        Ok(typeface)
    }

    fn shaper(&self) -> Shaper<'_> {
        self.data.shaper(&self.read).build()
    }

    fn shape(&self, text: &str) -> Vec<KrillaGlyph> {
        let mut buffer = UnicodeBuffer::new();
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::LATIN);
        buffer.set_cluster_level(BufferClusterLevel::MonotoneCharacters);
        for (at, character) in text.char_indices() {
            buffer.add(character, u32::try_from(at).unwrap_or(u32::MAX));
        }
        let shaper = self.shaper();
        let glyphs = shaper.shape_with_plan(&self.plan, buffer, &[]);
        let em = f64::from(shaper.units_per_em());
        #[allow(clippy::cast_possible_truncation, reason = "ems of a glyph, far below what f32 holds exactly")]
        let ems = |units: i32| (f64::from(units) / em) as f32;
        let clusters: Vec<usize> = glyphs.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        glyphs
            .glyph_infos()
            .iter()
            .zip(glyphs.glyph_positions())
            .enumerate()
            .map(|(index, (info, position))| KrillaGlyph {
                glyph_id: if info.glyph_id == NOT_DEFINED { self.boxed } else { GlyphId::new(info.glyph_id) },
                text_range: cluster(&clusters, index, text.len()),
                x_advance: ems(position.x_advance),
                x_offset: ems(position.x_offset),
                y_offset: ems(position.y_offset),
                y_advance: ems(position.y_advance),
                location: None,
            })
            .collect()
    }
}

/// The bytes of the text that a glyph stands for: up to the next glyph that stands for others.
fn cluster(starts: &[usize], index: usize, end: usize) -> Range<usize> {
    let start = starts[index];
    start..starts[index..].iter().copied().find(|other| *other > start).unwrap_or(end)
}

impl Shaped {
    /// Where each character begins, in points from the left, and at last where the text ends.
    pub(super) fn stops(&self, text: &str, size: f32) -> Vec<(usize, f32)> {
        let mut stops: Vec<(usize, f32)> = Vec::with_capacity(self.glyphs.len() + 1);
        let mut x = 0.0;
        for glyph in &self.glyphs {
            let start = glyph.text_range.start;
            let goes_on = stops.last().is_some_and(|(last, _)| *last == start)
                || text[start..].chars().next().is_some_and(is_combining_mark);
            if !goes_on {
                stops.push((start, x));
            }
            x += glyph.x_advance * size;
        }
        stops.push((text.len(), x));
        stops
    }

    /// In points.
    pub(super) fn width(&self, size: f32) -> f32 {
        self.glyphs.iter().map(|glyph| glyph.x_advance).sum::<f32>() * size
    }
}

/// Text as it is set: letters with their accents as one character, no tabulator, nothing invisible. Line feeds stay.
pub(super) fn prepare(text: &str) -> String {
    let visible = text.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}'], "\n");
    visible.nfc().filter_map(printable).collect()
}

fn printable(character: char) -> Option<char> {
    match character {
        '\n' => Some('\n'),
        '\t' => Some(' '),
        // Soft hyphens, marks of direction, joiners and variation selectors say how to draw, not what.
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{180b}'..='\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{e0000}'..='\u{e0fff}' => None,
        other if other.is_control() => None,
        // Not characters at all, and forbidden in a PDF's text.
        other if u32::from(other) & 0xfffe == 0xfffe => Some(BOX),
        other => Some(other),
    }
}

/// Digests are read, compared and typed in groups of four, of which a line holds eight at most.
pub(super) fn grouped(digest: &str) -> String {
    let characters: Vec<char> = digest.chars().filter(|character| !character.is_whitespace()).collect();
    let line = |line: &[char]| line.chunks(4).map(|group| group.iter().collect()).collect::<Vec<String>>().join(" ");
    characters.chunks(32).map(line).collect::<Vec<String>>().join("\n")
}
