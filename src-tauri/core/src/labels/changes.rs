//! What a label says, field by field, for the journal.

use crate::journal::JournalChange;

/// A field's code and its value; what is not named is empty.
pub(crate) type Fields = Vec<(&'static str, String)>;

/// What differs between two states.
pub(crate) fn changes(old: &Fields, new: &Fields) -> Vec<JournalChange> {
    let of = |fields: &Fields, name: &str| {
        fields.iter().find(|(field, _)| *field == name).map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let mut changes = Vec::new();
    let gone = old.iter().filter(|(name, _)| new.iter().all(|(other, _)| other != name));
    for (name, _) in new.iter().chain(gone) {
        let (before, after) = (of(old, name), of(new, name));
        if before != after {
            changes.push(JournalChange::new(name, before, after));
        }
    }
    changes
}

/// What differs between two states of one among several, which is named even where its name stayed: a record has many.
pub(crate) fn changes_of(naming: &[&str], old: &Fields, new: &Fields) -> Vec<JournalChange> {
    let mut changes = changes(old, new);
    for (field, value) in new.iter().filter(|(field, _)| naming.contains(field)) {
        if changes.iter().all(|change| change.field != *field) {
            changes.push(JournalChange::new(field, value.as_str(), value.as_str()));
        }
    }
    changes
}

/// Something or nothing as text.
pub(crate) fn said<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
