//! What survives a failing disk, a killed process and a power cut.
//!
//! One program for all of them: each would link the whole core again.

mod failing_copy;
mod failing_disk;
mod killed;
mod messages_power_cut;
mod power_cut;
mod window_on_failing_disk;
