//! Templates, and the outbox.

use serde::{Deserialize, Serialize};

use super::clients::tell;
use super::{ApiError, Desk, Empty, OrderRequest};
use crate::clients::ClientNumber;
use crate::consents::IndicatorId;
use crate::messages::{
    MergeField, Message, MessageId, MessagePage, MessageRequest, NewMessage, NewTemplate, QueueCounts, Template,
    TemplateId,
};
use crate::shop::TemplatePreview;

/// A template by its identity.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct TemplateRequest {
    /// Which.
    #[ts(type = "number")]
    pub id: TemplateId,
}

/// What a template becomes.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct SaveTemplateRequest {
    /// Which.
    #[ts(type = "number")]
    pub id: TemplateId,
    /// What it becomes; its channel stays.
    pub template: NewTemplate,
}

/// A text to be tried on a client.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct PreviewTemplateRequest {
    /// On whom.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// The text, saved or not; its name may be empty.
    pub template: NewTemplate,
    /// The indicator that the message is about; an example where one is needed and none is given.
    #[ts(type = "number | null")]
    pub indicator: Option<IndicatorId>,
    /// How the client is agreeing right now, for a confirmation of what is not recorded yet.
    #[serde(default)]
    #[ts(optional)]
    pub mode: Option<String>,
}

/// A message by its identity.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct MessageIdRequest {
    /// Which.
    #[ts(type = "number")]
    pub id: MessageId,
}

pub(super) fn templates(desk: &Desk, _: Empty) -> Result<Vec<Template>, ApiError> {
    Ok(desk.open_shop()?.reading().rows().templates()?)
}

pub(super) fn create_template(desk: &Desk, request: NewTemplate) -> Result<Template, ApiError> {
    let outcome = desk.open_shop()?.writing().create_template(&request)?;
    Ok(tell(desk, outcome))
}

pub(super) fn save_template(desk: &Desk, request: SaveTemplateRequest) -> Result<Template, ApiError> {
    let outcome = desk.open_shop()?.writing().save_template(request.id, &request.template)?;
    Ok(tell(desk, outcome))
}

pub(super) fn remove_template(desk: &Desk, request: TemplateRequest) -> Result<Empty, ApiError> {
    let outcome = desk.open_shop()?.writing().remove_template(request.id)?;
    tell(desk, outcome);
    Ok(Empty {})
}

pub(super) fn order_templates(desk: &Desk, request: OrderRequest) -> Result<Vec<Template>, ApiError> {
    let open = desk.open_shop()?;
    let outcome = open.writing().order_templates(&request.ids)?;
    tell(desk, outcome);
    Ok(open.reading().rows().templates()?)
}

pub(super) fn set_rgpd_default(desk: &Desk, request: TemplateRequest) -> Result<Empty, ApiError> {
    let outcome = desk.open_shop()?.writing().set_rgpd_default(request.id)?;
    tell(desk, outcome);
    Ok(Empty {})
}

pub(super) fn merge_fields(_: &Desk, _: Empty) -> Result<Vec<MergeField>, ApiError> {
    Ok(MergeField::all())
}

pub(super) fn preview_template(desk: &Desk, request: PreviewTemplateRequest) -> Result<TemplatePreview, ApiError> {
    let PreviewTemplateRequest { number, template, indicator, mode } = request;
    let now = Desk::clock().now();
    Ok(desk.open_shop()?.reading().preview_template(number, &template, indicator, mode.as_deref(), now)?)
}

pub(super) fn messages(desk: &Desk, request: MessageRequest) -> Result<MessagePage, ApiError> {
    let request = MessageRequest { limit: request.limit.clamp(1, 500), ..request };
    Ok(desk.open_shop()?.reading().rows().messages(&request)?)
}

pub(super) fn message(desk: &Desk, request: MessageIdRequest) -> Result<Message, ApiError> {
    Ok(desk.open_shop()?.reading().rows().message(request.id)?)
}

pub(super) fn queue_message(desk: &Desk, request: NewMessage) -> Result<Message, ApiError> {
    let outcome = desk.open_shop()?.writing().queue_message(&request)?;
    Ok(tell(desk, outcome))
}

pub(super) fn cancel_message(desk: &Desk, request: MessageIdRequest) -> Result<Message, ApiError> {
    let outcome = desk.open_shop()?.writing().cancel_message(request.id)?;
    Ok(tell(desk, outcome))
}

pub(super) fn retry_message(desk: &Desk, request: MessageIdRequest) -> Result<Message, ApiError> {
    let outcome = desk.open_shop()?.writing().retry_message(request.id)?;
    Ok(tell(desk, outcome))
}

pub(super) fn outbox_counts(desk: &Desk, _: Empty) -> Result<QueueCounts, ApiError> {
    Ok(desk.open_shop()?.reading().rows().queue_counts()?)
}
