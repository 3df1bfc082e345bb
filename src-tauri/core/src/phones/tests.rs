//! Numbers as people type them. All French ones are reserved for fiction by ARCEP, those abroad are examples of their plans.

use proptest::prelude::*;

use super::{Phone, search_digits};

fn readable(e164: &str) -> Phone {
    Phone::Readable(e164.to_owned())
}

fn check(typed: &str, e164: &str, shown: &str) {
    let phone = Phone::parse(typed);
    assert_eq!(phone, readable(e164), "{typed}");
    assert_eq!(phone.display(), shown, "{typed}");
}

fn check_as_typed(typed: &str) {
    let phone = Phone::parse(typed);
    assert_eq!(phone, Phone::AsTyped(typed.to_owned()));
    assert_eq!(phone.display(), typed);
    assert_eq!(phone.stored(), typed);
    assert!(!phone.is_readable());
}

#[test]
fn every_way_of_writing_a_french_number_is_one_number() {
    for typed in [
        "06 39 98 71 10",
        "06.39.98.71.10",
        "06-39-98-71-10",
        "06/39/98/71/10",
        "0639987110",
        " 06  39 98 71 10 ",
        "06\u{a0}39\u{a0}98\u{a0}71\u{a0}10",
        "06\u{202f}39\u{202f}98\u{202f}71\u{202f}10",
        "06‑39‑98‑71‑10",
        "(06) 39 98 71 10",
        "(0)6 39 98 71 10",
        "0 639 987 110",
        "+33 6 39 98 71 10",
        "+33639987110",
        "+33 (0)6 39 98 71 10",
        "(+33) 06.39.98.71.10",
        "(+33) 6.39.98.71.10",
        "+33-6-39-98-71-10",
        "0033639987110",
        "0033 6 39 98 71 10",
        "00 33 (0) 6 39 98 71 10",
        "33 6 39 98 71 10",
        "33639987110",
        "639987110",
        "\u{202a}+33 6 39 98 71 10\u{202c}",
    ] {
        check(typed, "+33639987110", "06 39 98 71 10");
    }
    check("01 99 00 12 34", "+33199001234", "01 99 00 12 34");
    check("08 00 99 00 11", "+33800990011", "08 00 99 00 11");
}

#[test]
fn overseas_numbers_have_their_own_country_code_and_are_shown_as_dialled() {
    check("0692 39 98 71", "+262692399871", "06 92 39 98 71");
    check("02 62 39 98 71", "+262262399871", "02 62 39 98 71");
    check("0263 39 98 71", "+262263399871", "02 63 39 98 71");
    check("0693 39 98 71", "+262693399871", "06 93 39 98 71");
    check("0269 61 12 34", "+262269611234", "02 69 61 12 34");
    check("0639 01 12 34", "+262639011234", "06 39 01 12 34");
    check("0590 90 12 34", "+590590901234", "05 90 90 12 34");
    check("0690 30 12 34", "+590690301234", "06 90 30 12 34");
    check("0691 30 12 34", "+590691301234", "06 91 30 12 34");
    check("0594 30 12 34", "+594594301234", "05 94 30 12 34");
    check("0694 20 12 34", "+594694201234", "06 94 20 12 34");
    check("0596 70 12 34", "+596596701234", "05 96 70 12 34");
    check("0696 20 12 34", "+596696201234", "06 96 20 12 34");
    check("0508 41 12 34", "+508411234", "05 08 41 12 34");
    for typed in ["+262 692 39 98 71", "00262692399871", "+262 (0)692 39 98 71", "+33 6 92 39 98 71", "692399871"] {
        check(typed, "+262692399871", "06 92 39 98 71");
    }
    check("+508 41 12 34", "+508411234", "05 08 41 12 34");
}

#[test]
fn the_mobile_numbers_of_fiction_are_metropolitan_though_mayotte_surrounds_them() {
    check("06 39 98 00 00", "+33639980000", "06 39 98 00 00");
    check("06 39 98 99 99", "+33639989999", "06 39 98 99 99");
    check("06 39 97 00 00", "+262639970000", "06 39 97 00 00");
}

#[test]
fn numbers_abroad_are_shown_in_international_form() {
    check("+41 79 123 45 67", "+41791234567", "+41 79 123 45 67");
    check("0041 (0)79 123 45 67", "+41791234567", "+41 79 123 45 67");
    check("+32 (0)2 649 00 00", "+3226490000", "+32 2 649 00 00");
    check("+32 470 12 34 56", "+32470123456", "+32 470 12 34 56");
    check("+352 621 123 456", "+352621123456", "+352 621 123 456");
    check("+39 06 399 8711", "+39063998711", "+39 06 399 8711");
    check("+44 7911 123456", "+447911123456", "+44 7911 123456");
    check("+1 (202) 555-0123", "+12025550123", "+1 202 555 0123");
    check("+377 99 99 12 34", "+37799991234", "+377 99 99 12 34");
    check("+689 87 12 34 56", "+68987123456", "+689 87 12 34 56");
}

#[test]
fn common_numbers_abroad_are_grouped_as_in_their_country() {
    for e164 in [
        "+12025550123",
        "+302101234567",
        "+31612345678",
        "+32470123456",
        "+3226490000",
        "+3242201234",
        "+3281201234",
        "+34912345678",
        "+351912345678",
        "+352621123456",
        "+353871234567",
        "+35312345678",
        "+376312345",
        "+37799991234",
        "+393123456789",
        "+390212345678",
        "+39063998711",
        "+390639987110",
        "+41791234567",
        "+442079460123",
        "+447700900123",
        "+48512345678",
        "+4915123456789",
        "+491701234567",
        "+213551234567",
        "+21620123456",
        "+68987123456",
        "+262976221234",
    ] {
        let reference = phonenumber::parse(None, e164)
            .expect("an example of its plan")
            .format()
            .mode(phonenumber::Mode::International)
            .to_string();
        assert_eq!(readable(e164).display(), reference.replace('-', " "));
    }
}

#[test]
fn what_is_not_surely_one_number_is_kept_as_typed() {
    for typed in [
        "06 39 98 12 34 (bureau)",
        "06 39 98 29 96 (domicile)",
        "Tél. 06 39 98 12 34",
        "06 39 98 12 34 / 01 99 00 12 34",
        "0639981234 0199001234",
        "06 39 98 12 34 ou 35",
        "06 39 98 71",
        "06 39 98 71 1",
        "06 39 98 71 100",
        "00 39 98 71 10",
        "06 39 98 71 1O",
        "639 98 71 10 1",
        "639 987 110",
        "0639+987110",
        "++33639987110",
        "+33 6 39 98 71",
        "+33 0 0 39 98 71 10",
        "+33",
        "+",
        "-",
        "3949",
        "+41 79 123",
        "+99 9999 9999",
        "+06 39 98 71 10",
        "inconnu",
        "٠٦٣٩٩٨٧١١٠",
        "06 39 98 71 10\0",
        "000000000000000000000000000000",
    ] {
        check_as_typed(typed);
    }
}

#[test]
fn no_number_is_not_an_unreadable_number() {
    for typed in ["", " ", "\t", "\u{a0}"] {
        assert_eq!(Phone::parse(typed), Phone::Empty);
    }
    assert!(Phone::Empty.is_readable());
    assert_eq!(Phone::Empty.display() + Phone::Empty.stored() + &Phone::Empty.digits() + &Phone::Empty.last_four(), "");
}

#[test]
fn the_digits_to_index_are_those_that_are_dialled() {
    let check = |typed: &str, digits: &str, last_four: &str| {
        let phone = Phone::parse(typed);
        assert_eq!((phone.digits().as_str(), phone.last_four().as_str()), (digits, last_four), "{typed}");
    };
    check("+33 6 39 98 71 10", "0639987110", "7110");
    check("+262 692 39 98 71", "0692399871", "9871");
    check("0508 41 12 34", "0508411234", "1234");
    check("+41 79 123 45 67", "41791234567", "4567");
    check("06 39 98 12 34 (bureau)", "0639981234", "1234");
    check("06 39 98 12 34 / 01 99 00 43 21", "0639981234 0199004321", "1234 4321");
    check("06.39.98.12.34 01.99.00.43.21", "0639981234 0199004321", "1234 4321");
    check("+33 (0)6 39 98 12 34 +33 1 99 00 43 21", "0639981234 0199004321", "1234 4321");
    check("06 39 98 12 34 poste 12", "0639981234", "1234");
    check("bureau : 639981234, le soir", "0639981234", "1234");
    check("06 39 98 71", "06399871", "9871");
    check("inconnu", "", "");
}

#[test]
fn a_search_is_read_at_every_keystroke() {
    let check = |typed: &str, digits: Option<&str>| assert_eq!(search_digits(typed).as_deref(), digits, "{typed}");
    check("+33 6 39", Some("0639"));
    check("0033639", Some("0639"));
    check("0033", Some("0"));
    check("+33 (0)6", Some("06"));
    check("(+33) 06.39", Some("0639"));
    check("06.39.98", Some("063998"));
    check("06 39 98 71 10", Some("0639987110"));
    check("7110", Some("7110"));
    check("71 10", Some("7110"));
    check("639987110", Some("0639987110"));
    check("33639987110", Some("0639987110"));
    check("+262", Some("0"));
    check("+262 6", Some("06"));
    check("+262 (0)692 39", Some("069239"));
    check("+262 976 22", Some("26297622"));
    check("+508 41", Some("050841"));
    check("+41 79", Some("4179"));
    check("0041 79", Some("4179"));
    check("+4", Some("4"));
    check("19200", Some("19200"));
    for typed in ["", " ", "+", "-", "00", "06 dupont", "dupont", "12345678901234567890"] {
        check(typed, None);
    }
}

proptest! {
    // Each case of the unoptimised libphonenumber takes milliseconds.
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_french_number_comes_back_however_it_was_written(
        national in "0[1-9][0-9]{8}",
        prefix in prop::sample::select(vec!["0", "+33", "0033", "+33 (0)", "(+33) 0", "33"]),
        separators in prop::collection::vec(prop::sample::select(vec!["", " ", ".", "-", "/", "\u{a0}", "\u{202f}"]), 9),
    ) {
        let spaced: String = national[1..].chars().zip(&separators).flat_map(|(digit, space)| [digit.to_string(), space.to_string()]).collect();
        let phone = Phone::parse(&format!("{prefix}{spaced}"));
        prop_assert!(matches!(phone, Phone::Readable(_)), "{}", phone.display());
        prop_assert_eq!(phone.digits(), national.clone());
        prop_assert_eq!(phone.display().replace(' ', ""), national);
    }

    #[test]
    fn what_is_shown_and_what_is_stored_read_as_the_same_number(typed in "(\\+|00|0)?[0-9 ().-]{4,20}") {
        let phone = Phone::parse(&typed);
        prop_assert_eq!(&Phone::parse(&phone.display()), &phone);
        prop_assert_eq!(&Phone::parse(phone.stored()), &phone);
        prop_assert_eq!(&Phone::from_stored(phone.stored(), phone.is_readable()), &phone);
    }

    #[test]
    fn numbers_abroad_come_back_too(
        typed in prop::sample::select(vec!["+3226490000", "+41791234567", "+39063998711", "+4915112345678", "+447700900123",
            "+12025550123", "+352621123456", "+34912345678", "+351912345678", "+21620123456", "+212650123456", "+390212345678",
            "+376312345", "+262976221234", "+590976011234", "+508708401234", "+687751234", "+681821234", "+3545551234"]),
        flips in prop::collection::vec((3usize..13, b'0'..=b'9'), 0..4),
    ) {
        let mut digits = typed.as_bytes().to_vec();
        for (place, digit) in flips {
            if let Some(found) = digits.get_mut(place) {
                *found = digit;
            }
        }
        let phone = Phone::parse(std::str::from_utf8(&digits).expect("digits"));
        prop_assert_eq!(&Phone::parse(&phone.display()), &phone);
        prop_assert_eq!(&Phone::parse(phone.stored()), &phone);
    }

    #[test]
    fn nothing_typed_is_ever_lost(typed in any::<String>()) {
        match Phone::parse(&typed) {
            Phone::Empty => prop_assert!(typed.trim().is_empty()),
            Phone::AsTyped(kept) => prop_assert_eq!(kept, typed),
            Phone::Readable(e164) => {
                let own: String = typed.chars().filter(char::is_ascii_digit).collect();
                prop_assert!(e164.ends_with(&own[own.len() - 6..]));
            }
        }
    }

    #[test]
    fn every_beginning_of_a_number_finds_it(
        typed in prop::sample::select(vec!["+33 6 39 98 71 10", "(+33) 06.39.98.71.10", "0033639987110", "06 39 98 71 10",
            "+262 692 39 98 71", "0692 39 98 71", "0508 41 12 34", "+508 41 12 34", "+41 79 123 45 67", "+262 976 22 12 34"]),
        length in 0usize..22,
    ) {
        let digits = Phone::parse(typed).digits();
        let beginning: String = typed.chars().take(length).collect();
        // Until the country code is whole it may be any country's; nothing is looked for by « 00 » alone.
        let code = beginning.starts_with(['+', '(']) || beginning.starts_with("00");
        if let Some(found) = search_digits(&beginning).filter(|found| !code || found.len() > 3) {
            prop_assert!(digits.starts_with(&found), "{beginning} → {found}");
        }
    }
}

#[test]
fn land_lines_are_told_from_what_receives_sms() {
    for land_line in ["01 99 00 12 34", "05 36 49 11 17", "09 70 00 00 00", "0262 12 34 56", "08 00 00 00 00"] {
        assert!(Phone::parse(land_line).is_land_line(), "{land_line}");
    }
    for other in
        ["06 39 98 71 10", "07 00 00 00 00", "0692 39 98 71", "+41 79 123 45 67", "0508 41 12 34", "à rappeler", ""]
    {
        assert!(!Phone::parse(other).is_land_line(), "{other}");
    }
}
