//! Administration › Rgpd.

use serde::{Deserialize, Serialize};

use super::{ApiError, Desk, Empty};
use crate::Result;
use crate::consents::{IndicatorId, ModeId, NewIndicator, NewMode, Removal};
use crate::shop::{ConsentSetup, Outcome, Shop};

/// An indicator by its identity.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct IndicatorRequest {
    /// Which.
    #[ts(type = "number")]
    pub id: IndicatorId,
}

/// Another name for an indicator.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct RenameIndicatorRequest {
    /// Which.
    #[ts(type = "number")]
    pub id: IndicatorId,
    /// At most 60 characters.
    pub name: String,
}

/// Whether records show an indicator.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct ShowIndicatorRequest {
    /// Which.
    #[ts(type = "number")]
    pub id: IndicatorId,
    /// Shown or hidden.
    pub visible: bool,
}

/// An order.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct OrderRequest {
    /// Identities, the first first; those left out stay behind.
    #[ts(type = "number[]")]
    pub ids: Vec<i64>,
}

/// An agreement mode by its identity.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct ModeRequest {
    /// Which.
    #[ts(type = "number")]
    pub id: ModeId,
}

/// Other words for an agreement mode.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct RenameModeRequest {
    /// Which.
    #[ts(type = "number")]
    pub id: ModeId,
    /// The words.
    pub mode: NewMode,
}

/// The next version of a wording.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct NewWordingRequest {
    /// What it asks for.
    #[ts(type = "number")]
    pub indicator: IndicatorId,
    /// The sentence, at most 1,000 characters.
    pub text: String,
    /// Since when it is shown, UTC milliseconds.
    #[ts(type = "number")]
    pub effective_from: i64,
}

/// What became of an indicator that was to be deleted.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct RemovedIndicator {
    /// Deleted, or archived because decisions name it.
    pub removal: Removal,
    /// What Administration shows now.
    pub setup: ConsentSetup,
}

pub(super) fn consent_setup(desk: &Desk, _: Empty) -> Result<ConsentSetup, ApiError> {
    Ok(desk.open_shop()?.reading().rows().consent_setup()?)
}

pub(super) fn create_indicator(desk: &Desk, request: NewIndicator) -> Result<ConsentSetup, ApiError> {
    change(desk, |shop| shop.create_indicator(&request)).map(|(_, setup)| setup)
}

pub(super) fn rename_indicator(desk: &Desk, request: RenameIndicatorRequest) -> Result<ConsentSetup, ApiError> {
    change(desk, |shop| shop.rename_indicator(request.id, &request.name)).map(|((), setup)| setup)
}

pub(super) fn show_indicator(desk: &Desk, request: ShowIndicatorRequest) -> Result<ConsentSetup, ApiError> {
    change(desk, |shop| shop.show_indicator(request.id, request.visible)).map(|((), setup)| setup)
}

pub(super) fn order_indicators(desk: &Desk, request: OrderRequest) -> Result<ConsentSetup, ApiError> {
    change(desk, |shop| shop.order_indicators(&request.ids)).map(|((), setup)| setup)
}

pub(super) fn remove_indicator(desk: &Desk, request: IndicatorRequest) -> Result<RemovedIndicator, ApiError> {
    change(desk, |shop| shop.remove_indicator(request.id)).map(|(removal, setup)| RemovedIndicator { removal, setup })
}

pub(super) fn create_mode(desk: &Desk, request: NewMode) -> Result<ConsentSetup, ApiError> {
    change(desk, |shop| shop.create_mode(&request)).map(|(_, setup)| setup)
}

pub(super) fn rename_mode(desk: &Desk, request: RenameModeRequest) -> Result<ConsentSetup, ApiError> {
    change(desk, |shop| shop.rename_mode(request.id, &request.mode)).map(|((), setup)| setup)
}

pub(super) fn order_modes(desk: &Desk, request: OrderRequest) -> Result<ConsentSetup, ApiError> {
    change(desk, |shop| shop.order_modes(&request.ids)).map(|((), setup)| setup)
}

pub(super) fn remove_mode(desk: &Desk, request: ModeRequest) -> Result<ConsentSetup, ApiError> {
    change(desk, |shop| shop.remove_mode(request.id)).map(|((), setup)| setup)
}

pub(super) fn create_wording(desk: &Desk, request: NewWordingRequest) -> Result<ConsentSetup, ApiError> {
    change(desk, |shop| shop.create_wording(request.indicator, &request.text, request.effective_from))
        .map(|((), setup)| setup)
}

/// Writes, passes on what changed, and reads what Administration shows then.
fn change<T>(desk: &Desk, write: impl FnOnce(&mut Shop) -> Result<Outcome<T>>) -> Result<(T, ConsentSetup), ApiError> {
    let open = desk.open_shop()?;
    let mut shop = open.writing();
    let outcome = write(&mut shop)?;
    let setup = shop.consent_setup()?;
    drop(shop);
    Ok((super::clients::tell(desk, outcome), setup))
}
