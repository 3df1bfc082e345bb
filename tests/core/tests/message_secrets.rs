//! Passwords and keys of what messages leave by: each is told to whom it was kept for, and to nobody else.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use ecrin_core_tests::counter::Counter;
use ecrin_core_tests::smtp::{Manners, SmtpServer};
use serde_json::{Value, json};

fn mail(host: &str, port: u16, user: &str) -> Value {
    json!({
        "sender_name": "", "sender_address": "contact@boutique.example", "reply_to": "", "unsubscribe": "",
        "way": { "kind": "smtp", "host": host, "port": port, "security": "none", "user": user, "root_certificate": "" },
    })
}

#[test]
fn a_mail_password_is_told_only_to_the_server_that_it_was_kept_for() {
    let counter = Counter::with_shop();
    let set = |setup: Value, password: Value| {
        counter.ask("set_mail_setup", json!({ "setup": setup, "password": password }))["mail_password"].clone()
    };
    let server = SmtpServer::start(&Manners { login: Some(("boutique", "s3cr3t-mot")), ..Manners::default() });
    let port = server.port;
    assert_eq!(set(mail("127.0.0.1", port, "boutique"), json!("s3cr3t-mot")), true);
    let problem = |host: &str, user: &str| {
        let request = json!({ "setup": mail(host, port, user), "password": null });
        counter.ask("test_mail_setup", request)["kind"].clone()
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
    let counter = Counter::with_shop();
    let gateways = counter.ask("message_setup", json!({}))["gateways"].clone();
    let own = |url: &str| {
        let mut request = gateways.as_array().unwrap().last().unwrap()["request"].clone();
        request["url"] = url.into();
        request
    };
    let set = |preset: &str, own: Value, secrets: Value| {
        let way = json!({ "kind": "http", "preset": preset, "fields": {}, "own": own, "root_certificate": "" });
        let setup = json!({ "sender": "", "stop_text": "", "hours": { "from": 480, "to": 1290 }, "way": way });
        let told = counter.ask("set_sms_setup", json!({ "setup": setup, "secrets": secrets }));
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
