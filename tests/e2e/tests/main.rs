//! The application in its real window.
//!
//! One program for all of them: each would link the whole core again.

mod accessible;
mod arrivals;
mod campaign;
mod closing;
mod consents;
mod counter;
mod durability;
mod edition;
mod files;
mod harness;
mod keyboard;
mod merge;
mod publisher;
mod record;
mod second_start;
mod sending;
mod subscriber;
mod walk;
mod window_state;
