//! Reading the word lists of assets/demonstration. They are part of the program, so a mistake in one is a failing test.

/// The lines of a list without its remarks.
pub(super) fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The sections of a list: what stands after `= `, and the lines under it.
pub(super) fn sections(list: &'static str) -> Vec<(&'static str, Vec<&'static str>)> {
    let mut sections: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in lines(list) {
        match (line.strip_prefix("= "), sections.last_mut()) {
            (Some(title), _) => sections.push((title, Vec::new())),
            (None, Some((_, lines))) => lines.push(line),
            (None, None) => {}
        }
    }
    sections
}

/// The items of one section, which stand between these separators.
pub(super) fn section(list: &'static str, title: &str, separator: char) -> Vec<&'static str> {
    let found = sections(list).into_iter().find(|(name, _)| *name == title);
    found.into_iter().flat_map(|(_, lines)| lines).flat_map(|line| line.split(separator)).collect()
}

/// `WEIGHT REST` as a pair.
pub(super) fn weighed(line: &'static str) -> Option<(usize, &'static str)> {
    let (weight, rest) = line.split_once(' ')?;
    Some((weight.parse().ok()?, rest))
}
