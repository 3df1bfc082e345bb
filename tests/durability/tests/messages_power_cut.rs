//! The power goes while messages are taken away: none is lost, and what a server has is not sent again by itself.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use ecrin_core::clients::ClientInput;
use ecrin_core::clock::SystemClock;
use ecrin_core::consents::Channel;
use ecrin_core::messages::{
    Carrier, Deliverer, Delivery, MessageId, MessageRequest, MessageState, NewMessage, Outgoing,
};
use ecrin_core::shop::Shop;
use ecrin_durability::disk::{Image, Survives, watch};
use ecrin_durability::table::Tally;
use ecrin_durability::{examination, rounds, work};

/// What the server has.
type Arrived = Arc<Mutex<BTreeSet<MessageId>>>;
/// What a cut leaves, and what the server had by then.
type Moment = (Image, BTreeSet<MessageId>);

/// A server that keeps everything.
struct Server(Arrived);

impl Carrier for Server {
    fn deliver(&mut self, message: &Outgoing) -> Delivery {
        self.0.lock().unwrap().insert(message.id);
        Delivery::Sent { receipt: String::new() }
    }
}

fn deliver(shop: &mut Shop, arrived: &Arrived) {
    let carrier: Box<dyn Carrier> = Box::new(Server(Arc::clone(arrived)));
    let mut deliverer = Deliverer::new([(Channel::Mail, carrier)]);
    deliverer.run(shop, &SystemClock, &AtomicBool::new(false), &mut |_| {}).unwrap();
}

/// So many mails to one client.
fn fill(shop: &mut Shop, messages: usize) {
    let laura = ClientInput {
        last_name: "DUPONT".into(),
        email: "laura.dupont@boutique.example".into(),
        ..ClientInput::default()
    };
    let number = shop.create_client(&laura).unwrap().value.number;
    let templates = shop.templates().unwrap();
    let is_meant = |name: &str| name == "Vos droits et vos choix";
    let template =
        templates.iter().find(|one| one.text.channel == Channel::Mail && is_meant(&one.text.name)).unwrap().id;
    for _ in 0..messages {
        shop.queue_message(&NewMessage { number, template, context: None, indicator: None }).unwrap();
    }
}

/// What is wrong with a file that a power cut left when the server had `arrived`.
fn wrong(path: &Path, key: &[u8], messages: usize, arrived: &BTreeSet<MessageId>) -> Option<String> {
    let Ok(mut shop) = work::open(path, key) else { return Some("the file does not open".to_owned()) };
    let all = MessageRequest { limit: 500, ..MessageRequest::default() };
    let page = shop.messages(&all).unwrap();
    if page.messages.len() != messages {
        return Some(format!("{} of {messages} messages", page.messages.len()));
    }
    for message in &page.messages {
        let is_fine = match message.state {
            MessageState::Pending => !arrived.contains(&message.id),
            MessageState::Sent => arrived.contains(&message.id),
            // A person is told that it may have arrived.
            MessageState::Unsure => true,
            _ => false,
        };
        if !is_fine {
            let (state, is_there) = (message.state, arrived.contains(&message.id));
            return Some(format!("{state:?}; with the server: {is_there}"));
        }
    }
    let unsure = page.messages.iter().filter(|message| message.state == MessageState::Unsure).count();
    if unsure > 1 {
        return Some(format!("{unsure} to be checked: one at a time is on its way"));
    }
    let later = Arrived::default();
    deliver(&mut shop, &later);
    let again = later.lock().unwrap().intersection(arrived).count();
    if again > 0 { Some(format!("{again} sent again")) } else { None }
}

#[test]
fn what_a_server_has_is_never_sent_again_whenever_the_power_goes() {
    let messages = 12 * rounds();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("boutique.ecrin");
    let disk = watch(folder.path());
    let key = work::make_shop(&path);
    let arrived = Arrived::default();
    let images = Arc::<Mutex<Vec<Moment>>>::default();
    let is_filled = Arc::new(AtomicBool::new(false));
    let (seen, taken, filled) = (Arc::clone(&arrived), Arc::clone(&images), Arc::clone(&is_filled));
    // Before the shop is opened, so that the disk knows all that was synchronised.
    disk.power(2, vec![Survives::Nothing, Survives::AnySectors, Survives::AllButTorn], false, move |images| {
        if filled.load(Ordering::SeqCst) {
            let arrived = seen.lock().unwrap().clone();
            taken.lock().unwrap().extend(images.into_iter().map(|image| (image, arrived.clone())));
        }
    });
    let mut shop = work::open(&path, &key).unwrap();
    fill(&mut shop, messages);
    is_filled.store(true, Ordering::SeqCst);
    deliver(&mut shop, &arrived);
    drop(shop);
    drop(disk);
    assert_eq!(arrived.lock().unwrap().len(), messages);

    let mut tally = Tally::begin(23, "power cut while messages are taken away");
    tally.confirm(messages as u64);
    let images = std::mem::take(&mut *images.lock().unwrap());
    assert!(images.len() > messages, "{}", images.len());
    for (image, arrived) in images {
        let folder = tempfile::tempdir().unwrap();
        image.restore(folder.path());
        tally.inject();
        if let Some(what) = wrong(&folder.path().join("boutique.ecrin"), &key, messages, &arrived) {
            tally.add(&format!("{:?} at write {}", image.survives, image.write), &examination::missing(&what));
        }
    }
    tally.end_clean("compared with what the server has: none lost, none sent again by itself");
}
