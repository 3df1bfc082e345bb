//! Many decisions of many clients in one transaction: what each of them needs is read once.
//!
//! An import and a demonstration know what their clients answered before, because they bring them. Everybody else goes
//! through [`super::Shop::decide`], which looks.

use std::collections::HashMap;

use super::consents::item;
use crate::Result;
use crate::clients::ClientNumber;
use crate::consents::{Channel, CheckedEvidence, DecisionId, DecisionSource, Given, Indicator, IndicatorId, row_label};
use crate::store::{AppendedDecision, DecisionItem, Rows, Tx};

/// What a new client has granted so far, one bit an indicator in the shop's order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Granted(u64);

/// One answer among many.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Recorded<'a> {
    pub(crate) channel: Channel,
    /// Indicators of that channel, in any order.
    pub(crate) indicators: &'a [IndicatorId],
    pub(crate) given: Given,
    /// Empty unless granted.
    pub(crate) mode: &'a str,
    pub(crate) detail: &'a str,
    /// When the client answered, UTC milliseconds, not after the transaction's moment.
    pub(crate) at: i64,
    pub(crate) source: DecisionSource,
    pub(crate) import: Option<i64>,
    pub(crate) evidence: &'a [CheckedEvidence<'a>],
}

/// Writes decisions with what it read once.
#[derive(Debug)]
pub(crate) struct Recorder {
    /// Those that are asked, with what decisions say of each.
    asked: Vec<(Indicator, DecisionItem)>,
    labels: HashMap<(Channel, Given, Granted), String>,
}

impl Recorder {
    /// Reads what decisions need. With `shown_at` (UTC milliseconds) they name the wordings in force then; without, none:
    /// nobody knows what clients of another file were shown.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn new(rows: Rows<'_>, shown_at: Option<i64>) -> Result<Recorder> {
        let asked = rows
            .indicators()?
            .into_iter()
            .filter(|indicator| indicator.archived_at.is_none())
            .take(64)
            .map(|indicator| {
                let shown = shown_at.map(|at| rows.wording_in_force(indicator.id, at)).transpose()?.flatten();
                let item = item(&indicator, shown.as_ref());
                Ok((indicator, item))
            })
            .collect::<Result<_>>()?;
        Ok(Recorder { asked, labels: HashMap::new() })
    }

    /// The indicators that are asked, in the shop's order.
    pub(crate) fn asked(&self) -> impl Iterator<Item = &Indicator> {
        self.asked.iter().map(|(indicator, _)| indicator)
    }

    /// Seals an answer of a client who has granted `granted` so far, and brings that up to date.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn record(
        &mut self,
        tx: &Tx<'_>,
        client: ClientNumber,
        granted: &mut Granted,
        answer: &Recorded<'_>,
    ) -> Result<DecisionId> {
        let mut items: Vec<&DecisionItem> = Vec::with_capacity(answer.indicators.len());
        for (bit, (indicator, item)) in self.asked.iter().enumerate() {
            if answer.indicators.contains(&indicator.id) {
                items.push(item);
                let bit = 1 << bit;
                granted.0 = if answer.given == Given::Granted { granted.0 | bit } else { granted.0 & !bit };
            }
        }
        let label = self.labels.entry((answer.channel, answer.given, *granted)).or_insert_with(|| {
            let names: Vec<&str> = (self.asked.iter().enumerate())
                .filter(|(bit, (indicator, _))| indicator.channel == answer.channel && granted.0 & (1 << bit) != 0)
                .map(|(_, (indicator, _))| indicator.name.as_str())
                .collect();
            row_label(answer.channel, answer.given, &names)
        });
        tx.append_decision(&AppendedDecision {
            client,
            channel: answer.channel,
            answer: answer.given,
            mode: answer.mode,
            detail: answer.detail,
            label,
            at: answer.at,
            source: answer.source,
            import: answer.import,
            items: &items,
            evidence: answer.evidence,
        })
    }
}
