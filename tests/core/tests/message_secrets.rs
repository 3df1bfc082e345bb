//! Passwords and keys of what messages leave by: each is told to whom it was kept for, and to nobody else.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use ecrin_core::Changes;
use ecrin_core::api::{Desk, Events, Folders, Language, Progress};
use ecrin_core_tests::PASSPHRASE;
use ecrin_core_tests::keychain::Keychain;
use ecrin_core_tests::smtp::{Manners, SmtpServer};
use serde_json::{Value, json};

struct Deaf;

impl Events for Deaf {
    fn changed(&self, _: &Changes) {}
    fn progress(&self, _: &Progress) {}
}

fn desk(folder: &std::path::Path) -> Desk {
    let place = |name: &str| folder.join(name);
    let folders =
        Folders { config: place("config"), data: place("data"), documents: place("Documents"), language: Language::Fr };
    let desk = Desk::new(folders, Arc::new(Deaf), Arc::new(Keychain::default()), None);
    let path = place("boutique.ecrin").to_string_lossy().into_owned();
    let shop = json!({ "shop_name": "Maison d’essai", "path": path, "passphrase": PASSPHRASE, "remember": false });
    desk.call("create_shop", shop).unwrap();
    desk
}

fn mail(host: &str, port: u16, user: &str) -> Value {
    json!({
        "sender_name": "", "sender_address": "contact@boutique.example", "reply_to": "", "unsubscribe": "",
        "way": { "kind": "smtp", "host": host, "port": port, "security": "none", "user": user, "root_certificate": "" },
    })
}

#[test]
fn a_mail_password_is_told_only_to_the_server_that_it_was_kept_for() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path());
    let set = |setup: Value, password: Value| {
        desk.call("set_mail_setup", json!({ "setup": setup, "password": password })).unwrap()["mail_password"].clone()
    };
    let server = SmtpServer::start(&Manners { login: Some(("boutique", "s3cr3t-mot")), ..Manners::default() });
    let port = server.port;
    assert_eq!(set(mail("127.0.0.1", port, "boutique"), json!("s3cr3t-mot")), true);
    let problem = |host: &str, user: &str| {
        let request = json!({ "setup": mail(host, port, user), "password": null });
        desk.call("test_mail_setup", request).unwrap()["kind"].clone()
    };
    assert_eq!(problem("127.0.0.1", "boutique"), Value::Null);
    let logins = || server.heard().iter().filter(|command| *command == "AUTH").count();
    assert_eq!(logins(), 1);
    // The same computer by another name, and another user.
    assert_eq!(
        (problem("localhost", "boutique"), problem("127.0.0.1", "autre")),
        (json!("password"), json!("password"))
    );
    assert_eq!(logins(), 1, "nothing was told");
    assert_eq!(set(mail("localhost", port, "boutique"), Value::Null), false);
    assert_eq!(set(mail("127.0.0.1", port, "boutique"), Value::Null), true, "it is still there");
    assert_eq!(set(mail("127.0.0.1", port, "boutique"), json!("")), false, "until it is taken away");
}

#[test]
fn a_key_is_told_only_to_the_gateway_that_it_was_kept_for() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path());
    let gateways = desk.call("message_setup", json!({})).unwrap()["gateways"].clone();
    let own = |url: &str| {
        let mut request = gateways.as_array().unwrap().last().unwrap()["request"].clone();
        request["url"] = url.into();
        request
    };
    let set = |preset: &str, own: Value, secrets: Value| {
        let way = json!({ "kind": "http", "preset": preset, "fields": {}, "own": own, "root_certificate": "" });
        let setup = json!({ "sender": "", "stop_text": "", "hours": { "from": 480, "to": 1290 }, "way": way });
        let told = desk.call("set_sms_setup", json!({ "setup": setup, "secrets": secrets })).unwrap();
        told["sms_secrets"].clone()
    };
    let (none, key) = (json!([]), json!(["cle"]));
    assert_eq!(set("brevo", Value::Null, json!({ "cle": "k-brevo" })), key);
    assert_eq!(set("smsfactor", Value::Null, json!({})), none);
    assert_eq!(set("brevo", own("https://passerelle.example/"), json!({})), none, "by that name, at another host");
    assert_eq!(set("generic", own("https://a.example/{reference}"), json!({ "cle": "k-a" })), key);
    assert_eq!(set("generic", own("https://b.example/{reference}"), json!({})), none);
    assert_eq!(set("generic", own("https://a.example/autre"), json!({})), key);
    assert_eq!(set("brevo", Value::Null, json!({})), key);
}
