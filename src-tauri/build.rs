//! Prepares the application's window, icon and permissions.
//!
//! Every command of the shell is named here, so that none can be called without a permission in `capabilities/`.

use std::{fs, path::Path};

fn main() {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    println!("cargo:rerun-if-changed=ui/dist");
    // The interface is embedded at compile time; a folder must exist for a first `cargo check` before it was ever built.
    if !Path::new("ui/dist").exists() {
        fs::create_dir_all("ui/dist").expect("ui/dist can be created beside tauri.conf.json");
    }
    let commands = tauri_build::AppManifest::new().commands(&[
        "call",
        "pick_file",
        "pick_new_shop",
        "pick_new_document",
        "pick_folder",
        "reveal",
        "window_ready",
        "window_close",
        "window_stay",
    ]);
    let attributes =
        tauri_build::Attributes::new().capabilities_path_pattern("src-tauri/capabilities/**/*").app_manifest(commands);
    tauri_build::try_build(attributes).expect("tauri.conf.json and src-tauri/capabilities are valid");
}
