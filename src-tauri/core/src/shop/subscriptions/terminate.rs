//! « Résilier ».

use chrono::NaiveDate;

use super::{Outcome, Shop, day_in_words};
use crate::documents::Language;
use crate::invoicing::Credited;
use crate::journal::{JournalChange, Operation};
use crate::money::{self, Cents};
use crate::store::Tx;
use crate::subscriptions::{
    RenewalEnded, SubscriptionId, Termination, TerminationDone, TerminationPreview, TerminationRequest,
};
use crate::{Error, Result};

/// The longest reason, in characters.
const REASON_MAX: usize = 200;

impl Shop {
    /// What a termination would do, with what it would give back.
    ///
    /// # Errors
    /// `SubscriptionNotFound`.
    pub fn termination_preview(&self, termination: &Termination) -> Result<TerminationPreview> {
        self.store.rows().termination_preview(termination, self.today())
    }

    /// Ends a subscription before its end: what is planned after that day is cancelled, and, if so asked, what will not be served is given
    /// back by a credit note. What goes on from it ends too, and all that was invoiced for that is given back.
    ///
    /// # Errors
    /// `SubscriptionNotFound`; `Refused` by the rule that the preview names.
    pub fn terminate(&mut self, request: &TerminationRequest) -> Result<Outcome<TerminationDone>> {
        let reason: String = request.reason.trim().chars().filter(|c| !c.is_control()).take(REASON_MAX).collect();
        self.transact(Operation::Terminate, |tx| {
            let preview = tx.rows().termination_preview(&request.termination, tx.today())?;
            if let Some(rule) = preview.refused {
                return Err(Error::Refused(rule));
            }
            let end = |id, refund| end(tx, &Ending { id, on: preview.on, reason: &reason, refund });
            let refund = if request.refund { preview.refund } else { 0 };
            let RenewalEnded { subscription, credit_note, refund } = end(preview.subscription.id, refund)?;
            let renewals = preview.renewals.iter().map(|renewal| end(renewal.subscription.id, renewal.refund));
            Ok(TerminationDone { subscription, credit_note, refund, renewals: renewals.collect::<Result<_>>()? })
        })
    }
}

/// One subscription that ends.
struct Ending<'a> {
    id: SubscriptionId,
    on: NaiveDate,
    reason: &'a str,
    /// What is given back, in cents.
    refund: Cents,
}

/// Writes it.
fn end(tx: &Tx<'_>, ending: &Ending<'_>) -> Result<RenewalEnded> {
    let Ending { id, on, reason, refund } = *ending;
    tx.set_terminated(id, on, reason)?;
    tx.cancel_deliveries_after(id, on)?;
    let mut changes = vec![JournalChange::new("terminated_on", "", day_in_words(on))];
    if !reason.is_empty() {
        changes.push(JournalChange::new("reason", "", reason));
    }
    let credit = match tx.rows().invoiced_for(id)?.filter(|_| refund > 0) {
        Some((invoice, ..)) => {
            // Why stands in the record; the credit note, which is kept for ten years, says only what it is for.
            let why = format!("résiliation au {}", day_in_words(on));
            Some(tx.credit(invoice, Credited::Amount(refund), &why, tx.today())?)
        }
        None => None,
    };
    let refund = credit.as_ref().map_or(0, |credit| -credit.total);
    if let Some(credit) = &credit {
        changes.push(JournalChange::new("credit_note", "", credit.number.to_string()));
        changes.push(JournalChange::new("refund", "", money::in_words(refund, Language::French)));
    }
    let subscription = tx.rows().subscription(id, tx.today())?;
    tx.journal_subscription(&subscription, changes)?;
    Ok(RenewalEnded { subscription, credit_note: credit.map(|credit| credit.number.to_string()), refund })
}
