//! Names in braces, and what is put in their place.
//!
//! A value is put in once and never looked at again: a text with braces in it stays as it is. In JSON values are put into strings that were
//! parsed before, so that no quote in a text can end one.

use std::collections::BTreeMap;

use base64::Engine as _;
use serde_json::{Map, Value};

use super::gateways::HttpRequest;
use super::segments::SmsEncoding;
use super::setup::HttpGateway;
use crate::messages::mail::detail::Hidden;
use crate::messages::mail::{Secret, reference};
use crate::messages::{MessagePurpose, Outgoing};
use crate::phones::Phone;

/// The names that mean something with every gateway.
const KNOWN: [&str; 9] =
    ["numero", "numero_sans_plus", "numero_national", "texte", "expediteur", "reference", "nature", "codage", "basic"];

/// What the credential store has for a gateway, by the codes of its preset's fields.
pub type Secrets = BTreeMap<String, Secret>;

/// Whether a name means something with every gateway.
pub(super) fn is_known(name: &str) -> bool {
    KNOWN.contains(&name)
}

/// The names of the number, in the forms that gateways want.
const NUMBERS: [&str; 3] = ["numero", "numero_sans_plus", "numero_national"];

/// Whether a name stands for the number.
pub(super) fn is_number(name: &str) -> bool {
    NUMBERS.contains(&name)
}

/// The names in braces, in their order.
pub(super) fn placeholders(template: &str) -> Vec<String> {
    pieces(template)
        .filter_map(|piece| if let Piece::Name(name) = piece { Some(name.to_owned()) } else { None })
        .collect()
}

/// The text with each name replaced by its value, encoded; unknown names stay.
pub(super) fn fill(template: &str, value: &dyn Fn(&str) -> Option<String>, encode: impl Fn(&str) -> String) -> String {
    let mut written = String::with_capacity(template.len());
    for piece in pieces(template) {
        match piece {
            Piece::Text(text) => written.push_str(text),
            Piece::Name(name) => match value(name) {
                Some(value) => written.push_str(&encode(&value)),
                None => written.extend(["{", name, "}"]),
            },
        }
    }
    written
}

/// What is put in for one message.
pub(super) struct Filling {
    values: BTreeMap<String, Value>,
}

impl Filling {
    pub(super) fn new(
        gateway: &HttpGateway,
        request: &HttpRequest,
        secrets: &Secrets,
        sender: &str,
        file_id: &str,
        message: &Outgoing,
    ) -> Filling {
        let mut values: BTreeMap<String, Value> = BTreeMap::new();
        for (code, value) in &gateway.fields {
            values.insert(code.clone(), value.as_str().into());
        }
        for (code, value) in secrets {
            values.insert(code.clone(), value.as_str().into());
        }
        let [user, key] = ["identifiant", "cle"].map(|code| values.get(code).and_then(Value::as_str).unwrap_or(""));
        let basic = base64::engine::general_purpose::STANDARD.encode(format!("{user}:{key}"));
        let nature = match message.purpose {
            MessagePurpose::Commercial => &request.nature.commercial,
            MessagePurpose::Rights | MessagePurpose::Technical => &request.nature.other,
        };
        let coding = match SmsEncoding::of(&message.body) {
            SmsEncoding::Gsm7 => &request.coding.gsm7,
            SmsEncoding::Ucs2 => &request.coding.ucs2,
        };
        let mut put = |name: &str, value: Value| values.insert(name.to_owned(), value);
        put("basic", basic.into());
        put("nature", nature.clone());
        put("codage", coding.clone());
        put("texte", message.body.as_str().into());
        put("expediteur", sender.into());
        put("reference", reference(file_id, message.id).into());
        for (name, number) in numbers(&message.address) {
            put(name, number.into());
        }
        Filling { values }
    }

    /// What must be kept of no answer.
    pub(super) fn hidden(&self, secrets: &Secrets) -> Hidden {
        let user = self.values.get("identifiant").and_then(Value::as_str).unwrap_or_default();
        Hidden::new(user, secrets.values().map(|secret| secret.as_str()))
    }

    /// A text, for example of a header.
    pub(super) fn text(&self, template: &str, encode: impl Fn(&str) -> String) -> String {
        fill(template, &|name| self.values.get(name).map(as_text), encode)
    }

    /// A tree of JSON. A member that is one empty value is left out.
    pub(super) fn json(&self, template: &Value) -> Value {
        match template {
            Value::String(text) => self.string(text),
            Value::Array(items) => Value::Array(items.iter().map(|item| self.json(item)).collect()),
            Value::Object(members) => {
                let filled = members.iter().map(|(name, member)| (name.clone(), self.json(member)));
                Value::Object(filled.filter(|(_, member)| !member.is_null()).collect::<Map<_, _>>())
            }
            other => other.clone(),
        }
    }

    fn string(&self, text: &str) -> Value {
        let mut pieces = pieces(text);
        let alone = match (pieces.next(), pieces.next()) {
            (Some(Piece::Name(name)), None) => self.values.get(name),
            _ => None,
        };
        match alone {
            Some(Value::String(value)) if value.is_empty() => Value::Null,
            Some(value) => value.clone(),
            None => Value::String(self.text(text, str::to_owned)),
        }
    }
}

/// A number in the forms that gateways want.
pub(super) fn numbers(e164: &str) -> [(&'static str, String); 3] {
    let [whole, without_plus, national] = NUMBERS;
    [
        (whole, e164.to_owned()),
        (without_plus, e164.trim_start_matches('+').to_owned()),
        (national, Phone::from_stored(e164, true).digits()),
    ]
}

/// A value as it stands in a text.
pub(super) fn as_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

enum Piece<'a> {
    Text(&'a str),
    Name(&'a str),
}

fn pieces(template: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = template;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some(name) = name_at(rest) {
            rest = &rest[name.len() + 2..];
            return Some(Piece::Name(name));
        }
        let end = rest
            .char_indices()
            .skip(1)
            .find(|&(at, _)| name_at(&rest[at..]).is_some())
            .map_or(rest.len(), |(at, _)| at);
        let (text, after) = rest.split_at(end);
        rest = after;
        Some(Piece::Text(text))
    })
}

/// The name, if the text begins with one in braces.
fn name_at(text: &str) -> Option<&str> {
    let (name, _) = text.strip_prefix('{')?.split_once('}')?;
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    (!name.is_empty() && name.chars().all(fits)).then_some(name)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn filling(body: &str, sender: &str) -> Filling {
        let gateway = HttpGateway { preset: "brevo".into(), ..HttpGateway::default() };
        let request = gateway.request().unwrap();
        let secrets = Secrets::from([("cle".to_owned(), Secret::new("K\"1".to_owned()))]);
        let message = Outgoing {
            id: 5,
            purpose: MessagePurpose::Technical,
            address: "+33639981234".into(),
            subject: String::new(),
            body: body.into(),
            attempt: 1,
        };
        Filling::new(&gateway, &request, &secrets, sender, "file", &message)
    }

    #[test]
    fn names_are_replaced_in_every_string_of_the_tree() {
        let template =
            json!({ "to": ["{numero}", "00{numero_sans_plus}"], "text": "{texte}", "kind": "{nature}", "n": 3 });
        let expected =
            json!({ "to": ["+33639981234", "0033639981234"], "text": "Prêt", "kind": "transactional", "n": 3 });
        assert_eq!(filling("Prêt", "Ecrin").json(&template), expected);
    }

    #[test]
    fn a_name_alone_keeps_its_kind_and_an_empty_one_is_left_out() {
        let template = json!({ "unicode": "{codage}", "sender": "{expediteur}", "label": "x{expediteur}" });
        assert_eq!(filling("Prêt", "").json(&template), json!({ "unicode": true, "label": "x" }));
        assert_eq!(
            filling("Pret", "Ecrin").json(&template),
            json!({ "unicode": false, "sender": "Ecrin", "label": "xEcrin" })
        );
    }

    #[test]
    fn what_a_text_holds_is_never_looked_at_again() {
        let written = filling("{cle} \"},\"to\":\"+33\"\\", "E").json(&json!({ "text": "{texte}" })).to_string();
        let read: Value = serde_json::from_str(&written).unwrap();
        assert_eq!(read["text"], "{cle} \"},\"to\":\"+33\"\\");
        assert_eq!(read.as_object().unwrap().len(), 1);
    }

    #[test]
    fn braces_that_hold_no_name_stay() {
        assert_eq!(placeholders("{a} {B} {} {a b} {é} {{numero}}"), ["a", "numero"]);
        assert_eq!(filling("x", "E").text("{ {numero} } {inconnu}", str::to_owned), "{ +33639981234 } {inconnu}");
    }

    #[test]
    fn the_number_comes_in_the_forms_that_gateways_want() {
        let form = |name: &str| filling("x", "E").text(name, str::to_owned);
        assert_eq!(form("{numero} {numero_sans_plus} {numero_national}"), "+33639981234 33639981234 0639981234");
    }

    proptest! {
        #[test]
        fn any_text_arrives_as_it_is(text in "\\PC{1,60}") {
            let written = filling(&text, "E").json(&json!({ "a": { "b": ["{texte}", "{texte}!"] } })).to_string();
            let read: Value = serde_json::from_str(&written).unwrap();
            prop_assert_eq!(read["a"]["b"][0].as_str(), Some(text.as_str()));
            prop_assert_eq!(read["a"]["b"][1].as_str().map(str::to_owned), Some(format!("{text}!")));
        }
    }
}
