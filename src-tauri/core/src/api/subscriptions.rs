//! Offers, subscriptions, types of contact, and what links records.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::clients::tell;
use super::{ApiError, ClientRequest, Desk, Empty, OrderRequest};
use crate::clients::{ClientNumber, ClientRecord, ContactType};
use crate::subscriptions::{
    Link, NewBeneficiary, NewOffer, NewSubscription, NewTariff, Offer, OfferId, OfferList, OfferWords, RenewalPage,
    RenewalsRequest, Subscription, SubscriptionId, SubscriptionPreview, SuspensionId, Termination, TerminationDone,
    TerminationPreview, TerminationRequest, TypeChangePreview,
};

/// An offer to be saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SaveOfferRequest {
    /// Which.
    #[ts(type = "number")]
    pub id: OfferId,
    /// What it is called, and what it gives.
    pub offer: OfferWords,
    /// Whether it is no longer sold.
    pub archived: bool,
}

/// The next version of a tariff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct AddTariffRequest {
    /// Of which offer.
    #[ts(type = "number")]
    pub offer: OfferId,
    /// What it costs, and from which day on: not before the version before.
    pub tariff: NewTariff,
}

/// A subscription by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SubscriptionRequest {
    /// Which.
    #[ts(type = "number")]
    pub id: SubscriptionId,
}

/// A suspension to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SuspendRequest {
    /// Of which subscription.
    #[ts(type = "number")]
    pub id: SubscriptionId,
    /// The first day.
    #[ts(type = "string")]
    pub from: NaiveDate,
    /// The last day.
    #[ts(type = "string")]
    pub until: NaiveDate,
}

/// A suspension to be ended sooner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct EndSuspensionRequest {
    /// Which.
    #[ts(type = "number")]
    pub id: SuspensionId,
    /// The first day on which delivery goes on; `null` for today. A suspension that begins no sooner goes altogether.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub on: Option<NaiveDate>,
}

/// A beneficiary to be taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct BeneficiaryRequest {
    /// Of which subscription.
    #[ts(type = "number")]
    pub subscription: SubscriptionId,
    /// Who.
    #[ts(type = "number")]
    pub client: ClientNumber,
}

/// Another type to be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TypeChangeRequest {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// Which type.
    pub to: ContactType,
}

/// Another type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ChangeTypeRequest {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// The revision that was read.
    #[ts(type = "number")]
    pub revision: i64,
    /// Which type.
    pub to: ContactType,
}

pub(super) fn offers(desk: &Desk, _: Empty) -> Result<OfferList, ApiError> {
    Ok(desk.open_shop()?.reading().rows().offers(today())?)
}

pub(super) fn create_offer(desk: &Desk, request: NewOffer) -> Result<Offer, ApiError> {
    let outcome = desk.open_shop()?.writing().create_offer(&request)?;
    Ok(tell(desk, outcome))
}

pub(super) fn save_offer(desk: &Desk, request: SaveOfferRequest) -> Result<Offer, ApiError> {
    let outcome = desk.open_shop()?.writing().save_offer(request.id, &request.offer, request.archived)?;
    Ok(tell(desk, outcome))
}

pub(super) fn order_offers(desk: &Desk, request: OrderRequest) -> Result<OfferList, ApiError> {
    let outcome = desk.open_shop()?.writing().order_offers(&request.ids)?;
    Ok(tell(desk, outcome))
}

pub(super) fn add_tariff(desk: &Desk, request: AddTariffRequest) -> Result<Offer, ApiError> {
    let outcome = desk.open_shop()?.writing().add_tariff(request.offer, &request.tariff)?;
    Ok(tell(desk, outcome))
}

pub(super) fn subscription_preview(desk: &Desk, request: NewSubscription) -> Result<SubscriptionPreview, ApiError> {
    Ok(desk.open_shop()?.reading().rows().subscription_preview(&request, today())?)
}

pub(super) fn subscribe(desk: &Desk, request: NewSubscription) -> Result<Subscription, ApiError> {
    let outcome = desk.open_shop()?.writing().subscribe(&request)?;
    Ok(tell(desk, outcome))
}

pub(super) fn subscription(desk: &Desk, request: SubscriptionRequest) -> Result<Subscription, ApiError> {
    Ok(desk.open_shop()?.reading().rows().subscription(request.id, today())?)
}

pub(super) fn held_subscriptions(desk: &Desk, request: ClientRequest) -> Result<Vec<Subscription>, ApiError> {
    Ok(desk.open_shop()?.reading().rows().held_subscriptions(request.number, today())?)
}

pub(super) fn renewal_preview(desk: &Desk, request: SubscriptionRequest) -> Result<SubscriptionPreview, ApiError> {
    Ok(desk.open_shop()?.reading().rows().renewal_preview(request.id, today())?)
}

pub(super) fn renew(desk: &Desk, request: SubscriptionRequest) -> Result<Subscription, ApiError> {
    let outcome = desk.open_shop()?.writing().renew(request.id)?;
    Ok(tell(desk, outcome))
}

pub(super) fn renewals(desk: &Desk, request: RenewalsRequest) -> Result<RenewalPage, ApiError> {
    Ok(desk.open_shop()?.reading().rows().renewals(&request, today())?)
}

pub(super) fn suspend(desk: &Desk, request: SuspendRequest) -> Result<Subscription, ApiError> {
    let outcome = desk.open_shop()?.writing().suspend(request.id, request.from, request.until)?;
    Ok(tell(desk, outcome))
}

pub(super) fn end_suspension(desk: &Desk, request: EndSuspensionRequest) -> Result<Subscription, ApiError> {
    let outcome = desk.open_shop()?.writing().end_suspension(request.id, request.on)?;
    Ok(tell(desk, outcome))
}

pub(super) fn termination_preview(desk: &Desk, request: Termination) -> Result<TerminationPreview, ApiError> {
    Ok(desk.open_shop()?.reading().rows().termination_preview(&request, today())?)
}

pub(super) fn terminate(desk: &Desk, request: TerminationRequest) -> Result<TerminationDone, ApiError> {
    let outcome = desk.open_shop()?.writing().terminate(&request)?;
    Ok(tell(desk, outcome))
}

pub(super) fn add_beneficiary(desk: &Desk, request: NewBeneficiary) -> Result<Subscription, ApiError> {
    let outcome = desk.open_shop()?.writing().add_beneficiary(&request)?;
    Ok(tell(desk, outcome))
}

pub(super) fn remove_beneficiary(desk: &Desk, request: BeneficiaryRequest) -> Result<Subscription, ApiError> {
    let outcome = desk.open_shop()?.writing().remove_beneficiary(request.subscription, request.client)?;
    Ok(tell(desk, outcome))
}

pub(super) fn type_change_preview(desk: &Desk, request: TypeChangeRequest) -> Result<TypeChangePreview, ApiError> {
    Ok(desk.open_shop()?.reading().rows().type_change_preview(request.number, request.to)?)
}

pub(super) fn change_type(desk: &Desk, request: ChangeTypeRequest) -> Result<ClientRecord, ApiError> {
    let outcome = desk.open_shop()?.writing().change_type(request.number, request.revision, request.to)?;
    Ok(tell(desk, outcome))
}

pub(super) fn links(desk: &Desk, request: ClientRequest) -> Result<Vec<Link>, ApiError> {
    Ok(desk.open_shop()?.reading().rows().links(request.number)?)
}

/// The day of the shop's computer.
fn today() -> NaiveDate {
    crate::documents::day_of(Desk::clock().now())
}
