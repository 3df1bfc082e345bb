//! The characters behind the bytes of a text file.
//!
//! A byte-order mark decides, then valid UTF-8, then what the bytes look like. A file glued together from two sources may
//! hold both UTF-8 and an older encoding: that is decided line by line, so that no letter of either is lost. UTF-16 and the
//! Asian double-byte encodings are turned into UTF-8 at once, because their bytes may look like separators.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::legacy::Legacy;

/// Bytes of lines in an older encoding that the detector looks at.
const DETECTED_BYTES: usize = 1 << 20;

/// How the bytes of a [`Text`] are read.
#[derive(Clone, Copy, Debug)]
pub(super) enum Charset {
    /// The whole text is valid UTF-8.
    Utf8,
    /// Each record is UTF-8 if it is valid UTF-8, and otherwise in this encoding of one byte a character.
    Utf8Or {
        legacy: Legacy,
        /// Most lines are in the older encoding: what only happens to be valid UTF-8 must also look European.
        doubtful: bool,
    },
    /// One byte a character, ASCII below 128.
    SingleByte(Legacy),
}

/// The bytes of a file, with the knowledge of how to read them.
#[derive(Debug)]
pub(super) struct Text {
    /// The bytes, converted to UTF-8 if they were in UTF-16 or a double-byte encoding.
    pub(super) bytes: Vec<u8>,
    /// Where the text begins, after a byte-order mark.
    pub(super) start: usize,
    pub(super) charset: Charset,
    /// The WHATWG name of the encoding of the file.
    pub(super) name: &'static str,
    /// The conversion met bytes that mean nothing: U+FFFD stands in their place.
    pub(super) damaged: bool,
}

impl Text {
    /// Reads the bytes in the wanted encoding (a WHATWG label), or in the one that is detected.
    pub(super) fn new(mut bytes: Vec<u8>, wanted: Option<&str>) -> Text {
        while bytes.last() == Some(&0x1A) {
            bytes.pop(); // the end-of-file mark of DOS
        }
        let mark = Encoding::for_bom(&bytes);
        let start = mark.map_or(0, |(_, length)| length);
        if mark.is_none()
            && let Some(legacy) = wanted.and_then(Legacy::for_label)
        {
            return Text::legacy(bytes, legacy);
        }
        let wanted = wanted.and_then(|label| Encoding::for_label(label.as_bytes()));
        match mark.map(|(encoding, _)| encoding).or(wanted).or_else(|| unmarked_utf16(&bytes)) {
            Some(encoding) if encoding != UTF_8 => Self::converted(&bytes[start..], encoding),
            _ => Self::utf8_or_mixed(bytes, start),
        }
    }

    /// Whether two encodings may meet in this text.
    pub(super) fn is_mixed(&self) -> bool {
        matches!(self.charset, Charset::Utf8Or { .. })
    }

    fn legacy(bytes: Vec<u8>, legacy: Legacy) -> Text {
        Text { bytes, start: 0, charset: Charset::SingleByte(legacy), name: legacy.name(), damaged: false }
    }

    fn converted(bytes: &[u8], encoding: &'static Encoding) -> Text {
        let (text, damaged) = encoding.decode_without_bom_handling(bytes);
        let bytes = text.into_owned().into_bytes();
        Text { bytes, start: 0, charset: Charset::Utf8, name: encoding.name(), damaged }
    }

    fn utf8_or_mixed(bytes: Vec<u8>, start: usize) -> Text {
        if std::str::from_utf8(&bytes[start..]).is_ok() {
            return Text { bytes, start, charset: Charset::Utf8, name: UTF_8.name(), damaged: false };
        }
        let Census { utf8, legacy, encoding } = Census::of(&bytes[start..]);
        if utf8 == 0 && start == 0 {
            return Text::legacy(bytes, encoding);
        }
        let charset = Charset::Utf8Or { legacy: encoding, doubtful: legacy > utf8 };
        Text { bytes, start, charset, name: UTF_8.name(), damaged: false }
    }
}

impl Charset {
    /// The encoding of one record: `None` is UTF-8.
    pub(super) fn of_record(self, raw: &[u8]) -> Option<Legacy> {
        match self {
            Charset::Utf8 => None,
            Charset::SingleByte(encoding) => Some(encoding),
            Charset::Utf8Or { legacy, doubtful } => match std::str::from_utf8(raw) {
                Ok(text) if !doubtful || looks_european(text) => None,
                _ => Some(legacy),
            },
        }
    }
}

/// The text of a cell, and whether every byte of it meant something.
pub(super) fn decode(bytes: &[u8], encoding: Option<Legacy>) -> (Cow<'_, str>, bool) {
    if let Ok(text) = std::str::from_utf8(bytes)
        && (encoding.is_none() || text.is_ascii())
    {
        return (Cow::Borrowed(text), true);
    }
    encoding.unwrap_or(Legacy::Web(UTF_8)).decode(bytes)
}

/// Which lines with letters beyond ASCII are in which encoding.
struct Census {
    utf8: usize,
    legacy: usize,
    encoding: Legacy,
}

impl Census {
    fn of(bytes: &[u8]) -> Census {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        let (mut utf8, mut legacy, mut fed) = (0, 0, 0);
        let (mut windows, mut mac, mut dos) = (0, 0, 0);
        for line in bytes.split(|&byte| byte == b'\n' || byte == b'\r') {
            if line.is_ascii() {
                continue;
            }
            if std::str::from_utf8(line).is_ok_and(looks_european) {
                utf8 += 1;
                continue;
            }
            legacy += 1;
            if fed < DETECTED_BYTES {
                fed += line.len();
                detector.feed(line, false);
                detector.feed(b"\n", false);
                let count = |wanted: fn(u8) -> bool| line.iter().filter(|&&byte| wanted(byte)).count();
                windows += count(|byte| matches!(byte, 0xC0 | 0xC7..=0xCF | 0xE0..=0xFC));
                mac += count(|byte| matches!(byte, 0x88 | 0x8D..=0x90 | 0x9D));
                dos += count(|byte| matches!(byte, 0x82 | 0x85 | 0x87 | 0x88 | 0x8A));
            }
        }
        detector.feed(b"", true);
        let guess = detector.guess(Some(b"fr"), Utf8Detection::Deny);
        // Where the Macintosh and DOS have à ç é è ê, Windows has nothing or rarities; the detector does not know them.
        let encoding = match guess {
            _ if mac > windows && mac >= dos => Legacy::Web(MACINTOSH),
            _ if dos > windows => Legacy::Dos,
            guess if guess.is_single_byte() => Legacy::Web(guess),
            _ => Legacy::Web(WINDOWS_1252),
        };
        Census { utf8, legacy, encoding }
    }
}

/// Latin letters and the punctuation of European typography, and nothing else.
fn looks_european(text: &str) -> bool {
    text.chars().all(|letter| {
        matches!(letter, '\0'..='\u{7F}' | '\u{A0}'..='\u{17F}' | '\u{218}'..='\u{21B}' | '\u{1E9E}' | '\u{2010}'..='\u{203A}'
            | '\u{20AC}' | '\u{2116}' | '\u{2122}' | '\u{FB00}'..='\u{FB06}')
    })
}

/// UTF-16 without its mark: of European text, every second byte is zero.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096)];
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), sample.len() / 2);
    match () {
        () if pairs < 4 => None,
        () if odd * 10 > pairs * 7 && even * 10 < pairs => Some(UTF_16LE),
        () if even * 10 > pairs * 7 && odd * 10 < pairs => Some(UTF_16BE),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (&'static str, String) {
        let text = Text::new(bytes.to_vec(), None);
        let body = &text.bytes[text.start..];
        let lines: Vec<_> =
            body.split(|&b| b == b'\n').map(|line| decode(line, text.charset.of_record(line)).0).collect();
        (text.name, lines.join("\n"))
    }

    #[test]
    fn utf8_with_or_without_its_mark() {
        assert_eq!(read("Lœuillet".as_bytes()), ("UTF-8", "Lœuillet".into()));
        assert_eq!(read("\u{FEFF}Lœuillet".as_bytes()), ("UTF-8", "Lœuillet".into()));
    }

    #[test]
    fn windows_1252_with_its_oe_and_euro() {
        let bytes = WINDOWS_1252.encode("nom;ville\nFernéy;Œillets à 5 €\nMalmér;Saint-Étienne\n").0;
        assert_eq!(read(&bytes), ("windows-1252", "nom;ville\nFernéy;Œillets à 5 €\nMalmér;Saint-Étienne\n".into()));
    }

    #[test]
    fn one_short_word_is_enough_for_windows_1252() {
        assert_eq!(read(b"Caf\xE9"), ("windows-1252", "Café".into()));
    }

    #[test]
    fn the_macintosh_is_told_from_windows() {
        let text = "nom;prenom\nLefèvre;Zoé\nBésème;Anaïs\n";
        // Mac OS Roman, from Apple's table.
        let bytes: Vec<u8> = text
            .chars()
            .map(|c| match c {
                'é' => 0x8E,
                'è' => 0x8F,
                'ï' => 0x95,
                c => c as u8,
            })
            .collect();
        assert_eq!(read(&bytes), ("macintosh", text.into()));
    }

    #[test]
    fn dos_is_told_from_windows_and_the_macintosh() {
        // IBM's code page 850.
        assert_eq!(
            read(b"nom;prenom\nLef\x8Avre;Zo\x82\nFran\x87ois;No\x89l\n"),
            ("IBM850", "nom;prenom\nLefèvre;Zoé\nFrançois;Noël\n".into())
        );
        assert_eq!(read(b"Ren\x82e\n"), ("IBM850", "Renée\n".into()));
        // Typographic apostrophes, dots and a few letters are Windows, however few the letters.
        assert_eq!(
            read(b"L\x92\xC9glise\x85\nrue d\x92\xC9vian\x85"),
            ("windows-1252", "L’Église…\nrue d’Évian…".into())
        );
    }

    #[test]
    fn utf16_with_and_without_its_mark() {
        for mark in ["\u{FEFF}", ""] {
            let text = "nom;prenom\nLœuillet;Mélanie\n";
            let le: Vec<u8> = format!("{mark}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
            let be: Vec<u8> = format!("{mark}{text}").encode_utf16().flat_map(u16::to_be_bytes).collect();
            assert_eq!(read(&le), ("UTF-16LE", text.into()));
            assert_eq!(read(&be), ("UTF-16BE", text.into()));
        }
    }

    #[test]
    fn a_half_character_in_utf16_is_reported_as_damage() {
        let mut bytes: Vec<u8> = "\u{FEFF}nom\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.extend([0x00, 0xD8, b'a', 0x00]);
        assert!(Text::new(bytes, None).damaged);
    }

    #[test]
    fn two_encodings_in_one_file_are_both_read() {
        let mut bytes = "Mélanie\nAnaïs\n".as_bytes().to_vec();
        bytes.extend(b"Fern\xE9y\nplain");
        assert_eq!(read(&bytes), ("UTF-8", "Mélanie\nAnaïs\nFernéy\nplain".into()));
    }

    #[test]
    fn capitals_before_an_apostrophe_are_not_taken_for_utf8() {
        // É’ in Windows-1252 is C9 92, which is also ɒ in UTF-8.
        let bytes = b"Fern\xE9y\nMalm\xE9r\nRES. DE L'\xC9\x92COLE\n";
        assert_eq!(read(bytes).1, "Fernéy\nMalmér\nRES. DE L'É’COLE\n");
        let mixed = [bytes.as_slice(), "Mélanie\n".as_bytes()].concat();
        assert_eq!(read(&mixed).1, "Fernéy\nMalmér\nRES. DE L'É’COLE\nMélanie\n");
    }

    #[test]
    fn the_wanted_encoding_wins() {
        let text = Text::new(b"\xB9".to_vec(), Some("iso-8859-15"));
        assert_eq!((text.name, decode(b"\xB4", text.charset.of_record(b"\xB4")).0.as_ref()), ("ISO-8859-15", "Ž"));
    }
}
