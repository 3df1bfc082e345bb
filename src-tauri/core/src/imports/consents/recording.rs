//! Writing what the rows say of consents: refusals first, so that the newest row of a history names what is granted.

use std::collections::HashMap;

use super::refusals::Refusals;
use super::{ImportedConsents, Question, QuestionSet};
use crate::Result;
use crate::clients::ClientNumber;
use crate::consents::{AgreementMode, Channel, DecisionSource, Given, Indicator, row_label};
use crate::imports::duplicates::Keys;
use crate::imports::notes::{NoteCode, Notes};
use crate::imports::{ImportConsents, Way};
use crate::shop::consent_item;
use crate::store::{AppendedDecision, DecisionItem, ImportId, Rows, Tx};
use crate::text::fold;

/// Why a yes of the file is recorded as a no.
const KNOWN_NO: &str = "Non déjà enregistré pour la même adresse";
const LATER_NO: &str = "Non dans une autre ligne du fichier pour la même adresse";
/// How somebody agreed of whom the file does not say it.
const UNSAID: &str = "Accord non précisé";

/// What the shop asks, and by which words it calls ways of agreeing.
#[derive(Debug)]
pub(in crate::imports) struct Asked {
    indicators: Vec<(Question, Indicator, DecisionItem)>,
    modes: Vec<AgreementMode>,
}

impl Asked {
    /// Reads what the shop asks.
    ///
    /// # Errors
    /// What the database may say.
    pub(in crate::imports) fn of_shop(rows: Rows<'_>) -> Result<Asked> {
        let indicators = rows.indicators()?.into_iter().filter(|indicator| indicator.archived_at.is_none());
        let asked = indicators.filter_map(|indicator| {
            let question = Question::about(indicator.channel, indicator.purpose)?;
            let item = consent_item(&indicator, None);
            Some((question, indicator, item))
        });
        Ok(Asked { indicators: asked.collect(), modes: rows.modes()? })
    }

    /// The indicators that an answer is about: a no answers every one that asks the question, a yes only the first.
    fn covered(
        &self,
        questions: QuestionSet,
        given: Given,
        professional: bool,
    ) -> Vec<&(Question, Indicator, DecisionItem)> {
        let mut met = QuestionSet::default();
        let mut covered = Vec::new();
        for asked in &self.indicators {
            let question = QuestionSet::of(Some(asked.0));
            let again = given == Given::Granted && met.contains(asked.0);
            if questions.contains(asked.0) && asked.1.suits(professional) && !again {
                met = met.or(question);
                covered.push(asked);
            }
        }
        covered
    }

    fn questions(&self, professional: bool) -> QuestionSet {
        let suited = self.indicators.iter().filter(|(_, indicator, _)| indicator.suits(professional));
        suited.fold(QuestionSet::default(), |all, (question, ..)| all.or(QuestionSet::of(Some(*question))))
    }

    /// The shop's words for a way of agreeing.
    fn mode(&self, words: &str) -> String {
        let folded = fold(words);
        let named = |mode: &&AgreementMode| fold(&mode.label) == folded || fold(&mode.name) == folded;
        match (self.modes.iter().find(named), Way::of(&folded)) {
            _ if words.is_empty() => UNSAID.to_owned(),
            (Some(mode), _) => mode.label.clone(),
            (None, Some(way)) => self.way(way).unwrap_or_else(|| words.to_owned()),
            (None, None) => words.to_owned(),
        }
    }

    fn way(&self, way: Way) -> Option<String> {
        self.modes.iter().find(|mode| mode.code == way.code()).map(|mode| mode.label.clone())
    }
}

/// A decision but for whose and when it is.
#[derive(Debug)]
struct Prepared<'a> {
    channel: Channel,
    items: Vec<&'a DecisionItem>,
    label: String,
}

/// Of what a decision's words and items depend: the answer, what it covers, what is granted on the channel afterwards, and
/// whether the client is a professional.
type Shape = (Given, QuestionSet, QuestionSet, bool);

/// The consents of an import, row by row.
#[derive(Debug)]
pub(in crate::imports) struct Recording<'a> {
    asked: &'a Asked,
    suited: [QuestionSet; 2],
    refusals: Refusals,
    prepared: HashMap<Shape, Prepared<'a>>,
    modes: HashMap<String, String>,
    counts: ImportConsents,
    notes: Notes,
}

/// Where decisions are written.
#[derive(Clone, Copy, Debug)]
pub(in crate::imports) struct Place<'a> {
    pub(in crate::imports) tx: &'a Tx<'a>,
    pub(in crate::imports) import: ImportId,
}

impl<'a> Recording<'a> {
    /// Begins.
    pub(in crate::imports) fn new(asked: &'a Asked) -> Recording<'a> {
        Recording {
            asked,
            suited: [asked.questions(false), asked.questions(true)],
            refusals: Refusals::default(),
            prepared: HashMap::new(),
            modes: HashMap::new(),
            counts: ImportConsents::default(),
            notes: Notes::default(),
        }
    }

    /// A client of the shop who says no to these questions.
    pub(in crate::imports) fn know_refusal(&mut self, keys: &Keys, refused: QuestionSet) {
        self.refusals.refuse(&keys.reached(), refused);
    }

    /// Counts what a row says, and writes it unless nothing is to be written.
    ///
    /// # Errors
    /// What the database may say.
    pub(in crate::imports) fn take(
        &mut self,
        said: &ImportedConsents,
        keys: &Keys,
        professional: bool,
        line: u64,
        written: Option<(Place<'_>, ClientNumber)>,
    ) -> Result<()> {
        if said.is_empty() {
            return Ok(());
        }
        let suited = self.suited[usize::from(professional)];
        let unasked = said.yes.or(said.no).without(suited);
        self.notes.add_times(NoteCode::QuestionNotAsked, line, unasked.count());
        let (yes, no) = (said.yes.and(suited), said.no.and(suited));
        let reached = keys.reached();
        let known = self.refusals.at(&reached).and(yes);
        let granted = yes.without(known);
        self.refusals.refuse(&reached, no.or(known));
        self.refusals.agree(&reached, written.map_or(0, |(_, client)| client), line, professional, granted);
        self.counts.granted += granted.count();
        self.counts.refused += no.count();
        self.counts.not_resubscribed += known.count();
        self.notes.add_times(NoteCode::NotResubscribed, line, known.count());
        let Some((place, client)) = written else { return Ok(()) };
        let at = said.at.unwrap_or(i64::MAX).min(place.tx.now());
        for channel in Channel::ALL.map(QuestionSet::of_channel) {
            let nothing = QuestionSet::default();
            self.write(place, client, at, (Given::Refused, no.and(channel), nothing, professional), "", "")?;
            self.write(place, client, at, (Given::Refused, known.and(channel), nothing, professional), "", KNOWN_NO)?;
            let mut left = granted.and(channel);
            let mut after = nothing;
            while !left.is_empty() {
                let (alike, way) = first_way(left, &said.ways);
                after = after.or(alike);
                let mode = self.mode(&said.mode, way);
                self.write(place, client, at, (Given::Granted, alike, after, professional), &mode, "")?;
                left = left.without(alike);
            }
        }
        Ok(())
    }

    /// Takes back what rows agreed to and later ones refused for the same address.
    ///
    /// # Errors
    /// What the database may say.
    pub(in crate::imports) fn finish(mut self, place: Option<Place<'_>>) -> Result<(ImportConsents, Notes)> {
        let overruled: Vec<_> = self.refusals.overruled().copied().collect();
        for agreed in overruled {
            self.counts.granted -= agreed.lost.count();
            self.counts.not_resubscribed += agreed.lost.count();
            self.notes.add_times(NoteCode::NotResubscribed, agreed.line, agreed.lost.count());
            let Some(place) = place else { continue };
            let kept = agreed.granted.without(agreed.lost);
            for channel in Channel::ALL.map(QuestionSet::of_channel) {
                let shape = (Given::Refused, agreed.lost.and(channel), kept.and(channel), agreed.professional);
                self.write(place, agreed.client, place.tx.now(), shape, "", LATER_NO)?;
            }
        }
        Ok((self.counts, self.notes))
    }

    fn write(
        &mut self,
        place: Place<'_>,
        client: ClientNumber,
        at: i64,
        shape: Shape,
        mode: &str,
        detail: &str,
    ) -> Result<()> {
        let (answer, covered, ..) = shape;
        if covered.is_empty() {
            return Ok(());
        }
        let asked = self.asked;
        let Prepared { channel, items, label } = self.prepared.entry(shape).or_insert_with(|| prepare(asked, shape));
        place.tx.append_decision(&AppendedDecision {
            client,
            channel: *channel,
            answer,
            mode,
            detail,
            label,
            at,
            source: DecisionSource::Import,
            import: Some(place.import),
            items,
            evidence: &[],
        })?;
        Ok(())
    }

    /// The shop's words for a way of agreeing: that of the cell, else that of the row.
    fn mode(&mut self, words: &str, way: Option<Way>) -> String {
        if let Some(way) = way {
            return self.asked.way(way).unwrap_or_else(|| way.label().to_owned());
        }
        if let Some(known) = self.modes.get(words) {
            return known.clone();
        }
        let mode = self.asked.mode(words);
        self.modes.insert(words.to_owned(), mode.clone());
        mode
    }
}

fn prepare(asked: &Asked, (given, questions, granted_after, professional): Shape) -> Prepared<'_> {
    let covered = asked.covered(questions, given, professional);
    let channel = covered.first().map_or(Channel::Sms, |(_, indicator, _)| indicator.channel);
    let granted = asked.covered(granted_after, Given::Granted, professional);
    let names: Vec<&str> = granted.iter().map(|(_, indicator, _)| indicator.name.as_str()).collect();
    Prepared {
        channel,
        items: covered.into_iter().map(|(.., item)| item).collect(),
        label: row_label(channel, given, &names),
    }
}

/// The questions that were agreed to in the same way as the first of them.
fn first_way(questions: QuestionSet, ways: &[(Question, Way)]) -> (QuestionSet, Option<Way>) {
    if ways.is_empty() {
        return (questions, None);
    }
    let way_of = |asked: Question| ways.iter().find(|(question, _)| *question == asked).map(|(_, way)| *way);
    let first = Question::ALL.into_iter().find(|question| questions.contains(*question)).and_then(way_of);
    let alike =
        Question::ALL.into_iter().filter(|question| questions.contains(*question) && way_of(*question) == first);
    (alike.fold(QuestionSet::default(), |all, question| all.or(QuestionSet::of(Some(question)))), first)
}
