//! Mails on their way: by a server (SMTP), or as files in a folder where there is none.
//!
//! A carrier says exactly what is known of each attempt (see [`Delivery`]): a mail is « sent » when a server answered for its text, « unsure »
//! when the text was handed over and nothing was answered, and otherwise it did not leave. Nothing personal is said or logged.

mod breakage;
mod check;
mod compose;
pub(super) mod detail;
mod folder;
mod html;
mod line;
pub(super) mod percent;
mod setup;
mod smtp;
pub(super) mod tls;

pub use check::{ConnectionProblem, ProblemKind, test_connection, test_connection_with};
pub(super) use compose::{Form, reference};
pub use setup::{MailFault, MailSetup, MailWay, Secret, Security, SmtpServer};
pub use smtp::Patience;
pub(super) use smtp::is_near;

use super::{Carrier, Delivery, FailedBecause, Outgoing};
use compose::{Unfit, compose};
use folder::Folder;
use smtp::Smtp;

/// Takes mails away.
pub struct MailCarrier {
    setup: MailSetup,
    /// The identity of the shop's file, from which the names of mails come.
    file_id: String,
    /// None where what was set up cannot be.
    way: Option<Way>,
}

enum Way {
    Folder(Folder),
    Server(Box<Smtp>),
}

impl MailCarrier {
    /// A carrier for mails of the file with this identity. Nothing is opened before the first mail.
    pub fn new(setup: &MailSetup, password: Option<Secret>, file_id: &str) -> MailCarrier {
        MailCarrier::with_patience(setup, password, file_id, Patience::default())
    }

    /// A carrier with another patience.
    pub fn with_patience(
        setup: &MailSetup,
        password: Option<Secret>,
        file_id: &str,
        patience: Patience,
    ) -> MailCarrier {
        let way = match &setup.way {
            _ if setup.check().is_err() => None,
            MailWay::Folder { path } => Some(Way::Folder(Folder::new(path))),
            MailWay::Smtp(server) => Some(Way::Server(Box::new(Smtp::new(server.clone(), password, patience)))),
        };
        MailCarrier { setup: setup.clone(), file_id: file_id.to_owned(), way }
    }

    pub(super) fn deliver_as(&mut self, message: &Outgoing, form: Form) -> Delivery {
        let later = |because, detail: &str| Delivery::Later { because, detail: detail.to_owned(), wait: None };
        let Some(way) = &mut self.way else { return later(FailedBecause::NoCarrier, "") };
        let mail = match compose(&self.setup, &self.file_id, message, form) {
            Ok(mail) => mail,
            Err(Unfit::Sender) => return later(FailedBecause::NoCarrier, ""),
            Err(Unfit::Recipient) => {
                return Delivery::Failed {
                    because: FailedBecause::AddressRefused,
                    detail: "not an address".to_owned(),
                };
            }
        };
        match way {
            Way::Folder(folder) => match folder.write(&mail.bytes, message.id, chrono::Local::now()) {
                Ok(receipt) => Delivery::Sent { receipt },
                Err(error) => later(FailedBecause::Unwritable, &error.kind().to_string()),
            },
            Way::Server(server) => match server.hand_over(&mail) {
                Ok(receipt) => Delivery::Sent { receipt },
                Err(breakage) => breakage.delivery(&message.address, server.hidden()),
            },
        }
    }
}

impl Carrier for MailCarrier {
    fn deliver(&mut self, message: &Outgoing) -> Delivery {
        self.deliver_as(message, Form::Mailbox)
    }
}

impl std::fmt::Debug for MailCarrier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MailCarrier").finish_non_exhaustive()
    }
}
