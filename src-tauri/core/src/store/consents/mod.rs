//! The rows of consents: questions, modes, wordings, the chain of decisions and what follows from it.

mod append;
mod chain;
#[cfg(test)]
mod chain_tests;
mod contact;
mod day;
mod evidence;
mod export;
mod guard;
mod history;
mod indicators;
mod modes;
mod sheet;
mod unproven;
mod wordings;

pub(super) use append::ChainEnd;
pub(crate) use append::{AppendedDecision, DecisionItem};
pub(crate) use guard::Guard;
pub use guard::Judged;
pub(super) use indicators::put_in_order;
