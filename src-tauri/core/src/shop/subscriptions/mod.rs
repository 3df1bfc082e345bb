//! Offers and subscriptions: what is written.

use chrono::NaiveDate;

use super::{Outcome, Shop};
use crate::clients::{ClientNumber, ClientRecord, ContactType};
use crate::subscriptions::*;
use crate::{Error, Result};

macro_rules! coming { ($($name:ident($($arg:ident: $type:ty),*) -> $answer:ty;)*) => {
    impl Shop { $(
        #[allow(missing_docs, clippy::missing_errors_doc)]
        pub fn $name(&mut self, $($arg: $type),*) -> Result<Outcome<$answer>> { $(let _ = $arg;)* Err(Error::SubscriptionNotFound) }
    )* }
} }
coming! {
    create_offer(new: &NewOffer) -> Offer;
    save_offer(id: OfferId, words: &OfferWords, archived: bool) -> Offer;
    order_offers(ids: &[OfferId]) -> OfferList;
    add_tariff(offer: OfferId, tariff: &NewTariff) -> Offer;
    subscribe(new: &NewSubscription) -> Subscription;
    renew(id: SubscriptionId) -> Subscription;
    suspend(id: SubscriptionId, from: NaiveDate, until: NaiveDate) -> Subscription;
    end_suspension(id: SuspensionId, on: Option<NaiveDate>) -> Subscription;
    terminate(request: &TerminationRequest) -> TerminationDone;
    add_beneficiary(new: &NewBeneficiary) -> Subscription;
    remove_beneficiary(subscription: SubscriptionId, client: ClientNumber) -> Subscription;
    change_type(number: ClientNumber, revision: i64, to: ContactType) -> ClientRecord;
}
