//! How messages leave, as JSON without any password.

use rusqlite::{OptionalExtension, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::consents::Channel;
use crate::messages::mail::MailSetup;
use crate::messages::sms::SmsSetup;
use crate::store::{Rows, Tx};
use crate::{Error, Result};

impl Rows<'_> {
    /// How mails leave; the default where nobody said.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn mail_setup(&self) -> Result<MailSetup> {
        self.carrier_setup(Channel::Mail)
    }

    /// How SMS leave; the default where nobody said.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn sms_setup(&self) -> Result<SmsSetup> {
        self.carrier_setup(Channel::Sms)
    }

    fn carrier_setup<T: DeserializeOwned + Default>(&self, channel: Channel) -> Result<T> {
        let kept: Option<String> = self
            .0
            .prepare_cached("SELECT setup FROM carrier WHERE channel = ?1")?
            .query_row([channel.code()], |row| row.get(0))
            .optional()?;
        let Some(kept) = kept else { return Ok(T::default()) };
        serde_json::from_str(&kept).map_err(|_| Error::Database("a setup of messages is not understood".into()))
    }
}

impl Tx<'_> {
    /// Keeps how messages of a channel leave.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn set_carrier_setup(&self, channel: Channel, setup: &impl Serialize) -> Result<()> {
        let setup = serde_json::to_string(setup).map_err(|_| Error::Database("a setup cannot be written".into()))?;
        self.connection
            .prepare_cached(
                "INSERT INTO carrier (channel, setup) VALUES (?1, ?2)
                 ON CONFLICT (channel) DO UPDATE SET setup = excluded.setup",
            )?
            .execute(params![channel.code(), setup])?;
        self.touch_shop();
        Ok(())
    }
}
