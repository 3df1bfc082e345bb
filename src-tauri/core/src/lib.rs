//! Everything the shop does, without a window: clients, search, imports, the journal and the encrypted file they live in.
//!
//! Dependencies point one way: `api` → features (`clients`, `imports`, …) → `store` → SQLite. Only `store` knows SQL.
//! Every write goes through [`Shop::transact`](shop::Shop), so that a change and its journal entry are one transaction.

pub mod api;
pub mod clients;
pub mod clock;
pub mod consents;
pub mod contact;
pub mod contact_rules;
pub mod deliveries;
pub mod demonstration;
pub mod documents;
pub mod duplicates;
pub mod error;
pub mod exports;
mod files;
mod hex;
pub mod imports;
pub mod invoicing;
pub mod journal;
pub mod labels;
pub mod lists;
pub mod manager;
pub mod merging;
pub mod messages;
pub mod money;
pub mod movements;
pub mod passphrase;
pub mod phones;
pub mod postcodes;
pub mod print;
pub mod removal;
pub mod search;
pub mod shop;
mod spreadsheet;
mod store;
pub mod subscriptions;
pub mod text;
pub mod windows;

pub use error::{Error, Result};
pub use store::{Changes, FileKey, Identity, Interrupter, Judged, Reader, Unlock, identify};
