//! Offers and subscriptions: what is read.

use chrono::NaiveDate;

use crate::clients::{ClientNumber, ContactType};
use crate::store::Rows;
use crate::subscriptions::*;
use crate::{Error, Result};

macro_rules! coming { ($($name:ident($($arg:ident: $type:ty),*) -> $answer:ty;)*) => {
    impl Rows<'_> { $(
        pub(crate) fn $name(&self, $($arg: $type),*) -> Result<$answer> { $(let _ = $arg;)* Err(Error::SubscriptionNotFound) }
    )* }
} }
coming! {
    offers(today: NaiveDate) -> OfferList;
    subscription_preview(new: &NewSubscription, today: NaiveDate) -> SubscriptionPreview;
    subscription(id: SubscriptionId, today: NaiveDate) -> Subscription;
    held_subscriptions(number: ClientNumber, today: NaiveDate) -> Vec<Subscription>;
    renewal_preview(id: SubscriptionId, today: NaiveDate) -> SubscriptionPreview;
    renewals(request: &RenewalsRequest, today: NaiveDate) -> RenewalPage;
    termination_preview(termination: &Termination, today: NaiveDate) -> TerminationPreview;
    type_change_preview(number: ClientNumber, to: ContactType) -> TypeChangePreview;
    links(number: ClientNumber) -> Vec<Link>;
}
