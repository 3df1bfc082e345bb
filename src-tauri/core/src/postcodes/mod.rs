//! French postcodes and their towns, overseas and Monaco included, without a network.
//!
//! The table is text inside the program, sorted, and searched where it lies: it costs nothing at start. Communes and
//! postcodes as of 1 January 2026 (Etalab, Licence Ouverte 2.0; see assets/ATTRIBUTION.md). CEDEX codes are not in it.

/// One line a postcode: `19200 Ussel|Saint-Angel|…`, the most populous town first.
const TABLE: &str = include_str!("../../../../assets/postcodes.txt");

/// The towns that share a postcode, the most populous first; none if it is not a French postcode.
pub fn towns(postcode: &str) -> Vec<&'static str> {
    line(postcode.trim()).map(|names| names.split('|').collect()).unwrap_or_default()
}

/// Whether the postcode is that of at least one town.
pub fn is_known(postcode: &str) -> bool {
    line(postcode.trim()).is_some()
}

/// The town that lies at this place of the table, with its postcode: any number gives one. For drawing towns by chance;
/// a town comes the more often the longer its line before it is.
pub(crate) fn at(place: usize) -> (&'static str, &'static str) {
    let start = line_start(place % TABLE.len());
    let (postcode, names) = split(start);
    let nth = place % (names.matches('|').count() + 1);
    (postcode, names.split('|').nth(nth).unwrap_or(names))
}

/// The names on the line of a postcode.
fn line(postcode: &str) -> Option<&'static str> {
    if postcode.len() != 5 || !postcode.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (mut low, mut high) = (0, TABLE.len());
    while low < high {
        let start = line_start(low.midpoint(high));
        let (found, names) = split(start);
        match found.cmp(postcode) {
            std::cmp::Ordering::Equal => return Some(names),
            std::cmp::Ordering::Less => low = line_end(start),
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

/// Where the line begins that holds this byte.
fn line_start(place: usize) -> usize {
    TABLE.as_bytes()[..place].iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1)
}

/// Where the line ends that begins here, and the next one begins.
fn line_end(start: usize) -> usize {
    TABLE[start..].find('\n').map_or(TABLE.len(), |end| start + end + 1)
}

/// The postcode and the names on the line that begins here.
fn split(start: usize) -> (&'static str, &'static str) {
    let line = TABLE[start..].lines().next().unwrap_or_default();
    line.split_once(' ').unwrap_or((line, ""))
}

#[cfg(test)]
mod tests {
    use super::{TABLE, at, is_known, towns};

    #[test]
    fn a_postcode_of_one_town_gives_it() {
        assert_eq!(towns("75011"), ["Paris"]);
        assert_eq!(towns("20000"), ["Ajaccio"]);
        assert_eq!(towns("98000"), ["Monaco"]);
        assert_eq!(towns(" 97150 "), ["Saint-Martin"]);
        assert_eq!(towns("98800"), ["Nouméa"]);
    }

    #[test]
    fn towns_that_share_a_postcode_are_all_given_the_largest_first() {
        let around_ussel = towns("19200");
        assert_eq!(around_ussel.len(), 19);
        assert_eq!(&around_ussel[..3], ["Ussel", "Saint-Angel", "Saint-Exupéry-les-Roches"]);
        assert!(around_ussel.contains(&"Saint-Étienne-aux-Clos"));
    }

    #[test]
    fn what_is_no_postcode_gives_no_town() {
        for postcode in
            ["", "1", "1920", "192000", "00000", "19201", "99999", "abcde", "1920é", "19 200", "2A004", "\n1920"]
        {
            assert!(towns(postcode).is_empty() && !is_known(postcode), "{postcode}");
        }
    }

    #[test]
    fn every_line_of_the_table_is_found() {
        let mut before = "";
        for line in TABLE.lines() {
            let (postcode, names) = line.split_once(' ').expect("a postcode and its towns");
            assert!(before < postcode, "sorted, each once: {postcode}");
            before = postcode;
            assert!(is_known(postcode));
            assert_eq!(towns(postcode).join("|"), names);
            assert!(towns(postcode).iter().all(|name| !name.is_empty() && name.trim() == *name), "{line}");
        }
        assert!(TABLE.lines().count() > 6000 && TABLE.len() < 700_000 && TABLE.ends_with('\n'));
    }

    #[test]
    fn any_place_of_the_table_is_in_a_town() {
        for place in (0..TABLE.len() * 2).step_by(997).chain([0, TABLE.len() - 1, TABLE.len(), usize::MAX]) {
            let (postcode, town) = at(place);
            assert!(towns(postcode).contains(&town), "{place}: {postcode} {town}");
        }
    }
}
