//! Messages from a terminal: written, listed, kept where nothing takes them away.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use support::Shop;

const RIGHTS: [&str; 6] = ["message", "1", "--channel", "mail", "--template", "vos droits et vos choix"];

#[test]
fn a_message_is_written_and_listed() {
    let shop = Shop::with_a_client();
    let message = shop.json(&RIGHTS);
    assert_eq!(
        (&message["state"], &message["context"], &message["id"]),
        (&"pending".into(), &"rights".into(), &1.into())
    );
    assert!(message["body"].as_str().unwrap().contains("Essai"));
    assert_eq!(shop.json(&["outbox"]).as_array().unwrap().len(), 1);
    assert_eq!(shop.json(&["outbox", "--state", "sent"]).as_array().unwrap().len(), 0);
    let (code, out, _) = shop.run(&["outbox"]);
    assert_eq!(code, 0);
    assert!(out.contains("GDPR request") && out.contains("waiting"), "{out}");
    assert_eq!(shop.json(&["deliver", "--once"])["waiting"], 1, "nothing was set up to take it away");
}

#[test]
fn a_refused_message_says_why_and_what_there_is_instead() {
    let shop = Shop::with_a_client();
    let refused = |arguments: &[&str]| {
        let (code, out, error) = shop.run(arguments);
        assert_eq!((code, out.as_str()), (1, ""), "{arguments:?}");
        error
    };
    let ready = ["message", "1", "--channel", "sms", "--template", "Votre réparation est prête"];
    assert!(refused(&ready).contains("cannot be sent"));
    assert!(refused(&["message", "1", "--channel", "sms", "--template", "Soldes"]).contains("« Anniversaire »"));
    let request = ["message", "1", "--channel", "mail", "--template", "Demande d’accord"];
    assert!(refused(&request).contains("--indicator"));
    assert!(refused(&[&request[..], &["--indicator", "SMS"]].concat()).contains("SMS-COM"));
    assert_eq!(shop.json(&[&request[..], &["--indicator", "sms-com"]].concat())["state"], "pending");
    assert_eq!(shop.run(&[&RIGHTS[..], &["--context", "letters"]].concat()).0, 2);
    assert!(refused(&[&RIGHTS[..], &["--context", "selection"]].concat()).contains("does not suit"));
}
