//! Telephone numbers from the ranges reserved for fiction, and e-mail addresses that lead nowhere.

use std::fmt::Write as _;

use super::cast;
use super::chance::Chance;
use super::people::Person;
use crate::text;

/// The first six digits of the ranges reserved for fiction (ARCEP, décision 2018-0881), by the first digit after the zero.
const LANDLINES: [&str; 5] = ["019900", "026191", "035301", "046571", "053649"];
const MOBILES: &str = "063998";

/// The metropolitan departments whose landlines begin with 01, 02, 03 and 05; the others have 04.
const ZONES: [(usize, &str); 4] = [
    (0, "75 77 78 91 92 93 94 95"),
    (1, "14 18 22 27 28 29 35 36 37 41 44 45 49 50 53 56 61 72 76 85"),
    (2, "02 08 10 21 25 39 51 52 54 55 57 58 59 60 62 67 68 70 71 80 88 89 90"),
    (4, "09 12 16 17 19 23 24 31 32 33 40 46 47 64 65 79 81 82 86 87"),
];

const DOMAINS: [(usize, &str); 7] = [
    (30, "courriel.example"),
    (25, "messagerie.example"),
    (15, "toile.example"),
    (10, "boite-a-lettres.example"),
    (8, "fibre.example"),
    (7, "campus.example"),
    (5, "plateau-mille.example"),
];

/// Gives each number of a range once before giving any a second time.
pub(super) struct Numbers {
    given: [u64; 6],
    first: [u64; 6],
    /// Those of people whose record is laid down.
    taken: Vec<String>,
}

impl Numbers {
    pub(super) fn new(chance: &mut Chance) -> Numbers {
        Numbers { given: [0; 6], first: std::array::from_fn(|_| chance.below(10_000) as u64), taken: cast::numbers() }
    }

    pub(super) fn mobile(&mut self, chance: &mut Chance) -> String {
        self.number(chance, 5, MOBILES)
    }

    /// A landline of the department of this postcode.
    pub(super) fn landline(&mut self, chance: &mut Chance, postcode: &str) -> String {
        let department = postcode.get(..2).unwrap_or("19");
        let zone = ZONES.iter().find(|(_, departments)| departments.contains(department)).map_or(3, |(zone, _)| *zone);
        self.number(chance, zone, LANDLINES[zone])
    }

    fn number(&mut self, chance: &mut Chance, counter: usize, range: &str) -> String {
        loop {
            self.given[counter] += 1;
            // 7,919 is prime: its multiples go through all ten thousand numbers before they come back.
            let last = (self.first[counter] + self.given[counter] * 7_919) % 10_000;
            let digits = format!("{range}{last:04}");
            if !self.taken.contains(&digits) {
                return typed(chance, &digits);
            }
        }
    }
}

/// A number as one clerk or another types it.
fn typed(chance: &mut Chance, digits: &str) -> String {
    let style = chance.below(100);
    let (mut text, from, separator) = match style {
        0..=1 => return digits.to_owned(),
        2..=3 => (format!("+33 {} ", &digits[1..2]), 2, ' '),
        4..=6 => (String::with_capacity(14), 0, '.'),
        _ => (String::with_capacity(14), 0, ' '),
    };
    for start in (from..digits.len()).step_by(2) {
        if start > from {
            text.push(separator);
        }
        text.push_str(&digits[start..start + 2]);
    }
    text
}

/// An address made of the name, in one of the usual ways.
pub(super) fn email(chance: &mut Chance, person: &Person, last_name: &str) -> String {
    let first = text::fold(person.first_name).replace(' ', "-");
    let last = text::fold(last_name).replace(' ', "");
    let initial = first.get(..1).unwrap_or("x");
    let year = person.born.rem_euclid(100);
    let mut address = String::with_capacity(40);
    let _ = match chance.below(10) {
        0..=3 => write!(address, "{first}.{last}"),
        4..=5 => write!(address, "{initial}.{last}"),
        6 => write!(address, "{last}.{first}"),
        7 => write!(address, "{initial}{last}{year:02}"),
        8 => write!(address, "{last}{}", 1 + chance.below(95)),
        _ => write!(address, "{first}{year:02}"),
    };
    let _ = write!(address, "@{}", chance.weighted(&DOMAINS));
    address
}

/// The address of an organisation, under its own name.
pub(super) fn organisation_email(chance: &mut Chance, name: &str) -> String {
    let mut domain = String::with_capacity(40);
    for word in text::tokens(name).filter(|word| word.len() > 2) {
        if domain.len() + word.len() > 30 {
            break;
        }
        let hyphen = if domain.is_empty() { "" } else { "-" };
        let _ = write!(domain, "{hyphen}{word}");
    }
    let local = chance.one(&["contact", "contact", "accueil", "secretariat", "bonjour"]);
    if domain.is_empty() { format!("{local}@association.example") } else { format!("{local}@{domain}.example") }
}
