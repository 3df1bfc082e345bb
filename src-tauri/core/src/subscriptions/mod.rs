//! What is offered, and who takes it: offers with their tariffs, subscriptions, their suspensions, beneficiaries and end.
//!
//! A tariff is never changed: a new version takes its place from a day on, so that an old subscription keeps its price. Who may receive and
//! who may pay is asked of [`crate::contact_rules`] and of nothing else. Days are those of the shop's computer, money is integer cents.

mod held;
mod judge;
mod offer;
mod preview;
mod renewal;
mod request;
mod subscription;
mod term;
mod termination;
mod vat;

pub use held::{HeldThing, Link, LinkKind, Obstacle, TypeChangePreview};
pub(crate) use judge::{FARTHEST, Judged};
pub use offer::{Medium, NewOffer, NewTariff, Offer, OfferId, OfferList, OfferWords, Tariff, TariffId};
pub use preview::SubscriptionPreview;
pub use renewal::{RenewalKey, RenewalLine, RenewalPage, RenewalsRequest};
pub use request::{NewBeneficiary, NewSubscription};
pub use subscription::{Beneficiary, Party, Subscription, SubscriptionId, SubscriptionState, Suspension, SuspensionId};
pub(crate) use term::{Calendar, end_of_term, moved};
pub use termination::{RenewalEnd, RenewalEnded, Termination, TerminationDone, TerminationPreview, TerminationRequest};
pub use vat::{VAT_RATES, VatRate};
