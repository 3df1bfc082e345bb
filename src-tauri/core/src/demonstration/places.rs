//! Where the clients live: real postcodes with their towns, invented streets.

use super::chance::Chance;
use super::lists;
use crate::postcodes;

const STREETS: &str = include_str!("../../../../assets/demonstration/streets.txt");
const NEIGHBOURS: &str = include_str!("../../../../assets/demonstration/neighbours.txt");
const TOWNS: &str = include_str!("../../../../assets/demonstration/towns.txt");

/// An address as it stands in a record; the empty parts were not given.
#[derive(Clone, Debug, Default)]
pub(super) struct Address {
    pub(super) lines: [String; 3],
    pub(super) postcode: &'static str,
    pub(super) town: String,
    pub(super) country: &'static str,
    /// The town in small letters, even where the record does not give it.
    pub(super) town_name: &'static str,
}

/// All the places to draw from.
pub(super) struct Places {
    /// Up to where (inhabitants or shares, added up) each town goes.
    towns: Vec<(usize, &'static str, &'static str)>,
    local: bool,
    kinds: Vec<&'static str>,
    streets: Vec<&'static str>,
    hamlets: Vec<&'static str>,
    second: Vec<&'static str>,
    third: Vec<&'static str>,
    abroad: Vec<[&'static str; 3]>,
}

impl Places {
    pub(super) fn load(local: bool) -> Places {
        let mut total = 0;
        let towns = lists::lines(if local { NEIGHBOURS } else { TOWNS }).filter_map(|line| {
            let (weight, place) = lists::weighed(line)?;
            let (postcode, town) = place.split_once(' ')?;
            total += weight;
            Some((total, postcode, town))
        });
        let abroad = lists::sections(STREETS).into_iter().find(|(title, _)| *title == "abroad").map(|(_, lines)| lines);
        let abroad = abroad.into_iter().flatten().filter_map(|line| {
            let mut parts = line.split('|');
            Some([parts.next()?, parts.next()?, parts.next()?])
        });
        Places {
            towns: towns.collect(),
            local,
            kinds: lists::section(STREETS, "kinds", ' '),
            streets: lists::section(STREETS, "names", '|'),
            hamlets: lists::section(STREETS, "places", '|'),
            second: lists::section(STREETS, "second lines", '|'),
            third: lists::section(STREETS, "third lines", '|'),
            abroad: abroad.collect(),
        }
    }

    /// An address with the gaps that addresses have.
    pub(super) fn address(&self, chance: &mut Chance) -> Address {
        let mut address = Address { country: if chance.per_mille(950) { "France" } else { "" }, ..Address::default() };
        if !self.local && chance.per_mille(4) {
            let [postcode, town, country] = *chance.one(&self.abroad);
            (address.postcode, address.town, address.country) = (postcode, town.to_uppercase(), country);
            address.town_name = town;
        } else {
            let (postcode, town) = self.town(chance);
            address.town_name = town;
            match chance.below(100) {
                0..=2 => {}
                3 => address.town = town.to_uppercase(),
                _ => (address.postcode, address.town) = (postcode, town.to_uppercase()),
            }
        }
        if chance.per_mille(940) {
            address.lines[0] = self.street(chance);
            if chance.per_mille(140) {
                (*chance.one(&self.second)).clone_into(&mut address.lines[1]);
                if chance.per_mille(200) {
                    (*chance.one(&self.third)).clone_into(&mut address.lines[2]);
                }
            }
        }
        address
    }

    /// A real postcode and one of its towns: large towns by their inhabitants and, in a large shop, any village.
    pub(super) fn town(&self, chance: &mut Chance) -> (&'static str, &'static str) {
        if !self.local && chance.per_mille(250) {
            return postcodes::at(chance.below(1 << 30));
        }
        let place = chance.below(self.towns.last().map_or(0, |(total, ..)| *total));
        let (_, postcode, town) = self.towns[self.towns.partition_point(|(end, ..)| *end <= place)];
        (postcode, town)
    }

    fn street(&self, chance: &mut Chance) -> String {
        if chance.per_mille(if self.local { 250 } else { 100 }) {
            return (*chance.one(&self.hamlets)).to_owned();
        }
        let number = 1 + chance.below(40).min(chance.below(120));
        let bis = chance.weighted(&[(92, ""), (6, " bis"), (2, " ter")]);
        format!("{number}{bis} {} {}", chance.one(&self.kinds), chance.one(&self.streets))
    }
}
