//! The gate over a whole file: every client judged in the order of their numbers, in one pass over two narrow tables.

use chrono::NaiveDateTime;
use rusqlite::{Rows as Cursor, Statement};

use super::contact::{facts, standing};
use crate::clients::ClientNumber;
use crate::consents::{Channel, Given, Indicator, Purpose};
use crate::contact::{ContactFacts, Standing, Stored, Verdict, in_france, may_contact};
use crate::store::Rows;
use crate::{Error, Reader, Result};

/// One client's verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Whose.
    pub client: ClientNumber,
    /// The gate's answer.
    pub verdict: Verdict,
}

impl Reader {
    /// Asks the gate about every client, for one channel and purpose at a moment (UTC milliseconds).
    ///
    /// # Errors
    /// What the database or `each` may say.
    pub fn judge_all(
        &self,
        channel: Channel,
        purpose: Purpose,
        at: i64,
        each: impl FnMut(Judged) -> Result<()>,
    ) -> Result<()> {
        self.rows().judge_all(channel, purpose, at, each)
    }
}

/// The gate, ready to be asked about one client after the other for one channel and purpose at one moment.
#[derive(Clone, Debug)]
pub(crate) struct Guard {
    channel: Channel,
    purpose: Purpose,
    at: NaiveDateTime,
    /// The indicators of that channel and purpose.
    asked: Vec<Indicator>,
}

impl Rows<'_> {
    /// Makes the gate ready (`at` in UTC milliseconds).
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn guard(&self, channel: Channel, purpose: Purpose, at: i64) -> Result<Guard> {
        let asked = (self.indicators()?.into_iter())
            .filter(|indicator| indicator.channel == channel && indicator.purpose == purpose)
            .collect();
        Ok(Guard { channel, purpose, at: in_france(at), asked })
    }

    /// Asks the gate about a client, of whom `bits` is what `client_contact` keeps.
    ///
    /// # Errors
    /// What the database may say.
    pub(in crate::store) fn judge(&self, guard: &Guard, client: ClientNumber, bits: u8) -> Result<Verdict> {
        let standings = self.standings(client, &guard.asked)?;
        let known = ContactFacts { standings: &standings, ..facts(bits) };
        Ok(may_contact(&known, guard.channel, guard.purpose, guard.at))
    }

    /// See [`Reader::judge_all`].
    ///
    /// # Errors
    /// What the database or `each` may say.
    pub(crate) fn judge_all(
        &self,
        channel: Channel,
        purpose: Purpose,
        at: i64,
        mut each: impl FnMut(Judged) -> Result<()>,
    ) -> Result<()> {
        let Guard { asked, at, .. } = self.guard(channel, purpose, at)?;
        let mut selects = asked
            .iter()
            .map(|_| self.0.prepare(include_str!("answers_of_indicator.sql")))
            .collect::<rusqlite::Result<Vec<Statement<'_>>>>()?;
        let mut answers = Vec::with_capacity(asked.len());
        for (select, indicator) in selects.iter_mut().zip(&asked) {
            answers.push(Answers::of(select, indicator)?);
        }
        let mut standings: Vec<Standing> = asked.iter().map(|indicator| standing(indicator, None)).collect();
        let mut clients = self.0.prepare(include_str!("judged.sql"))?;
        let mut clients = clients.query([])?;
        while let Some(row) = clients.next()? {
            let client: ClientNumber = row.get(0)?;
            for (standing, answers) in standings.iter_mut().zip(&mut answers) {
                standing.answer = answers.of_client(client)?;
            }
            let known = ContactFacts { standings: &standings, ..facts(row.get(1)?) };
            each(Judged { client, verdict: may_contact(&known, channel, purpose, at) })?;
        }
        Ok(())
    }
}

/// The answers to one indicator, in the order of the clients' numbers.
struct Answers<'a> {
    rows: Cursor<'a>,
    next: Option<(ClientNumber, Stored)>,
}

impl<'a> Answers<'a> {
    fn of(select: &'a mut Statement<'_>, indicator: &Indicator) -> Result<Answers<'a>> {
        let mut answers = Answers { rows: select.query([indicator.id])?, next: None };
        answers.advance()?;
        Ok(answers)
    }

    /// The answer of this client, who comes after those asked about before.
    fn of_client(&mut self, client: ClientNumber) -> Result<Option<Stored>> {
        while let Some((of, stored)) = self.next {
            if of > client {
                break;
            }
            self.advance()?;
            if of == client {
                return Ok(Some(stored));
            }
        }
        Ok(None)
    }

    fn advance(&mut self) -> Result<()> {
        self.next = match self.rows.next()? {
            Some(row) => {
                let given = Given::from_number(row.get(1)?).ok_or(Error::FileCorrupt)?;
                let stored = Stored { given, unproven: row.get(2)?, decision: row.get(3)? };
                Some((row.get(0)?, stored))
            }
            None => None,
        };
        Ok(())
    }
}
