//! « Gestion clients »: since when, for how much, and what the manager says of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::InvoiceFigures;
use crate::clients::ClientNumber;

/// The manager's note: one text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ManagerNote {
    /// Grows with every change; 0 where there is none.
    #[ts(type = "number")]
    pub revision: i64,
    /// At most 2,000 characters; empty where there is none.
    pub text: String,
    /// Who wrote it last.
    pub operator: String,
    /// When, UTC milliseconds; `null` where there is none.
    #[ts(type = "number | null")]
    pub updated_at: Option<i64>,
}

/// The panel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ClientManagement {
    /// « Client depuis », as the record says it; of whoever is no client yet, when the record was made. YYYY-MM-DD.
    #[ts(type = "string")]
    pub since: NaiveDate,
    /// What was invoiced; `null` where the file knows no invoices.
    pub invoices: Option<InvoiceFigures>,
    /// The manager's note.
    pub note: ManagerNote,
}

/// Another text of the manager.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SaveManagerNote {
    /// Whose.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// The revision that was read; 0 where there was none.
    #[ts(type = "number")]
    pub revision: i64,
    /// At most 2,000 characters; empty removes it.
    pub text: String,
}
