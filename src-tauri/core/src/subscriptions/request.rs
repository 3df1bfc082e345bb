//! What is typed to subscribe somebody, and to let somebody use the digital part.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{OfferId, SubscriptionId};
use crate::clients::ClientNumber;

/// A subscription to be made: four fields beside whoever receives it, three of them with an answer of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct NewSubscription {
    /// To whom it goes.
    #[ts(type = "number")]
    pub recipient: ClientNumber,
    /// What.
    #[ts(type = "number")]
    pub offer: OfferId,
    /// Who pays; `null` for the recipient if they pay, else the payer of their last subscription.
    #[serde(default)]
    #[ts(type = "number | null")]
    pub payer: Option<ClientNumber>,
    /// 1 to 10,000.
    #[serde(default = "one")]
    #[ts(type = "number")]
    pub copies: i64,
    /// The first day; `null` for today.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub starts_on: Option<NaiveDate>,
}

const fn one() -> i64 {
    1
}

/// Somebody who is to use the digital part: a record, or a name with an address, of which a « Bénéficiaire » is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct NewBeneficiary {
    /// Of which subscription.
    #[ts(type = "number")]
    pub subscription: SubscriptionId,
    /// A record that there is; `null` for a new one.
    #[serde(default)]
    #[ts(type = "number | null")]
    pub client: Option<ClientNumber>,
    /// Last name of the new record, or empty.
    #[serde(default)]
    pub last_name: String,
    /// First name of the new record, or empty.
    #[serde(default)]
    pub first_name: String,
    /// E-mail of the new record.
    #[serde(default)]
    pub email: String,
}
