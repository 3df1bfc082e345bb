//! Every fault of a way out, once: what the person sees, and that no message is lost or doubled.
//!
//! A message goes from a real file to a real server on this computer, by the carrier that the file's own setup makes. After the fault the
//! server does its work, and the outbox is emptied again and again until nothing is left to do by itself. What the server has is compared
//! with what the outbox says.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod killed;
mod mail;
mod sms;
mod table;

use ecrin_core::consents::Channel;
use ecrin_core::messages::{Carrier, Deliverer, MessageState};
use ecrin_core_tests::TestShop;

use table::{Row, words};

/// How long four hours are, which is the longest wait between two attempts.
const FOUR_HOURS: i64 = 241;

/// Empties the outbox until nothing is left to do by itself; `arrived` says how often the server has the message. Carriers are made anew
/// for each attempt but the first, as they are when somebody mends a setup.
fn follow(
    fault: &str,
    shop: &mut TestShop,
    channel: Channel,
    mut carrier: impl FnMut(bool) -> Box<dyn Carrier>,
    arrived: impl Fn() -> usize,
) -> Row {
    let mut deliverer = Deliverer::new([(channel, carrier(true))]);
    shop.deliver(&mut deliverer);
    let at_first = words(&shop.message(1));
    for _ in 0..40 {
        if shop.message(1).state != MessageState::Pending {
            break;
        }
        shop.later_minutes(FOUR_HOURS);
        shop.deliver(&mut Deliverer::new([(channel, carrier(false))]));
    }
    // Nothing is sent afterwards either.
    shop.later_minutes(FOUR_HOURS).deliver(&mut Deliverer::new([(channel, carrier(false))]));
    assert!(shop.shop().verify().unwrap().is_empty(), "{fault}");
    Row { fault: fault.to_owned(), at_first, in_the_end: shop.message(1), arrived: arrived() }
}

#[test]
fn no_fault_of_a_server_loses_or_doubles_a_message() {
    let mut rows = mail::rows();
    rows.extend(sms::rows());
    rows.extend(killed::rows());
    table::keep(&rows);
    for row in &rows {
        assert_eq!((row.lost(), row.doubled()), (0, 0), "{row:?}");
        let state = row.in_the_end.state;
        assert!(!matches!(state, MessageState::Pending | MessageState::Sending), "it goes somewhere: {row:?}");
        if state == MessageState::Sent {
            assert_eq!(row.arrived, 1, "{row:?}");
        }
        assert!(!row.at_first.contains('_'), "the window has words for it: {row:?}");
    }
    let ending = |state| rows.iter().filter(|row| row.in_the_end.state == state).count();
    assert!(ending(MessageState::Sent) >= 12 && ending(MessageState::Unsure) >= 6 && ending(MessageState::Failed) >= 3);
}
