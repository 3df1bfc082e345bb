//! Asking a gateway over HTTP to take one SMS.
//!
//! Whether the gateway can have heard of the SMS is known from its body having been read for sending. What breaks before leaves no doubt;
//! what breaks after leaves the SMS « à vérifier ». No redirection is followed: keys go where the setup says, and nowhere else.

use std::io::{self, Read};
use std::sync::Arc;
use std::time::Duration;

use chrono::Utc;
use serde_json::Value;
use ureq::http::{self, Request};
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::{Agent, SendBody};

use super::answer::{Answer, judge};
use super::filling::{Filling, Secrets};
use super::gateways::{HttpContent, HttpMethod, HttpRequest, Signature};
use super::sign;
use crate::messages::mail::detail::Hidden;
use crate::messages::mail::{Patience, percent, tls};
use crate::messages::{Delivery, FailedBecause, Outgoing};

/// The longest answer that is read, in bytes.
const LONGEST_ANSWER: u64 = 64 * 1024;

/// Connections to one gateway, kept from one SMS to the next.
#[derive(Debug)]
pub(super) struct Gateway {
    agent: Agent,
}

/// A request, whole.
struct Written {
    method: http::Method,
    url: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Gateway {
    /// `root` is the PEM of the authority to trust in place of the system's; empty: the system's.
    pub(super) fn new(root: &str, patience: Patience) -> Gateway {
        let roots = match tls::certificates(root) {
            Some(own) => own.iter().map(|der| Certificate::from_der(der).to_owned()).collect::<Vec<_>>().into(),
            None => RootCerts::PlatformVerifier,
        };
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let tls = TlsConfig::builder().root_certs(roots).unversioned_rustls_crypto_provider(provider).build();
        let Patience { step, answer } = patience;
        let config = Agent::config_builder()
            .tls_config(tls)
            .proxy(None)
            .http_status_as_error(false)
            .max_redirects(0)
            .user_agent(concat!("Ecrin/", env!("CARGO_PKG_VERSION")))
            .accept("application/json")
            .timeout_resolve(Some(step))
            .timeout_connect(Some(step))
            .timeout_send_request(Some(step))
            .timeout_send_body(Some(step))
            .timeout_recv_response(Some(answer))
            .timeout_recv_body(Some(step))
            .timeout_global(Some(step + step + answer))
            .build();
        Gateway { agent: config.new_agent() }
    }

    /// Asks once.
    pub(super) fn ask(
        &self,
        request: &HttpRequest,
        filling: &Filling,
        secrets: &Secrets,
        message: &Outgoing,
    ) -> Delivery {
        let written = write(request, filling, secrets, Utc::now().timestamp());
        let mut body = Body { bytes: &written.body, read: 0, touched: false };
        let has_body = written.method != http::Method::GET;
        let mut builder = Request::builder().method(written.method.clone()).uri(&written.url);
        for (name, value) in &written.headers {
            builder = builder.header(name, value);
        }
        // Apart, since a body that is lent lives as long as its request only.
        let answered = if has_body {
            builder.body(SendBody::from_reader(&mut body)).map(|ready| self.agent.run(ready))
        } else {
            builder.body(SendBody::none()).map(|ready| self.agent.run(ready))
        };
        let Ok(answered) = answered else {
            return Delivery::Later { because: FailedBecause::NoCarrier, detail: String::new(), wait: None };
        };
        match answered {
            Ok(response) => understand(request, response, message, &filling.hidden(secrets)),
            Err(error) => {
                let handed_over = if has_body { body.touched } else { !is_before_sending(&error) };
                broken(&error, handed_over)
            }
        }
    }
}

/// Reads an answer and judges it.
fn understand(
    request: &HttpRequest,
    response: http::Response<ureq::Body>,
    message: &Outgoing,
    hidden: &Hidden,
) -> Delivery {
    let status = response.status().as_u16();
    let retry_after = response.headers().get(http::header::RETRY_AFTER);
    let retry_after = retry_after.and_then(|value| value.to_str().ok()).map(str::to_owned);
    let read = response.into_body().into_with_config().limit(LONGEST_ANSWER).lossy_utf8(true).read_to_string();
    let body = match read {
        Ok(body) => body,
        // It began to say yes. Of a no the code is enough.
        Err(error) if (200..300).contains(&status) => return broken(&error, true),
        Err(_) => String::new(),
    };
    judge(request, &Answer { status, retry_after, body }, &message.address, hidden, Utc::now())
}

/// Writes the request, and signs it at `time` (seconds since 1970).
fn write(request: &HttpRequest, filling: &Filling, secrets: &Secrets, time: i64) -> Written {
    let url = filling.text(&request.url, |value| percent::encode(value, ""));
    let header = |value: &str| filling.text(value, |value| value.replace(char::is_control, " "));
    let mut headers: Vec<(String, String)> =
        request.headers.iter().map(|own| (own.name.clone(), header(&own.value))).collect();
    let (method, body) = match request.method {
        HttpMethod::Get => (http::Method::GET, Vec::new()),
        HttpMethod::Post => (http::Method::POST, content(request, filling)),
        HttpMethod::Put => (http::Method::PUT, content(request, filling)),
    };
    if request.method != HttpMethod::Get {
        let kind = match request.content {
            HttpContent::Json => "application/json; charset=utf-8",
            HttpContent::Form => "application/x-www-form-urlencoded",
        };
        headers.push(("Content-Type".to_owned(), kind.to_owned()));
        headers.push(("Content-Length".to_owned(), body.len().to_string()));
    }
    if request.signature == Signature::Ovh {
        let secret = |code: &str| secrets.get(code).map_or("", |secret| secret.as_str());
        let text = String::from_utf8_lossy(&body);
        let signed = sign::ovh(secret("secret"), secret("consommateur"), method.as_str(), &url, &text, time);
        headers.push(("X-Ovh-Timestamp".to_owned(), time.to_string()));
        headers.push(("X-Ovh-Signature".to_owned(), signed));
    }
    Written { method, url, headers, body }
}

fn content(request: &HttpRequest, filling: &Filling) -> Vec<u8> {
    let tree = filling.json(&request.body);
    match (request.content, &tree) {
        (HttpContent::Form, Value::Object(members)) => {
            let encode = |text: &str| percent::encode(text, "");
            let pairs = members
                .iter()
                .map(|(name, value)| format!("{}={}", encode(name), encode(&super::filling::as_text(value))));
            pairs.collect::<Vec<_>>().join("&").into_bytes()
        }
        _ => tree.to_string().into_bytes(),
    }
}

/// A body that knows whether any of it was taken for sending.
struct Body<'a> {
    bytes: &'a [u8],
    read: usize,
    touched: bool,
}

impl Read for Body<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.touched = true;
        let count = (&self.bytes[self.read..]).read(buffer)?;
        self.read += count;
        Ok(count)
    }
}

/// Whether the gateway cannot have heard anything when this happened.
fn is_before_sending(error: &ureq::Error) -> bool {
    use ureq::{Error, Timeout};
    match error {
        Error::HostNotFound
        | Error::ConnectionFailed
        | Error::BadUri(_)
        | Error::Http(_)
        | Error::Rustls(_)
        | Error::Tls(_)
        | Error::TlsRequired => true,
        Error::Timeout(when) => matches!(when, Timeout::Resolve | Timeout::Connect),
        Error::Io(error) => error.kind() == io::ErrorKind::ConnectionRefused || tls::fault(error).is_some(),
        _ => false,
    }
}

fn broken(error: &ureq::Error, handed_over: bool) -> Delivery {
    let (because, detail) = why(error);
    if !handed_over {
        return Delivery::Later { because, detail, wait: None };
    }
    let because = match because {
        FailedBecause::TimedOut | FailedBecause::NotUnderstood => because,
        _ => FailedBecause::Dropped,
    };
    Delivery::Unsure { because, detail }
}

/// Why there was no answer, and words that hold nothing personal.
fn why(error: &ureq::Error) -> (FailedBecause, String) {
    use FailedBecause as Because;
    use io::ErrorKind as Kind;
    use ureq::Error;
    let said = |because, words: &str| (because, words.to_owned());
    match error {
        Error::HostNotFound => said(Because::Unreachable, "host not found"),
        Error::ConnectionFailed => said(Because::Unreachable, "no connection"),
        Error::Timeout(_) => said(Because::TimedOut, "no answer in time"),
        Error::Rustls(fault) => of_tls(fault),
        Error::Tls(_) | Error::TlsRequired | Error::Pem(_) => said(Because::Certificate, "no encryption"),
        Error::BadUri(_) | Error::Http(_) | Error::RequireHttpsOnly(_) => said(Because::NoCarrier, "not an address"),
        Error::Io(inner) => match (tls::fault(inner), inner.kind()) {
            (Some(fault), _) => of_tls(fault),
            (None, Kind::TimedOut | Kind::WouldBlock) => said(Because::TimedOut, "no answer in time"),
            (None, Kind::ConnectionReset | Kind::ConnectionAborted | Kind::BrokenPipe | Kind::UnexpectedEof) => {
                said(Because::Dropped, "connection dropped")
            }
            // Refused, no way there, no answer about the name: without a network, all of it is one.
            _ => said(Because::Unreachable, "no connection"),
        },
        _ => said(Because::NotUnderstood, "not an answer of HTTP"),
    }
}

fn of_tls(fault: &rustls::Error) -> (FailedBecause, String) {
    match fault {
        rustls::Error::InvalidMessage(_) => (FailedBecause::Unreachable, "no encryption there".to_owned()),
        other => (FailedBecause::Certificate, tls::words(other)),
    }
}

/// The patience that leaves a minute for everything.
pub(super) const PATIENCE: Patience = Patience { step: Duration::from_secs(10), answer: Duration::from_secs(30) };
