//! What other features tell the labels: what was invoiced, what was delivered.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::deliveries::DeliveryState;

/// What was invoiced to a client.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct InvoiceFigures {
    /// How many invoices.
    #[ts(type = "number")]
    pub count: i64,
    /// Their sum less credit notes, in cents.
    #[ts(type = "number")]
    pub sum: i64,
}

/// What was delivered last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct LastDelivery {
    /// When.
    #[ts(type = "string")]
    pub on: NaiveDate,
    /// How it ended.
    pub state: DeliveryState,
}
