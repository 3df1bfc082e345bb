//! « Parrainages »: who brought whom, and what they got for it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::clients::ClientNumber;

/// The identity of a sponsorship in the file.
pub type SponsorshipId = i64;

/// Somebody brought somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct NewSponsorship {
    /// « Parrain »: who brought them.
    #[ts(type = "number")]
    pub sponsor: ClientNumber,
    /// « Filleul »: who was brought.
    #[ts(type = "number")]
    pub sponsored: ClientNumber,
}

/// What a sponsor gets, once whom they brought has subscribed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct GiveRewardRequest {
    /// For which sponsorship.
    #[ts(type = "number")]
    pub id: SponsorshipId,
    /// What: needed, at most 80 characters.
    pub reward: String,
    /// When, YYYY-MM-DD, not after today.
    #[ts(type = "string")]
    pub on: NaiveDate,
}

/// A sponsorship by its identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SponsorshipIdRequest {
    /// Which.
    #[ts(type = "number")]
    pub id: SponsorshipId,
}

/// A sponsorship.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Sponsorship {
    /// Its identity.
    #[ts(type = "number")]
    pub id: SponsorshipId,
    /// « Parrain ».
    #[ts(type = "number")]
    pub sponsor: ClientNumber,
    /// « Filleul ».
    #[ts(type = "number")]
    pub sponsored: ClientNumber,
    /// Since when, YYYY-MM-DD.
    #[ts(type = "string")]
    pub on_day: NaiveDate,
    /// The subscription that the reward was given for.
    #[ts(type = "number | null")]
    pub subscription: Option<i64>,
    /// What was given, or empty.
    pub reward: String,
    /// When it was given, YYYY-MM-DD.
    #[ts(type = "string | null")]
    pub rewarded_on: Option<NaiveDate>,
}
