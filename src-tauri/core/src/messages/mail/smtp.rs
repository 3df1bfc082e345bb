//! A conversation with a mail server (RFC 5321), one command at a time, so that it is known how far it came when it breaks.
//!
//! The connection is kept from one mail to the next. One that went stale meanwhile is opened again once: no text was handed over on it.

use std::net::{IpAddr, Ipv4Addr, SocketAddr, ToSocketAddrs as _};
use std::time::{Duration, Instant};

use lettre::Address;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::commands::{Data, Mail as MailFrom, Quit, Rcpt, Rset};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};

use super::breakage::{Breakage, Step, What};
use super::compose::Mail;
use super::detail::{self, Hidden};
use super::line::{Line, Tls};
use super::setup::{Secret, Security, SmtpServer};

/// Addresses of a host that are tried.
const ADDRESSES: usize = 3;
/// Waits that everything before the text may take together.
const STEPS: u32 = 4;
/// A connection that was idle longer is not trusted.
const IDLE: Duration = Duration::from_secs(60);
/// What a goodbye may take.
const GOODBYE: Duration = Duration::from_secs(1);

/// The code that says that a command was done.
const OK: [u16; 1] = [250];

/// How long a server is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// For each of its answers before the text; four times that for all of them.
    pub step: Duration,
    /// For its answer to the text.
    pub answer: Duration,
}

impl Default for Patience {
    /// Half a minute before the text, half a minute after it.
    fn default() -> Self {
        Patience { step: Duration::from_secs(8), answer: Duration::from_secs(28) }
    }
}

/// A server, and the connection to it if there is one.
pub(super) struct Smtp {
    server: SmtpServer,
    password: Option<Secret>,
    /// What must not be kept of an answer.
    hidden: Hidden,
    patience: Patience,
    tls: Option<Tls>,
    kept: Option<(Line, Instant)>,
}

impl Smtp {
    pub(super) fn new(server: SmtpServer, password: Option<Secret>, patience: Patience) -> Smtp {
        let hidden = Hidden::new(&server.user, password.iter().map(|password| password.as_str()));
        Smtp { server, password, hidden, patience, tls: None, kept: None }
    }

    /// What must not be kept of an answer.
    pub(super) fn hidden(&self) -> &Hidden {
        &self.hidden
    }

    /// Hands a mail over and returns the name under which the server took it.
    pub(super) fn hand_over(&mut self, mail: &Mail) -> Result<String, Breakage> {
        let time = Time::new(self.patience);
        if let Some((line, used)) = self.kept.take()
            && used.elapsed() < IDLE
        {
            match self.converse(line, mail, &time) {
                Err(Breakage { step: Step::Sender, what: What::Dropped | What::TimedOut | What::Code(421, _) }) => {}
                other => return other,
            }
        }
        let line = self.open(&time)?;
        self.converse(line, mail, &time)
    }

    /// Goes as far as naming the sender, and takes it back.
    pub(super) fn rehearse(&mut self, sender: &str) -> Result<(), Breakage> {
        let time = Time::new(self.patience);
        let mut line = self.open(&time)?;
        let sender: Address = sender.parse().map_err(|_| Breakage::new(Step::Sender, What::NoAccents))?;
        time.say(&mut line, Step::Sender, MailFrom::new(Some(sender), Vec::new()), &OK)?;
        let _ = time.say(&mut line, Step::Sender, Rset, &OK);
        goodbye(line);
        Ok(())
    }

    fn converse(&mut self, mut line: Line, mail: &Mail, time: &Time) -> Result<String, Breakage> {
        let handed = hand_over(&mut line, mail, time, &self.hidden);
        let in_order = match &handed {
            Ok(_) => true,
            // The server refused and is still there: the next mail begins anew.
            Err(Breakage { what: What::Code(code, _), .. }) if *code != 421 => {
                time.say(&mut line, Step::Sender, Rset, &OK).is_ok()
            }
            Err(_) => false,
        };
        if in_order {
            self.kept = Some((line, Instant::now()));
        }
        handed
    }

    fn open(&mut self, time: &Time) -> Result<Line, Breakage> {
        let broke = |what| Breakage::new(Step::Connecting, what);
        let host = self.server.host.trim();
        let found = (host, self.server.port).to_socket_addrs().map_err(|_| broke(What::NoHost))?;
        let addresses: Vec<SocketAddr> = found.take(ADDRESSES).collect();
        let hello = ClientId::Ipv4(Ipv4Addr::LOCALHOST);
        let tls = if self.server.security == Security::None { None } else { Some(self.tls().map_err(broke)?) };
        let at_once = tls.as_ref().filter(|_| self.server.security == Security::Tls);
        let mut line = Line::reach(&addresses, at_once, &hello, time.step).map_err(broke)?;
        if self.server.security == Security::Starttls
            && let Some(tls) = &tls
        {
            if !line.server().supports_feature(Extension::StartTls) {
                goodbye(line);
                return Err(broke(What::NoEncryption));
            }
            line = line.encrypt(tls, &hello).map_err(broke)?;
        }
        if !self.server.user.is_empty() {
            let near = addresses.iter().all(|address| is_near(address.ip()));
            self.log_in(&mut line, time, near)?;
        }
        Ok(line)
    }

    fn log_in(&self, line: &mut Line, time: &Time, near: bool) -> Result<(), Breakage> {
        let broke = |what| Breakage::new(Step::LoggingIn, what);
        let password = self.password.as_ref().ok_or_else(|| broke(What::NoPassword))?;
        if !line.is_encrypted() && !near {
            return Err(broke(What::Unprotected));
        }
        let credentials = Credentials::new(self.server.user.clone(), password.to_string());
        time.allow(line, Step::LoggingIn)?;
        line.log_in(&[Mechanism::Plain, Mechanism::Login], &credentials).map_err(broke)
    }

    /// Whom the line trusts; read once.
    fn tls(&mut self) -> Result<Tls, What> {
        if let Some(tls) = &self.tls {
            return Ok(tls.clone());
        }
        let tls = Tls::new(self.server.host.trim(), &self.server.root_certificate)?;
        self.tls = Some(tls.clone());
        Ok(tls)
    }
}

impl Drop for Smtp {
    fn drop(&mut self) {
        if let Some((line, _)) = self.kept.take() {
            goodbye(line);
        }
    }
}

/// The time that one mail may take.
struct Time {
    step: Duration,
    answer: Duration,
    text_by: Instant,
}

impl Time {
    fn new(patience: Patience) -> Time {
        let Patience { step, answer } = patience;
        Time { step, answer, text_by: Instant::now() + step * STEPS }
    }

    /// Lets the next wait be as long as a step, or what is left of all steps.
    fn allow(&self, line: &mut Line, step: Step) -> Result<(), Breakage> {
        let left = self.text_by.saturating_duration_since(Instant::now()).min(self.step);
        if left.is_zero() {
            return Err(Breakage::new(step, What::TimedOut));
        }
        line.wait_at_most(left).map_err(|what| Breakage::new(step, what))
    }

    fn say(
        &self,
        line: &mut Line,
        step: Step,
        command: impl std::fmt::Display,
        expected: &[u16],
    ) -> Result<(), Breakage> {
        self.allow(line, step)?;
        line.say(command, expected).map(drop).map_err(|what| Breakage::new(step, what))
    }
}

fn hand_over(line: &mut Line, mail: &Mail, time: &Time, hidden: &Hidden) -> Result<String, Breakage> {
    let mut parameters = Vec::new();
    if !AsRef::<str>::as_ref(&mail.to).is_ascii() || !AsRef::<str>::as_ref(&mail.from).is_ascii() {
        if !line.server().supports_feature(Extension::SmtpUtfEight) {
            return Err(Breakage::new(Step::Recipient, What::NoAccents));
        }
        parameters.push(MailParameter::SmtpUtfEight);
    }
    time.say(line, Step::Sender, MailFrom::new(Some(mail.from.clone()), parameters), &OK)?;
    // 251: it will pass the mail on; 252: it cannot tell, and tries (RFC 5321 § 4.2.3).
    time.say(line, Step::Recipient, Rcpt::new(mail.to.clone(), Vec::new()), &[250, 251, 252])?;
    time.say(line, Step::Data, Data, &[354])?;
    line.wait_at_most(time.answer).map_err(|what| Breakage::new(Step::Data, what))?;
    // In one piece: in two, the second waits for the server's system to acknowledge the first (RFC 896), which it puts off by 40 ms
    // (RFC 1122 § 4.2.3.2).
    let answer = line.say_bytes(&stuffed(&mail.bytes), &OK).map_err(|what| Breakage::new(Step::Text, what))?;
    Ok(detail::receipt(answer.first_line().unwrap_or_default(), mail.to.as_ref(), hidden))
}

/// A text as it is said: a line that begins with a dot gets another one, a line with a single dot ends it (RFC 5321 § 4.5.2).
fn stuffed(text: &[u8]) -> Vec<u8> {
    let mut said = Vec::with_capacity(text.len() + 16);
    for line in text.split_inclusive(|byte| *byte == b'\n') {
        if line.starts_with(b".") {
            said.push(b'.');
        }
        said.extend_from_slice(line);
    }
    if !said.ends_with(b"\r\n") {
        said.extend_from_slice(b"\r\n");
    }
    said.extend_from_slice(b".\r\n");
    said
}

/// Leaves politely, without waiting long.
fn goodbye(mut line: Line) {
    if line.wait_at_most(GOODBYE).is_ok() {
        let _ = line.say(Quit, &[221]);
    }
}

/// Whether an address lies within the computer or the shop's own network (RFC 1918, 3927, 4193, 4291).
pub(in crate::messages) fn is_near(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => v4.is_loopback() || v4.is_private() || v4.is_link_local(),
        IpAddr::V6(v6) => v6.is_loopback() || v6.is_unique_local() || v6.is_unicast_link_local(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dot_at_the_beginning_of_a_line_ends_no_text() {
        assert_eq!(stuffed(b"un\r\n.\r\n..deux\r\na.b\r\n"), b"un\r\n..\r\n...deux\r\na.b\r\n.\r\n");
        assert_eq!(stuffed(b".fin"), b"..fin\r\n.\r\n");
        assert_eq!(stuffed(b""), b"\r\n.\r\n");
    }

    #[test]
    fn the_shop_s_own_network_is_told_from_the_world() {
        for near in ["127.0.0.1", "192.168.1.20", "10.0.0.5", "172.16.3.4", "169.254.1.1", "::1", "fd00::1", "fe80::1"]
        {
            assert!(is_near(near.parse().unwrap()), "{near}");
        }
        for far in ["203.0.113.5", "172.32.0.1", "2001:db8::1"] {
            assert!(!is_near(far.parse().unwrap()), "{far}");
        }
    }
}
