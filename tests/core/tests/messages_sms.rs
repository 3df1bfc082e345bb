//! Prospecting by SMS: the shop's own hours within those of the rules, and one mention of STOP whoever says it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use ecrin_core::Error;
use ecrin_core::clients::ClientNumber;
use ecrin_core::consents::Channel::Sms;
use ecrin_core::consents::Purpose;
use ecrin_core::contact::in_france;
use ecrin_core::messages::sms::{HttpGateway, SmsHours, SmsSetup, SmsWay};
use ecrin_core_tests::TestShop;

const BIRTHDAY: &str = "Anniversaire";

/// A shop at a moment of UTC, in winter an hour behind France, with a client who agreed to everything by SMS.
fn shop_at(time: &str) -> (TestShop, ClientNumber) {
    let mut shop = TestShop::at(time);
    let laura = shop.client("DUPONT Laura, 19200 USSEL, 06 39 98 71 10");
    shop.grant(laura, Sms, &[Purpose::Technical, Purpose::Commercial], "Accord écrit");
    (shop, laura)
}

fn hours(from: u16, to: u16) -> SmsSetup {
    SmsSetup { hours: SmsHours { from: from * 60, to: to * 60 }, ..SmsSetup::default() }
}

fn by(preset: &str, stop_text: &str) -> SmsSetup {
    let mut gateway = HttpGateway { preset: preset.into(), ..HttpGateway::default() };
    gateway.fields.insert("service".into(), "sms-ab1234-1".into());
    SmsSetup { stop_text: stop_text.into(), way: SmsWay::Http(Box::new(gateway)), ..SmsSetup::default() }
}

#[test]
fn prospecting_waits_for_the_shop_s_own_hours_and_service_messages_do_not() {
    // A Tuesday, 09:00 in France.
    let (mut shop, laura) = shop_at("2026-11-24T08:00");
    shop.shop().set_sms_setup(&hours(10, 18)).unwrap();
    let birthday = shop.write(laura, Sms, BIRTHDAY);
    assert_eq!(in_france(birthday.due_at).to_string(), "2026-11-24 10:00:00");
    let ready = shop.write(laura, Sms, "Votre réparation est prête");
    assert_eq!(ready.due_at, ready.queued_at);
    assert_eq!(shop.claim(Sms).map(|sms| sms.id), Some(ready.id));
    assert_eq!(shop.claim(Sms), None);
    assert_eq!(shop.later_minutes(60).claim(Sms).map(|sms| sms.id), Some(birthday.id));
}

#[test]
fn hours_that_became_narrower_hold_for_what_waits_already() {
    let (mut shop, laura) = shop_at("2026-11-24T08:00");
    let birthday = shop.write(laura, Sms, BIRTHDAY);
    shop.shop().set_sms_setup(&hours(14, 18)).unwrap();
    assert_eq!(shop.claim(Sms), None);
    assert_eq!(in_france(shop.message(birthday.id).due_at).to_string(), "2026-11-24 14:00:00");
    // 18:00 on a Saturday: the next hour is on Monday.
    let (mut shop, laura) = shop_at("2026-11-28T17:00");
    shop.shop().set_sms_setup(&hours(14, 18)).unwrap();
    assert_eq!(in_france(shop.write(laura, Sms, BIRTHDAY).due_at).to_string(), "2026-11-30 14:00:00");
}

#[test]
fn no_hours_beyond_the_rules_are_kept() {
    let (mut shop, _) = shop_at("2026-11-24T08:00");
    for (from, to) in [(7, 21), (8, 22), (12, 12), (18, 10)] {
        let refused = shop.shop().set_sms_setup(&hours(from, to));
        assert!(matches!(refused, Err(Error::CarrierInvalid { fault: "hours", .. })), "{from} {to}");
    }
    assert_eq!(shop.shop().sms_setup().unwrap().hours, SmsHours::legal());
}

#[test]
fn the_mention_of_stop_is_said_once_whichever_gateway_takes_the_text() {
    let (mut shop, laura) = shop_at("2026-11-24T08:00");
    let text = "Laura, Maison d’essai vous souhaite un joyeux anniversaire : une attention vous attend en boutique.";
    let ours = format!("{text} STOP au 36180");

    shop.shop().set_sms_setup(&by("ovh", "STOP au 36180")).unwrap();
    let for_ovh = shop.write(laura, Sms, BIRTHDAY);
    assert_eq!(for_ovh.body, text, "the gateway adds it");
    shop.shop().set_sms_setup(&by("smsfactor", "STOP au 36180")).unwrap();
    let for_another = shop.write(laura, Sms, BIRTHDAY);
    assert_eq!(for_another.body, ours);

    // Written for a gateway that adds the mention, it leaves by one that does not.
    let leaving = shop.claim(Sms).unwrap();
    assert_eq!((leaving.id, leaving.body.as_str()), (for_ovh.id, ours.as_str()));
    assert_eq!(shop.message(for_ovh.id).body, ours, "what is kept is what left");
    shop.shop().set_sms_setup(&by("ovh", "STOP au 36180")).unwrap();
    let leaving = shop.claim(Sms).unwrap();
    assert_eq!((leaving.id, leaving.body.as_str()), (for_another.id, text));
}

#[test]
fn what_waits_says_the_new_number_when_the_gateway_gives_another_one() {
    let (mut shop, laura) = shop_at("2026-11-24T08:00");
    shop.shop().set_sms_setup(&by("smsfactor", "STOP au 36111")).unwrap();
    let birthday = shop.write(laura, Sms, BIRTHDAY);
    assert!(birthday.body.ends_with(" STOP au 36111"), "{}", birthday.body);
    shop.shop().set_sms_setup(&by("brevo", "STOP")).unwrap();
    assert!(shop.message(birthday.id).body.ends_with(" boutique. STOP"));
    shop.shop().set_sms_setup(&by("smsfactor", "STOP au 36180")).unwrap();
    let leaving = shop.claim(Sms).unwrap().body;
    assert!(leaving.ends_with(" boutique. STOP au 36180"), "{leaving}");
    // What is on its way is what a server was told.
    shop.shop().set_sms_setup(&by("smsfactor", "STOP au 36222")).unwrap();
    assert_eq!(shop.message(birthday.id).body, leaving);
}

#[test]
fn a_gateway_that_takes_less_than_the_rules_allow_narrows_the_hours() {
    // A Tuesday, 20:10 in France.
    let (mut shop, laura) = shop_at("2026-11-24T19:10");
    shop.shop().set_sms_setup(&by("smsfactor", "")).unwrap();
    let at_once = shop.write(laura, Sms, BIRTHDAY);
    assert_eq!(at_once.due_at, at_once.queued_at);
    shop.shop().set_sms_setup(&by("ovh", "")).unwrap();
    assert_eq!(shop.claim(Sms), None, "what waits already, too");
    assert_eq!(in_france(shop.write(laura, Sms, BIRTHDAY).due_at).to_string(), "2026-11-25 08:00:00");
    let evenings = SmsSetup { hours: SmsHours { from: 20 * 60, to: 21 * 60 }, ..by("ovh", "") };
    assert!(matches!(shop.shop().set_sms_setup(&evenings), Err(Error::CarrierInvalid { fault: "hours", .. })));
}
