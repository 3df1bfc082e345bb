//! Administration › Codes: the shop's list of selection codes.

use serde::{Deserialize, Serialize};

use super::clients::tell;
use super::{ApiError, Desk, Empty, NameRequest, OrderRequest};
use crate::Result;
use crate::consents::Removal;
use crate::labels::{CodeId, SelectionCode};
use crate::shop::{Outcome, Shop};

/// A selection code by its identity.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct SelectionCodeRequest {
    /// Which.
    #[ts(type = "number")]
    pub id: CodeId,
}

/// Another name for a selection code.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct RenameSelectionCodeRequest {
    /// Which.
    #[ts(type = "number")]
    pub id: CodeId,
    /// At most 40 characters.
    pub name: String,
}

/// What became of a selection code that was to be deleted.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct RemovedSelectionCode {
    /// Deleted, or archived because clients have it.
    pub removal: Removal,
    /// All codes.
    pub codes: Vec<SelectionCode>,
}

/// In the shop's order, archived ones last.
pub(super) fn selection_codes(desk: &Desk, _: Empty) -> Result<Vec<SelectionCode>, ApiError> {
    Ok(desk.open_shop()?.reading().rows().selection_codes()?)
}

pub(super) fn create_selection_code(desk: &Desk, request: NameRequest) -> Result<Vec<SelectionCode>, ApiError> {
    change(desk, |shop| shop.create_selection_code(&request.name)).map(|(_, codes)| codes)
}

pub(super) fn rename_selection_code(
    desk: &Desk,
    request: RenameSelectionCodeRequest,
) -> Result<Vec<SelectionCode>, ApiError> {
    change(desk, |shop| shop.rename_selection_code(request.id, &request.name)).map(|((), codes)| codes)
}

pub(super) fn order_selection_codes(desk: &Desk, request: OrderRequest) -> Result<Vec<SelectionCode>, ApiError> {
    change(desk, |shop| shop.order_selection_codes(&request.ids)).map(|((), codes)| codes)
}

pub(super) fn remove_selection_code(
    desk: &Desk,
    request: SelectionCodeRequest,
) -> Result<RemovedSelectionCode, ApiError> {
    change(desk, |shop| shop.remove_selection_code(request.id))
        .map(|(removal, codes)| RemovedSelectionCode { removal, codes })
}

/// Writes, passes on what changed, and reads the codes then.
fn change<T>(
    desk: &Desk,
    verb: impl FnOnce(&mut Shop) -> Result<Outcome<T>>,
) -> Result<(T, Vec<SelectionCode>), ApiError> {
    let open = desk.open_shop()?;
    let mut shop = open.writing();
    let outcome = verb(&mut shop)?;
    let codes = shop.selection_codes()?;
    drop(shop);
    Ok((tell(desk, outcome), codes))
}
