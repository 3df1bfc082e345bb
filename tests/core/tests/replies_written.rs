//! Replies written down: a STOP is a withdrawal with its evidence, once, for everybody who has the number; a yes is shown to a person.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use ecrin_core::clients::ClientNumber;
use ecrin_core::consents::Channel::{Mail, Sms};
use ecrin_core::consents::{ConsentState, MediaType, Purpose};
use ecrin_core::contact::Reason;
use ecrin_core::journal::Operation;
use ecrin_core::messages::MessageState;
use ecrin_core::messages::replies::{RepliesReport, ReplyAnswer, ReplyMeaning, ReplyOutcome, read};
use ecrin_core_tests::TestShop;
use expect_test::expect;

use Purpose::{Commercial, Technical};

const LAURA: &str = "DUPONT Laura, 19200 USSEL, 06 39 98 71 10, laura.dupont@boutique.example";

/// A Saturday at noon in France.
fn shop_with_laura() -> (TestShop, ClientNumber) {
    let mut shop = TestShop::at("2026-11-28T11:00");
    let laura = shop.client(LAURA);
    (shop, laura)
}

/// A gateway's table: « number;text;date » each.
fn import(shop: &mut TestShop, rows: &[&str]) -> RepliesReport {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("reponses.csv");
    std::fs::write(&path, format!("Expéditeur;Message;Date\n{}\n", rows.join("\n"))).unwrap();
    let replies = read(&path).unwrap();
    shop.shop().import_replies(&replies).unwrap().value
}

/// Each reply shown: line, outcome, whose.
fn shown(report: &RepliesReport) -> Vec<(u64, ReplyOutcome, Vec<ClientNumber>)> {
    let whose = |clients: &[ecrin_core::messages::replies::ReplyClient]| clients.iter().map(|one| one.number).collect();
    report.shown.iter().map(|reply| (reply.line, reply.outcome, whose(&reply.clients))).collect()
}

#[test]
fn a_stop_takes_back_all_that_was_agreed_to_by_sms_with_the_reply_as_evidence() {
    let (mut shop, laura) = shop_with_laura();
    shop.grant(laura, Sms, &[Technical, Commercial], "Accord écrit");
    shop.grant(laura, Mail, &[Commercial], "Accord oral");
    shop.later_minutes(30);
    let report = import(&mut shop, &["33639987110;Stop svp;28/11/2026 12:15"]);
    assert_eq!((report.replies, report.stopped, report.clients, report.known, report.others), (1, 1, 1, 0, 0));
    assert_eq!(shown(&report), [(2, ReplyOutcome::Stopped, vec![laura])]);
    assert_eq!(report.shown[0].clients[0].name, "DUPONT Laura");
    assert!(!report.shown[0].clients[0].newer_agreement);
    for code in ["SMS-TECH", "SMS-COM"] {
        assert_eq!(shop.state(laura, code), ConsentState::Withdrawn, "{code}");
    }
    assert_eq!(shop.state(laura, "MAIL-COM"), ConsentState::Granted, "a STOP by SMS says nothing of mails");

    let row = shop.history(laura).rows.pop().unwrap();
    assert_eq!((row.label.as_str(), row.mode.as_str()), ("Arrêt d'envoi de SMS", ""));
    let [piece] = &row.evidence[..] else { panic!("one piece of evidence") };
    let evidence = shop.shop().evidence(piece.id).unwrap();
    assert_eq!((evidence.info.media_type, evidence.info.name.as_str()), (MediaType::Text, "Réponse par SMS.txt"));
    expect![[r"
        Réponse reçue par SMS
        Texte : Stop svp
        Numéro : 06 39 98 71 10 (+33639987110)
        Reçue : 28/11/2026 12:15
        Passerelle : non réglée
        Fichier : reponses.csv, ligne 2
        Lue le : 28/11/2026 12:30
    "]]
    .assert_eq(&String::from_utf8(evidence.content).unwrap().replace("\r\n", "\n"));
    assert!(shop.shop().check_chain(None).unwrap().broken.is_none());
    assert!(shop.shop().verify().unwrap().is_empty());
    let entry = &shop.shop().journal(laura, None, 9).unwrap().entries[0];
    assert_eq!((entry.operation, entry.changes[0].field.as_str()), (Operation::ImportReplies, "consents"));
}

#[test]
fn the_same_table_and_a_longer_one_bring_each_reply_once() {
    let (mut shop, laura) = shop_with_laura();
    let jean = shop.client("MARTIN Jean, , 06 39 98 71 11");
    for client in [laura, jean] {
        shop.grant(client, Sms, &[Technical], "Accord oral");
    }
    let first = "0639987110;STOP;28/11/2026 09:15";
    assert_eq!(import(&mut shop, &[first]).stopped, 1);
    let again = import(&mut shop, &[first]);
    assert_eq!((again.stopped, again.known, again.shown.len()), (0, 1, 0));
    let longer = import(&mut shop, &["0639987111;ARRET;28/11/2026 10:00", first, first]);
    assert_eq!((longer.stopped, longer.known), (1, 2));
    assert_eq!((shop.history(laura).total, shop.history(jean).total), (2, 2));
    // Agreed to again at the counter: the old reply is known, and takes nothing back.
    shop.later_minutes(5).grant(laura, Sms, &[Technical], "Accord écrit");
    assert_eq!(import(&mut shop, &[first]).known, 1);
    assert_eq!(shop.state(laura, "SMS-TECH"), ConsentState::Granted);
}

#[test]
fn a_shared_number_withdraws_for_everybody_who_has_it_wherever_it_stands() {
    let (mut shop, laura) = shop_with_laura();
    let paul = shop.client("DUPONT Paul, 19200 USSEL");
    shop.edit(paul, |client| client.phone = "+33 6 39 98 71 10".into());
    let lea = shop.client("DUPONT Léa, 19200 USSEL");
    shop.edit(lea, |client| client.mobile = "06 39 98 71 10 (maman)".into());
    shop.shop().set_inactive(lea, "").unwrap();
    let other = shop.client("MARTIN Jean, , 06 39 98 71 11");
    for client in [laura, paul, other] {
        shop.grant(client, Sms, &[Technical, Commercial], "Accord oral");
    }
    let report = import(&mut shop, &["0639987110;STOP;28/11/2026"]);
    assert_eq!(shown(&report), [(2, ReplyOutcome::Stopped, vec![laura, paul, lea])]);
    assert_eq!((report.stopped, report.clients), (1, 3));
    assert_eq!(shop.state(paul, "SMS-COM"), ConsentState::Withdrawn);
    assert_eq!(shop.state(lea, "SMS-COM"), ConsentState::Refused, "who had agreed to nothing has said no now");
    assert_eq!(shop.state(other, "SMS-COM"), ConsentState::Granted);
}

#[test]
fn a_message_that_waits_for_who_replied_stop_is_blocked_when_it_is_due() {
    let (mut shop, laura) = shop_with_laura();
    shop.grant(laura, Sms, &[Technical, Commercial], "Accord écrit");
    let ready = shop.write(laura, Sms, "Votre réparation est prête");
    let birthday = shop.write(laura, Sms, "Anniversaire");
    let by_mail = shop.write(laura, Mail, "Vos droits et vos choix");
    let report = import(&mut shop, &["0639987110;STOP;28/11/2026 11:30"]);
    assert_eq!(report.waiting, 2);
    assert_eq!(shop.claim(Sms), None);
    for message in [ready.id, birthday.id] {
        let message = shop.message(message);
        assert_eq!((message.state, message.blocked_by), (MessageState::Blocked, Some(Reason::Withdrawn)));
    }
    assert_eq!(shop.claim(Mail).map(|mail| mail.id), Some(by_mail.id));
}

#[test]
fn a_stop_of_somebody_who_said_no_before_changes_nothing() {
    let (mut shop, laura) = shop_with_laura();
    shop.refuse(laura, Sms);
    let report = import(&mut shop, &["0639987110;STOP;28/11/2026"]);
    assert_eq!(shown(&report), [(2, ReplyOutcome::StoppedBefore, vec![laura])]);
    assert_eq!((report.stopped, report.clients, shop.history(laura).total), (0, 0, 1));
}

#[test]
fn an_agreement_that_is_newer_than_the_stop_is_withdrawn_too_and_said() {
    let (mut shop, laura) = shop_with_laura();
    shop.grant(laura, Sms, &[Technical], "Accord écrit");
    let report = import(&mut shop, &["0639987110;STOP;24/11/2026 10:00"]);
    assert_eq!(shown(&report), [(2, ReplyOutcome::Stopped, vec![laura])]);
    assert!(report.shown[0].clients[0].newer_agreement);
    assert_eq!(shop.state(laura, "SMS-TECH"), ConsentState::Withdrawn, "rather one message too few");
}

#[test]
fn a_yes_to_a_request_is_never_recorded_by_itself() {
    let (mut shop, laura) = shop_with_laura();
    let request = shop.message_about(laura, Sms, "Demande d’accord", "SMS-COM");
    shop.shop().queue_message(&request).unwrap();
    shop.later_minutes(60);
    let rows = ["0639987110;Oui, merci;28/11/2026 12:30", "0639987110;OUI;02/01/2026 09:00"];
    let report = import(&mut shop, &rows);
    assert_eq!(shown(&report), [(2, ReplyOutcome::ToRecord, vec![laura])], "one of January answers nothing");
    let reply = &report.shown[0];
    assert_eq!(
        (reply.answer, reply.again, reply.asked[0].name.as_str()),
        (Some(ReplyAnswer::Yes), false, "Envoi de SMS commerciaux")
    );
    assert_eq!((report.others, shop.state(laura, "SMS-COM")), (1, ConsentState::NeverAsked));
    let again = import(&mut shop, &rows);
    assert!(again.shown[0].again, "as long as nobody recorded it, it is shown");
    shop.grant(laura, Sms, &[Commercial], "Accord par SMS");
    let recorded = import(&mut shop, &rows);
    assert_eq!((recorded.shown.len(), recorded.known, recorded.others), (0, 1, 1));
}

#[test]
fn who_was_asked_before_two_records_became_one_answers_for_the_one_that_stayed() {
    let (mut shop, laura) = shop_with_laura();
    let twin = shop.client("DUPONT Laura, 19200 USSEL, 06 39 98 71 12");
    let request = shop.message_about(twin, Sms, "Demande d’accord", "SMS-COM");
    shop.shop().queue_message(&request).unwrap();
    shop.later_minutes(30).merge(laura, twin);
    shop.later_minutes(30);
    let yes = import(&mut shop, &["0639987112;OUI;28/11/2026 12:30"]);
    assert_eq!(shown(&yes), [(2, ReplyOutcome::ToRecord, vec![laura])], "the number that the merge dropped is known");
    assert_eq!(yes.shown[0].asked[0].name, "Envoi de SMS commerciaux");
    let ended = import(&mut shop, &["0639987112;STOP;28/11/2026 12:45"]);
    assert_eq!(shown(&ended), [(2, ReplyOutcome::Stopped, vec![laura])]);
    assert_eq!((ended.shown[0].clients[0].name.as_str(), ended.waiting), ("DUPONT Laura", 1));
    assert_eq!(shop.state(laura, "SMS-COM"), ConsentState::Refused);
    let late = import(&mut shop, &["0639987112;oui;28/11/2026 12:50"]);
    assert_eq!((late.shown.len(), late.others), (0, 1), "what was asked is answered");
}

#[test]
fn a_stop_for_a_record_that_was_deleted_after_a_merge_is_of_an_unknown_number() {
    let (mut shop, laura) = shop_with_laura();
    let twin = shop.client("DUPONT Laura, 19200 USSEL, 06 39 98 71 12");
    shop.merge(laura, twin);
    shop.remove(laura);
    let report = import(&mut shop, &["0639987112;STOP;28/11/2026"]);
    assert_eq!(shown(&report), [(2, ReplyOutcome::Unknown, vec![])]);
}

#[test]
fn what_is_not_clear_is_for_a_person_to_read_each_time_and_is_never_known_unseen() {
    let (mut shop, laura) = shop_with_laura();
    shop.grant(laura, Sms, &[Technical], "Accord oral");
    let rows = ["0639987110;Ne stoppez pas la réparation;28/11/2026", "0639987110;Merci;28/11/2026"];
    for again in [false, true] {
        let report = import(&mut shop, &rows);
        assert_eq!(shown(&report), [(2, ReplyOutcome::ToRead, vec![laura])]);
        assert_eq!((report.shown[0].again, report.known, report.others), (again, 0, 1));
    }
    assert_eq!(shop.state(laura, "SMS-TECH"), ConsentState::Granted);
}

#[test]
fn an_objection_in_other_words_is_written_or_read_and_never_dropped() {
    let said = [
        "Rayez moi de vos listes",
        "Retirez mon numéro de votre liste",
        "Je ne veux pas de vos SMS",
        "je m'oppose à vos messages",
        "Ne m'écrivez plus",
        "effacez mes données",
        "laissez moi tranquille",
        "SOTP",
        "🛑",
        "cancel",
        "oui j'arrête",
        "Ok pour l'arrêt",
    ];
    let found = said.map(|text| {
        let (mut shop, laura) = shop_with_laura();
        shop.grant(laura, Sms, &[Technical, Commercial], "Accord oral");
        let report = import(&mut shop, &[&format!("0639987110;{text};28/11/2026")]);
        format!("{text}: {:?}, {:?}\n", report.shown[0].outcome, shop.state(laura, "SMS-COM"))
    });
    expect![[r"
        Rayez moi de vos listes: Stopped, Withdrawn
        Retirez mon numéro de votre liste: Stopped, Withdrawn
        Je ne veux pas de vos SMS: Stopped, Withdrawn
        je m'oppose à vos messages: Stopped, Withdrawn
        Ne m'écrivez plus: Stopped, Withdrawn
        effacez mes données: ToRead, Granted
        laissez moi tranquille: ToRead, Granted
        SOTP: Stopped, Withdrawn
        🛑: Stopped, Withdrawn
        cancel: ToRead, Granted
        oui j'arrête: ToRead, Granted
        Ok pour l'arrêt: ToRead, Granted
    "]]
    .assert_eq(&found.concat());
}

#[test]
fn a_refusal_of_what_was_asked_is_shown_until_it_is_recorded() {
    let (mut shop, laura) = shop_with_laura();
    let request = shop.message_about(laura, Sms, "Demande d’accord", "SMS-COM");
    shop.shop().queue_message(&request).unwrap();
    shop.later_minutes(60);
    let rows = ["0639987110;Je refuse;28/11/2026 12:30", "0639987110;oui mais pas le soir;28/11/2026 12:31"];
    let report = import(&mut shop, &rows);
    assert_eq!(shown(&report), [(2, ReplyOutcome::ToRecord, vec![laura]), (3, ReplyOutcome::ToRead, vec![laura])]);
    assert_eq!((report.shown[0].answer, report.shown[1].answer), (Some(ReplyAnswer::No), None));
    assert_eq!(report.shown[1].asked[0].name, "Envoi de SMS commerciaux", "whoever reads knows what was asked");
    shop.later_minutes(5).refuse(laura, Sms);
    let recorded = import(&mut shop, &rows);
    assert_eq!((shown(&recorded), recorded.known), (vec![(3, ReplyOutcome::ToRead, vec![laura])], 1));
}

#[test]
fn two_stops_of_one_client_in_one_table_are_one_decision() {
    let (mut shop, laura) = shop_with_laura();
    shop.grant(laura, Sms, &[Technical], "Accord oral");
    let rows = ["0639987110;STOP;27/11/2026", "0639987110;Stop svp;28/11/2026", "0639987110;STOP;27/11/2026"];
    let report = import(&mut shop, &rows);
    assert_eq!((report.stopped, report.clients, shop.history(laura).total), (1, 1, 2));
    let outcomes: Vec<ReplyOutcome> = report.shown.iter().map(|reply| reply.outcome).collect();
    assert_eq!(outcomes, [ReplyOutcome::Stopped, ReplyOutcome::StoppedBefore, ReplyOutcome::StoppedBefore]);
    assert_eq!((import(&mut shop, &rows).known, shop.history(laura).total), (3, 2));
}

#[test]
fn a_second_stop_of_the_day_counts_in_a_longer_table_and_is_read_in_another_one() {
    let reply = "0639987110;STOP;28/11/2026";
    let agreed_again = || {
        let (mut shop, laura) = shop_with_laura();
        shop.grant(laura, Sms, &[Technical], "Accord oral");
        assert_eq!(import(&mut shop, &[reply]).stopped, 1);
        shop.later_minutes(5).grant(laura, Sms, &[Technical], "Accord écrit");
        shop.later_minutes(5);
        (shop, laura)
    };
    let (mut shop, laura) = agreed_again();
    let longer = import(&mut shop, &[reply, reply]);
    assert_eq!((shown(&longer), longer.known), (vec![(3, ReplyOutcome::Stopped, vec![laura])], 1));
    assert_eq!(shop.state(laura, "SMS-TECH"), ConsentState::Withdrawn);

    let (mut shop, laura) = agreed_again();
    let other = import(&mut shop, &[reply]);
    assert_eq!((shown(&other), other.known), (vec![(2, ReplyOutcome::ToRead, vec![laura])], 0));
    assert_eq!((other.shown[0].meaning, other.shown[0].again), (ReplyMeaning::Stop, true));
    assert_eq!(shop.state(laura, "SMS-TECH"), ConsentState::Granted, "a person decides");
    shop.later_minutes(5).withdraw(laura, Sms);
    assert_eq!(import(&mut shop, &[reply]).known, 1);
}

#[test]
fn what_finds_no_place_in_the_report_is_counted_and_shown_the_next_time() {
    let (mut shop, _) = shop_with_laura();
    let rows: Vec<String> = (0..2_003).map(|row| format!("0639987110;message {row};28/11/2026 12:15")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let first = import(&mut shop, &rows);
    assert_eq!((first.shown.len(), first.beyond, first.known), (2_000, 3, 0));
    let second = import(&mut shop, &rows);
    assert_eq!((second.shown.len(), second.beyond), (2_000, 3));
    let last: Vec<(u64, bool)> = second.shown[1_997..].iter().map(|reply| (reply.line, reply.again)).collect();
    assert_eq!(last, [(2_002, false), (2_003, false), (2_004, false)], "new ones have the first places");
}

#[test]
fn a_long_reply_says_that_it_goes_on() {
    let (mut shop, _) = shop_with_laura();
    let report = import(&mut shop, &[&format!("0639987110;{};28/11/2026", "é".repeat(1_001))]);
    assert_eq!(report.shown[0].text, format!("{}…", "é".repeat(999)));
}

#[test]
fn an_unknown_number_is_shown_each_time_until_somebody_has_it() {
    let (mut shop, _) = shop_with_laura();
    let rows = ["0639980000;STOP;28/11/2026", "36180;STOP;28/11/2026"];
    for _ in 0..2 {
        let report = import(&mut shop, &rows);
        assert_eq!(shown(&report), [(2, ReplyOutcome::Unknown, vec![])]);
        assert_eq!((report.known, report.unread.len()), (0, 1));
    }
    let jean = shop.client("MARTIN Jean, , 06 39 98 00 00");
    assert_eq!(shown(&import(&mut shop, &rows)), [(2, ReplyOutcome::Stopped, vec![jean])]);
    assert_eq!(shop.state(jean, "SMS-COM"), ConsentState::Refused);
}

#[test]
fn a_reply_of_tomorrow_is_dated_today() {
    let (mut shop, laura) = shop_with_laura();
    shop.grant(laura, Sms, &[Technical], "Accord oral");
    let now = shop.history(laura).rows[0].recorded_at;
    import(&mut shop, &["0639987110;STOP;30/11/2026 08:00"]);
    assert_eq!(shop.history(laura).rows[1].at, now, "no answer is of the future");
}
