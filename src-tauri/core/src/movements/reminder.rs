//! « Relances SAV Clients »: telling those whose repair is ready and who did not come.
//!
//! By SMS where the gate allows it and the number takes one, else by mail, else not at all, with the reasons. A repair that was told of is
//! proposed again only after as many days as are asked for; one whose message failed, was blocked or cancelled was told of to nobody.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{MovementId, Reminded};
use crate::clients::ClientNumber;
use crate::consents::Channel;
use crate::contact::Reason;
use crate::messages::{FailedBecause, TemplateId};

/// Whom to remind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RemindersRequest {
    /// Ready since at least so many days.
    pub days: u32,
    /// Also those who were reminded, at least so many days ago; `null` for those who were not.
    pub again_after: Option<u32>,
    /// This repair alone, however long it has been ready and whoever was told of it; `null` for all.
    #[ts(type = "number | null")]
    pub repair: Option<MovementId>,
    /// The template of an SMS; the first that speaks of what is ready where none is given.
    #[ts(type = "number | null")]
    pub sms_template: Option<TemplateId>,
    /// The template of a mail, in the same way.
    #[ts(type = "number | null")]
    pub mail_template: Option<TemplateId>,
}

/// Whom to remind, the longest wait first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RepairReminders {
    /// At most 500.
    pub repairs: Vec<RepairReminder>,
    /// How many there are.
    #[ts(type = "number")]
    pub total: u64,
    /// The template that an SMS would have; `null` where the shop has none.
    #[ts(type = "number | null")]
    pub sms_template: Option<TemplateId>,
    /// The template that a mail would have.
    #[ts(type = "number | null")]
    pub mail_template: Option<TemplateId>,
}

/// A repair that waits, and how its client would be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RepairReminder {
    /// Which repair.
    #[ts(type = "number")]
    pub id: MovementId,
    /// Whose.
    #[ts(type = "number")]
    pub client: ClientNumber,
    /// The client's name, as the search shows it.
    pub client_name: String,
    /// What is ready.
    pub what: String,
    /// Since when.
    #[ts(type = "string")]
    pub ready_on: NaiveDate,
    /// For how many days.
    pub days: u32,
    /// That the client was told before.
    pub reminded: Option<Reminded>,
    /// How it goes; `null` where it cannot.
    pub way: Option<ReminderWay>,
    /// What stands against the ways that were tried before.
    pub obstacles: Vec<ReminderObstacle>,
}

/// How a reminder goes, and what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ReminderWay {
    /// SMS or mail.
    pub channel: Channel,
    /// An e-mail address, or a telephone number in national form.
    pub address: String,
    /// The subject of a mail; empty for an SMS.
    pub subject: String,
    /// The text.
    pub body: String,
}

/// Why a reminder does not go by a channel. Without either reason, the shop has no template for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ReminderObstacle {
    /// SMS or mail.
    pub channel: Channel,
    /// What the gate says.
    pub blocked_by: Option<Reason>,
    /// Why it could not arrive.
    pub failed_because: Option<FailedBecause>,
}

/// Reminders to be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SendReminders {
    /// Of these repairs, at most 500.
    #[ts(type = "number[]")]
    pub repairs: Vec<MovementId>,
    /// As in [`RemindersRequest`].
    #[ts(type = "number | null")]
    pub sms_template: Option<TemplateId>,
    /// As in [`RemindersRequest`].
    #[ts(type = "number | null")]
    pub mail_template: Option<TemplateId>,
}

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RemindersSent {
    /// By SMS.
    #[ts(type = "number")]
    pub sms: u64,
    /// By mail.
    #[ts(type = "number")]
    pub mail: u64,
    /// Neither way, or no longer ready.
    #[ts(type = "number")]
    pub left_out: u64,
}

/// How many repairs wait to be collected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RepairsDue {
    /// Ready.
    #[ts(type = "number")]
    pub ready: u64,
    /// Of them, those whose client should be told: ready since seven days, and not told yet.
    #[ts(type = "number")]
    pub due: u64,
}
