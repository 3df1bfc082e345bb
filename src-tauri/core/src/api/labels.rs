//! The labels of a record: their faces, their panels, and where they stand.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::clients::tell;
use super::{ApiError, ClientRequest, Desk, Empty};
use crate::clients::ClientNumber;
use crate::documents::day_of;
use crate::labels::{
    AddressOfDay, BankCheck, BankPanel, CarriagePanel, CheckBankAccount, ClientCodes, ClientManagement, ClientNote,
    DeliveryAddresses, FollowUp, FollowUpsDue, FollowUpsDueRequest, Incident, LabelFaces, NotePage, NotesRequest,
    PanelLayout, RevealedAccount, SaveBankAccount, SaveCarriage, SaveDeliveryAddress, SaveFollowUp, SaveIncident,
    SaveManagerNote, SaveNote, SetClientCodes,
};
use crate::shop::{Outcome, Shop};

/// The account of a client, as it was read.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct BankAccountRequest {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// The revision that was read.
    #[ts(type = "number")]
    pub revision: i64,
}

/// An incident, an action, an address or a note of a client, as it was read.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct LabelRowRequest {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// Which.
    #[ts(type = "number")]
    pub id: i64,
    /// The revision that was read.
    #[ts(type = "number")]
    pub revision: i64,
}

/// Where a client is delivered on a day.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct AddressOfDayRequest {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// When; `null` for today.
    #[ts(type = "string | null")]
    pub day: Option<NaiveDate>,
}

/// Today, by the shop's computer.
fn today() -> NaiveDate {
    day_of(Desk::clock().now())
}

/// Writes, passes on what changed, and gives what the verb gave.
fn write<T>(desk: &Desk, verb: impl FnOnce(&mut Shop) -> crate::Result<Outcome<T>>) -> Result<T, ApiError> {
    let outcome = verb(&mut desk.open_shop()?.writing())?;
    Ok(tell(desk, outcome))
}

pub(super) fn labels(desk: &Desk, request: ClientRequest) -> Result<LabelFaces, ApiError> {
    Ok(desk.open_shop()?.reading().rows().label_faces(request.number, today())?)
}

pub(super) fn panel_layout(desk: &Desk, _: Empty) -> Result<PanelLayout, ApiError> {
    Ok(desk.open_shop()?.reading().rows().panel_layout()?)
}

/// What is left out stands at its default place.
pub(super) fn save_panel_layout(desk: &Desk, request: PanelLayout) -> Result<PanelLayout, ApiError> {
    write(desk, |shop| shop.save_panel_layout(&request))
}

pub(super) fn reset_panel_layout(desk: &Desk, _: Empty) -> Result<PanelLayout, ApiError> {
    write(desk, Shop::reset_panel_layout)
}

pub(super) fn client_codes(desk: &Desk, request: ClientRequest) -> Result<ClientCodes, ApiError> {
    Ok(desk.open_shop()?.reading().rows().client_codes(request.number)?)
}

pub(super) fn set_client_codes(desk: &Desk, request: SetClientCodes) -> Result<ClientCodes, ApiError> {
    write(desk, |shop| shop.set_client_codes(&request))
}

pub(super) fn bank_account(desk: &Desk, request: ClientRequest) -> Result<BankPanel, ApiError> {
    Ok(desk.open_shop()?.reading().rows().bank_panel(request.number)?)
}

pub(super) fn check_bank_account(_: &Desk, request: CheckBankAccount) -> Result<BankCheck, ApiError> {
    Ok(request.check())
}

pub(super) fn save_bank_account(desk: &Desk, request: SaveBankAccount) -> Result<BankPanel, ApiError> {
    write(desk, |shop| shop.save_bank_account(&request))
}

pub(super) fn remove_bank_account(desk: &Desk, request: BankAccountRequest) -> Result<BankPanel, ApiError> {
    write(desk, |shop| shop.remove_bank_account(request.number, request.revision))
}

/// The whole IBAN; the journal says who asked for it.
pub(super) fn reveal_bank_account(desk: &Desk, request: ClientRequest) -> Result<RevealedAccount, ApiError> {
    write(desk, |shop| shop.reveal_bank_account(request.number))
}

pub(super) fn incidents(desk: &Desk, request: ClientRequest) -> Result<Vec<Incident>, ApiError> {
    Ok(desk.open_shop()?.reading().rows().incidents(request.number)?)
}

pub(super) fn save_incident(desk: &Desk, request: SaveIncident) -> Result<Vec<Incident>, ApiError> {
    write(desk, |shop| shop.save_incident(&request))
}

pub(super) fn remove_incident(desk: &Desk, request: LabelRowRequest) -> Result<Vec<Incident>, ApiError> {
    write(desk, |shop| shop.remove_incident(request.number, request.id, request.revision))
}

pub(super) fn follow_ups(desk: &Desk, request: ClientRequest) -> Result<Vec<FollowUp>, ApiError> {
    Ok(desk.open_shop()?.reading().rows().follow_ups(request.number)?)
}

pub(super) fn save_follow_up(desk: &Desk, request: SaveFollowUp) -> Result<Vec<FollowUp>, ApiError> {
    write(desk, |shop| shop.save_follow_up(&request))
}

pub(super) fn remove_follow_up(desk: &Desk, request: LabelRowRequest) -> Result<Vec<FollowUp>, ApiError> {
    write(desk, |shop| shop.remove_follow_up(request.number, request.id, request.revision))
}

pub(super) fn follow_ups_due(desk: &Desk, request: FollowUpsDueRequest) -> Result<FollowUpsDue, ApiError> {
    let until = request.until.unwrap_or_else(today);
    Ok(desk.open_shop()?.reading().rows().follow_ups_due(until, request.limit.min(200))?)
}

pub(super) fn carriage(desk: &Desk, request: ClientRequest) -> Result<CarriagePanel, ApiError> {
    Ok(desk.open_shop()?.reading().rows().carriage_panel(request.number)?)
}

pub(super) fn save_carriage(desk: &Desk, request: SaveCarriage) -> Result<CarriagePanel, ApiError> {
    write(desk, |shop| shop.save_carriage(&request))
}

pub(super) fn delivery_addresses(desk: &Desk, request: ClientRequest) -> Result<DeliveryAddresses, ApiError> {
    Ok(desk.open_shop()?.reading().rows().delivery_addresses(request.number, today())?)
}

pub(super) fn save_delivery_address(desk: &Desk, request: SaveDeliveryAddress) -> Result<DeliveryAddresses, ApiError> {
    write(desk, |shop| shop.save_delivery_address(&request))
}

pub(super) fn remove_delivery_address(desk: &Desk, request: LabelRowRequest) -> Result<DeliveryAddresses, ApiError> {
    write(desk, |shop| shop.remove_delivery_address(request.number, request.id, request.revision))
}

pub(super) fn address_of_day(desk: &Desk, request: AddressOfDayRequest) -> Result<AddressOfDay, ApiError> {
    Ok(desk.open_shop()?.reading().rows().address_of_day(request.number, request.day.unwrap_or_else(today))?)
}

pub(super) fn client_management(desk: &Desk, request: ClientRequest) -> Result<ClientManagement, ApiError> {
    Ok(desk.open_shop()?.reading().rows().client_management(request.number)?)
}

pub(super) fn save_manager_note(desk: &Desk, request: SaveManagerNote) -> Result<ClientManagement, ApiError> {
    write(desk, |shop| shop.save_manager_note(&request))
}

pub(super) fn client_notes(desk: &Desk, request: NotesRequest) -> Result<NotePage, ApiError> {
    Ok(desk.open_shop()?.reading().rows().client_notes(&request)?)
}

pub(super) fn save_note(desk: &Desk, request: SaveNote) -> Result<ClientNote, ApiError> {
    write(desk, |shop| shop.save_note(&request))
}

pub(super) fn remove_note(desk: &Desk, request: LabelRowRequest) -> Result<Empty, ApiError> {
    write(desk, |shop| shop.remove_note(request.number, request.id, request.revision))?;
    Ok(Empty {})
}
