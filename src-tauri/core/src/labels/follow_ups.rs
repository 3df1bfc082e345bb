//! « Actions »: what the shop means to do for a client, by when, and whether it is done.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Fields, checked_day, line, said};
use crate::clients::ClientNumber;
use crate::{Error, Result};

/// The identity of a follow-up in the file.
pub type FollowUpId = i64;

/// The longest thing to do, in characters.
pub(crate) const WHAT_MAX: u32 = 200;

/// A thing to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct FollowUp {
    /// Its identity.
    #[ts(type = "number")]
    pub id: FollowUpId,
    /// Grows with every change.
    #[ts(type = "number")]
    pub revision: i64,
    /// « Rappeler, bracelet »: at most 200 characters.
    pub what: String,
    /// By when.
    #[ts(type = "string")]
    pub due_on: NaiveDate,
    /// When it was done; `null` while it is not.
    #[ts(type = "string | null")]
    pub done_on: Option<NaiveDate>,
    /// Who noted it first.
    pub operator: String,
}

/// A thing to do to be noted, or one to be changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SaveFollowUp {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// Which; `null` for a new one.
    #[ts(type = "number | null")]
    pub id: Option<FollowUpId>,
    /// The revision that was read; 0 for a new one.
    #[ts(type = "number")]
    pub revision: i64,
    /// At most 200 characters.
    pub what: String,
    /// By when.
    #[ts(type = "string")]
    pub due_on: NaiveDate,
    /// When it was done; `null` while it is not.
    #[ts(type = "string | null")]
    pub done_on: Option<NaiveDate>,
}

/// What is due, for the screen Clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct FollowUpsDueRequest {
    /// The last day that counts; `null` for today.
    #[ts(type = "string | null")]
    pub until: Option<NaiveDate>,
    /// At most so many rows, up to 200.
    pub limit: u32,
}

/// A thing to do, with whom it is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DueFollowUp {
    /// Which.
    #[ts(type = "number")]
    pub id: FollowUpId,
    /// Whose record to open.
    #[ts(type = "number")]
    pub client: ClientNumber,
    /// Their name.
    pub client_name: String,
    /// What is to be done.
    pub what: String,
    /// By when.
    #[ts(type = "string")]
    pub due_on: NaiveDate,
}

/// What is to be done by a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct FollowUpsDue {
    /// The last day that counts.
    #[ts(type = "string")]
    pub until: NaiveDate,
    /// How many.
    #[ts(type = "number")]
    pub count: i64,
    /// The first, by day.
    pub rows: Vec<DueFollowUp>,
}

impl SaveFollowUp {
    /// What is to be noted, checked.
    ///
    /// # Errors
    /// `TextMissing`, `NameTooLong`, `DayUnlikely`.
    pub(crate) fn checked(&self) -> Result<FollowUp> {
        let what = line(&self.what, WHAT_MAX)?;
        if what.is_empty() {
            return Err(Error::TextMissing);
        }
        let due_on = checked_day(self.due_on)?;
        let done_on = self.done_on.map(checked_day).transpose()?;
        let (id, operator) = (self.id.unwrap_or_default(), String::new());
        Ok(FollowUp { id, revision: self.revision, what, due_on, done_on, operator })
    }
}

impl FollowUp {
    /// For the journal.
    pub(crate) fn fields(&self) -> Fields {
        vec![
            ("follow_up_what", self.what.clone()),
            ("follow_up_due_on", self.due_on.to_string()),
            ("follow_up_done_on", said(self.done_on)),
        ]
    }
}
