//! Invoices, payments, deliveries and sponsorships.

use serde::{Deserialize, Serialize};

use super::clients::tell;
use super::documents::{language, write};
use super::settings::Language;
use super::{ApiError, ClientRequest, Desk, Empty, SavedFile};
use crate::deliveries::{
    Delivery, DeliveryIdRequest, GiveRewardRequest, MarkDeliveriesRequest, MarkedDeliveries, NewDelivery,
    NewSponsorship, Sponsorship, SponsorshipIdRequest,
};
use crate::invoicing::{
    Balance, CreditRequest, Invoice, InvoiceId, InvoicesDue, InvoicesDueRequest, NewPayment, Payment, PaymentIdRequest,
};

/// An invoice by its identity.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct InvoiceIdRequest {
    /// Which.
    #[ts(type = "number")]
    pub id: InvoiceId,
}

/// An invoice to be printed.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct SaveInvoiceRequest {
    /// Which.
    #[ts(type = "number")]
    pub id: InvoiceId,
    /// In which language.
    pub language: Language,
    /// Where; nothing is overwritten.
    pub path: String,
}

pub(super) fn invoice(desk: &Desk, request: InvoiceIdRequest) -> Result<Invoice, ApiError> {
    Ok(desk.open_shop()?.reading().rows().invoice(request.id)?)
}

pub(super) fn save_invoice(desk: &Desk, request: SaveInvoiceRequest) -> Result<SavedFile, ApiError> {
    let paper = desk.open_shop()?.reading().invoice_paper(request.id, Desk::clock().now())?;
    write(request.path, &paper.pdf(language(request.language))?)
}

pub(super) fn credit_invoice(desk: &Desk, request: CreditRequest) -> Result<Invoice, ApiError> {
    let outcome = desk.open_shop()?.writing().credit_invoice(&request)?;
    Ok(tell(desk, outcome))
}

pub(super) fn invoices_due(desk: &Desk, request: InvoicesDueRequest) -> Result<InvoicesDue, ApiError> {
    Ok(desk.open_shop()?.reading().invoices_due(&request, Desk::clock().now())?)
}

pub(super) fn balance(desk: &Desk, request: ClientRequest) -> Result<Balance, ApiError> {
    Ok(desk.open_shop()?.reading().rows().balance(request.number)?)
}

pub(super) fn payment(desk: &Desk, request: PaymentIdRequest) -> Result<Payment, ApiError> {
    Ok(desk.open_shop()?.reading().rows().payment(request.id)?)
}

pub(super) fn record_payment(desk: &Desk, request: NewPayment) -> Result<Payment, ApiError> {
    let outcome = desk.open_shop()?.writing().record_payment(&request)?;
    Ok(tell(desk, outcome))
}

pub(super) fn reverse_payment(desk: &Desk, request: PaymentIdRequest) -> Result<Payment, ApiError> {
    let outcome = desk.open_shop()?.writing().reverse_payment(request.id)?;
    Ok(tell(desk, outcome))
}

pub(super) fn delivery(desk: &Desk, request: DeliveryIdRequest) -> Result<Delivery, ApiError> {
    Ok(desk.open_shop()?.reading().rows().delivery(request.id)?)
}

/// How many deliveries the label shows.
const RECENT: u32 = 10;

pub(super) fn recent_deliveries(desk: &Desk, request: ClientRequest) -> Result<Vec<Delivery>, ApiError> {
    Ok(desk.open_shop()?.reading().rows().recent_deliveries(request.number, RECENT)?)
}

pub(super) fn mark_deliveries(desk: &Desk, request: MarkDeliveriesRequest) -> Result<MarkedDeliveries, ApiError> {
    let outcome = desk.open_shop()?.writing().mark_deliveries(&request)?;
    Ok(tell(desk, outcome))
}

pub(super) fn add_delivery(desk: &Desk, request: NewDelivery) -> Result<Delivery, ApiError> {
    let outcome = desk.open_shop()?.writing().add_delivery(&request)?;
    Ok(tell(desk, outcome))
}

pub(super) fn remove_delivery(desk: &Desk, request: DeliveryIdRequest) -> Result<Empty, ApiError> {
    let outcome = desk.open_shop()?.writing().remove_delivery(request.id)?;
    tell(desk, outcome);
    Ok(Empty {})
}

pub(super) fn add_sponsorship(desk: &Desk, request: NewSponsorship) -> Result<Sponsorship, ApiError> {
    let outcome = desk.open_shop()?.writing().add_sponsorship(&request)?;
    Ok(tell(desk, outcome))
}

pub(super) fn give_reward(desk: &Desk, request: GiveRewardRequest) -> Result<Sponsorship, ApiError> {
    let outcome = desk.open_shop()?.writing().give_reward(&request)?;
    Ok(tell(desk, outcome))
}

pub(super) fn remove_sponsorship(desk: &Desk, request: SponsorshipIdRequest) -> Result<Empty, ApiError> {
    let outcome = desk.open_shop()?.writing().remove_sponsorship(request.id)?;
    tell(desk, outcome);
    Ok(Empty {})
}
