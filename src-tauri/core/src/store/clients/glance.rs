//! A client at a glance: the ends of indexes, whatever lies between.

use std::cmp::Reverse;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

use crate::clients::{ClientGlance, ClientNumber, EXCHANGES, Exchange, Exchanged, ToDo};
use crate::consents::{Channel, Given};
use crate::invoicing::InvoiceKind;
use crate::movements::{MovementKind, MovementState};
use crate::store::Rows;
use crate::store::invoicing::number_of;
use crate::{Error, Result};

/// What is to be done first for a record.
pub(super) const TO_DO: &str = "SELECT what, due_on, id FROM follow_up INDEXED BY follow_up_open
    WHERE client = ?1 AND done_on IS NULL ORDER BY due_on, id LIMIT 1";

/// What a row of such a statement says.
type Told = fn(&Row<'_>) -> Result<Exchange>;

/// The newest of what a record exchanged with the shop, one statement a table and a day, each along an index.
pub(super) const NEWEST: [(&str, Told); 5] = [
    ("SELECT day, what, kind FROM movement WHERE client = ?1 ORDER BY day DESC, id DESC LIMIT ?2", came),
    (
        "SELECT returned_on AS day, what, state FROM movement WHERE client = ?1 AND returned_on IS NOT NULL
         ORDER BY returned_on DESC LIMIT ?2",
        went,
    ),
    ("SELECT at, answer, mode, label FROM decision WHERE client = ?1 ORDER BY id DESC LIMIT ?2", answered),
    ("SELECT issued_on, kind, year, sequence, total FROM invoice WHERE payer = ?1 ORDER BY issued_on DESC LIMIT ?2", invoiced),
    // Of the newest hundred, so that a heap of messages that never left costs no more.
    (
        "SELECT sent_at, channel, template FROM message WHERE id IN
            (SELECT id FROM (SELECT id, state FROM message WHERE client = ?1 ORDER BY id DESC LIMIT 100) WHERE state = 'sent')
         ORDER BY id DESC LIMIT ?2",
        written,
    ),
];

impl Rows<'_> {
    /// A client at a glance, with what the records that went into theirs exchanged.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`.
    pub(crate) fn client_glance(&self, number: ClientNumber) -> Result<ClientGlance> {
        let number = self.living(number)?;
        let (mut to_do, mut exchanges) = (Vec::new(), Vec::new());
        for member in self.family(number)? {
            to_do.extend(self.first_to_do(member)?);
            for (newest, exchange) in NEWEST {
                let mut select = self.0.prepare_cached(newest)?;
                let mut rows = select.query(params![member, i64::try_from(EXCHANGES).unwrap_or(i64::MAX)])?;
                while let Some(row) = rows.next()? {
                    exchanges.push(exchange(row)?);
                }
            }
        }
        exchanges.sort_by_key(|exchange| Reverse((exchange.at, exchange.what.ends())));
        exchanges.truncate(EXCHANGES);
        let to_do = to_do.into_iter().min_by_key(|(due_on, id, _)| (*due_on, *id));
        Ok(ClientGlance {
            number,
            last_contact_on: self.life(number)?.last,
            to_do: to_do.map(|(due_on, _, what)| ToDo { what, due_on }),
            exchanges,
        })
    }

    fn first_to_do(&self, member: ClientNumber) -> Result<Option<(NaiveDate, i64, String)>> {
        let mut select = self.0.prepare_cached(TO_DO)?;
        Ok(select.query_row([member], |row| Ok((row.get("due_on")?, row.get("id")?, row.get("what")?))).optional()?)
    }
}

/// What was bought, brought or left, on the day that it was.
fn came(row: &Row<'_>) -> Result<Exchange> {
    let kind: String = row.get("kind")?;
    let state = match MovementKind::from_code(&kind).ok_or(Error::FileCorrupt)? {
        MovementKind::Purchase => MovementState::Bought,
        MovementKind::Deposit => MovementState::Held,
        MovementKind::Repair => MovementState::Received,
    };
    Ok(Exchange::on(row.get("day")?, Exchanged::Movement { state, what: row.get("what")? }))
}

/// What was collected.
fn went(row: &Row<'_>) -> Result<Exchange> {
    let state: String = row.get("state")?;
    let state = MovementState::from_code(&state).ok_or(Error::FileCorrupt)?;
    Ok(Exchange::on(row.get("day")?, Exchanged::Movement { state, what: row.get("what")? }))
}

fn answered(row: &Row<'_>) -> Result<Exchange> {
    let answer: String = row.get("answer")?;
    let answer = Given::from_code(&answer).ok_or(Error::FileCorrupt)?;
    let what = Exchanged::Consent { answer, mode: row.get("mode")?, label: row.get("label")? };
    Ok(Exchange { at: row.get("at")?, what })
}

fn invoiced(row: &Row<'_>) -> Result<Exchange> {
    let number = number_of(row)?;
    let credit = number.kind == InvoiceKind::Credit;
    let what = Exchanged::Invoice { number: number.to_string(), credit, total: row.get("total")? };
    Ok(Exchange::on(row.get("issued_on")?, what))
}

fn written(row: &Row<'_>) -> Result<Exchange> {
    let channel: String = row.get("channel")?;
    let channel = Channel::from_code(&channel).ok_or(Error::FileCorrupt)?;
    Ok(Exchange { at: row.get("sent_at")?, what: Exchanged::Message { channel, template: row.get("template")? } })
}
