//! Organisations among the clients: opticians and schools, town halls, shops and clubs.

use super::chance::Chance;
use super::lists;
use super::people::Names;

const ORGANISATIONS: &str = include_str!("../../../../assets/demonstration/organisations.txt");

/// After whom schools are named.
const FIGURES: [&str; 16] = [
    "Jean-Moulin",
    "Victor-Hugo",
    "Jules-Ferry",
    "Jean-Jaurès",
    "Marie-Curie",
    "George-Sand",
    "Simone-Veil",
    "Albert-Camus",
    "Jacques-Prévert",
    "Jean-de-La-Fontaine",
    "Louise-Michel",
    "Lucie-Aubrac",
    "Antoine-de-Saint-Exupéry",
    "Paul-Langevin",
    "Berthe-Morisot",
    "Sainte-Marie",
];

/// The patterns of their names.
pub(super) struct Organisations(Vec<(usize, &'static str)>);

impl Organisations {
    pub(super) fn load() -> Organisations {
        Organisations(lists::lines(ORGANISATIONS).filter_map(lists::weighed).collect())
    }

    /// The name of one that is in this town.
    pub(super) fn name(&self, chance: &mut Chance, names: &Names, town: &str) -> String {
        let pattern = chance.weighted(&self.0);
        if pattern.contains("{of}") {
            return pattern.replace("{of}", &of(town));
        }
        if pattern.contains("{figure}") {
            return pattern.replace("{figure}", FIGURES[chance.below(FIGURES.len())]);
        }
        pattern.replace("{name}", &names.last_name(chance, false))
    }
}

/// « de Meymac », « d’Ussel », « du Mans », « des Ulis », « de La Rochelle ».
fn of(town: &str) -> String {
    let vowel = town.starts_with(|c: char| "AEIOUYÀÂÉÈÊËÎÏÔŒHaeiouyàâéèêëîïôœh".contains(c));
    match (town.strip_prefix("Le "), town.strip_prefix("Les ")) {
        _ if town.is_empty() => "du Plateau".to_owned(),
        (Some(rest), _) => format!("du {rest}"),
        (_, Some(rest)) => format!("des {rest}"),
        _ if vowel => format!("d’{town}"),
        _ => format!("de {town}"),
    }
}
