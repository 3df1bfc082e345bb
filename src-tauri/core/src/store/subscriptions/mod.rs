//! Offers, subscriptions, and what records hold of them, in the file.

mod beneficiaries;
mod held;
mod links;
mod offers;
mod preview;
mod read;
mod renewals;
mod suspensions;
mod termination;
mod verify;
mod write;

pub(crate) use write::{Brought, NewRow};
