//! Campaigns, « Sélection clients »: one template for the clients of a list.
//!
//! A campaign keeps its list and its text as they were when it was started. Its messages are put into the outbox a chunk at a time, in the
//! order of the clients' numbers; each chunk is one transaction that also says how far the campaign has come, so that whatever happens in
//! between, it goes on where it stopped and writes to nobody twice. Who may be written to is asked of the gate for each message, when it is
//! written and again when it leaves.

use serde::{Deserialize, Serialize};

use super::sms::SmsLength;
use super::{MessagePurpose, TemplateId};
use crate::clients::ClientNumber;
use crate::consents::Channel;
use crate::lists::{ListQuery, ReasonCount};

/// The identity of a campaign in the file.
pub type CampaignId = i64;

/// A list and a template.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct CampaignRequest {
    /// To whom. What the list serves for is taken from the template, whatever it says itself.
    pub query: ListQuery,
    /// What: a template of the context « Sélection clients ».
    #[ts(type = "number")]
    pub template: TemplateId,
}

/// A campaign to be started.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct NewCampaign {
    /// Its name, 1 to 60 characters.
    pub name: String,
    /// To whom, and what.
    #[serde(flatten)]
    pub request: CampaignRequest,
}

/// What a campaign would be, before it is started.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CampaignPreview {
    /// How many would be written to.
    #[ts(type = "number")]
    pub kept: u64,
    /// How many would not.
    #[ts(type = "number")]
    pub excluded: u64,
    /// Why not, each client under the first of their reasons.
    pub reasons: Vec<ReasonCount>,
    /// Of those kept: whose number is a land line, or whose text would be too long, so that nothing could be sent.
    #[ts(type = "number")]
    pub undeliverable: u64,
    /// For SMS: how many segments are paid for in all.
    #[ts(type = "number | null")]
    pub segments: Option<u64>,
    /// For SMS: the longest text.
    pub longest: Option<SmsLength>,
    /// Whose message may be shown as an example (`preview_template`).
    #[ts(type = "number | null")]
    pub example: Option<ClientNumber>,
    /// When the first of them may leave, UTC milliseconds: an SMS of offers waits for its hours.
    #[ts(type = "number | null")]
    pub leaves_at: Option<i64>,
}

/// Where a campaign stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum CampaignState {
    /// Its messages are being written into the outbox.
    Writing,
    /// All are written, and some wait to be sent.
    Sending,
    /// Somebody stopped it, or its list is gone: what had not left will not, unless it is resumed.
    Stopped,
    /// Nothing of it waits any more.
    Done,
}

/// A campaign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Campaign {
    /// Its identity.
    #[ts(type = "number")]
    pub id: CampaignId,
    /// Its name.
    pub name: String,
    /// The template's name when it was started.
    pub template: String,
    /// SMS or mail.
    pub channel: Channel,
    /// What the gate is asked about.
    pub purpose: MessagePurpose,
    /// Where it stands.
    pub state: CampaignState,
    /// How many clients of the list were kept when it was started.
    #[ts(type = "number")]
    pub kept: u64,
    /// How many were left out then.
    #[ts(type = "number")]
    pub excluded: u64,
    /// Its messages so far, by where they stand.
    pub messages: CampaignCounts,
    /// When it was started, UTC milliseconds.
    #[ts(type = "number")]
    pub created_at: i64,
    /// Who started it.
    pub operator: String,
    /// When it was stopped, UTC milliseconds.
    #[ts(type = "number | null")]
    pub stopped_at: Option<i64>,
    /// It cannot go on: its list can no longer be made, since something that it names is gone. Such a campaign stops by itself.
    pub list_gone: bool,
}

/// How many messages of a campaign stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CampaignCounts {
    /// All that were written.
    #[ts(type = "number")]
    pub written: u64,
    /// « En attente » and « en cours ».
    #[ts(type = "number")]
    pub waiting: u64,
    /// « Envoyé ».
    #[ts(type = "number")]
    pub sent: u64,
    /// « Échec » and « à vérifier ».
    #[ts(type = "number")]
    pub trouble: u64,
    /// « Bloqué ».
    #[ts(type = "number")]
    pub blocked: u64,
    /// « Annulé ».
    #[ts(type = "number")]
    pub cancelled: u64,
}
