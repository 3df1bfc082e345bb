//! Merging two records, and taking it back.

mod repeat;
mod undo;

use super::client::{accepted, changes, known};
use super::{Outcome, Shop};
use crate::clients::{ClientField, ClientInput, ClientNumber, ClientRecord};
use crate::consents::Indicator;
use crate::contact_rules::Rule;
use crate::journal::{JournalChange, Operation};
use crate::merging::{
    AnswerBefore, Before, MergeDone, MergeEntry, MergePreview, MergePreviewRequest, MergeRequest, Party, Plan, fields,
    plan,
};
use crate::store::Rows;
use crate::{Error, Reader, Result};
use repeat::{Repeating, repeat};

/// Two records that are to become one.
struct Pair {
    kept: ClientRecord,
    merged: ClientRecord,
    /// What the record that stays will say.
    after: ClientInput,
    indicators: Vec<Indicator>,
    plan: Plan,
}

impl Pair {
    fn of(rows: Rows<'_>, kept: ClientNumber, merged: ClientNumber, take_merged: &[ClientField]) -> Result<Pair> {
        if kept == merged {
            return Err(Error::MergeWithItself);
        }
        let (kept, merged) = (rows.client(kept)?, rows.client(merged)?);
        let mut after = kept.client.clone();
        for field in take_merged {
            after.take(*field, &merged.client);
        }
        let indicators = rows.indicators()?;
        let (own, other) = (rows.standings(kept.number, &indicators)?, rows.standings(merged.number, &indicators)?);
        let plan = plan(
            &indicators,
            Party { professional: kept.client.professional, standings: &own },
            Party { professional: merged.client.professional, standings: &other },
            after.professional,
        );
        Ok(Pair { kept, merged, after, indicators, plan })
    }
}

impl Rows<'_> {
    /// Two records side by side, and what would become of them.
    fn merge_preview(&self, request: &MergePreviewRequest) -> Result<MergePreview> {
        let pair = Pair::of(*self, request.kept, request.merged, &request.take_merged)?;
        let numbers = [pair.kept.number, pair.merged.number];
        let mut decisions =
            i64::try_from(Repeating::of(*self, &pair.indicators, &pair.plan.carried)?.len()).unwrap_or(0);
        let mut messages = 0;
        for number in numbers {
            decisions += self.decisions_of(number)?;
            messages += self.outbox_counts(Some(number))?.all;
        }
        let pending = self.outbox_counts(Some(pair.merged.number))?.queue.waiting;
        let refused = match self.go_together(&pair, &pair.after) {
            Ok(()) => None,
            Err(Error::Refused(rule)) => Some(rule),
            Err(other) => return Err(other),
        };
        Ok(MergePreview {
            fields: fields(&pair.kept.client, &pair.merged.client),
            answers: pair.plan.answers,
            decisions,
            messages: i64::try_from(messages).unwrap_or(i64::MAX),
            pending_messages: i64::try_from(pending).unwrap_or(i64::MAX),
            holdings: self.held_together(pair.kept.number, pair.merged.number)?,
            restricted: pair.kept.restricted_at.is_some() || pair.merged.restricted_at.is_some(),
            refused,
            kept: pair.kept,
            merged: pair.merged,
        })
    }

    /// Whether what both hold fits the type and the e-mail that stay. Nobody brings themselves.
    ///
    /// # Errors
    /// `Refused`; what the database may say.
    fn go_together(&self, Pair { kept, merged, .. }: &Pair, after: &ClientInput) -> Result<()> {
        known(after)?;
        self.fits(kept.number, after)?;
        self.fits(merged.number, after)?;
        if self.brought_one_another(kept.number, merged.number)? {
            return Err(Error::Refused(Rule::SponsoredAlready));
        }
        Ok(())
    }
}

impl Reader {
    /// Two records side by side, and what would become of them.
    ///
    /// # Errors
    /// `MergeWithItself`; `ClientNotFound`, `ClientRemoved`, `ClientMerged`.
    pub(crate) fn merge_preview(&self, request: &MergePreviewRequest) -> Result<MergePreview> {
        self.rows().merge_preview(request)
    }
}

impl Shop {
    /// Two records side by side, and what would become of them.
    ///
    /// # Errors
    /// `MergeWithItself`; `ClientNotFound`, `ClientRemoved`, `ClientMerged`.
    pub fn merge_preview(&self, request: &MergePreviewRequest) -> Result<MergePreview> {
        self.store.rows().merge_preview(request)
    }

    /// The records that went into one and were not taken out again, the newest first.
    ///
    /// # Errors
    /// What the database may say.
    pub fn merges(&self, kept: ClientNumber) -> Result<Vec<MergeEntry>> {
        self.store.rows().merges(kept)
    }

    /// Makes one record of two; see [`crate::merging`].
    ///
    /// # Errors
    /// `MergeWithItself`; `ClientNotFound`, `ClientRemoved`, `ClientMerged`; `ChangedElsewhere` if a revision is not the file's; `Invalid` if
    /// what was chosen makes no record; `Refused` if what both hold does not fit the type that stays.
    pub fn merge_clients(&mut self, request: &MergeRequest) -> Result<Outcome<MergeDone>> {
        let outcome = self.transact(Operation::Merge, |tx| {
            let pair = Pair::of(tx.rows(), request.kept, request.merged, &request.take_merged)?;
            let (kept, merged) = (pair.kept.number, pair.merged.number);
            for (record, revision) in [(&pair.kept, request.kept_revision), (&pair.merged, request.merged_revision)] {
                if record.revision != revision {
                    return Err(Error::ChangedElsewhere(record.number));
                }
            }
            let after = accepted(&pair.after)?;
            tx.rows().go_together(&pair, &after)?;
            let mut written = changes(&pair.kept.client, &after);
            let standings = tx.rows().standings(kept, &pair.indicators)?;
            let answers = standings.iter().filter_map(|standing| {
                let answer = standing.answer?;
                let (indicator, decision) = (standing.indicator, answer.decision);
                Some(AnswerBefore { indicator, granted: answer.given.is_yes(), decision })
            });
            let mut before = Before {
                client: pair.kept.client.clone(),
                restricted: pair.kept.restricted_at.is_some(),
                revision: pair.kept.revision,
                last_decision: tx.rows().last_decision(kept)?,
                answers: answers.collect(),
                revision_after: 0,
                last_decision_after: None,
                restricted_after: pair.kept.restricted_at.is_some() || pair.merged.restricted_at.is_some(),
                merged_revision_after: 0,
            };
            if written.is_empty() {
                tx.renew_revision(kept)?;
            } else {
                tx.update_client(kept, pair.kept.inactive.is_some(), &after)?;
            }
            if before.restricted_after && !before.restricted {
                tx.set_client_restricted(kept, true)?;
                written.push(JournalChange::new("restricted", "false", "true"));
            }
            let title = format!("Fusion avec la fiche n° {merged}");
            let repeating = Repeating::of(tx.rows(), &pair.indicators, &pair.plan.carried)?;
            repeat(tx, kept, &pair.indicators, &title, &repeating)?;
            tx.hide_client(&pair.merged, Some(kept))?;
            tx.know_customer(kept)?;
            before.revision_after = tx.rows().client(kept)?.revision;
            before.last_decision_after = tx.rows().last_decision(kept)?;
            before.merged_revision_after = pair.merged.revision + 1;
            let id = tx.insert_merge(kept, merged, &before)?;
            written.push(JournalChange::new("merged", "", merged.to_string()));
            tx.journal(Some(kept), None, &written)?;
            tx.journal(Some(merged), None, &[JournalChange::new("merged_into", "", kept.to_string())])?;
            Ok(MergeDone { id, record: tx.rows().client(kept)?, answers: pair.plan.answers })
        })?;
        self.forget(request.merged);
        Ok(outcome)
    }
}
