//! Suspecting that an imported client is there already: the same e-mail, the same telephone or mobile number, or the same
//! name in the same postcode. Suspicion is counted, nothing is merged or left out.
//!
//! Only hashes are kept, eight bytes a key: a million clients take some 60 MB. Two keys in four million share a hash with a
//! probability below one in a million.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use crate::Result;
use crate::clients::ClientInput;
use crate::phones::Phone;
use crate::store::Rows;
use crate::text::fold;

/// What one client is recognised by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Keys(Vec<u64>);

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
        Keys::new(&input.email, [&e164(&input.phone), &e164(&input.mobile)], &name, &input.postcode)
    }

    fn new(email: &str, phones: [&str; 2], name: &str, postcode: &str) -> Keys {
        let mut keys = Vec::with_capacity(4);
        if !email.is_empty() {
            keys.push(hash(b'@', &[&email.to_lowercase()]));
        }
        for phone in phones.into_iter().filter(|phone| !phone.is_empty()) {
            let key = hash(b'+', &[phone]);
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        if !name.is_empty() && !postcode.is_empty() {
            keys.push(hash(b'n', &[name, postcode]));
        }
        Keys(keys)
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
    /// The clients of the shop.
    ///
    /// # Errors
    /// What the database may say.
    pub(super) fn of_shop(rows: Rows<'_>) -> Result<Known> {
        let mut known = HashSet::new();
        rows.contact_keys(|found| {
            known.extend(Keys::new(found.email, [found.phone, found.mobile], found.name_fold, found.postcode).0);
            Ok(())
        })?;
        Ok(Known(known))
    }

    /// Whether the client shares a key with one that is known; they are known from then on.
    pub(super) fn suspects(&mut self, keys: Keys) -> bool {
        let mut suspected = false;
        for key in keys.0 {
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
        assert!(!known.suspects(client("Le Goff", "29000", "lea@legoff.example", "01 99 00 12 34", "06 39 98 12 34")));
        assert_eq!(known.suspects(other), is_suspected);
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
        assert!(!known.suspects(client("Rey", "69001", "", "06 39 98 00 01", "06 39 98 00 01")));
    }
}
