//! Writes a campaign's messages, and says after each chunk that it did: for tests that kill it.
//!
//! Usage: `interrupted_campaign FILE`.

use std::io::Write as _;

use ecrin_core::Unlock;
use ecrin_core::clock::SystemClock;
use ecrin_core::shop::Shop;
use ecrin_core_tests::PASSPHRASE;

#[allow(clippy::expect_used, clippy::print_stdout, reason = "a test's other half: it has failed when it cannot go on")]
fn main() {
    let file = std::env::args_os().nth(1).expect("a file");
    let mut shop =
        Shop::open(file.as_ref(), Unlock::Passphrase(PASSPHRASE), Box::new(SystemClock)).expect("the file opens");
    while shop.write_campaigns().expect("a chunk").value {
        println!("chunk");
        std::io::stdout().flush().expect("somebody listens");
    }
}
