//! What ending a subscription sooner would leave unserved and give back.

use chrono::{Months, NaiveDate};
use rusqlite::{OptionalExtension, params};

use crate::contact_rules::Rule;
use crate::invoicing::InvoiceId;
use crate::money::Cents;
use crate::store::Rows;
use crate::subscriptions::{
    RenewalEnd, Subscription, SubscriptionId, SubscriptionState, Tariff, Termination, TerminationPreview, moved,
};
use crate::{Error, Result};

impl Rows<'_> {
    /// What a termination would do.
    ///
    /// # Errors
    /// `SubscriptionNotFound`.
    pub(crate) fn termination_preview(
        &self,
        termination: &Termination,
        today: NaiveDate,
    ) -> Result<TerminationPreview> {
        let subscription = self.subscription(termination.id, today)?;
        let on = termination.on.unwrap_or(today);
        let issues = subscription.tariff.issues > 0;
        let (left, of) =
            if issues { self.issues_left(&subscription, on)? } else { Self::months_left(&subscription, on) };
        let (_, first, invoiced) = self.invoiced_for(subscription.id)?.unwrap_or_default();
        let renewals = self.renewal_ends(&subscription, today)?;
        let after = moved(on, 1);
        let mut delivered = self.was_delivered(subscription.id, after, None)?;
        for renewal in &renewals {
            delivered |= self.was_delivered(renewal.subscription.id, after, None)?;
        }
        // The last day on which none of what has begun is served; what has not begun may end on any.
        let begun = subscription.starts_on <= today;
        let earliest = if begun { moved(subscription.starts_on, -1) } else { on };
        let refused = match () {
            () if subscription.terminated_on.is_some() => Some(Rule::AlreadyTerminated),
            () if subscription.state == SubscriptionState::Ended => Some(Rule::SubscriptionOver),
            () if !(earliest..=subscription.ends_on).contains(&on) => Some(Rule::DaysUnfit),
            () if delivered => Some(Rule::AlreadyDelivered),
            () => None,
        };
        let refund = Tariff::share(first, left, of).min(invoiced);
        Ok(TerminationPreview { subscription, on, left, of, issues, invoiced, refund, renewals, refused })
    }

    /// What goes on from a subscription and was not terminated yet, the next one first.
    fn renewal_ends(&self, subscription: &Subscription, today: NaiveDate) -> Result<Vec<RenewalEnd>> {
        let (mut all, mut next) = (Vec::new(), subscription.renewed_by);
        while let Some(id) = next {
            let renewal = self.subscription(id, today)?;
            next = renewal.renewed_by;
            if renewal.terminated_on.is_none() {
                let (_, _, refund) = self.invoiced_for(id)?.unwrap_or_default();
                all.push(RenewalEnd { deliveries: self.planned_deliveries(id)?, refund, subscription: renewal });
            }
        }
        Ok(all)
    }

    fn planned_deliveries(&self, id: SubscriptionId) -> Result<i64> {
        Ok(self
            .0
            .prepare_cached("SELECT count(*) FROM delivery WHERE subscription = ?1 AND state = 'planned'")?
            .query_row([id], |row| row.get(0))?)
    }

    /// How many issues are not delivered by the end of a day, of how many. One that is planned until then will be; one that was missed was not;
    /// those from before an import were.
    fn issues_left(&self, subscription: &Subscription, on: NaiveDate) -> Result<(i64, i64)> {
        let of = i64::from(subscription.tariff.issues);
        let served: i64 = self
            .0
            .prepare_cached(
                "SELECT count(*) FILTER (
                        WHERE state IN ('delivered', 'handed_over', 'returned') OR (state = 'planned' AND due_on <= ?2)
                    ) + (SELECT issues_before FROM subscription WHERE id = ?1)
                 FROM delivery WHERE subscription = ?1",
            )?
            .query_row(params![subscription.id, on], |row| row.get(0))?;
        Ok(((of - served).max(0), of))
    }

    /// How many months have not begun by the end of a day, of how many. Days of suspensions do not count.
    fn months_left(subscription: &Subscription, on: NaiveDate) -> (i64, i64) {
        let months = subscription.tariff.months;
        let served = Self::calendar(subscription).served_before(moved(on, 1));
        let begun = (0..months)
            .filter_map(|month| subscription.starts_on.checked_add_months(Months::new(month)))
            .take_while(|first| (*first - subscription.starts_on).num_days() < served)
            .count();
        let of = i64::from(months);
        (of - i64::try_from(begun).unwrap_or(of), of)
    }

    /// Whether something of a subscription went out from one day to another, both included; for good where there is none.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn was_delivered(&self, id: SubscriptionId, from: NaiveDate, until: Option<NaiveDate>) -> Result<bool> {
        Ok(self
            .0
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM delivery WHERE subscription = ?1 AND due_on >= ?2
                    AND (?3 IS NULL OR due_on <= ?3) AND state IN ('delivered', 'handed_over', 'returned'))",
            )?
            .query_row(params![id, from, until], |row| row.get(0))?)
    }

    /// The invoice of a subscription, what it asked for it, and what is left of that after credit notes, in cents.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn invoiced_for(&self, id: SubscriptionId) -> Result<Option<(InvoiceId, Cents, Cents)>> {
        let invoice: Option<(InvoiceId, Cents)> = self
            .0
            .prepare_cached(
                "SELECT invoice.id, invoice_line.total FROM invoice_line JOIN invoice ON invoice.id = invoice_line.invoice
                 WHERE invoice_line.subscription = ?1 AND invoice.kind = 'invoice' ORDER BY invoice.id DESC LIMIT 1",
            )?
            .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((invoice, total)) = invoice else { return Ok(None) };
        let credited: Cents = self
            .0
            .prepare_cached(
                "SELECT coalesce(sum(invoice_line.total), 0) FROM invoice JOIN invoice_line ON invoice_line.invoice = invoice.id
                 WHERE invoice.corrects = ?1 AND invoice_line.subscription = ?2",
            )?
            .query_row(params![invoice, id], |row| row.get(0))?;
        let left = total.checked_add(credited).ok_or(Error::FileCorrupt)?;
        Ok(Some((invoice, total, left)))
    }
}
