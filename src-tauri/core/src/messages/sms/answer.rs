//! What a gateway's answer means for the SMS (RFC 9110 for the codes).
//!
//! The gateway's own words go before the code, since several say no with a 200. An answer that its setting does not expect is never taken for
//! a yes nor for a no: the SMS is « à vérifier ».

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::filling::as_text;
use super::gateways::{AnswerTest, HttpRequest, RefusedPart};
use crate::messages::mail::detail::{self, Hidden};
use crate::messages::{Delivery, FailedBecause, LONGEST_WAIT};

/// An answer, as far as it matters.
pub(super) struct Answer {
    pub(super) status: u16,
    /// The header Retry-After.
    pub(super) retry_after: Option<String>,
    pub(super) body: String,
}

/// What becomes of the SMS to `address`; `hidden` is kept of no answer.
pub(super) fn judge(
    request: &HttpRequest,
    answer: &Answer,
    address: &str,
    hidden: &Hidden,
    now: DateTime<Utc>,
) -> Delivery {
    use FailedBecause as Because;
    let tree: Value = serde_json::from_str(&answer.body).unwrap_or_else(|_| Value::String(answer.body.clone()));
    let detail = words(request, answer.status, &tree, address, hidden);
    let wait = answer.retry_after.as_deref().and_then(|header| wait_of(header, now));
    let later = |because, detail| Delivery::Later { because, detail, wait };
    if matches!(answer.status, 200..=299 | 400..=499) && answer.status != 429 {
        let refused = request.refusals.iter().find(|refusal| holds(&refusal.test, &tree));
        match refused.map(|refusal| refusal.because) {
            Some(RefusedPart::Address) => return Delivery::Failed { because: Because::AddressRefused, detail },
            Some(RefusedPart::Message) => return Delivery::Failed { because: Because::Refused, detail },
            Some(RefusedPart::Credentials) => return later(Because::Credentials, detail),
            Some(RefusedPart::Later) => return later(Because::Later, detail),
            None => {}
        }
    }
    match answer.status {
        200..=299 if request.success.iter().all(|test| holds(test, &tree)) => {
            let receipt = if request.receipt.is_empty() { None } else { tree.pointer(&request.receipt) };
            Delivery::Sent { receipt: detail::receipt(&receipt.map_or_else(String::new, as_text), address, hidden) }
        }
        // Nothing was done yet, and the address in the setup is an old one (RFC 9110 § 15.4.2, 15.4.8, 15.4.9).
        301 | 307 | 308 => later(Because::NotUnderstood, detail),
        // The account: its key, its rights, its credit.
        401 | 402 | 403 | 407 => later(Because::Credentials, detail),
        // Not now, said before anything was done (RFC 9110 § 15.6.4 for 503).
        408 | 425 | 429 | 503 => later(Because::Later, detail),
        // No such page, or not in this way: the setup's.
        404..=406 | 410 | 415 | 426 | 501 | 505 => later(Because::Setup, detail),
        400..=499 => match about_setup(&as_text(&tree)) {
            Some(because) => later(because, detail),
            None => Delivery::Failed { because: Because::Refused, detail },
        },
        // A gateway before the gateway gave up waiting: what became of the SMS behind it, it does not know.
        504 => Delivery::Unsure { because: Because::TimedOut, detail },
        500..=599 if request.refuses_repetition => later(Because::Later, detail),
        // Above all 500 and 502: it broke when it had the whole SMS, or whoever is behind it did. Asked again, it may send it twice.
        _ => Delivery::Unsure { because: Because::NotUnderstood, detail },
    }
}

/// Whether a gateway that says no speaks of what every SMS has, in words that no setting names.
fn about_setup(said: &str) -> Option<FailedBecause> {
    let said = said.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| said.contains(word));
    if has(&[
        "api key",
        "api-key",
        "apikey",
        "api_key",
        "token",
        "credential",
        "unauthor",
        "authentic",
        "password",
        "credit",
        "balance",
    ]) {
        Some(FailedBecause::Credentials)
    } else if has(&["sender", "expediteur", "expéditeur", "originator"]) {
        Some(FailedBecause::Setup)
    } else {
        None
    }
}

fn words(request: &HttpRequest, status: u16, tree: &Value, address: &str, hidden: &Hidden) -> String {
    let said = if request.said.is_empty() { None } else { tree.pointer(&request.said) };
    let said = said.map_or_else(String::new, as_text);
    detail::scrub(&format!("HTTP {status} {said}"), address, hidden)
}

fn holds(test: &AnswerTest, tree: &Value) -> bool {
    let Some(found) = tree.pointer(&test.pointer).filter(|found| !found.is_null()) else { return false };
    let found = as_text(found);
    let equal = test.equals.as_ref().is_none_or(|expected| as_text(expected) == found);
    let within = test.contains.as_ref().is_none_or(|part| found.to_lowercase().contains(&part.to_lowercase()));
    equal && within
}

/// How long to wait, in milliseconds: seconds, or until a date (RFC 9110 § 10.2.3).
fn wait_of(header: &str, now: DateTime<Utc>) -> Option<i64> {
    let header = header.trim();
    let wait = match header.parse::<i64>() {
        Ok(seconds) => seconds.checked_mul(1000)?,
        Err(_) => (DateTime::parse_from_rfc2822(header).ok()?.to_utc() - now).num_milliseconds(),
    };
    Some(wait.clamp(0, LONGEST_WAIT))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::messages::sms::gateways::preset;

    fn now() -> DateTime<Utc> {
        DateTime::parse_from_rfc3339("2026-11-28T14:00:00Z").unwrap().to_utc()
    }

    fn summary(code: &str, status: u16, body: &str) -> String {
        let answer = Answer { status, retry_after: None, body: body.to_owned() };
        match judge(&preset(code).unwrap().request, &answer, "+33639981234", &Hidden::default(), now()) {
            Delivery::Sent { receipt } => format!("sent {receipt}"),
            Delivery::Later { because, .. } => format!("later {because:?}"),
            Delivery::Failed { because, .. } => format!("failed {because:?}"),
            Delivery::Unsure { because, .. } => format!("unsure {because:?}"),
        }
    }

    #[test]
    fn each_gateway_s_yes_is_known_with_its_name_of_the_sms() {
        let ovh = json!({ "ids": [112_233], "validReceivers": ["+33639981234"], "invalidReceivers": [] }).to_string();
        assert_eq!(summary("ovh", 200, &ovh), "sent 112233");
        let factor = json!({ "status": 1, "message": "OK", "ticket": "14672468", "sent": 1, "invalid": 0 }).to_string();
        assert_eq!(summary("smsfactor", 200, &factor), "sent 14672468");
        assert_eq!(summary("brevo", 201, r#"{"messageId":1511882900176220}"#), "sent 1511882900176220");
        assert_eq!(summary("octopush", 201, r#"{"sms_ticket":"sms_5f3"}"#), "sent sms_5f3");
        assert_eq!(summary("generic", 202, "OK"), "sent ");
    }

    #[test]
    fn a_no_with_a_200_is_a_no() {
        let ovh = json!({ "ids": [], "validReceivers": [], "invalidReceivers": ["+33639981234"] }).to_string();
        assert_eq!(summary("ovh", 200, &ovh), "failed AddressRefused");
        assert_eq!(summary("smsfactor", 200, r#"{"status":-1}"#), "later Credentials");
        assert_eq!(summary("smsfactor", 200, r#"{"status":"1","sent":0,"blacklisted":"1"}"#), "failed AddressRefused");
    }

    #[test]
    fn an_answer_that_nobody_expected_is_neither_yes_nor_no() {
        for (code, body) in [
            ("ovh", "{}"),
            ("ovh", "<html>Welcome</html>"),
            ("smsfactor", r#"{"status":-8}"#),
            ("brevo", ""),
            ("octopush", "["),
        ] {
            assert_eq!(summary(code, 200, body), "unsure NotUnderstood", "{code} {body}");
        }
        assert_eq!(summary("brevo", 303, ""), "unsure NotUnderstood");
    }

    #[test]
    fn the_code_tells_what_the_words_do_not() {
        let generic = |status| summary("generic", status, "");
        assert_eq!(generic(400), "failed Refused");
        for status in [404, 405, 410] {
            assert_eq!(generic(status), "later Setup");
        }
        for status in [401, 402, 403] {
            assert_eq!(generic(status), "later Credentials");
        }
        for status in [408, 429, 503] {
            assert_eq!(generic(status), "later Later");
        }
        for status in [500, 502, 520] {
            assert_eq!(generic(status), "unsure NotUnderstood");
            assert_eq!(summary("octopush", status, ""), "later Later", "it refuses repetitions");
        }
        assert_eq!(generic(504), "unsure TimedOut");
        assert_eq!(generic(301), "later NotUnderstood");
    }

    #[test]
    fn a_no_to_what_every_sms_has_is_no_word_about_this_one() {
        let said = |words: &str| summary("generic", 400, &format!(r#"{{"error":"{words}"}}"#));
        assert_eq!(said("Sender ECRIN is not validated"), "later Setup");
        assert_eq!(said("Invalid API key"), "later Credentials");
        assert_eq!(said("Not enough credits"), "later Credentials");
        assert_eq!(said("Text too long"), "failed Refused");
    }

    #[test]
    fn the_time_to_wait_comes_in_seconds_or_as_a_date() {
        assert_eq!(wait_of("120", now()), Some(120_000));
        assert_eq!(wait_of(" 0 ", now()), Some(0));
        assert_eq!(wait_of("Sat, 28 Nov 2026 14:05:00 GMT", now()), Some(300_000));
        assert_eq!(wait_of("Sat, 28 Nov 2026 13:00:00 GMT", now()), Some(0));
        assert_eq!(wait_of("99999999999", now()), Some(LONGEST_WAIT));
        assert_eq!(wait_of("soon", now()), None);
    }

    #[test]
    fn what_the_gateway_says_is_kept_without_the_number() {
        let answer = Answer { status: 400, retry_after: None, body: r#"{"message":"33639981234 is bad"}"#.to_owned() };
        let request = &preset("generic").unwrap().request;
        let delivery = judge(request, &answer, "+33639981234", &Hidden::default(), now());
        let Delivery::Failed { detail, .. } = delivery else { panic!() };
        assert_eq!(detail, "HTTP 400 … is bad");
    }
}
