//! Recording what a client answered.

use std::collections::HashMap;

use super::messages::queue;
use super::{Outcome, Shop};
use crate::clients::ClientNumber;
use crate::consents::{
    Answer, ChainHeader, ChainLine, ChainReport, Channel, CheckedEvidence, ConsentSheet, DecisionSource, Evidence,
    EvidenceId, Given, HistoryPage, HistoryRequest, Indicator, IndicatorId, Kind, ModeLabel, NewDecision, NewEvidence,
    Purpose, Target, UnprovenPage, UnprovenRequest, Wording, row_label, sha256_hex,
};
use crate::contact::{Standing, VerdictReport};
use crate::journal::{JournalChange, Operation};
use crate::messages::NewMessage;
use crate::store::{AppendedDecision, DecisionItem, Rows, Tx};
use crate::{Error, Reader, Result};

/// What a decision will be, before it is written.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
pub struct DecisionPreview {
    /// What the history will say: the state of the whole channel.
    pub label: String,
    /// How the agreement was obtained, in the words of the shop's list.
    pub mode: String,
    /// When the client answered, UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
}

impl Shop {
    /// Seals a client's answer. On any error nothing is written.
    ///
    /// # Errors
    /// `ClientNotFound`; `ModeMissing`, `DetailMissing`, `NameTooLong`; `DecisionDate` for an answer of the future;
    /// `IndicatorNotFound`, `IndicatorUnsuited`, `IndicatorAmbiguous` for a question that is not asked (of this client);
    /// `WordingNotFound`; `EvidenceTooLarge`, `EvidenceTypeUnknown`, `EvidenceTooMany`.
    pub fn decide(&mut self, client: ClientNumber, decision: &NewDecision) -> Result<Outcome<ConsentSheet>> {
        self.decide_and_write(client, decision, None)
    }

    /// The same with a message to the client, « Envoyer directement au client », in one transaction: both are written, or neither.
    ///
    /// # Errors
    /// As [`Shop::decide`] and [`Shop::queue_message`].
    pub fn decide_and_write(
        &mut self,
        client: ClientNumber,
        decision: &NewDecision,
        message: Option<&NewMessage>,
    ) -> Result<Outcome<ConsentSheet>> {
        let evidence = NewEvidence::checked(&decision.evidence)?;
        self.transact(Operation::Decide, |tx| {
            let mut changes = vec![seal(tx, client, decision, &evidence)?];
            if let Some(message) = message {
                changes.push(queue(tx, client, message)?.1);
            }
            tx.journal(Some(client), None, &changes)?;
            tx.rows().consent_sheet(client, tx.now())
        })
    }

    /// Restricts the processing of a client's data (GDPR art. 18), or lifts the restriction.
    ///
    /// # Errors
    /// `ClientNotFound`.
    pub fn set_restricted(&mut self, number: ClientNumber, restricted: bool) -> Result<Outcome<()>> {
        let operation = if restricted { Operation::Restrict } else { Operation::Unrestrict };
        self.transact(operation, |tx| {
            let before = tx.rows().client(number)?.restricted_at.is_some();
            if before == restricted {
                return Ok(());
            }
            tx.set_client_restricted(number, restricted)?;
            let change = JournalChange::new("restricted", before.to_string(), restricted.to_string());
            tx.journal(Some(number), None, &[change])
        })
    }

    /// Everything about a client's consents.
    ///
    /// # Errors
    /// `ClientNotFound`.
    pub fn consents(&self, client: ClientNumber) -> Result<ConsentSheet> {
        self.store.rows().consent_sheet(client, self.now())
    }

    /// Some of a client's history.
    ///
    /// # Errors
    /// What the database may say.
    pub fn history(&self, request: &HistoryRequest) -> Result<HistoryPage> {
        self.store.rows().history(request)
    }

    /// « À re-demander »: some of those whose agreements only a file tells of.
    ///
    /// # Errors
    /// What the database may say.
    pub fn unproven(&self, request: UnprovenRequest) -> Result<UnprovenPage> {
        self.store.rows().unproven(request.after, request.limit)
    }

    /// Asks the gate; at this moment, or at another (UTC milliseconds).
    ///
    /// # Errors
    /// `ClientNotFound`.
    pub fn may_contact(
        &self,
        client: ClientNumber,
        channel: Channel,
        purpose: Purpose,
        at: Option<i64>,
    ) -> Result<VerdictReport> {
        self.store.rows().verdict_report(client, channel, purpose, at.unwrap_or_else(|| self.now()))
    }

    /// A piece of evidence with its content.
    ///
    /// # Errors
    /// `EvidenceNotFound`.
    pub fn evidence(&self, id: EvidenceId) -> Result<Evidence> {
        self.store.rows().evidence(id)
    }

    /// Hands the whole chain to `write`, line by line, so that a long one takes no memory.
    ///
    /// # Errors
    /// What `write` or the database may say.
    pub fn export_chain<E: From<Error>>(
        &self,
        write: &mut dyn FnMut(&ChainLine<'_>) -> Result<(), E>,
    ) -> Result<ChainHeader, E> {
        self.store.rows().export_chain(&self.store.identity().file_id, write)
    }

    /// Recomputes the chain of decisions; `known_head` is one from a printed attestation or list.
    ///
    /// # Errors
    /// What the database may say.
    pub fn check_chain(&self, known_head: Option<&str>) -> Result<ChainReport> {
        self.store.rows().check_chain(&self.store.identity().file_id, known_head)
    }
}

impl Reader {
    /// What a decision would be, for « Sera scellé : … ». `now` is UTC milliseconds.
    ///
    /// # Errors
    /// As [`Shop::decide`], but for evidence.
    pub(crate) fn preview_decision(
        &self,
        client: ClientNumber,
        decision: &NewDecision,
        now: i64,
    ) -> Result<DecisionPreview> {
        let Plan { label, mode, at, .. } = Plan::of(self.rows(), client, decision, now)?;
        Ok(DecisionPreview { label, mode, at })
    }
}

/// Seals an answer with its evidence in the transaction of its cause, and says what the journal says of it.
///
/// # Errors
/// As [`Shop::decide`], but for evidence.
pub(super) fn seal(
    tx: &Tx<'_>,
    client: ClientNumber,
    decision: &NewDecision,
    evidence: &[CheckedEvidence<'_>],
) -> Result<JournalChange> {
    let plan = Plan::of(tx.rows(), client, decision, tx.now())?;
    let items: Vec<&DecisionItem> = plan.items.iter().collect();
    tx.append_decision(&AppendedDecision {
        client,
        channel: plan.channel,
        answer: decision.answer.given(),
        mode: &plan.mode,
        detail: &plan.detail,
        label: &plan.label,
        at: plan.at,
        source: DecisionSource::Counter,
        import: None,
        items: &items,
        evidence,
    })?;
    Ok(JournalChange::new("consents", plan.label_before, plan.label))
}

/// A decision, checked, with everything that follows from it.
struct Plan {
    channel: Channel,
    items: Vec<DecisionItem>,
    mode: String,
    detail: String,
    label: String,
    label_before: String,
    at: i64,
}

impl Plan {
    fn of(rows: Rows<'_>, client: ClientNumber, decision: &NewDecision, now: i64) -> Result<Plan> {
        let professional = rows.contact_facts(client)?.professional;
        let detail = decision.checked_detail()?;
        let at = decision.at.unwrap_or(now);
        if at > now || at < 0 {
            return Err(Error::DecisionDate);
        }
        let indicators = rows.indicators()?;
        let standings = rows.standings(client, &indicators)?;
        let asked: Vec<(&Indicator, &Standing)> = indicators.iter().zip(&standings).collect();
        let given = decision.answer.given();
        let covered = covered(&decision.target, given, professional, &asked)?;
        let channel = covered[0].channel;
        let (mode, wordings) = match &decision.answer {
            Answer::Granted { mode, wordings } => {
                (known_mode(rows, mode, &detail)?, shown(rows, &covered, wordings, at)?)
            }
            Answer::Refused | Answer::Withdrawn => (String::new(), HashMap::new()),
        };
        let label_after = |granted: &dyn Fn(&Indicator, &Standing) -> bool, given| {
            let names: Vec<&str> = asked
                .iter()
                .filter(|(indicator, standing)| indicator.channel == channel && granted(indicator, standing))
                .map(|(indicator, _)| indicator.name.as_str())
                .collect();
            row_label(channel, given, &names)
        };
        let was = |standing: &Standing| standing.answer.is_some_and(|answer| answer.given == Given::Granted);
        let covers = |indicator: &Indicator| covered.iter().any(|other| other.id == indicator.id);
        let label = label_after(
            &|indicator, standing| if covers(indicator) { given == Given::Granted } else { was(standing) },
            given,
        );
        let any_before = asked.iter().any(|(indicator, standing)| indicator.channel == channel && was(standing));
        let label_before = if any_before { label_after(&|_, standing| was(standing), given) } else { String::new() };
        let items = covered.iter().map(|indicator| item(indicator, wordings.get(&indicator.id))).collect();
        Ok(Plan { channel, items, mode, detail, label, label_before, at })
    }
}

/// What a decision will say of an indicator.
pub(crate) fn item(indicator: &Indicator, wording: Option<&Wording>) -> DecisionItem {
    let (name, hash) =
        wording.map_or(("", String::new()), |wording| (&wording.name, sha256_hex(wording.text.as_bytes())));
    DecisionItem {
        indicator: indicator.id,
        kind: indicator.kind,
        wording: wording.map(|wording| wording.id),
        sealed: serde_json::json!([indicator.id, indicator.code, name, hash]).to_string(),
    }
}

/// The indicators that an answer is about, at least one, all of one channel, in the shop's order.
fn covered<'a>(
    target: &Target,
    given: Given,
    professional: bool,
    asked: &[(&'a Indicator, &Standing)],
) -> Result<Vec<&'a Indicator>> {
    let open = |indicator: &Indicator| indicator.archived_at.is_none() && indicator.suits(professional);
    let covered: Vec<&Indicator> = match target {
        Target::Indicators(ids) => {
            let chosen: Vec<&Indicator> =
                asked.iter().map(|(indicator, _)| *indicator).filter(|indicator| ids.contains(&indicator.id)).collect();
            if ids.iter().any(|id| !chosen.iter().any(|indicator| indicator.id == *id)) {
                return Err(Error::IndicatorNotFound);
            }
            if given == Given::Granted && chosen.iter().any(|indicator| indicator.archived_at.is_some()) {
                return Err(Error::IndicatorNotFound);
            }
            if given == Given::Granted && chosen.iter().any(|indicator| !indicator.suits(professional)) {
                return Err(Error::IndicatorUnsuited);
            }
            chosen
        }
        Target::Purposes(channel, purposes) => {
            let mut chosen = Vec::new();
            for purpose in purposes {
                let of_purpose: Vec<&Indicator> = (asked.iter().map(|(indicator, _)| *indicator))
                    .filter(|indicator| {
                        indicator.channel == *channel && indicator.purpose == *purpose && open(indicator)
                    })
                    .collect();
                match of_purpose.len() {
                    0 => return Err(Error::IndicatorUnsuited),
                    1 => {}
                    _ if given == Given::Granted => return Err(Error::IndicatorAmbiguous),
                    _ => {}
                }
                chosen.extend(of_purpose);
            }
            chosen
        }
        Target::Channel(channel) => on_channel(*channel, given, &open, asked)?,
    };
    let mut unique: Vec<&Indicator> = Vec::with_capacity(covered.len());
    for indicator in covered {
        if unique.iter().all(|other| other.id != indicator.id) {
            unique.push(indicator);
        }
    }
    match unique.first() {
        None => Err(Error::IndicatorUnsuited),
        Some(first) if unique.iter().any(|other| other.channel != first.channel) => Err(Error::IndicatorUnsuited),
        Some(_) => Ok(unique),
    }
}

/// A withdrawal takes back all that is granted on the channel, by the client or by default. Where nothing is, it is kept as
/// an objection to all that is asked there; so is a refusal.
fn on_channel<'a>(
    channel: Channel,
    given: Given,
    open: &dyn Fn(&Indicator) -> bool,
    asked: &[(&'a Indicator, &Standing)],
) -> Result<Vec<&'a Indicator>> {
    let all = asked.iter().filter(|(indicator, _)| indicator.channel == channel);
    if given == Given::Granted {
        return Err(Error::IndicatorUnsuited);
    }
    if given == Given::Withdrawn {
        let stands = |indicator: &Indicator, standing: &Standing| match standing.answer {
            Some(answer) => answer.given == Given::Granted,
            None => indicator.kind == Kind::OptOut && open(indicator),
        };
        let standing: Vec<&Indicator> = all
            .clone()
            .filter(|(indicator, standing)| stands(indicator, standing))
            .map(|(indicator, _)| *indicator)
            .collect();
        if !standing.is_empty() {
            return Ok(standing);
        }
    }
    Ok(all.map(|(indicator, _)| *indicator).filter(|indicator| open(indicator)).collect())
}

/// The words of the shop's list where the mode is one of them, else as they were said.
fn known_mode(rows: Rows<'_>, mode: &ModeLabel, detail: &str) -> Result<String> {
    match rows.mode_named(mode.as_str())? {
        Some(known) if known.needs_detail && detail.is_empty() => Err(Error::DetailMissing),
        Some(known) => Ok(known.label),
        None => Ok(mode.as_str().to_owned()),
    }
}

/// Which wording was shown for each indicator.
fn shown(rows: Rows<'_>, covered: &[&Indicator], chosen: &[i64], at: i64) -> Result<HashMap<IndicatorId, Wording>> {
    let all = rows.wordings()?;
    let mut shown = HashMap::new();
    for id in chosen {
        let wording = all.iter().find(|wording| wording.id == *id).ok_or(Error::WordingNotFound)?;
        if !covered.iter().any(|indicator| indicator.id == wording.indicator) {
            return Err(Error::WordingNotFound);
        }
        shown.insert(wording.indicator, wording.clone());
    }
    for indicator in covered {
        if !shown.contains_key(&indicator.id) {
            shown.extend(rows.wording_in_force(indicator.id, at)?.map(|wording| (indicator.id, wording)));
        }
    }
    Ok(shown)
}
