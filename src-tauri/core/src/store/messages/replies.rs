//! Replies of clients: which were read, whose they are, and what they may answer.

use rusqlite::{OptionalExtension as _, Row, params};

use crate::clients::ClientNumber;
use crate::messages::replies::AskedIndicator;
use crate::phones::Phone;
use crate::store::{Rows, Tx};
use crate::{Error, Result};

/// What is remembered of a reply.
pub(crate) struct ReplyBefore {
    /// When it was read first, UTC milliseconds.
    pub(crate) imported_at: i64,
    /// It was a STOP.
    pub(crate) stop: bool,
}

/// What a record was asked by SMS and has not answered since.
const ASKED_BY_SMS: &str =
    concat!("WITH own (number) AS ", include_str!("../clients/family.sql"), include_str!("asked_by_sms.sql"));
/// The SMS that wait for a record and for those that went into it.
const WAITING_SMS: &str = concat!(
    "SELECT count(*) FROM message WHERE channel = 'sms' AND state = 'pending' AND client IN ",
    include_str!("../clients/family.sql"),
);

impl Rows<'_> {
    /// What is remembered of the reply with this digest, if it was shown or written before.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn reply_before(&self, digest: &[u8; 32]) -> Result<Option<ReplyBefore>> {
        Ok(self
            .0
            .prepare_cached("SELECT imported_at, stop FROM reply WHERE digest = ?1")?
            .query_row([digest.as_slice()], |row| Ok(ReplyBefore { imported_at: row.get(0)?, stop: row.get(1)? }))
            .optional()?)
    }

    /// Whether an answer of a client by SMS was recorded after a moment (UTC milliseconds).
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn has_answered_by_sms_since(&self, client: ClientNumber, since: i64) -> Result<bool> {
        Ok(self
            .0
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM decision WHERE client = ?1 AND channel = 'sms' AND recorded_at > ?2)",
            )?
            .query_row(params![client, since], |row| row.get(0))?)
    }

    /// Everybody who has this number (E.164), inactive ones too, with the name that the search shows; also those in whose fields it stands
    /// among other words, and those whose record took in another one that has it.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn clients_of_number(&self, number: &str) -> Result<Vec<(ClientNumber, String)>> {
        let digits = Phone::from_stored(number, true).digits();
        let mut select = self.0.prepare_cached(include_str!("clients_of_number.sql"))?;
        let found = select.query_map([format!("\"{digits}\"")], |row| {
            // The index knows words, which may be of a name.
            let has_it = phones(row)?.iter().any(|phone| phone.digits().split(' ').any(|own| own == digits));
            Ok(if has_it { Some((row.get::<_, ClientNumber>("number")?, super::name(row)?)) } else { None })
        })?;
        let mut clients = found.filter_map(rusqlite::Result::transpose).collect::<rusqlite::Result<Vec<_>>>()?;
        for client in self.took_in(number)? {
            if !clients.iter().any(|(known, _)| *known == client.0) {
                clients.push(client);
            }
        }
        clients.sort_unstable_by_key(|(client, _)| *client);
        Ok(clients)
    }

    /// The records that took in one that has this number.
    fn took_in(&self, number: &str) -> Result<Vec<(ClientNumber, String)>> {
        let merged: Vec<ClientNumber> = self
            .0
            .prepare_cached("SELECT number FROM client WHERE merged_into IS NOT NULL AND ?1 IN (phone, mobile)")?
            .query_map([number], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let mut clients = Vec::with_capacity(merged.len());
        for client in merged {
            match self.living(client) {
                Ok(living) => clients.extend(self.client_row(living)?.map(|(row, _)| (living, row.name()))),
                Err(Error::ClientRemoved(..)) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(clients)
    }

    /// What a client was asked by SMS and has not answered since, the newest request first. What was asked of the records that went into
    /// theirs was asked of them.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn asked_by_sms(&self, client: ClientNumber) -> Result<Vec<AskedIndicator>> {
        let mut select = self.0.prepare_cached(ASKED_BY_SMS)?;
        let asked = select.query_map([client], |row| {
            Ok(AskedIndicator { client, indicator: row.get(0)?, name: row.get(1)?, at: row.get(2)? })
        })?;
        Ok(asked.collect::<rusqlite::Result<_>>()?)
    }

    /// How many SMS wait for a client, also by the name of a record that went into theirs.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn waiting_sms(&self, client: ClientNumber) -> Result<u64> {
        let count: i64 = self.0.prepare_cached(WAITING_SMS)?.query_row([client], |row| row.get(0))?;
        Ok(u64::try_from(count).unwrap_or_default())
    }
}

impl Tx<'_> {
    /// Remembers that a reply was shown, or that its STOP was written. `client` is the first of those whose number it is; `received_at` is UTC
    /// milliseconds. A reply that was no STOP when it was read first can become one.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn remember_reply(
        &self,
        digest: &[u8; 32],
        client: ClientNumber,
        received_at: i64,
        stop: bool,
    ) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO reply (digest, client, received_at, imported_at, stop) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (digest) DO UPDATE SET stop = excluded.stop",
            )?
            .execute(params![digest.as_slice(), client, received_at, self.now(), stop])?;
        Ok(())
    }
}

fn phones(row: &Row<'_>) -> rusqlite::Result<[Phone; 2]> {
    let phone = |number: &str, readable: &str| -> rusqlite::Result<Phone> {
        Ok(Phone::from_stored(&row.get::<_, String>(number)?, row.get(readable)?))
    };
    Ok([phone("phone", "phone_readable")?, phone("mobile", "mobile_readable")?])
}
