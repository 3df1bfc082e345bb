//! Recomputing the chain, and what follows from it.

use std::collections::HashMap;
use std::rc::Rc;

use rusqlite::types::ValueRef;
use rusqlite::{OptionalExtension, Row};
use rustc_hash::FxHashMap;

use crate::clients::ClientNumber;
use crate::consents::{
    Broken, ChainReport, DecisionId, Given, IndicatorId, Kind, Seal, SealedDecision, genesis, sha256_hex,
};
use crate::store::Rows;
use crate::{Error, Result};

/// What was decided, replayed: for each client and indicator the answer and its decision, packed, since there may be
/// millions of them.
type Replayed = FxHashMap<Place, Outcome>;

/// A client and an indicator in one number. No shop has 2^43 clients or 2^20 indicators.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Place(i64);

impl Place {
    const fn new(client: ClientNumber, indicator: IndicatorId) -> Place {
        Place((client << 20) ^ indicator)
    }
}

/// An answer and its decision in one number.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Outcome(i64);

impl Outcome {
    const fn new(given: Given, decision: DecisionId) -> Outcome {
        Outcome((decision << 2) | given.number())
    }

    fn given(self) -> Option<Given> {
        Given::from_number(self.0 & 3)
    }

    const fn decision(self) -> DecisionId {
        self.0 >> 2
    }
}

/// The indicators that a decision is about.
type ItemKinds = Rc<[(IndicatorId, Kind)]>;

/// What the items of decisions mean; few are different, so that each is read once.
#[derive(Default)]
struct Items {
    known: FxHashMap<String, ItemKinds>,
    kinds: HashMap<IndicatorId, (String, Kind)>,
    wordings: HashMap<String, String>,
}

impl Rows<'_> {
    /// Recomputes every seal from the first to the newest, then compares evidence, wordings and the answers that screens
    /// show with what was sealed. `known_head` is a head from a printed attestation or list, which must be in the chain.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn check_chain(&self, file_id: &str, known_head: Option<&str>) -> Result<ChainReport> {
        let mut end = genesis(file_id);
        let mut report = ChainReport { decisions: 0, head: end.hex(), broken: None };
        let mut head_seen = known_head.is_none_or(|head| head == report.head);
        let known_head = known_head.and_then(parse_seal);
        let mut items = self.known_items()?;
        let answers: i64 = self.0.query_row("SELECT count(*) FROM consent", [], |row| row.get(0))?;
        let mut replayed = Replayed::default();
        replayed.reserve(usize::try_from(answers).unwrap_or(0));
        let mut evidence: HashMap<DecisionId, String> = HashMap::new();
        let mut form = String::new();
        let mut select = self.0.prepare(include_str!("chain.sql"))?;
        let mut rows = select.query([])?;
        let mut last = 0;
        while let Some(row) = rows.next()? {
            let held = match Link::read(row) {
                Err(_) => Err("unreadable"),
                Ok(link) if link.sealed.decision != last + 1 => Err("missing"),
                Ok(link) if link.sealed.seal(&end, &mut form) != link.seal => Err("altered"),
                Ok(link) => items.of(link.sealed.items).map(|about| (link, about)),
            };
            let (link, about) = match held {
                Ok(held) => held,
                Err(why) => {
                    report.broken = Some(Broken { decision: last + 1, why: why.into() });
                    break;
                }
            };
            last += 1;
            end = link.seal;
            report.decisions += 1;
            head_seen |= known_head == Some(end);
            replay(&mut replayed, &link, &about);
            if link.sealed.evidence != "[]" {
                evidence.insert(last, link.sealed.evidence.to_owned());
            }
        }
        report.head = end.hex();
        if report.broken.is_none() {
            report.broken = self.cut_tail(last, head_seen)?;
        }
        if report.broken.is_none() {
            report.broken = self.altered_evidence(evidence)?.or(self.differing_answer(replayed)?);
        }
        Ok(report)
    }

    /// The file remembers the greatest number that it ever gave, and so does a printed head.
    fn cut_tail(&self, last: DecisionId, head_seen: bool) -> Result<Option<Broken>> {
        let given: Option<i64> = self
            .0
            .query_row("SELECT seq FROM sqlite_sequence WHERE name = 'decision'", [], |row| row.get(0))
            .optional()?;
        let next = last + 1;
        Ok(if given.is_some_and(|given| given > last) {
            Some(Broken { decision: next, why: "missing".into() })
        } else if head_seen {
            None
        } else {
            Some(Broken { decision: next, why: "tail_cut".into() })
        })
    }

    fn altered_evidence(&self, mut sealed: HashMap<DecisionId, String>) -> Result<Option<Broken>> {
        let mut broken: Option<(DecisionId, &str)> = None;
        let mut note = |decision, why| {
            if broken.is_none_or(|(first, _)| decision < first) {
                broken = Some((decision, why));
            }
        };
        let mut found: HashMap<DecisionId, Vec<String>> = HashMap::new();
        let mut select = self.0.prepare("SELECT decision, sha256, content FROM evidence ORDER BY id")?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            let (decision, hash): (DecisionId, String) = (row.get(0)?, row.get(1)?);
            let content = row.get_ref(2)?.as_blob().map_err(|_| Error::FileCorrupt)?;
            if sha256_hex(content) != hash {
                note(decision, "evidence_altered");
            }
            found.entry(decision).or_default().push(hash);
        }
        for (decision, hashes) in found {
            let expected = sealed.remove(&decision);
            if expected.and_then(|json| serde_json::from_str::<Vec<String>>(&json).ok()) != Some(hashes) {
                note(decision, "evidence_altered");
            }
        }
        for decision in sealed.into_keys() {
            note(decision, "evidence_missing");
        }
        Ok(broken.map(|(decision, why)| Broken { decision, why: why.into() }))
    }

    /// The first decision whose outcome is not what the screens show.
    fn differing_answer(&self, mut replayed: Replayed) -> Result<Option<Broken>> {
        let mut first: Option<DecisionId> = None;
        let mut note = |decision: DecisionId| first = Some(first.map_or(decision, |first| first.min(decision)));
        let mut select = self.0.prepare("SELECT client, indicator, answer, decision FROM consent")?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            let (answer, decision): (i64, DecisionId) = (row.get(2)?, row.get(3)?);
            match replayed.remove(&Place::new(row.get(0)?, row.get(1)?)) {
                Some(outcome) if outcome.0 == (decision << 2) | answer => {}
                Some(outcome) => note(outcome.decision()),
                None => note(decision),
            }
        }
        for outcome in replayed.into_values() {
            note(outcome.decision());
        }
        Ok(first.map(|decision| Broken { decision, why: "state_differs".into() }))
    }

    fn known_items(&self) -> Result<Items> {
        let mut items = Items::default();
        for indicator in self.indicators()? {
            items.kinds.insert(indicator.id, (indicator.code, indicator.kind));
        }
        for wording in self.wordings()? {
            items.wordings.insert(wording.name, sha256_hex(wording.text.as_bytes()));
        }
        Ok(items)
    }
}

impl Items {
    /// The indicators that a decision whose seal holds is about, or what is wrong with them.
    fn of(&mut self, json: &str) -> std::result::Result<ItemKinds, &'static str> {
        if let Some(known) = self.known.get(json) {
            return Ok(Rc::clone(known));
        }
        let read: Vec<(IndicatorId, String, String, String)> = serde_json::from_str(json).map_err(|_| "unreadable")?;
        let mut items = Vec::with_capacity(read.len());
        for (id, code, wording, hash) in read {
            match self.kinds.get(&id) {
                Some((known, kind)) if *known == code => items.push((id, *kind)),
                _ => return Err("indicator_altered"),
            }
            if !wording.is_empty() && self.wordings.get(&wording) != Some(&hash) {
                return Err("wording_altered");
            }
        }
        let items: ItemKinds = items.into();
        self.known.insert(json.to_owned(), Rc::clone(&items));
        Ok(items)
    }
}

/// A row of the chain.
pub(super) struct Link<'a> {
    pub(super) sealed: SealedDecision<'a>,
    pub(super) seal: Seal,
}

impl<'a> Link<'a> {
    pub(super) fn read(row: &'a Row<'_>) -> Result<Link<'a>> {
        let text = |column: usize| -> Result<&'a str> { row.get_ref(column)?.as_str().map_err(|_| Error::FileCorrupt) };
        let import = match row.get_ref(11)? {
            ValueRef::Null => None,
            ValueRef::Integer(import) => Some(import),
            _ => return Err(Error::FileCorrupt),
        };
        Ok(Link {
            sealed: SealedDecision {
                decision: row.get(0)?,
                client: row.get(1)?,
                channel: text(2)?,
                answer: text(3)?,
                mode: text(4)?,
                detail: text(5)?,
                label: text(6)?,
                at: row.get(7)?,
                recorded_at: row.get(8)?,
                operator: text(9)?,
                source: text(10)?,
                import,
                items: text(12)?,
                evidence: text(13)?,
            },
            seal: Seal(row.get(14)?),
        })
    }
}

fn replay(replayed: &mut Replayed, link: &Link<'_>, items: &[(IndicatorId, Kind)]) {
    let Some(answer) = Given::from_code(link.sealed.answer) else { return };
    for &(indicator, kind) in items {
        let place = Place::new(link.sealed.client, indicator);
        let given = match answer {
            Given::Withdrawn => Given::after_withdrawal(replayed.get(&place).and_then(|outcome| outcome.given()), kind),
            other => other,
        };
        replayed.insert(place, Outcome::new(given, link.sealed.decision));
    }
}

fn parse_seal(hex: &str) -> Option<Seal> {
    let hex: String = hex.chars().filter(|c| !c.is_whitespace()).collect();
    let mut seal = [0; 32];
    if hex.len() != 64 || !hex.is_ascii() {
        return None;
    }
    for (index, byte) in seal.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&hex[2 * index..2 * index + 2], 16).ok()?;
    }
    Some(Seal(seal))
}
