//! The command line, run as a program.
//!
//! One program for all of them: each would link the whole core again.

mod campaigns;
mod chain;
mod consents;
mod desk;
mod exports;
mod labels;
mod messages;
mod mishaps;
mod movements;
mod sealed_documents;
mod subscriptions;
mod support;
mod terminal;
mod together;
mod unfit_answers;
