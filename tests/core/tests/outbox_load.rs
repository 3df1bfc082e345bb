//! Many messages to a mail server on this computer, while somebody searches on the same file.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use ecrin_core::consents::Channel::Mail;
use ecrin_core::messages::mail::{MailCarrier, MailSetup, MailWay, Security, SmtpServer};
use ecrin_core::messages::{Carrier, Deliverer, MessagePurpose, MessageState, Outgoing};
use ecrin_core::search::SearchRequest;
use ecrin_core_tests::TestShop;
use ecrin_core_tests::smtp::{Manners, SmtpServer as Server};

const CLIENTS: usize = 20;
const EACH: usize = 10;

fn carrier(server: &Server) -> MailCarrier {
    let way =
        SmtpServer { host: "127.0.0.1".into(), port: server.port, security: Security::None, ..SmtpServer::default() };
    let setup = MailSetup {
        sender_address: "contact@boutique.example".into(),
        way: MailWay::Smtp(way),
        ..MailSetup::default()
    };
    MailCarrier::new(&setup, None, "file")
}

#[test]
fn an_outbox_is_emptied_on_one_connection_while_searches_go_on() {
    let server = Server::start(&Manners::default());
    let mut shop = TestShop::at("2026-11-24T11:00");
    for number in 0..CLIENTS {
        let client = shop.client(&format!("DUPONT Laura{number}, 19200 USSEL, , laura{number}@boutique.example"));
        for _ in 0..EACH {
            shop.write(client, Mail, "Vos droits et vos choix");
        }
    }
    let mut reader = shop.shop().reader().unwrap();
    let ended = AtomicBool::new(false);
    let longest = thread::scope(|scope| {
        let searching = scope.spawn(|| {
            let (mut longest, mut searches) = (Duration::ZERO, 0);
            while !ended.load(Ordering::SeqCst) || searches == 0 {
                let started = Instant::now();
                let found = reader.search(&SearchRequest::of("dupont lau", false, 50)).unwrap();
                assert_eq!(found.clients.len(), CLIENTS);
                longest = longest.max(started.elapsed());
                searches += 1;
                thread::sleep(Duration::from_millis(20));
            }
            longest
        });
        let mut deliverer = Deliverer::new([(Mail, Box::new(carrier(&server)) as Box<dyn Carrier>)]);
        assert_eq!(shop.deliver(&mut deliverer).sent, (CLIENTS * EACH) as u64);
        ended.store(true, Ordering::SeqCst);
        searching.join().unwrap()
    });
    assert!(shop.message_states().iter().all(|state| *state == MessageState::Sent));
    let received = server.received();
    let named: BTreeSet<&str> = received.iter().filter_map(|mail| name_of(&mail.text)).collect();
    assert_eq!((received.len(), named.len()), (CLIENTS * EACH, CLIENTS * EACH), "none lost, none doubled");
    assert_eq!(server.connections(), 1);
    // A search on a machine that does other things too; alone it takes a millisecond.
    assert!(longest < Duration::from_secs(1), "{longest:?}");
}

/// The value of Message-ID.
fn name_of(text: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(text).ok()?;
    text.lines().find_map(|line| line.strip_prefix("Message-ID: "))
}

#[test]
fn a_text_does_not_wait_for_the_system_to_acknowledge_half_of_it() {
    let server = Server::start(&Manners::default());
    let mut carrier = carrier(&server);
    let started = Instant::now();
    let mails: u32 = 100;
    for id in 1..=mails {
        let mail = Outgoing {
            id: id.into(),
            purpose: MessagePurpose::Technical,
            address: "laura.dupont@boutique.example".into(),
            subject: "Votre réparation".into(),
            body: "Elle est prête.\n\n.\n.. et payée.".into(),
            attempt: 1,
        };
        assert!(matches!(carrier.deliver(&mail), ecrin_core::messages::Delivery::Sent { .. }));
    }
    // Said in two pieces, each waits 40 ms: four seconds in all.
    assert!(started.elapsed() < Duration::from_millis(20) * mails, "{:?}", started.elapsed());
    assert_eq!(server.received().len(), mails as usize);
}
