//! Taking a merge back, as long as neither record changed since.
//!
//! The record that went comes back as it was. The other one gets its fields back, and by new decisions what it had agreed to; an agreement
//! that the merge had brought is withdrawn. A no that the merge brought to a question that was never asked stays: silence cannot be written,
//! and a no too many contacts nobody. (Where a shop asks two questions for one use, that no stands against both.)

use super::repeat::{Repeating, repeat};
use crate::clients::ClientRecord;
use crate::consents::{DecisionId, Given, Indicator};
use crate::contact::{ContactFacts, Standing, Stored, standing_noes};
use crate::journal::{JournalChange, Operation};
use crate::merging::{Before, Carried, MergeId};
use crate::shop::client::changes;
use crate::shop::{Outcome, Shop};
use crate::store::Tx;
use crate::{Error, Result};

impl Shop {
    /// Takes a merge back; returns the record that stayed.
    ///
    /// # Errors
    /// `MergeNotFound`; `MergeSuperseded` if either record changed since, or if it was taken back already; `Refused` if what either holds does
    /// not fit the type that it had.
    pub fn undo_merge(&mut self, id: MergeId) -> Result<Outcome<ClientRecord>> {
        self.transact(Operation::UndoMerge, |tx| {
            let merge = tx.rows().merge(id)?;
            let (true, Some(before)) = (tx.rows().is_reversible(&merge)?, &merge.before) else {
                return Err(Error::MergeSuperseded);
            };
            let now = tx.rows().client(merge.kept)?;
            let mut written = changes(&now.client, &before.client);
            if written.is_empty() {
                tx.renew_revision(merge.kept)?;
            } else {
                tx.update_client(merge.kept, now.inactive.is_some(), &before.client)?;
            }
            if before.restricted_after && !before.restricted {
                tx.set_client_restricted(merge.kept, false)?;
                written.push(JournalChange::new("restricted", "true", "false"));
            }
            let indicators = tx.rows().indicators()?;
            let back = taken_back(tx, merge.kept, &indicators, before)?;
            let title = format!("Fusion avec la fiche n° {} annulée", merge.merged);
            let back = Repeating::of(tx.rows(), &indicators, &back)?.into_iter();
            let back: Vec<Repeating> =
                back.map(|one| if one.is_withdrawal() { one.at_the_counter(tx.now()) } else { one }).collect();
            repeat(tx, merge.kept, &indicators, &title, &back)?;
            let back = tx.put_back_client(merge.merged)?;
            // What was sold to the one record since must fit what it was before.
            tx.rows().fits(merge.kept, &before.client)?;
            tx.rows().fits(merge.merged, &back.client)?;
            tx.merge_undone(id)?;
            let record = tx.rows().client(merge.kept)?;
            pass_on(tx, &record, before.revision, before.last_decision)?;
            pass_on(tx, &back, before.merged_revision_after - 1, tx.rows().last_decision(merge.merged)?)?;
            written.push(JournalChange::new("merged", merge.merged.to_string(), ""));
            tx.journal(Some(merge.kept), None, &written)?;
            tx.journal(Some(merge.merged), None, &[JournalChange::new("merged_into", merge.kept.to_string(), "")])?;
            Ok(record)
        })
    }
}

/// What must be said anew so that the record stands where it stood.
fn taken_back(tx: &Tx<'_>, client: i64, indicators: &[Indicator], before: &Before) -> Result<Vec<Carried>> {
    let now = tx.rows().standings(client, indicators)?;
    let then: Vec<Standing> = (now.iter())
        .map(|standing| {
            let answer =
                before.answers.iter().find(|answer| answer.indicator == standing.indicator).map(|answer| Stored {
                    given: if answer.granted { Given::Granted } else { Given::Refused },
                    decision: answer.decision,
                    unproven: false,
                });
            Standing { answer, ..*standing }
        })
        .collect();
    let facts = tx.rows().contact_facts(client)?;
    let (facts_then, facts_now) = (
        ContactFacts { standings: &then, professional: before.client.professional, ..facts },
        ContactFacts { standings: &now, professional: before.client.professional, ..facts },
    );
    let mut back = Vec::new();
    for (place, indicator) in indicators.iter().enumerate() {
        let (channel, purpose) = (indicator.channel, indicator.purpose);
        let open_then = standing_noes(&facts_then, channel, purpose).next().is_none();
        // A no to what is no longer asked stands until a later yes: the yes that is there must be said again.
        let lifts_nothing = standing_noes(&facts_now, channel, purpose).any(|no| no.archived);
        let granted = |standings: &[Standing]| standings[place].answer.filter(|answer| answer.given.is_yes());
        match (granted(&then), granted(&now)) {
            // Its own yes, which a no of the other one outweighed.
            (Some(yes), here) if open_then && (lifts_nothing || here.is_none()) && indicator.archived_at.is_none() => {
                back.push(Carried { indicator: place, given: Given::Granted, decision: yes.decision, unproven: false });
            }
            // The other one's yes, which is not its own.
            (None, Some(yes)) => {
                back.push(Carried {
                    indicator: place,
                    given: Given::Withdrawn,
                    decision: yes.decision,
                    unproven: false,
                });
            }
            _ => {}
        }
    }
    Ok(back)
}

/// The merge into a record before the one that was taken back can still be taken back itself, if it left the record as that one found
/// it: the record stands there again.
fn pass_on(tx: &Tx<'_>, record: &ClientRecord, revision: i64, last_decision: Option<DecisionId>) -> Result<()> {
    for earlier in tx.rows().standing_merges(record.number)? {
        let Some(mut before) = earlier.before else { continue };
        if before.revision_after == revision && before.last_decision_after == last_decision {
            before.revision_after = record.revision;
            before.last_decision_after = tx.rows().last_decision(record.number)?;
            return tx.keep_before(earlier.id, &before);
        }
    }
    Ok(())
}
