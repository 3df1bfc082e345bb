//! « Édition des clients ».

use serde::{Deserialize, Serialize};

use super::clients::tell;
use super::{ApiError, Desk, Empty};
use crate::lists::{
    ExcludedPage, ListCount, ListFieldInfo, ListPage, ListPageRequest, ListQuery, NewSavedList, SavedList, SavedListId,
};

/// A saved list by its identity.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct SavedListRequest {
    /// Which.
    #[ts(type = "number")]
    pub id: SavedListId,
}

/// What a list can be made of, in the order in which it is offered.
pub(super) fn list_fields(desk: &Desk, _: Empty) -> Result<Vec<ListFieldInfo>, ApiError> {
    Ok(desk.open_shop()?.reading().list_fields()?)
}

/// A newer page of any list stops an older one (`superseded`).
pub(super) fn list_page(desk: &Desk, request: ListPageRequest) -> Result<ListPage, ApiError> {
    let open = desk.open_shop()?;
    Ok(open.listing()?.list_page(&request, Desk::clock().now())?)
}

/// A newer page of those whom any list leaves out stops an older one (`superseded`).
pub(super) fn list_excluded(desk: &Desk, request: ListPageRequest) -> Result<ExcludedPage, ApiError> {
    let open = desk.open_shop()?;
    Ok(open.leaving_out()?.list_excluded(&request, Desk::clock().now())?)
}

/// A newer count stops an older one (`superseded`).
pub(super) fn list_count(desk: &Desk, request: ListQuery) -> Result<ListCount, ApiError> {
    let open = desk.open_shop()?;
    Ok(open.counting()?.list_count(&request, Desk::clock().now())?)
}

pub(super) fn saved_lists(desk: &Desk, _: Empty) -> Result<Vec<SavedList>, ApiError> {
    Ok(desk.open_shop()?.reading().rows().saved_lists()?)
}

pub(super) fn save_list(desk: &Desk, request: NewSavedList) -> Result<SavedList, ApiError> {
    let outcome = desk.open_shop()?.writing().save_list(&request)?;
    Ok(tell(desk, outcome))
}

pub(super) fn remove_list(desk: &Desk, request: SavedListRequest) -> Result<Empty, ApiError> {
    let outcome = desk.open_shop()?.writing().remove_list(request.id)?;
    tell(desk, outcome);
    Ok(Empty {})
}
