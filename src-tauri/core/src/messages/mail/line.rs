//! The line to a mail server: one command goes out, one answer comes back, and only the codes that answer that command are taken.
//!
//! Ours rather than the library's (lettre 0.11), which keeps what it read ahead when the line becomes encrypted. What somebody on the way put
//! behind the answer to STARTTLS, in the clear, was then taken for the answers to what is said encrypted, and each real answer for that of a
//! later command, so that a refused text looked taken. RFC 3207 § 4.2 and § 6: whatever was heard before is forgotten, and nothing may wait
//! when the line becomes encrypted.

use std::fmt::Display;
use std::io::{self, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::Duration;

use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::commands::{Auth, Ehlo, Starttls};
use lettre::transport::smtp::extension::{ClientId, ServerInfo};
use lettre::transport::smtp::response::Response;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};
use rustls_platform_verifier::BuilderVerifierExt as _;

use super::breakage::What;
use super::tls;

/// The longest answer that is read, in bytes.
const LONGEST_ANSWER: usize = 100_000;
/// Questions of a server about name and password that are answered.
const CHALLENGES: usize = 10;

/// Whom an encrypted line trusts, and as whom the server must prove itself.
#[derive(Clone)]
pub(super) struct Tls {
    config: Arc<ClientConfig>,
    host: ServerName<'static>,
}

/// A line to a server that was reached.
pub(super) struct Line {
    stream: Stream,
    /// What was read and is no whole answer yet.
    unread: Vec<u8>,
    server: ServerInfo,
}

enum Stream {
    Plain(TcpStream),
    Encrypted(Box<StreamOwned<ClientConnection, TcpStream>>),
}

impl Tls {
    /// `root` is the PEM of the authority to trust in place of the system's; empty: the system's.
    pub(super) fn new(host: &str, root: &str) -> Result<Tls, What> {
        let unusable = |fault: rustls::Error| What::Certificate(tls::words(&fault));
        let host = ServerName::try_from(host.to_owned()).map_err(|_| What::NoHost)?;
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let builder =
            ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().map_err(unusable)?;
        let builder = if root.is_empty() {
            builder.with_platform_verifier().map_err(unusable)?
        } else {
            let mut store = RootCertStore::empty();
            for certificate in tls::certificates(root).unwrap_or_default() {
                store.add(certificate).map_err(unusable)?;
            }
            builder.with_root_certificates(store)
        };
        Ok(Tls { config: Arc::new(builder.with_no_client_auth()), host })
    }

    fn over(&self, stream: TcpStream) -> Result<Stream, What> {
        let connection = ClientConnection::new(Arc::clone(&self.config), self.host.clone())
            .map_err(|fault| What::Certificate(tls::words(&fault)))?;
        Ok(Stream::Encrypted(Box::new(StreamOwned::new(connection, stream))))
    }
}

impl Line {
    /// Reaches the first of some addresses that answers, encrypted from the first byte if `tls` says how, and is greeted. Nothing is waited
    /// for longer than `wait`.
    pub(super) fn reach(
        addresses: &[SocketAddr],
        tls: Option<&Tls>,
        hello: &ClientId,
        wait: Duration,
    ) -> Result<Line, What> {
        let mut broke = What::NoHost;
        for address in addresses {
            match TcpStream::connect_timeout(address, wait) {
                Ok(stream) => {
                    let stream = match tls {
                        Some(tls) => tls.over(stream)?,
                        None => Stream::Plain(stream),
                    };
                    let mut line = Line { stream, unread: Vec::new(), server: ServerInfo::default() };
                    line.wait_at_most(wait)?;
                    line.hear(&[220])?;
                    line.introduce(hello)?;
                    return Ok(line);
                }
                Err(error) => broke = What::of_io(&error),
            }
        }
        Err(broke)
    }

    /// Encrypts the line and is introduced anew.
    pub(super) fn encrypt(mut self, tls: &Tls, hello: &ClientId) -> Result<Line, What> {
        self.say(Starttls, &[220])?;
        // Said in the clear, behind the answer: not by the server that will prove who it is.
        if !self.unread.is_empty() {
            return Err(What::NotSmtp);
        }
        let Stream::Plain(stream) = self.stream else { return Err(What::Dropped) };
        let mut line = Line { stream: tls.over(stream)?, ..self };
        line.introduce(hello)?;
        Ok(line)
    }

    /// Gives name and password in the first of these ways that the server offers.
    pub(super) fn log_in(&mut self, ways: &[Mechanism], credentials: &Credentials) -> Result<(), What> {
        let way = self.server.get_auth_mechanism(ways).ok_or(What::NoLogin)?;
        let mut said = Auth::new(way, credentials.clone(), None).map_err(|_| What::NotSmtp)?;
        for _ in 0..CHALLENGES {
            let answer = self.say(&said, &[235, 334])?;
            if answer.has_code(235) {
                return Ok(());
            }
            said = Auth::new_from_response(way, credentials.clone(), &answer).map_err(|_| What::NotSmtp)?;
        }
        Err(What::NotSmtp)
    }

    /// What the server said of itself.
    pub(super) fn server(&self) -> &ServerInfo {
        &self.server
    }

    pub(super) fn is_encrypted(&self) -> bool {
        matches!(self.stream, Stream::Encrypted(_))
    }

    /// How long each word may take from now on.
    pub(super) fn wait_at_most(&mut self, wait: Duration) -> Result<(), What> {
        let stream = match &self.stream {
            Stream::Plain(stream) => stream,
            Stream::Encrypted(stream) => &stream.sock,
        };
        let set = stream.set_read_timeout(Some(wait)).and_then(|()| stream.set_write_timeout(Some(wait)));
        set.map_err(|_| What::Dropped)
    }

    /// Says a command and hears its answer, which must be one of these.
    pub(super) fn say(&mut self, command: impl Display, expected: &[u16]) -> Result<Response, What> {
        self.say_bytes(command.to_string().as_bytes(), expected)
    }

    /// As [`Line::say`], in one piece.
    pub(super) fn say_bytes(&mut self, bytes: &[u8], expected: &[u16]) -> Result<Response, What> {
        let said = match &mut self.stream {
            Stream::Plain(stream) => stream.write_all(bytes).and_then(|()| stream.flush()),
            Stream::Encrypted(stream) => stream.write_all(bytes).and_then(|()| stream.flush()),
        };
        said.map_err(|error| What::of_io(&error))?;
        self.hear(expected)
    }

    fn introduce(&mut self, hello: &ClientId) -> Result<(), What> {
        let answer = self.say(Ehlo::new(hello.clone()), &[250])?;
        self.server = ServerInfo::from_response(&answer).map_err(|_| What::NotSmtp)?;
        Ok(())
    }

    fn hear(&mut self, expected: &[u16]) -> Result<Response, What> {
        let mut answer = String::new();
        loop {
            let line = self.hear_line()?;
            answer.push_str(&String::from_utf8_lossy(&line));
            // RFC 5321 § 4.2.1: a code and a hyphen, as long as another line follows.
            if line.get(3) != Some(&b'-') {
                break;
            }
            if answer.len() > LONGEST_ANSWER {
                return Err(What::NotSmtp);
            }
        }
        let answer: Response = answer.parse().map_err(|_| What::NotSmtp)?;
        let code = u16::from(answer.code());
        if expected.contains(&code) {
            Ok(answer)
        } else if answer.is_positive() {
            Err(What::NotSmtp)
        } else {
            Err(What::Code(code, answer.message().collect::<Vec<_>>().join(" ")))
        }
    }

    /// A line with its end, CR LF even where the server sends LF alone.
    fn hear_line(&mut self) -> Result<Vec<u8>, What> {
        loop {
            if let Some(end) = self.unread.iter().position(|byte| *byte == b'\n') {
                let mut line: Vec<u8> = self.unread.drain(..=end).collect();
                if !line.ends_with(b"\r\n") {
                    line.truncate(end);
                    line.extend_from_slice(b"\r\n");
                }
                return Ok(line);
            }
            if self.unread.len() > LONGEST_ANSWER {
                return Err(What::NotSmtp);
            }
            let mut buffer = [0; 4096];
            let read = match &mut self.stream {
                Stream::Plain(stream) => stream.read(&mut buffer),
                Stream::Encrypted(stream) => stream.read(&mut buffer),
            };
            match read {
                Ok(0) => return Err(What::Dropped),
                Ok(count) => self.unread.extend_from_slice(&buffer[..count]),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(What::of_io(&error)),
            }
        }
    }
}
