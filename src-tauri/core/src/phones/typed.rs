//! The digits in what was typed, if it is one number and nothing else.

/// The longest international number with its prefix: `00` and fifteen digits (ITU-T E.164 § 6.2.1), and a bracketed zero.
const MOST: usize = 18;

/// Digits as typed, without their separators.
pub(super) struct Typed {
    digits: [u8; MOST],
    count: usize,
    /// Whether a country code stands first, marked by `+` or `00` (neither of them is in the digits).
    pub(super) international: bool,
    /// Whether nothing stood between the digits.
    pub(super) bare: bool,
}

impl Typed {
    /// Nothing if there is anything but digits, separators and one leading `+`, or more digits than one number has.
    pub(super) fn read(text: &str) -> Option<Typed> {
        let mut typed = Typed { digits: [0; MOST], count: 0, international: false, bare: true };
        for character in text.trim().chars() {
            match character {
                '0'..='9' if typed.count < MOST => {
                    typed.digits[typed.count] = character as u8;
                    typed.count += 1;
                }
                '+' if typed.count == 0 && !typed.international => typed.international = true,
                _ if is_separator(character) => typed.bare = false,
                _ => return None,
            }
        }
        if !typed.international && typed.digits().starts_with(b"00") {
            typed.international = true;
            typed.digits.copy_within(2..typed.count, 0);
            typed.count -= 2;
        }
        (typed.count > 0 || typed.international).then_some(typed)
    }

    pub(super) fn digits(&self) -> &[u8] {
        &self.digits[..self.count]
    }
}

/// What people put between digits: spaces of any width, dots, hyphens, slashes, brackets; and marks that nobody sees,
/// which come along when a number is copied from a web page or a contact list.
pub(super) fn is_separator(character: char) -> bool {
    matches!(
        character,
        ' ' | '.' | '-' | '/' | '(' | ')' | '\t' | '\u{a0}' | '\u{2000}'..='\u{200f}' | '\u{2010}'..='\u{2015}' | '\u{202a}'..='\u{202f}'
            | '\u{2060}' | '\u{2066}'..='\u{2069}' | '·' | '\u{ad}' | '\u{feff}'
    )
}
