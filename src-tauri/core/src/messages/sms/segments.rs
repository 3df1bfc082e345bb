//! How many segments an SMS takes, counted as networks do.
//!
//! 3GPP TS 23.038: a text whose characters are all in the GSM 7 bit default alphabet (§ 6.2.1) or its extension table (§ 6.2.1.1) takes
//! 160 septets in one segment, any other one 70 units of UCS-2. TS 23.040 § 9.2.3.24.1: a longer text is cut into segments of 153 septets
//! or 67 units, since each then bears a header. A character of the extension table takes two septets, one beyond U+FFFF two units; neither
//! is cut in two. Nothing here changes a text: what could stand for a character is only proposed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

use crate::text::fold;

/// The default alphabet in the order of its codes, without the escape (0x1B).
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

/// The extension table: each after an escape.
const EXTENSION: &str = "\u{C}^{}\\[~]|€";

/// How the characters of an SMS are coded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum SmsEncoding {
    /// The GSM 7 bit default alphabet with its extension table.
    Gsm7,
    /// UCS-2, as telephones take it: with surrogate pairs.
    Ucs2,
}

/// A character that forces UCS-2.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ForcingCharacter {
    /// The character.
    pub character: String,
    /// How often it stands in the text.
    pub count: u32,
    /// What the default alphabet could say instead (« e » for « ê »); empty for what nobody would miss, `None` where there is nothing.
    pub instead: Option<String>,
}

/// What a text takes as an SMS.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SmsLength {
    /// How it is coded.
    pub encoding: SmsEncoding,
    /// Characters, as Unicode counts them.
    pub characters: u32,
    /// Septets, or units of UCS-2; what is left empty at the end of a segment is not counted.
    pub units: u32,
    /// Segments, each of which is paid for; 0 of an empty text.
    pub segments: u32,
    /// Septets or units that fit in before another segment is needed.
    pub left: u32,
    /// What forces UCS-2, in the order of the text; empty with GSM 7 bit.
    pub forcing: Vec<ForcingCharacter>,
}

impl SmsEncoding {
    /// The encoding of a text.
    pub fn of(text: &str) -> SmsEncoding {
        if text.chars().all(|character| septets(character).is_some()) { SmsEncoding::Gsm7 } else { SmsEncoding::Ucs2 }
    }

    /// What fits into a message of one segment, and into each segment of a longer one.
    const fn capacities(self) -> (u32, u32) {
        match self {
            SmsEncoding::Gsm7 => (160, 153),
            SmsEncoding::Ucs2 => (70, 67),
        }
    }

    fn units(self, character: char) -> u32 {
        match self {
            SmsEncoding::Gsm7 => septets(character).unwrap_or(1),
            SmsEncoding::Ucs2 if u32::from(character) > 0xFFFF => 2,
            SmsEncoding::Ucs2 => 1,
        }
    }
}

/// Measures a text.
pub fn measure(text: &str) -> SmsLength {
    let encoding = SmsEncoding::of(text);
    let (alone, each) = encoding.capacities();
    let (mut characters, mut units, mut segments, mut filled) = (0, 0, u32::from(!text.is_empty()), 0);
    for character in text.chars() {
        let wide = encoding.units(character);
        characters += 1;
        units += wide;
        if filled + wide > each {
            segments += 1;
            filled = 0;
        }
        filled += wide;
    }
    let left = if units <= alone { alone - units } else { each - filled };
    let segments = if units <= alone { segments.min(1) } else { segments };
    SmsLength { encoding, characters, units, segments, left, forcing: forcing(text) }
}

/// The text with everything replaced that forces UCS-2 and has an equivalent.
pub fn in_default_alphabet(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for character in text.nfc() {
        match (septets(character), instead_of(character)) {
            (None, Some(instead)) => written.push_str(&instead),
            _ => written.push(character),
        }
    }
    written
}

/// What a character takes of the default alphabet; `None` if it is not in it.
fn septets(character: char) -> Option<u32> {
    if character.is_ascii_alphanumeric() || BASIC.contains(character) {
        Some(1)
    } else {
        EXTENSION.contains(character).then_some(2)
    }
}

fn forcing(text: &str) -> Vec<ForcingCharacter> {
    let mut counts: BTreeMap<char, (usize, u32)> = BTreeMap::new();
    for (place, character) in text.chars().enumerate().filter(|&(_, character)| septets(character).is_none()) {
        counts.entry(character).or_insert((place, 0)).1 += 1;
    }
    let mut found: Vec<_> = counts.into_iter().collect();
    found.sort_by_key(|&(_, (place, _))| place);
    let listed = found.into_iter().map(|(character, (_, count))| ForcingCharacter {
        character: character.to_string(),
        count,
        instead: instead_of(character),
    });
    listed.collect()
}

/// What could stand for a character outside the default alphabet, within it.
fn instead_of(character: char) -> Option<String> {
    let typed = match character {
        '\u{2018}'..='\u{201B}' | '\u{2032}' | '\u{2BC}' | '`' | '´' => "'",
        '«' | '»' | '\u{201C}'..='\u{201F}' | '\u{2033}' => "\"",
        '‹' => "<",
        '›' => ">",
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '•' | '·' => "-",
        '…' => "...",
        '\t' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => " ",
        '\u{2028}' | '\u{2029}' | '\u{B}' => "\n",
        // The reader sees none of these: soft hyphen, zero-width and direction marks, variation selectors, combining accents.
        '\u{AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}'
        | '\u{300}'..='\u{36F}' => "",
        'œ' => "oe",
        'Œ' => "OE",
        '\u{2044}' => "/",
        '×' => "x",
        '©' => "(c)",
        '®' => "(r)",
        '°' | 'º' => "o",
        _ => return decomposed(character),
    };
    Some(typed.to_owned())
}

/// The letters behind the accents (ê → e), or behind a letter that has no decomposition (ł → l).
fn decomposed(character: char) -> Option<String> {
    let bare: String = character
        .nfkd()
        .filter(|part| unicode_normalization::char::canonical_combining_class(*part) == 0)
        .map(|part| if part == '\u{2044}' { '/' } else { part })
        .collect();
    if bare != character.to_string() && is_basic(&bare) {
        return Some(bare);
    }
    let folded = fold(&character.to_string());
    let folded = if character.is_uppercase() { folded.to_uppercase() } else { folded };
    is_basic(&folded).then_some(folded)
}

fn is_basic(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|character| septets(character).is_some())
}

#[cfg(test)]
mod tests;
