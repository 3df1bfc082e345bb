//! Words one stroke apart.

use std::collections::BTreeSet;

/// A word and every form of it that lacks one letter: two words one stroke apart share one of them.
pub fn without_a_letter(word: &str) -> BTreeSet<String> {
    let mut forms = BTreeSet::from([word.to_owned()]);
    for (at, letter) in word.char_indices() {
        let mut form = String::with_capacity(word.len());
        form.push_str(&word[..at]);
        form.push_str(&word[at + letter.len_utf8()..]);
        forms.insert(form);
    }
    forms
}
