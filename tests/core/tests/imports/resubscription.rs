//! An import resubscribes nobody: who said no at an address keeps that no, whatever a file says of somebody reached there.

use std::collections::HashSet;
use std::fmt::Write as _;

use ecrin_core::clients::{ClientInput, ClientNumber};
use ecrin_core::consents::{Answer, Channel, ConsentState, Purpose};
use expect_test::expect;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::consents::{counts, decide, expect_sound, granted, history, states};
use super::{Desk, notes};

/// A client with an address on every channel.
fn laura() -> ClientInput {
    ClientInput {
        last_name: "Dupont".into(),
        first_name: "Laura".into(),
        postcode: "19200".into(),
        town: "Ussel".into(),
        email: "laura.dupont@boutique.example".into(),
        phone: "01 99 00 71 10".into(),
        mobile: "06 39 98 71 10".into(),
        ..ClientInput::default()
    }
}

const HEADER: &str =
    "nom;prenom;cp;email;telephone;portable;sms_commercial;email_commercial;newsletter;postal;telephone_commercial";

#[test]
fn a_refusal_in_the_shop_stands_for_whoever_is_reached_at_the_address() {
    let mut desk = Desk::new();
    desk.shop.shop().create_client(&laura()).unwrap();
    decide(&mut desk, 1, Channel::Sms, Purpose::Commercial, Answer::Refused);
    decide(&mut desk, 1, Channel::Mail, Purpose::Commercial, granted());
    decide(&mut desk, 1, Channel::Mail, Purpose::Commercial, Answer::Withdrawn);
    decide(&mut desk, 1, Channel::Postal, Purpose::Commercial, Answer::Refused);
    decide(&mut desk, 1, Channel::Phone, Purpose::Commercial, Answer::Refused);
    let report = desk.import(format!(
        "{HEADER}\n\
         DUPONT;Laura;19200;LAURA.DUPONT@boutique.example;+33 1 99 00 71 10;0639987110;oui;oui;oui;oui;oui\n\
         Rey;Léa;69001;lea@rey.example;0639987110;;oui;oui;;oui;oui\n\
         Dupont;Laura;63000;;;06 39 98 71 11;oui;;;oui;oui\n"
    ));
    assert_eq!(counts(&report), "6 / 0 / 6");
    assert_eq!(notes(&report.notes), ["not_resubscribed ×6: [2, 3]"]);
    let never = ["SMS-COM refused", "MAIL-COM refused", "POSTAL refused", "TEL refused", "NEWS granted without proof"];
    assert_eq!(states(&mut desk, 2), never, "the newsletter was never refused");
    assert_eq!(
        states(&mut desk, 3),
        ["SMS-COM refused", "MAIL-COM granted without proof", "POSTAL granted without proof", "TEL refused"],
        "a mobile in the column of telephones takes messages and calls all the same"
    );
    assert_eq!(
        states(&mut desk, 4),
        ["SMS-COM granted without proof", "POSTAL granted without proof", "TEL granted without proof"],
        "somebody of the same name elsewhere"
    );
    assert!(history(&mut desk, 3).contains("Refus d'envoi de SMS |  | Non déjà enregistré pour la même adresse | "));
    expect_sound(&mut desk);
}

#[test]
fn a_later_yes_of_the_client_counts() {
    let mut desk = Desk::new();
    desk.shop.shop().create_client(&laura()).unwrap();
    decide(&mut desk, 1, Channel::Sms, Purpose::Commercial, Answer::Refused);
    decide(&mut desk, 1, Channel::Sms, Purpose::Commercial, granted());
    let report = desk.import("nom;portable;sms_commercial\nDupont;06 39 98 71 10;oui\n");
    assert_eq!(counts(&report), "1 / 0 / 0");
}

#[test]
fn what_is_no_longer_asked_was_refused_all_the_same() {
    let mut desk = Desk::new();
    desk.shop.shop().create_client(&laura()).unwrap();
    decide(&mut desk, 1, Channel::Sms, Purpose::Commercial, Answer::Refused);
    let setup = desk.shop.shop().consent_setup().unwrap();
    let asked = setup.indicators.iter().find(|setup| setup.indicator.code == "SMS-COM").unwrap().indicator.clone();
    desk.shop.shop().remove_indicator(asked.id).unwrap();
    let new = ecrin_core::consents::NewIndicator {
        name: "Offres par SMS".into(),
        channel: asked.channel,
        purpose: asked.purpose,
        kind: asked.kind,
        audience: asked.audience,
    };
    desk.shop.shop().create_indicator(&new).unwrap();
    let table = "nom;portable;sms_commercial\nDupont;06 39 98 71 10;oui\n";
    assert_eq!(counts(&desk.import(table)), "0 / 0 / 1");
    decide(&mut desk, 1, Channel::Sms, Purpose::Commercial, granted());
    decide(&mut desk, 2, Channel::Sms, Purpose::Commercial, granted());
    assert_eq!(counts(&desk.import(table)), "1 / 0 / 0", "they said yes to what replaced it");
}

#[test]
fn the_most_restrictive_row_of_a_file_wins_whatever_the_order() {
    let mut desk = Desk::new();
    let report = desk.import(
        "nom;portable;sms_technique;sms_commercial;mode_accord;date_accord\n\
         Rey;06 39 98 00 01;oui;oui;oral;05/02/2019\n\
         Joly;06 39 98 00 01;;non;;\n\
         Roux;06 39 98 00 01;;oui;oral;05/02/2019\n",
    );
    assert_eq!(counts(&report), "1 / 1 / 2");
    assert_eq!(notes(&report.notes), ["not_resubscribed ×2: [2, 4]"]);
    expect![[r"
        Envoi de SMS techniques |  | Non dans une autre ligne du fichier pour la même adresse | 22/11/2026 09:00
        Envoi de SMS techniques & commerciaux | Accord oral |  | 05/02/2019 12:00
    "]]
    .assert_eq(&history(&mut desk, 1));
    assert_eq!(states(&mut desk, 1), ["SMS-TECH granted without proof", "SMS-COM refused"]);
    assert_eq!(states(&mut desk, 3), ["SMS-COM refused"]);
    expect_sound(&mut desk);
}

#[test]
fn a_second_import_of_the_same_file_grants_no_more_than_the_first() {
    let mut desk = Desk::new();
    let table = "nom;portable;telephone;sms_commercial\n\
                 Rey;06 39 98 00 01;06 39 98 00 02;oui\nJoly;06 39 98 00 02;;non\nRoux;06 39 98 00 03;;oui\n";
    assert_eq!(counts(&desk.import(table)), "1 / 1 / 1");
    assert_eq!(counts(&desk.import(table)), "1 / 1 / 1");
    assert_eq!(
        counts(&desk.import("nom;portable;sms_commercial\nVial;06 39 98 00 01;oui\n")),
        "0 / 0 / 1",
        "who got a no from another record stands for it at their own other number"
    );
    expect_sound(&mut desk);
}

/// One row: which of few addresses, and what is said of four questions.
#[derive(Clone, Debug)]
struct Line {
    email: usize,
    phone: usize,
    mobile: usize,
    name: usize,
    said: Vec<&'static str>,
}

const QUESTIONS: [(Channel, Purpose); 4] = [
    (Channel::Sms, Purpose::Commercial),
    (Channel::Mail, Purpose::Newsletter),
    (Channel::Postal, Purpose::Commercial),
    (Channel::Phone, Purpose::Commercial),
];

fn lines() -> impl Strategy<Value = Vec<Line>> {
    let said = prop::collection::vec(prop::sample::select(vec!["oui", "oui", "non", "", "STOP", "accord écrit"]), 4);
    let line = (0_usize..4, 0_usize..5, 0_usize..4, 0_usize..4, said)
        .prop_map(|(email, phone, mobile, name, said)| Line { email, phone, mobile, name, said });
    prop::collection::vec(line, 1..10)
}

impl Line {
    fn email(&self) -> String {
        if self.email == 0 { String::new() } else { format!("client{}@rey.example", self.email) }
    }

    /// The last ones are mobiles, and may be somebody's mobile too.
    fn phone(&self) -> String {
        match self.phone {
            0 => String::new(),
            1 | 2 => format!("01 99 00 00 0{}", self.phone),
            _ => format!("06 39 98 00 0{}", self.phone - 2),
        }
    }

    fn mobile(&self) -> String {
        if self.mobile == 0 { String::new() } else { format!("06 39 98 00 0{}", self.mobile) }
    }

    fn input(&self) -> ClientInput {
        ClientInput {
            last_name: format!("Rey{}", self.name),
            address_1: "1 rue du Lac".into(),
            postcode: "74000".into(),
            town: "Annecy".into(),
            email: self.email(),
            phone: self.phone(),
            mobile: self.mobile(),
            ..ClientInput::default()
        }
    }
}

fn table(lines: &[Line]) -> String {
    let mut text =
        "nom;adresse;cp;ville;email;telephone;portable;sms_commercial;newsletter;postal;telephone_commercial\n"
            .to_owned();
    for line in lines {
        let input = line.input();
        let cells = [&input.last_name, "1 rue du Lac", "74000", "Annecy", &input.email, &input.phone, &input.mobile];
        let _ = writeln!(text, "{};{}", cells.join(";"), line.said.join(";"));
    }
    text
}

/// Where a client is reached by a channel, written out once more and independently of the import.
fn addresses(input: &ClientInput, channel: Channel) -> Vec<String> {
    let all = match channel {
        Channel::Mail => vec![input.email.to_lowercase()],
        Channel::Postal => vec![format!("{} {}", input.last_name, input.postcode)],
        Channel::Phone => vec![input.phone.clone(), input.mobile.clone()],
        Channel::Sms => {
            vec![input.mobile.clone(), if input.phone.starts_with("06") { input.phone.clone() } else { String::new() }]
        }
    };
    all.into_iter().filter(|address| !address.is_empty()).collect()
}

/// Every address at which somebody said no to a question, as it stands.
fn refusing(desk: &mut Desk, numbers: std::ops::RangeInclusive<ClientNumber>) -> HashSet<(usize, String)> {
    let mut refusing = HashSet::new();
    for number in numbers {
        let input = desk.shop.record(number).client;
        for (index, (channel, purpose)) in QUESTIONS.into_iter().enumerate() {
            let sheet = desk.shop.shop().consents(number).unwrap();
            let state =
                sheet.indicators.iter().find(|state| (state.channel, state.purpose) == (channel, purpose)).unwrap();
            if matches!(state.state, ConsentState::Refused | ConsentState::Withdrawn) {
                refusing.extend(addresses(&input, channel).into_iter().map(|address| (index, address)));
            }
        }
    }
    refusing
}

/// Whatever two files say, after whatever was said at the counter: nobody may be contacted at an address of a no through a
/// record that an import brought, and no record that was there gained a permission.
#[test]
fn no_import_turns_a_no_into_a_yes() {
    // Tuesday 24 November 2026, 10:30 in France: all channels are open.
    let tuesday = chrono::DateTime::parse_from_rfc3339("2026-11-24T09:30:00Z").unwrap().timestamp_millis();
    let config =
        ProptestConfig { cases: 40, failure_persistence: None, max_shrink_iters: 200, ..ProptestConfig::default() };
    let checked = TestRunner::new(config).run(&(lines(), lines(), lines()), |(there, first, second)| {
        let mut desk = Desk::new();
        for line in &there {
            let number = desk.shop.shop().create_client(&line.input()).unwrap().value.number;
            for ((channel, purpose), said) in QUESTIONS.into_iter().zip(&line.said) {
                match *said {
                    "" => {}
                    "oui" | "accord écrit" => decide(&mut desk, number, channel, purpose, granted()),
                    "non" => decide(&mut desk, number, channel, purpose, Answer::Refused),
                    _ => decide(&mut desk, number, channel, purpose, Answer::Withdrawn),
                }
            }
        }
        for file in [&first, &second] {
            let before = desk.shop.shop().clients().unwrap();
            let refused_before = refusing(&mut desk, 1..=before);
            let allowed = |desk: &mut Desk, number, (channel, purpose)| {
                desk.shop.shop().may_contact(number, channel, purpose, Some(tuesday)).unwrap().allowed
            };
            let verdicts: Vec<Vec<bool>> = (1..=before)
                .map(|number| QUESTIONS.map(|question| allowed(&mut desk, number, question)).to_vec())
                .collect();
            let report = desk.import(table(file));
            let after = desk.shop.shop().clients().unwrap();
            prop_assert_eq!(report.rejected, 0);
            for (number, verdicts) in (1..=before).zip(&verdicts) {
                for (question, before) in QUESTIONS.into_iter().zip(verdicts) {
                    prop_assert!(*before || !allowed(&mut desk, number, question), "{} gained {:?}", number, question);
                }
            }
            let mut refused = refused_before;
            refused.extend(refusing(&mut desk, before + 1..=after));
            for (line, number) in file.iter().zip(before + 1..=after) {
                let input = desk.shop.record(number).client;
                for (index, (channel, purpose)) in QUESTIONS.into_iter().enumerate() {
                    let may = allowed(&mut desk, number, (channel, purpose));
                    let no = addresses(&input, channel).into_iter().any(|address| refused.contains(&(index, address)));
                    prop_assert!(!(may && no), "{} may be contacted by {:?}", number, channel);
                    let yes = matches!(line.said[index], "oui" | "accord écrit");
                    prop_assert!(yes || !may, "a yes out of nothing");
                    let reached = channel == Channel::Postal || !addresses(&input, channel).is_empty();
                    prop_assert!(!yes || no || !reached || may, "a yes of {} got lost", number);
                }
            }
        }
        prop_assert_eq!(desk.shop.shop().check_chain(None).unwrap().broken, None);
        Ok(())
    });
    checked.unwrap();
}
