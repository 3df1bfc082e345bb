//! Sentences about messages, for tests, and a folder that they can be taken to.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use ecrin_core::Result;
use ecrin_core::clients::ClientNumber;
use ecrin_core::consents::{Channel, IndicatorId};
use ecrin_core::messages::{
    Carrier, Deliverer, Delivery, DeliveryCounts, FailedBecause, Message, MessageId, MessageRequest, MessageState,
    NewMessage, Outgoing, TemplateId,
};

use crate::TestShop;

/// Writes each message into a file of its own, as a server would keep it; says what came of it like any other carrier.
#[derive(Clone, Debug)]
pub struct Folder(pub PathBuf);

impl Folder {
    /// How many messages arrived.
    ///
    /// # Panics
    /// When the folder cannot be read.
    pub fn arrived(&self) -> usize {
        std::fs::read_dir(&self.0).expect("the folder").count()
    }

    /// Keeps a message.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn keep(&self, message: &Outgoing) -> std::io::Result<()> {
        let name = format!("{}-{}.txt", message.id, message.attempt);
        std::fs::write(self.0.join(name), format!("{}\n{}\n\n{}", message.address, message.subject, message.body))
    }
}

impl Carrier for Folder {
    fn deliver(&mut self, message: &Outgoing) -> Delivery {
        match self.keep(message) {
            Ok(()) => Delivery::Sent { receipt: message.id.to_string() },
            Err(error) => {
                Delivery::Later { because: FailedBecause::Unwritable, detail: error.kind().to_string(), wait: None }
            }
        }
    }
}

/// A deliverer that takes both channels to one folder.
pub fn deliverer(folder: &Path) -> Deliverer {
    let carrier = || -> Box<dyn Carrier> { Box::new(Folder(folder.to_owned())) };
    Deliverer::new([(Channel::Sms, carrier()), (Channel::Mail, carrier())])
}

impl TestShop {
    /// The template of a channel with this name.
    ///
    /// # Panics
    /// When there is none.
    pub fn template(&mut self, channel: Channel, name: &str) -> TemplateId {
        let templates = self.shop().templates().expect("templates");
        templates
            .iter()
            .find(|template| template.text.channel == channel && template.text.name == name)
            .expect("a template")
            .id
    }

    /// The indicator with this code.
    ///
    /// # Panics
    /// When there is none.
    pub fn indicator(&mut self, code: &str) -> IndicatorId {
        let setup = self.shop().consent_setup().expect("a setup");
        setup.indicators.iter().find(|setup| setup.indicator.code == code).expect("an indicator").indicator.id
    }

    /// A message of a template, about the indicator with this code (empty for none).
    pub fn message_about(&mut self, client: ClientNumber, channel: Channel, template: &str, code: &str) -> NewMessage {
        let template = self.template(channel, template);
        let indicator = (!code.is_empty()).then(|| self.indicator(code));
        NewMessage { number: client, template, context: None, indicator }
    }

    /// Writes a message, if the gate lets it.
    ///
    /// # Errors
    /// As `Shop::queue_message`.
    pub fn try_write(&mut self, client: ClientNumber, channel: Channel, template: &str) -> Result<Message> {
        let new = self.message_about(client, channel, template, "");
        self.shop().queue_message(&new).map(|outcome| outcome.value)
    }

    /// Writes a message.
    ///
    /// # Panics
    /// When it is refused.
    pub fn write(&mut self, client: ClientNumber, channel: Channel, template: &str) -> Message {
        self.try_write(client, channel, template).expect("a message")
    }

    /// A message as it stands.
    ///
    /// # Panics
    /// When there is none.
    pub fn message(&mut self, id: MessageId) -> Message {
        self.shop().message(id).expect("a message")
    }

    /// The states of all messages, the oldest first.
    ///
    /// # Panics
    /// When they cannot be read.
    pub fn message_states(&mut self) -> Vec<MessageState> {
        let all = MessageRequest { limit: 500, ..MessageRequest::default() };
        let page = self.shop().messages(&all).expect("messages");
        page.messages.iter().rev().map(|message| message.state).collect()
    }

    /// Takes the next message of a channel, as whoever delivers it does.
    ///
    /// # Panics
    /// When the file cannot be written.
    pub fn claim(&mut self, channel: Channel) -> Option<Outgoing> {
        self.shop().claim_next(channel).expect("a claim").value
    }

    /// Says how an attempt ended.
    ///
    /// # Panics
    /// When the file cannot be written.
    pub fn settle(&mut self, message: &Outgoing, delivery: &Delivery) {
        self.shop().settle(message, delivery).expect("settled");
    }

    /// Takes away all that is due.
    ///
    /// # Panics
    /// When the file cannot be written.
    pub fn deliver(&mut self, deliverer: &mut Deliverer) -> DeliveryCounts {
        let clock = self.clock.clone();
        deliverer.run(self.shop(), &clock, &AtomicBool::new(false), &mut |_| {}).expect("a run")
    }
}

/// How a delivery ended and why, and what the server said (or its receipt).
pub fn summary(delivery: Delivery) -> (String, String) {
    let (kind, because, detail) = match delivery {
        Delivery::Sent { receipt } => ("sent".to_owned(), None, receipt),
        Delivery::Later { because, detail, wait: None } => ("later".to_owned(), Some(because), detail),
        Delivery::Later { because, detail, wait: Some(wait) } => (format!("later in {wait} ms"), Some(because), detail),
        Delivery::Failed { because, detail } => ("failed".to_owned(), Some(because), detail),
        Delivery::Unsure { because, detail } => ("unsure".to_owned(), Some(because), detail),
    };
    (format!("{kind}{}", because.map(|because| format!(" {because:?}")).unwrap_or_default()), detail)
}
