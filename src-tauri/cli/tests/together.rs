//! The program beside an open window: two processes on one file lose nothing of each other's work.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use crate::support::{PASSPHRASE, Shop};
use ecrin_core::Unlock;
use ecrin_core::clock::SystemClock;
use ecrin_core::shop::Shop as Open;

/// Runs `meanwhile` on a file that a window has open, then lets the terminal and the window each write: both must be kept.
fn expect_both_kept(meanwhile: impl FnOnce(&Shop, &mut Open)) {
    let shop = Shop::with_csv("nom;prenom\r\nDUPONT;Laura\r\nREY;Agnès\r\n");
    shop.json(&["import", "clients.csv"]);
    let file = shop.file("boutique.ecrin");
    let mut window = Open::open(&file, Unlock::Passphrase(PASSPHRASE), Box::new(SystemClock)).unwrap();
    window.set_inactive(1, "avant").unwrap();
    meanwhile(&shop, &mut window);
    // Closing, the terminal must not fold and remove the log in which the window writes.
    assert_eq!(shop.json(&["set-inactive", "2"])["inactive"], true);
    window.set_active(1).unwrap();
    // Read while the window is open: a later power cut must not take it away.
    expect_seen(&shop);
    drop(window);
    expect_seen(&shop);
    assert_eq!(shop.json(&["verify"])["integrity"], "ok");
}

fn expect_seen(shop: &Shop) {
    assert_eq!(shop.json(&["show", "1"])["inactive"], false, "what the window saved is lost");
    assert_eq!(shop.json(&["show", "2"])["inactive"], true, "what the terminal saved is lost");
}

#[test]
fn a_window_and_the_terminal_both_keep_what_they_save() {
    expect_both_kept(|_, _| {});
}

#[test]
fn they_still_do_after_a_backup() {
    expect_both_kept(|shop, window| {
        shop.folder("copies");
        window.back_up(&shop.file("copies")).unwrap();
    });
}

#[test]
fn they_still_do_after_a_change_of_passphrase_and_a_look_at_the_file() {
    expect_both_kept(|shop, window| {
        window.change_passphrase(PASSPHRASE).unwrap();
        ecrin_core::identify(&shop.file("boutique.ecrin")).unwrap();
        assert!(Open::open(&shop.file("boutique.ecrin"), Unlock::Passphrase("autre"), Box::new(SystemClock)).is_err());
    });
}
