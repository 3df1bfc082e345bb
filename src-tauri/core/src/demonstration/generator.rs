//! Makes the clients one after the other.

use std::collections::BTreeMap;

use super::calendar::{self, SPAN};
use super::cast::{self, Member};
use super::chance::Chance;
use super::contacts::{self, Numbers};
use super::households::{self, Household, Memory};
use super::organisations::Organisations;
use super::people::{Names, Person};
use super::places::{Address, Places};
use super::{DemoClient, LARGEST_LOCAL_SHOP};
use crate::clients::{ClientInput, ContactType};

const ORIGINS: [(usize, &str); 12] = [
    (26, "boutique"),
    (18, "bouche à oreille"),
    (10, "site internet"),
    (9, "vitrine"),
    (8, "salon du mariage"),
    (7, "ancien fichier"),
    (6, "parrainage"),
    (6, "réseaux sociaux"),
    (5, "journal"),
    (3, "marché de Noël"),
    (1, "boutique, parrainage"),
    (1, "site internet, salon du mariage"),
];

const PERSON_TYPES: [(usize, ContactType); 7] = [
    (720, ContactType::Client),
    (130, ContactType::Prospect),
    (40, ContactType::Tiers),
    (40, ContactType::PayePar),
    (30, ContactType::Parrain),
    (20, ContactType::Prescripteur),
    (20, ContactType::Beneficiaire),
];

const ORGANISATION_TYPES: [(usize, ContactType); 4] =
    [(50, ContactType::Client), (24, ContactType::Tiers), (16, ContactType::Prescripteur), (10, ContactType::Prospect)];

const REASONS: [(usize, &str); 8] = [
    (36, "déménagé"),
    (14, "sans nouvelles"),
    (12, "à sa demande"),
    (10, "courrier revenu"),
    (6, "numéro plus attribué"),
    (4, "doublon"),
    (2, "fâché avec la maison"),
    (16, ""),
];

const ORGANISATION_REASONS: [(usize, &str); 4] =
    [(5, "fermé"), (3, "liquidation"), (2, "repris sous un autre nom"), (1, "")];

/// The clients of one demonstration.
pub(super) struct Generator {
    chance: Chance,
    index: u64,
    count: u64,
    now: i64,
    year: i32,
    names: Names,
    places: Places,
    organisations: Organisations,
    numbers: Numbers,
    households: Memory<Household>,
    records: Memory<ClientInput>,
    cast: BTreeMap<u64, Member>,
}

impl Generator {
    pub(super) fn new(seed: u64, count: u64, now: i64) -> Generator {
        let mut chance = Chance::new(seed);
        let numbers = Numbers::new(&mut chance);
        Generator {
            chance,
            index: 0,
            count,
            now,
            year: calendar::year_of(now),
            names: Names::load(),
            places: Places::load(count <= LARGEST_LOCAL_SHOP),
            organisations: Organisations::load(),
            numbers,
            households: Memory::new(),
            records: Memory::new(),
            cast: placed(cast::members(), count, now),
        }
    }

    /// The moment at which the share `part` of the ten years had passed, on a day of work.
    #[allow(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        reason = "milliseconds of ten years fit 53 bits"
    )]
    fn moment(&mut self, part: f64) -> i64 {
        let start = self.now - SPAN;
        let moment = start + (part * SPAN as f64) as i64;
        calendar::at_work(&mut self.chance, moment).clamp(start, self.now)
    }

    /// A person of a new household or of one that was met before, or an organisation, or a record made twice.
    fn input(&mut self) -> (ClientInput, Option<i32>) {
        if self.chance.per_mille(10)
            && let Some(first) = self.records.any(&mut self.chance)
        {
            return (households::made_again(&mut self.chance, first), None);
        }
        if self.chance.per_mille(65) {
            return (self.organisation(), None);
        }
        if self.chance.per_mille(180)
            && let Some(household) = self.households.any(&mut self.chance).cloned()
        {
            return self.member_of(household);
        }
        let person = self.names.person(&mut self.chance, self.year);
        let last_name = self.names.last_name(&mut self.chance, person.woman);
        let address = self.places.address(&mut self.chance);
        let age = self.year - person.born;
        let phone = if self.chance.per_mille(if age > 60 { 780 } else { 380 }) {
            self.numbers.landline(&mut self.chance, address.postcode)
        } else {
            String::new()
        };
        let household = Household {
            last_name,
            address,
            phone,
            first_name: person.first_name,
            woman: person.woman,
            born: person.born,
        };
        if self.chance.per_mille(300) {
            self.households.keep(household.clone());
        }
        self.somebody(&person, household)
    }

    /// The husband, the wife, a child or a parent of somebody whose record was made before.
    fn member_of(&mut self, household: Household) -> (ClientInput, Option<i32>) {
        let (woman, born) = match self.chance.below(10) {
            0..=5 => (!household.woman, household.born + 2),
            6..=8 => (self.chance.per_mille(500), household.born + 27),
            _ => (self.chance.per_mille(500), household.born - 28),
        };
        let mut person = self.names.born(&mut self.chance, woman, born.min(self.year - 18));
        while person.first_name == household.first_name {
            person = self.names.born(&mut self.chance, woman, person.born);
        }
        self.somebody(&person, household)
    }

    fn somebody(&mut self, person: &Person, household: Household) -> (ClientInput, Option<i32>) {
        let chance = &mut self.chance;
        let age = self.year - person.born;
        let kind = *chance.weighted(&PERSON_TYPES);
        let named = kind != ContactType::Beneficiaire || chance.per_mille(700);
        let mails = !named || kind == ContactType::Beneficiaire || chance.per_mille(if age > 65 { 250 } else { 620 });
        let civility = match chance.below(1000) {
            0..=24 => "",
            25..=31 => "Dr",
            32..=34 => "Me",
            _ if !person.woman => "M.",
            _ if age < 40 && chance.per_mille(150) => "Mlle",
            _ => "Mme",
        };
        let mut input = ClientInput {
            email: if mails { contacts::email(chance, person, &household.last_name) } else { String::new() },
            origins: origins(chance),
            r#type: kind,
            ..ClientInput::default()
        };
        if named {
            civility.clone_into(&mut input.civility);
            input.last_name = household.last_name;
            if chance.per_mille(975) {
                person.first_name.clone_into(&mut input.first_name);
            }
            input.phone = household.phone;
            if chance.per_mille(if age > 70 { 520 } else { 860 }) {
                input.mobile = self.numbers.mobile(chance);
            }
            live_at(&mut input, household.address);
        }
        (input, Some(age))
    }

    fn organisation(&mut self) -> ClientInput {
        let chance = &mut self.chance;
        let address = self.places.address(chance);
        let company = self.organisations.name(chance, &self.names, address.town_name);
        let mut input = ClientInput {
            civility: if chance.per_mille(600) { "Sté".to_owned() } else { String::new() },
            phone: if chance.per_mille(900) { self.numbers.landline(chance, address.postcode) } else { String::new() },
            email: if chance.per_mille(650) { contacts::organisation_email(chance, &company) } else { String::new() },
            origins: origins(chance),
            r#type: *chance.weighted(&ORGANISATION_TYPES),
            professional: true,
            company,
            ..ClientInput::default()
        };
        if chance.per_mille(350) {
            let contact = self.names.person(chance, self.year);
            input.last_name = self.names.last_name(chance, contact.woman);
            contact.first_name.clone_into(&mut input.first_name);
            if chance.per_mille(400) {
                input.mobile = self.numbers.mobile(chance);
            }
        }
        live_at(&mut input, address);
        input
    }

    /// Seven in a hundred are inactive, mostly for a reason.
    fn inactivity(&mut self, input: &ClientInput, age: Option<i32>, since: i64) -> Option<(i64, String)> {
        if !self.chance.per_mille(70) {
            return None;
        }
        let reason = if input.professional {
            *self.chance.weighted(&ORGANISATION_REASONS)
        } else if age.is_some_and(|age| age > 65) && self.chance.per_mille(450) {
            match input.civility.as_str() {
                "Mme" | "Mlle" => "décédée",
                "M." => "décédé",
                _ => "décès signalé par la famille",
            }
        } else {
            *self.chance.weighted(&REASONS)
        };
        let moment = calendar::between(&mut self.chance, since, self.now);
        let moment = calendar::at_work(&mut self.chance, moment);
        Some((moment.clamp(since, self.now), reason.to_owned()))
    }

    /// When the record was last changed: a third never were, the others more often lately than long ago.
    #[allow(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        reason = "milliseconds of ten years fit 53 bits"
    )]
    fn last_change(&mut self, created_at: i64) -> i64 {
        if self.chance.per_mille(350) {
            return created_at;
        }
        let part = self.chance.fraction().sqrt();
        let moment = created_at + (part * (self.now - created_at) as f64) as i64;
        calendar::at_work(&mut self.chance, moment).clamp(created_at, self.now)
    }
}

impl Iterator for Generator {
    type Item = DemoClient;

    #[allow(clippy::cast_precision_loss, reason = "a count of clients fits 53 bits")]
    fn next(&mut self) -> Option<DemoClient> {
        if self.index >= self.count {
            return None;
        }
        let part = (self.index as f64 + self.chance.fraction()) / self.count as f64;
        let created_at = self.moment(part);
        let member = self.cast.remove(&self.index);
        self.index += 1;
        if let Some(Member { input, updated_on, inactive_because }) = member {
            let updated_at = calendar::at_work(&mut self.chance, updated_on).clamp(self.now - SPAN, self.now);
            let created_at = created_at.min(updated_at);
            let inactive = inactive_because.map(|reason| (updated_at, reason.to_owned()));
            return Some(DemoClient { input, created_at, updated_at, inactive });
        }
        let (input, age) = self.input();
        if self.chance.per_mille(60) {
            self.records.keep(input.clone());
        }
        let changed_at = self.last_change(created_at);
        let inactive = self.inactivity(&input, age, changed_at);
        let updated_at = inactive.as_ref().map_or(changed_at, |(at, _)| *at);
        Some(DemoClient { input, created_at, updated_at, inactive })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = usize::try_from(self.count - self.index).unwrap_or(usize::MAX);
        (left, Some(left))
    }
}

/// The laid-down records among the others, so that each is created before its last change; the first is always there.
fn placed(members: Vec<Member>, count: u64, now: i64) -> BTreeMap<u64, Member> {
    let mut placed = BTreeMap::new();
    for member in members.into_iter().take(usize::try_from(count).unwrap_or(usize::MAX)) {
        let passed = (member.updated_on - (now - SPAN)).clamp(0, SPAN);
        let part = u64::try_from(passed * 600 / SPAN).unwrap_or(0);
        let mut index = count / 1000 * part + count % 1000 * part / 1000;
        while placed.contains_key(&index) {
            index = (index + 1) % count;
        }
        placed.insert(index, member);
    }
    placed
}

fn origins(chance: &mut Chance) -> String {
    if chance.per_mille(780) { (*chance.weighted(&ORIGINS)).to_owned() } else { String::new() }
}

fn live_at(input: &mut ClientInput, address: Address) {
    [input.address_1, input.address_2, input.address_3] = address.lines;
    address.postcode.clone_into(&mut input.postcode);
    input.town = address.town;
    address.country.clone_into(&mut input.country);
}
