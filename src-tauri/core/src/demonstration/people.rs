//! Names as they are given in France: first names of their generation, last names by how common they are.

use super::chance::Chance;
use super::lists;

const FIRST_NAMES: &str = include_str!("../../../../assets/demonstration/first-names.txt");
const LAST_NAMES: &str = include_str!("../../../../assets/demonstration/last-names.txt");

/// All the names to draw from.
pub(super) struct Names {
    given: Vec<Generation>,
    /// In capitals, each as often as its weight.
    common: Vec<u16>,
    last: Vec<String>,
    /// Those of one word, to be put together with a hyphen.
    plain: Vec<u16>,
    heads: Vec<String>,
    tails: Vec<String>,
}

struct Generation {
    woman: bool,
    from: i32,
    to: i32,
    names: Vec<&'static str>,
}

/// Somebody without an address.
pub(super) struct Person {
    pub(super) woman: bool,
    pub(super) born: i32,
    pub(super) first_name: &'static str,
}

impl Names {
    #[allow(clippy::cast_possible_truncation, reason = "a few thousand names")]
    pub(super) fn load() -> Names {
        let given = lists::sections(FIRST_NAMES).into_iter().filter_map(|(title, lines)| {
            let mut words = title.split(' ');
            let woman = words.next()? == "f";
            let (from, to) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
            Some(Generation { woman, from, to, names: lines.into_iter().flat_map(|line| line.split(' ')).collect() })
        });
        let (mut common, mut plain, mut last) = (Vec::new(), Vec::new(), Vec::<String>::new());
        for (title, lines) in lists::sections(LAST_NAMES) {
            let Ok(weight) = title.parse::<usize>() else { continue };
            for name in lines.into_iter().flat_map(|line| line.split(' ')) {
                let number = last.len() as u16;
                last.push(name.replace('_', " ").to_uppercase());
                common.extend(std::iter::repeat_n(number, weight));
                if !name.contains(['_', '-']) {
                    plain.push(number);
                }
            }
        }
        let capitals = |title| lists::section(LAST_NAMES, title, ' ').into_iter().map(str::to_uppercase).collect();
        Names { given: given.collect(), common, last, plain, heads: capitals("heads"), tails: capitals("tails") }
    }

    /// An adult. Six in ten of a jeweller's clients are women.
    pub(super) fn person(&self, chance: &mut Chance, year: i32) -> Person {
        let woman = chance.per_mille(600);
        let born = year - 18 - age_above_18(chance);
        self.born(chance, woman, born)
    }

    /// Somebody of this sex, born about that year.
    pub(super) fn born(&self, chance: &mut Chance, woman: bool, born: i32) -> Person {
        let year = born.clamp(1925, 2008);
        let fits =
            |generation: &&Generation| generation.woman == woman && (generation.from..=generation.to).contains(&year);
        let among = self.given.iter().filter(fits).count();
        let first_name = match self.given.iter().filter(fits).nth(chance.below(among)) {
            Some(generation) => *chance.one(&generation.names),
            None => "Dominique",
        };
        Person { woman, born, first_name }
    }

    /// A last name in capitals, as on French records.
    pub(super) fn last_name(&self, chance: &mut Chance, woman: bool) -> String {
        if chance.per_mille(if woman { 130 } else { 60 }) {
            return self.of_two(chance);
        }
        if chance.per_mille(40) {
            let (head, tail): (&String, &String) = (chance.one(&self.heads), chance.one(&self.tails));
            return format!("{head}{tail}");
        }
        self.last[usize::from(*chance.one(&self.common))].clone()
    }

    /// Two names with a hyphen: « DUPONT-REY ».
    fn of_two(&self, chance: &mut Chance) -> String {
        let first = &self.last[usize::from(*chance.one(&self.plain))];
        let second = &self.last[usize::from(*chance.one(&self.plain))];
        if first == second { first.clone() } else { format!("{first}-{second}") }
    }
}

/// Most are between forty and seventy.
fn age_above_18(chance: &mut Chance) -> i32 {
    let age = chance.below(40) + chance.below(39);
    i32::try_from(age).unwrap_or(0)
}
