//! How many rows are asked for, read where the programs themselves say it, so that what is measured is what they do.

use crate::Result;

const SEARCH_PAGE: &str = include_str!("../../../ui/src/features/search/search.svelte.ts");
const ARGUMENTS: &str = include_str!("../../../src-tauri/cli/src/arguments.rs");

/// What the window asks for at every keystroke.
///
/// # Errors
/// When the search page says it in other words.
pub fn window() -> Result<u32> {
    let said = SEARCH_PAGE.split_once("const LIMIT = ").and_then(|(_, rest)| number(rest));
    said.ok_or_else(|| "the search page has no LIMIT".into())
}

/// What `ecrin-cli search` asks for unless told otherwise.
///
/// # Errors
/// When its arguments say it in other words.
pub fn terminal() -> Result<u32> {
    let before = ARGUMENTS.split_once("limit: u32").map(|(before, _)| before);
    let said = before.and_then(|before| before.rsplit_once("default_value_t = ")).and_then(|(_, rest)| number(rest));
    said.ok_or_else(|| "ecrin-cli's arguments have no limit".into())
}

fn number(text: &str) -> Option<u32> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text[..end].parse().ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_programs_say_how_many_rows_they_ask_for() {
        for limit in [super::window().unwrap(), super::terminal().unwrap()] {
            assert!((1..=200).contains(&limit), "{limit}");
        }
    }
}
