//! People who live together or came twice: couples and families share a name, an address and often a telephone, and now
//! and then a record was made a second time, a little differently.

use super::chance::Chance;
use super::places::Address;
use crate::clients::ClientInput;
use crate::text;

/// How many households and records are remembered, so that the next of a family comes soon but not at once.
const REMEMBERED: usize = 48;

/// What the people at one address have in common.
#[derive(Clone)]
pub(super) struct Household {
    pub(super) last_name: String,
    pub(super) address: Address,
    pub(super) phone: String,
    /// Of whom the record was made first: a spouse is born about then, a child a generation later.
    pub(super) first_name: &'static str,
    pub(super) woman: bool,
    pub(super) born: i32,
}

/// Those who were met not long ago.
pub(super) struct Memory<T> {
    items: Vec<T>,
    oldest: usize,
}

impl<T> Memory<T> {
    pub(super) fn new() -> Memory<T> {
        Memory { items: Vec::with_capacity(REMEMBERED), oldest: 0 }
    }

    /// Remembers, and forgets the oldest.
    pub(super) fn keep(&mut self, item: T) {
        if self.items.len() < REMEMBERED {
            self.items.push(item);
        } else {
            self.items[self.oldest] = item;
            self.oldest = (self.oldest + 1) % REMEMBERED;
        }
    }

    pub(super) fn any(&self, chance: &mut Chance) -> Option<&T> {
        self.items.get(chance.below(self.items.len()))
    }
}

/// A second record of the same person, as another clerk made it on another day.
pub(super) fn made_again(chance: &mut Chance, first: &ClientInput) -> ClientInput {
    let mut again = first.clone();
    let name = if again.last_name.is_empty() { &mut again.company } else { &mut again.last_name };
    match chance.below(5) {
        // Accents and hyphens are forgotten.
        0 => *name = text::fold(name).to_uppercase(),
        // A double letter is written once, or a single one twice.
        1 => *name = misspelt(name),
        2 => again.first_name = initial(&again.first_name),
        3 => again.civility.clear(),
        _ => again.address_1 = again.address_1.replace("avenue", "av.").replace("boulevard", "bd").replace("rue", "r."),
    }
    match chance.below(3) {
        0 => again.email.clear(),
        1 if !again.mobile.is_empty() => again.phone.clear(),
        _ => again.origins.clear(),
    }
    if again.last_name.is_empty() && again.company.is_empty() {
        again.email.clone_from(&first.email);
    }
    again
}

/// « Jeanne » as « J. ».
fn initial(name: &str) -> String {
    name.chars().next().map(|letter| format!("{letter}.")).unwrap_or_default()
}

fn misspelt(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let twice = (1..letters.len()).find(|&at| letters[at] == letters[at - 1]);
    let single = letters.iter().position(|letter| "LNRST".contains(*letter));
    let mut letters = letters;
    match (twice, single) {
        (Some(at), _) => {
            letters.remove(at);
        }
        (None, Some(at)) => letters.insert(at, letters[at]),
        (None, None) => {}
    }
    letters.into_iter().collect()
}
