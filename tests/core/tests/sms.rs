//! SMS on their way to a real gateway on this computer: what it is asked, and what its answers mean.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::time::Duration;

use ecrin_core::messages::mail::{MailCarrier, MailSetup, MailWay, Patience, Secret, Security, SmtpServer};
use ecrin_core::messages::sms::{
    HttpContent, HttpGateway, HttpMethod, HttpRequest, Secrets, SmsCarrier, SmsSetup, SmsWay, presets,
};
use ecrin_core::messages::{Carrier as _, MessagePurpose, Outgoing};
use ecrin_core_tests::certificates::{Authority, Certificate};
use ecrin_core_tests::http::{HttpServer, Reply};
use ecrin_core_tests::messages::summary;
use ecrin_core_tests::smtp::{Manners, SmtpServer as MailServer};
use serde_json::{Value, json};

const FILE: &str = "0123456789abcdef";
const PATIENCE: Patience = Patience { step: Duration::from_millis(500), answer: Duration::from_millis(500) };
const BODY: &str = "Votre bague \"Écrin\" est prête {cle} \\ & <b> 💍";

fn outgoing() -> Outgoing {
    Outgoing {
        id: 12,
        purpose: MessagePurpose::Technical,
        address: "+33639981234".into(),
        subject: String::new(),
        body: BODY.into(),
        attempt: 1,
    }
}

fn request_of(preset: &str) -> HttpRequest {
    presets().iter().find(|known| known.code == preset).unwrap().request.clone()
}

/// A gateway with everything that a preset asks for, on this computer.
fn gateway(server: &HttpServer, preset: &str, change: impl FnOnce(&mut HttpRequest)) -> SmsSetup {
    let mut own = request_of(preset);
    // The path of the preset, on this computer.
    let path = own.url.splitn(4, '/').nth(3).unwrap().to_owned();
    own.url = server.url(&format!("/{path}"));
    change(&mut own);
    let fields = [("service", "sms-ab1234-1"), ("identifiant", "contact@boutique.example")];
    let gateway = HttpGateway {
        preset: preset.into(),
        fields: fields.into_iter().map(|(code, value)| (code.to_owned(), value.to_owned())).collect(),
        own: Some(own),
        root_certificate: String::new(),
    };
    SmsSetup { sender: "Ecrin".into(), way: SmsWay::Http(Box::new(gateway)), ..SmsSetup::default() }
}

fn secrets() -> Secrets {
    let known = [("cle", "K1"), ("secret", "AS"), ("application", "AK"), ("consommateur", "CK")];
    known.into_iter().map(|(code, value)| (code.to_owned(), Secret::new(value.to_owned()))).collect()
}

fn carrier(setup: &SmsSetup) -> SmsCarrier {
    setup.check().unwrap();
    SmsCarrier::with_patience(setup, secrets(), None, FILE, PATIENCE)
}

/// One SMS to the generic gateway, which replies so; and another one, to see that all is well again.
#[track_caller]
fn check(reply: Reply, expected: &str, detail: &str) {
    let server = HttpServer::start();
    let mut carrier = carrier(&gateway(&server, "generic", |request| {
        request.success = serde_json::from_value(json!([{ "pointer": "/id" }])).unwrap();
    }));
    server.next(reply);
    assert_eq!(summary(carrier.deliver(&outgoing())), (expected.to_owned(), detail.to_owned()));
    assert_eq!(summary(carrier.deliver(&outgoing())), ("sent".to_owned(), "1".to_owned()));
}

#[test]
fn a_yes_with_the_name_of_the_sms_is_sent() {
    check(Reply::of(200, r#"{"id":"sms-77"}"#), "sent", "sms-77");
    check(Reply::of(201, r#"{"id":77}"#), "sent", "77");
    check(Reply::Slow(Duration::from_millis(200), r#"{"id":"1"}"#.into()), "sent", "1");
}

#[test]
fn a_yes_that_is_none_is_unsure() {
    check(Reply::of(200, "<html>Bienvenue</html>"), "unsure NotUnderstood", "HTTP 200");
    check(Reply::of(200, r#"{"message":"peut-être"}"#), "unsure NotUnderstood", "HTTP 200 peut-être");
    check(Reply::of(200, r#"{"id":null}"#), "unsure NotUnderstood", "HTTP 200");
    check(Reply::Noise, "unsure NotUnderstood", "not an answer of HTTP");
}

#[test]
fn a_no_is_the_message_s_or_the_key_s() {
    let said = r#"{"message":"bad number +33 6 39 98 12 34"}"#;
    check(Reply::of(400, said), "failed Refused", "HTTP 400 bad number …");
    check(Reply::of(422, "{}"), "failed Refused", "HTTP 422");
    for status in [401, 403] {
        check(Reply::of(status, "{}"), "later Credentials", &format!("HTTP {status}"));
    }
}

#[test]
fn too_many_and_out_of_order_are_tried_later_as_long_as_the_gateway_asks() {
    let wait = |status, header: &str| Reply::Answer(status, vec![header.to_owned()], "{}".to_owned());
    check(wait(429, "Retry-After: 7"), "later in 7000 ms Later", "HTTP 429");
    check(wait(503, "Retry-After: Fri, 31 Dec 1999 23:59:59 GMT"), "later in 0 ms Later", "HTTP 503");
    check(Reply::of(429, "{}"), "later Later", "HTTP 429");
    check(Reply::of(500, "Oops"), "unsure NotUnderstood", "HTTP 500");
}

#[test]
fn a_redirection_is_not_followed() {
    let server = HttpServer::start();
    let elsewhere = HttpServer::start();
    let mut carrier = carrier(&gateway(&server, "generic", |_| ()));
    for status in [301, 302, 307, 308] {
        server.next(Reply::Answer(status, vec![format!("Location: {}", elsewhere.url("/"))], String::new()));
        assert_ne!(summary(carrier.deliver(&outgoing())).0, "sent");
    }
    assert!(elsewhere.asked().is_empty());
}

#[test]
fn what_breaks_before_the_sms_was_handed_over_leaves_no_doubt() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let server = HttpServer::start();
    let nobody = gateway(&server, "generic", |request| request.url = format!("http://127.0.0.1:{port}/"));
    let delivery = summary(carrier(&nobody).deliver(&outgoing()));
    assert_eq!(delivery, ("later Unreachable".into(), "no connection".into()));
    let nowhere = gateway(&server, "generic", |request| request.url = "https://passerelle.invalid/".into());
    let delivery = summary(carrier(&nowhere).deliver(&outgoing()));
    // Without a network the question about the name has no answer.
    assert_eq!(delivery.0, "later Unreachable", "{}", delivery.1);
}

#[test]
fn what_breaks_after_it_leaves_nothing_else() {
    check(Reply::Drop, "unsure Dropped", "connection dropped");
    check(Reply::Silence, "unsure TimedOut", "no answer in time");
    check(Reply::HalfAnAnswer, "unsure Dropped", "connection dropped");
}

#[test]
fn connections_are_kept_and_one_that_was_closed_meanwhile_is_opened_again() {
    let server = HttpServer::start();
    let mut carrier = carrier(&gateway(&server, "generic", |_| ()));
    for _ in 0..5 {
        assert_eq!(summary(carrier.deliver(&outgoing())).0, "sent");
    }
    assert!(server.asked().iter().all(|asked| asked.connection == 1));
    server.next(Reply::AnswerAndClose(r#"{"id":"2"}"#.into()));
    assert_eq!(summary(carrier.deliver(&outgoing())), ("sent".into(), "2".into()));
    // The word that it is closed is on its way.
    std::thread::sleep(Duration::from_millis(100));
    assert_eq!(summary(carrier.deliver(&outgoing())), ("sent".into(), "1".into()));
    assert_eq!(server.asked().last().unwrap().connection, 2);
}

#[test]
fn an_encrypted_gateway_needs_the_right_certificate() {
    let trusting = |server: &HttpServer, root: String| {
        let mut setup = gateway(server, "generic", |_| ());
        if let SmsWay::Http(gateway) = &mut setup.way {
            gateway.root_certificate = root;
        }
        summary(carrier(&setup).deliver(&outgoing())).0
    };
    let server = HttpServer::encrypted(Certificate::Right);
    assert_eq!(trusting(&server, server.authority()), "sent");
    assert_eq!(trusting(&server, Authority::new().pem()), "later Certificate");
    assert_eq!(trusting(&server, String::new()), "later Certificate");
    for certificate in [Certificate::OtherHost, Certificate::Expired] {
        let server = HttpServer::encrypted(certificate);
        assert_eq!(trusting(&server, server.authority()), "later Certificate");
        assert!(server.asked().is_empty());
    }
}

#[test]
fn every_gateway_gets_the_text_and_the_number_as_they_are() {
    let answers = [
        ("ovh", r#"{"ids":[7],"validReceivers":["x"],"invalidReceivers":[]}"#),
        ("smsfactor", r#"{"status":1,"sent":1,"ticket":"7"}"#),
        ("brevo", r#"{"messageId":7}"#),
        ("octopush", r#"{"sms_ticket":"7"}"#),
        ("generic", r#"{"id":"7"}"#),
    ];
    for (preset, answer) in answers {
        let server = HttpServer::start();
        server.next(Reply::of(200, answer));
        let delivery = summary(carrier(&gateway(&server, preset, |_| ())).deliver(&outgoing()));
        assert_eq!(delivery, ("sent".to_owned(), "7".to_owned()), "{preset}");
        let [asked] = &server.asked()[..] else { panic!("asked once") };
        assert_eq!(
            (asked.method.as_str(), asked.header("content-type")),
            ("POST", Some("application/json; charset=utf-8"))
        );
        let body: Value = serde_json::from_str(&asked.body).unwrap();
        let (text, number) = match preset {
            "ovh" => (&body["message"], &body["receivers"][0]),
            "smsfactor" => (&body["sms"]["message"]["text"], &body["sms"]["recipients"]["gsm"][0]["value"]),
            "brevo" => (&body["content"], &body["recipient"]),
            "octopush" => (&body["text"], &body["recipients"][0]["phone_number"]),
            _ => (&body["text"], &body["to"]),
        };
        assert_eq!(text, BODY, "{preset}");
        assert_eq!(number.as_str().unwrap().trim_start_matches('+'), "33639981234", "{preset}");
        assert!(!asked.body.contains("K1"), "no key in the body of {preset}");
    }
}

#[test]
fn ovh_is_asked_signed_and_for_its_own_stop_in_prospecting_only() {
    let server = HttpServer::start();
    let mut carrier = carrier(&gateway(&server, "ovh", |_| ()));
    carrier.deliver(&outgoing());
    carrier.deliver(&Outgoing { purpose: MessagePurpose::Commercial, body: "Soldes".into(), ..outgoing() });
    let [technical, commercial] = &server.asked()[..] else { panic!("asked twice") };
    assert_eq!(technical.path, "/1.0/sms/sms-ab1234-1/jobs");
    assert_eq!((technical.header("x-ovh-application"), technical.header("x-ovh-consumer")), (Some("AK"), Some("CK")));
    assert!(technical.header("x-ovh-timestamp").unwrap().parse::<i64>().unwrap() > 1_700_000_000);
    let signature = technical.header("x-ovh-signature").unwrap();
    assert!(signature.starts_with("$1$") && signature.len() == 43, "{signature}");
    let kind = |asked: &ecrin_core_tests::http::Asked| {
        let body: Value = serde_json::from_str(&asked.body).unwrap();
        (body["noStopClause"].clone(), body["coding"].clone())
    };
    assert_eq!(kind(technical), (json!(true), json!("8bit")));
    assert_eq!(kind(commercial), (json!(false), json!("7bit")));
}

#[test]
fn a_form_and_an_address_are_encoded() {
    let server = HttpServer::start();
    let mut form = carrier(&gateway(&server, "generic", |request| request.content = HttpContent::Form));
    assert_eq!(summary(form.deliver(&outgoing())).0, "sent");
    let mut get = carrier(&gateway(&server, "generic", |request| {
        request.method = HttpMethod::Get;
        request.url = server.url("/envoi?to={numero}&text={texte}");
    }));
    assert_eq!(summary(get.deliver(&outgoing())).0, "sent");
    let [form, get] = &server.asked()[..] else { panic!("asked twice") };
    let text = "Votre%20bague%20%22%C3%89crin%22%20est%20pr%C3%AAte%20%7Bcle%7D%20%5C%20%26%20%3Cb%3E%20%F0%9F%92%8D";
    assert!(form.body.contains(&format!("&text={text}&to=%2B33639981234")), "{}", form.body);
    assert_eq!(get.path, format!("/envoi?to=%2B33639981234&text={text}"));
    assert_eq!(get.header("authorization"), Some("Bearer K1"));
}

#[test]
fn a_repetition_bears_the_same_reference() {
    let server = HttpServer::start();
    let mut carrier = carrier(&gateway(&server, "generic", |_| ()));
    carrier.deliver(&outgoing());
    carrier.deliver(&Outgoing { attempt: 2, ..outgoing() });
    carrier.deliver(&Outgoing { id: 13, ..outgoing() });
    let references: Vec<String> = server
        .asked()
        .iter()
        .map(|asked| serde_json::from_str::<Value>(&asked.body).unwrap()["id"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(references[0], references[1]);
    assert_ne!(references[0], references[2]);
}

#[test]
fn a_mail_gateway_gets_a_mail_of_plain_text_at_the_number_s_address() {
    let server = MailServer::start(&Manners::default());
    let mail = MailSetup {
        sender_address: "contact@boutique.example".into(),
        way: MailWay::Smtp(SmtpServer {
            host: "127.0.0.1".into(),
            port: server.port,
            security: Security::None,
            ..SmtpServer::default()
        }),
        ..MailSetup::default()
    };
    let way = SmsWay::MailGateway { address: "{numero_sans_plus}@sms.example".into() };
    let setup = SmsSetup { way, ..SmsSetup::default() };
    let mut carrier = SmsCarrier::new(&setup, Secrets::new(), Some(MailCarrier::new(&mail, None, FILE)), FILE);
    let commercial = Outgoing { purpose: MessagePurpose::Commercial, ..outgoing() };
    assert_eq!(summary(carrier.deliver(&commercial)).0, "sent");
    let [received] = &server.received()[..] else { panic!("one mail") };
    assert_eq!(received.to, "33639981234@sms.example");
    let parsed = mailparse::parse_mail(&received.text).unwrap();
    assert_eq!((parsed.ctype.mimetype.as_str(), parsed.get_body().unwrap().trim_end()), ("text/plain", BODY));
    assert!(!String::from_utf8_lossy(&received.text).contains("List-Unsubscribe"));
    let without = SmsCarrier::new(&setup, Secrets::new(), None, FILE).deliver(&outgoing());
    assert_eq!(summary(without).0, "later NoCarrier");
}

#[test]
fn without_a_way_an_sms_waits() {
    let delivery = SmsCarrier::new(&SmsSetup::default(), Secrets::new(), None, FILE).deliver(&outgoing());
    assert_eq!(summary(delivery).0, "later NoCarrier");
}

#[test]
fn a_notebook_has_each_sms_on_a_line_of_the_day() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Carnet");
    let way = SmsWay::Notebook { folder: path.to_string_lossy().into_owned() };
    let mut carrier = SmsCarrier::new(&SmsSetup { way, ..SmsSetup::default() }, Secrets::new(), None, FILE);
    for id in 1..=3 {
        assert_eq!(summary(carrier.deliver(&Outgoing { id, ..outgoing() })).0, "sent");
    }
    let table = std::fs::read_dir(&path).unwrap().next().unwrap().unwrap().path();
    let text = std::fs::read_to_string(table).unwrap();
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
    let rows: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[1][1..], ["2".to_owned(), "06 39 98 12 34".to_owned(), BODY.to_owned()]);
}

#[test]
fn a_gateway_that_repeats_the_key_puts_it_into_no_answer() {
    let server = HttpServer::start();
    let setup = gateway(&server, "generic", |request| request.receipt = "/id".into());
    let secrets: Secrets = [("cle".to_owned(), Secret::new("k-7f3a+91".to_owned()))].into();
    let mut carrier = SmsCarrier::with_patience(&setup, secrets, None, FILE, PATIENCE);
    // base64 of « contact@boutique.example:k-7f3a+91 ».
    let basic = "Y29udGFjdEBib3V0aXF1ZS5leGFtcGxlOmstN2YzYSs5MQ==";
    for (status, member) in [(401, "message"), (400, "message"), (200, "id")] {
        for form in ["k-7f3a+91", "k-7f3a%2B91", basic] {
            server.next(Reply::of(status, &format!(r#"{{"{member}":"got Bearer {form}."}}"#)));
            let (what, detail) = summary(carrier.deliver(&outgoing()));
            let expected =
                if status == 200 { "got Bearer ….".to_owned() } else { format!("HTTP {status} got Bearer ….") };
            assert_eq!(detail, expected, "{what}");
        }
    }
}
