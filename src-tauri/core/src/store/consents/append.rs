//! Adding a decision to the chain: its row, its evidence, and the state that follows, in the transaction of its cause.

use rusqlite::{OptionalExtension, params};

use crate::clients::ClientNumber;
use crate::consents::{
    Channel, CheckedEvidence, DecisionId, DecisionSource, Given, IndicatorId, Kind, Seal, SealedDecision, WordingId,
    genesis,
};
use crate::store::{Rows, Tx};
use crate::{Error, Result};

/// The newest link of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ChainEnd {
    pub(crate) decision: DecisionId,
    pub(crate) seal: Seal,
}

/// What a decision says of one indicator.
#[derive(Clone, Debug)]
pub(crate) struct DecisionItem {
    pub(crate) indicator: IndicatorId,
    pub(crate) kind: Kind,
    /// The version shown to the client, with a grant.
    pub(crate) wording: Option<WordingId>,
    /// As it is sealed: `[id, code, wording name, SHA-256 of its text]`.
    pub(crate) sealed: String,
}

/// A decision about to be added.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AppendedDecision<'a> {
    pub(crate) client: ClientNumber,
    pub(crate) channel: Channel,
    pub(crate) answer: Given,
    /// Empty unless granted.
    pub(crate) mode: &'a str,
    pub(crate) detail: &'a str,
    pub(crate) label: &'a str,
    /// When the client answered, UTC milliseconds.
    pub(crate) at: i64,
    pub(crate) source: DecisionSource,
    pub(crate) import: Option<i64>,
    pub(crate) items: &'a [&'a DecisionItem],
    pub(crate) evidence: &'a [CheckedEvidence<'a>],
}

impl Rows<'_> {
    /// The newest link, or the genesis with the number 0.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn chain_end(&self, file_id: &str) -> Result<ChainEnd> {
        let newest = self
            .0
            .prepare_cached("SELECT id, seal FROM decision ORDER BY id DESC LIMIT 1")?
            .query_row([], |row| Ok(ChainEnd { decision: row.get(0)?, seal: Seal(row.get(1)?) }))
            .optional()?;
        Ok(newest.unwrap_or_else(|| ChainEnd { decision: 0, seal: genesis(file_id) }))
    }

    /// A client's newest answer to an indicator.
    ///
    /// # Errors
    /// What the database may say.
    pub(super) fn answer_of(&self, client: ClientNumber, indicator: IndicatorId) -> Result<Option<Given>> {
        let number: Option<i64> = self
            .0
            .prepare_cached("SELECT answer FROM consent WHERE indicator = ?1 AND client = ?2")?
            .query_row([indicator, client], |row| row.get(0))
            .optional()?;
        number.map(|number| Given::from_number(number).ok_or(Error::FileCorrupt)).transpose()
    }
}

impl Tx<'_> {
    /// Seals a decision and adds it to the chain.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn append_decision(&self, new: &AppendedDecision<'_>) -> Result<DecisionId> {
        let end = match self.chain.get() {
            Some(end) => end,
            None => self.rows().chain_end(self.file_id)?,
        };
        let decision = end.decision + 1;
        let items = list(new.items.iter().map(|item| item.sealed.as_str()), "");
        let evidence = list(new.evidence.iter().map(|piece| piece.sha256.as_str()), "\"");
        let sealed = SealedDecision {
            decision,
            client: new.client,
            channel: new.channel.code(),
            answer: new.answer.code(),
            mode: new.mode,
            detail: new.detail,
            label: new.label,
            at: new.at,
            recorded_at: self.now(),
            operator: self.context.operator,
            source: new.source.code(),
            import: new.import,
            items: &items,
            evidence: &evidence,
        };
        let seal = sealed.seal(&end.seal, &mut self.form.borrow_mut());
        self.connection.prepare_cached(include_str!("append.sql"))?.execute(params![
            decision,
            sealed.client,
            sealed.channel,
            sealed.answer,
            sealed.mode,
            sealed.detail,
            sealed.label,
            sealed.at,
            sealed.recorded_at,
            sealed.operator,
            sealed.source,
            sealed.import,
            sealed.items,
            sealed.evidence,
            seal.0,
        ])?;
        self.chain.set(Some(ChainEnd { decision, seal }));
        for piece in new.evidence {
            self.insert_evidence(decision, piece)?;
        }
        let unproven = new.source == DecisionSource::Import && new.evidence.is_empty();
        for item in new.items {
            let answer = match new.answer {
                Given::Withdrawn => {
                    Given::after_withdrawal(self.rows().answer_of(new.client, item.indicator)?, item.kind)
                }
                other => other,
            };
            self.connection.prepare_cached(include_str!("set_answer.sql"))?.execute(params![
                item.indicator,
                new.client,
                answer.number(),
                unproven && answer == Given::Granted,
                decision
            ])?;
            if let Some(wording) = item.wording {
                *self.uses.borrow_mut().wordings.entry(wording).or_default() += 1;
            }
        }
        if new.answer == Given::Granted {
            let mut uses = self.uses.borrow_mut();
            match uses.modes.get_mut(new.mode) {
                Some(count) => *count += 1,
                None => {
                    uses.modes.insert(new.mode.to_owned(), 1);
                }
            }
        }
        self.touch(new.client);
        Ok(decision)
    }
}

/// A JSON array of pieces, each between quotes or not.
fn list<'a>(pieces: impl Iterator<Item = &'a str>, quote: &str) -> String {
    let mut list = String::from("[");
    for piece in pieces {
        if list.len() > 1 {
            list.push(',');
        }
        list.push_str(quote);
        list.push_str(piece);
        list.push_str(quote);
    }
    list.push(']');
    list
}
