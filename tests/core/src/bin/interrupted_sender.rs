//! Takes messages of a shop to a folder and stops in the middle of the first one, so that a test can end the process there.
//!
//! `interrupted_sender SHOP FOLDER before|after`: says « here » before or after the message is in the folder, and waits to be ended.
#![allow(clippy::print_stdout, reason = "this is how the test hears of it")]

use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use ecrin_core::Unlock;
use ecrin_core::clock::SystemClock;
use ecrin_core::consents::Channel;
use ecrin_core::messages::{Carrier, Deliverer, Delivery, Outgoing};
use ecrin_core::shop::Shop;
use ecrin_core_tests::PASSPHRASE;
use ecrin_core_tests::messages::Folder;

struct Interrupted {
    folder: Folder,
    before: bool,
}

impl Carrier for Interrupted {
    fn deliver(&mut self, message: &Outgoing) -> Delivery {
        if !self.before {
            self.folder.keep(message).expect("the folder");
        }
        println!("here");
        loop {
            std::thread::sleep(Duration::from_secs(60));
        }
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, shop, folder, moment] = arguments.as_slice() else { panic!("SHOP FOLDER before|after") };
    let mut shop =
        Shop::open(Path::new(shop), Unlock::Passphrase(PASSPHRASE), Box::new(SystemClock)).expect("the file opens");
    let carrier = Interrupted { folder: Folder(folder.into()), before: moment == "before" };
    let mut deliverer = Deliverer::new([(Channel::Mail, Box::new(carrier) as Box<dyn Carrier>)]);
    deliverer.run(&mut shop, &SystemClock, &AtomicBool::new(false), &mut |_| {}).expect("a run");
}
