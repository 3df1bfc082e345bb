//! Encodings of one byte a character, with ASCII below 128: those of the web, and that of DOS.
//!
//! Old shop programs wrote code page 850, which no browser knows and `encoding_rs` leaves out. The table is IBM's.

use std::borrow::Cow;

use encoding_rs::Encoding;

/// An encoding of one byte a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Legacy {
    /// One of the WHATWG's.
    Web(&'static Encoding),
    /// Code page 850, « Multilingual (Latin I) » under DOS.
    Dos,
}

/// The characters of bytes 128 to 255 in code page 850.
const DOS: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤\
                   ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}";

impl Legacy {
    /// The encoding of one byte a character that a label names.
    pub(super) fn for_label(label: &str) -> Option<Legacy> {
        if ["ibm850", "cp850", "850"].iter().any(|name| label.trim().eq_ignore_ascii_case(name)) {
            return Some(Legacy::Dos);
        }
        Encoding::for_label(label.as_bytes()).filter(|encoding| encoding.is_single_byte()).map(Legacy::Web)
    }

    /// Its name: the WHATWG's, or IANA's.
    pub(super) fn name(self) -> &'static str {
        match self {
            Legacy::Web(encoding) => encoding.name(),
            Legacy::Dos => "IBM850",
        }
    }

    /// The text, and whether every byte of it meant something.
    pub(super) fn decode(self, bytes: &[u8]) -> (Cow<'_, str>, bool) {
        match self {
            Legacy::Web(encoding) => {
                let (text, damaged) = encoding.decode_without_bom_handling(bytes);
                (text, !damaged)
            }
            Legacy::Dos => (Cow::Owned(bytes.iter().map(|&byte| dos(byte)).collect()), true),
        }
    }
}

fn dos(byte: u8) -> char {
    match byte.checked_sub(128) {
        None => char::from(byte),
        Some(above) => DOS.chars().nth(usize::from(above)).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_of_code_page_850_has_its_character() {
        assert_eq!(DOS.chars().count(), 128);
        let (text, whole) = Legacy::Dos.decode(b"Ren\x82e, \x90milie, Fran\x87ois, 5 \xBD\xFF");
        assert_eq!((text.as_ref(), whole), ("Renée, Émilie, François, 5 ¢\u{A0}", true));
    }

    #[test]
    fn labels() {
        assert_eq!(Legacy::for_label("CP850"), Some(Legacy::Dos));
        assert_eq!(Legacy::for_label("latin1").map(Legacy::name), Some("windows-1252"));
        assert_eq!(Legacy::for_label("gbk"), None);
    }
}
