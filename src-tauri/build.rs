//! Prepares the application's window and permissions.
fn main() { tauri_build::build(); }
