//! What each character is to a search: a plain letter, two letters, a separator, or nothing at all.

/// How a character folds.
pub(super) enum Letter {
    /// ASCII: kept, lower-cased, or a separator.
    Ascii(u8),
    /// Written with these lower-case letters.
    Spelled(&'static str),
    /// Not seen by the reader, or an accent: dropped.
    Invisible,
    /// Neither a letter nor a digit.
    Separator,
    /// Needs Unicode's tables.
    Other,
}

/// How a character folds, for those that need no decomposition.
///
/// The accented letters of the Latin scripts are listed here too: looking them up in Unicode's tables would give the same
/// (a test says so) ten times slower.
pub(super) fn letter(character: char) -> Letter {
    if character.is_ascii() {
        return Letter::Ascii(character as u8);
    }
    Letter::Spelled(match character {
        'à'..='å' | 'À'..='Å' | 'ā' | 'Ā' | 'ă' | 'Ă' | 'ą' | 'Ą' => "a",
        'æ' | 'Æ' => "ae",
        'ç' | 'Ç' | 'ć' | 'Ć' | 'č' | 'Č' => "c",
        'ð' | 'Ð' | 'đ' | 'Đ' | 'ď' | 'Ď' => "d",
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'Ē' | 'ė' | 'Ė' | 'ę' | 'Ę' | 'ě' | 'Ě' => "e",
        'ğ' | 'Ğ' | 'ģ' | 'Ģ' | 'ǥ' | 'Ǥ' => "g",
        'ħ' | 'Ħ' => "h",
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'Ī' | 'į' | 'Į' | 'ı' | 'İ' | 'ɨ' | 'Ɨ' => "i",
        'ĸ' => "k",
        'ł' | 'Ł' | 'ľ' | 'Ľ' | 'ļ' | 'Ļ' => "l",
        'ñ' | 'Ñ' | 'ń' | 'Ń' | 'ň' | 'Ň' | 'ņ' | 'Ņ' | 'ŋ' | 'Ŋ' => "n",
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' | 'ō' | 'Ō' | 'ő' | 'Ő' | 'ơ' | 'Ơ' => "o",
        'œ' | 'Œ' => "oe",
        'ř' | 'Ř' | 'ŕ' | 'Ŕ' => "r",
        'ś' | 'Ś' | 'š' | 'Š' | 'ş' | 'Ş' | 'ș' | 'Ș' => "s",
        'ß' | 'ẞ' => "ss",
        'ť' | 'Ť' | 'ţ' | 'Ţ' | 'ț' | 'Ț' | 'ŧ' | 'Ŧ' => "t",
        'þ' | 'Þ' => "th",
        'ù'..='ü' | 'Ù'..='Ü' | 'ū' | 'Ū' | 'ů' | 'Ů' | 'ű' | 'Ű' | 'ų' | 'Ų' | 'ư' | 'Ư' => "u",
        'ý' | 'Ý' | 'ÿ' | 'Ÿ' => "y",
        'ź' | 'Ź' | 'ż' | 'Ż' | 'ž' | 'Ž' | 'ƶ' | 'Ƶ' => "z",
        // One letter, whatever its place in the word.
        'ς' => "σ",
        // Combining accents; the soft hyphen; zero-width and direction marks; variation selectors; the byte order mark.
        '\u{300}'..='\u{36f}'
        | '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => return Letter::Invisible,
        // Modifier letters used as apostrophes (U+02BC and its neighbours) count as letters in Unicode, not on a keyboard.
        '\u{a0}' | '\u{2b9}'..='\u{2df}' | '\u{2ec}'..='\u{2ee}' | '\u{2010}'..='\u{2023}' => return Letter::Separator,
        _ => return Letter::Other,
    })
}
