//! Faults of gateways.

use std::time::Duration;

use ecrin_core::consents::{Channel, Purpose};
use ecrin_core::messages::Carrier;
use ecrin_core::messages::mail::Patience;
use ecrin_core::messages::sms::{AnswerTest, HttpGateway, Secrets, SmsCarrier, SmsSetup, SmsWay, presets};
use ecrin_core_tests::TestShop;
use ecrin_core_tests::certificates::Certificate;
use ecrin_core_tests::http::{HttpServer, Reply};

use super::follow;
use super::table::Row;

const PATIENCE: Patience = Patience { step: Duration::from_millis(400), answer: Duration::from_millis(400) };

fn shop() -> TestShop {
    let mut shop = TestShop::at("2026-11-24T11:00");
    let laura = shop.client("DUPONT Laura, 19200 USSEL, 06 39 98 71 10, laura.dupont@boutique.example");
    shop.grant(laura, Channel::Sms, &[Purpose::Technical], "Accord écrit");
    shop.write(laura, Channel::Sms, "Votre réparation est prête");
    shop
}

fn setup(url: String, root_certificate: String) -> SmsSetup {
    let mut own = presets().iter().find(|preset| preset.code == "generic").unwrap().request.clone();
    own.url = url;
    own.success = vec![AnswerTest { pointer: "/id".into(), ..AnswerTest::default() }];
    let gateway = HttpGateway { preset: "generic".into(), own: Some(own), root_certificate, ..HttpGateway::default() };
    SmsSetup { way: SmsWay::Http(Box::new(gateway)), ..SmsSetup::default() }
}

fn carrier(setup: &SmsSetup) -> Box<dyn Carrier> {
    Box::new(SmsCarrier::with_patience(setup, Secrets::new(), None, "file", PATIENCE))
}

/// How many SMS the gateway has. A request that it answers with a no, or with nothing readable as a yes, may or may not be one: counted is
/// what it was asked beyond the `refused` ones.
fn taken(server: &HttpServer, refused: usize) -> usize {
    server.asked().len().saturating_sub(refused)
}

/// The gateway answers the first request so, and then does its work; `refused`: whether that was a no.
fn once(name: &str, reply: Reply, refused: bool) -> Row {
    let server = HttpServer::start();
    server.next(reply);
    let setup = setup(server.url("/envoi"), String::new());
    follow(name, &mut shop(), Channel::Sms, |_| carrier(&setup), || taken(&server, usize::from(refused)))
}

pub(super) fn rows() -> Vec<Row> {
    let wait = Reply::Answer(429, vec!["Retry-After: 120".into()], "{}".into());
    let slow = Reply::Slow(Duration::from_millis(200), r#"{"id":"1"}"#.into());
    let mut rows = vec![
        once("SMS: none (200)", Reply::of(200, r#"{"id":"7"}"#), false),
        once("SMS: the gateway refuses (400)", Reply::of(400, r#"{"message":"bad number"}"#), true),
        once("SMS: the key is refused (401)", Reply::of(401, "{}"), true),
        once("SMS: too many (429 with Retry-After)", wait, true),
        once("SMS: out of order (500)", Reply::of(500, "Oops"), false),
        once("SMS: out of order (502)", Reply::of(502, "Bad Gateway"), false),
        once("SMS: a no with a 200", Reply::of(200, r#"{"status":"error","message":"insufficient funds"}"#), false),
        once("SMS: no such page (404), then there is", Reply::of(404, "not found"), true),
        once(
            "SMS: the sender is refused (400), then not",
            Reply::of(400, r#"{"message":"sender not validated"}"#),
            true,
        ),
        once("SMS: out of order (503)", Reply::of(503, "{}"), true),
        once("SMS: slow", slow, false),
        once("SMS: no answer in time", Reply::Silence, false),
        once("SMS: the connection drops after the request", Reply::Drop, false),
        once("SMS: half an answer", Reply::HalfAnAnswer, false),
        once("SMS: JSON of another shape (200)", Reply::of(200, r#"{"message":"peut-être"}"#), false),
        once("SMS: no JSON (200)", Reply::of(200, "<html>Bienvenue</html>"), false),
        once("SMS: no HTTP", Reply::Noise, false),
    ];
    let server = HttpServer::start();
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let (down, up) =
        (setup(format!("http://127.0.0.1:{free}/"), String::new()), setup(server.url("/envoi"), String::new()));
    let make = |first: bool| carrier(if first { &down } else { &up });
    rows.push(follow("SMS: the gateway is down, then up again", &mut shop(), Channel::Sms, make, || taken(&server, 0)));
    for (name, certificate) in [
        ("SMS: the certificate is for another host", Certificate::OtherHost),
        ("SMS: the certificate has expired", Certificate::Expired),
    ] {
        let server = HttpServer::encrypted(certificate);
        let setup = setup(server.url("/envoi"), server.authority());
        rows.push(follow(name, &mut shop(), Channel::Sms, |_| carrier(&setup), || taken(&server, 0)));
    }
    rows
}
