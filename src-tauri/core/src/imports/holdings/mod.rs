//! What a row says that a client holds beside the record: a bank account, how and where they are delivered, a subscription.
//!
//! The rules are those of the labels and of the counter. A detail without what it belongs to (a BIC without an IBAN, copies of no offer) says
//! nothing and is left out with a remark; a detail that is wrong rejects the row.

mod cells;
pub(super) mod names;
mod offers;

use chrono::NaiveDate;

use super::consents::recording::Place;
use crate::Result;
use crate::clients::ClientNumber;
use crate::labels::{Carriage, DeliveryAddress, StoredAccount};
use crate::store::{Brought, NewRow};

pub(super) use cells::{HoldingCells, reads_mode};
pub(crate) use offers::ImportedSubscription;
pub(super) use offers::Offers;

/// What a client of a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportedHoldings {
    pub(crate) account: Option<StoredAccount>,
    pub(crate) carriage: Option<Carriage>,
    pub(crate) address: Option<DeliveryAddress>,
    pub(crate) subscription: Option<ImportedSubscription>,
}

impl ImportedHoldings {
    /// Whether the row says nothing of the kind.
    pub(super) fn is_empty(&self) -> bool {
        *self == ImportedHoldings::default()
    }

    /// Whether there is a subscription that goes on at the end of a day.
    pub(super) fn goes_on(&self, today: NaiveDate) -> bool {
        self.subscription.is_some_and(|subscription| subscription.ends_on >= today)
    }

    /// Writes it for a client that was just imported. Of a subscription, only what is due from today on is planned, and nothing is invoiced.
    ///
    /// # Errors
    /// What the database may say.
    pub(super) fn write(&self, place: Place<'_>, client: ClientNumber) -> Result<()> {
        let Place { tx, import } = place;
        if let Some(account) = &self.account {
            tx.write_account(client, account)?;
        }
        if let Some(carriage) = &self.carriage {
            tx.write_carriage(client, carriage)?;
        }
        if let Some(address) = &self.address {
            tx.insert_delivery_address(client, address)?;
        }
        if let Some(subscription) = self.subscription {
            let ImportedSubscription { tariff, issues_before, copies, starts_on, ends_on } = subscription;
            let payer = (!tariff.is_free()).then_some(client);
            let import = Some(Brought { import, issues_before });
            let new = NewRow { recipient: client, payer, tariff, copies, starts_on, ends_on, renews: None, import };
            tx.begin_subscription(&new)?;
        }
        Ok(())
    }
}
