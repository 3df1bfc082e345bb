//! Faults of mail servers.

use std::time::Duration;

use ecrin_core::consents::Channel;
use ecrin_core::messages::Carrier;
use ecrin_core::messages::mail::{MailCarrier, MailSetup, MailWay, Patience, Secret, Security, SmtpServer};
use ecrin_core_tests::TestShop;
use ecrin_core_tests::certificates::Certificate;
use ecrin_core_tests::smtp::{Encryption, Fault, Manners, SmtpServer as Server, When};

use super::follow;
use super::table::Row;

const PATIENCE: Patience = Patience { step: Duration::from_millis(400), answer: Duration::from_millis(400) };
const LOGIN: (&str, &str) = ("boutique", "secret");

/// A shop with one mail in its outbox.
pub(super) fn shop() -> TestShop {
    let mut shop = TestShop::at("2026-11-24T11:00");
    let laura = shop.client("DUPONT Laura, 19200 USSEL, 06 39 98 71 10, laura.dupont@boutique.example");
    shop.write(laura, Channel::Mail, "Vos droits et vos choix");
    shop
}

fn setup(server: &Server, encryption: Encryption, root: String) -> MailSetup {
    let security = match encryption {
        Encryption::Never => Security::None,
        Encryption::FromTheStart => Security::Tls,
        Encryption::OnDemand => Security::Starttls,
    };
    let way = SmtpServer {
        host: "127.0.0.1".into(),
        port: server.port,
        security,
        user: String::new(),
        root_certificate: root,
    };
    MailSetup { sender_address: "contact@boutique.example".into(), way: MailWay::Smtp(way), ..MailSetup::default() }
}

fn carrier(setup: &MailSetup, password: Option<&str>) -> Box<dyn Carrier> {
    let password = password.map(|text| Secret::new(text.to_owned()));
    Box::new(MailCarrier::with_patience(setup, password, "file", PATIENCE))
}

/// The server misbehaves in this way, in turn, and then no more.
fn once(name: &str, when: When, fault: Fault) -> Row {
    let server = Server::start(&Manners::default());
    server.next(when, fault);
    let setup = setup(&server, Encryption::Never, String::new());
    follow(name, &mut shop(), Channel::Mail, |_| carrier(&setup, None), || server.received().len())
}

/// The setup is wrong at first, and mended before the second attempt.
fn mended(name: &str, manners: &Manners, wrong: impl Fn(&mut MailSetup), passwords: [Option<&str>; 2]) -> Row {
    let server = Server::start(manners);
    let mut right = setup(&server, manners.encryption, String::new());
    if let MailWay::Smtp(smtp) = &mut right.way {
        if manners.encryption != Encryption::Never {
            smtp.root_certificate = server.authority();
        }
        if manners.login.is_some() {
            smtp.user = LOGIN.0.into();
        }
    }
    let mut bad = right.clone();
    wrong(&mut bad);
    let make = |first: bool| if first { carrier(&bad, passwords[0]) } else { carrier(&right, passwords[1]) };
    follow(name, &mut shop(), Channel::Mail, make, || server.received().len())
}

fn smtp(setup: &mut MailSetup, change: impl FnOnce(&mut SmtpServer)) {
    if let MailWay::Smtp(server) = &mut setup.way {
        change(server);
    }
}

/// Its certificate stays wrong: nothing ever leaves.
fn wrong_for_good(name: &str, certificate: Certificate) -> Row {
    let server = Server::start(&Manners { encryption: Encryption::FromTheStart, certificate, ..Manners::default() });
    let setup = setup(&server, Encryption::FromTheStart, server.authority());
    follow(name, &mut shop(), Channel::Mail, |_| carrier(&setup, None), || server.received().len())
}

pub(super) fn rows() -> Vec<Row> {
    let answer = Fault::Answer;
    let tls = Manners { encryption: Encryption::FromTheStart, ..Manners::default() };
    let starttls = Manners { encryption: Encryption::OnDemand, ..Manners::default() };
    let injected = Manners { injected: "250-evil.example\r\n250 8BITMIME\r\n", ..starttls.clone() };
    let login = Manners { login: Some(LOGIN), ..tls.clone() };
    let free = || std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let mut rows = vec![
        mended("mail: none (TLS from the first byte)", &tls, |_| (), [None, None]),
        mended("mail: none (STARTTLS)", &starttls, |_| (), [None, None]),
        mended(
            "mail: the server is down, then up again",
            &Manners::default(),
            |s| smtp(s, |s| s.port = free()),
            [None; 2],
        ),
        mended(
            "mail: the host's name is wrong, then mended",
            &Manners::default(),
            |s| smtp(s, |s| s.host = "smtp.boutique.invalid".into()),
            [None; 2],
        ),
        mended(
            "mail: TLS with a server that does not encrypt",
            &Manners::default(),
            |s| smtp(s, |s| s.security = Security::Tls),
            [None; 2],
        ),
        mended(
            "mail: STARTTLS is not offered",
            &Manners::default(),
            |s| smtp(s, |s| s.security = Security::Starttls),
            [None; 2],
        ),
        mended(
            "mail: nobody vouches for the certificate, then mended",
            &tls,
            |s| smtp(s, |s| s.root_certificate = String::new()),
            [None; 2],
        ),
        wrong_for_good("mail: the certificate is for another host", Certificate::OtherHost),
        wrong_for_good("mail: the certificate has expired", Certificate::Expired),
        mended("mail: answers in the clear behind that to STARTTLS", &injected, |_| (), [None; 2]),
        mended("mail: wrong password, then mended", &login, |_| (), [Some("wrong"), Some(LOGIN.1)]),
        mended("mail: no password, then mended", &login, |_| (), [None, Some(LOGIN.1)]),
        once("mail: the recipient is refused (550)", When::Recipient, answer("550 5.1.1 User unknown")),
        once("mail: the sender is refused (550 at MAIL FROM), then not", When::Sender, answer("550 5.7.1 Not owned")),
        once("mail: relaying is denied (554), then not", When::Recipient, answer("554 5.7.1 Relay access denied")),
        once("mail: greylisting (451 at RCPT TO)", When::Recipient, answer("451 4.7.1 Greylisted")),
        once("mail: the server asks to come back (421)", When::Greeting, answer("421 4.3.2 Busy")),
        once("mail: the text is refused (554)", When::Text, answer("554 5.7.1 Spam")),
        once("mail: the server is full (452 after the text)", When::Text, answer("452 4.3.1 Full")),
        once("mail: a slow answer at RCPT TO", When::Recipient, Fault::Slow(Duration::from_millis(200))),
    ];
    for (when, name) in [
        (When::Greeting, "at the greeting"),
        (When::Sender, "at MAIL FROM"),
        (When::Recipient, "at RCPT TO"),
        (When::Data, "at DATA"),
    ] {
        rows.push(once(&format!("mail: the connection drops {name}"), when, Fault::Drop));
    }
    rows.push(once("mail: the connection drops before the server read the text", When::BeforeText, Fault::Drop));
    rows.push(once("mail: the connection drops after the text", When::Text, Fault::Drop));
    rows.push(once("mail: silence at RCPT TO", When::Recipient, Fault::Silence));
    rows.push(once("mail: silence after the text", When::Text, Fault::Silence));
    rows
}
