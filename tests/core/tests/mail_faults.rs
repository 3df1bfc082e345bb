//! A mail server that refuses, delays, breaks off or shows a wrong certificate: what is said of the mail is what is known of it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::time::{Duration, Instant};

use ecrin_core::consents::Channel;
use ecrin_core::messages::mail::{
    ConnectionProblem, MailCarrier, MailSetup, MailWay, Patience, ProblemKind, Secret, Security, SmtpServer,
    test_connection_with,
};
use ecrin_core::messages::{Carrier, Deliverer, Delivery, FailedBecause, MessagePurpose, MessageState, Outgoing};
use ecrin_core_tests::TestShop;
use ecrin_core_tests::certificates::Certificate;
use ecrin_core_tests::messages::summary;
use ecrin_core_tests::smtp::{Encryption, Fault, Manners, SmtpServer as Server, When};

const PATIENCE: Patience = Patience { step: Duration::from_millis(400), answer: Duration::from_millis(400) };

fn outgoing() -> Outgoing {
    Outgoing {
        id: 1,
        purpose: MessagePurpose::Technical,
        address: "laura.dupont@orange.example".into(),
        subject: "Votre réparation".into(),
        body: "Elle est prête.".into(),
        attempt: 1,
    }
}

fn setup_at(port: u16, change: impl FnOnce(&mut SmtpServer)) -> MailSetup {
    let mut server = SmtpServer { host: "127.0.0.1".into(), port, security: Security::None, ..SmtpServer::default() };
    change(&mut server);
    MailSetup { sender_address: "contact@boutique.example".into(), way: MailWay::Smtp(server), ..MailSetup::default() }
}

fn carrier_at(setup: &MailSetup, password: Option<&str>) -> MailCarrier {
    MailCarrier::with_patience(setup, password.map(|text| Secret::new(text.to_owned())), "file", PATIENCE)
}

/// Sends one mail to a server that misbehaves once, and a second one to see that all is well again.
#[track_caller]
fn check(when: When, fault: Fault, expected: &str, detail: &str, arrived: usize) {
    let server = Server::start(&Manners::default());
    let mut carrier = carrier_at(&setup_at(server.port, |_| ()), None);
    server.next(when, fault);
    assert_eq!(summary(carrier.deliver(&outgoing())), (expected.to_owned(), detail.to_owned()));
    assert_eq!(server.received().len(), arrived);
    assert_eq!(summary(carrier.deliver(&outgoing())).0, "sent");
}

#[test]
fn a_refused_recipient_is_the_address_s_fault_and_is_not_named() {
    let answer = Fault::Answer("550 5.1.1 <laura.dupont@orange.example>: laura.dupont unknown here");
    check(When::Recipient, answer, "failed AddressRefused", "550 5.1.1 … … unknown here", 0);
}

#[test]
fn a_greylisted_recipient_is_tried_later() {
    let answer = Fault::Answer("451 4.7.1 Greylisted, come back in 5 minutes");
    check(When::Recipient, answer, "later Later", "451 4.7.1 Greylisted, come back in 5 minutes", 0);
}

#[test]
fn other_refusals_are_the_message_s() {
    check(When::Data, Fault::Answer("554 5.5.1 No"), "failed Refused", "554 5.5.1 No", 0);
    check(When::Text, Fault::Answer("554 5.7.1 Spam"), "failed Refused", "554 5.7.1 Spam", 0);
}

#[test]
fn what_every_mail_has_is_no_fault_of_this_one() {
    check(When::Sender, Fault::Answer("553 5.7.1 Sender refused"), "later Setup", "553 5.7.1 Sender refused", 0);
    let relay = "554 5.7.1 <laura.dupont@orange.example>: Relay access denied";
    check(When::Recipient, Fault::Answer(relay), "later Setup", "554 5.7.1 … Relay access denied", 0);
}

#[test]
fn a_server_that_asks_to_come_back_is_tried_later_even_after_the_text() {
    check(When::Text, Fault::Answer("452 4.3.1 Full"), "later Later", "452 4.3.1 Full", 0);
    check(When::Data, Fault::Answer("421 4.3.2 Closing"), "later Later", "421 4.3.2 Closing", 0);
    check(When::Greeting, Fault::Answer("421 4.3.2 Busy"), "later Later", "421 4.3.2 Busy", 0);
}

#[test]
fn a_connection_that_breaks_before_the_text_leaves_no_doubt() {
    for when in [When::Greeting, When::Sender, When::Recipient, When::Data] {
        check(when, Fault::Drop, "later Dropped", "connection dropped", 0);
    }
}

#[test]
fn a_connection_that_breaks_after_the_text_leaves_nothing_else() {
    // The server had it all: « sent » would be a guess, and sending it again would double it.
    check(When::Text, Fault::Drop, "unsure Dropped", "connection dropped", 1);
    check(When::BeforeText, Fault::Drop, "unsure Dropped", "connection dropped", 0);
}

#[test]
fn a_server_that_falls_silent_is_not_waited_for_for_ever() {
    let started = Instant::now();
    for when in [When::Greeting, When::Sender, When::Recipient, When::Data] {
        check(when, Fault::Silence, "later TimedOut", "no answer in time", 0);
    }
    check(When::Text, Fault::Silence, "unsure TimedOut", "no answer in time", 1);
    assert!(started.elapsed() < Duration::from_secs(20));
}

#[test]
fn a_slow_server_is_waited_for() {
    let server = Server::start(&Manners::default());
    let mut carrier = carrier_at(&setup_at(server.port, |_| ()), None);
    for when in [When::Greeting, When::Sender, When::Recipient, When::Data, When::Text] {
        server.next(when, Fault::Slow(Duration::from_millis(150)));
    }
    assert_eq!(summary(carrier.deliver(&outgoing())).0, "sent");
}

#[test]
fn nobody_at_the_port_and_no_such_host_are_tried_later() {
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let nobody = summary(carrier_at(&setup_at(free, |_| ()), None).deliver(&outgoing()));
    assert_eq!(nobody, ("later Unreachable".into(), "no connection".into()));
    let unknown = setup_at(25, |server| server.host = "smtp.boutique.invalid".into());
    let nowhere = summary(carrier_at(&unknown, None).deliver(&outgoing()));
    assert_eq!(nowhere, ("later Unreachable".into(), "host not found".into()));
}

#[test]
fn a_wrong_password_is_tried_later_and_says_so() {
    let server = Server::start(&Manners {
        encryption: Encryption::FromTheStart,
        login: Some(("boutique", "secret")),
        ..Manners::default()
    });
    let setup = setup_at(server.port, |smtp| {
        smtp.security = Security::Tls;
        smtp.user = "boutique".into();
        smtp.root_certificate = server.authority();
    });
    let (what, detail) = summary(carrier_at(&setup, Some("wrong")).deliver(&outgoing()));
    assert_eq!(what, "later Credentials");
    assert_eq!(detail, "535 5.7.8 Username and Password not accepted");
    assert_eq!(summary(carrier_at(&setup, None).deliver(&outgoing())).0, "later Credentials");
    assert_eq!(summary(carrier_at(&setup, Some("secret")).deliver(&outgoing())).0, "sent");
    assert_eq!(server.received().len(), 1);
}

#[test]
fn a_server_that_wants_a_password_and_gets_none_says_nothing_about_the_message() {
    let server = Server::start(&Manners { login: Some(("boutique", "secret")), ..Manners::default() });
    let (what, _) = summary(carrier_at(&setup_at(server.port, |_| ()), None).deliver(&outgoing()));
    assert_eq!(what, "later Credentials");
}

fn encrypted(certificate: Certificate, encryption: Encryption) -> Server {
    Server::start(&Manners { encryption, certificate, ..Manners::default() })
}

#[test]
fn a_wrong_certificate_stops_everything() {
    for encryption in [Encryption::FromTheStart, Encryption::OnDemand] {
        let security = if encryption == Encryption::OnDemand { Security::Starttls } else { Security::Tls };
        for (certificate, words) in [
            (Certificate::OtherHost, "for another name"),
            (Certificate::Expired, "has expired"),
            (Certificate::SelfSigned, "self-signed"),
        ] {
            let server = encrypted(certificate, encryption);
            let setup = setup_at(server.port, |smtp| {
                smtp.security = security;
                smtp.root_certificate = server.authority();
            });
            let (what, detail) = summary(carrier_at(&setup, None).deliver(&outgoing()));
            assert_eq!(what, "later Certificate", "{detail}");
            assert!(detail.contains(words), "{detail}");
            assert!(server.received().is_empty());
            assert!(!server.heard().contains(&"MAIL".to_owned()));
        }
    }
}

#[test]
fn an_authority_that_nobody_named_vouches_for_nothing() {
    let server = encrypted(Certificate::Right, Encryption::FromTheStart);
    let by_the_system = setup_at(server.port, |smtp| smtp.security = Security::Tls);
    assert_eq!(summary(carrier_at(&by_the_system, None).deliver(&outgoing())).0, "later Certificate");
    let another = ecrin_core_tests::certificates::Authority::new().pem();
    let by_another = setup_at(server.port, |smtp| {
        smtp.security = Security::Tls;
        smtp.root_certificate = another;
    });
    assert_eq!(summary(carrier_at(&by_another, None).deliver(&outgoing())).0, "later Certificate");
    assert!(server.received().is_empty());
}

#[test]
fn a_server_without_starttls_gets_nothing_in_the_clear() {
    let server = Server::start(&Manners::default());
    let setup = setup_at(server.port, |smtp| smtp.security = Security::Starttls);
    let (what, detail) = summary(carrier_at(&setup, None).deliver(&outgoing()));
    assert_eq!((what.as_str(), detail.as_str()), ("later Certificate", "STARTTLS is not offered"));
    assert!(!server.heard().contains(&"MAIL".to_owned()));
}

#[test]
fn an_address_that_is_none_never_reaches_a_server() {
    let server = Server::start(&Manners::default());
    let mut carrier = carrier_at(&setup_at(server.port, |_| ()), None);
    for address in ["laura", "a@b.example>\r\nRSET", ""] {
        let delivery = carrier.deliver(&Outgoing { address: address.into(), ..outgoing() });
        assert!(matches!(delivery, Delivery::Failed { because: FailedBecause::AddressRefused, .. }), "{delivery:?}");
    }
    // No server of ours speaks the extension for letters beyond ASCII.
    let accented = carrier.deliver(&Outgoing { address: "zoé@orange.example".into(), ..outgoing() });
    assert!(matches!(accented, Delivery::Failed { because: FailedBecause::AddressRefused, .. }), "{accented:?}");
    assert!(server.received().is_empty());
}

fn problem(setup: &MailSetup, password: &str) -> Option<ProblemKind> {
    let password = Some(Secret::new(password.to_owned()));
    test_connection_with(setup, password, PATIENCE).err().map(|ConnectionProblem { kind, .. }| kind)
}

#[test]
fn trying_the_connection_names_what_is_wrong_and_sends_nothing() {
    let server = Server::start(&Manners {
        encryption: Encryption::FromTheStart,
        login: Some(("boutique", "secret")),
        ..Manners::default()
    });
    let setup = |change: fn(&mut SmtpServer)| {
        setup_at(server.port, |smtp| {
            smtp.security = Security::Tls;
            smtp.user = "boutique".into();
            smtp.root_certificate = server.authority();
            change(smtp);
        })
    };
    assert_eq!(problem(&setup(|_| ()), "secret"), None);
    assert_eq!(problem(&setup(|_| ()), "wrong"), Some(ProblemKind::Password));
    assert_eq!(problem(&setup(|s| s.host = "smtp.boutique.invalid".into()), "secret"), Some(ProblemKind::Host));
    assert_eq!(problem(&setup(|s| s.port = 1), "secret"), Some(ProblemKind::Port));
    assert_eq!(problem(&setup(|s| s.host.clear()), "secret"), Some(ProblemKind::Setup));
    assert_eq!(problem(&setup(|s| s.root_certificate.clear()), "secret"), Some(ProblemKind::Certificate));
    // In the clear to a port that waits for TLS: nobody speaks first.
    assert_eq!(problem(&setup(|s| s.security = Security::None), "secret"), Some(ProblemKind::Silent));
    server.next(When::Sender, Fault::Answer("553 5.7.1 Not your address"));
    assert_eq!(problem(&setup(|_| ()), "secret"), Some(ProblemKind::Sender));
    server.next(When::Greeting, Fault::Answer("554 5.7.1 Go away"));
    assert_eq!(problem(&setup(|_| ()), "secret"), Some(ProblemKind::TurnedAway));
    assert!(server.received().is_empty());
    assert!(!server.heard().contains(&"RCPT".to_owned()));
}

#[test]
fn encrypted_words_to_a_server_that_speaks_in_the_clear_are_told_from_a_wrong_certificate() {
    let server = Server::start(&Manners::default());
    let setup = setup_at(server.port, |smtp| smtp.security = Security::Tls);
    assert_eq!(problem(&setup, ""), Some(ProblemKind::NotAMailServer));
    let starttls = setup_at(server.port, |smtp| smtp.security = Security::Starttls);
    assert_eq!(problem(&starttls, ""), Some(ProblemKind::NoEncryption));
}

#[test]
fn what_was_said_in_the_clear_is_no_answer_to_what_is_said_encrypted() {
    for injected in [
        "250-evil.example\r\n250 8BITMIME\r\n",
        "250-evil.example\r\n250 8BITMIME\r\n250 Ok\r\n250 Ok\r\n354 Go on\r\n",
        "250 half an ans",
    ] {
        let manners = Manners { encryption: Encryption::OnDemand, injected, ..Manners::default() };
        let server = Server::start(&manners);
        let setup = setup_at(server.port, |smtp| {
            smtp.security = Security::Starttls;
            smtp.root_certificate = server.authority();
        });
        server.next(When::Text, Fault::Answer("554 5.7.1 Spam"));
        let (what, detail) = summary(carrier_at(&setup, None).deliver(&outgoing()));
        assert_eq!((what.as_str(), detail.as_str()), ("later Unreachable", "not the answer of a mail server"));
        assert!(!server.heard().contains(&"MAIL".to_owned()), "{injected}");
    }
}

#[test]
fn only_the_code_that_answers_a_command_is_a_yes() {
    check(When::Data, Fault::Answer("250 2.0.0 Ok"), "later Unreachable", "not the answer of a mail server", 0);
    check(When::Text, Fault::Answer("354 Go on"), "unsure NotUnderstood", "not the answer of a mail server", 0);
    check(When::Sender, Fault::Answer("354 Go on"), "later Unreachable", "not the answer of a mail server", 0);
}

#[test]
fn a_server_that_repeats_the_password_puts_it_into_no_answer() {
    let server = Server::start(&Manners { login: Some(("boutique", "s3cr3t-mot")), ..Manners::default() });
    let setup = setup_at(server.port, |smtp| smtp.user = "boutique".into());
    let mut carrier = carrier_at(&setup, Some("s3cr3t-mot"));
    // base64 of the name and the password, as they were said.
    let refused = "535 5.7.8 PLAIN AGJvdXRpcXVlAHMzY3IzdC1tb3Q= and s3cr3t-mot are wrong";
    server.next(When::Login, Fault::Answer(refused));
    let (what, detail) = summary(carrier.deliver(&outgoing()));
    assert_eq!((what.as_str(), detail.as_str()), ("later Credentials", "535 5.7.8 PLAIN … and … are wrong"));
    server.next(When::Text, Fault::Answer("250 2.0.0 Ok s3cr3t-mot"));
    assert_eq!(summary(carrier.deliver(&outgoing())), ("sent".to_owned(), "2.0.0 Ok …".to_owned()));
}

#[test]
fn a_fault_of_the_setup_keeps_the_whole_queue() {
    let laura = "DUPONT Laura, 19200 USSEL, 06 39 98 71 10, laura.dupont@orange.example";
    for (when, answer) in [(When::Sender, "550 5.7.1 Not yours"), (When::Recipient, "554 5.7.1 Relay access denied")] {
        let server = Server::start(&Manners::default());
        let mut shop = TestShop::at("2026-11-24T11:00");
        let laura = shop.client(laura);
        for _ in 0..3 {
            shop.write(laura, Channel::Mail, "Vos droits et vos choix");
        }
        let carrier = carrier_at(&setup_at(server.port, |_| ()), None);
        let mut deliverer = Deliverer::new([(Channel::Mail, Box::new(carrier) as Box<dyn Carrier>)]);
        server.next(when, Fault::Answer(answer));
        let counts = shop.deliver(&mut deliverer);
        assert_eq!((counts.sent, counts.later, counts.failed), (0, 1, 0), "the first one tells enough");
        assert_eq!(shop.message_states(), [MessageState::Pending; 3]);
        let told = shop.message(1);
        assert_eq!((told.failed_because, told.detail.as_str()), (Some(FailedBecause::Setup), answer));
        shop.later_minutes(1);
        assert_eq!(shop.deliver(&mut deliverer).sent, 3, "and all of them leave once it is mended");
    }
}
