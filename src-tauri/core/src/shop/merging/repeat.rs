//! Saying again on one record what was said on another, as new decisions that name the old ones.

use crate::Result;
use crate::clients::ClientNumber;
use crate::consents::{DecisionId, DecisionSource, Given, Indicator, row_label};
use crate::documents::day_of;
use crate::merging::Carried;
use crate::shop::consent_item;
use crate::store::{AppendedDecision, DecisionItem, Rows, Said, Tx};

/// One decision to be said again.
pub(super) struct Repeating {
    decision: DecisionId,
    given: Given,
    said: Said,
    /// What names the old decision.
    detail: String,
    /// The indicators of it that are said again, by their places among all.
    places: Vec<usize>,
}

impl Repeating {
    /// What is carried, one for each decision that it repeats, in the same order.
    pub(super) fn of(rows: Rows<'_>, indicators: &[Indicator], carried: &[Carried]) -> Result<Vec<Repeating>> {
        let mut all: Vec<Repeating> = Vec::new();
        for carried in carried {
            let channel = indicators[carried.indicator].channel;
            let alike = all.iter_mut().find(|other| {
                other.decision == carried.decision
                    && other.given == carried.given
                    && other.places.iter().all(|place| indicators[*place].channel == channel)
            });
            if let Some(other) = alike {
                other.places.push(carried.indicator);
            } else {
                let said = rows.said(carried.decision)?;
                all.push(Repeating {
                    decision: carried.decision,
                    given: carried.given,
                    detail: detail(carried, &said),
                    said,
                    places: vec![carried.indicator],
                });
            }
        }
        Ok(all)
    }

    /// It repeats nobody's words, but takes back at `now` (UTC milliseconds) what a merge had brought.
    pub(super) fn at_the_counter(mut self, now: i64) -> Repeating {
        (self.said.at, self.said.source, self.said.import) = (now, DecisionSource::Counter, None);
        self.detail.clear();
        self
    }

    /// Whether it takes something back.
    pub(super) fn is_withdrawal(&self) -> bool {
        self.given == Given::Withdrawn
    }
}

/// Writes them on a record. `title` begins the label of each row; the state of the channel follows, as everywhere.
///
/// # Errors
/// What the database may say.
pub(super) fn repeat(
    tx: &Tx<'_>,
    client: ClientNumber,
    indicators: &[Indicator],
    title: &str,
    all: &[Repeating],
) -> Result<()> {
    for Repeating { given, said, detail, places, .. } in all {
        let items: Vec<DecisionItem> = places.iter().map(|place| item(&indicators[*place], *given, said)).collect();
        let channel = indicators[places[0]].channel;
        let standings = tx.rows().standings(client, indicators)?;
        let granted: Vec<&str> = (indicators.iter().zip(&standings).enumerate())
            .filter(|(place, (indicator, standing))| {
                let was = standing.answer.is_some_and(|answer| answer.given.is_yes());
                indicator.channel == channel && if places.contains(place) { given.is_yes() } else { was }
            })
            .map(|(_, (indicator, _))| indicator.name.as_str())
            .collect();
        tx.append_decision(&AppendedDecision {
            client,
            channel,
            answer: *given,
            mode: if given.is_yes() { &said.mode } else { "" },
            detail,
            label: &format!("{title} : {}", row_label(channel, *given, &granted)),
            at: said.at,
            source: said.source,
            import: said.import,
            items: &items.iter().collect::<Vec<_>>(),
            evidence: &[],
        })?;
    }
    Ok(())
}

/// « accord du 18/09/2018 (décision n° 3) ». What a merge repeated and another one repeats keeps pointing at what the client said.
fn detail(carried: &Carried, said: &Said) -> String {
    let what = match carried.given {
        Given::Granted => "accord",
        Given::Refused => "refus",
        Given::Withdrawn => "retrait",
    };
    if said.detail.starts_with(&format!("{what} du ")) && said.detail.contains("(décision n° ") {
        return said.detail.clone();
    }
    format!("{what} du {} (décision n° {})", day_of(said.at).format("%d/%m/%Y"), carried.decision)
}

/// What the new decision says of an indicator: with a yes, the wording that the client was shown then.
fn item(indicator: &Indicator, given: Given, said: &Said) -> DecisionItem {
    let shown = said.items.iter().find(|(id, ..)| *id == indicator.id).filter(|_| given.is_yes());
    match shown {
        Some((_, wording, sealed)) => {
            DecisionItem { indicator: indicator.id, kind: indicator.kind, wording: *wording, sealed: sealed.clone() }
        }
        None => consent_item(indicator, None),
    }
}
