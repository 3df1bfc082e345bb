//! The folded form of a text, and its words.

use super::letters::{Letter, letter};

/// Lower case, without diacritics, œ → oe, ß → ss, ł → l …; everything that is neither a letter nor a digit becomes one
/// space, none at either end.
///
/// Other scripts are kept, lower-cased and without their accents. Compatibility forms are read as what they look like
/// (ﬁ → fi, １ → 1, № → no; Unicode normalisation form KD, UAX 15). Characters that nobody sees (soft hyphen, zero-width
/// space, variation selectors) disappear without a trace. Folding what is folded changes nothing.
pub fn fold(text: &str) -> String {
    let mut folded = Folded { text: String::with_capacity(text.len() + 2), gap: false };
    let bytes = text.as_bytes();
    // Names are mostly ASCII: that part needs no decoding.
    let ascii = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(bytes.len());
    for &byte in &bytes[..ascii] {
        folded.push_ascii(byte);
    }
    for character in text[ascii..].chars() {
        folded.push(character);
    }
    folded.text
}

/// The words of a text, folded, in their order.
///
/// For a text that is folded already, `folded.split(' ')` does the same without copying.
pub fn tokens(text: &str) -> impl Iterator<Item = String> {
    let folded = fold(text);
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = folded.get(start..).filter(|rest| !rest.is_empty())?;
        let word = rest.split(' ').next().unwrap_or(rest).to_owned();
        start += word.len() + 1;
        Some(word)
    })
}

struct Folded {
    text: String,
    /// Something that is not a letter was met since the last letter.
    gap: bool,
}

impl Folded {
    fn push_ascii(&mut self, byte: u8) {
        if byte.is_ascii_alphanumeric() {
            self.keep(char::from(byte.to_ascii_lowercase()));
        } else {
            self.gap = true;
        }
    }

    fn push(&mut self, character: char) {
        match letter(character) {
            Letter::Ascii(byte) => self.push_ascii(byte),
            Letter::Spelled(spelling) => spelling.chars().for_each(|kept| self.keep(kept)),
            Letter::Invisible => {}
            Letter::Separator => self.gap = true,
            Letter::Other => {
                // Marks are dropped, so the canonical order of several on one letter does not matter.
                unicode_normalization::char::decompose_compatible(character, |part| match letter(part) {
                    Letter::Ascii(byte) => self.push_ascii(byte),
                    Letter::Spelled(spelling) => spelling.chars().for_each(|kept| self.keep(kept)),
                    Letter::Invisible => {}
                    Letter::Separator => self.gap = true,
                    Letter::Other => self.push_foreign(part),
                });
            }
        }
    }

    /// A letter of another script, fully decomposed.
    fn push_foreign(&mut self, part: char) {
        if unicode_normalization::char::canonical_combining_class(part) != 0 {
            return;
        }
        if !part.is_alphanumeric() {
            self.gap = true;
            return;
        }
        for lower in part.to_lowercase() {
            match letter(lower) {
                Letter::Ascii(byte) => self.push_ascii(byte),
                Letter::Spelled(spelling) => spelling.chars().for_each(|kept| self.keep(kept)),
                _ => self.keep(lower),
            }
        }
    }

    fn keep(&mut self, character: char) {
        if self.gap {
            self.gap = false;
            if !self.text.is_empty() {
                self.text.push(' ');
            }
        }
        self.text.push(character);
    }
}
