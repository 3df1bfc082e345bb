//! « Relances SAV Clients »: who is told that their repair is ready, how, and once only.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use ecrin_core::Error;
use ecrin_core::consents::{Channel, Purpose};
use ecrin_core::contact::Reason;
use ecrin_core::journal::Operation;
use ecrin_core::messages::{Context, Delivery, FailedBecause, MessageState, NewMessage};
use ecrin_core::movements::{MovementState, RemindersRequest, RemindersSent, RepairReminder, SendReminders};
use ecrin_core_tests::TestShop;
use ecrin_core_tests::movements::purchase;
use expect_test::expect;

use Channel::{Mail, Sms};
use Purpose::Technical;

const LAURA: &str = "DUPONT Laura, 19200 USSEL, 06 39 98 71 10, laura.dupont@boutique.example";
const DAY: i64 = 24 * 60;

fn shop() -> TestShop {
    TestShop::at("2026-11-24T11:00")
}

/// How each goes: « SMS 06 39 98 71 10 », or why not.
fn ways(repairs: &[RepairReminder]) -> Vec<String> {
    let way = |repair: &RepairReminder| match &repair.way {
        Some(way) => format!("{} {}", way.channel.code(), way.address),
        None => (repair.obstacles.iter())
            .map(|obstacle| match (obstacle.blocked_by, obstacle.failed_because) {
                (Some(reason), _) => format!("{} {}", obstacle.channel.code(), reason.code()),
                (None, Some(because)) => format!("{} {}", obstacle.channel.code(), because.code()),
                (None, None) => format!("{} without a template", obstacle.channel.code()),
            })
            .collect::<Vec<_>>()
            .join(", "),
    };
    repairs.iter().map(|repair| format!("{} · {} · {}", repair.client_name, repair.days, way(repair))).collect()
}

#[test]
fn each_is_told_by_the_channel_that_the_gate_allows_and_the_others_say_why_not() {
    let mut shop = shop();
    let laura = shop.client(LAURA);
    let paul = shop.client("REY Paul, 19200 USSEL, 06 39 98 71 11, paul@boutique.example");
    let anne = shop.client("LE GOFF Anne, 29000 QUIMPER, 06 39 98 71 12, anne@boutique.example");
    let jean = shop.client("MARTIN Jean, 19000 TULLE, 01 99 00 71 13, jean@boutique.example");
    let rose = shop.client("BLANC Rose, 19000 TULLE");
    shop.grant(laura, Sms, &[Technical], "Accord oral");
    shop.grant(paul, Mail, &[Technical], "Accord oral");
    for channel in [Sms, Mail] {
        shop.refuse(anne, channel);
        shop.grant(jean, channel, &[Technical], "Accord oral");
        shop.grant(rose, channel, &[Technical], "Accord oral");
    }
    for (client, since) in [(laura, "10"), (paul, "11"), (anne, "12"), (jean, "13"), (rose, "17")] {
        shop.ready(client, "Montre, 2026-11-02", &format!("2026-11-{since}"));
    }
    shop.ready(laura, "Bague, 2026-11-02", "2026-11-18");
    let found = shop.reminders(7, None);
    assert_eq!(found.total, 5, "the ring has been ready for six days only");
    expect![[r"
        DUPONT Laura · 14 · sms 06 39 98 71 10
        REY Paul · 13 · mail paul@boutique.example
        LE GOFF Anne · 12 · sms refused, mail refused
        MARTIN Jean · 11 · mail jean@boutique.example
        BLANC Rose · 7 · sms no_address, mail no_address"]]
    .assert_eq(&ways(&found.repairs).join("\n"));
    assert_eq!(found.repairs[1].obstacles[0].blocked_by, Some(Reason::NeverAsked), "why it is no SMS");
    assert_eq!(found.repairs[3].obstacles[0].failed_because, Some(FailedBecause::LandLine));
    let way = found.repairs[0].way.as_ref().unwrap();
    assert_eq!(
        way.body,
        "Bonjour Mme DUPONT, votre réparation vous attend chez Maison d’essai depuis le 10/11/2026 : Montre."
    );
    assert_eq!(found.repairs[1].way.as_ref().unwrap().subject, "Maison d’essai : votre réparation vous attend");

    let all = found.repairs.iter().map(|repair| repair.id).collect();
    let request = SendReminders { repairs: all, sms_template: found.sms_template, mail_template: found.mail_template };
    let sent = shop.shop().send_reminders(&request).unwrap().value;
    assert_eq!(sent, RemindersSent { sms: 1, mail: 2, left_out: 2 });
    assert_eq!(shop.shop().queue_counts().unwrap().waiting, 3);
    let entry = shop.shop().journal(laura, None, 1).unwrap().entries.remove(0);
    assert_eq!((entry.operation, entry.changes.len()), (Operation::RemindRepairs, 2));
    assert_eq!(ways(&shop.reminders(7, None).repairs).len(), 2, "whoever was told is not told again");
    shop.expect_whole();
}

#[test]
fn a_repair_remembers_its_reminder_and_is_proposed_again_later_or_if_it_did_not_arrive() {
    let mut shop = shop();
    let laura = shop.client(LAURA);
    shop.grant(laura, Sms, &[Technical], "Accord oral");
    let watch = shop.ready(laura, "Montre, 2026-11-02", "2026-11-10");
    assert_eq!(shop.remind(&[&watch]).sms, 1);
    let reminded = shop.movement_now(&watch).reminded.unwrap();
    assert_eq!(reminded.state, MessageState::Pending);
    let message = shop.shop().message(reminded.message).unwrap();
    assert_eq!((message.context, message.client), (Context::Repairs, laura));
    let outgoing = shop.shop().claim_next(Sms).unwrap().value.unwrap();
    shop.shop().settle(&outgoing, &Delivery::Sent { receipt: "1".into() }).unwrap();
    assert_eq!(shop.movement_now(&watch).reminded.unwrap().state, MessageState::Sent);
    shop.later_minutes(9 * DAY);
    assert_eq!((shop.reminders(7, None).total, shop.reminders(7, Some(10)).total), (0, 0));
    shop.later_minutes(DAY);
    assert_eq!((shop.reminders(7, None).total, shop.reminders(7, Some(10)).total), (0, 1));
    let again = shop.movement_now(&watch);
    shop.remind(&[&again]);
    let second = shop.movement_now(&watch).reminded.unwrap();
    assert_ne!(second.message, reminded.message, "it remembers the newest");
    shop.shop().cancel_message(second.message).unwrap();
    assert_eq!(shop.reminders(7, None).total, 1, "a message that was cancelled told nobody");
}

#[test]
fn nobody_is_told_that_something_is_ready_which_was_collected_meanwhile() {
    let mut shop = shop();
    let laura = shop.client(LAURA);
    shop.grant(laura, Sms, &[Technical], "Accord oral");
    for to in [MovementState::Returned, MovementState::InWorkshop] {
        let watch = shop.ready(laura, "Montre, 2026-11-02", "2026-11-10");
        shop.remind(&[&watch, &watch]);
        assert_eq!(shop.shop().queue_counts().unwrap().waiting, 1, "named twice, told once");
        let watch = shop.movement_now(&watch);
        let message = watch.reminded.as_ref().unwrap().message;
        shop.moved(&watch, to);
        assert_eq!(shop.shop().message(message).unwrap().state, MessageState::Cancelled, "{to:?}");
        assert_eq!(shop.remind(&[&watch]).left_out, 1, "it is ready no more");
    }
    let watch = shop.ready(laura, "Montre, 2026-11-02", "2026-11-10");
    shop.remind(&[&watch]);
    let watch = shop.movement_now(&watch);
    shop.shop().remove_movement(watch.id, watch.revision).unwrap();
    assert_eq!(shop.shop().queue_counts().unwrap().waiting, 0);
    shop.expect_whole();
}

#[test]
fn a_template_of_repairs_sent_from_the_record_is_about_the_one_that_waits_longest() {
    let mut shop = shop();
    let laura = shop.client(LAURA);
    shop.grant(laura, Sms, &[Technical], "Accord oral");
    let template = shop.template(Sms, "Relance SAV");
    let new = NewMessage { number: laura, template, context: None, indicator: None };
    assert!(matches!(shop.shop().queue_message(&new), Err(Error::RepairMissing)));
    let bought = shop.movement(laura, &purchase("Alliance, 2026-11-20, 36500"));
    assert!(bought.reminded.is_none());
    shop.ready(laura, "Bague, 2026-11-02", "2026-11-18");
    let watch = shop.ready(laura, "Montre, 2026-11-02", "2026-11-10");
    let message = shop.shop().queue_message(&new).unwrap().value;
    assert!(message.body.ends_with("depuis le 10/11/2026 : Montre."), "{}", message.body);
    assert_eq!(shop.movement_now(&watch).reminded.unwrap().message, message.id);
}

#[test]
fn only_a_template_of_repairs_reminds_and_one_repair_can_be_chosen() {
    let mut shop = shop();
    let laura = shop.client(LAURA);
    shop.grant(laura, Sms, &[Technical], "Accord oral");
    let watch = shop.ready(laura, "Montre, 2026-11-02", "2026-11-24");
    let request = RemindersRequest {
        days: 7,
        again_after: None,
        repair: Some(watch.id),
        sms_template: None,
        mail_template: None,
    };
    assert_eq!(shop.shop().repair_reminders(&request).unwrap().total, 1, "however short it has been ready");
    let anniversary = shop.template(Sms, "Anniversaire");
    let wrong = RemindersRequest { sms_template: Some(anniversary), ..request.clone() };
    assert!(matches!(shop.shop().repair_reminders(&wrong), Err(Error::TemplateUnsuited)));
    let older = shop.template(Sms, "Votre réparation est prête");
    let other = RemindersRequest { sms_template: Some(older), ..request };
    let found = shop.shop().repair_reminders(&other).unwrap();
    assert!(found.repairs[0].way.as_ref().unwrap().body.starts_with("Bonjour Mme DUPONT, votre réparation est"));
}

#[test]
fn how_many_wait_is_counted_for_all_clients() {
    let mut shop = shop();
    let laura = shop.client(LAURA);
    shop.grant(laura, Sms, &[Technical], "Accord oral");
    let now = shop.shop().journal(laura, None, 1).unwrap().entries[0].at;
    shop.ready(laura, "Bague, 2026-11-02", "2026-11-18");
    let watch = shop.ready(laura, "Montre, 2026-11-02", "2026-11-17");
    let due = |shop: &mut TestShop| {
        let due = shop.reader().repairs_due(now).unwrap();
        (due.ready, due.due)
    };
    assert_eq!(due(&mut shop), (2, 1));
    shop.remind(&[&watch]);
    assert_eq!(due(&mut shop), (2, 0));
}
