//! Mails as they arrive: at a real server on this computer, and in a folder.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use ecrin_core::messages::mail::{MailCarrier, MailSetup, MailWay, Secret, Security, SmtpServer};
use ecrin_core::messages::{Carrier as _, Delivery, FailedBecause, MessagePurpose, Outgoing};
use ecrin_core_tests::smtp::{Encryption, Fault, Manners, SmtpServer as Server, When};
use mailparse::{MailHeaderMap as _, ParsedMail, parse_mail};

const FILE: &str = "0123456789abcdef";

fn outgoing(id: i64) -> Outgoing {
    Outgoing {
        id,
        purpose: MessagePurpose::Rights,
        address: "laura.dupont@orange.example".into(),
        subject: "Vos droits, et l’œuvre « prête » à Noël".into(),
        body: "Bonjour Mme Dupont,\n\nVotre bague est prête :\nhttps://boutique.example/retrait?n=1&m=2.\n\n.\nÀ bientôt 💍"
            .into(),
        attempt: 1,
    }
}

fn setup(way: MailWay) -> MailSetup {
    MailSetup {
        sender_name: "Bijouterie de l’Écrin, à Vannes".into(),
        sender_address: "contact@boutique.example".into(),
        reply_to: "atelier@boutique.example".into(),
        unsubscribe: String::new(),
        way,
    }
}

fn to(server: &Server, security: Security, user: &str) -> MailSetup {
    setup(MailWay::Smtp(SmtpServer {
        host: "127.0.0.1".into(),
        port: server.port,
        security,
        user: user.into(),
        root_certificate: if security == Security::None { String::new() } else { server.authority() },
    }))
}

#[allow(clippy::unnecessary_wraps, reason = "as a carrier takes it")]
fn password(text: &str) -> Option<Secret> {
    Some(Secret::new(text.to_owned()))
}

#[track_caller]
fn sent(delivery: Delivery) -> String {
    match delivery {
        Delivery::Sent { receipt } => receipt,
        other => panic!("{other:?}"),
    }
}

fn header(mail: &ParsedMail<'_>, name: &str) -> Option<String> {
    mail.headers.get_first_value(name)
}

/// Everything that a reader sees.
#[track_caller]
fn expect_whole(bytes: &[u8]) {
    let mail = parse_mail(bytes).unwrap();
    assert_eq!(header(&mail, "Subject").unwrap(), outgoing(1).subject);
    assert_eq!(header(&mail, "From").unwrap(), "Bijouterie de l’Écrin, à Vannes <contact@boutique.example>");
    assert_eq!(header(&mail, "To").unwrap(), "laura.dupont@orange.example");
    assert_eq!(header(&mail, "Reply-To").unwrap(), "atelier@boutique.example");
    assert!(mailparse::dateparse(&header(&mail, "Date").unwrap()).unwrap() > 1_700_000_000);
    assert_eq!(mail.ctype.mimetype, "multipart/alternative");
    let [text, html] = &mail.subparts[..] else { panic!("{} parts", mail.subparts.len()) };
    assert_eq!((text.ctype.mimetype.as_str(), html.ctype.mimetype.as_str()), ("text/plain", "text/html"));
    assert_eq!(text.get_body().unwrap().replace("\r\n", "\n").trim_end(), outgoing(1).body);
    let html = html.get_body().unwrap().replace("\r\n", "\n");
    let link = "https://boutique.example/retrait?n=1&amp;m=2";
    assert!(html.contains(&format!("<p>Votre bague est prête :<br>\n<a href=\"{link}\">{link}</a>.</p>")), "{html}");
    assert!(html.contains("<p>.<br>\nÀ bientôt 💍</p>"), "{html}");
}

#[test]
fn a_mail_arrives_whole_encrypted_from_the_start_and_with_a_password() {
    let manners =
        Manners { encryption: Encryption::FromTheStart, login: Some(("boutique", "S3cret é")), ..Manners::default() };
    let server = Server::start(&manners);
    let mut carrier = MailCarrier::new(&to(&server, Security::Tls, "boutique"), password("S3cret é"), FILE);
    assert_eq!(sent(carrier.deliver(&outgoing(7))), "2.0.0 Ok: queued as 1");
    let [mail] = &server.received()[..] else { panic!("one mail") };
    assert!(mail.encrypted);
    assert_eq!((mail.from.as_str(), mail.to.as_str()), ("contact@boutique.example", "laura.dupont@orange.example"));
    expect_whole(&mail.text);
}

#[test]
fn starttls_encrypts_before_anything_else_is_said() {
    let manners =
        Manners { encryption: Encryption::OnDemand, login: Some(("boutique", "secret")), ..Manners::default() };
    let server = Server::start(&manners);
    let mut carrier = MailCarrier::new(&to(&server, Security::Starttls, "boutique"), password("secret"), FILE);
    sent(carrier.deliver(&outgoing(1)));
    assert!(server.received()[0].encrypted);
    assert_eq!(server.heard(), ["EHLO", "STARTTLS", "EHLO", "AUTH", "MAIL", "RCPT", "DATA"]);
}

#[test]
fn a_local_server_without_any_encryption_takes_mails_too() {
    let server = Server::start(&Manners::default());
    let mut carrier = MailCarrier::new(&to(&server, Security::None, ""), None, FILE);
    sent(carrier.deliver(&outgoing(1)));
    let [mail] = &server.received()[..] else { panic!("one mail") };
    assert!(!mail.encrypted);
    expect_whole(&mail.text);
}

#[test]
fn one_connection_serves_many_mails_and_is_closed_politely() {
    let server = Server::start(&Manners { encryption: Encryption::FromTheStart, ..Manners::default() });
    let mut carrier = MailCarrier::new(&to(&server, Security::Tls, ""), None, FILE);
    for id in 1..=20 {
        sent(carrier.deliver(&outgoing(id)));
    }
    drop(carrier);
    assert_eq!((server.received().len(), server.connections()), (20, 1));
    assert_eq!(server.heard().last().map(String::as_str), Some("QUIT"));
}

#[test]
fn a_connection_that_went_stale_is_opened_again_and_nothing_is_sent_twice() {
    let server = Server::start(&Manners::default());
    let mut carrier = MailCarrier::new(&to(&server, Security::None, ""), None, FILE);
    sent(carrier.deliver(&outgoing(1)));
    server.next(When::Sender, Fault::Drop);
    sent(carrier.deliver(&outgoing(2)));
    server.next(When::Sender, Fault::Answer("421 4.4.2 Too many mails on this connection"));
    sent(carrier.deliver(&outgoing(3)));
    let received = server.received();
    assert_eq!(received.iter().map(|mail| mail.connection).collect::<Vec<_>>(), [1, 2, 3]);
}

#[test]
fn a_repetition_bears_the_same_name_and_another_mail_another_one() {
    let server = Server::start(&Manners::default());
    let mut carrier = MailCarrier::new(&to(&server, Security::None, ""), None, FILE);
    sent(carrier.deliver(&outgoing(1)));
    sent(carrier.deliver(&Outgoing { attempt: 2, ..outgoing(1) }));
    sent(carrier.deliver(&outgoing(2)));
    let names: Vec<String> =
        server.received().iter().map(|mail| header(&parse_mail(&mail.text).unwrap(), "Message-ID").unwrap()).collect();
    assert_eq!(names[0], names[1]);
    assert_ne!(names[0], names[2]);
}

#[test]
fn only_prospecting_bears_a_way_to_object_by_mail_and_none_by_one_click() {
    let server = Server::start(&Manners::default());
    let mut carrier = MailCarrier::new(&to(&server, Security::None, ""), None, FILE);
    for (id, purpose) in (1..).zip(MessagePurpose::ALL) {
        sent(carrier.deliver(&Outgoing { purpose, ..outgoing(id) }));
    }
    let found: Vec<Option<String>> = server
        .received()
        .iter()
        .map(|mail| {
            let mail = parse_mail(&mail.text).unwrap();
            assert_eq!(header(&mail, "List-Unsubscribe-Post"), None);
            header(&mail, "List-Unsubscribe")
        })
        .collect();
    assert_eq!(found, [None, None, Some("<mailto:atelier@boutique.example?subject=STOP%203>".to_owned())]);
}

#[test]
fn a_folder_gets_one_file_for_each_mail_which_is_whole_and_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Envois");
    let way = MailWay::Folder { path: path.to_string_lossy().into_owned() };
    let mut carrier = MailCarrier::new(&setup(way), None, FILE);
    let first = sent(carrier.deliver(&Outgoing { purpose: MessagePurpose::Commercial, ..outgoing(9) }));
    let second = sent(carrier.deliver(&outgoing(9)));
    assert_ne!(first, second);
    assert!(first.ends_with("_9.eml"), "{first}");
    let bytes = std::fs::read(path.join(&first)).unwrap();
    expect_whole(&bytes);
    let unsubscribe = header(&parse_mail(&bytes).unwrap(), "List-Unsubscribe").unwrap();
    assert_eq!(unsubscribe, "<mailto:atelier@boutique.example?subject=STOP%209>");
    let mut names: Vec<String> = std::fs::read_dir(&path)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    let mut expected = [first, second];
    expected.sort();
    assert_eq!(names, expected, "nothing unfinished is left");
}

#[test]
fn a_folder_that_cannot_be_written_is_tried_again() {
    let folder = tempfile::tempdir().unwrap();
    // A stick that is not plugged in is not made up.
    let path = folder.path().join("clé USB").join("Envois");
    let mut carrier =
        MailCarrier::new(&setup(MailWay::Folder { path: path.to_string_lossy().into_owned() }), None, FILE);
    let delivery = carrier.deliver(&outgoing(1));
    assert!(matches!(delivery, Delivery::Later { because: FailedBecause::Unwritable, .. }), "{delivery:?}");
    assert!(!folder.path().join("clé USB").exists());
    std::fs::create_dir(folder.path().join("clé USB")).unwrap();
    sent(carrier.deliver(&outgoing(1)));
}
