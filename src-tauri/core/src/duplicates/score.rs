//! How surely two records are one person, from 0 to 100.
//!
//! Points for what agrees, less for what speaks against. A contact that two people share (an e-mail, a number) says little when their
//! first names differ: that is a household, and stays below [`HOUSEHOLD_MOST`]. The weights are the house's own; they order a list for a
//! person to judge, nothing is decided by them.

use super::DuplicateReason as R;
use super::names::{Likeness, likeness};
use super::run::{Candidate, Reasons};

/// What a household can reach.
pub(super) const HOUSEHOLD_MOST: u8 = 30;
/// Pairs below this are not told.
pub(super) const LEAST: u8 = 20;

/// Scores a pair, and says why.
pub(super) fn score(a: &Candidate, b: &Candidate) -> (u8, Reasons) {
    let mut reasons = Reasons::default();
    let mut points: i32 = 0;
    let mut add = |reason: Option<R>, worth: i32| {
        points += worth;
        if let Some(reason) = reason {
            reasons.add(reason);
        }
    };
    let both = |a: &str, b: &str| !a.is_empty() && !b.is_empty();
    let same = |a: &str, b: &str| both(a, b) && a == b;
    let names = likeness((&a.last, &a.first), (&b.last, &b.first));
    let phone = same(&a.phone, &b.phone) || same(&a.phone, &b.mobile) || same(&a.mobile, &b.phone);
    let mobile = same(&a.mobile, &b.mobile);
    let email = same(&a.email, &b.email);
    if email {
        add(Some(R::SameEmail), 35);
    }
    if mobile {
        add(Some(R::SameMobile), 35);
    }
    if phone {
        add(Some(R::SamePhone), if mobile { 5 } else { 20 });
    }
    match names {
        Likeness::Same => add(Some(R::SameName), 50),
        Likeness::Swapped => add(Some(R::SwappedName), 45),
        Likeness::Near => add(Some(R::NearName), 40),
        Likeness::LastOnly => add(Some(R::NearName), 25),
        Likeness::FirstOnly if email || mobile => add(None, 15),
        Likeness::FirstOnly | Likeness::Household | Likeness::None => {}
    }
    if same(&a.postcode, &b.postcode) {
        add(Some(R::SamePostcode), 10);
        if same(&a.address, &b.address) {
            add(Some(R::SameAddress), 10);
        }
    }
    // Two people of one name are told apart by « M. » and « Mme », where the name itself is not quite the same.
    let other_sex = both(&a.civility, &b.civility) && a.civility != b.civility;
    let others = match names {
        Likeness::Household | Likeness::None => !(a.first.is_empty() && b.first.is_empty()),
        Likeness::Near | Likeness::LastOnly => other_sex,
        Likeness::Same | Likeness::Swapped | Likeness::FirstOnly => false,
    };
    if others {
        add(Some(R::Household), 0);
    }
    if both(&a.email, &b.email) && !email {
        add(Some(R::OtherEmail), -5);
    }
    if both(&a.mobile, &b.mobile) && !mobile && !phone {
        add(Some(R::OtherMobile), -10);
    }
    let most = i32::from(if others { HOUSEHOLD_MOST } else { 100 });
    (u8::try_from(points.clamp(0, most)).unwrap_or(0), reasons)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(name: &str, postcode: &str, mobile: &str, email: &str) -> Candidate {
        let (last, first) = name.split_once(' ').unwrap_or((name, ""));
        Candidate {
            number: 1,
            last: last.into(),
            first: first.into(),
            postcode: postcode.into(),
            mobile: mobile.into(),
            email: email.into(),
            ..Candidate::default()
        }
    }

    #[test]
    fn what_agrees_adds_up_and_what_speaks_against_takes_away() {
        let laura = one("dupont laura", "19200", "+33639987110", "laura@dupont.example");
        let same = one("dupont laura", "19200", "+33639987110", "laura@dupont.example");
        assert_eq!(score(&laura, &same).0, 100);
        let (without_mail, reasons) = score(&laura, &one("dupond laura", "19200", "+33639987110", ""));
        assert_eq!((without_mail, reasons.list()), (85, vec![R::SameMobile, R::NearName, R::SamePostcode]));
        let name_only = score(&laura, &one("dupont laura", "19200", "", "")).0;
        let other_mobile = score(&laura, &one("dupont laura", "19200", "+33639980000", "")).0;
        assert_eq!((name_only, other_mobile), (60, 50));
    }

    #[test]
    fn a_household_stays_low_whatever_it_shares() {
        let laura = one("dupont laura", "19200", "+33639987110", "dupont@dupont.example");
        let marc = one("dupont marc", "19200", "+33639987110", "dupont@dupont.example");
        let (points, reasons) = score(&laura, &marc);
        assert_eq!(points, HOUSEHOLD_MOST);
        assert!(reasons.list().contains(&R::Household));
        let married = score(&laura, &one("rey laura", "19200", "+33639987110", "dupont@dupont.example")).0;
        assert!(married > HOUSEHOLD_MOST, "the same first name at the same addresses: a name that changed");
    }
}
