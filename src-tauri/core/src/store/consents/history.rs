//! A client's decisions as their history shows them.

use std::collections::HashMap;

use rusqlite::{OptionalExtension, Row, params};

use crate::clients::ClientNumber;
use crate::consents::{
    Channel, DecisionId, DecisionSource, Given, HistoryColumn, HistoryPage, HistoryRequest, HistoryRow, IndicatorId,
    Seal, Wording,
};
use crate::store::Rows;
use crate::store::clients::FAMILY;
use crate::{Error, Result};

const COLUMNS: &str =
    "id, client, channel, answer, mode, detail, label, at, recorded_at, operator, source, items, evidence, seal";

/// What decisions mention by number, with its words.
struct Words {
    indicators: HashMap<IndicatorId, String>,
    wordings: HashMap<String, Wording>,
}

impl Rows<'_> {
    /// Some of a client's history, with that of the records that went into theirs.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn history(&self, request: &HistoryRequest) -> Result<HistoryPage> {
        let direction = if request.descending { "DESC" } else { "ASC" };
        let order = match request.column {
            HistoryColumn::Label => format!("label {direction}, id {direction}"),
            HistoryColumn::Mode => format!("mode {direction}, id {direction}"),
            HistoryColumn::At => format!("at {direction}, id {direction}"),
            HistoryColumn::Decision => format!("id {direction}"),
        };
        let words = self.words()?;
        let rows = self
            .0
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM decision WHERE client IN {FAMILY} ORDER BY {order} LIMIT ?2 OFFSET ?3"
            ))?
            .query_map(params![request.number, request.limit, request.offset], |row| {
                Ok(self.history_row(row, request.number, &words))
            })?
            .collect::<rusqlite::Result<Result<Vec<_>>>>()??;
        let total = self.decisions_of(request.number)?;
        Ok(HistoryPage { rows, total: u32::try_from(total).unwrap_or(u32::MAX) })
    }

    /// How many decisions a client's history holds, those of the records that went into theirs included.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn decisions_of(&self, client: ClientNumber) -> Result<i64> {
        Ok(self
            .0
            .prepare_cached(&format!("SELECT count(*) FROM decision WHERE client IN {FAMILY}"))?
            .query_row([client], |row| row.get(0))?)
    }

    /// When a client gave an answer, and how.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn decision_day(&self, decision: DecisionId) -> Result<Option<(i64, String)>> {
        Ok(self
            .0
            .prepare_cached("SELECT at, mode FROM decision WHERE id = ?1")?
            .query_row([decision], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?)
    }

    /// When a decision was written down, UTC milliseconds; never before the day of the answer.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn decision_recorded_at(&self, decision: DecisionId) -> Result<i64> {
        let mut select = self.0.prepare_cached("SELECT recorded_at FROM decision WHERE id = ?1")?;
        Ok(select.query_row([decision], |row| row.get(0))?)
    }

    fn words(&self) -> Result<Words> {
        Ok(Words {
            indicators: self.indicators()?.into_iter().map(|indicator| (indicator.id, indicator.name)).collect(),
            wordings: self.wordings()?.into_iter().map(|wording| (wording.name.clone(), wording)).collect(),
        })
    }

    fn history_row(&self, row: &Row<'_>, of: ClientNumber, words: &Words) -> Result<HistoryRow> {
        let text = |column: &str| row.get::<_, String>(column);
        let decision = row.get("id")?;
        let items: Vec<(IndicatorId, String, String, String)> =
            serde_json::from_str(&text("items")?).map_err(|_| Error::FileCorrupt)?;
        let answer = Given::from_code(&text("answer")?).ok_or(Error::FileCorrupt)?;
        let source = DecisionSource::from_code(&text("source")?).ok_or(Error::FileCorrupt)?;
        let evidence = if text("evidence")? == "[]" { Vec::new() } else { self.evidence_of(decision)? };
        let name = |id: &IndicatorId, code: &str| words.indicators.get(id).cloned().unwrap_or_else(|| code.to_owned());
        Ok(HistoryRow {
            decision,
            merged_from: Some(row.get("client")?).filter(|client| *client != of),
            label: text("label")?,
            channel: Channel::from_code(&text("channel")?).ok_or(Error::FileCorrupt)?,
            answer,
            covers: items.iter().map(|(id, code, ..)| name(id, code)).collect(),
            mode: text("mode")?,
            detail: text("detail")?,
            at: row.get("at")?,
            recorded_at: row.get("recorded_at")?,
            operator: text("operator")?,
            source,
            unproven: source == DecisionSource::Import && answer == Given::Granted && evidence.is_empty(),
            wordings: items.iter().filter_map(|(_, _, name, _)| words.wordings.get(name).cloned()).collect(),
            evidence,
            seal: Seal(row.get("seal")?).hex(),
        })
    }
}
