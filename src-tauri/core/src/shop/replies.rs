//! Replies of clients, written down: whoever replied STOP takes back all that they agreed to by SMS.
//!
//! One transaction for a table: all of it is written, or nothing. A STOP is written for everybody who has the number, since nobody can tell
//! which of them wrote it, and a no is easier to mend than a message too many (GDPR art. 7(3), 21(3)). Nothing is ever granted here: what
//! seems to be a yes is shown to a person.

use std::collections::HashSet;

use super::consents::seal;
use super::{Outcome, Shop};
use crate::Result;
use crate::clients::ClientNumber;
use crate::consents::{Answer, Channel, CheckedEvidence, Given, Indicator, NewDecision, Target};
use crate::contact::{Standing, Stored, in_france};
use crate::journal::{JournalChange, Operation};
use crate::messages::replies::{
    A_DAY, AskedIndicator, Replies, RepliesReport, Reply, ReplyClient, ReplyMeaning, ReplyOutcome, SHOWN_ROWS,
    ShownReply, assent, excerpt,
};
use crate::phones::Phone;
use crate::store::{ReplyBefore, Rows, Tx};

impl Shop {
    /// Writes down what a table of replies says: a STOP is the withdrawal of all that is granted by SMS, or, where nothing is, a no to all
    /// that is asked by it, with the reply as evidence. Each STOP is written once, however often its table is read; replies of unknown
    /// numbers, and those that a person has to read, are shown each time. Harmless replies are counted and not remembered, so that nothing
    /// that nobody saw is ever taken for known.
    ///
    /// # Errors
    /// What the database may say; nothing is written then.
    pub fn import_replies(&mut self, replies: &Replies) -> Result<Outcome<RepliesReport>> {
        self.transact(Operation::ImportReplies, |tx| {
            let gateway = tx.rows().sms_setup()?.way_name();
            let indicators = tx.rows().indicators()?;
            let stopped = HashSet::new();
            let report = RepliesReport::default();
            let mut reading = Reading { tx, replies, gateway, indicators, stopped, news: 0, report };
            // New ones first: they have the first places, and what they stop is no question any more.
            let mut before = Vec::new();
            for reply in &replies.replies {
                match tx.rows().reply_before(&reply.digest)? {
                    Some(known) => before.push((reply, known)),
                    None => reading.deal_with(reply, None)?,
                }
            }
            for (reply, known) in before {
                reading.deal_with(reply, Some(&known))?;
            }
            let Reading { mut report, news, .. } = reading;
            if news > 0 {
                tx.journal(None, None, &[JournalChange::new("replies", "", news.to_string())])?;
            }
            report.file_name.clone_from(&replies.file_name);
            report.replies = replies.replies.len() as u64;
            report.shown.sort_by_key(|reply| reply.line);
            report.unread = replies.unread.iter().take(SHOWN_ROWS).cloned().collect();
            report.beyond += (replies.unread.len() - report.unread.len()) as u64;
            Ok(report)
        })
    }
}

struct Reading<'a> {
    tx: &'a Tx<'a>,
    replies: &'a Replies,
    gateway: String,
    indicators: Vec<Indicator>,
    /// Whose withdrawal this table brought: another STOP of theirs says nothing new.
    stopped: HashSet<ClientNumber>,
    /// Replies shown or written for the first time.
    news: u64,
    report: RepliesReport,
}

impl Reading<'_> {
    /// `before` is what is remembered of the reply.
    fn deal_with(&mut self, reply: &Reply, before: Option<&ReplyBefore>) -> Result<()> {
        let clients = self.tx.rows().clients_of_number(&reply.number)?;
        if clients.is_empty() {
            self.show(reply, ReplyOutcome::Unknown, Vec::new(), false);
            return Ok(());
        }
        match (reply.meaning, before) {
            (ReplyMeaning::Stop, Some(before)) if before.stop => self.recognise(reply, clients),
            (ReplyMeaning::Stop, _) => self.stop(reply, &clients),
            _ => self.put_to_a_person(reply, clients, before),
        }
    }

    /// A STOP like one that was read before. Where the table tells no time of day it may be another one, which the client wrote after they
    /// agreed again: a person decides.
    fn recognise(&mut self, reply: &Reply, clients: Vec<(ClientNumber, String)>) -> Result<()> {
        let rows = self.tx.rows();
        let mut agreed = false;
        for (number, _) in &clients {
            agreed |= granted(&self.indicators, &rows.standings(*number, &self.indicators)?).next().is_some();
        }
        if agreed && !reply.is_timed() {
            self.show(reply, ReplyOutcome::ToRead, unchanged(clients), true);
        } else {
            self.report.known += 1;
        }
        Ok(())
    }

    /// Shows what may answer a request, and what is not clear. It is remembered only once it was shown.
    fn put_to_a_person(
        &mut self,
        reply: &Reply,
        clients: Vec<(ClientNumber, String)>,
        before: Option<&ReplyBefore>,
    ) -> Result<()> {
        let rows = self.tx.rows();
        let (mut asked, mut is_answered) = (Vec::new(), false);
        for (client, _) in &clients {
            let of_client = rows.asked_by_sms(*client)?;
            // A reply whose table knows no time of day may seem to be older than what it answers.
            asked.extend(of_client.into_iter().filter(|asked| reply.at.is_none_or(|at| at + A_DAY > asked.at)));
            if let Some(before) = before {
                is_answered |= rows.has_answered_by_sms_since(*client, before.imported_at)?;
            }
        }
        let answer = assent(&reply.text);
        let is_harmless = reply.meaning == ReplyMeaning::Harmless;
        let outcome = match () {
            () if !asked.is_empty() && (is_harmless || answer.is_some()) => ReplyOutcome::ToRecord,
            // « Je refuse », which somebody recorded.
            () if is_harmless || answer.is_some() && is_answered => {
                let count = if before.is_some() { &mut self.report.known } else { &mut self.report.others };
                *count += 1;
                return Ok(());
            }
            () => ReplyOutcome::ToRead,
        };
        let first = clients[0].0;
        let Some(shown) = self.show(reply, outcome, unchanged(clients), before.is_some()) else { return Ok(()) };
        shown.answer = answer.filter(|_| outcome == ReplyOutcome::ToRecord);
        asked.sort_by_key(|asked: &AskedIndicator| std::cmp::Reverse(asked.at));
        shown.asked = asked;
        if before.is_none() {
            self.remember(reply, first)?;
        }
        Ok(())
    }

    /// Writes the withdrawal of everybody who has the number.
    fn stop(&mut self, reply: &Reply, clients: &[(ClientNumber, String)]) -> Result<()> {
        let words = self.words(reply);
        let mut written = 0;
        let mut shown = Vec::with_capacity(clients.len());
        for (number, name) in clients {
            let rows = self.tx.rows();
            let standings = rows.standings(*number, &self.indicators)?;
            let mut newer_agreement = false;
            let is_professional = rows.contact_facts(*number)?.professional;
            if !self.stopped.contains(number) && is_news(&self.indicators, &standings, is_professional) {
                newer_agreement = agreed_after(rows, granted(&self.indicators, &standings), reply.at)?;
                let at = reply.at.unwrap_or(self.tx.now()).clamp(0, self.tx.now());
                let decision =
                    NewDecision { at: Some(at), ..NewDecision::now(Target::Channel(Channel::Sms), Answer::Withdrawn) };
                let change =
                    seal(self.tx, *number, &decision, &[CheckedEvidence::text("Réponse par SMS.txt", &words)])?;
                self.tx.journal(Some(*number), None, &[change])?;
                self.report.waiting += rows.waiting_sms(*number)?;
                self.stopped.insert(*number);
                written += 1;
            }
            shown.push(ReplyClient { number: *number, name: name.clone(), newer_agreement });
        }
        self.remember(reply, clients[0].0)?;
        self.report.clients += written;
        self.report.stopped += u64::from(written > 0);
        let outcome = if written > 0 { ReplyOutcome::Stopped } else { ReplyOutcome::StoppedBefore };
        self.show(reply, outcome, shown, false);
        Ok(())
    }

    fn remember(&mut self, reply: &Reply, first: ClientNumber) -> Result<()> {
        let received = reply.at.unwrap_or(self.tx.now());
        self.tx.remember_reply(&reply.digest, first, received, reply.meaning == ReplyMeaning::Stop)?;
        self.news += 1;
        Ok(())
    }

    /// `None` where the report is full; the reply is counted there then.
    fn show(
        &mut self,
        reply: &Reply,
        outcome: ReplyOutcome,
        clients: Vec<ReplyClient>,
        again: bool,
    ) -> Option<&mut ShownReply> {
        if self.report.shown.len() == SHOWN_ROWS {
            self.report.beyond += 1;
            return None;
        }
        self.report.shown.push(ShownReply {
            line: reply.line,
            number: national(&reply.number),
            text: excerpt(&reply.text),
            at: reply.at,
            meaning: reply.meaning,
            outcome,
            clients,
            asked: Vec::new(),
            answer: None,
            again,
        });
        self.report.shown.last_mut()
    }

    /// The reply as evidence: what stands in its line, where that comes from, and when it was read.
    fn words(&self, reply: &Reply) -> String {
        let received = if reply.date.is_empty() { "date inconnue" } else { &reply.date };
        let read_on = in_france(self.tx.now()).format("%d/%m/%Y %H:%M");
        format!(
            "Réponse reçue par SMS\r\n\
             Texte : {}\r\n\
             Numéro : {} ({})\r\n\
             Reçue : {received}\r\n\
             Passerelle : {}\r\n\
             Fichier : {}, ligne {}\r\n\
             Lue le : {read_on}\r\n",
            reply.text.replace(['\r', '\n'], " "),
            national(&reply.number),
            reply.number,
            self.gateway,
            self.replies.file_name,
            reply.line,
        )
    }
}

fn national(number: &str) -> String {
    Phone::from_stored(number, true).display()
}

fn unchanged(clients: Vec<(ClientNumber, String)>) -> Vec<ReplyClient> {
    clients.into_iter().map(|(number, name)| ReplyClient { number, name, newer_agreement: false }).collect()
}

/// What a client agrees to by SMS.
fn granted<'a>(indicators: &'a [Indicator], standings: &'a [Standing]) -> impl Iterator<Item = Stored> + 'a {
    let by_sms = indicators.iter().zip(standings).filter(|(indicator, _)| indicator.channel == Channel::Sms);
    by_sms.filter_map(|(_, standing)| standing.answer.filter(|answer| answer.given == Given::Granted))
}

/// Whether a withdrawal would change anything: something is granted, or something that is asked was not refused yet.
fn is_news(indicators: &[Indicator], standings: &[Standing], professional: bool) -> bool {
    let is_open = |(indicator, standing): (&Indicator, &Standing)| {
        let is_asked = indicator.channel == Channel::Sms && indicator.archived_at.is_none();
        is_asked && standing.answer.is_none() && indicator.suits(professional)
    };
    granted(indicators, standings).next().is_some() || indicators.iter().zip(standings).any(is_open)
}

/// Whether the client agreed to something on a later day than that of their reply.
fn agreed_after(rows: Rows<'_>, granted: impl Iterator<Item = Stored>, replied: Option<i64>) -> Result<bool> {
    let Some(replied) = replied else { return Ok(false) };
    for answer in granted {
        if rows.decision_day(answer.decision)?.is_some_and(|(at, _)| at > replied) {
            return Ok(true);
        }
    }
    Ok(false)
}
