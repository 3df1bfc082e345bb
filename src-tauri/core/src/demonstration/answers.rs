//! What the invented clients answered when they were asked: every state that there is, with the dates of a shop's life.

use super::calendar::{self, DAY};
use super::chance::Chance;
use super::{DemoClient, LARGEST_LOCAL_SHOP};
use crate::consents::{Channel, Given, Purpose};

/// A signature that was never anybody's.
pub const SIGNATURE: &[u8] = include_bytes!("../../../../assets/demonstration/signature.png");

/// An answer of an invented client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoAnswer {
    /// On which channel.
    pub channel: Channel,
    /// What for.
    pub purposes: Vec<Purpose>,
    /// What they said.
    pub given: Given,
    /// How the agreement was obtained; empty unless granted.
    pub mode: &'static str,
    /// More about how, or empty.
    pub detail: &'static str,
    /// When, in UTC milliseconds, not after now.
    pub at: i64,
    /// They signed on the screen.
    pub signed: bool,
    /// An older file said so: « sans preuve ».
    pub unproven: bool,
}

const MODES: [(usize, (&str, &str)); 8] = [
    (28, ("Accord oral", "")),
    (8, ("Accord oral", "au téléphone")),
    (26, ("Accord écrit", "")),
    (12, ("Accord écrit", "bulletin rempli au comptoir")),
    (11, ("Accord par mail", "")),
    (7, ("Accord par SMS", "")),
    (6, ("Accord par courrier", "coupon-réponse")),
    (2, ("Autre accord", "formulaire du salon du mariage")),
];

/// How a story with a channel may go, so many times in a hundred.
#[derive(Clone, Copy)]
enum Story {
    Agreed,
    AgreedToService,
    AgreedLaterToMore,
    Refused,
    Withdrew,
    WithdrewAndAgreedAgain,
}

const STORIES: [(usize, Story); 6] = [
    (38, Story::Agreed),
    (26, Story::AgreedToService),
    (10, Story::AgreedLaterToMore),
    (11, Story::Refused),
    (11, Story::Withdrew),
    (4, Story::WithdrewAndAgreedAgain),
];

/// The answers of the client at `index` (from 0) of `count`, in the order of recording.
pub(super) fn of(seed: u64, index: u64, count: u64, client: &DemoClient, now: i64) -> Vec<DemoAnswer> {
    // A sequence of their own, so that the clients stay the same whatever is asked of them.
    let mut chance = Chance::new(seed ^ (index + 1).wrapping_mul(0xd134_2543_de82_ef95));
    if client.input.last_name == "DUPONT"
        && client.input.first_name == "Laura"
        && client.input.email.starts_with("laura.")
    {
        return the_sheet(now);
    }
    let mut life = Life { chance: &mut chance, client, now, small: count <= LARGEST_LOCAL_SHOP, answers: Vec::new() };
    let input = &client.input;
    let both = [Purpose::Technical, Purpose::Commercial];
    if !input.mobile.is_empty() && life.chance.per_mille(600) {
        life.tell(Channel::Sms, &both);
    }
    if !input.email.is_empty() {
        if life.chance.per_mille(520) {
            life.tell(Channel::Mail, &both);
        }
        if life.chance.per_mille(180) {
            life.tell(Channel::Mail, &[Purpose::Newsletter]);
        }
    }
    if !input.address_1.is_empty() && life.chance.per_mille(480) {
        life.tell(Channel::Postal, &[Purpose::Commercial]);
    }
    if !input.phone.is_empty() && life.chance.per_mille(140) {
        life.tell(Channel::Phone, &[Purpose::Commercial]);
    }
    if life.chance.per_mille(30) {
        let channel = *life.chance.one(&Channel::ALL);
        life.tell(channel, &[Purpose::Partners]);
    }
    if input.professional && life.chance.per_mille(120) {
        let at = life.moment();
        life.say(Channel::Mail, &[Purpose::B2b], Given::Withdrawn, at);
    }
    // Recorded as they were given: a row names what stands on its channel by then.
    life.answers.sort_by_key(|answer| answer.at);
    life.answers
}

/// The five decisions of the documentation, at 06:35 and later in France.
fn the_sheet(now: i64) -> Vec<DemoAnswer> {
    let Some(day) = calendar::day_of(2018, 9, 18) else { return Vec::new() };
    let minute = |minute: i64| day * DAY + (4 * 60 + minute) * 60_000;
    let (technical, both) = (vec![Purpose::Technical], vec![Purpose::Commercial]);
    let answer = |channel, purposes: &Vec<Purpose>, given, mode, at| DemoAnswer {
        channel,
        purposes: purposes.clone(),
        given,
        mode,
        detail: "",
        at,
        signed: at == minute(56),
        unproven: false,
    };
    let answers = [
        answer(Channel::Postal, &both, Given::Granted, "Accord écrit", minute(35)),
        answer(Channel::Sms, &technical, Given::Granted, "Accord par mail", minute(35)),
        answer(Channel::Sms, &technical, Given::Withdrawn, "", minute(38)),
        answer(Channel::Sms, &technical, Given::Granted, "Accord écrit", minute(50)),
        answer(Channel::Sms, &both, Given::Granted, "Accord écrit", minute(56)),
    ];
    answers.into_iter().filter(|answer| answer.at <= now).collect()
}

/// A client while their answers are being invented.
struct Life<'a> {
    chance: &'a mut Chance,
    client: &'a DemoClient,
    now: i64,
    /// Few enough clients for signatures.
    small: bool,
    answers: Vec<DemoAnswer>,
}

impl Life<'_> {
    /// What became of one channel and its purposes, the first of which is the least.
    fn tell(&mut self, channel: Channel, purposes: &[Purpose]) {
        let first = self.moment();
        let later = calendar::between(self.chance, first, self.now).max(first);
        let least = &purposes[..1];
        match self.chance.weighted(&STORIES) {
            Story::Agreed => self.say(channel, purposes, Given::Granted, first),
            Story::AgreedToService => self.say(channel, least, Given::Granted, first),
            Story::AgreedLaterToMore => {
                self.say(channel, least, Given::Granted, first);
                if purposes.len() > 1 {
                    self.say(channel, &purposes[1..], Given::Granted, later);
                }
            }
            Story::Refused => self.say(channel, purposes, Given::Refused, first),
            Story::Withdrew => {
                self.say(channel, purposes, Given::Granted, first);
                self.say(channel, purposes, Given::Withdrawn, later);
            }
            Story::WithdrewAndAgreedAgain => {
                self.say(channel, purposes, Given::Granted, first);
                self.say(channel, purposes, Given::Withdrawn, first);
                self.say(channel, least, Given::Granted, later);
            }
        }
    }

    fn say(&mut self, channel: Channel, purposes: &[Purpose], given: Given, at: i64) {
        let granted = given == Given::Granted;
        let (mode, detail) = if granted { *self.chance.weighted(&MODES) } else { ("", "") };
        let unproven = granted && self.client.input.origins.contains("ancien fichier") && self.chance.per_mille(600);
        let signed = self.small && !unproven && mode == "Accord écrit" && self.chance.per_mille(220);
        self.answers.push(DemoAnswer {
            channel,
            purposes: purposes.to_vec(),
            given,
            mode,
            detail,
            at,
            signed,
            unproven,
        });
    }

    /// A moment of work since the record was made.
    fn moment(&mut self) -> i64 {
        let moment = calendar::between(self.chance, self.client.created_at, self.now);
        calendar::at_work(self.chance, moment).clamp(self.client.created_at, self.now)
    }
}
