//! What takes the rows of an import: it writes them, or counts what would be written.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::codes::Codes;
use super::consents::recording::{Asked, Place, Recording};
use super::consents::{ImportedConsents, Question, QuestionSet};
use super::duplicates::{Keys, Known};
use super::holdings::ImportedHoldings;
use super::mapping::Mapping;
use super::notes::{NoteCode, Notes};
use super::{ImportConsents, ImportedClient};
use crate::Result;
use crate::clients::{ClientNumber, Inactive, NewClient};
use crate::store::Rows;

/// How many clients' answers, or holdings, are gathered before they are written. Each is a statement with triggers, which begins
/// a savepoint, at which FTS5 writes out the words that it gathers: between two clients that would be at every client.
const SAID: usize = 20_000;

/// Some rows, read and checked.
#[derive(Default)]
pub(super) struct Lot {
    pub(super) clients: Vec<(Box<ImportedClient>, Keys)>,
    /// Rows of the file gone through so far, rejected ones included.
    pub(super) done: u64,
}

/// See the module.
pub(super) struct Taking<'a> {
    place: Option<Place<'a>>,
    known: Known,
    codes: Codes,
    consents: Recording<'a>,
    said: Vec<Said<'a>>,
    held: Vec<(Place<'a>, ClientNumber, ImportedHoldings)>,
    notes: Notes,
    today: NaiveDate,
    counted: Counted,
}

/// What a row says of consents, until it is written.
struct Said<'a> {
    consents: ImportedConsents,
    keys: Keys,
    professional: bool,
    line: u64,
    written: Option<(Place<'a>, ClientNumber)>,
}

impl<'a> Taking<'a> {
    /// Reads who is there and what they said no to.
    ///
    /// # Errors
    /// What the database may say.
    pub(super) fn new(
        rows: Rows<'_>,
        asked: &'a Asked,
        mapping: &Mapping,
        today: NaiveDate,
        place: Option<Place<'a>>,
    ) -> Result<Taking<'a>> {
        let mut consents = Recording::new(asked);
        let refused = if mapping.has_consents() { refused_questions(rows)? } else { HashMap::new() };
        let known = Known::of_shop(rows, |client, keys| {
            if let Some(questions) = refused.get(&client) {
                consents.know_refusal(keys, *questions);
            }
        })?;
        Ok(Taking {
            place,
            known,
            codes: Codes::default(),
            consents,
            said: Vec::new(),
            held: Vec::new(),
            notes: Notes::default(),
            today,
            counted: Counted::default(),
        })
    }

    /// Takes some rows.
    ///
    /// # Errors
    /// What the database may say.
    pub(super) fn take(&mut self, lot: Lot) -> Result<()> {
        for (client, keys) in lot.clients {
            let ImportedClient { line, input, inactive, updated_at, codes, consents, holdings } = *client;
            let professional = input.professional;
            self.counted.imported += 1;
            self.counted.inactive += u64::from(inactive.is_some());
            let suspected = self.known.suspects(&keys);
            self.counted.duplicates += u64::from(suspected);
            if holdings.goes_on(self.today) {
                if suspected {
                    self.notes.add(NoteCode::SubscriberTwice, line);
                }
                if inactive.is_some() {
                    self.notes.add(NoteCode::SubscriberInactive, line);
                }
            }
            let written = match self.place {
                Some(place) => {
                    let now = place.tx.now();
                    let inactive = inactive.map(|reason| Inactive { at: now, reason });
                    let new = NewClient { input, created_at: now, updated_at: updated_at.unwrap_or(now), inactive };
                    let number = place.tx.insert_imported(place.import, &new)?;
                    self.codes.give(place, number, &codes)?;
                    if !holdings.is_empty() {
                        self.held.push((place, number, holdings));
                    }
                    Some((place, number))
                }
                None => None,
            };
            if !consents.is_empty() {
                self.said.push(Said { consents, keys, professional, line, written });
            }
        }
        if self.said.len().max(self.held.len()) >= SAID { self.record() } else { Ok(()) }
    }

    /// Writes the answers and holdings gathered so far, in the order of the rows.
    fn record(&mut self) -> Result<()> {
        for (place, number, holdings) in self.held.drain(..) {
            holdings.write(place, number)?;
        }
        for Said { consents, keys, professional, line, written } in self.said.drain(..) {
            self.consents.take(&consents, &keys, professional, line, written)?;
        }
        Ok(())
    }

    /// Writes what is left; says what was written and what was remarked.
    pub(super) fn finish(mut self) -> Result<(Counted, Notes)> {
        self.record()?;
        let (consents, notes) = self.consents.finish(self.place)?;
        self.notes.merge(notes);
        Ok((Counted { consents, ..self.counted }, self.notes))
    }
}

/// What each client of the shop said no to.
fn refused_questions(rows: Rows<'_>) -> Result<HashMap<ClientNumber, QuestionSet>> {
    let mut refused: HashMap<ClientNumber, QuestionSet> = HashMap::new();
    rows.refused(|client, channel, purpose| {
        let known = refused.entry(client).or_default();
        *known = known.or(QuestionSet::of(Question::about(channel, purpose)));
    })?;
    Ok(refused)
}

/// What was written, or would be.
#[derive(Clone, Copy, Default)]
pub(super) struct Counted {
    pub(super) imported: u64,
    pub(super) inactive: u64,
    pub(super) duplicates: u64,
    pub(super) consents: ImportConsents,
}
