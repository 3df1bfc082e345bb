//! What the gate asks the file about one client.

use rusqlite::{OptionalExtension, params};

use crate::clients::ClientNumber;
use crate::consents::{Channel, Given, Indicator, IndicatorId, Purpose};
use crate::contact::{ContactFacts, Reach, Standing, Stored, Verdict, in_france, may_contact, may_write};
use crate::messages::MessagePurpose;
use crate::store::{Rows, Tx};
use crate::{Error, Result};

/// The bits of `contact_facts` above those of the channels; see the migration.
const INACTIVE: u8 = 16;
const RESTRICTED: u8 = 32;
const PROFESSIONAL: u8 = 64;
const CUSTOMER: u8 = 128;

impl Rows<'_> {
    /// Where a client stands on every indicator, archived ones included.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn standings(&self, client: ClientNumber, indicators: &[Indicator]) -> Result<Vec<Standing>> {
        let mut select = self
            .0
            .prepare_cached("SELECT answer, unproven, decision FROM consent WHERE indicator = ?1 AND client = ?2")?;
        indicators
            .iter()
            .map(|indicator| {
                let answer = select
                    .query_row(params![indicator.id, client], |row| {
                        Ok((row.get::<_, i64>(0)?, row.get(1)?, row.get(2)?))
                    })
                    .optional()?;
                let answer = answer
                    .map(|(number, unproven, decision)| {
                        let given = Given::from_number(number).ok_or(Error::FileCorrupt)?;
                        Ok::<_, Error>(Stored { given, decision, unproven })
                    })
                    .transpose()?;
                Ok(standing(indicator, answer))
            })
            .collect()
    }

    /// What is known of a client besides their answers.
    ///
    /// # Errors
    /// `ClientNotFound`; `ClientRemoved`, `ClientMerged` for one that was removed.
    pub(crate) fn contact_facts(&self, client: ClientNumber) -> Result<ContactFacts<'static>> {
        let bits = self
            .0
            .prepare_cached("SELECT contact_facts FROM client WHERE number = ?1 AND removed_at IS NULL")?
            .query_row([client], |row| row.get(0))
            .optional()?
            .ok_or_else(|| self.absent(client))?;
        Ok(facts(bits))
    }

    /// Calls `each` with every no that stands, whatever it was said about: of what is no longer asked, only until a later yes to
    /// what replaced it, as the gate sees it.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn refused(&self, mut each: impl FnMut(ClientNumber, Channel, Purpose)) -> Result<()> {
        let mut select = self.0.prepare_cached(include_str!("refused.sql"))?;
        for indicator in self.indicators()? {
            let (channel, purpose) = (indicator.channel, indicator.purpose);
            let mut rows =
                select.query(params![indicator.id, indicator.archived_at.is_some(), channel.code(), purpose.code()])?;
            while let Some(row) = rows.next()? {
                each(row.get(0)?, channel, purpose);
            }
        }
        Ok(())
    }

    /// Asks the gate about one client at a moment (UTC milliseconds).
    ///
    /// # Errors
    /// `ClientNotFound`.
    pub(crate) fn may_contact(
        &self,
        client: ClientNumber,
        channel: Channel,
        purpose: Purpose,
        at: i64,
    ) -> Result<Verdict> {
        let standings = self.standings(client, &self.indicators()?)?;
        let facts = ContactFacts { standings: &standings, ..self.contact_facts(client)? };
        Ok(may_contact(&facts, channel, purpose, in_france(at)))
    }

    /// Asks the gate about a message to one client at a moment (UTC milliseconds); `asked` is the indicator that it asks for. Where hours bind
    /// an SMS, the shop's own within them do too.
    ///
    /// # Errors
    /// `ClientNotFound`; `IndicatorNotFound` for a question that is no longer asked.
    pub(crate) fn may_write(
        &self,
        client: ClientNumber,
        channel: Channel,
        purpose: MessagePurpose,
        asked: Option<IndicatorId>,
        at: i64,
    ) -> Result<Verdict> {
        let indicators = self.indicators()?;
        let question = match asked {
            Some(id) => {
                let open = indicators.iter().find(|other| other.id == id && other.archived_at.is_none());
                let asked = open.ok_or(Error::IndicatorNotFound)?;
                Some((asked.channel, asked.purpose))
            }
            None => None,
        };
        let standings = self.standings(client, &indicators)?;
        let facts = ContactFacts { standings: &standings, ..self.contact_facts(client)? };
        let local = in_france(at);
        let verdict = may_write(&facts, channel, purpose, question, local);
        // Nothing is read where no hours bind.
        if channel != Channel::Sms || !verdict.rule.hours_bind {
            return Ok(verdict);
        }
        Ok(verdict.narrowed_to(self.sms_setup()?.hours_within().minutes(), local))
    }
}

impl Tx<'_> {
    /// Restricts the processing of a client's data from now on, or lifts the restriction.
    ///
    /// # Errors
    /// `ClientNotFound`.
    pub(crate) fn set_client_restricted(&self, number: ClientNumber, restricted: bool) -> Result<()> {
        let at = restricted.then(|| self.now());
        let changed = self
            .connection
            .prepare_cached("UPDATE client SET restricted_at = ?2 WHERE number = ?1")?
            .execute(params![number, at])?;
        if changed == 0 {
            return Err(Error::ClientNotFound(number));
        }
        self.touch(number);
        Ok(())
    }
}

/// What the bits that the file keeps say, without any answer.
pub(super) fn facts(bits: u8) -> ContactFacts<'static> {
    ContactFacts {
        professional: bits & PROFESSIONAL != 0,
        inactive: bits & INACTIVE != 0,
        restricted: bits & RESTRICTED != 0,
        customer: bits & CUSTOMER != 0,
        reach: Reach::from_bits(bits),
        standings: &[],
    }
}

pub(super) fn standing(indicator: &Indicator, answer: Option<Stored>) -> Standing {
    Standing {
        indicator: indicator.id,
        channel: indicator.channel,
        purpose: indicator.purpose,
        kind: indicator.kind,
        audience: indicator.audience,
        archived: indicator.archived_at.is_some(),
        answer,
    }
}
