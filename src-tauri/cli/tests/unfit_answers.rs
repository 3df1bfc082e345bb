//! Answers that look like answers and are none: evidence without an end, words that nobody can read.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use crate::support::Shop;

/// A grant with these arguments must be refused, say why, and record nothing.
fn expect_refused(shop: &Shop, rest: &[&str], words: &[&str]) {
    let grant = ["decide", "1", "--channel", "mail", "--grant", "technical"];
    let (code, out, error) = shop.run(&[&grant[..], rest].concat());
    assert_eq!((code, out.as_str()), (1, ""), "{rest:?}: {error}");
    assert!(words.iter().all(|word| error.contains(word)), "{rest:?}: {error}");
    assert_eq!(shop.json(&["verify"])["decisions"], 0, "{rest:?}");
}

#[cfg(unix)]
#[test]
fn evidence_without_an_end_is_refused_and_not_read() {
    let shop = Shop::with_a_client();
    for endless in ["/dev/zero", "/dev/null"] {
        let rest = ["--mode", "Accord écrit", "--evidence", endless];
        expect_refused(&shop, &rest, &[endless, "neither a picture"]);
    }
    shop.folder("scans");
    expect_refused(&shop, &["--mode", "Accord écrit", "--evidence", "scans"], &["scans", "folder"]);
}

#[test]
fn a_mode_that_nobody_can_read_is_no_mode() {
    let shop = Shop::with_a_client();
    for nothing in ["\u{200b}\u{200d}", "\u{1} \u{1}", "\u{202e}", "\u{3164}"] {
        expect_refused(&shop, &["--mode", nothing], &["--mode"]);
    }
}
