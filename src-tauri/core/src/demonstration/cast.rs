//! The people whom the documentation shows, « Mlle DUPONT Laura » first. They are in every demonstration.

use super::calendar::{self, DAY};
use super::lists;
use crate::clients::{ClientInput, ContactType};
use crate::phones::Phone;

const CAST: &str = include_str!("../../../../assets/demonstration/cast.txt");

/// Somebody whose record is laid down.
pub(super) struct Member {
    pub(super) input: ClientInput,
    /// The day of the last change, in UTC milliseconds.
    pub(super) updated_on: i64,
    pub(super) inactive_because: Option<&'static str>,
}

/// Everybody, in the order of the list.
pub(super) fn members() -> Vec<Member> {
    lists::lines(CAST).filter_map(member).collect()
}

fn member(line: &'static str) -> Option<Member> {
    let parts: Vec<&'static str> = line.split('|').collect();
    let [
        civility,
        last_name,
        first_name,
        company,
        address_1,
        address_2,
        postcode,
        town,
        email,
        phone,
        mobile,
        origins,
        kind,
        professional,
        date,
        reason,
    ] = parts[..]
    else {
        return None;
    };
    let mut date = date.split('-');
    let (year, month, day) = (date.next()?.parse().ok()?, date.next()?.parse().ok()?, date.next()?.parse().ok()?);
    Some(Member {
        input: ClientInput {
            civility: civility.to_owned(),
            last_name: last_name.to_owned(),
            first_name: first_name.to_owned(),
            company: company.to_owned(),
            address_1: address_1.to_owned(),
            address_2: address_2.to_owned(),
            address_3: String::new(),
            postcode: postcode.to_owned(),
            town: town.to_owned(),
            country: "France".to_owned(),
            email: email.to_owned(),
            phone: phone.to_owned(),
            mobile: mobile.to_owned(),
            origins: origins.to_owned(),
            r#type: ContactType::from_code(kind)?,
            professional: professional == "yes",
        },
        updated_on: calendar::day_of(year, month, day)? * DAY,
        inactive_because: (reason != "-").then_some(reason),
    })
}

/// The digits of all their numbers, which nobody else is given.
pub(super) fn numbers() -> Vec<String> {
    let typed = members().into_iter().flat_map(|member| [member.input.phone, member.input.mobile]);
    typed.map(|typed| Phone::parse(&typed).digits()).filter(|digits| !digits.is_empty()).collect()
}
