//! The process that sends is killed: nothing is lost, and nothing is sent twice by itself.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;
use std::time::Duration;

use ecrin_core::consents::Channel::Mail;
use ecrin_core::messages::{FailedBecause, MessageState};
use ecrin_core_tests::TestShop;
use ecrin_core_tests::messages::{Folder, deliverer};

/// A shop with one mail to Laura and one to Jean in its outbox, which was killed while it sent the first.
fn killed(moment: &str) -> (TestShop, Folder, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let mut shop = TestShop::at("2024-09-18T06:35");
    for client in
        ["DUPONT Laura, 19200 USSEL, , laura.dupont@boutique.example", "MARTIN Jean, , , jean@boutique.example"]
    {
        let client = shop.client(client);
        shop.write(client, Mail, "Vos droits et vos choix");
    }
    let arguments = [folder.path(), Path::new(moment)];
    let said = shop.killed(env!("CARGO_BIN_EXE_interrupted_sender"), &arguments, Duration::ZERO);
    assert_eq!(said.as_deref(), Some("here"));
    let arrived = Folder(folder.path().to_owned());
    (shop, arrived, folder)
}

#[test]
fn a_message_interrupted_on_its_way_is_to_be_checked_and_not_sent_again_by_itself() {
    for (moment, arrived_before) in [("before", 0), ("after", 1)] {
        let (mut shop, arrived, folder) = killed(moment);
        let interrupted = shop.message(1);
        assert_eq!(
            (interrupted.state, interrupted.failed_because, interrupted.attempts),
            (MessageState::Unsure, Some(FailedBecause::Interrupted), 1),
            "{moment}"
        );
        assert_eq!(shop.message_states(), [MessageState::Unsure, MessageState::Pending], "{moment}");
        let counts = shop.deliver(&mut deliverer(folder.path()));
        assert_eq!((counts.sent, arrived.arrived()), (1, arrived_before + 1), "the other one only ({moment})");
        assert_eq!(shop.message_states(), [MessageState::Unsure, MessageState::Sent], "{moment}");

        shop.shop().retry_message(1).unwrap();
        assert_eq!(shop.deliver(&mut deliverer(folder.path())).sent, 1, "a person may send it again ({moment})");
        assert_eq!((shop.message(1).state, shop.message(1).attempts), (MessageState::Sent, 2), "{moment}");
    }
}

#[test]
fn what_was_queued_before_the_end_waits_for_the_next_start() {
    let (mut shop, _, _folder) = killed("before");
    shop.reopen();
    assert_eq!(shop.message_states(), [MessageState::Unsure, MessageState::Pending], "opening again changes nothing");
    assert!(shop.shop().verify().unwrap().is_empty());
}
