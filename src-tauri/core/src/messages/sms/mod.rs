//! SMS on their way: by a gateway that is asked over HTTP or by mail, or into a notebook to be sent by hand; and what they take.
//!
//! Gateways are data ([`presets`]). As with mails, a carrier says what is known: « sent » when a gateway said yes, « unsure » when it heard of
//! the SMS and nobody can tell what it answered.

mod answer;
mod filling;
mod gateways;
mod hours;
mod http;
mod notebook;
mod segments;
mod setup;
mod sign;
mod stop;

pub use filling::Secrets;
pub use gateways::{
    AnswerTest, ByCoding, ByNature, GatewayField, GatewayPart, GatewayPreset, HttpContent, HttpHeader, HttpMethod,
    HttpRequest, Refusal, RefusedPart, Signature, presets,
};
pub use hours::SmsHours;
pub use segments::{ForcingCharacter, SmsEncoding, SmsLength, in_default_alphabet, measure};
pub use setup::{HttpGateway, SmsFault, SmsSetup, SmsWay};

use super::mail::{Form, MailCarrier, Patience};
use super::{Carrier, Delivery, FailedBecause, Outgoing};
use filling::Filling;
use http::Gateway;
use notebook::Notebook;

/// Takes SMS away.
pub struct SmsCarrier {
    sender: String,
    secrets: Secrets,
    /// The identity of the shop's file, from which the names of messages come.
    file_id: String,
    way: Way,
}

/// Which way, ready to be gone.
enum Way {
    /// Nothing that can work was set up.
    None,
    Notebook(Notebook),
    Mail {
        /// With a name in braces for the number.
        address: String,
        carrier: Box<MailCarrier>,
    },
    Http(Box<Asking>),
}

/// A gateway, how it is asked, and the connections to it.
struct Asking {
    gateway: HttpGateway,
    request: HttpRequest,
    connections: Gateway,
}

impl SmsCarrier {
    /// A carrier for SMS of the file with this identity. `mail` is used by [`SmsWay::MailGateway`] only. Nothing is opened before the first SMS.
    pub fn new(setup: &SmsSetup, secrets: Secrets, mail: Option<MailCarrier>, file_id: &str) -> SmsCarrier {
        SmsCarrier::with_patience(setup, secrets, mail, file_id, http::PATIENCE)
    }

    /// A carrier with another patience.
    pub fn with_patience(
        setup: &SmsSetup,
        secrets: Secrets,
        mail: Option<MailCarrier>,
        file_id: &str,
        patience: Patience,
    ) -> SmsCarrier {
        let way = if setup.check().is_ok() { Way::of(&setup.way, mail, patience) } else { Way::None };
        SmsCarrier { sender: setup.sender.trim().to_owned(), secrets, file_id: file_id.to_owned(), way }
    }
}

impl Way {
    fn of(way: &SmsWay, mail: Option<MailCarrier>, patience: Patience) -> Way {
        match way {
            SmsWay::None => Way::None,
            SmsWay::Notebook { folder } => Way::Notebook(Notebook::new(folder)),
            SmsWay::MailGateway { address } => {
                mail.map_or(Way::None, |carrier| Way::Mail { address: address.clone(), carrier: Box::new(carrier) })
            }
            SmsWay::Http(gateway) => gateway.request().map_or(Way::None, |request| {
                let connections = Gateway::new(&gateway.root_certificate, patience);
                Way::Http(Box::new(Asking { gateway: (**gateway).clone(), request, connections }))
            }),
        }
    }
}

impl Carrier for SmsCarrier {
    fn deliver(&mut self, message: &Outgoing) -> Delivery {
        match &mut self.way {
            Way::None => Delivery::Later { because: FailedBecause::NoCarrier, detail: String::new(), wait: None },
            Way::Notebook(notebook) => match notebook.add(message, chrono::Local::now()) {
                Ok(receipt) => Delivery::Sent { receipt },
                Err(error) => {
                    let detail = error.kind().to_string();
                    Delivery::Later { because: FailedBecause::Unwritable, detail, wait: None }
                }
            },
            Way::Mail { address, carrier } => {
                let numbers = filling::numbers(&message.address);
                let value =
                    |name: &str| numbers.iter().find(|(known, _)| *known == name).map(|(_, number)| number.clone());
                let address = filling::fill(address, &value, str::to_owned);
                let mail = Outgoing { address, subject: String::new(), ..message.clone() };
                carrier.deliver_as(&mail, Form::Gateway)
            }
            Way::Http(asking) => {
                let Asking { gateway, request, connections } = &**asking;
                let filling = Filling::new(gateway, request, &self.secrets, &self.sender, &self.file_id, message);
                connections.ask(request, &filling, &self.secrets, message)
            }
        }
    }
}

impl std::fmt::Debug for SmsCarrier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SmsCarrier").finish_non_exhaustive()
    }
}
