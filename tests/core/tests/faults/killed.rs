//! The process that sends is killed, before or after the server has the message.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use ecrin_core::consents::Channel;
use ecrin_core::messages::Carrier;
use ecrin_core_tests::messages::Folder;

use super::table::Row;
use super::{follow, mail};

fn killed(name: &str, moment: &str) -> Row {
    let folder = tempfile::tempdir().unwrap();
    let mut shop = mail::shop();
    shop.close();
    let mut sender = Command::new(env!("CARGO_BIN_EXE_interrupted_sender"))
        .args([shop.path(), folder.path()])
        .arg(moment)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = String::new();
    BufReader::new(sender.stdout.take().unwrap()).read_line(&mut said).unwrap();
    assert_eq!(said, "here\n");
    sender.kill().unwrap();
    sender.wait().unwrap();
    shop.reopen();
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
