//! The faces of the labels: a few look-ups, each within what is one client's.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

use crate::Result;
use crate::clients::ClientNumber;
use crate::labels::{
    AddressesFace, BankFace, CarriageFace, CodesFace, ConsentsFace, FollowUpsFace, IncidentKind, IncidentsFace,
    LabelFaces, ManagementFace, NotesFace, first_words, of_day,
};
use crate::store::Rows;
use crate::store::clients::FAMILY;

/// How many names of codes, and how many towns, a face tells.
const CODES: usize = 6;
const TOWNS: usize = 4;

impl Rows<'_> {
    /// The faces of a client's labels on a day.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`.
    pub(crate) fn label_faces(&self, number: ClientNumber, today: NaiveDate) -> Result<LabelFaces> {
        let number = self.living(number)?;
        Ok(LabelFaces {
            codes: self.codes_face(number)?,
            bank: self.bank_face(number)?,
            incidents: self.incidents_face(number)?,
            follow_ups: self.follow_ups_face(number, today)?,
            carriage: self.carriage(number)?.map(|carriage| CarriageFace {
                mode: carriage.mode,
                round: carriage.round,
                rank: carriage.rank,
                depositary: carriage.depositary,
            }),
            addresses: self.addresses_face(number, today)?,
            delivery: self.last_delivery(number)?,
            management: self.management_face(number)?,
            notes: self.notes_face(number)?,
            consents: self.consents_face(number)?,
        })
    }

    fn codes_face(&self, number: ClientNumber) -> Result<CodesFace> {
        let codes = self.codes_of(number)?;
        let count = i64::try_from(codes.len()).unwrap_or(i64::MAX);
        Ok(CodesFace { first: codes.into_iter().take(CODES).map(|code| code.name).collect(), count })
    }

    fn bank_face(&self, number: ClientNumber) -> Result<BankFace> {
        let account = self.stored_account(number)?;
        Ok(BankFace {
            balance: self.owed(number)?,
            iban_end: account.as_ref().map(|account| account.iban.end().to_owned()),
            mandate: account.is_some_and(|account| account.mandate_on.is_some()),
        })
    }

    fn incidents_face(&self, number: ClientNumber) -> Result<IncidentsFace> {
        let (total, open) = self
            .0
            .prepare_cached(&format!(
                "SELECT count(*), count(*) - count(closed_on) FROM incident WHERE client IN {FAMILY}"
            ))?
            .query_row([number], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let newest: Option<(String, NaiveDate)> = self
            .0
            .prepare_cached(&format!(
                "SELECT kind, happened_on FROM incident WHERE client IN {FAMILY}
                 ORDER BY closed_on IS NOT NULL, happened_on DESC, id DESC LIMIT 1"
            ))?
            .query_row([number], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let (kind, on) = newest.unzip();
        Ok(IncidentsFace { open, total, kind: kind.and_then(|kind| IncidentKind::from_code(&kind)), on })
    }

    fn follow_ups_face(&self, number: ClientNumber, today: NaiveDate) -> Result<FollowUpsFace> {
        let (open, overdue) = self
            .0
            .prepare_cached(&format!(
                "SELECT count(*), count(*) FILTER (WHERE due_on < ?2) FROM follow_up
                 WHERE client IN {FAMILY} AND done_on IS NULL"
            ))?
            .query_row(params![number, today], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let next: Option<(String, NaiveDate)> = self
            .0
            .prepare_cached(&format!(
                "SELECT what, due_on FROM follow_up WHERE client IN {FAMILY} AND done_on IS NULL
                 ORDER BY due_on, id LIMIT 1"
            ))?
            .query_row([number], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let (what, due_on) = next.unzip();
        Ok(FollowUpsFace { open, overdue, what: first_words(&what.unwrap_or_default()), due_on })
    }

    fn addresses_face(&self, number: ClientNumber, today: NaiveDate) -> Result<AddressesFace> {
        let addresses = self.addresses_of(number)?;
        let current = of_day(&addresses, today);
        let current_town = match current {
            Some(current) => current.address.town.clone(),
            None => self.client(number)?.client.town,
        };
        let mut towns: Vec<String> = Vec::new();
        for address in current.into_iter().chain(&addresses) {
            let town = &address.address.town;
            if !town.is_empty() && !towns.contains(town) && towns.len() < TOWNS {
                towns.push(town.clone());
            }
        }
        Ok(AddressesFace { count: i64::try_from(addresses.len()).unwrap_or(i64::MAX), towns, current_town })
    }

    fn management_face(&self, number: ClientNumber) -> Result<ManagementFace> {
        Ok(ManagementFace {
            since: self.client_since(number)?,
            invoices: self.invoice_figures(number)?,
            note: first_words(&self.manager_note(number)?.text),
        })
    }

    fn notes_face(&self, number: ClientNumber) -> Result<NotesFace> {
        let newest: Option<(i64, String)> = self
            .0
            .prepare_cached(&format!(
                "SELECT at, text FROM client_note WHERE client IN {FAMILY} ORDER BY id DESC LIMIT 1"
            ))?
            .query_row([number], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let (at, text) = newest.unzip();
        Ok(NotesFace { count: self.count_notes(number)?, at, text: first_words(&text.unwrap_or_default()) })
    }

    fn consents_face(&self, number: ClientNumber) -> Result<ConsentsFace> {
        let granted = self
            .0
            .prepare_cached(
                "SELECT count(*) FROM indicator JOIN consent ON consent.indicator = indicator.id AND consent.client = ?1
                 WHERE indicator.archived_at IS NULL AND consent.answer = 1",
            )?
            .query_row([number], |row| row.get(0))?;
        let sealed = self
            .0
            .prepare_cached(&format!("SELECT count(*) FROM decision WHERE client IN {FAMILY}"))?
            .query_row([number], |row| row.get(0))?;
        Ok(ConsentsFace { granted, sealed })
    }
}
