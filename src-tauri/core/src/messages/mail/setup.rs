//! How mails leave, as the file keeps it: without the password, which is in the system's credential store.

use lettre::Address;
use serde::{Deserialize, Serialize};

/// A password or key from the credential store, wiped from memory when it is dropped.
pub type Secret = zeroize::Zeroizing<String>;

/// Whose mails they are, and which way they go.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub struct MailSetup {
    /// The name that the reader sees; may be empty.
    pub sender_name: String,
    /// The address that the mails come from.
    pub sender_address: String,
    /// Where answers go; empty: to the sender.
    pub reply_to: String,
    /// Where the « STOP » of a mailbox's own button goes; empty: where answers go.
    pub unsubscribe: String,
    /// Folder or server.
    pub way: MailWay,
}

/// Which way mails go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MailWay {
    /// One `.eml` file for each, to be opened and sent by hand.
    Folder {
        /// An existing folder, or one to be made in an existing folder.
        path: String,
    },
    /// A server that takes them away.
    Smtp(SmtpServer),
}

/// A server, as its owner describes it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub struct SmtpServer {
    /// Its name, which its certificate must bear.
    pub host: String,
    /// Usually 465 with [`Security::Tls`], 587 with [`Security::Starttls`].
    pub port: u16,
    /// Whether and when the connection is encrypted.
    pub security: Security,
    /// The user name; empty: the server asks for none.
    pub user: String,
    /// The certificate (PEM) of the authority that vouches for the shop's own server, which is then trusted in place of the system's
    /// authorities; empty: the system's.
    pub root_certificate: String,
}

/// Whether and when a connection is encrypted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Security {
    /// From the first byte (RFC 8314).
    #[default]
    Tls,
    /// From the command STARTTLS on, without which nothing is sent (RFC 3207).
    Starttls,
    /// Never. A password is then sent within the shop's own network only.
    None,
}

/// What is wrong with a setup, before anything is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum MailFault {
    /// The sender's address is none, or their name does not stand on one line.
    Sender,
    /// The address for answers is none.
    ReplyTo,
    /// The address for objections is none.
    Unsubscribe,
    /// No folder is named.
    Folder,
    /// No host is named.
    Host,
    /// The port is 0.
    Port,
    /// The certificate is not one in PEM.
    RootCertificate,
}

impl MailFault {
    /// The code on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            MailFault::Sender => "sender",
            MailFault::ReplyTo => "reply_to",
            MailFault::Unsubscribe => "unsubscribe",
            MailFault::Folder => "folder",
            MailFault::Host => "host",
            MailFault::Port => "port",
            MailFault::RootCertificate => "root_certificate",
        }
    }
}

impl Default for MailWay {
    fn default() -> Self {
        MailWay::Folder { path: String::new() }
    }
}

impl MailSetup {
    /// Looks for what is wrong, in the order of the fields.
    ///
    /// # Errors
    /// The first fault.
    pub fn check(&self) -> Result<(), MailFault> {
        let is_address = |text: &str| text.parse::<Address>().is_ok();
        let is_address_or_empty = |text: &str| text.is_empty() || is_address(text);
        match &self.way {
            _ if !is_address(&self.sender_address) || self.sender_name.contains(char::is_control) => {
                Err(MailFault::Sender)
            }
            _ if !is_address_or_empty(&self.reply_to) => Err(MailFault::ReplyTo),
            _ if !is_address_or_empty(&self.unsubscribe) => Err(MailFault::Unsubscribe),
            MailWay::Folder { path } if path.trim().is_empty() => Err(MailFault::Folder),
            MailWay::Smtp(server) if server.host.trim().is_empty() => Err(MailFault::Host),
            MailWay::Smtp(server) if server.port == 0 => Err(MailFault::Port),
            MailWay::Smtp(server) if !server.has_readable_root() => Err(MailFault::RootCertificate),
            _ => Ok(()),
        }
    }

    /// Where objections go.
    pub(super) fn unsubscribe_address(&self) -> &str {
        let choices = [&self.unsubscribe, &self.reply_to, &self.sender_address];
        choices.into_iter().find(|address| !address.is_empty()).map_or("", |address| address)
    }
}

impl SmtpServer {
    fn has_readable_root(&self) -> bool {
        self.root_certificate.is_empty() || super::tls::certificates(&self.root_certificate).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setup(change: impl FnOnce(&mut MailSetup)) -> Result<(), MailFault> {
        let server = SmtpServer { host: "smtp.boutique.example".into(), port: 465, ..SmtpServer::default() };
        let mut setup = MailSetup {
            sender_address: "contact@boutique.example".into(),
            way: MailWay::Smtp(server),
            ..MailSetup::default()
        };
        change(&mut setup);
        setup.check()
    }

    fn server(change: impl FnOnce(&mut SmtpServer)) -> Result<(), MailFault> {
        setup(|setup| {
            if let MailWay::Smtp(server) = &mut setup.way {
                change(server);
            }
        })
    }

    #[test]
    fn the_first_fault_is_named() {
        assert_eq!(setup(|_| ()), Ok(()));
        assert_eq!(setup(|s| s.sender_address.clear()), Err(MailFault::Sender));
        assert_eq!(setup(|s| s.sender_address = "Boutique <contact@boutique.example>".into()), Err(MailFault::Sender));
        assert_eq!(setup(|s| s.sender_name = "Bijouterie\r\nd’Essai".into()), Err(MailFault::Sender));
        assert_eq!(setup(|s| s.reply_to = "contact".into()), Err(MailFault::ReplyTo));
        assert_eq!(setup(|s| s.unsubscribe = "@".into()), Err(MailFault::Unsubscribe));
        assert_eq!(setup(|s| s.way = MailWay::default()), Err(MailFault::Folder));
        assert_eq!(server(|s| s.host.clear()), Err(MailFault::Host));
        assert_eq!(server(|s| s.port = 0), Err(MailFault::Port));
        assert_eq!(server(|s| s.root_certificate = "-----BEGIN".into()), Err(MailFault::RootCertificate));
    }

    #[test]
    fn a_setup_keeps_its_shape_in_the_file() {
        let text = r#"{"sender_name":"","sender_address":"a@b.example","way":{"kind":"smtp","host":"h","port":587,"security":"starttls","user":"u"}}"#;
        let setup: MailSetup = serde_json::from_str(text).unwrap();
        let MailWay::Smtp(server) = &setup.way else { panic!("{setup:?}") };
        assert_eq!((server.port, server.security, server.root_certificate.as_str()), (587, Security::Starttls, ""));
        assert_eq!(serde_json::from_str::<MailSetup>(&serde_json::to_string(&setup).unwrap()).unwrap(), setup);
        let folder: MailSetup = serde_json::from_str(r#"{"way":{"kind":"folder","path":"/tmp"}}"#).unwrap();
        assert_eq!(folder.way, MailWay::Folder { path: "/tmp".into() });
    }
}
