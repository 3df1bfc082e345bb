//! Cells that a spreadsheet would run as formulas, written so that it does not, and read back as they were.
//!
//! A cell that begins with `=`, `+`, `-`, `@`, a tabulation or a line break gets an apostrophe in front (OWASP, « CSV
//! Injection »), and so does one that would otherwise look as if it had got one. [`undo`] is the exact inverse of [`make`].

use std::borrow::Cow;

/// The cell, harmless.
pub(crate) fn make(cell: &str) -> Cow<'_, str> {
    if is_marked(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// The cell as it was before [`make`].
pub(crate) fn undo(cell: Cow<'_, str>) -> Cow<'_, str> {
    match cell.strip_prefix('\'') {
        Some(original) if is_marked(original) => Cow::Owned(original.to_owned()),
        _ => cell,
    }
}

/// Whether a spreadsheet would run the cell, or take it for one that was made inert.
pub(crate) fn is_marked(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn formulas_and_foreign_numbers_are_made_inert() {
        for cell in ["=1+1", "+33 6 39 98 71 10", "-2", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(make(cell), format!("'{cell}"));
        }
        for cell in ["", "Dupont", "'", "l'Isle", "1=1", "06 39 98 71 10"] {
            assert_eq!(make(cell), cell);
        }
    }

    proptest! {
        #[test]
        fn every_cell_comes_back(cell in "['=+@\t\r\na-]{0,6}") {
            let written = make(&cell).into_owned();
            prop_assert!(!written.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']));
            prop_assert_eq!(undo(Cow::Owned(written)), cell);
        }
    }
}
