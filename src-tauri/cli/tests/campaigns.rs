//! Campaigns from a terminal: said, then written.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use crate::support::Shop;

#[test]
fn a_campaign_is_said_before_it_is_written() {
    let shop = Shop::new();
    let shop_file = ["--file", "démonstration.ecrin"];
    let run = |arguments: &[&str]| shop.run_with(PASSPHRASE, &[&shop_file[..], arguments].concat());
    let json = |arguments: &[&str]| -> serde_json::Value {
        let (code, out, error) = run(&[arguments, &["--json"]].concat());
        assert_eq!(code, 0, "{arguments:?}: {error}");
        serde_json::from_str(&out).unwrap()
    };
    json(&["demo", "--clients", "120"]);
    let written = || json(&["outbox"]).as_array().unwrap().len();
    let before = written();

    let asked = ["campaign", "--list", "clients d'ussel", "--template", "anniversaire"];
    let (code, out, error) = run(&asked);
    assert_eq!((code, out.as_str()), (1, ""), "two templates have this name");
    assert!(error.contains("--channel mail") && error.contains("--channel sms"), "{error}");
    let by_sms = [&asked[..], &["--channel", "sms"]].concat();
    let said = json(&[&by_sms[..], &["--dry-run"]].concat());
    assert!(said["kept"].as_u64().unwrap() > 0 && said["segments"].as_u64() >= said["kept"].as_u64(), "{said}");
    assert!(said["excluded"]["never_asked"].as_u64().unwrap() > 0, "{said}");
    assert_eq!((&said["campaign"], written()), (&serde_json::Value::Null, before));

    let sent = json(&by_sms);
    assert_eq!((&sent["kept"], &sent["written"]), (&said["kept"], &said["kept"]));
    assert_eq!(written() as u64, before as u64 + sent["written"].as_u64().unwrap());
    let (code, _, error) = run(&["campaign", "--list", "Toutes", "--template", "Anniversaire", "--channel", "mail"]);
    assert_eq!(code, 1);
    assert!(error.contains("« Offres par SMS »"), "{error}");
}

/// That of the demonstration, which is public.
const PASSPHRASE: &str = ecrin_core::demonstration::DEMONSTRATION_PASSPHRASE;
