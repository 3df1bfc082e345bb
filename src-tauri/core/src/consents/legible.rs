//! Words that somebody typed, as they may be sealed: what is read on screen and paper is what is written, and it is there.

/// The text on one line and without white space around it. Characters that turn the reading direction of what follows are
/// left out (Unicode Bidirectional Algorithm, UAX #9, table 4): they could make a sealed row read differently. Empty if
/// nothing of it can be seen.
pub(crate) fn legible(text: &str) -> String {
    let line: String =
        text.chars().filter(|c| !turns_direction(*c)).map(|c| if c.is_control() { ' ' } else { c }).collect();
    let line = line.trim();
    if line.chars().all(|c| c.is_whitespace() || is_invisible(c)) { String::new() } else { line.to_owned() }
}

const fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Joiners, marks and fillers that are not drawn by themselves. Within words they are kept: some scripts and emoji need them.
const fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::legible;

    #[test]
    fn what_cannot_be_seen_is_nothing() {
        for nothing in
            ["", " ", "\u{200b}\u{200d}", "\u{1} \u{1}", "\u{3164}", "\u{feff}\u{a0}", "\u{202e}", "\u{2800}"]
        {
            assert_eq!(legible(nothing), "", "{nothing:?}");
        }
    }

    #[test]
    fn what_can_be_seen_is_kept_and_read_as_it_is_written() {
        for (typed, kept) in [
            (" Accord écrit\n", "Accord écrit"),
            ("a\nb\tc", "a b c"),
            ("\u{202e}tircé droccA", "tircé droccA"),
            ("👩\u{200d}👧 ❤\u{fe0f}", "👩\u{200d}👧 ❤\u{fe0f}"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
        ] {
            assert_eq!(legible(typed), kept, "{typed:?}");
        }
    }
}
