//! Comparing a file with what it must hold.

use std::path::Path;

use ecrin_core::clients::ClientNumber;
use ecrin_core::consents::{HistoryColumn, HistoryRequest};
use ecrin_core::search::SearchRequest;
use ecrin_core::shop::Shop;
use ecrin_core::{Error, Reader};

use crate::model::{Client, Model, Operation};
use crate::work::{self, pdf};

/// What a finding means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Something confirmed is not there.
    Missing,
    /// Something is there in part, twice, or without having been asked for.
    Half,
    /// The chain of decisions does not verify.
    Chain,
    /// The file is not whole.
    Integrity,
}

/// Something that is not as it must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it means.
    pub kind: Kind,
    /// What was found.
    pub what: String,
}

/// Everything found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings(pub Vec<Finding>);

impl Findings {
    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many of a kind.
    pub fn count(&self, kind: Kind) -> u64 {
        self.0.iter().filter(|finding| finding.kind == kind).count() as u64
    }

    fn say(&mut self, kind: Kind, what: impl Into<String>) {
        self.0.push(Finding { kind, what: what.into() });
    }
}

/// Something that was confirmed is not there.
pub fn missing(what: &str) -> Findings {
    let mut findings = Findings::default();
    findings.say(Kind::Missing, what);
    findings
}

/// Which records are compared.
#[derive(Clone, Debug)]
pub enum Scope {
    /// All.
    Whole,
    /// These, all counts, the chain and the pages.
    Of(Vec<ClientNumber>),
}

/// Opens a closed file and compares it; what does not open at all is a finding.
pub fn examine(path: &Path, key: &[u8], model: &Model, scope: &Scope) -> Findings {
    match work::open(path, key) {
        Ok(shop) => examine_open(&shop, model, scope),
        Err(error) => {
            let mut findings = Findings::default();
            findings.say(Kind::Integrity, format!("does not open: {error}"));
            findings
        }
    }
}

/// Compares a file with what was confirmed, which may have been followed by one operation that was under way: wholly there
/// or not at all. Says which, and fills in what only the file knows of it.
pub fn settle(
    path: &Path,
    key: &[u8],
    model: &mut Model,
    under_way: &Operation,
    scope: &Scope,
) -> Result<bool, Findings> {
    let shop = work::open(path, key).map_err(|error| {
        let mut findings = Findings::default();
        findings.say(Kind::Integrity, format!("does not open: {error}"));
        findings
    })?;
    settle_open(&shop, model, under_way, scope)
}

/// [`settle`] on an open shop.
pub fn settle_open(shop: &Shop, model: &mut Model, under_way: &Operation, scope: &Scope) -> Result<bool, Findings> {
    let touched = model.touched(under_way);
    let scope = match scope {
        Scope::Whole => Scope::Whole,
        Scope::Of(numbers) => Scope::Of(numbers.iter().chain(&touched).copied().collect()),
    };
    let without = examine_open(shop, model, &scope);
    if without.is_empty() {
        return Ok(false);
    }
    let mut with = model.clone();
    with.apply(under_way);
    if let Operation::Decide { client, .. } = under_way
        && let Ok((decision, seal)) = work::newest_decision(shop, *client)
        && decision == with.decisions
    {
        with.head = Some(seal);
    }
    // Not what was confirmed, then: it must be exactly that and the operation.
    if examine_open(shop, &with, &scope).is_empty() {
        *model = with;
        return Ok(true);
    }
    Err(without)
}

/// Compares an open shop.
pub fn examine_open(shop: &Shop, model: &Model, scope: &Scope) -> Findings {
    let mut findings = Findings::default();
    if let Err(error) = compare(shop, model, scope, &mut findings) {
        findings.say(Kind::Integrity, format!("cannot be read: {error}"));
    }
    findings
}

fn compare(shop: &Shop, model: &Model, scope: &Scope, findings: &mut Findings) -> Result<(), Error> {
    for problem in shop.verify()? {
        findings.say(Kind::Integrity, problem);
    }
    let (found, expected) = (shop.clients()?, i64::try_from(model.clients.len()).unwrap_or(i64::MAX));
    if found != expected {
        let kind = if found < expected { Kind::Missing } else { Kind::Half };
        findings.say(kind, format!("{found} clients, {expected} expected"));
    }
    let chain = shop.check_chain(model.head.as_deref())?;
    if let Some(broken) = chain.broken {
        findings.say(Kind::Chain, format!("decision {}: {}", broken.decision, broken.why));
    }
    let decisions = i64::try_from(chain.decisions).unwrap_or(i64::MAX);
    if decisions != model.decisions {
        let kind = if decisions < model.decisions { Kind::Missing } else { Kind::Half };
        findings.say(kind, format!("{decisions} decisions, {} expected", model.decisions));
    }
    let mut reader = shop.reader()?;
    let all: Vec<ClientNumber> = match scope {
        Scope::Whole => (1..=expected).collect(),
        Scope::Of(numbers) => numbers.iter().copied().filter(|number| (1..=expected).contains(number)).collect(),
    };
    for number in all {
        match compare_client(shop, &mut reader, number, model.client(number)) {
            Ok(None) => {}
            Ok(Some((kind, what))) => findings.say(kind, format!("client {number}: {what}")),
            Err(Error::ClientNotFound(_)) => findings.say(Kind::Missing, format!("client {number} is not there")),
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

fn compare_client(
    shop: &Shop,
    reader: &mut Reader,
    number: ClientNumber,
    expected: &Client,
) -> Result<Option<(Kind, String)>, Error> {
    let record = shop.client(number)?;
    if record.revision != expected.revision {
        let kind = if record.revision < expected.revision { Kind::Missing } else { Kind::Half };
        return Ok(Some((kind, format!("revision {}, {} expected", record.revision, expected.revision))));
    }
    if record.client != expected.input {
        return Ok(Some((Kind::Half, "other values than were saved".into())));
    }
    if record.inactive.map(|inactive| inactive.reason) != expected.inactive {
        return Ok(Some((Kind::Half, "another mark than was saved".into())));
    }
    let entries = shop.journal(number, None, 500)?.entries.len();
    if entries != expected.entries {
        let kind = if entries < expected.entries { Kind::Missing } else { Kind::Half };
        return Ok(Some((kind, format!("{entries} entries in the journal, {} expected", expected.entries))));
    }
    if let Some(wrong) = compare_answers(shop, number, expected)? {
        return Ok(Some(wrong));
    }
    let mut finds = |text: &str| -> Result<bool, Error> {
        let request = SearchRequest::of(text, true, 50);
        Ok(reader.search(&request)?.clients.iter().any(|row| row.number == number))
    };
    if !finds(&expected.input.last_name)? {
        return Ok(Some((Kind::Missing, "the search does not find it".into())));
    }
    if let Some(former) = expected.former_name.as_deref().filter(|former| *former != expected.input.last_name)
        && finds(former)?
    {
        return Ok(Some((Kind::Half, "the search finds it by its former name".into())));
    }
    Ok(None)
}

fn compare_answers(shop: &Shop, number: ClientNumber, expected: &Client) -> Result<Option<(Kind, String)>, Error> {
    let request = HistoryRequest { number, column: HistoryColumn::Decision, descending: false, offset: 0, limit: 500 };
    let rows = shop.history(&request)?.rows;
    if rows.len() != expected.answers.len() {
        let kind = if rows.len() < expected.answers.len() { Kind::Missing } else { Kind::Half };
        return Ok(Some((kind, format!("{} answers, {} expected", rows.len(), expected.answers.len()))));
    }
    for (row, answer) in rows.iter().zip(&expected.answers) {
        let sealed = answer.seal.as_ref().is_none_or(|seal| *seal == row.seal);
        if row.decision != answer.decision || row.answer != answer.given || !sealed {
            return Ok(Some((Kind::Half, format!("decision {} is another than was confirmed", answer.decision))));
        }
        let shown = row.evidence.first().map(|info| shop.evidence(info.id)).transpose()?;
        if shown.map_or(0, |evidence| if evidence.content == pdf(answer.evidence) { answer.evidence } else { 1 })
            != answer.evidence
        {
            return Ok(Some((Kind::Half, format!("decision {} has other evidence than was given", answer.decision))));
        }
    }
    Ok(None)
}

/// Compares the copies that were confirmed, then removes them; says how many there were.
pub fn examine_copies(folder: &Path, key: &[u8], model: &mut Model) -> (usize, Findings) {
    let mut findings = Findings::default();
    for copy in std::mem::take(&mut model.copies) {
        match work::open(&copy.path, key).and_then(|shop| Ok((shop.clients()?, shop.check_chain(None)?))) {
            Ok((clients, chain)) => {
                let decisions = i64::try_from(chain.decisions).unwrap_or(i64::MAX);
                if usize::try_from(clients) != Ok(copy.clients) || decisions != copy.decisions {
                    findings.say(Kind::Missing, format!("a copy of {clients} clients and {decisions} decisions"));
                }
            }
            Err(error) => findings.say(Kind::Missing, format!("a confirmed copy does not open: {error}")),
        }
    }
    // What bears a copy's name is whole, whether it was confirmed or not.
    let mut copies = 0;
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|extension| extension == "ecrin") {
            copies += 1;
            match work::open(&path, key).and_then(|shop| shop.verify()) {
                Ok(problems) => problems.into_iter().for_each(|problem| findings.say(Kind::Integrity, problem)),
                Err(error) => findings.say(Kind::Integrity, format!("a copy does not open: {error}")),
            }
        }
        let _ = std::fs::remove_file(path);
    }
    (copies, findings)
}
