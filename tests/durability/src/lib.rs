//! What was confirmed stays: a shop is written to as fast as possible while processes are killed, calls of the disk
//! fail and the power goes, and is then compared with what had been confirmed.
//!
//! [`model`] knows what the file must hold; [`work`] chooses operations from a seed and performs them; [`examination`]
//! compares a file with the model. [`writer`] is a process that can be killed, [`disk`] a disk under SQLite that fails as
//! it is told, or loses what was never synchronised. [`template`] is the file
//! that such runs begin with, and [`table`] keeps the results.

pub mod disk;
pub mod examination;
pub mod model;
pub mod old_file;
pub mod random;
pub mod table;
pub mod template;
pub mod work;
pub mod writer;

/// Opens every file made here.
pub const PASSPHRASE: &str = "Vitrine+2024!";

/// How many times longer than usual to go on: `ECRIN_DURABILITY_ROUNDS`, 1 if it is not set.
pub fn rounds() -> usize {
    std::env::var("ECRIN_DURABILITY_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(1).max(1)
}

/// Where the random moments come from: `ECRIN_DURABILITY_SEED`, a fixed one if it is not set.
pub fn seed() -> u64 {
    std::env::var("ECRIN_DURABILITY_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(20_181_018)
}
