"""Makes the typefaces of printed documents, fonts/pdf/*.ttf, from the variable ones that the window uses.

PDF cannot embed a variable WOFF2 in four parts, so that each style becomes one static TrueType file. Needs Python with
fonttools and brotli, and the two npm packages unpacked (see ATTRIBUTION.md):

    python assets/fonts/pdf.py DIRECTORY_OF_HANKEN DIRECTORY_OF_NEWSREADER
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

OUTPUT = Path(__file__).parent / "pdf"
# Vietnamese last: Nguyễn is among the most frequent names of France.
SCRIPTS = ["latin", "latin-ext", "vietnamese"]
FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk"]


def part(source, axes, taken):
    """One script of one style as a static font, without the characters that an earlier part has."""
    font = TTFont(source)
    font.flavor = None
    font = instantiateVariableFont(font, axes)
    options = Options(layout_features=FEATURES, notdef_outline=True, hinting=False, name_IDs=[0, 1, 2, 3, 4, 6, 13, 14])
    subsetter = Subsetter(options)
    wanted = set(font.getBestCmap()) - taken
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    font["head"].modified = font["head"].created  # The same file each time.
    font.recalcTimestamp = False
    return font, wanted


def add(font, name, character, draw, width):
    """Adds a glyph that the family lacks."""
    pen = TTGlyphPen(font.getGlyphSet())
    draw(pen)
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = pen.glyph()
    font["hmtx"][name] = (width, 0)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[ord(character)] = name


def complete(font):
    """Adds what documents need and the family lacks."""
    glyphs, cmap = font.getGlyphSet(), font.getBestCmap()
    unit = font["head"].unitsPerEm / 1000
    # The box that stands for a character nobody can draw: the font's own, under a character of its own, because PDF/UA
    # forbids the glyph « not defined ».
    add(font, "uniFFFD", "\ufffd", lambda pen: font["glyf"][".notdef"].draw(pen, font["glyf"]), glyphs[".notdef"].width)
    add(font, "uni202F", "\u202f", lambda pen: None, round(160 * unit))

    def check(pen):
        points = [(60, 330), (130, 390), (255, 235), (560, 650), (640, 595), (262, 90)]
        pen.moveTo(tuple(round(value * unit) for value in points[0]))
        for point in points[1:]:
            pen.lineTo(tuple(round(value * unit) for value in point))
        pen.closePath()

    add(font, "uni2713", "\u2713", check, round(700 * unit))

    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[0x2011] = cmap[ord("-")]  # The hyphen where no line may break.


def make(name, directory, pattern, axes):
    taken, parts = set(), []
    with TemporaryDirectory() as temporary:
        for script in SCRIPTS:
            font, new = part(directory / "files" / pattern.format(script), axes, taken)
            taken |= new
            parts.append(Path(temporary) / f"{script}.ttf")
            font.save(parts[-1])
        font = Merger().merge([str(path) for path in parts])
    font["head"].created = font["head"].modified = 0
    font.recalcTimestamp = False
    complete(font)
    finish(font, name)


def finish(font, name):
    family, style = name.split("-")
    for entry, value in [(1, family), (2, style), (4, f"{family} {style}"), (6, name)]:
        font["name"].setName(value, entry, 3, 1, 0x409)
    OUTPUT.mkdir(exist_ok=True)
    font.save(OUTPUT / f"{name}.ttf")


def even(name, directory, pattern, axes):
    """ASCII and a few dashes at one width, for digests. Glyphs are centred, and narrowed if they are too wide."""
    font, _ = part(directory / "files" / pattern.format("latin"), axes, set())
    options = Options(layout_features=[], notdef_outline=True, hinting=False, name_IDs=[0, 13, 14])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[*range(0x20, 0x7F), 0xA0, 0xB7, 0x2013, 0x2014, 0x2026])
    subsetter.subset(font)
    font["head"].created = font["head"].modified = 0
    font.recalcTimestamp = False
    glyphs, pitch = font.getGlyphSet(), 600
    shapes = {}
    for glyph in font.getGlyphOrder():
        width = glyphs[glyph].width
        scale = min(1, (pitch - 10) / width) if width else 1
        pen = TTGlyphPen(None)
        placed = TransformPen(pen, (scale, 0, 0, 1, (pitch - width * scale) / 2, 0))
        shape = DecomposingRecordingPen(glyphs)
        glyphs[glyph].draw(shape)
        shape.replay(placed)
        shapes[glyph] = pen.glyph()
    for glyph, shape in shapes.items():
        font["glyf"][glyph] = shape
        shape.recalcBounds(font["glyf"])
        font["hmtx"][glyph] = (pitch, getattr(shape, "xMin", 0))
    add(font, "uniFFFD", "\ufffd", lambda pen: font["glyf"][".notdef"].draw(pen, font["glyf"]), pitch)
    finish(font, name)


if __name__ == "__main__":
    hanken, newsreader = map(Path, sys.argv[1:])
    make("HankenGrotesk-Regular", hanken, "hanken-grotesk-{}-wght-normal.woff2", {"wght": 400})
    make("HankenGrotesk-SemiBold", hanken, "hanken-grotesk-{}-wght-normal.woff2", {"wght": 600})
    even("HankenGrotesk-Even", hanken, "hanken-grotesk-{}-wght-normal.woff2", {"wght": 400})
    make("Newsreader-Regular", newsreader, "newsreader-{}-opsz-normal.woff2", {"wght": 400, "opsz": 16})
