//! Replies of clients, written down: whoever replied STOP takes back all that they agreed to by SMS.
//!
//! One transaction for a table: all of it is written, or nothing. A STOP is written for everybody who has the number, since nobody can tell
//! which of them wrote it, and a no is easier to mend than a message too many (GDPR art. 7(3), 21(3)). Nothing is ever granted here: what
//! seems to be a yes is shown to a person.

use super::consents::seal;
use super::{Outcome, Shop};
use crate::Result;
use crate::clients::ClientNumber;
use crate::consents::{Answer, Channel, CheckedEvidence, Given, Indicator, NewDecision, Target};
use crate::contact::{Standing, in_france};
use crate::journal::{JournalChange, Operation};
use crate::messages::replies::{
    AskedIndicator, Replies, RepliesReport, Reply, ReplyClient, ReplyMeaning, ReplyOutcome, ShownReply, assent,
};
use crate::phones::Phone;
use crate::store::{Rows, Tx};

/// What of a reply is shown, in characters.
const SHOWN_MAX: usize = 500;
/// A reply whose table knows no time of day may seem to be older than what it answers, in milliseconds.
const A_DAY: i64 = 24 * 3_600_000;

impl Shop {
    /// Writes down what a table of replies says: a STOP is the withdrawal of all that is granted by SMS, or, where nothing is, a no to all
    /// that is asked by it, with the reply as evidence. Each reply is dealt with once, however often its table is read; replies of unknown
    /// numbers, and those that a person has to read, are shown each time.
    ///
    /// # Errors
    /// What the database may say; nothing is written then.
    pub fn import_replies(&mut self, replies: &Replies) -> Result<Outcome<RepliesReport>> {
        self.transact(Operation::ImportReplies, |tx| {
            let gateway = tx.rows().sms_setup()?.way_name();
            let mut reading = Reading { tx, replies, gateway, news: 0, report: RepliesReport::default() };
            for reply in &replies.replies {
                reading.deal_with(reply)?;
            }
            let Reading { mut report, news, .. } = reading;
            if news > 0 {
                tx.journal(None, None, &[JournalChange::new("replies", "", news.to_string())])?;
            }
            report.file_name.clone_from(&replies.file_name);
            report.replies = replies.replies.len() as u64;
            report.unread.clone_from(&replies.unread);
            Ok(report)
        })
    }
}

struct Reading<'a> {
    tx: &'a Tx<'a>,
    replies: &'a Replies,
    gateway: String,
    /// Replies read for the first time.
    news: u64,
    report: RepliesReport,
}

impl Reading<'_> {
    fn deal_with(&mut self, reply: &Reply) -> Result<()> {
        let rows = self.tx.rows();
        let clients = rows.clients_of_number(&reply.number)?;
        let Some((first, _)) = clients.first() else {
            self.show(reply, ReplyOutcome::Unknown, Vec::new(), false);
            return Ok(());
        };
        let known = rows.is_reply_known(&reply.digest)?;
        if !known {
            let received = reply.at.unwrap_or(self.tx.now());
            self.tx.insert_reply(&reply.digest, *first, received, reply.meaning == ReplyMeaning::Stop)?;
            self.news += 1;
        }
        if reply.meaning == ReplyMeaning::Stop {
            if !known {
                return self.stop(reply, &clients);
            }
            self.report.known += 1;
            return Ok(());
        }
        let mut asked = Vec::new();
        for (client, _) in &clients {
            let of_client = rows.asked_by_sms(*client)?;
            asked.extend(of_client.into_iter().filter(|asked| reply.at.is_none_or(|at| at + A_DAY > asked.at)));
        }
        let outcome = match (reply.meaning, asked.is_empty()) {
            (ReplyMeaning::Doubtful, _) => ReplyOutcome::ToRead,
            (_, false) => ReplyOutcome::ToRecord,
            (_, true) => {
                let count = if known { &mut self.report.known } else { &mut self.report.others };
                *count += 1;
                return Ok(());
            }
        };
        let clients = clients.into_iter().map(|(number, name)| ReplyClient { number, name, newer_agreement: false });
        let shown = self.show(reply, outcome, clients.collect(), known);
        if outcome == ReplyOutcome::ToRecord {
            shown.answer = assent(&reply.text);
            asked.sort_by_key(|asked: &AskedIndicator| std::cmp::Reverse(asked.at));
            shown.asked = asked;
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
            let indicators = rows.indicators()?;
            let standings = rows.standings(*number, &indicators)?;
            let asked: Vec<(&Indicator, &Standing)> = indicators.iter().zip(&standings).collect();
            let mut newer_agreement = false;
            if is_news(&asked, rows.contact_facts(*number)?.professional) {
                newer_agreement = agreed_after(rows, &asked, reply.at)?;
                let at = reply.at.unwrap_or(self.tx.now()).clamp(0, self.tx.now());
                let decision =
                    NewDecision { at: Some(at), ..NewDecision::now(Target::Channel(Channel::Sms), Answer::Withdrawn) };
                let change =
                    seal(self.tx, *number, &decision, &[CheckedEvidence::text("Réponse par SMS.txt", &words)])?;
                self.tx.journal(Some(*number), None, &[change])?;
                self.report.waiting += rows.waiting_sms(*number)?;
                written += 1;
            }
            shown.push(ReplyClient { number: *number, name: name.clone(), newer_agreement });
        }
        self.report.clients += written;
        self.report.stopped += u64::from(written > 0);
        let outcome = if written > 0 { ReplyOutcome::Stopped } else { ReplyOutcome::StoppedBefore };
        self.show(reply, outcome, shown, false);
        Ok(())
    }

    fn show(
        &mut self,
        reply: &Reply,
        outcome: ReplyOutcome,
        clients: Vec<ReplyClient>,
        again: bool,
    ) -> &mut ShownReply {
        let text: String = reply.text.chars().take(SHOWN_MAX).collect();
        self.report.shown.push(ShownReply {
            line: reply.line,
            number: national(&reply.number),
            text,
            at: reply.at,
            meaning: reply.meaning,
            outcome,
            clients,
            asked: Vec::new(),
            answer: None,
            again,
        });
        let last = self.report.shown.len() - 1;
        &mut self.report.shown[last]
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

/// Whether a withdrawal would change anything: something is granted, or something that is asked was not refused yet.
fn is_news(asked: &[(&Indicator, &Standing)], professional: bool) -> bool {
    asked.iter().filter(|(indicator, _)| indicator.channel == Channel::Sms).any(|(indicator, standing)| match standing
        .answer
    {
        Some(answer) => answer.given == Given::Granted,
        None => indicator.archived_at.is_none() && indicator.suits(professional),
    })
}

/// Whether the client agreed to something by SMS on a later day than that of their reply.
fn agreed_after(rows: Rows<'_>, asked: &[(&Indicator, &Standing)], replied: Option<i64>) -> Result<bool> {
    let Some(replied) = replied else { return Ok(false) };
    let granted = asked
        .iter()
        .filter(|(indicator, _)| indicator.channel == Channel::Sms)
        .filter_map(|(_, standing)| standing.answer.filter(|answer| answer.given == Given::Granted));
    for answer in granted {
        if rows.decision_day(answer.decision)?.is_some_and(|(at, _)| at > replied) {
            return Ok(true);
        }
    }
    Ok(false)
}
