//! Recording what clients agreed to, from outside the core.

use ecrin_core::consents::{
    Answer, Audience, Channel, ConsentState, EVIDENCE_MAX, Given, IndicatorId, Kind, ModeLabel, NewDecision,
    NewEvidence, NewIndicator, NewMode, Purpose, Removal, Target,
};
use ecrin_core::contact::{Ground, Reason};
use ecrin_core::{Error, Result};
use ecrin_core_tests::TestShop;
use ecrin_core_tests::consents::grant;
use expect_test::expect;

use Channel::{Mail, Phone, Postal, Sms};
use Purpose::{B2b, Commercial, Newsletter, Partners, Technical};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR signature";

/// 29 November 2026, noon in France.
const SUNDAY: i64 = 1_795_950_000_000;

#[test]
fn the_five_decisions_of_the_sheet_give_its_five_rows() {
    let mut shop = TestShop::at("2018-09-18T06:35");
    let laura = shop.client("DUPONT Laura, 19200 USSEL");
    shop.grant(laura, Postal, &[Commercial], "Accord écrit");
    shop.grant(laura, Sms, &[Technical], "Accord par mail");
    shop.later_minutes(3).withdraw(laura, Sms);
    shop.later_minutes(12).grant(laura, Sms, &[Technical], "Écrit");
    shop.later_minutes(6).grant(laura, Sms, &[Commercial], "accord ecrit");
    shop.expect_history(
        laura,
        &expect![[r"
            Envoi de mailing postal / Accord écrit / 18/09/2018 06:35
            Envoi de SMS techniques / Accord par mail / 18/09/2018 06:35
            Arrêt d'envoi de SMS /  / 18/09/2018 06:38
            Envoi de SMS techniques / Accord écrit / 18/09/2018 06:50
            Envoi de SMS techniques & commerciaux / Accord écrit / 18/09/2018 06:56
        "]],
    );
    let chain = shop.shop().check_chain(None).unwrap();
    assert_eq!((chain.decisions, chain.broken), (5, None));
    shop.reopen();
    assert_eq!(shop.shop().check_chain(Some(&chain.head)).unwrap().broken, None);
}

#[test]
fn a_grant_without_a_mode_cannot_be_written() {
    assert!(matches!(ModeLabel::new("  \u{7} "), Err(Error::ModeMissing)));
    let mut shop = TestShop::at("2018-09-18T06:35");
    let laura = shop.client("DUPONT Laura");
    let unsaid = shop.shop().decide(laura, &grant(Sms, &[Technical], "Autre…"));
    assert!(matches!(unsaid, Err(Error::DetailMissing)));
    assert_eq!(shop.history(laura).total, 0);
    let said = NewDecision { detail: "par fax".into(), ..grant(Sms, &[Technical], "Autre…") };
    shop.decide(laura, &said);
    shop.grant(laura, Mail, &[Technical], "Accord par fax");
    let modes: Vec<String> = shop.history(laura).rows.into_iter().map(|row| row.mode).collect();
    assert_eq!(modes, ["Autre accord", "Accord par fax"], "the list's words, or other words as they were said");
}

#[test]
fn four_states_and_the_fifth_of_what_stands_until_opposed() {
    let mut shop = TestShop::at("2026-11-24T12:00");
    let atelier = shop.client("DUPRÉ Optique");
    assert_eq!(shop.state(atelier, "SMS-COM"), ConsentState::NeverAsked);
    shop.grant(atelier, Sms, &[Commercial], "Accord oral");
    assert_eq!(shop.state(atelier, "SMS-COM"), ConsentState::Granted);
    shop.withdraw(atelier, Sms);
    assert_eq!(shop.state(atelier, "SMS-COM"), ConsentState::Withdrawn);
    assert_eq!(shop.state(atelier, "SMS-TECH"), ConsentState::NeverAsked, "a stop takes back what was given");
    shop.refuse(atelier, Phone);
    assert_eq!(shop.state(atelier, "TEL"), ConsentState::Refused);
    assert_eq!(shop.state(atelier, "B2B"), ConsentState::NeverAsked, "not asked of a private person");
    shop.edit(atelier, |client| client.professional = true);
    assert_eq!(shop.state(atelier, "B2B"), ConsentState::GrantedByDefault);
    shop.withdraw(atelier, Mail);
    assert_eq!(shop.state(atelier, "B2B"), ConsentState::Withdrawn);
}

#[test]
fn a_stop_where_nothing_was_given_is_kept_as_an_objection() {
    let mut shop = TestShop::at("2026-11-24T12:00");
    let laura = shop.client("DUPONT Laura");
    shop.withdraw(laura, Sms);
    shop.withdraw(laura, Sms);
    assert_eq!(shop.state(laura, "SMS-COM"), ConsentState::Refused);
    let labels: Vec<String> = shop.history(laura).rows.into_iter().map(|row| row.label).collect();
    assert_eq!(labels, ["Arrêt d'envoi de SMS", "Arrêt d'envoi de SMS"]);
    assert_eq!(shop.shop().check_chain(None).unwrap().broken, None);
}

#[test]
fn one_of_several_agreements_is_taken_back_alone() {
    let mut shop = TestShop::at("2026-11-24T12:00");
    let laura = shop.client("DUPONT Laura");
    shop.grant(laura, Sms, &[Technical, Commercial], "Accord écrit");
    let commercial: IndicatorId = 2;
    shop.decide(laura, &NewDecision::now(Target::Indicators(vec![commercial]), Answer::Withdrawn));
    let rows = shop.history(laura).rows;
    assert_eq!((rows[0].label.as_str(), rows[0].covers.len()), ("Envoi de SMS techniques & commerciaux", 2));
    assert_eq!((rows[1].label.as_str(), rows[1].mode.as_str()), ("Envoi de SMS techniques", ""));
    assert_eq!(
        (rows[1].answer, rows[1].covers.as_slice()),
        (Given::Withdrawn, ["Envoi de SMS commerciaux".to_owned()].as_slice())
    );
}

#[test]
fn the_day_of_the_answer_is_kept_beside_the_moment_of_recording() {
    let mut shop = TestShop::at("2018-09-18T06:35");
    let laura = shop.client("DUPONT Laura");
    let now = shop.record(laura).created_at;
    let paper = NewDecision { at: Some(now - 86_400_000), ..grant(Sms, &[Technical], "Accord écrit") };
    shop.withdraw(laura, Sms);
    shop.decide(laura, &paper);
    let rows = shop.history(laura).rows;
    assert_eq!((rows[1].at, rows[1].recorded_at), (now - 86_400_000, now));
    assert!(rows[1].wordings.is_empty(), "nobody was shown a sentence that did not exist yet");
    assert_eq!(shop.state(laura, "SMS-TECH"), ConsentState::Granted, "the order is that of recording");
    let future = NewDecision { at: Some(now + 1), ..grant(Sms, &[Technical], "Accord écrit") };
    assert!(matches!(shop.shop().decide(laura, &future), Err(Error::DecisionDate)));
    assert_eq!(shop.history(laura).total, 2);
}

#[test]
fn questions_that_are_not_asked_of_a_client_cannot_be_answered() {
    let mut shop = TestShop::at("2026-11-24T12:00");
    let laura = shop.client("DUPONT Laura");
    let refused = |shop: &mut TestShop, target| {
        let mode = ModeLabel::new("Accord oral").unwrap();
        let decision = NewDecision::now(target, Answer::Granted { mode, wordings: Vec::new() });
        shop.shop().decide(laura, &decision).map(|_| ()).unwrap_err().to_string()
    };
    let unsuited = Error::IndicatorUnsuited.to_string();
    for target in [
        Target::Purposes(Postal, vec![Technical]),
        Target::Purposes(Mail, vec![B2b]),
        Target::Purposes(Sms, Vec::new()),
        Target::Indicators(Vec::new()),
        Target::Indicators(vec![8]),
        Target::Indicators(vec![1, 3]),
        Target::Channel(Sms),
    ] {
        assert_eq!(refused(&mut shop, target.clone()), unsuited, "{target:?}");
    }
    assert_eq!(refused(&mut shop, Target::Indicators(vec![1, 99])), Error::IndicatorNotFound.to_string());
    assert!(matches!(shop.shop().decide(4, &grant(Sms, &[Technical], "Oral")), Err(Error::ClientNotFound(4))));
}

#[test]
fn the_gate_hears_every_answer() {
    let mut shop = TestShop::at("2026-11-24T12:00");
    let laura = shop.client("DUPONT Laura, 19200 USSEL");
    let verdict = |shop: &mut TestShop| {
        let verdict = shop.may_contact(laura, Sms, Commercial);
        (verdict.allowed, verdict.ground, verdict.reasons)
    };
    assert_eq!(verdict(&mut shop), (false, Ground::NoConsent, vec![Reason::NeverAsked, Reason::NoAddress]));
    shop.edit(laura, |client| client.mobile = "06 39 98 71 10".into());
    assert_eq!(verdict(&mut shop), (false, Ground::NoConsent, vec![Reason::NeverAsked]));
    shop.grant(laura, Sms, &[Commercial], "Accord écrit");
    let granted = shop.may_contact(laura, Sms, Commercial);
    assert_eq!((granted.allowed, granted.ground, granted.mode.as_str()), (true, Ground::Consent, "Accord écrit"));
    assert_eq!(granted.decision, Some(1));
    let on_sunday = shop.shop().may_contact(laura, Sms, Commercial, Some(SUNDAY)).unwrap();
    assert_eq!(on_sunday.reasons, [Reason::OutsideHours]);
    shop.shop().set_restricted(laura, true).unwrap();
    assert_eq!(verdict(&mut shop), (false, Ground::Consent, vec![Reason::Restricted]));
    shop.shop().set_restricted(laura, false).unwrap();
    shop.shop().set_inactive(laura, "").unwrap();
    assert_eq!(verdict(&mut shop), (false, Ground::Consent, vec![Reason::Inactive]));
    shop.shop().set_active(laura).unwrap();
    shop.withdraw(laura, Sms);
    assert_eq!(verdict(&mut shop), (false, Ground::Objection, vec![Reason::Withdrawn]));
}

#[test]
fn the_whole_file_is_judged_as_each_client_is() {
    let mut shop = TestShop::at("2026-11-24T12:00");
    for index in 0..40 {
        let client = shop.client(&format!("CLIENT{index} Essai, 19200 USSEL"));
        shop.edit(client, |record| {
            record.mobile = if index % 3 == 0 { String::new() } else { "06 39 98 71 10".into() }
        });
        match index % 5 {
            0 => _ = shop.grant(client, Sms, &[Commercial], "Accord écrit"),
            1 => _ = shop.refuse(client, Sms),
            2 => _ = shop.shop().set_inactive(client, "").unwrap(),
            3 => _ = shop.grant(client, Sms, &[Technical], "Accord écrit"),
            _ => {}
        }
    }
    let mut judged = Vec::new();
    let at = SUNDAY - 86_400_000;
    shop.reader()
        .judge_all(Sms, Commercial, at, |one| -> Result<()> {
            judged.push((one.client, one.verdict.allowed, one.verdict.reasons.iter().collect::<Vec<_>>()));
            Ok(())
        })
        .unwrap();
    assert_eq!(judged.len(), 40);
    assert!(judged.iter().any(|(_, allowed, _)| *allowed));
    for (client, allowed, reasons) in judged {
        let alone = shop.shop().may_contact(client, Sms, Commercial, Some(at)).unwrap();
        assert_eq!((allowed, reasons), (alone.allowed, alone.reasons), "client {client}");
    }
}

#[test]
fn evidence_is_told_by_its_content_and_given_back_whole() {
    let mut shop = TestShop::at("2026-11-24T12:00");
    let laura = shop.client("DUPONT Laura");
    let with = |name: &str, content: &[u8]| NewDecision {
        evidence: vec![NewEvidence { name: name.into(), content: content.to_vec() }],
        ..grant(Sms, &[Technical], "Accord écrit")
    };
    let mut refused = |decision: &NewDecision| shop.shop().decide(laura, decision).map(|_| ()).unwrap_err();
    assert!(matches!(refused(&with("bulletin.pdf", b"MZ a program")), Error::EvidenceTypeUnknown));
    assert!(matches!(refused(&with("vide.png", b"")), Error::EvidenceTypeUnknown));
    let mut large = PNG.to_vec();
    large.resize(EVIDENCE_MAX + 1, 0);
    assert!(matches!(refused(&with("grand.png", &large)), Error::EvidenceTooLarge));
    large.pop();
    shop.decide(laura, &with("grand.png", &large));
    shop.decide(laura, &with("bulletin.txt", b"%PDF-1.7 bulletin"));
    let rows = shop.history(laura).rows;
    assert_eq!(rows.len(), 2, "what was refused left nothing");
    let pdf = shop.shop().evidence(rows[1].evidence[0].id).unwrap();
    assert_eq!(
        (pdf.info.media_type.code(), pdf.content.as_slice()),
        ("application/pdf", b"%PDF-1.7 bulletin".as_slice())
    );
    assert_eq!(shop.shop().evidence(rows[0].evidence[0].id).unwrap().content.len(), EVIDENCE_MAX);
    assert!(matches!(shop.shop().evidence(99), Err(Error::EvidenceNotFound)));
    assert_eq!(shop.shop().check_chain(None).unwrap().broken, None);
}

fn new_indicator(name: &str, kind: Kind, audience: Audience) -> NewIndicator {
    NewIndicator { name: name.into(), channel: Sms, purpose: Commercial, kind, audience }
}

#[test]
fn an_opt_out_towards_consumers_is_refused_by_sms_mail_and_telephone() {
    for (channel, purpose, audience, allowed) in [
        (Sms, Commercial, Audience::Everyone, false),
        (Mail, Commercial, Audience::Everyone, false),
        (Phone, Commercial, Audience::Everyone, false),
        (Postal, Commercial, Audience::Everyone, true),
        (Sms, B2b, Audience::Professionals, true),
        (Mail, Commercial, Audience::ExistingCustomers, true),
        (Mail, Partners, Audience::ExistingCustomers, false),
        (Postal, Partners, Audience::ExistingCustomers, true),
    ] {
        let new = NewIndicator { name: "Essai".into(), channel, purpose, kind: Kind::OptOut, audience };
        assert_eq!(new.clone().checked().is_ok(), allowed, "{new:?}");
    }
    let mut shop = TestShop::at("2026-11-24T12:00");
    let refused = shop.shop().create_indicator(&new_indicator("Ventes privées", Kind::OptOut, Audience::Everyone));
    assert!(matches!(refused, Err(Error::OptOutForbidden(Sms))));
    let taken =
        shop.shop().create_indicator(&new_indicator(" envoi de sms COMMERCIAUX", Kind::OptIn, Audience::Everyone));
    assert!(matches!(taken, Err(Error::NameTaken)));
}

#[test]
fn an_indicator_with_history_is_archived_and_its_no_remembered() {
    let mut shop = TestShop::at("2026-11-24T12:00");
    let laura = shop.client("DUPONT Laura");
    let id =
        shop.shop().create_indicator(&new_indicator("Ventes privées", Kind::OptIn, Audience::Everyone)).unwrap().value;
    let other = shop.shop().create_indicator(&new_indicator("Salons", Kind::OptIn, Audience::Everyone)).unwrap().value;
    assert_eq!(shop.shop().remove_indicator(other).unwrap().value, Removal::Deleted);
    shop.decide(laura, &NewDecision::now(Target::Indicators(vec![id]), Answer::Refused));
    assert_eq!(shop.shop().remove_indicator(id).unwrap().value, Removal::Archived);
    let again = new_indicator("Ventes privées", Kind::OptOut, Audience::ExistingCustomers);
    let next = shop.shop().create_indicator(&again).unwrap().value;
    assert_ne!(next, id, "the name is free again, the identity is not");
    assert_eq!(shop.may_contact(laura, Sms, Commercial).ground, Ground::Objection);
    assert_eq!(shop.shop().check_chain(None).unwrap().broken, None);
}

#[test]
fn indicators_are_renamed_hidden_and_ordered() {
    let mut shop = TestShop::at("2026-11-24T12:00");
    let laura = shop.client("DUPONT Laura");
    shop.grant(laura, Mail, &[Newsletter], "Accord oral");
    shop.shop().rename_indicator(7, "La lettre").unwrap();
    shop.shop().show_indicator(7, false).unwrap();
    shop.shop().order_indicators(&[12, 7]).unwrap();
    let setup = shop.shop().consent_setup().unwrap();
    let first: Vec<&str> = setup.indicators.iter().take(3).map(|one| one.indicator.code.as_str()).collect();
    assert_eq!(first, ["PART-SMS", "NEWS", "SMS-TECH"]);
    assert!(setup.indicators[1].has_history && !setup.indicators[1].indicator.visible);
    let row = shop.history(laura).rows.remove(0);
    assert_eq!((row.label.as_str(), row.covers.as_slice()), ("Newsletter", ["La lettre".to_owned()].as_slice()));
    assert!(matches!(shop.shop().rename_indicator(7, " "), Err(Error::NameMissing)));
}

#[test]
fn a_mode_in_use_is_kept() {
    let mut shop = TestShop::at("2026-11-24T12:00");
    let laura = shop.client("DUPONT Laura");
    let fax = NewMode { name: "Fax".into(), label: "Accord par fax".into(), hint: String::new() };
    let id = shop.shop().create_mode(&fax).unwrap().value;
    assert!(matches!(shop.shop().create_mode(&fax), Err(Error::NameTaken)));
    shop.grant(laura, Sms, &[Technical], "fax");
    assert!(matches!(shop.shop().remove_mode(id), Err(Error::ModeInUse(1))));
    let modes = shop.shop().consent_setup().unwrap().modes;
    for mode in modes.iter().filter(|mode| mode.id != id) {
        shop.shop().remove_mode(mode.id).unwrap();
    }
    let unused = NewMode { name: "Borne".into(), label: "Accord sur la borne".into(), hint: String::new() };
    let unused = shop.shop().create_mode(&unused).unwrap().value;
    shop.shop().remove_mode(unused).unwrap();
    assert_eq!(shop.shop().consent_setup().unwrap().modes.len(), 1);
}

#[test]
fn a_decision_names_the_wording_of_its_day_or_the_one_that_was_shown() {
    let mut shop = TestShop::at("2018-09-18T06:35");
    let laura = shop.client("DUPONT Laura");
    let now = shop.record(laura).created_at;
    shop.shop().create_wording(2, "  Nouvelle formulation.  ", now + 86_400_000).unwrap();
    shop.grant(laura, Sms, &[Technical, Commercial], "Accord écrit");
    shop.later_minutes(2 * 1440).grant(laura, Sms, &[Commercial], "Accord écrit");
    let first = shop.shop().consents(laura).unwrap().wordings.iter().find(|w| w.name == "SMS-COM-1").unwrap().id;
    let mode = ModeLabel::new("Accord écrit").unwrap();
    let old_form = Answer::Granted { mode: mode.clone(), wordings: vec![first] };
    shop.decide(laura, &NewDecision::now(Target::Indicators(vec![2]), old_form));
    let names: Vec<String> = (shop.history(laura).rows.iter())
        .map(|row| row.wordings.iter().map(|wording| wording.name.as_str()).collect::<Vec<_>>().join(" + "))
        .collect();
    assert_eq!(names, ["SMS-TECH-1 + SMS-COM-1", "SMS-COM-2", "SMS-COM-1"]);
    let other = Answer::Granted { mode, wordings: vec![first] };
    let refused = shop.shop().decide(laura, &NewDecision::now(Target::Indicators(vec![1]), other));
    assert!(matches!(refused, Err(Error::WordingNotFound)));
    let uses: Vec<i64> = (shop.shop().consent_setup().unwrap().wordings.iter())
        .filter(|wording| wording.indicator == 2)
        .map(|wording| wording.uses)
        .collect();
    assert_eq!(uses, [1, 2]);
}

#[test]
fn decisions_are_journalled_with_what_the_channel_said_before() {
    let mut shop = TestShop::at("2018-09-18T06:35");
    let laura = shop.client("DUPONT Laura");
    shop.grant(laura, Sms, &[Technical], "Accord écrit");
    shop.withdraw(laura, Sms);
    let entries = shop.shop().journal(laura, None, 10).unwrap().entries;
    let change = &entries[0].changes[0];
    assert_eq!((change.old.as_str(), change.new.as_str()), ("Envoi de SMS techniques", "Arrêt d'envoi de SMS"));
}

#[test]
fn the_demonstration_has_clients_in_every_state() {
    let mut shop = TestShop::at("2026-11-24T12:00");
    shop.shop().add_fictional_clients(19_200, 500, &mut |_| true).unwrap();
    let mut states = std::collections::BTreeMap::new();
    let (mut unproven, mut laura) = (0, None);
    for number in 1..=500 {
        for indicator in shop.shop().consents(number).unwrap().indicators {
            *states.entry(indicator.state).or_insert(0) += 1;
            unproven += i32::from(indicator.unproven);
        }
        let record = shop.record(number);
        if (record.client.last_name.as_str(), record.client.first_name.as_str()) == ("DUPONT", "Laura") {
            laura = Some(number);
        }
    }
    assert!(states.len() == 5 && states.values().all(|count| *count > 5) && unproven > 5, "{states:?}, {unproven}");
    let rows = shop.history(laura.unwrap()).rows;
    assert_eq!((rows.len(), rows[4].label.as_str()), (5, "Envoi de SMS techniques & commerciaux"));
    assert_eq!(rows[4].evidence.len(), 1);
    assert_eq!(shop.shop().check_chain(None).unwrap().broken, None);
}
