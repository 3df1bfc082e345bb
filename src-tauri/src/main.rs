//! The shell: one window around the core. It passes calls on, shows native choosers, and tells the interface what happened.
//!
//! It knows no SQL and no rule of the shop; whatever a client record is, the core decides it.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod app;
mod call;
mod choosers;
mod closing;
mod credentials;
mod events;
mod graphics;
mod instance;
mod launch;
mod log;
mod window;

use std::io::Write;

fn main() -> std::process::ExitCode {
    graphics::prefer_software_without_gpu();
    match app::run() {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            // Nothing else can be shown without a window.
            let _ = writeln!(std::io::stderr(), "ecrin: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}
