//! Offers and subscriptions: what is written. Each verb is one transaction, journalled in the record of whoever receives and of whoever pays.

mod beneficiaries;
mod change_type;
mod offers;
mod subscribe;
mod suspend;
mod terminate;

use chrono::NaiveDate;

use super::{Outcome, Shop};
use crate::Result;
use crate::documents::day_of;
use crate::journal::JournalChange;
use crate::store::Tx;
use crate::subscriptions::{Subscription, SubscriptionId};

impl Shop {
    /// The day of the shop's computer.
    fn today(&self) -> NaiveDate {
        day_of(self.now())
    }

    /// A subscription, as it stands today.
    ///
    /// # Errors
    /// `SubscriptionNotFound`.
    pub fn subscription(&self, id: SubscriptionId) -> Result<Subscription> {
        self.store.rows().subscription(id, self.today())
    }
}

impl Tx<'_> {
    /// The day of the shop's computer.
    fn today(&self) -> NaiveDate {
        day_of(self.now())
    }

    /// Writes changes of a subscription into the journal of its recipient and of its payer, its number and its offer first.
    fn journal_subscription(&self, subscription: &Subscription, changes: Vec<JournalChange>) -> Result<()> {
        let mut all = vec![JournalChange::new("subscription", "", in_words(subscription))];
        all.extend(changes);
        let recipient = subscription.recipient.number;
        self.journal(Some(recipient), None, &all)?;
        if let Some(payer) = subscription.payer.as_ref().filter(|payer| payer.number != recipient) {
            self.journal(Some(payer.number), None, &all)?;
        }
        self.touch_people(subscription);
        Ok(())
    }
}

/// « n° 12, Le Mensuel ».
fn in_words(subscription: &Subscription) -> String {
    format!("n° {}, {}", subscription.id, subscription.offer_name)
}

/// « 31/12/2026 ».
pub(super) fn day_in_words(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}
