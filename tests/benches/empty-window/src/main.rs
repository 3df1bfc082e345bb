//! The least that a Tauri window can be, with the webview settings of Écrin's own: the floor under its figures.
//!
//! One page with one field, no command, no plugin, no state. How it is drawn on a machine without a graphics card is decided by the
//! application's own code, so that both are drawn alike.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

#[path = "../../../../src-tauri/src/graphics.rs"]
mod graphics;

fn main() -> tauri::Result<()> {
    graphics::prefer_software_without_gpu();
    tauri::Builder::default().run(tauri::generate_context!())
}
