//! What the invented clients bought, brought to be repaired and left, over the years of the shop: every state that there is, and some
//! repairs that wait to be collected since more than a week.

use chrono::{Days, NaiveDate};

use super::chance::Chance;
use crate::clients::{ClientInput, ContactType};
use crate::movements::{MovementInput, MovementKind};

/// What is sold, and from how many to how many euros.
const SOLD: [(usize, (&str, usize, usize)); 12] = [
    (9, ("Alliance or jaune", 240, 900)),
    (8, ("Chaîne argent", 35, 120)),
    (8, ("Boucles d’oreilles argent", 29, 95)),
    (7, ("Montre quartz", 69, 320)),
    (6, ("Pendentif or", 90, 380)),
    (6, ("Bracelet plaqué or", 45, 140)),
    (5, ("Bracelet de montre cuir", 18, 59)),
    (4, ("Médaille de baptême", 110, 290)),
    (4, ("Solitaire or blanc", 590, 2_400)),
    (3, ("Montre automatique", 390, 1_900)),
    (3, ("Gourmette enfant argent", 39, 89)),
    (2, ("Bague saphir", 320, 1_250)),
];

/// What is repaired, and from how many to how many euros.
const REPAIRED: [(usize, (&str, usize, usize)); 9] = [
    (9, ("Montre, pile et joint", 12, 25)),
    (7, ("Bague, mise à taille", 35, 80)),
    (6, ("Montre, révision du mouvement", 120, 290)),
    (6, ("Chaîne, soudure", 18, 40)),
    (5, ("Collier de perles, enfilage", 45, 110)),
    (4, ("Pendule, révision", 140, 320)),
    (4, ("Boucle d’oreille, fermoir", 20, 45)),
    (3, ("Bague, pierre à resertir", 40, 120)),
    (2, ("Montre, verre à changer", 30, 75)),
];

/// What is left, or ordered with an advance.
const LEFT: [(usize, (&str, usize, usize)); 4] = [
    (4, ("Acompte, alliance sur mesure", 100, 400)),
    (3, ("Acompte, montre commandée", 50, 200)),
    (2, ("Acompte, gravure d’une gourmette", 15, 40)),
    (1, ("Acompte, transformation d’une bague", 80, 300)),
];

/// The movements of the client of that number, whose record was made on `since`. None lies after `today`.
pub(crate) fn movements(
    seed: u64,
    number: u64,
    client: &ClientInput,
    since: NaiveDate,
    today: NaiveDate,
) -> Vec<MovementInput> {
    if client.last_name == "DUPONT" && client.first_name == "Laura" && client.email.starts_with("laura.") {
        return laura().into_iter().filter(|movement| movement.day <= today).collect();
    }
    // A sequence of their own, as the answers have.
    let mut chance = Chance::new(seed ^ number.wrapping_mul(0xa076_1d64_78bd_642f));
    let mut life = Life { chance: &mut chance, since: since.min(today), today, movements: Vec::new() };
    if !matches!(client.r#type, ContactType::Prospect | ContactType::Prescripteur | ContactType::Beneficiaire) {
        let times = *life.chance.weighted(&[(46, 0), (26, 1), (14, 2), (8, 3), (6, 5)]);
        (0..times).for_each(|_| life.buy());
        if life.chance.per_mille(240) {
            life.have_repaired();
        }
        if life.chance.per_mille(90) {
            life.bring();
        }
        if life.chance.per_mille(70) {
            life.leave();
        }
    }
    life.movements
}

/// A client while their movements are being invented.
struct Life<'a> {
    chance: &'a mut Chance,
    since: NaiveDate,
    today: NaiveDate,
    movements: Vec<MovementInput>,
}

impl Life<'_> {
    fn buy(&mut self) {
        let (what, least, most) = *self.chance.weighted(&SOLD);
        let movement = MovementInput::new(MovementKind::Purchase, what, self.day());
        let amount = Some(self.cents(least, most));
        self.movements.push(MovementInput { amount, ..movement });
    }

    /// A repair of former years, collected.
    fn have_repaired(&mut self) {
        let (what, least, most) = *self.chance.weighted(&REPAIRED);
        let repair = MovementInput::new(MovementKind::Repair, what, self.day());
        let price = self.cents(least, most);
        let in_workshop_on = self.after(repair.day, 5);
        let ready_on = self.after(in_workshop_on, 14);
        let returned_on = Some(self.after(ready_on, 12));
        self.movements.push(MovementInput {
            amount: Some(price),
            estimate: Some(price),
            in_workshop_on: Some(in_workshop_on),
            ready_on: Some(ready_on),
            returned_on,
            ..repair
        });
    }

    /// Something that is in the shop now: just brought, in the workshop, or ready for a few days or weeks.
    fn bring(&mut self) {
        let (what, least, most) = *self.chance.weighted(&REPAIRED);
        let brought = 1 + self.chance.below(45);
        let day = self.before_today(brought).max(self.since);
        let mut repair = MovementInput::new(MovementKind::Repair, what, day);
        repair.estimate = Some(self.cents(least, most));
        if brought > 4 {
            repair.in_workshop_on = Some(self.after(day, 3));
        }
        if brought > 16 {
            let waiting = self.chance.below(brought - 8);
            repair.ready_on = Some(self.before_today(waiting).max(repair.in_workshop_on.unwrap_or(day)));
            repair.amount = repair.estimate;
        }
        self.movements.push(repair);
    }

    fn leave(&mut self) {
        let (what, least, most) = *self.chance.weighted(&LEFT);
        let deposit = MovementInput::new(MovementKind::Deposit, what, self.day());
        let amount = Some(self.cents(least, most));
        let returned_on = self.chance.per_mille(500).then(|| self.after(deposit.day, 30));
        self.movements.push(MovementInput { amount, returned_on, ..deposit });
    }

    /// A day since the record was made.
    fn day(&mut self) -> NaiveDate {
        let days = usize::try_from((self.today - self.since).num_days()).unwrap_or_default();
        let ago = self.chance.below(days + 1);
        self.before_today(ago)
    }

    fn before_today(&self, days: usize) -> NaiveDate {
        self.today.checked_sub_days(Days::new(days as u64)).unwrap_or(self.today)
    }

    /// At most so many days later.
    fn after(&mut self, day: NaiveDate, days: usize) -> NaiveDate {
        let later = day.checked_add_days(Days::new(self.chance.below(days + 1) as u64));
        later.unwrap_or(day).min(self.today)
    }

    fn cents(&mut self, least: usize, most: usize) -> i64 {
        let euros = least + self.chance.below(most - least + 1);
        // Prices of a shop: whole euros, or ten cents less.
        i64::try_from(euros * 100 - if self.chance.per_mille(300) { 10 } else { 0 }).unwrap_or_default()
    }
}

/// What the documentation shows.
fn laura() -> Vec<MovementInput> {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    let new = MovementInput::new;
    vec![
        MovementInput {
            amount: Some(4_900),
            ..new(MovementKind::Purchase, "Chaîne argent, maille forçat", day(2016, 6, 4))
        },
        MovementInput {
            amount: Some(42_000),
            ..new(MovementKind::Purchase, "Montre acier, cadran nacre", day(2018, 3, 12))
        },
        MovementInput {
            amount: Some(10_000),
            returned_on: Some(day(2018, 9, 18)),
            note: "Déduit du prix de l’alliance.".into(),
            ..new(MovementKind::Deposit, "Acompte, alliance T. 52", day(2018, 9, 4))
        },
        MovementInput {
            amount: Some(36_500),
            note: "Gravure intérieure : L & M, 22/09/2018.".into(),
            ..new(MovementKind::Purchase, "Alliance T. 52", day(2018, 9, 18))
        },
        MovementInput {
            amount: Some(4_900),
            estimate: Some(4_900),
            note: "Pile, joint et étanchéité.".into(),
            in_workshop_on: Some(day(2018, 11, 27)),
            ready_on: Some(day(2018, 12, 5)),
            returned_on: Some(day(2018, 12, 8)),
            ..new(MovementKind::Repair, "Montre révisée", day(2018, 11, 24))
        },
    ]
}
