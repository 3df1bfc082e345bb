//! The process that sends is killed, before or after the server has the message.

use std::path::Path;
use std::time::Duration;

use ecrin_core::consents::Channel;
use ecrin_core::messages::Carrier;
use ecrin_core_tests::messages::Folder;

use super::table::Row;
use super::{follow, mail};

fn killed(name: &str, moment: &str) -> Row {
    let folder = tempfile::tempdir().unwrap();
    let mut shop = mail::shop();
    let arguments = [folder.path(), Path::new(moment)];
    let said = shop.killed(env!("CARGO_BIN_EXE_interrupted_sender"), &arguments, Duration::ZERO);
    assert_eq!(said.as_deref(), Some("here"));
    let arrived = Folder(folder.path().to_owned());
    let make = |_| -> Box<dyn Carrier> { Box::new(arrived.clone()) };
    follow(name, &mut shop, Channel::Mail, make, || arrived.arrived())
}

pub(super) fn rows() -> Vec<Row> {
    vec![
        killed("the program is killed before the server has the message", "before"),
        killed("the program is killed after the server has the message", "after"),
    ]
}
