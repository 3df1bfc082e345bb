//! Suspecting that an imported client is there already: the same e-mail, the same telephone or mobile number, or the same
//! name in the same postcode. Suspicion is counted, nothing is merged or left out.
//!
//! Only hashes are kept, eight bytes a key: a million clients take some 60 MB. Two keys in four million share a hash with a
//! probability below one in a million.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::QuestionSet;
use super::consents::Reached;
use crate::Result;
use crate::clients::{ClientInput, ClientNumber};
use crate::consents::Channel;
use crate::phones::{Phone, is_french_mobile};
use crate::store::{ContactKeys, Rows};
use crate::text::fold;

/// What one client is recognised by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Keys {
    email: Option<u64>,
    phone: Option<Number>,
    mobile: Option<Number>,
    /// Name and postcode.
    name: Option<u64>,
}

/// A number to call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Number {
    key: u64,
    /// Text messages reach it.
    takes_sms: bool,
}

impl Keys {
    /// The keys of a record. Its name is folded as the file folds it: last and first name, or the company.
    pub(super) fn of(input: &ClientInput) -> Keys {
        let has_name = !input.last_name.is_empty() || !input.first_name.is_empty();
        let name =
            if has_name { fold(&format!("{} {}", input.last_name, input.first_name)) } else { fold(&input.company) };
        let e164 = |typed: &str| match Phone::parse(typed) {
            Phone::Readable(e164) => e164,
            Phone::Empty | Phone::AsTyped(_) => String::new(),
        };
        Keys::new(&input.email, &e164(&input.phone), &e164(&input.mobile), &name, &input.postcode)
    }

    fn new(email: &str, phone: &str, mobile: &str, name: &str, postcode: &str) -> Keys {
        let number = |e164: &str, takes_sms| (!e164.is_empty()).then(|| Number { key: hash(b'+', &[e164]), takes_sms });
        Keys {
            email: (!email.is_empty()).then(|| hash(b'@', &[&email.to_lowercase()])),
            phone: number(phone, is_french_mobile(phone)),
            mobile: number(mobile, true),
            name: (!name.is_empty() && !postcode.is_empty()).then(|| hash(b'n', &[name, postcode])),
        }
    }

    fn of_record(found: &ContactKeys<'_>) -> Keys {
        Keys::new(found.email, found.phone, found.mobile, found.name_fold, found.postcode)
    }

    fn all(self) -> impl Iterator<Item = u64> {
        let mobile =
            self.mobile.map(|number| number.key).filter(|key| self.phone.is_none_or(|phone| phone.key != *key));
        [self.email, self.phone.map(|number| number.key), mobile, self.name].into_iter().flatten()
    }

    /// Where the client is reached, and by which channels.
    pub(super) fn reached(self) -> Vec<Reached> {
        let number = |number: Option<Number>| {
            let calls = QuestionSet::of_channel(Channel::Phone);
            let messages = QuestionSet::of_channel(Channel::Sms);
            number.map(|number| (number.key, if number.takes_sms { calls.or(messages) } else { calls }))
        };
        let by = |key: Option<u64>, channel| key.map(|key| (key, QuestionSet::of_channel(channel)));
        let all =
            [number(self.phone), number(self.mobile), by(self.email, Channel::Mail), by(self.name, Channel::Postal)];
        all.into_iter().flatten().collect()
    }
}

fn hash(kind: u8, parts: &[&str]) -> u64 {
    let mut hasher = DefaultHasher::new();
    kind.hash(&mut hasher);
    parts.hash(&mut hasher);
    hasher.finish()
}

/// All that is known so far: the shop's clients, then those of the file.
#[derive(Debug, Default)]
pub(super) struct Known(HashSet<u64>);

impl Known {
    /// The clients of the shop. `each` is told of every one.
    ///
    /// # Errors
    /// What the database may say.
    pub(super) fn of_shop(rows: Rows<'_>, mut each: impl FnMut(ClientNumber, &Keys)) -> Result<Known> {
        let mut known = HashSet::new();
        rows.contact_keys(|found| {
            let keys = Keys::of_record(&found);
            known.extend(keys.all());
            each(found.number, &keys);
            Ok(())
        })?;
        Ok(Known(known))
    }

    /// Whether the client shares a key with one that is known; they are known from then on.
    pub(super) fn suspects(&mut self, keys: &Keys) -> bool {
        let mut suspected = false;
        for key in keys.all() {
            suspected |= !self.0.insert(key);
        }
        suspected
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(last_name: &str, postcode: &str, email: &str, phone: &str, mobile: &str) -> Keys {
        let text = str::to_owned;
        Keys::of(&ClientInput {
            last_name: text(last_name),
            first_name: text("Léa"),
            postcode: text(postcode),
            email: text(email),
            phone: text(phone),
            mobile: text(mobile),
            ..ClientInput::default()
        })
    }

    #[track_caller]
    fn check(other: Keys, is_suspected: bool) {
        let mut known = Known::default();
        assert!(!known.suspects(&client("Le Goff", "29000", "lea@legoff.example", "01 99 00 12 34", "06 39 98 12 34")));
        assert_eq!(known.suspects(&other), is_suspected);
    }

    #[test]
    fn one_shared_key_is_enough() {
        check(client("Rey", "69001", "Lea@LeGoff.example", "", ""), true);
        check(client("Rey", "69001", "", "+33 1 99 00 12 34", ""), true);
        check(client("Rey", "69001", "", "06.39.98.12.34", ""), true);
        check(client("LE-GOFF", "29000", "", "", ""), true);
    }

    #[test]
    fn strangers_are_not_suspected() {
        check(client("Rey", "69001", "rey@rey.example", "01 99 00 00 01", "06 39 98 00 01"), false);
        check(client("Le Goff", "29200", "", "", ""), false);
        check(client("Le Goff", "", "", "poste 12", ""), false);
    }

    #[test]
    fn a_client_is_not_their_own_duplicate() {
        let mut known = Known::default();
        assert!(!known.suspects(&client("Rey", "69001", "", "06 39 98 00 01", "06 39 98 00 01")));
    }
}
