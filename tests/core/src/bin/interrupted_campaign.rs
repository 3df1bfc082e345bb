//! Writes a campaign's messages, and says after each chunk that it did, so that a test can end the process there.
//!
//! `interrupted_campaign SHOP`.
#![allow(clippy::print_stdout, reason = "this is how the test hears of it")]

use std::path::Path;
use std::time::Duration;

use ecrin_core::Unlock;
use ecrin_core::clock::SystemClock;
use ecrin_core::shop::Shop;
use ecrin_core_tests::PASSPHRASE;

fn main() {
    let shop = std::env::args().nth(1).expect("SHOP");
    let mut shop =
        Shop::open(Path::new(&shop), Unlock::Passphrase(PASSPHRASE), Box::new(SystemClock)).expect("the file opens");
    while shop.write_campaigns().expect("a chunk").value {
        println!("chunk");
        std::thread::sleep(Duration::from_millis(20));
    }
}
