//! Messages from the first word to the answer of a server, from outside the core.

use ecrin_core::consents::{Answer, Channel, ConsentState, ModeLabel, NewDecision, Purpose, Removal, Target};
use ecrin_core::contact::{Reason, in_france};
use ecrin_core::journal::Operation;
use ecrin_core::messages::{Context, Delivery, FailedBecause, MessageRequest, MessageState};
use ecrin_core::{Error, Result};
use ecrin_core_tests::TestShop;
use ecrin_core_tests::consents::grant;
use expect_test::expect;

use Channel::{Mail, Sms};
use MessageState::{Blocked, Cancelled, Failed, Pending, Sent};
use Purpose::{Commercial, Technical};

const READY: &str = "Votre réparation est prête";
const REQUEST: &str = "Demande d’accord";
const CONFIRMATION: &str = "Confirmation d’accord";
const RIGHTS: &str = "Vos droits et vos choix";
const BIRTHDAY: &str = "Anniversaire";

const LAURA: &str = "DUPONT Laura, 19200 USSEL, 06 39 98 71 10, laura.dupont@boutique.example";

/// A Tuesday at noon in France.
fn tuesday() -> TestShop {
    TestShop::at("2026-11-24T11:00")
}

fn taken() -> Delivery {
    Delivery::Sent { receipt: "250 OK".into() }
}

fn blocked_by(result: Result<impl std::fmt::Debug>) -> Reason {
    match result {
        Err(Error::MessageBlocked(reason)) => reason,
        other => panic!("not blocked: {other:?}"),
    }
}

#[test]
fn a_message_says_what_its_template_says_of_the_client() {
    let mut shop = tuesday();
    let laura = shop.client(LAURA);
    shop.grant(laura, Sms, &[Technical, Commercial], "Accord écrit");
    let ready = shop.write(laura, Sms, READY);
    assert_eq!((ready.address.as_str(), ready.context, ready.state), ("06 39 98 71 10", Context::Repairs, Pending));
    assert_eq!((ready.client_name.as_str(), ready.template.as_str()), ("DUPONT Laura", READY));
    expect!["Bonjour Mme DUPONT, votre réparation est terminée. Elle vous attend chez Maison d’essai."]
        .assert_eq(&ready.body);
    let birthday = shop.write(laura, Sms, BIRTHDAY);
    expect!["Laura, Maison d’essai vous souhaite un joyeux anniversaire : une attention vous attend en boutique. Refus : répondez STOP"]
        .assert_eq(&birthday.body);
    let confirmation = shop.message_about(laura, Mail, CONFIRMATION, "SMS-TECH");
    let confirmation = shop.shop().queue_message(&confirmation).unwrap().value;
    expect!["Maison d’essai : votre accord du 24/11/2026"].assert_eq(&confirmation.subject);
    expect![[r"
        Bonjour Mme DUPONT,

        Nous avons noté votre accord du 24/11/2026 (Accord écrit) : « Envoi de SMS techniques ».

        Vous pouvez le retirer à tout moment, en répondant à ce message ou en boutique.

        Maison d’essai
        Vos données et vos droits : Maison d’essai"]]
    .assert_eq(&confirmation.body);
}

#[test]
fn nobody_is_written_to_without_an_agreement() {
    let mut shop = tuesday();
    let laura = shop.client(LAURA);
    assert_eq!(blocked_by(shop.try_write(laura, Sms, READY)), Reason::NeverAsked);
    shop.grant(laura, Sms, &[Technical], "Accord oral");
    assert_eq!(blocked_by(shop.try_write(laura, Sms, BIRTHDAY)), Reason::NeverAsked);
    let unreachable = shop.client("MARTIN Jean");
    assert_eq!(blocked_by(shop.try_write(unreachable, Mail, RIGHTS)), Reason::NoAddress);
    assert_eq!(shop.message_states(), []);
    assert!(shop.try_write(laura, Mail, RIGHTS).is_ok(), "what a person is owed needs no agreement");
}

#[test]
fn a_request_shows_as_asked_until_it_is_answered_and_is_never_repeated_after_a_no() {
    let mut shop = tuesday();
    let laura = shop.client(LAURA);
    let request = shop.message_about(laura, Mail, REQUEST, "SMS-COM");
    let asked = |shop: &mut TestShop| {
        let sheet = shop.shop().consents(laura).unwrap();
        sheet.indicators.iter().find(|indicator| indicator.code == "SMS-COM").unwrap().asked_at
    };
    let message = shop.shop().queue_message(&request).unwrap().value;
    assert_eq!(asked(&mut shop), Some(message.queued_at));
    assert_eq!(shop.state(laura, "SMS-COM"), ConsentState::NeverAsked);
    shop.shop().cancel_message(message.id).unwrap();
    assert_eq!(asked(&mut shop), None, "a request that was not sent asks nothing");
    shop.shop().retry_message(message.id).unwrap();
    assert!(asked(&mut shop).is_some());

    shop.later_minutes(5).grant(laura, Sms, &[Commercial], "Accord par mail");
    assert_eq!(asked(&mut shop), None, "the answer ends it");
    shop.later_minutes(5).withdraw(laura, Sms);
    assert_eq!(blocked_by(shop.shop().queue_message(&request)), Reason::Withdrawn);
    assert_eq!(shop.claim(Mail), None);
    assert_eq!(shop.message(message.id).blocked_by, Some(Reason::Withdrawn), "nor does the one that waited leave");

    let code = shop.message_about(laura, Mail, REQUEST, "");
    assert!(matches!(shop.shop().queue_message(&code), Err(Error::IndicatorMissing)));
}

#[test]
fn an_agreement_and_its_confirmation_are_written_together_or_not_at_all() {
    let mut shop = tuesday();
    let laura = shop.client(LAURA);
    let early = shop.message_about(laura, Mail, CONFIRMATION, "MAIL-TECH");
    assert!(matches!(shop.shop().queue_message(&early), Err(Error::AgreementMissing)), "nothing to confirm yet");
    let agreed = grant(Mail, &[Technical], "Accord oral");
    let other = shop.message_about(laura, Mail, CONFIRMATION, "MAIL-COM");
    assert!(shop.shop().decide_and_write(laura, &agreed, Some(&other)).is_err());
    assert_eq!((shop.history(laura).total, shop.message_states().len()), (0, 0));
    shop.shop().decide_and_write(laura, &agreed, Some(&early)).unwrap();
    assert_eq!((shop.history(laura).total, shop.message_states()), (1, vec![Pending]));
    let entry = &shop.shop().journal(laura, None, 9).unwrap().entries[0];
    let fields: Vec<&str> = entry.changes.iter().map(|change| change.field.as_str()).collect();
    assert_eq!((entry.operation, fields), (Operation::Decide, vec!["consents", "message"]));
}

#[test]
fn a_withdrawal_blocks_what_waits_and_the_next_one_leaves() {
    let mut shop = tuesday();
    let laura = shop.client(LAURA);
    let jean = shop.client("MARTIN Jean, , 06 39 98 71 11");
    for client in [laura, jean] {
        shop.grant(client, Sms, &[Technical], "Accord écrit");
        shop.write(client, Sms, READY);
    }
    shop.withdraw(laura, Sms);
    let left = shop.claim(Sms).unwrap();
    assert_eq!((left.id, left.attempt), (2, 1));
    let kept = shop.message(1);
    assert_eq!((kept.state, kept.blocked_by, kept.attempts), (Blocked, Some(Reason::Withdrawn), 0));
    assert_eq!(blocked_by(shop.shop().retry_message(1)), Reason::Withdrawn);
    shop.grant(laura, Sms, &[Technical], "Accord écrit");
    assert_eq!(shop.shop().retry_message(1).unwrap().value.state, Pending);
    assert_eq!(shop.claim(Sms).unwrap().id, 1);
}

#[test]
fn a_commercial_sms_waits_for_its_hours() {
    // Saturday, 22:00 in France.
    let mut shop = TestShop::at("2026-11-28T21:00");
    let laura = shop.client(LAURA);
    shop.grant(laura, Sms, &[Technical, Commercial], "Accord écrit");
    let birthday = shop.write(laura, Sms, BIRTHDAY);
    assert_eq!((birthday.state, in_france(birthday.due_at).to_string().as_str()), (Pending, "2026-11-30 08:00:00"));
    assert_eq!(shop.claim(Sms), None);
    shop.write(laura, Sms, READY);
    assert_eq!(shop.claim(Sms).map(|message| message.id), Some(2), "a service message has no hours");
    // Monday, 21:45: the day went by without a connection.
    shop.later_minutes(2 * 24 * 60 - 15);
    assert_eq!(shop.claim(Sms), None);
    let waits = shop.message(birthday.id);
    assert_eq!((waits.state, in_france(waits.due_at).to_string().as_str()), (Pending, "2026-12-01 08:00:00"));
    shop.later_minutes(12 * 60);
    assert_eq!(shop.claim(Sms).map(|message| message.id), Some(birthday.id));
}

#[test]
fn a_land_line_fails_at_once_and_a_corrected_number_is_used() {
    let mut shop = tuesday();
    let laura = shop.client("DUPONT Laura, 19200 USSEL, 01 99 00 12 34");
    shop.grant(laura, Sms, &[Technical], "Accord oral");
    let failed = shop.write(laura, Sms, READY);
    assert_eq!((failed.state, failed.failed_because), (Failed, Some(FailedBecause::LandLine)));
    assert_eq!(shop.claim(Sms), None);
    assert_eq!(shop.shop().retry_message(failed.id).unwrap().value.state, Failed, "it still is one");
    shop.edit(laura, |client| client.mobile = "06 39 98 71 12".into());
    shop.shop().retry_message(failed.id).unwrap();
    assert_eq!(shop.claim(Sms).unwrap().address, "+33639987112");
}

#[test]
fn contexts_and_their_counts_are_those_of_the_sheet() {
    let mut shop = tuesday();
    let laura = shop.client(LAURA);
    let stranger = shop.client("MARTIN Jean, , , jean@boutique.example");
    shop.grant(laura, Sms, &[Technical, Commercial], "Accord écrit");
    shop.grant(laura, Mail, &[Commercial], "Accord écrit");
    shop.write(laura, Mail, RIGHTS);
    let confirmation = shop.message_about(laura, Sms, CONFIRMATION, "SMS-TECH");
    shop.shop().queue_message(&confirmation).unwrap();
    shop.write(laura, Sms, READY);
    shop.write(laura, Sms, BIRTHDAY);
    for channel in [Sms, Mail] {
        while let Some(message) = shop.claim(channel) {
            shop.settle(&message, &taken());
        }
    }
    shop.write(laura, Mail, BIRTHDAY);
    let commercial = NewDecision::now(Target::Purposes(Mail, vec![Commercial]), Answer::Withdrawn);
    shop.decide(laura, &commercial);
    assert_eq!(shop.claim(Mail), None);
    shop.write(laura, Sms, READY);
    shop.edit(laura, |client| client.mobile = "05 36 49 11 17".into());
    shop.write(laura, Sms, READY);
    shop.write(stranger, Mail, RIGHTS);

    let counts = shop.shop().outbox_counts(Some(laura)).unwrap();
    assert_eq!(
        (counts.all, counts.selection_waiting, counts.selection, counts.rights, counts.repairs),
        (7, 1, 1, 2, 3)
    );
    assert_eq!((counts.queue.waiting, counts.queue.trouble, counts.queue.blocked), (1, 1, 1));
    assert_eq!(shop.shop().outbox_counts(None).unwrap().all, 8);
    let page = |shop: &mut TestShop, request| shop.shop().messages(&request).unwrap().messages;
    let of =
        |context, sent| MessageRequest { number: Some(laura), context, sent, limit: 50, ..MessageRequest::default() };
    assert_eq!(page(&mut shop, of(None, None)).len(), 7);
    let waiting = page(&mut shop, of(Some(Context::Selection), Some(false)));
    assert_eq!((waiting.len(), waiting[0].state, waiting[0].blocked_by), (1, Blocked, Some(Reason::Withdrawn)));
    let left = page(&mut shop, of(Some(Context::Selection), Some(true)));
    assert_eq!((left.len(), left[0].channel, left[0].sent_at.is_some()), (1, Sms, true));
    let repairs: Vec<_> =
        page(&mut shop, of(Some(Context::Repairs), None)).iter().map(|message| message.state).collect();
    assert_eq!(repairs, [Failed, Pending, Sent]);
}

#[test]
fn long_lists_are_read_page_by_page() {
    let mut shop = tuesday();
    let laura = shop.client(LAURA);
    for _ in 0..25 {
        shop.write(laura, Mail, RIGHTS);
    }
    let mut request = MessageRequest { limit: 10, ..MessageRequest::default() };
    let mut seen = Vec::new();
    loop {
        let page = shop.shop().messages(&request).unwrap();
        assert_eq!(page.counts.all, 25);
        seen.extend(page.messages.iter().map(|message| message.id));
        request.after = page.next;
        if page.next.is_none() {
            break;
        }
    }
    assert_eq!(seen, (1..=25).rev().collect::<Vec<i64>>());
}

#[test]
fn what_people_do_in_the_outbox_is_journalled_and_what_servers_do_is_not() {
    let mut shop = tuesday();
    let laura = shop.client(LAURA);
    let message = shop.write(laura, Mail, RIGHTS);
    shop.shop().cancel_message(message.id).unwrap();
    assert_eq!((shop.message(message.id).state, shop.claim(Mail)), (Cancelled, None));
    shop.shop().retry_message(message.id).unwrap();
    let sending = shop.claim(Mail).unwrap();
    assert!(matches!(shop.shop().cancel_message(message.id), Err(Error::MessageSettled)), "it is on its way");
    shop.settle(&sending, &taken());
    let operations: Vec<Operation> =
        shop.shop().journal(laura, None, 9).unwrap().entries.iter().map(|entry| entry.operation).collect();
    let expected =
        [Operation::RetryMessage, Operation::CancelMessage, Operation::QueueMessage, Operation::CreateClient];
    assert_eq!(operations, expected);
}

#[test]
fn a_question_that_a_message_asked_is_archived_rather_than_deleted() {
    let mut shop = tuesday();
    let laura = shop.client(LAURA);
    let request = shop.message_about(laura, Mail, REQUEST, "NEWS");
    let news = request.indicator.unwrap();
    let message = shop.shop().queue_message(&request).unwrap().value;
    assert_eq!(shop.shop().remove_indicator(news).unwrap().value, Removal::Archived);
    assert_eq!(shop.claim(Mail), None);
    assert_eq!(
        shop.message(message.id).blocked_by,
        Some(Reason::NoIndicator),
        "nobody is asked what is no longer asked"
    );
    assert!(matches!(shop.shop().queue_message(&request), Err(Error::IndicatorNotFound)));
}

#[test]
fn a_mode_of_the_list_is_what_a_confirmation_says() {
    let mut shop = tuesday();
    let laura = shop.client(LAURA);
    let mode = ModeLabel::new("oral").unwrap();
    let agreed = Answer::Granted { mode, wordings: Vec::new() };
    let decision = NewDecision::now(Target::Purposes(Mail, vec![Technical]), agreed);
    let confirmation = shop.message_about(laura, Mail, CONFIRMATION, "MAIL-TECH");
    shop.shop().decide_and_write(laura, &decision, Some(&confirmation)).unwrap();
    assert!(shop.message(1).body.contains("(Accord oral)"));
}

#[test]
fn prospecting_by_mail_says_how_to_object_in_its_text() {
    let mut shop = tuesday();
    let laura = shop.client(LAURA);
    shop.grant(laura, Mail, &[Commercial], "Accord écrit");
    let template = shop.template(Mail, BIRTHDAY);
    let mut text = shop.shop().templates().unwrap().into_iter().find(|other| other.id == template).unwrap().text;
    let object = "Pour ne plus recevoir nos offres, répondez STOP à ce message.";
    let mut ending = |name: &str, body: &str| {
        (text.name, text.body) = (name.into(), body.into());
        shop.shop().create_template(&text).unwrap();
        shop.write(laura, Mail, name).body
    };
    assert_eq!(ending("A", "Soldes en boutique."), format!("Soldes en boutique.\n\n{object}"));
    assert_eq!(ending("B", "Soldes.\n{stop}"), format!("Soldes.\n{object}"), "said once");
    let own = "Soldes. Pour vous désabonner, écrivez-nous.";
    assert_eq!(ending("C", own), own);
    let confirmed = shop.write(laura, Mail, "Vos droits et vos choix").body;
    assert!(!confirmed.contains(object), "only prospecting");
}
