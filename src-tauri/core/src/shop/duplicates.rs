//! Looking for duplicates, page by page, and calling them distinct.

use std::sync::atomic::AtomicBool;
use std::time::Instant;

use super::{Outcome, Shop};
use crate::clients::ClientNumber;
use crate::duplicates::{Comparison, DuplicatePair, DuplicatesPage, DuplicatesRequest, Found, FoundPair};
use crate::journal::{JournalChange, Operation};
use crate::{Error, Reader, Result};

impl Reader {
    /// Looks for duplicates over the whole file at `at` (UTC milliseconds). `progress` is told what is being done (`reading`, `comparing`),
    /// how far, and of how much; setting `cancel` stops it.
    ///
    /// # Errors
    /// `DuplicatesCancelled`; what the database may say.
    pub(crate) fn find_duplicates(
        &self,
        at: i64,
        progress: &mut dyn FnMut(&str, u64, u64),
        cancel: &AtomicBool,
    ) -> Result<Found> {
        let started = Instant::now();
        let rows = self.rows();
        let clients = rows.counts()?.clients;
        let total = u64::try_from(clients).unwrap_or(0);
        progress("reading", 0, total);
        let keys = rows.duplicate_keys(&mut |done| progress("reading", done, total), cancel)?;
        let distinct = rows.distinct_pairs()?;
        let mut comparison = Comparison {
            distinct: &distinct,
            load: &mut |numbers| rows.candidates(numbers),
            progress: &mut |done, total| progress("comparing", done, total),
            cancel,
        };
        let (pairs, cut_off) = comparison.run(keys)?;
        let elapsed_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
        tracing::info!(clients, pairs = pairs.len(), elapsed_ms, "duplicates");
        Ok(Found { pairs, clients, at, elapsed_ms, cut_off })
    }

    /// Some of the pairs that were found and still stand.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn duplicates_page(&self, found: Option<&Found>, request: DuplicatesRequest) -> Result<DuplicatesPage> {
        let Some(found) = found else {
            return Ok(DuplicatesPage { summary: None, pairs: Vec::new(), total: 0, next: None });
        };
        let rows = self.rows();
        let (removed, distinct) = (rows.removed_numbers()?, rows.distinct_pairs()?);
        let stands = |pair: &&FoundPair| {
            pair.score >= request.minimum
                && !removed.contains(&pair.a)
                && !removed.contains(&pair.b)
                && !distinct.contains(&(pair.a, pair.b))
        };
        let standing: Vec<&FoundPair> = found.pairs.iter().filter(stands).collect();
        let (offset, limit) = (request.offset as usize, request.limit.clamp(1, 200) as usize);
        let mut pairs = Vec::with_capacity(limit);
        for pair in standing.iter().skip(offset).take(limit) {
            // Nothing where an import that was taken back left no trace.
            if let (Some((a, _)), Some((b, _))) = (rows.client_row(pair.a)?, rows.client_row(pair.b)?) {
                pairs.push(DuplicatePair { a, b, score: pair.score, reasons: pair.reasons.list() });
            }
        }
        let short = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let next = Some(offset + limit).filter(|next| *next < standing.len()).map(short);
        Ok(DuplicatesPage { summary: Some(found.summary()), pairs, total: short(standing.len()), next })
    }
}

impl Shop {
    /// The surest duplicates of the whole file after the first `offset`, at most `limit` of them (200 at most), with how many there are.
    ///
    /// # Errors
    /// What the database may say.
    pub fn duplicates(&self, offset: u32, limit: u32) -> Result<DuplicatesPage> {
        let reader = self.reader()?;
        let found = reader.find_duplicates(self.now(), &mut |_, _, _| {}, &AtomicBool::new(false))?;
        reader.duplicates_page(Some(&found), DuplicatesRequest { offset, limit, minimum: 0 })
    }

    /// « Ce ne sont pas des doublons »: the two are not told again.
    ///
    /// # Errors
    /// `MergeWithItself`; `ClientNotFound`, `ClientRemoved`, `ClientMerged`.
    pub fn dismiss_duplicates(&mut self, a: ClientNumber, b: ClientNumber) -> Result<Outcome<()>> {
        if a == b {
            return Err(Error::MergeWithItself);
        }
        let (a, b) = (a.min(b), a.max(b));
        self.transact(Operation::DismissDuplicates, |tx| {
            for number in [a, b] {
                tx.rows().client(number)?;
            }
            if !tx.call_distinct(a, b)? {
                return Ok(());
            }
            tx.journal(None, None, &[JournalChange::new("distinct", "", format!("{a}, {b}"))])
        })
    }
}
