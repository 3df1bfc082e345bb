//! Merging two records, and taking it back.

use super::clients::tell;
use super::{ApiError, ClientRequest, Desk};
use crate::clients::ClientRecord;
use crate::merging::{MergeDone, MergeEntry, MergeIdRequest, MergePreview, MergePreviewRequest, MergeRequest};

pub(super) fn merge_preview(desk: &Desk, request: MergePreviewRequest) -> Result<MergePreview, ApiError> {
    Ok(desk.open_shop()?.reading().merge_preview(&request)?)
}

pub(super) fn merge_clients(desk: &Desk, request: MergeRequest) -> Result<MergeDone, ApiError> {
    let outcome = desk.open_shop()?.writing().merge_clients(&request)?;
    Ok(tell(desk, outcome))
}

pub(super) fn merges(desk: &Desk, request: ClientRequest) -> Result<Vec<MergeEntry>, ApiError> {
    Ok(desk.open_shop()?.reading().rows().merges(request.number)?)
}

pub(super) fn undo_merge(desk: &Desk, request: MergeIdRequest) -> Result<ClientRecord, ApiError> {
    let outcome = desk.open_shop()?.writing().undo_merge(request.id)?;
    Ok(tell(desk, outcome))
}
