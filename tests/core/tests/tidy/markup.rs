//! Reading Svelte markup just enough to find words that a person would see.

/// Attributes whose value is shown or read aloud.
const SPOKEN: &[&str] =
    &["aria-label", "aria-description", "aria-roledescription", "title", "placeholder", "alt", "label"];

/// Words written straight into the markup, with their line; what stands in `{…}` comes from the catalogue and is not one.
pub(crate) fn words(text: &str) -> Vec<(usize, String)> {
    let markup = blank(&blank(&blank(text, "<script", "</script>"), "<style", "</style>"), "<!--", "-->");
    let mut found = Vec::new();
    let mut rest = Scanner { text: &markup, at: 0 };
    while let Some((at, piece)) = rest.next_piece() {
        let line = markup[..at].matches('\n').count() + 1;
        match piece {
            Piece::Text(text) if is_wording(&text) => found.push((line, format!("text « {} »", text.trim()))),
            Piece::Tag(tag) => {
                found.extend(spoken(&tag).into_iter().map(|(name, value)| (line, format!("{name} « {value} »"))));
            }
            Piece::Text(_) => {}
        }
    }
    found
}

/// Replaces everything from `open` to `close` by spaces and keeps the lines.
fn blank(text: &str, open: &str, close: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(open) {
        let end = rest[start..].find(close).map_or(rest.len(), |end| start + end + close.len());
        out.push_str(&rest[..start]);
        out.extend(rest[start..end].chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        rest = &rest[end..];
    }
    out + rest
}

enum Piece {
    /// Text between tags, without what stands in braces.
    Text(String),
    /// The inside of a tag.
    Tag(String),
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl Scanner<'_> {
    fn next_piece(&mut self) -> Option<(usize, Piece)> {
        let start = self.at;
        let first = self.text[start..].chars().next()?;
        let in_tag = first == '<';
        let mut depth = 0_usize;
        let mut quote = None;
        let mut own = String::new();
        for (offset, c) in self.text[start..].char_indices() {
            match (c, quote) {
                ('{', _) => depth += 1,
                ('}', _) => depth = depth.saturating_sub(1),
                _ if depth > 0 => {}
                ('"' | '\'', None) if in_tag => quote = Some(c),
                (c, Some(q)) if c == q => quote = None,
                ('>', None) if in_tag => {
                    self.at = start + offset + 1;
                    return Some((start, Piece::Tag(self.text[start + 1..start + offset].to_owned())));
                }
                ('<', None) if !in_tag => {
                    self.at = start + offset;
                    return Some((start, Piece::Text(own)));
                }
                _ if !in_tag => own.push(c),
                _ => {}
            }
        }
        self.at = self.text.len();
        Some((start, if in_tag { Piece::Tag(self.text[start + 1..].to_owned()) } else { Piece::Text(own) }))
    }
}

fn spoken(tag: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for name in SPOKEN {
        for quote in ['"', '\''] {
            let opening = format!(" {name}={quote}");
            let flat = tag.replace('\n', " ");
            if let Some(start) = flat.find(&opening) {
                let value = &flat[start + opening.len()..];
                let value = value.split(quote).next().unwrap_or_default();
                if is_wording(&without_braces(value)) {
                    found.push(((*name).to_owned(), value.to_owned()));
                }
            }
        }
    }
    found
}

fn without_braces(value: &str) -> String {
    let mut depth = 0_usize;
    let keep = |c: &char| {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    };
    value.chars().filter(keep).collect()
}

/// Two letters in a row, but for the program's name and the names on keys, which are the same in every language.
fn is_wording(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 1);
    words.any(|word| !["Écrin", "Ctrl", "Alt", "nbsp"].contains(&word))
}
