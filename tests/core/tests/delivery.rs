//! Messages on their way out: attempts, their ends, and what happens while a server does not do its work.

use std::sync::atomic::{AtomicBool, Ordering};

use ecrin_core::Error;
use ecrin_core::consents::{Channel, Purpose};
use ecrin_core::messages::{Carrier, Deliverer, Delivery, FailedBecause, MessageState, Outgoing};
use ecrin_core_tests::messages::{Folder, deliverer};
use ecrin_core_tests::{PASSPHRASE, TestShop};

use Channel::{Mail, Sms};
use MessageState::{Failed, Pending, Sending, Sent, Unsure};

const READY: &str = "Votre réparation est prête";
const RIGHTS: &str = "Vos droits et vos choix";
const LAURA: &str = "DUPONT Laura, 19200 USSEL, 06 39 98 71 10, laura.dupont@boutique.example";

/// A Tuesday at noon in France.
fn tuesday() -> TestShop {
    TestShop::at("2026-11-24T11:00")
}

fn later(wait: Option<i64>) -> Delivery {
    Delivery::Later { because: FailedBecause::Unreachable, detail: "refused".into(), wait }
}

fn taken() -> Delivery {
    Delivery::Sent { receipt: "250 OK".into() }
}

#[test]
fn attempts_become_rarer_heed_the_server_and_end() {
    let mut shop = tuesday();
    let laura = shop.client(LAURA);
    shop.write(laura, Mail, RIGHTS);
    for wait in [1, 5, 15, 60, 240, 240] {
        let sending = shop.claim(Mail).unwrap();
        assert_eq!(shop.message(1).state, Sending);
        shop.settle(&sending, &later(None));
        let waiting = shop.message(1);
        assert_eq!((waiting.state, waiting.failed_because), (Pending, Some(FailedBecause::Unreachable)));
        assert_eq!(shop.shop().next_due(Mail).unwrap(), Some(waiting.due_at));
        shop.later_minutes(wait - 1);
        assert_eq!(shop.claim(Mail), None, "{wait} minutes");
        shop.later_minutes(1);
    }
    let sending = shop.claim(Mail).unwrap();
    shop.settle(&sending, &later(Some(6 * 3_600_000)));
    shop.later_minutes(6 * 60 - 1);
    assert_eq!(shop.claim(Mail), None, "the server asked for six hours");
    shop.later_minutes(1);
    for _ in 7..22 {
        let sending = shop.claim(Mail).unwrap();
        shop.settle(&sending, &later(None));
        shop.later_minutes(240);
    }
    let given_up = shop.message(1);
    assert_eq!((given_up.state, given_up.attempts), (Pending, 22));
    let sending = shop.claim(Mail).unwrap();
    shop.settle(&sending, &later(None));
    let given_up = shop.message(1);
    assert_eq!(
        (given_up.state, given_up.failed_because, given_up.attempts),
        (Failed, Some(FailedBecause::GivenUp), 23)
    );
    shop.shop().retry_message(1).unwrap();
    let sending = shop.claim(Mail).unwrap();
    shop.settle(&sending, &later(None));
    assert_eq!((shop.message(1).state, shop.message(1).attempts), (Pending, 24), "a person may begin again");
}

#[test]
fn an_answer_that_comes_late_is_not_lost() {
    let mut shop = tuesday();
    let laura = shop.client(LAURA);
    shop.write(laura, Mail, RIGHTS);
    let sending = shop.claim(Mail).unwrap();
    // Another program opens the file meanwhile: it cannot know whether the first one is still at it.
    drop(shop.try_open(PASSPHRASE).unwrap());
    assert_eq!(shop.message(1).state, Unsure);
    shop.settle(&sending, &taken());
    assert_eq!(shop.message(1).state, Sent);
    shop.settle(&sending, &later(None));
    assert_eq!(shop.message(1).state, Sent, "what has left has left");
    assert!(matches!(shop.shop().retry_message(1), Err(Error::MessageSettled)));
    assert!(matches!(shop.shop().cancel_message(1), Err(Error::MessageSettled)));
}

#[test]
fn a_channel_whose_server_does_not_work_rests_and_the_other_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("pas encore là");
    let mut shop = tuesday();
    let laura = shop.client(LAURA);
    shop.grant(laura, Sms, &[Purpose::Technical], "Accord écrit");
    for _ in 0..3 {
        shop.write(laura, Mail, RIGHTS);
        shop.write(laura, Sms, READY);
    }
    let sms: Box<dyn Carrier> = Box::new(Folder(folder.path().to_owned()));
    let mail: Box<dyn Carrier> = Box::new(Folder(missing.clone()));
    let mut deliverer = Deliverer::new([(Sms, sms), (Mail, mail)]);
    let counts = shop.deliver(&mut deliverer);
    assert_eq!((counts.sent, counts.later), (3, 1), "one mail tried, not three");
    let due = |shop: &mut TestShop, deliverer: &Deliverer| {
        let shop = shop.shop();
        deliverer.next_run(|channel| shop.next_due(channel)).unwrap().unwrap()
    };
    let minute = 60_000;
    assert_eq!(due(&mut shop, &deliverer), shop.message(1).queued_at + minute);
    std::fs::create_dir(&missing).unwrap();
    assert_eq!(shop.deliver(&mut deliverer).sent, 0, "it rests");
    shop.later_minutes(1);
    assert_eq!(shop.deliver(&mut deliverer).sent, 3, "and goes on");
    assert_eq!(Folder(missing).arrived(), 3);
}

#[test]
fn a_deliverer_empties_the_outbox_and_stops_when_it_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut shop = tuesday();
    let laura = shop.client(LAURA);
    for _ in 0..5 {
        shop.write(laura, Mail, RIGHTS);
    }
    let enough = AtomicBool::new(false);
    let clock = shop.clock();
    let mut deliverer = deliverer(folder.path());
    let counts = deliverer
        .run(shop.shop(), &clock, &enough, &mut |so_far| enough.store(so_far.sent == 2, Ordering::SeqCst))
        .unwrap();
    assert_eq!(counts.sent, 2);
    assert_eq!(shop.message_states(), [Sent, Sent, Pending, Pending, Pending]);
    assert_eq!(shop.deliver(&mut deliverer).sent, 3);
    assert_eq!(shop.shop().outbox_counts(None).unwrap().queue.waiting, 0);
    assert!(shop.shop().verify().unwrap().is_empty());
}

/// A carrier that a server answers in turn.
struct Answers(std::collections::VecDeque<Delivery>);

impl Carrier for Answers {
    fn deliver(&mut self, _: &Outgoing) -> Delivery {
        self.0.pop_front().expect("an answer")
    }
}

fn refused(words: &str) -> Delivery {
    Delivery::Failed { because: FailedBecause::Refused, detail: words.into() }
}

#[test]
fn what_a_server_refuses_alike_one_after_the_other_is_the_setup_s() {
    let mut shop = tuesday();
    let laura = shop.client(LAURA);
    for _ in 0..6 {
        shop.write(laura, Mail, RIGHTS);
    }
    let spam = || refused("554 Spam");
    let answers = [refused("554 Too long"), spam(), spam(), spam(), taken(), taken(), taken()];
    let mut deliverer = Deliverer::new([(Mail, Box::new(Answers(answers.into())) as Box<dyn Carrier>)]);
    let counts = shop.deliver(&mut deliverer);
    assert_eq!((counts.failed, counts.later), (3, 1), "the third alike stops the channel");
    assert_eq!(shop.message_states(), [Failed, Failed, Failed, Pending, Pending, Pending]);
    let told = shop.message(4);
    assert_eq!((told.failed_because, told.detail.as_str()), (Some(FailedBecause::Setup), "554 Spam"));
    assert_eq!(shop.deliver(&mut deliverer).sent, 0, "it rests");
    shop.later_minutes(1);
    assert_eq!(shop.deliver(&mut deliverer).sent, 3);
}

#[test]
fn addresses_that_nobody_has_any_more_stop_nothing_at_once() {
    let mut shop = tuesday();
    let laura = shop.client(LAURA);
    for _ in 0..11 {
        shop.write(laura, Mail, RIGHTS);
    }
    let gone = Delivery::Failed { because: FailedBecause::AddressRefused, detail: "550 5.1.1 unknown".into() };
    let mut deliverer = Deliverer::new([(Mail, Box::new(Answers(vec![gone; 10].into())) as Box<dyn Carrier>)]);
    let counts = shop.deliver(&mut deliverer);
    assert_eq!((counts.failed, counts.later), (9, 1));
}

/// A carrier that breaks its promise.
struct Breaks;

impl Carrier for Breaks {
    fn deliver(&mut self, _: &Outgoing) -> Delivery {
        panic!("a fault of ours");
    }
}

#[test]
fn a_carrier_that_breaks_costs_one_message_and_not_the_thread() {
    let folder = tempfile::tempdir().unwrap();
    let mut shop = tuesday();
    let laura = shop.client(LAURA);
    shop.grant(laura, Sms, &[Purpose::Technical], "Accord écrit");
    shop.write(laura, Mail, RIGHTS);
    shop.write(laura, Mail, RIGHTS);
    shop.write(laura, Sms, READY);
    let sms: Box<dyn Carrier> = Box::new(Folder(folder.path().to_owned()));
    let counts = shop.deliver(&mut Deliverer::new([(Mail, Box::new(Breaks) as Box<dyn Carrier>), (Sms, sms)]));
    assert_eq!((counts.unsure, counts.sent), (1, 1));
    assert_eq!(shop.message_states(), [Unsure, Pending, Sent]);
    assert_eq!(shop.message(1).failed_because, Some(FailedBecause::Interrupted));
}
