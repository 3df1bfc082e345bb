//! Deliveries and sponsorships in the file.

mod address;
mod blank;
mod plan;
mod read;
mod sponsorships;
mod write;

pub(in crate::store) use read::{GONE, state};
pub(crate) use write::WentTo;
