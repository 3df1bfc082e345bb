//! Merging two records, and taking it back.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::cell::RefCell;
use std::fmt::Write as _;

use ecrin_core::Error;
use ecrin_core::clients::{ClientField, ClientNumber};
use ecrin_core::consents::{Answer, Channel, ConsentState, ModeLabel, NewDecision, Purpose, Target};
use ecrin_core::contact::{Ground, Reason};
use ecrin_core::journal::Operation;
use ecrin_core::labels::{IncidentKind, SaveIncident, SaveManagerNote};
use ecrin_core::merging::AnswerReason;
use ecrin_core::messages::{MessageRequest, MessageState};
use ecrin_core_tests::TestShop;
use expect_test::expect;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use Channel::{Mail, Sms};
use Purpose::{Commercial, Technical};

const LAURA: &str = "DUPONT Laura, 19200 USSEL, 06 39 98 71 10, laura.dupont@boutique.example";
/// The same person, noted a second time.
const AGAIN: &str = "DUPOND Laura, , 06 39 98 71 11, ";

fn shop() -> TestShop {
    TestShop::at("2026-11-24T11:00")
}

fn twice() -> (TestShop, ClientNumber, ClientNumber) {
    let mut shop = shop();
    let (kept, merged) = (shop.client(LAURA), shop.client(AGAIN));
    (shop, kept, merged)
}

#[test]
fn what_is_chosen_field_by_field_is_what_the_record_says_and_the_other_one_is_found_nowhere() {
    let mut shop = shop();
    let kept = shop.client("DUPOND Laura, , 06 39 98 71 11");
    let merged = shop.client(LAURA);
    let preview = shop.merge_preview(kept, merged);
    let proposed: Vec<ClientField> =
        preview.fields.iter().filter(|field| field.take_merged).map(|field| field.field).collect();
    assert_eq!(proposed, [ClientField::Postcode, ClientField::Town, ClientField::Email], "where there is nothing");
    let mut request = shop.merge_request(kept, merged);
    request.take_merged.push(ClientField::LastName);
    let done = shop.shop().merge_clients(&request).unwrap().value;
    assert_eq!((done.record.client.last_name.as_str(), done.record.client.town.as_str()), ("DUPONT", "USSEL"));
    assert_eq!(done.record.client.mobile, "06 39 98 71 11");
    assert_eq!(shop.found("laura"), ["DUPONT Laura"]);
    assert_eq!(shop.found("06 39 98 71 10"), Vec::<String>::new(), "a number that was not taken is nobody's");
    assert_eq!((shop.shop().clients().unwrap(), shop.search("", true).total), (1, 1));
    assert!(shop.shop().recent_clients(10).unwrap().iter().all(|row| row.number == kept));
    assert!(matches!(shop.shop().client(merged), Err(Error::ClientMerged(_, into)) if into == kept));
    assert!(matches!(shop.shop().set_inactive(merged, ""), Err(Error::ClientMerged(..))));
    shop.expect_whole();
    assert_eq!(shop.client("REY Paul"), 3, "its number is not given again");
}

#[test]
fn histories_are_read_together_and_keep_their_seals() {
    let (mut shop, kept, merged) = twice();
    shop.grant(kept, Sms, &[Technical], "Accord écrit");
    shop.later_minutes(1).grant(merged, Mail, &[Commercial], "Accord oral");
    shop.write(kept, Sms, "Votre réparation est prête");
    let seals: Vec<String> = [kept, merged].map(|number| shop.history(number).rows[0].seal.clone()).into();
    shop.later_minutes(1).merge(kept, merged);
    let mut table = String::new();
    for row in shop.history(kept).rows {
        let from = row.merged_from.map_or("ici".into(), |number| format!("fiche {number}"));
        let _ = writeln!(table, "{} / {} / {} / {from}", row.label, row.mode, row.detail);
    }
    expect![[r"
        Envoi de SMS techniques / Accord écrit /  / ici
        Envoi de mails commerciaux / Accord oral /  / fiche 2
        Fusion avec la fiche n° 2 : Envoi de mails commerciaux / Accord oral / accord du 24/11/2026 (décision n° 2) / ici
    "]]
    .assert_eq(&table);
    let rows = shop.history(kept).rows;
    assert_eq!([rows[0].seal.clone(), rows[1].seal.clone()], *seals, "nothing was written again");
    assert_eq!(shop.shop().consents(kept).unwrap().decisions, 3);
    let entries = shop.shop().journal(kept, None, 50).unwrap().entries;
    let told: Vec<_> = entries.iter().map(|entry| (entry.operation, entry.merged_from)).collect();
    assert!(told.contains(&(Operation::Merge, None)) && told.contains(&(Operation::Merge, Some(merged))), "{told:?}");
    assert!(told.contains(&(Operation::CreateClient, Some(merged))), "{told:?}");
    shop.expect_whole();
}

#[test]
fn the_most_restrictive_answer_holds_and_says_so() {
    let (mut shop, kept, merged) = twice();
    shop.grant(kept, Sms, &[Technical, Commercial], "Accord écrit");
    shop.later_minutes(1);
    shop.grant(merged, Sms, &[Technical], "Accord oral");
    shop.withdraw(merged, Sms);
    shop.refuse(kept, Mail);
    shop.grant(merged, Mail, &[Commercial], "Accord oral");
    let done = shop.later_minutes(1).merge(kept, merged);
    let reason = |code: &str, shop: &mut TestShop| {
        let id = shop.indicator(code);
        done.answers.iter().find(|answer| answer.indicator == id).map(|answer| (answer.after, answer.reason))
    };
    let (granted, refused, withdrawn) = (ConsentState::Granted, ConsentState::Refused, ConsentState::Withdrawn);
    assert_eq!(reason("SMS-TECH", &mut shop), Some((withdrawn, AnswerReason::NoWins)));
    assert_eq!(reason("SMS-COM", &mut shop), Some((granted, AnswerReason::Kept)), "of that the other said nothing");
    assert_eq!(reason("MAIL-COM", &mut shop), Some((refused, AnswerReason::NotResubscribed)));
    for answer in &done.answers {
        let sheet = shop.shop().consents(kept).unwrap();
        let state = sheet.indicators.iter().find(|one| one.indicator == answer.indicator).unwrap().state;
        assert_eq!(state, answer.after, "what was announced is what holds: {}", answer.name);
    }
    assert_eq!(shop.may_contact(kept, Mail, Commercial).ground, Ground::Objection);
    shop.expect_whole();
}

#[test]
fn what_has_no_proof_gets_none_by_being_merged() {
    let mut shop = shop();
    let kept = shop.client(LAURA);
    shop.import("nom;prenom;portable;sms commercial\r\nDUPOND;Laura;06 39 98 71 11;oui\r\n");
    let merged = kept + 1;
    assert!(shop.may_contact(merged, Sms, Commercial).unproven);
    let preview = shop.merge_preview(kept, merged);
    assert!(preview.answers.iter().any(|answer| answer.unproven && answer.reason == AnswerReason::Carried));
    shop.merge(kept, merged);
    let verdict = shop.may_contact(kept, Sms, Commercial);
    assert!(verdict.allowed && verdict.unproven);
    let page = shop.shop().unproven(ecrin_core::consents::UnprovenRequest { after: None, limit: 10 }).unwrap();
    assert_eq!(
        (page.total, page.rows.len(), page.rows[0].number),
        (1, 1, kept),
        "asked again once, on the record that stayed"
    );
}

#[test]
fn restricted_use_stays_restricted() {
    let (mut shop, kept, merged) = twice();
    shop.shop().set_restricted(merged, true).unwrap();
    assert!(shop.merge_preview(kept, merged).restricted);
    let done = shop.merge(kept, merged);
    assert!(done.record.restricted_at.is_some());
    let back = shop.shop().undo_merge(done.id).unwrap().value;
    assert!(back.restricted_at.is_none() && shop.record(merged).restricted_at.is_some());
}

#[test]
fn a_message_that_waits_is_judged_by_the_record_that_stayed() {
    let (mut shop, kept, merged) = twice();
    shop.grant(merged, Sms, &[Technical], "Accord écrit");
    shop.refuse(kept, Sms);
    let waiting = shop.write(merged, Sms, "Votre réparation est prête");
    shop.merge(kept, merged);
    assert!(shop.shop().claim_next(Sms).unwrap().value.is_none());
    let message = shop.shop().message(waiting.id).unwrap();
    assert_eq!((message.state, message.blocked_by), (MessageState::Blocked, Some(Reason::Refused)));
    assert_eq!((message.client, message.client_name.as_str()), (kept, "DUPONT Laura"));
    let page =
        shop.shop().messages(&MessageRequest { number: Some(kept), limit: 10, ..MessageRequest::default() }).unwrap();
    assert_eq!((page.messages.len(), page.counts.all), (1, 1));
}

#[test]
fn an_import_finds_the_record_that_stayed_at_the_other_ones_addresses() {
    let (mut shop, kept, merged) = twice();
    shop.refuse(merged, Sms);
    shop.merge(kept, merged);
    let report = shop.import("nom;prenom;portable;sms commercial\r\nDUPOND;Laura;06 39 98 71 11;oui\r\n");
    assert_eq!((report.duplicates_suspected, report.consents.not_resubscribed), (1, 1));
    let imported = shop.shop().clients().unwrap() + 1;
    assert_eq!(shop.may_contact(imported, Sms, Commercial).ground, Ground::Objection);
}

#[test]
fn a_merge_is_taken_back_as_long_as_neither_record_changed() {
    let (mut shop, kept, merged) = twice();
    shop.grant(kept, Sms, &[Technical], "Accord écrit");
    shop.refuse(merged, Sms);
    shop.grant(merged, Mail, &[Commercial], "Accord oral");
    let (before, other) = (shop.record(kept).client, shop.record(merged).client);
    let mut request = shop.merge_request(kept, merged);
    request.take_merged = vec![ClientField::LastName, ClientField::Mobile];
    let done = shop.later_minutes(5).shop().merge_clients(&request).unwrap().value;
    assert_eq!(shop.state(kept, "SMS-TECH"), ConsentState::Refused);
    assert!(shop.shop().merges(kept).unwrap()[0].reversible);
    shop.reopen();
    shop.later_minutes(5).shop().undo_merge(done.id).unwrap();
    assert_eq!((shop.record(kept).client, shop.record(merged).client), (before, other));
    assert_eq!(shop.state(kept, "SMS-TECH"), ConsentState::Granted, "its own yes stands again");
    assert_ne!(shop.state(kept, "MAIL-COM"), ConsentState::Granted, "the other one's does not");
    assert_eq!(shop.state(merged, "MAIL-COM"), ConsentState::Granted);
    assert_eq!(shop.state(merged, "SMS-TECH"), ConsentState::Refused);
    assert_eq!((shop.found("dupond").len(), shop.found("06 39 98 71 10").len()), (1, 1));
    assert!(matches!(shop.shop().undo_merge(done.id), Err(Error::MergeSuperseded)), "once");
    shop.expect_whole();
    expect![[r"
        Envoi de SMS techniques / Accord écrit / 24/11/2026 11:00
        Fusion avec la fiche n° 2 : Refus d'envoi de SMS /  / 24/11/2026 11:00
        Fusion avec la fiche n° 2 : Envoi de mails commerciaux / Accord oral / 24/11/2026 11:00
        Fusion avec la fiche n° 2 annulée : Envoi de SMS techniques / Accord écrit / 24/11/2026 11:00
        Fusion avec la fiche n° 2 annulée : Arrêt d'envoi de mails /  / 24/11/2026 11:10
    "]]
    .assert_eq(&{
        let mut table = String::new();
        for row in shop.history(kept).rows {
            let at = chrono::DateTime::from_timestamp_millis(row.at).unwrap().format("%d/%m/%Y %H:%M");
            let _ = writeln!(table, "{} / {} / {at}", row.label, row.mode);
        }
        table
    });
}

#[test]
fn after_any_change_a_merge_stands() {
    let changes: [fn(&mut TestShop, ClientNumber); 4] = [
        |shop, kept| drop(shop.edit(kept, |client| client.town = "TULLE".into())),
        |shop, kept| drop(shop.withdraw(kept, Sms)),
        |shop, kept| drop(shop.shop().set_inactive(kept, "").unwrap()),
        |shop, kept| drop(shop.shop().set_restricted(kept, true).unwrap()),
    ];
    for change in changes {
        let (mut shop, kept, merged) = twice();
        let done = shop.merge(kept, merged);
        change(&mut shop, kept);
        assert!(!shop.shop().merges(kept).unwrap()[0].reversible);
        assert!(matches!(shop.shop().undo_merge(done.id), Err(Error::MergeSuperseded)));
    }
}

#[test]
fn after_a_change_of_labels_a_merge_stands() {
    fn incident(number: ClientNumber, id: Option<i64>, revision: i64, note: &str) -> SaveIncident {
        let (kind, on) = (IncidentKind::Complaint, "2026-11-20".parse().unwrap());
        SaveIncident { number, id, revision, kind, on, note: note.into(), closed_on: None }
    }
    let changes: [fn(&mut TestShop, ClientNumber); 4] = [
        |shop, kept| drop(shop.shop().save_incident(&incident(kept, None, 0, "Colis ouvert")).unwrap()),
        // That of the record that went, which is changed where it is.
        |shop, kept| {
            let read = shop.shop().incidents(kept).unwrap().remove(0);
            shop.shop().save_incident(&incident(kept, Some(read.id), read.revision, "Réglé")).unwrap();
        },
        |shop, kept| {
            let read = shop.shop().incidents(kept).unwrap().remove(0);
            shop.shop().remove_incident(kept, read.id, read.revision).unwrap();
        },
        |shop, kept| {
            let note = SaveManagerNote { number: kept, revision: 0, text: "Fidèle".into() };
            shop.shop().save_manager_note(&note).unwrap();
        },
    ];
    for change in changes {
        let (mut shop, kept, merged) = twice();
        shop.shop().save_incident(&incident(merged, None, 0, "Bague égarée")).unwrap();
        let done = shop.merge(kept, merged);
        assert!(shop.shop().merges(kept).unwrap()[0].reversible, "what was written before is no obstacle");
        change(&mut shop, kept);
        assert!(!shop.shop().merges(kept).unwrap()[0].reversible);
        assert!(matches!(shop.shop().undo_merge(done.id), Err(Error::MergeSuperseded)));
    }
}

#[test]
fn merges_are_taken_back_one_after_the_other_the_last_first() {
    let mut shop = shop();
    let [a, b, c] = [LAURA, AGAIN, "DUPON Laura, , 06 39 98 71 12"].map(|line| shop.client(line));
    let first = shop.merge(a, b).id;
    let second = shop.merge(c, a).id;
    assert_eq!(shop.history(c).total, 0);
    assert!(matches!(shop.shop().client(b), Err(Error::ClientMerged(_, into)) if into == c), "through the other one");
    assert!(matches!(shop.shop().undo_merge(first), Err(Error::MergeSuperseded)));
    shop.shop().undo_merge(second).unwrap();
    shop.expect_whole();
    assert!(matches!(shop.shop().client(b), Err(Error::ClientMerged(_, into)) if into == a));
    let third = shop.merge(a, c).id;
    shop.shop().undo_merge(third).unwrap();
    assert_eq!(shop.shop().clients().unwrap(), 2);
    shop.shop().undo_merge(first).unwrap();
    assert_eq!((shop.shop().clients().unwrap(), shop.found("dupond").len()), (3, 1));
}

#[test]
fn what_changed_meanwhile_is_not_merged_blindly() {
    let (mut shop, kept, merged) = twice();
    let request = shop.merge_request(kept, merged);
    shop.edit(merged, |client| client.town = "TULLE".into());
    assert!(matches!(shop.shop().merge_clients(&request), Err(Error::ChangedElsewhere(number)) if number == merged));
    let mut request = shop.merge_request(kept, merged);
    request.merged = kept;
    assert!(matches!(shop.shop().merge_clients(&request), Err(Error::MergeWithItself)));
    assert_eq!(shop.shop().clients().unwrap(), 2);
}

/// An answer of one of the two: on which record, to which of five questions, what.
type Said = (bool, usize, u8);

/// The questions: two of one purpose on a channel, an older one that is no longer asked, another purpose, and one for professionals.
const CODES: [&str; 4] = ["SMS-COM", "SMS-TECH", "MAIL-COM", "B2B"];

fn answer(shop: &mut TestShop, client: ClientNumber, indicator: i64, archived: bool, given: u8) {
    let answer = match given {
        0 if !archived => Answer::Granted { mode: ModeLabel::new("Accord oral").unwrap(), wordings: Vec::new() },
        1 => Answer::Refused,
        _ => Answer::Withdrawn,
    };
    let decision = NewDecision::now(Target::Indicators(vec![indicator]), answer);
    // What is not asked of such a client cannot be granted; that is not what is tested here.
    let _ = shop.shop().decide(client, &decision);
}

#[test]
fn nobody_who_said_no_is_ever_resubscribed() {
    let mut shop = shop();
    let mut setup = ecrin_core::consents::NewIndicator {
        name: "Anciens SMS".into(),
        channel: Sms,
        purpose: Commercial,
        kind: ecrin_core::consents::Kind::OptIn,
        audience: ecrin_core::consents::Audience::Everyone,
    };
    shop.shop().create_indicator(&setup).unwrap();
    let old = newest(&mut shop);
    setup.name = "Autres SMS".into();
    shop.shop().create_indicator(&setup).unwrap();
    let second = newest(&mut shop);
    let somebody = shop.client("REY Paul");
    answer(&mut shop, somebody, old, false, 1);
    let mut questions: Vec<(i64, bool)> = CODES.map(|code| (shop.indicator(code), false)).into();
    shop.shop().remove_indicator(old).unwrap();
    questions.extend([(second, false), (old, true)]);

    let shop = RefCell::new(shop);
    let said = proptest::collection::vec((any::<bool>(), 0..questions.len(), 0u8..3), 0..10);
    let sides = (any::<bool>(), any::<bool>(), any::<bool>());
    let mut runner = TestRunner::new(Config { cases: 96, ..Config::default() });
    runner
        .run(&(said, sides), |(said, (pro_kept, pro_merged, take)): (Vec<Said>, _)| {
            let shop = &mut *shop.borrow_mut();
            let [kept, merged] = [(LAURA, pro_kept), (AGAIN, pro_merged)].map(|(line, professional)| {
                let number = shop.client(line);
                if professional {
                    shop.edit(number, |client| client.professional = true);
                }
                number
            });
            for (on_kept, question, given) in said {
                let (indicator, archived) = questions[question];
                answer(shop, if on_kept { kept } else { merged }, indicator, archived, given);
            }
            let asked = [(Sms, Commercial), (Sms, Technical), (Mail, Commercial), (Mail, Purpose::B2b)];
            let grounds = |shop: &mut TestShop, client| {
                asked.map(|(channel, purpose)| shop.may_contact(client, channel, purpose).ground)
            };
            let before = [grounds(shop, kept), grounds(shop, merged)];
            let mut request = shop.merge_request(kept, merged);
            if take && pro_kept != pro_merged {
                request.take_merged.push(ClientField::Professional);
            }
            let done = shop.shop().merge_clients(&request).unwrap().value;
            let after = grounds(shop, kept);
            for (question, ground) in asked.iter().zip(after).enumerate() {
                let said_no = before.iter().any(|side| side[question] == Ground::Objection);
                prop_assert!(
                    !said_no || ground.1 == Ground::Objection,
                    "{:?}: {before:?} became {:?}",
                    ground.0,
                    ground.1
                );
                let agreed = before.iter().any(|side| side[question] == Ground::Consent);
                prop_assert!(ground.1 != Ground::Consent || agreed, "{:?}: an agreement from nowhere", ground.0);
            }
            shop.shop().undo_merge(done.id).unwrap();
            for (question, ground) in grounds(shop, kept).into_iter().enumerate() {
                let was = before[0][question];
                // A no that was carried to a question never asked before stays: of one use, where it has two questions, that is a no to both.
                let stays = was != Ground::Consent || (question == 0 && before[1][0] == Ground::Objection);
                prop_assert!(ground == was || (ground == Ground::Objection && stays), "{was:?} became {ground:?}");
            }
            prop_assert_eq!(grounds(shop, merged), before[1]);
            Ok(())
        })
        .unwrap();
    shop.borrow_mut().expect_whole();
}

fn newest(shop: &mut TestShop) -> i64 {
    let setup = shop.shop().consent_setup().unwrap();
    setup.indicators.iter().map(|setup| setup.indicator.id).max().unwrap()
}
