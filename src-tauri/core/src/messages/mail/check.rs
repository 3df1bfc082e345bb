//! « Tester la connexion »: what is wrong with a setup, named so that a person knows what to change. Nothing is sent.

use serde::{Deserialize, Serialize};

use super::folder::Folder;
use super::setup::{MailSetup, MailWay, Secret};
use super::smtp::{Patience, Smtp};

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ConnectionProblem {
    /// What to change.
    pub kind: ProblemKind,
    /// What the server said, or the fault of the certificate; without addresses, at most 200 characters; may be empty.
    pub detail: String,
}

/// What a person has to change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum ProblemKind {
    /// A field is empty or unreadable; the detail is the code of a [`MailFault`].
    Setup,
    /// The folder cannot be written.
    Folder,
    /// No host has this name, or the computer has no network.
    Host,
    /// Nobody answers at that port of the host.
    Port,
    /// Nothing is said in time: a firewall on the way, or a port that wants another security.
    Silent,
    /// The connection breaks off: often a port that wants another security.
    Dropped,
    /// What answers is no mail server, or speaks encrypted from the first byte.
    NotAMailServer,
    /// The certificate is not for this host, has expired, or nobody vouches for it.
    Certificate,
    /// The server offers no STARTTLS.
    NoEncryption,
    /// The server does not take the name and password, or wants some.
    Password,
    /// The password would travel in the clear beyond the shop's own network.
    Unprotected,
    /// The server does not take the sender's address.
    Sender,
    /// The server turns us away, or asks to come back later.
    TurnedAway,
}

/// Goes as far as a mail would without any recipient: reaches the server, encrypts, logs in, names the sender. Takes half a minute at most.
///
/// # Errors
/// The first thing that is wrong.
pub fn test_connection(setup: &MailSetup, password: Option<Secret>) -> Result<(), ConnectionProblem> {
    test_connection_with(setup, password, Patience { step: std::time::Duration::from_secs(6), ..Patience::default() })
}

/// [`test_connection`] with another patience.
///
/// # Errors
/// The first thing that is wrong.
pub fn test_connection_with(
    setup: &MailSetup,
    password: Option<Secret>,
    patience: Patience,
) -> Result<(), ConnectionProblem> {
    setup.check().map_err(|fault| ConnectionProblem { kind: ProblemKind::Setup, detail: fault.code().to_owned() })?;
    match &setup.way {
        MailWay::Folder { path } => Folder::new(path)
            .try_writing()
            .map_err(|error| ConnectionProblem { kind: ProblemKind::Folder, detail: error.kind().to_string() }),
        MailWay::Smtp(server) => {
            let mut smtp = Smtp::new(server.clone(), password, patience);
            smtp.rehearse(&setup.sender_address).map_err(|breakage| breakage.problem(smtp.hidden()))
        }
    }
}
