//! Puts the parts together: plugins, state, commands, window.

use std::sync::Arc;

use tauri::{DragDropEvent, Manager, WindowEvent};
use tauri_plugin_window_state::StateFlags;

use crate::{call, choosers, closing, credentials::SystemCredentials, events, instance, launch, window};

pub(crate) struct Desk {
    credentials: SystemCredentials,
}
#[derive(serde::Serialize)]
pub(crate) struct ApiError {
    code: &'static str,
    params: std::collections::BTreeMap<String, String>,
    fields: Vec<()>,
}
impl ApiError {
    pub(crate) fn internal() -> Self {
        Self { code: "internal", params: Default::default(), fields: vec![] }
    }
}
impl Desk {
    pub(crate) fn call(&self, _command: &str, _request: serde_json::Value) -> Result<serde_json::Value, ApiError> {
        self.credentials.available();
        self.credentials.set("", &[]);
        self.credentials.get("");
        self.credentials.delete("");
        Err(ApiError::internal())
    }
}

/// Opens the window and returns when it was closed.
///
/// # Errors
/// When the system has no display or no webview.
pub(crate) fn run() -> tauri::Result<()> {
    let credentials = SystemCredentials::connect();
    let app = tauri::Builder::default()
        .plugin(instance::single())
        .plugin(tauri_plugin_dialog::init())
        .plugin(
            tauri_plugin_window_state::Builder::new()
                .with_state_flags(
                    StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED | StateFlags::FULLSCREEN,
                )
                .build(),
        )
        .manage(launch::Waiting::default())
        .manage(closing::Closing::default())
        .invoke_handler(tauri::generate_handler![
            call::call,
            choosers::pick_file,
            choosers::pick_new_shop,
            choosers::pick_folder,
            choosers::reveal,
            window::window_ready,
            closing::window_close,
            closing::window_stay,
        ])
        .on_window_event(|window, event| match event {
            WindowEvent::CloseRequested { api, .. } => closing::ask(window.app_handle(), api),
            WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
                if let Some(dropped) = paths.first().and_then(|path| launch::Launch::from_path(path)) {
                    events::emit(window.app_handle(), events::DROPPED, dropped);
                }
            }
            _ => {}
        })
        .setup(move |app| {
            app.manage(Arc::new(Desk { credentials }));
            window::create(app.handle())?;
            Ok(())
        })
        .build(tauri::generate_context!())?;
    app.run(|_app, _event| {
        #[cfg(target_os = "macos")]
        if let tauri::RunEvent::Opened { urls } = _event {
            let files = urls.iter().filter_map(|url| url.to_file_path().ok());
            for file in files.filter_map(|path| launch::Launch::from_path(&path)) {
                launch::deliver(_app, file);
            }
        }
    });
    Ok(())
}
