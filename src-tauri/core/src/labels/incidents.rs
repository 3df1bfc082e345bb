//! « Incidents »: what went wrong with a client, and until when.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Fields, checked_day, said, text};
use crate::clients::ClientNumber;
use crate::{Error, Result};

/// The identity of an incident in the file.
pub type IncidentId = i64;

/// What kind of incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum IncidentKind {
    /// « Impayé ».
    Unpaid,
    /// « Retour courrier ».
    MailReturned,
    /// « Réclamation ».
    Complaint,
    /// « Numéro non reçu ».
    IssueNotReceived,
    /// « Autre ».
    Other,
}

/// An incident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Incident {
    /// Its identity.
    #[ts(type = "number")]
    pub id: IncidentId,
    /// Grows with every change.
    #[ts(type = "number")]
    pub revision: i64,
    /// What kind.
    pub kind: IncidentKind,
    /// When it happened.
    #[ts(type = "string")]
    pub on: NaiveDate,
    /// What happened, at most 2,000 characters, or empty.
    pub note: String,
    /// When it was settled; `null` while it is open.
    #[ts(type = "string | null")]
    pub closed_on: Option<NaiveDate>,
    /// Who noted it first.
    pub operator: String,
}

/// An incident to be noted, or one to be changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SaveIncident {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// Which; `null` for a new one.
    #[ts(type = "number | null")]
    pub id: Option<IncidentId>,
    /// The revision that was read; 0 for a new one.
    #[ts(type = "number")]
    pub revision: i64,
    /// What kind.
    pub kind: IncidentKind,
    /// When it happened.
    #[ts(type = "string")]
    pub on: NaiveDate,
    /// What happened, at most 2,000 characters, or empty.
    pub note: String,
    /// When it was settled, not before it happened; `null` while it is open.
    #[ts(type = "string | null")]
    pub closed_on: Option<NaiveDate>,
}

impl IncidentKind {
    /// All of them, in the order in which they are offered.
    pub const ALL: [IncidentKind; 5] = [
        IncidentKind::Unpaid,
        IncidentKind::MailReturned,
        IncidentKind::Complaint,
        IncidentKind::IssueNotReceived,
        IncidentKind::Other,
    ];

    /// The code in the file and in the journal.
    pub const fn code(self) -> &'static str {
        match self {
            IncidentKind::Unpaid => "unpaid",
            IncidentKind::MailReturned => "mail_returned",
            IncidentKind::Complaint => "complaint",
            IncidentKind::IssueNotReceived => "issue_not_received",
            IncidentKind::Other => "other",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<IncidentKind> {
        IncidentKind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

impl SaveIncident {
    /// What is to be noted, checked.
    ///
    /// # Errors
    /// `NameTooLong`, `DayUnlikely`, `DaysReversed`.
    pub(crate) fn checked(&self) -> Result<Incident> {
        let on = checked_day(self.on)?;
        let closed_on = self.closed_on.map(checked_day).transpose()?;
        if closed_on.is_some_and(|closed_on| closed_on < on) {
            return Err(Error::DaysReversed);
        }
        let (id, operator) = (self.id.unwrap_or_default(), String::new());
        Ok(Incident { id, revision: self.revision, kind: self.kind, on, note: text(&self.note)?, closed_on, operator })
    }
}

impl Incident {
    /// For the journal.
    pub(crate) fn fields(&self) -> Fields {
        vec![
            ("incident_kind", self.kind.code().to_owned()),
            ("incident_on", self.on.to_string()),
            ("incident_note", self.note.clone()),
            ("incident_closed_on", said(self.closed_on)),
        ]
    }
}
