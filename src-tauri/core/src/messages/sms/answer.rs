//! What a gateway's answer means for the SMS (RFC 9110 for the codes).
//!
//! The gateway's own words go before the code, since several say no with a 200. An answer that its setting does not expect is never taken for
//! a yes nor for a no: the SMS is « à vérifier ».

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::filling::as_text;
use super::gateways::{AnswerTest, HttpRequest, RefusedPart};
use crate::messages::mail::detail;
use crate::messages::{Delivery, FailedBecause, LONGEST_WAIT};

/// An answer, as far as it matters.
pub(super) struct Answer {
    pub(super) status: u16,
    /// The header Retry-After.
    pub(super) retry_after: Option<String>,
    pub(super) body: String,
}

/// What becomes of the SMS to `address`.
pub(super) fn judge(request: &HttpRequest, answer: &Answer, address: &str, now: DateTime<Utc>) -> Delivery {
    use FailedBecause as Because;
    let tree: Value = serde_json::from_str(&answer.body).unwrap_or_else(|_| Value::String(answer.body.clone()));
    let detail = words(request, answer.status, &tree, address);
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
            Delivery::Sent { receipt: detail::receipt(&receipt.map_or_else(String::new, as_text), address) }
        }
        // Nothing was done yet, and the address in the setup is an old one (RFC 9110 § 15.4.2, 15.4.8, 15.4.9).
        301 | 307 | 308 => later(Because::NotUnderstood, detail),
        // The account: its key, its rights, its credit.
        401 | 402 | 403 | 407 => later(Because::Credentials, detail),
        408 | 425 | 429 => later(Because::Later, detail),
        400..=499 => Delivery::Failed { because: Because::Refused, detail },
        // A gateway before the gateway gave up waiting: what became of the SMS behind it, it does not know.
        504 => Delivery::Unsure { because: Because::TimedOut, detail },
        500..=599 => later(Because::Later, detail),
        _ => Delivery::Unsure { because: Because::NotUnderstood, detail },
    }
}

fn words(request: &HttpRequest, status: u16, tree: &Value, address: &str) -> String {
    let said = if request.said.is_empty() { None } else { tree.pointer(&request.said) };
    let said = said.map_or_else(String::new, as_text);
    detail::scrub(&format!("HTTP {status} {said}"), address)
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
        match judge(&preset(code).unwrap().request, &answer, "+33639981234", now()) {
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
        assert_eq!(generic(404), "failed Refused");
        for status in [401, 402, 403] {
            assert_eq!(generic(status), "later Credentials");
        }
        for status in [408, 429, 500, 502, 503] {
            assert_eq!(generic(status), "later Later");
        }
        assert_eq!(generic(504), "unsure TimedOut");
        assert_eq!(generic(301), "later NotUnderstood");
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
        let Delivery::Failed { detail, .. } = judge(request, &answer, "+33639981234", now()) else { panic!() };
        assert_eq!(detail, "HTTP 400 … is bad");
    }
}
