//! What stays of a removed record, and the imports with the clients that they brought.

mod imports;

pub(crate) use imports::Fate;

use crate::Result;
use crate::clients::ClientNumber;
use crate::removal::{KeptItem, KeptReason, KeptThing, RemovalPreview};
use crate::store::Rows;

/// Numbers in a block of the register of exports; one bit each, the lowest first.
const BLOCK: i64 = 8192;

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
            (KeptThing::Exports, self.exports_holding(&all)?, KeptReason::Recipients, None),
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
            name: record.name(),
            record,
            merged,
            kept,
            pending_messages: count("SELECT count(*) FROM message WHERE client = ?1 AND state = 'pending'")?,
            forgets_a_no: self.standings(number, &indicators)?.iter().any(no),
        })
    }

    /// In how many exports any of these clients figured.
    fn exports_holding(&self, clients: &[ClientNumber]) -> Result<i64> {
        let mut exports = std::collections::BTreeSet::new();
        let mut select = self.0.prepare_cached("SELECT export, bits FROM export_block WHERE block = ?1")?;
        for client in clients {
            let mut rows = select.query([client / BLOCK])?;
            while let Some(row) = rows.next()? {
                if holds(row.get_ref(1)?.as_blob().unwrap_or_default(), *client) {
                    exports.insert(row.get::<_, i64>(0)?);
                }
            }
        }
        Ok(i64::try_from(exports.len()).unwrap_or(i64::MAX))
    }
}

/// Whether a block of the register holds a client of that block.
fn holds(bits: &[u8], client: ClientNumber) -> bool {
    let within = client.rem_euclid(BLOCK);
    let byte = usize::try_from(within / 8).ok().and_then(|at| bits.get(at));
    byte.is_some_and(|byte| byte & (1 << (within % 8)) != 0)
}
