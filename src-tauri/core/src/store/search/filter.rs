//! What narrows a search beside its text: the type has a word in the full-text index, the town has words and an index of its own.
//!
//! A filter is applied where the matches are read, so that counts and lines obey it alike.

use crate::clients::{ClientRow, ContactType};
use crate::search::SearchFilter;
use crate::text;

use super::words::mark;

/// A filter, ready for the indexes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filter {
    pub(super) kind: Option<ContactType>,
    /// Folded; empty for every town.
    pub(super) town: String,
}

impl Filter {
    pub(super) fn of(asked: &SearchFilter) -> Filter {
        Filter { kind: asked.r#type, town: text::fold(&asked.town) }
    }

    /// Whether everybody passes.
    pub(super) fn is_open(&self) -> bool {
        *self == Filter::default()
    }

    /// The FTS5 expression of what is typed, which may be empty, and of the filter.
    ///
    /// Words do not tell a town from a name: who has them is looked up in the index of towns.
    pub(super) fn narrow(&self, typed: &str) -> String {
        let towns = self.town.split(' ').filter(|word| !word.is_empty()).map(|word| format!("\"{word}\""));
        let kind = self.kind.map(|kind| format!("\"{}\"", mark(kind)));
        let typed = Some(typed.to_owned()).filter(|typed| !typed.is_empty());
        typed.into_iter().chain(kind).chain(towns).collect::<Vec<_>>().join(" AND ")
    }

    /// Whether a client of this type and town passes.
    pub(super) fn passes(&self, kind: ContactType, town: &str) -> bool {
        self.kind.is_none_or(|wanted| wanted == kind) && (self.town.is_empty() || self.town == text::fold(town))
    }

    /// Whether the client of a line passes.
    pub(super) fn passes_row(&self, row: &ClientRow) -> bool {
        self.passes(row.r#type, &row.town)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_and_what_is_asked_hold_together() {
        let asked = SearchFilter { r#type: Some(ContactType::Prospect), town: "Saint-Angel".into() };
        let filter = Filter::of(&asked);
        assert_eq!(filter.narrow("(\"dup\"*)"), "(\"dup\"*) AND \"\u{E004}\" AND \"saint\" AND \"angel\"");
        assert_eq!(filter.narrow(""), "\"\u{E004}\" AND \"saint\" AND \"angel\"");
        assert_eq!(Filter::default().narrow("\"dup\"*"), "\"dup\"*");
        assert!(
            filter.passes(ContactType::Prospect, "SAINT ANGEL") && !filter.passes(ContactType::Client, "Saint-Angel")
        );
        assert!(!filter.passes(ContactType::Prospect, "SAINT-ANGEL-LE-BAS") && Filter::default().is_open());
    }

    #[test]
    fn nobody_can_type_the_word_of_a_type() {
        for kind in ContactType::ALL {
            assert_eq!(text::fold(&format!("a{}b", mark(kind))), "a b");
        }
    }
}
