//! Messages from a terminal: written, listed, kept where nothing takes them away.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use crate::support::Shop;

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
fn what_a_campaign_still_has_to_write_is_written_before_anything_is_taken_away() {
    let shop = Shop::with_a_client();
    shop.json(&["decide", "1", "--channel", "mail", "--grant", "commercial", "--mode", "Accord écrit"]);
    {
        // Started in a window that was closed at once.
        let clock = Box::new(ecrin_core::clock::SystemClock);
        let unlock = ecrin_core::Unlock::Passphrase(crate::support::PASSPHRASE);
        let mut file = ecrin_core::shop::Shop::open(&shop.file("boutique.ecrin"), unlock, clock).unwrap();
        let templates = file.templates().unwrap();
        let mut by_mail =
            templates.iter().filter(|template| template.text.channel == ecrin_core::consents::Channel::Mail);
        let template = by_mail.find(|template| template.text.name == "Anniversaire").unwrap().id;
        let query = serde_json::from_value(serde_json::json!({
            "conditions": [], "any": false, "include_inactive": false, "contact": null, "columns": [{ "of": "number" }],
            "sort": { "by": { "of": "number" }, "descending": false },
        }));
        let request = ecrin_core::messages::CampaignRequest { query: query.unwrap(), template };
        file.start_campaign(&ecrin_core::messages::NewCampaign { name: "Fêtes".into(), request }).unwrap();
    }
    assert_eq!(shop.json(&["outbox"]).as_array().unwrap().len(), 0);
    assert_eq!(shop.json(&["deliver", "--once"])["waiting"], 1);
    assert_eq!(shop.json(&["outbox"])[0]["template"], "Anniversaire");
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

#[test]
fn a_stop_is_read_from_a_gateway_s_table_once() {
    let shop = Shop::with_a_client();
    shop.json(&["decide", "1", "--channel", "sms", "--grant", "technical,commercial", "--mode", "Accord écrit"]);
    shop.write(
        "replies.csv",
        "from;message;date\r\n33639987110;Stop.;2024-11-24 10:00\r\n0639980000;STOP;2024-11-24\r\n",
    );
    let report = shop.json(&["replies", "import", "replies.csv"]);
    assert_eq!((&report["stopped"], &report["clients"], &report["known"]), (&1.into(), &1.into(), &0.into()));
    assert_eq!(report["shown"][1]["outcome"], "unknown");
    let verdict = shop.json(&["may-contact", "1", "--channel", "sms", "--purpose", "commercial"]);
    assert_eq!((&verdict["allowed"], &verdict["ground"]), (&false.into(), &"objection".into()));
    let again = shop.json(&["replies", "import", "replies.csv"]);
    assert_eq!((&again["stopped"], &again["known"]), (&0.into(), &1.into()));
    let (code, out, _) = shop.run(&["replies", "import", "replies.csv"]);
    assert!(code == 0 && out.contains("dealt with before") && out.contains("unknown number"), "{out}");
    let consents = shop.json(&["consents", "1"]);
    let evidence = consents["history"].as_array().unwrap().last().unwrap()["evidence"][0].clone();
    assert_eq!(evidence["media_type"], "text/plain");
    let refused = shop.run(&["replies", "import", "clients.csv"]);
    assert!(refused.0 == 1 && refused.2.contains("no column of"), "{refused:?}");
    let missing = shop.run(&["replies", "import", "absent.csv"]);
    assert!(missing.0 == 1 && missing.2.contains("absent.csv"), "{missing:?}");
}
