//! Campaigns, « Sélection clients ».

use serde::{Deserialize, Serialize};

use super::clients::tell;
use super::{ApiError, Desk, Empty};
use crate::messages::{Campaign, CampaignId, CampaignPreview, CampaignRequest, NewCampaign};

/// A campaign by its identity.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct CampaignIdRequest {
    /// Which.
    #[ts(type = "number")]
    pub id: CampaignId,
}

/// A newer preview, or a newer page of those whom a list leaves out, stops an older one (`superseded`).
pub(super) fn campaign_preview(desk: &Desk, request: CampaignRequest) -> Result<CampaignPreview, ApiError> {
    let open = desk.open_shop()?;
    Ok(open.leaving_out()?.campaign_preview(&request, Desk::clock().now())?)
}

/// Answers at once, with the campaign « writing »: its messages are written behind the window, where `changed` tells of them.
pub(super) fn start_campaign(desk: &Desk, request: NewCampaign) -> Result<Campaign, ApiError> {
    let outcome = desk.open_shop()?.writing().start_campaign(&request)?;
    Ok(tell(desk, outcome))
}

/// All campaigns, the newest first.
pub(super) fn campaigns(desk: &Desk, _: Empty) -> Result<Vec<Campaign>, ApiError> {
    Ok(desk.open_shop()?.reading().rows().campaigns()?)
}

pub(super) fn stop_campaign(desk: &Desk, request: CampaignIdRequest) -> Result<Campaign, ApiError> {
    let outcome = desk.open_shop()?.writing().stop_campaign(request.id)?;
    Ok(tell(desk, outcome))
}

pub(super) fn resume_campaign(desk: &Desk, request: CampaignIdRequest) -> Result<Campaign, ApiError> {
    let outcome = desk.open_shop()?.writing().resume_campaign(request.id)?;
    Ok(tell(desk, outcome))
}
