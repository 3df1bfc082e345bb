//! Gateways as data: how each is asked, what its answers mean, where that was read and what was not (`gateways.json`).

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::filling;
use super::hours::SmsHours;

/// A gateway that Écrin knows, ready to be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct GatewayPreset {
    /// Its code.
    pub code: String,
    /// Its name; empty for the generic one.
    pub name: String,
    /// Where its documentation is.
    pub documentation: String,
    /// When that was read, `AAAA-MM-JJ`.
    pub read_on: String,
    /// What was found there.
    pub verified: String,
    /// What was not, and is to be tried before it is relied on.
    pub unverified: String,
    /// The same by what it is about, for the window to word.
    pub unverified_parts: Vec<GatewayPart>,
    /// What it needs to know of the shop.
    pub fields: Vec<GatewayField>,
    /// Whether it adds the mention of STOP to prospecting itself, so that the text must not bear one.
    pub adds_stop: bool,
    /// What it adds, as far as its length counts; empty where it adds nothing.
    pub added_stop: String,
    /// When it takes prospecting, where that is less than the rules allow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub hours: Option<SmsHours>,
    /// How it is asked.
    pub request: HttpRequest,
}

/// A part of what is said of a gateway.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum GatewayPart {
    /// Where it is asked.
    Address,
    /// What it is told of an SMS.
    Parameters,
    /// What its answer says of an SMS that it took.
    Answer,
    /// What its answers say no to.
    Refusals,
    /// How far the computer's clock may be off.
    Clock,
    /// The mention of STOP that it adds.
    Stop,
}

/// Something that a gateway needs to know: an account, a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct GatewayField {
    /// Its name in braces.
    pub code: String,
    /// Kept in the credential store.
    pub secret: bool,
}

/// How a gateway is asked to take an SMS, and what its answers mean. Texts hold names in braces: `{numero}` (+33639981234),
/// `{numero_sans_plus}`, `{numero_national}`, `{texte}`, `{expediteur}`, `{reference}`, `{nature}`, `{codage}`, `{basic}`, and the gateway's
/// fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default, deny_unknown_fields)]
pub struct HttpRequest {
    /// Its page, encrypted.
    pub url: String,
    /// GET has no body.
    pub method: HttpMethod,
    /// Beside those that every request has.
    pub headers: Vec<HttpHeader>,
    /// How the body is written.
    pub content: HttpContent,
    /// The body: a tree of JSON; for a form, an object of texts.
    #[ts(type = "unknown")]
    pub body: Value,
    /// What `{nature}` is.
    pub nature: ByNature,
    /// What `{codage}` is.
    pub coding: ByCoding,
    /// How it is signed.
    pub signature: Signature,
    /// Whether it takes an SMS with a `{reference}` that it knows for the same one, so that it may be asked again without doubling it.
    #[ts(as = "Option<bool>", optional)]
    pub refuses_repetition: bool,
    /// What holds of an answer (2xx) that says that the SMS was taken: all of it. Empty: the status is enough.
    pub success: Vec<AnswerTest>,
    /// What holds of an answer (2xx or 4xx) that says that it was not, the first first.
    pub refusals: Vec<Refusal>,
    /// Where the answer has the name of the SMS (RFC 6901); empty: nowhere.
    pub receipt: String,
    /// Where the answer has the gateway's words on a failure; empty: nowhere.
    pub said: String,
}

/// A header of HTTP.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct HttpHeader {
    /// Its name.
    pub name: String,
    /// Its value, with names in braces.
    pub value: String,
}

/// A method of HTTP.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum HttpMethod {
    /// With everything in the address.
    Get,
    /// With a body.
    #[default]
    Post,
    /// With a body.
    Put,
}

/// How a body is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum HttpContent {
    /// `application/json`.
    #[default]
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
}

/// How a request is signed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Signature {
    /// Not at all.
    #[default]
    None,
    /// As OVHcloud wants it, with the fields `secret` and `consommateur`.
    Ovh,
}

/// What `{nature}` is, any JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub struct ByNature {
    /// For prospecting.
    #[ts(type = "unknown")]
    pub commercial: Value,
    /// For everything else.
    #[ts(type = "unknown")]
    pub other: Value,
}

/// What `{codage}` is, any JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub struct ByCoding {
    /// For the default alphabet.
    #[ts(type = "unknown")]
    pub gsm7: Value,
    /// For everything else.
    #[ts(type = "unknown")]
    pub ucs2: Value,
}

/// Something that may hold of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub struct AnswerTest {
    /// Where to look (RFC 6901); empty: the whole answer, which may be no JSON.
    pub pointer: String,
    /// What is there, as text: « 1 » is 1. Without it and `contains`: anything but null and nothing.
    #[ts(type = "unknown")]
    pub equals: Option<Value>,
    /// What is in it, whatever its case.
    pub contains: Option<String>,
}

/// An answer that says no.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Refusal {
    /// How it is recognised.
    #[serde(flatten)]
    pub test: AnswerTest,
    /// What it says no to.
    pub because: RefusedPart,
}

/// What a gateway says no to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum RefusedPart {
    /// The number.
    Address,
    /// This message.
    Message,
    /// The key, the account or its credit: tried again.
    Credentials,
    /// Nothing, but not now: tried again.
    Later,
}

static PRESETS: LazyLock<Vec<GatewayPreset>> =
    LazyLock::new(|| serde_json::from_str(include_str!("gateways.json")).unwrap_or_default());

/// The gateways that Écrin knows; the generic one is the last.
pub fn presets() -> &'static [GatewayPreset] {
    &PRESETS
}

/// The preset with this code.
pub(super) fn preset(code: &str) -> Option<&'static GatewayPreset> {
    presets().iter().find(|preset| preset.code == code)
}

impl HttpRequest {
    /// Every name in braces that it uses.
    pub(super) fn placeholders(&self) -> BTreeSet<String> {
        let mut names: BTreeSet<String> = filling::placeholders(&self.url).into_iter().collect();
        names.extend(self.headers.iter().flat_map(|header| filling::placeholders(&header.value)));
        if self.method != HttpMethod::Get {
            collect(&self.body, &mut names);
        }
        names
    }
}

fn collect(value: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => names.extend(filling::placeholders(text)),
        Value::Array(items) => items.iter().for_each(|item| collect(item, names)),
        Value::Object(members) => members.values().for_each(|member| collect(member, names)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_can_be_read_and_says_where_it_comes_from() {
        serde_json::from_str::<Vec<GatewayPreset>>(include_str!("gateways.json")).unwrap();
        let codes: Vec<&str> = presets().iter().map(|preset| preset.code.as_str()).collect();
        assert_eq!(codes, ["ovh", "smsfactor", "brevo", "octopush", "generic"]);
        for preset in presets().iter().filter(|preset| preset.code != "generic") {
            assert!(preset.documentation.starts_with("https://"), "{}", preset.code);
            assert!(chrono::NaiveDate::parse_from_str(&preset.read_on, "%Y-%m-%d").is_ok());
            assert!(!preset.verified.is_empty() && !preset.unverified.is_empty(), "{}", preset.code);
        }
    }

    #[test]
    fn a_preset_says_what_each_refusal_is_about() {
        for preset in presets() {
            for refusal in &preset.request.refusals {
                assert!(refusal.test.pointer.starts_with('/'), "{}", preset.code);
            }
        }
    }

    #[test]
    fn every_secret_of_a_preset_is_used() {
        for preset in presets().iter().filter(|preset| preset.code != "generic") {
            let used = preset.request.placeholders();
            for field in &preset.fields {
                let signs = preset.request.signature == Signature::Ovh && field.code == "secret";
                assert!(signs || used.contains(&field.code), "{} {}", preset.code, field.code);
            }
        }
    }
}
