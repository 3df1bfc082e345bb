//! A shop full of people who do not exist: to try the program, to show it, to test it, and to measure it with a million.
//!
//! The same seed, count and moment give the same clients. Clients are made one at a time, so a million need no memory.
//! Telephone numbers lie in the ranges that ARCEP reserves for fiction (décision 2018-0881), e-mail addresses in `.example`
//! (RFC 2606); postcodes and towns are real and belong together. A small shop stands at Ussel, in Corrèze, and its clients
//! live around it; above [`LARGEST_LOCAL_SHOP`] clients they live all over France.

mod answers;
mod calendar;
mod cast;
mod chance;
mod contacts;
mod generator;
mod households;
mod labels;
mod lists;
mod organisations;
mod people;
mod places;
#[cfg(test)]
mod tests;

pub use answers::{DemoAnswer, SIGNATURE};
pub use labels::{CODES as DEMO_CODES, DemoLabels};

use crate::clients::ClientInput;

/// What the demonstration shop is called.
pub const DEMONSTRATION_SHOP_NAME: &str = "Maison Vaurelle, démonstration";

/// Since when the demonstration shop has kept its file and shown its wordings, in UTC milliseconds: 4 January 2016, before
/// the oldest of its agreements, so that none names a sentence that was not yet written.
pub const DEMONSTRATION_SINCE: i64 = 1_451_865_600_000;

/// The passphrase of the demonstration file. It protects nothing: it is public, here and in the manual, and everybody in
/// the file is invented. Never to be used for another file.
pub const DEMONSTRATION_PASSPHRASE: &str = "maison-vaurelle-demonstration-publique-1";

/// The most clients that a shop has whose clients live around it.
pub const LARGEST_LOCAL_SHOP: u64 = 2_000;

/// An invented client with the dates of their record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoClient {
    /// What would have been typed.
    pub input: ClientInput,
    /// When the record was created, in UTC milliseconds.
    pub created_at: i64,
    /// When it was last changed, in UTC milliseconds: neither before it was created nor after now.
    pub updated_at: i64,
    /// Since when (UTC milliseconds) and why the client is inactive. The reason may be empty, as in life.
    pub inactive: Option<(i64, String)>,
}

/// `count` invented clients in the order in which their records were created, over the ten years before `now` (UTC
/// milliseconds).
pub fn clients(seed: u64, count: u64, now: i64) -> impl Iterator<Item = DemoClient> {
    generator::Generator::new(seed, count, now)
}

/// What a client of [`clients`], at `index` (from 0) of `count`, answered when they were asked, in the order of recording.
pub fn answers(seed: u64, index: u64, count: u64, client: &DemoClient, now: i64) -> Vec<DemoAnswer> {
    answers::of(seed, index, count, client, now)
}

/// What the shop noted of a client of [`clients`], at `index` (from 0).
pub fn labels(seed: u64, index: u64, client: &DemoClient, now: i64) -> DemoLabels {
    labels::of(seed, index, client, now)
}
