//! A mail server on this computer that does as it is told: takes mails, refuses, delays, breaks off, encrypts with a certificate right or
//! wrong. What arrived can be looked at.

use std::collections::VecDeque;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use base64::Engine as _;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::certificates::{Authority, Certificate};
use crate::loopback::{Loopback, lock};

/// When the server may misbehave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Before its first word.
    Greeting,
    /// At AUTH.
    Login,
    /// At MAIL FROM.
    Sender,
    /// At RCPT TO.
    Recipient,
    /// At DATA.
    Data,
    /// After the 354, before it reads any of the text.
    BeforeText,
    /// When it has the whole text.
    Text,
}

/// How it misbehaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Answers this line.
    Answer(&'static str),
    /// Closes the connection.
    Drop,
    /// Says nothing more.
    Silence,
    /// Answers as it should, this much later.
    Slow(Duration),
}

/// When the connection is encrypted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encryption {
    /// Never.
    #[default]
    Never,
    /// From the first byte.
    FromTheStart,
    /// On STARTTLS.
    OnDemand,
}

/// A mail that the server took, or had whole before it misbehaved.
#[derive(Clone, Debug)]
pub struct Received {
    /// The address of MAIL FROM.
    pub from: String,
    /// The address of RCPT TO.
    pub to: String,
    /// The text, without the stuffed dots.
    pub text: Vec<u8>,
    /// Whether it came encrypted.
    pub encrypted: bool,
    /// Which connection it came on, from 1.
    pub connection: usize,
}

/// How the server is.
#[derive(Clone, Debug, Default)]
pub struct Manners {
    /// When it encrypts.
    pub encryption: Encryption,
    /// Its certificate.
    pub certificate: Certificate,
    /// The name and password without which it takes nothing.
    pub login: Option<(&'static str, &'static str)>,
    /// What somebody on the way puts behind its answer to STARTTLS, in the clear, with its ends of lines.
    pub injected: &'static str,
}

#[derive(Default)]
struct State {
    received: Mutex<Vec<Received>>,
    faults: Mutex<VecDeque<(When, Fault)>>,
    heard: Mutex<Vec<String>>,
}

/// The server; it ends when it is dropped.
pub struct SmtpServer {
    /// Where it listens, at 127.0.0.1.
    pub port: u16,
    authority: String,
    state: Arc<State>,
    loopback: Loopback,
}

impl SmtpServer {
    /// Starts one.
    ///
    /// # Panics
    /// When no port can be had.
    pub fn start(manners: &Manners) -> SmtpServer {
        SmtpServer::start_at(0, manners)
    }

    /// Starts one at this port, such as that of one that went away.
    ///
    /// # Panics
    /// When somebody else has it.
    pub fn start_at(port: u16, manners: &Manners) -> SmtpServer {
        let authority = Authority::new();
        let tls = authority.server(manners.certificate);
        let state = Arc::new(State::default());
        let loopback = {
            let (state, manners) = (Arc::clone(&state), manners.clone());
            Loopback::listen(port, move |stream, number| {
                let line = Line { stream: Stream::Plain(stream), unread: VecDeque::new() };
                let (state, manners, tls) = (Arc::clone(&state), manners.clone(), Arc::clone(&tls));
                let mut talk = Talk { line, state, manners, tls, number, let_in: false };
                // A client that goes away is no failure of the server.
                let _ = talk.run();
            })
        };
        SmtpServer { port: loopback.port, authority: authority.pem(), state, loopback }
    }

    /// The certificate of the authority that vouches for it.
    pub fn authority(&self) -> String {
        self.authority.clone()
    }

    /// Misbehaves once, the next time that it comes to this; several wait in their order.
    pub fn next(&self, when: When, fault: Fault) {
        lock(&self.state.faults).push_back((when, fault));
    }

    /// Goes away as a server does that is switched off: the connections that it has break at the next mail, and nobody answers any more.
    pub fn switch_off(self) -> u16 {
        self.next(When::Sender, Fault::Drop);
        self.port
    }

    /// The mails that it took.
    pub fn received(&self) -> Vec<Received> {
        lock(&self.state.received).clone()
    }

    /// Every command that it heard, in capitals up to its first space.
    pub fn heard(&self) -> Vec<String> {
        lock(&self.state.heard).clone()
    }

    /// How many connections were made.
    pub fn connections(&self) -> usize {
        self.loopback.connections()
    }
}

enum Stream {
    Plain(TcpStream),
    Encrypted(Box<StreamOwned<ServerConnection, TcpStream>>),
    Gone,
}

struct Line {
    stream: Stream,
    unread: VecDeque<u8>,
}

impl Line {
    fn encrypt(&mut self, tls: &Arc<ServerConfig>) -> std::io::Result<()> {
        let Stream::Plain(stream) = std::mem::replace(&mut self.stream, Stream::Gone) else {
            return Err(std::io::ErrorKind::InvalidInput.into());
        };
        let connection = ServerConnection::new(Arc::clone(tls)).map_err(std::io::Error::other)?;
        self.stream = Stream::Encrypted(Box::new(StreamOwned::new(connection, stream)));
        Ok(())
    }

    fn say(&mut self, words: &str) -> std::io::Result<()> {
        self.write(format!("{words}\r\n").as_bytes())
    }

    fn write(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        match &mut self.stream {
            Stream::Plain(stream) => stream.write_all(bytes),
            Stream::Encrypted(stream) => stream.write_all(bytes).and_then(|()| stream.flush()),
            Stream::Gone => Err(std::io::ErrorKind::NotConnected.into()),
        }
    }

    fn read(&mut self) -> std::io::Result<u8> {
        if self.unread.is_empty() {
            let mut buffer = [0; 4096];
            let count = match &mut self.stream {
                Stream::Plain(stream) => stream.read(&mut buffer)?,
                Stream::Encrypted(stream) => stream.read(&mut buffer)?,
                Stream::Gone => 0,
            };
            self.unread.extend(&buffer[..count]);
        }
        self.unread.pop_front().ok_or_else(|| std::io::ErrorKind::UnexpectedEof.into())
    }

    /// A line without its end.
    fn hear(&mut self) -> std::io::Result<Vec<u8>> {
        let mut line = Vec::new();
        while !line.ends_with(b"\r\n") {
            line.push(self.read()?);
        }
        line.truncate(line.len() - 2);
        Ok(line)
    }
}

struct Talk {
    line: Line,
    state: Arc<State>,
    manners: Manners,
    tls: Arc<ServerConfig>,
    number: usize,
    let_in: bool,
}

impl Talk {
    fn run(&mut self) -> std::io::Result<()> {
        if self.manners.encryption == Encryption::FromTheStart {
            self.line.encrypt(&self.tls)?;
        }
        self.answer(When::Greeting, "220 loopback.example ESMTP")?;
        let (mut from, mut to) = (String::new(), String::new());
        loop {
            let command = String::from_utf8_lossy(&self.line.hear()?).into_owned();
            let verb = command.split(' ').next().unwrap_or_default().to_uppercase();
            lock(&self.state.heard).push(verb.clone());
            match verb.as_str() {
                "EHLO" => self.introduce()?,
                "STARTTLS" => {
                    // One packet, as it would arrive.
                    self.line.write(format!("220 Go ahead\r\n{}", self.manners.injected).as_bytes())?;
                    self.line.encrypt(&self.tls)?;
                }
                "AUTH" => self.log_in(&command)?,
                "MAIL" if self.manners.login.is_some() && !self.let_in => {
                    self.line.say("530 5.7.0 Authentication required")?;
                }
                "MAIL" => {
                    from = address(&command);
                    self.answer(When::Sender, "250 2.1.0 Ok")?;
                }
                "RCPT" => {
                    to = address(&command);
                    self.answer(When::Recipient, "250 2.1.5 Ok")?;
                }
                "DATA" => {
                    if self.answer(When::Data, "354 End data with <CR><LF>.<CR><LF>")? {
                        self.take_text(&from, &to)?;
                    }
                }
                "RSET" | "NOOP" => self.line.say("250 2.0.0 Ok")?,
                "QUIT" => return self.line.say("221 2.0.0 Bye"),
                _ => self.line.say("500 5.5.2 Unknown command")?,
            }
        }
    }

    fn introduce(&mut self) -> std::io::Result<()> {
        let plain = matches!(self.line.stream, Stream::Plain(_));
        self.line.say("250-loopback.example")?;
        if plain && self.manners.encryption == Encryption::OnDemand {
            self.line.say("250-STARTTLS")?;
        }
        if self.manners.login.is_some() {
            self.line.say("250-AUTH PLAIN LOGIN")?;
        }
        self.line.say("250 8BITMIME")
    }

    fn log_in(&mut self, command: &str) -> std::io::Result<()> {
        let expected = self.manners.login.map(|(user, password)| {
            let token = base64::engine::general_purpose::STANDARD.encode(format!("\0{user}\0{password}"));
            format!("AUTH PLAIN {token}")
        });
        if expected.as_deref() == Some(command) {
            self.let_in = self.answer(When::Login, "235 2.7.0 Welcome")?;
            Ok(())
        } else {
            self.line.say("535 5.7.8 Username and Password not accepted")
        }
    }

    fn take_text(&mut self, from: &str, to: &str) -> std::io::Result<()> {
        if let Some(fault) = self.fault(When::BeforeText) {
            self.misbehave(&fault)?;
        }
        let mut text = Vec::new();
        loop {
            let line = self.line.hear()?;
            if line == b"." {
                break;
            }
            let unstuffed = line.strip_prefix(b".").unwrap_or(&line);
            text.extend_from_slice(unstuffed);
            text.extend_from_slice(b"\r\n");
        }
        let encrypted = matches!(self.line.stream, Stream::Encrypted(_));
        let mail = Received { from: from.into(), to: to.into(), text, encrypted, connection: self.number };
        let fault = self.fault(When::Text);
        let queued = format!("250 2.0.0 Ok: queued as {}", lock(&self.state.received).len() + 1);
        // Before the answer: whoever hears it may look at once. One that says something else did not take it.
        if !matches!(fault, Some(Fault::Answer(_))) {
            lock(&self.state.received).push(mail);
        }
        self.say(fault.as_ref(), &queued)?;
        Ok(())
    }

    /// Answers, unless it misbehaves now; whether it answered as it should.
    fn answer(&mut self, when: When, words: &str) -> std::io::Result<bool> {
        let fault = self.fault(when);
        self.say(fault.as_ref(), words)
    }

    fn say(&mut self, fault: Option<&Fault>, words: &str) -> std::io::Result<bool> {
        if let Some(fault) = fault {
            self.misbehave(fault)?;
        }
        let as_it_should = !matches!(fault, Some(Fault::Answer(_)));
        if as_it_should {
            self.line.say(words)?;
        }
        Ok(as_it_should)
    }

    fn fault(&self, when: When) -> Option<Fault> {
        let mut faults = lock(&self.state.faults);
        let is_due = faults.front().is_some_and(|(due, _)| *due == when);
        if is_due { faults.pop_front().map(|(_, fault)| fault) } else { None }
    }

    fn misbehave(&mut self, fault: &Fault) -> std::io::Result<()> {
        match fault {
            Fault::Answer(words) => self.line.say(words),
            Fault::Slow(time) => {
                std::thread::sleep(*time);
                Ok(())
            }
            Fault::Drop => Err(std::io::ErrorKind::ConnectionAborted.into()),
            // Until the client goes away.
            Fault::Silence => loop {
                self.line.read()?;
            },
        }
    }
}

fn address(command: &str) -> String {
    command.split(['<', '>']).nth(1).unwrap_or_default().to_owned()
}
