//! Administration › Messages: how they leave.

use super::{Outcome, Shop};
use crate::consents::Channel;
use crate::journal::{JournalChange, Operation};
use crate::messages::mail::{MailSetup, MailWay, Secret};
use crate::messages::sms::{SmsSetup, SmsWay};
use crate::messages::{Carriers, SecretName};
use crate::{Error, Result};

impl Shop {
    /// How mails leave.
    ///
    /// # Errors
    /// What the database may say.
    pub fn mail_setup(&self) -> Result<MailSetup> {
        self.store.rows().mail_setup()
    }

    /// How SMS leave.
    ///
    /// # Errors
    /// What the database may say.
    pub fn sms_setup(&self) -> Result<SmsSetup> {
        self.store.rows().sms_setup()
    }

    /// Says how mails leave. The journal keeps the way, not the address.
    ///
    /// # Errors
    /// `CarrierInvalid` with the first fault.
    pub fn set_mail_setup(&mut self, setup: &MailSetup) -> Result<Outcome<()>> {
        setup.check().map_err(|fault| Error::CarrierInvalid { channel: Channel::Mail, fault: fault.code() })?;
        self.transact(Operation::SetUpMessages, |tx| {
            let before = tx.rows().mail_setup()?;
            tx.set_carrier_setup(Channel::Mail, setup)?;
            tx.journal(None, None, &[JournalChange::new("mail_way", mail_way(&before), mail_way(setup))])
        })
    }

    /// Says how SMS leave. The journal keeps the way, not the address.
    ///
    /// # Errors
    /// `CarrierInvalid` with the first fault.
    pub fn set_sms_setup(&mut self, setup: &SmsSetup) -> Result<Outcome<()>> {
        setup.check().map_err(|fault| Error::CarrierInvalid { channel: Channel::Sms, fault: fault.code() })?;
        self.transact(Operation::SetUpMessages, |tx| {
            let before = tx.rows().sms_setup()?;
            tx.set_carrier_setup(Channel::Sms, setup)?;
            // What waits says the new number.
            tx.replace_stop_mention(before.own_mention(), setup.own_mention())?;
            tx.journal(None, None, &[JournalChange::new("sms_way", sms_way(&before), sms_way(setup))])
        })
    }

    /// What takes this shop's messages away; `secret` is asked for what the file does not hold.
    ///
    /// # Errors
    /// What the database may say.
    pub fn carriers(&self, secret: &dyn Fn(SecretName<'_>) -> Option<Secret>) -> Result<Carriers> {
        let (mail, sms) = (self.mail_setup()?, self.sms_setup()?);
        Ok(crate::messages::carriers(&mail, &sms, &self.identity().file_id, secret))
    }
}

const fn mail_way(setup: &MailSetup) -> &'static str {
    match setup.way {
        MailWay::Folder { .. } => "folder",
        MailWay::Smtp(_) => "smtp",
    }
}

const fn sms_way(setup: &SmsSetup) -> &'static str {
    match setup.way {
        SmsWay::None => "none",
        SmsWay::Notebook { .. } => "notebook",
        SmsWay::MailGateway { .. } => "mail_gateway",
        SmsWay::Http(_) => "http",
    }
}
