//! What stays of a removed record, and the imports with the clients that they brought.

mod imports;
#[cfg(test)]
mod tests;

pub(crate) use imports::Fate;

use crate::Result;
use crate::clients::ClientNumber;
use crate::removal::{KeptItem, KeptReason, KeptThing, RemovalPreview};
use crate::store::Rows;

impl Rows<'_> {
    /// What the deletion of a record would do.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`, `ClientMerged`.
    pub(crate) fn removal_preview(&self, number: ClientNumber) -> Result<RemovalPreview> {
        let record = self.client(number)?;
        let merged = self.merged_into(number)?;
        let all: Vec<ClientNumber> = std::iter::once(number).chain(merged.iter().copied()).collect();
        let count = |sql: &str| -> Result<i64> {
            let mut select = self.0.prepare_cached(sql)?;
            all.iter().try_fold(0, |sum, number| Ok(sum + select.query_row([number], |row| row.get::<_, i64>(0))?))
        };
        let exports = i64::try_from(self.exports_of(number)?.len()).unwrap_or(i64::MAX);
        let things = [
            (
                KeptThing::Decisions,
                count("SELECT count(*) FROM decision WHERE client = ?1")?,
                KeptReason::Proof,
                Some(5),
            ),
            (
                KeptThing::Evidence,
                count(
                    "SELECT count(*) FROM decision JOIN evidence ON evidence.decision = decision.id WHERE decision.client = ?1",
                )?,
                KeptReason::Proof,
                Some(5),
            ),
            (
                KeptThing::MessagesSent,
                count("SELECT count(*) FROM message WHERE client = ?1 AND state IN ('sent', 'sending', 'unsure')")?,
                KeptReason::Accountability,
                None,
            ),
            (
                KeptThing::Subscriptions,
                count("SELECT count(*) FROM subscription WHERE recipient = ?1 OR payer = ?1")?,
                KeptReason::Accounting,
                Some(10),
            ),
            (
                KeptThing::Invoices,
                count("SELECT count(*) FROM invoice WHERE payer = ?1")?,
                KeptReason::Accounting,
                Some(10),
            ),
            (
                KeptThing::Payments,
                count("SELECT count(*) FROM payment WHERE payer = ?1")?,
                KeptReason::Accounting,
                Some(10),
            ),
            (KeptThing::Exports, exports, KeptReason::Recipients, None),
            (
                KeptThing::Amounts,
                count("SELECT count(*) FROM movement WHERE client = ?1 AND amount IS NOT NULL")?,
                KeptReason::Accounting,
                Some(10),
            ),
            (
                KeptThing::JournalEntries,
                count("SELECT count(*) FROM journal WHERE client = ?1")?,
                KeptReason::Accountability,
                None,
            ),
        ];
        let kept = (things.into_iter().filter(|(_, count, ..)| *count > 0))
            .map(|(what, count, reason, years)| KeptItem { what, count, reason, years })
            .collect();
        let indicators = self.indicators()?;
        let no = |standing: &crate::contact::Standing| standing.answer.is_some_and(|answer| !answer.given.is_yes());
        Ok(RemovalPreview {
            name: record.typed_to_confirm(),
            record,
            merged,
            kept,
            pending_messages: count("SELECT count(*) FROM message WHERE client = ?1 AND state = 'pending'")?,
            owed: self.balance(number)?.due,
            held_things: count(
                "SELECT count(*) FROM movement WHERE client = ?1 AND state IN ('received', 'in_workshop', 'ready', 'held')",
            )?,
            forgets_a_no: self.standings(number, &indicators)?.iter().any(no),
        })
    }
}
