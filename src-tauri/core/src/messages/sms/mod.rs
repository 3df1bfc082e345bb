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

pub use filling::Secrets;
pub use gateways::{
    AnswerTest, ByCoding, ByNature, GatewayField, GatewayPart, GatewayPreset, HttpContent, HttpHeader, HttpMethod, HttpRequest,
    Refusal, RefusedPart, Signature, presets,
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
    setup: SmsSetup,
    secrets: Secrets,
    /// The identity of the shop's file, from which the names of messages come.
    file_id: String,
    /// For gateways that are asked by mail.
    mail: Option<MailCarrier>,
    gateway: Option<Gateway>,
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
        let gateway = match &setup.way {
            SmsWay::Http(gateway) => Some(Gateway::new(&gateway.root_certificate, patience)),
            _ => None,
        };
        SmsCarrier { setup: setup.clone(), secrets, file_id: file_id.to_owned(), mail, gateway }
    }

    fn by_http(&self, gateway: &HttpGateway, message: &Outgoing) -> Option<Delivery> {
        let request = gateway.request()?;
        let filling = Filling::new(gateway, &request, &self.secrets, self.setup.sender.trim(), &self.file_id, message);
        Some(self.gateway.as_ref()?.ask(&request, &filling, &self.secrets, message))
    }

    fn by_mail(&mut self, address: &str, message: &Outgoing) -> Option<Delivery> {
        let numbers = filling::numbers(&message.address);
        let value = |name: &str| numbers.iter().find(|(known, _)| *known == name).map(|(_, number)| number.clone());
        let address = filling::fill(address, &value, str::to_owned);
        let mail = Outgoing { address, subject: String::new(), ..message.clone() };
        Some(self.mail.as_mut()?.deliver_as(&mail, Form::Gateway))
    }
}

impl Carrier for SmsCarrier {
    fn deliver(&mut self, message: &Outgoing) -> Delivery {
        let none = Delivery::Later { because: FailedBecause::NoCarrier, detail: String::new(), wait: None };
        if self.setup.check().is_err() {
            return none;
        }
        let delivery = match self.setup.way.clone() {
            SmsWay::None => None,
            SmsWay::Notebook { folder } => Some(match Notebook::new(&folder).add(message, chrono::Local::now()) {
                Ok(receipt) => Delivery::Sent { receipt },
                Err(error) => {
                    let detail = error.kind().to_string();
                    Delivery::Later { because: FailedBecause::Unwritable, detail, wait: None }
                }
            }),
            SmsWay::MailGateway { address } => self.by_mail(&address, message),
            SmsWay::Http(gateway) => self.by_http(&gateway, message),
        };
        delivery.unwrap_or(none)
    }
}

impl std::fmt::Debug for SmsCarrier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SmsCarrier").finish_non_exhaustive()
    }
}
