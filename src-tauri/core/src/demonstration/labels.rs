//! What the shop noted of its invented clients. Nobody's account: the bank is the one of documentation (30006), the account numbers
//! are made up from digits in a row, with the keys that a bank would give them.

use chrono::{Datelike, Days, NaiveDate};

use super::DemoClient;
use super::chance::Chance;
use crate::documents::day_of;
use crate::labels::{
    CarriageMode, IncidentKind, Period, PostalAddress, SaveBankAccount, SaveCarriage, SaveDeliveryAddress,
    SaveFollowUp, SaveIncident,
};

/// The shop's list of codes.
pub const CODES: [&str; 8] =
    ["Montres", "Or 18 k", "Bijoux anciens", "Alliances", "Horlogerie", "Fidèle", "Ventes privées", "Presse locale"];

/// Who writes notes.
const OPERATORS: [&str; 2] = ["Claire V.", "Marc L."];

const NOTES: [&str; 10] = [
    "Préfère être appelée en fin de matinée.",
    "Cherche une bague pour les vingt ans de mariage, budget à préciser.",
    "Passée voir les montres automatiques, reviendra avec son mari.",
    "Allergique au nickel.",
    "Tour de doigt : 54.",
    "Ne souhaite plus être appelée au travail.",
    "A demandé le catalogue d’hiver.",
    "Content de la réparation de sa pendule, en parlera à sa sœur.",
    "Hésite entre l’or rose et l’or jaune.",
    "Collectionne les montres de gousset.",
];

const TO_DO: [&str; 8] = [
    "Rappeler pour la mise à taille",
    "Envoyer le devis de restauration",
    "Prévenir de l’arrivée du collier",
    "Proposer l’entretien annuel",
    "Rappeler, bracelet",
    "Vérifier l’adresse de livraison",
    "Commander un bracelet cuir",
    "Inviter à la vente privée",
];

const INCIDENTS: [(usize, (IncidentKind, &str)); 5] = [
    (4, (IncidentKind::MailReturned, "Catalogue revenu, adresse à vérifier")),
    (3, (IncidentKind::IssueNotReceived, "Numéro renvoyé")),
    (2, (IncidentKind::Complaint, "Fermoir fragile, repris sans frais")),
    (2, (IncidentKind::Unpaid, "Chèque revenu")),
    (1, (IncidentKind::Other, "")),
];

const TOWNS: [(&str, &str); 5] =
    [("19250", "MEYMAC"), ("19110", "BORT-LES-ORGUES"), ("19160", "NEUVIC"), ("19300", "ÉGLETONS"), ("19000", "TULLE")];

const STREETS: [&str; 4] = ["3 place de l’Église", "12 route de Tulle", "5 rue du Commerce", "8 avenue de la Gare"];

/// What was noted of one client. Requests are for nobody yet: whoever writes them says whose they are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DemoLabels {
    /// Names of [`CODES`].
    pub codes: Vec<&'static str>,
    /// When (UTC milliseconds), by whom, what; the oldest first.
    pub notes: Vec<(i64, &'static str, &'static str)>,
    /// What is to be done, or was.
    pub follow_ups: Vec<SaveFollowUp>,
    /// What went wrong.
    pub incidents: Vec<SaveIncident>,
    /// How they are delivered.
    pub carriage: Option<SaveCarriage>,
    /// Where.
    pub addresses: Vec<SaveDeliveryAddress>,
    /// What they pay from.
    pub account: Option<SaveBankAccount>,
    /// What the manager says, or empty.
    pub manager_note: &'static str,
}

/// What was noted of the client at `index` (from 0), up to `now` (UTC milliseconds).
pub(super) fn of(seed: u64, index: u64, client: &DemoClient, now: i64) -> DemoLabels {
    // A sequence of their own, so that clients and answers stay the same whatever is noted of them.
    let mut chance = Chance::new(seed ^ (index + 1).wrapping_mul(0x9fb2_1c65_1e98_df25));
    let today = day_of(now);
    let input = &client.input;
    if input.last_name == "DUPONT" && input.first_name == "Laura" && input.email.starts_with("laura.") {
        return the_face(client, today);
    }
    let since = day_of(client.created_at);
    let mut labels = DemoLabels::default();
    if chance.per_mille(450) {
        for _ in 0..=chance.below(3) {
            let code = *chance.one(&CODES);
            if !labels.codes.contains(&code) {
                labels.codes.push(code);
            }
        }
    }
    if chance.per_mille(140) {
        let mut times: Vec<i64> =
            (0..=chance.below(4)).map(|_| super::calendar::between(&mut chance, client.created_at, now)).collect();
        times.sort_unstable();
        labels.notes = times.into_iter().map(|at| (at, *chance.one(&OPERATORS), *chance.one(&NOTES))).collect();
    }
    if client.inactive.is_none() && chance.per_mille(60) {
        labels.follow_ups.push(to_do(&mut chance, today));
    }
    if chance.per_mille(35) {
        let (kind, note) = *chance.weighted(&INCIDENTS);
        let on = earlier(&mut chance, today, since);
        let closed_on = chance.per_mille(700).then(|| later(on, 3 + days(&mut chance, 20)).min(today));
        let note = note.to_owned();
        labels.incidents.push(SaveIncident { number: 0, id: None, revision: 0, kind, on, note, closed_on });
    }
    if chance.per_mille(120) {
        labels.carriage = Some(carriage(&mut chance));
    }
    if chance.per_mille(45) {
        let (postcode, town) = *chance.one(&TOWNS);
        let street: &str = chance.one::<&str>(&STREETS);
        labels.addresses.push(summer(street, postcode, town, today.year()));
    }
    if chance.per_mille(60) {
        let holder = format!("{} {}", input.first_name, input.last_name);
        let number = 12_345_600_000 + i64::try_from(chance.below(99_999)).unwrap_or_default();
        let mandate =
            chance.per_mille(500).then(|| (format!("ECRIN-{:06}", index + 1), earlier(&mut chance, today, since)));
        labels.account = Some(account(holder.trim(), &french_iban(number), mandate));
    }
    if chance.per_mille(25) {
        labels.manager_note = "Remise de 5 % convenue, à ne pas cumuler avec les ventes privées.";
    }
    labels
}

/// Laura, as the documentation shows her.
fn the_face(client: &DemoClient, today: NaiveDate) -> DemoLabels {
    let input = &client.input;
    let own = SaveDeliveryAddress {
        number: 0,
        id: None,
        revision: 0,
        address: PostalAddress::of_record(input),
        period: Period::default(),
    };
    let collected = SaveCarriage {
        number: 0,
        revision: 0,
        mode: Some(CarriageMode::Collected),
        round: String::new(),
        rank: None,
        depositary: String::new(),
        instruction: "Prévenir par SMS".into(),
    };
    let call = SaveFollowUp {
        number: 0,
        id: None,
        revision: 0,
        what: "Rappeler, bracelet".into(),
        due_on: later(today, 2),
        done_on: None,
    };
    let mandate = NaiveDate::from_ymd_opt(2018, 9, 18).map(|day| ("ECRIN-000001".to_owned(), day));
    DemoLabels {
        codes: vec!["Montres", "Or 18 k"],
        notes: vec![(client.updated_at, OPERATORS[0], "Parrain : M. DUPONT. Préfère être appelée en fin de matinée.")],
        follow_ups: vec![call],
        incidents: Vec::new(),
        carriage: Some(collected),
        addresses: vec![own, summer("2 place de la Fontaine", "19250", "MEYMAC", today.year())],
        account: Some(account("Laura DUPONT", "FR7630006000011234560394417", mandate)),
        manager_note: "",
    }
}

/// Due about today, or done some time ago.
fn to_do(chance: &mut Chance, today: NaiveDate) -> SaveFollowUp {
    let what = (*chance.one(&TO_DO)).to_owned();
    let (due_on, done_on) = if chance.per_mille(700) {
        (later(before(today, 8), days(chance, 25)), None)
    } else {
        let due_on = before(today, 10 + days(chance, 300));
        (due_on, Some(before(later(due_on, 2), days(chance, 5))))
    };
    SaveFollowUp { number: 0, id: None, revision: 0, what, due_on, done_on }
}

fn carriage(chance: &mut Chance) -> SaveCarriage {
    let mode = *chance.weighted(&[(6, CarriageMode::Carried), (3, CarriageMode::Posted), (2, CarriageMode::Collected)]);
    let carried = mode == CarriageMode::Carried;
    SaveCarriage {
        number: 0,
        revision: 0,
        mode: Some(mode),
        round: if carried { format!("Ussel {}", 1 + chance.below(4)) } else { String::new() },
        rank: carried.then(|| u32::try_from(1 + chance.below(120)).unwrap_or(1)),
        depositary: if carried { "Dépôt de la gare".into() } else { String::new() },
        instruction: if carried && chance.per_mille(300) {
            "Boîte à gauche du portail".into()
        } else {
            String::new()
        },
    }
}

/// In July and August of this year.
fn summer(street: &str, postcode: &str, town: &str, year: i32) -> SaveDeliveryAddress {
    let address = PostalAddress {
        address_1: street.to_owned(),
        postcode: postcode.to_owned(),
        town: town.to_owned(),
        country: "France".into(),
        ..PostalAddress::default()
    };
    let period = Period { from: NaiveDate::from_ymd_opt(year, 7, 1), until: NaiveDate::from_ymd_opt(year, 8, 31) };
    SaveDeliveryAddress { number: 0, id: None, revision: 0, address, period }
}

fn account(holder: &str, iban: &str, mandate: Option<(String, NaiveDate)>) -> SaveBankAccount {
    let (mandate_reference, mandate_on) = mandate.unzip();
    SaveBankAccount {
        number: 0,
        revision: 0,
        holder: holder.to_owned(),
        iban: Some(iban.to_owned()),
        bic: "DEMOFRPP".into(),
        mandate_reference: mandate_reference.unwrap_or_default(),
        mandate_on,
    }
}

/// An account of bank 30006, branch 00001, with its French key (« clé RIB ») and the check digits of ISO 13616.
fn french_iban(account: i64) -> String {
    let key = 97 - (89 * 30_006 + 15 + 3 * account) % 97;
    // F is 15, R is 27, and the check digits are computed with 00 in their place.
    let digits = format!("3000600001{account:011}{key:02}152700");
    let rest = digits.bytes().fold(0, |rest, digit| (rest * 10 + u32::from(digit - b'0')) % 97);
    format!("FR{:02}3000600001{account:011}{key:02}", 98 - rest)
}

fn days(chance: &mut Chance, end: usize) -> u64 {
    chance.below(end) as u64
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

fn before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

/// A day of the last two years, not before another one.
fn earlier(chance: &mut Chance, today: NaiveDate, since: NaiveDate) -> NaiveDate {
    before(today, days(chance, 730)).max(since)
}

#[cfg(test)]
mod tests {
    use super::french_iban;

    #[test]
    fn an_invented_account_has_the_keys_that_a_bank_would_give_it() {
        assert_eq!(french_iban(12_345_678_901), "FR7630006000011234567890189", "the one of documentation");
        for account in [12_345_600_000, 12_345_603_944, 12_345_699_999] {
            assert!(crate::labels::Iban::read(&french_iban(account)).is_ok(), "{account}");
        }
        assert_eq!(french_iban(12_345_603_944), "FR7630006000011234560394417");
    }
}
