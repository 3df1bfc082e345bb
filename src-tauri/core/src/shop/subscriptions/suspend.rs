//! Suspending a subscription for some days, and ending that sooner.
//!
//! The end moves on by as many days, what is planned keeps its place among the days that are served, and what was renewed already moves with it.

use chrono::NaiveDate;

use super::{Outcome, Shop, day_in_words};
use crate::contact_rules::Rule;
use crate::journal::{JournalChange, Operation};
use crate::store::{Rows, Tx};
use crate::subscriptions::{
    Calendar, Subscription, SubscriptionId, SubscriptionState, Suspension, SuspensionId, moved,
};
use crate::{Error, Result};

/// The longest suspension, in days: two years.
const LONGEST: i64 = 731;

impl Shop {
    /// Suspends a subscription from one day to another, both included.
    ///
    /// # Errors
    /// `SubscriptionNotFound`; `Refused`: `AlreadyTerminated`, `SubscriptionOver`, `DaysUnfit` if the first day lies outside the subscription,
    /// another suspension holds one of them, they are more than two years, or something went out on one of them.
    pub fn suspend(&mut self, id: SubscriptionId, from: NaiveDate, until: NaiveDate) -> Result<Outcome<Subscription>> {
        self.transact(Operation::Suspend, |tx| {
            let before = open(tx, id)?;
            let days = (until - from).num_days() + 1;
            let fits = (1..=LONGEST).contains(&days)
                && (before.starts_on..=before.ends_on).contains(&from)
                && before.suspensions.iter().all(|other| until < other.from || other.until < from)
                && !tx.rows().was_delivered(id, from, Some(until))?;
            if !fits {
                return Err(Error::Refused(Rule::DaysUnfit));
            }
            tx.insert_suspension(id, from, until)?;
            let said = format!("{} – {}", day_in_words(from), day_in_words(until));
            follow(tx, &before, JournalChange::new("suspension", "", said))
        })
    }

    /// Delivers again from a day on (today if none is said); a suspension that begins no sooner goes altogether.
    ///
    /// # Errors
    /// `SubscriptionNotFound`, also without such a suspension; `Refused`: `AlreadyTerminated`, `SubscriptionOver`, `DaysUnfit` if it ended before
    /// that day, or if another one would lie outside the subscription then.
    pub fn end_suspension(&mut self, id: SuspensionId, on: Option<NaiveDate>) -> Result<Outcome<Subscription>> {
        self.transact(Operation::EndSuspension, |tx| {
            let (subscription, suspension) = tx.rows().suspension(id)?;
            let before = open(tx, subscription)?;
            let on = on.unwrap_or(tx.today());
            let said = |until: NaiveDate| format!("{} – {}", day_in_words(suspension.from), day_in_words(until));
            let after = if on > suspension.until {
                return Err(Error::Refused(Rule::DaysUnfit));
            } else if on <= suspension.from {
                tx.delete_suspension(id)?;
                String::new()
            } else {
                tx.set_suspension_end(id, moved(on, -1))?;
                said(moved(on, -1))
            };
            follow(tx, &before, JournalChange::new("suspension", said(suspension.until), after))
        })
    }
}

/// A subscription whose days may still change.
fn open(tx: &Tx<'_>, id: SubscriptionId) -> Result<Subscription> {
    let subscription = tx.rows().subscription(id, tx.today())?;
    match subscription.state {
        SubscriptionState::Terminated => Err(Error::Refused(Rule::AlreadyTerminated)),
        SubscriptionState::Ended => Err(Error::Refused(Rule::SubscriptionOver)),
        _ => Ok(subscription),
    }
}

/// Lets the end, what is planned and what was renewed follow the suspensions, which were written.
fn follow(tx: &Tx<'_>, before: &Subscription, change: JournalChange) -> Result<Subscription> {
    let written = tx.rows().subscription(before.id, tx.today())?;
    let (old, new) = (Rows::calendar(before), Rows::calendar(&written));
    let ends_on = new.end(before.tariff.months)?;
    if written.suspensions.iter().any(|one| one.from > ends_on) {
        return Err(Error::Refused(Rule::DaysUnfit));
    }
    tx.set_subscription_days(before.id, before.starts_on, ends_on)?;
    tx.replan_between(before.id, &old, &new)?;
    move_on(tx, before.renewed_by, (ends_on - before.ends_on).num_days())?;
    let after = tx.rows().subscription(before.id, tx.today())?;
    let end = JournalChange::new("ends_on", day_in_words(before.ends_on), day_in_words(ends_on));
    tx.journal_subscription(&after, vec![change, end])?;
    Ok(after)
}

/// Moves a renewal that has not begun, and its own renewals, by so many days. A term of months is not as long everywhere in the year, so that
/// each end is found anew.
fn move_on(tx: &Tx<'_>, mut next: Option<SubscriptionId>, mut days: i64) -> Result<()> {
    while let Some(id) = next {
        let renewal = tx.rows().subscription(id, tx.today())?;
        if renewal.terminated_on.is_some() || days == 0 {
            break;
        }
        let starts_on = moved(renewal.starts_on, days);
        let suspensions: Vec<Suspension> = (renewal.suspensions.iter())
            .map(|one| Suspension { id: one.id, from: moved(one.from, days), until: moved(one.until, days) })
            .collect();
        let (old, new) = (Rows::calendar(&renewal), Calendar::new(starts_on, &suspensions));
        let ends_on = new.end(renewal.tariff.months)?;
        tx.move_suspensions(id, days)?;
        tx.set_subscription_days(id, starts_on, ends_on)?;
        tx.replan_between(id, &old, &new)?;
        let change = |field, old, new| JournalChange::new(field, day_in_words(old), day_in_words(new));
        let changes =
            vec![change("starts_on", renewal.starts_on, starts_on), change("ends_on", renewal.ends_on, ends_on)];
        tx.journal_subscription(&renewal, changes)?;
        (next, days) = (renewal.renewed_by, (ends_on - renewal.ends_on).num_days());
    }
    Ok(())
}
