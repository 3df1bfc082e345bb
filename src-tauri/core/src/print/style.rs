//! What documents look like: measures in points, colours, and the styles of text. The look is that of the window (Newsreader
//! for titles and quoted words, Hanken Grotesk for the rest, hairlines before boxes), with its colours as sRGB.

/// The size of a page, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Page {
    pub(super) width: f32,
    pub(super) height: f32,
}

/// A4 is 210 mm wide and 297 mm high.
pub(super) const UPRIGHT: Page = Page { width: 595.28, height: 841.89 };
/// For tables that are wide.
pub(super) const SIDEWAYS: Page = Page { width: UPRIGHT.height, height: UPRIGHT.width };
/// 18 mm on each side.
pub(super) const MARGIN: f32 = 51.02;
/// Running text is narrower than a table: about 80 characters, so that the eye finds the next line.
pub(super) const MEASURE: f32 = 430.0;
/// Between two columns.
pub(super) const GUTTER: f32 = 12.0;
pub(super) const HAIRLINE: f32 = 0.5;
pub(super) const RULE: f32 = 0.9;

pub(super) const INK: Colour = Colour(19, 32, 38);
pub(super) const INK_2: Colour = Colour(61, 76, 82);
pub(super) const INK_3: Colour = Colour(86, 101, 106);
pub(super) const LINE: Colour = Colour(220, 227, 230);
/// Bleu canard, for rules.
pub(super) const ACCENT: Colour = Colour(0, 95, 109);
pub(super) const ACCENT_LINE: Colour = Colour(153, 199, 207);
/// Brass: reserved for what is sealed.
pub(super) const SEAL: Colour = Colour(122, 95, 34);

impl Page {
    /// How wide content may be.
    pub(super) const fn content(self) -> f32 {
        self.width - 2.0 * MARGIN
    }

    /// Where content ends, a little above the footer, which stands in the margin.
    pub(super) const fn bottom(self) -> f32 {
        self.height - MARGIN - 6.0
    }
}

/// Red, green and blue of sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Colour(pub(super) u8, pub(super) u8, pub(super) u8);

/// A typeface of the documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    Text,
    Strong,
    Serif,
    /// All characters of one width; ASCII only.
    Even,
}

/// How a run of text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    pub(super) face: Face,
    /// In points.
    pub(super) size: f32,
    /// From one line to the next, in points.
    pub(super) leading: f32,
    pub(super) colour: Colour,
}

const fn style(face: Face, size: f32, leading: f32, colour: Colour) -> Style {
    Style { face, size, leading, colour }
}

pub(super) static LETTERHEAD: Style = style(Face::Strong, 9.5, 14.0, ACCENT);
pub(super) static TITLE: Style = style(Face::Serif, 23.0, 28.0, INK);
pub(super) static HEADING: Style = style(Face::Serif, 14.5, 19.0, INK);
pub(super) static BODY: Style = style(Face::Text, 10.0, 14.5, INK);
pub(super) static NOTE: Style = style(Face::Text, 8.5, 12.0, INK_3);
pub(super) static QUOTE: Style = style(Face::Serif, 12.0, 17.5, INK);
pub(super) static LABEL: Style = style(Face::Text, 10.0, 14.5, INK_3);
pub(super) static COLUMN: Style = style(Face::Strong, 8.5, 12.0, INK_2);
pub(super) static CELL: Style = style(Face::Text, 9.0, 12.5, INK);
/// The same for tables with many columns, down to what can still be read. Headings shrink as cells do.
pub(super) static SMALL_COLUMNS: [Style; 3] = [
    style(Face::Strong, 7.55, 10.7, INK_2),
    style(Face::Strong, 6.6, 9.4, INK_2),
    style(Face::Strong, 6.14, 8.7, INK_2),
];
/// See [`SMALL_COLUMNS`].
pub(super) static SMALL_CELLS: [Style; 3] =
    [style(Face::Text, 8.0, 11.1, INK), style(Face::Text, 7.0, 9.7, INK), style(Face::Text, 6.5, 9.0, INK)];
pub(super) static ABSENT: Style = style(Face::Text, 9.0, 12.5, INK_3);
pub(super) static FOOTER: Style = style(Face::Text, 8.0, 11.0, INK_3);
pub(super) static FINGERPRINT: Style = style(Face::Even, 10.0, 14.5, SEAL);
pub(super) static CELL_FINGERPRINT: Style = style(Face::Even, 9.0, 12.5, SEAL);
/// The lines of a label: as large as all of them fit.
pub(super) static ADDRESS: [Style; 4] = [
    style(Face::Text, 10.5, 13.0, INK),
    style(Face::Text, 9.5, 11.6, INK),
    style(Face::Text, 8.5, 10.2, INK),
    style(Face::Text, 7.0, 8.4, INK),
];
