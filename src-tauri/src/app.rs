//! Puts the parts together: plugins, state, commands, window.

use std::sync::Arc;

use ecrin_core::api::{Desk, Folders, Language};
use tauri::{AppHandle, DragDropEvent, Manager, Runtime, WindowEvent};
use tauri_plugin_window_state::StateFlags;

use crate::{call, choosers, closing, credentials::SystemCredentials, events, instance, launch, log, window};

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
            choosers::pick_new_document,
            choosers::pick_folder,
            choosers::reveal,
            choosers::open_document,
            window::window_ready,
            closing::window_close,
            closing::window_stay,
        ])
        .on_window_event(|window, event| match event {
            WindowEvent::CloseRequested { api, .. } => closing::ask(window.app_handle(), api),
            WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
                if let Some(dropped) = paths.first().and_then(|path| launch::from_path(path)) {
                    events::emit(window.app_handle(), events::DROPPED, dropped);
                }
            }
            _ => {}
        })
        .setup(move |app| {
            log::begin(app.handle());
            let desk = Arc::new(desk(app.handle(), credentials)?);
            desk.begin();
            let theme = desk.settings().theme;
            app.manage(desk);
            window::create(app.handle(), theme)?;
            Ok(())
        })
        .build(tauri::generate_context!())?;
    app.run(|app, event| opened_by_the_system(app, &event));
    Ok(())
}

/// macOS hands over a file that was opened in the Finder as an event; elsewhere it is an argument of the program.
#[cfg(target_os = "macos")]
fn opened_by_the_system<R: Runtime>(app: &AppHandle<R>, event: &tauri::RunEvent) {
    if let tauri::RunEvent::Opened { urls } = event {
        let files = urls.iter().filter_map(|url| url.to_file_path().ok());
        for file in files.filter_map(|path| launch::from_path(&path)) {
            launch::deliver(app, file);
        }
    }
}

#[cfg(not(target_os = "macos"))]
fn opened_by_the_system<R: Runtime>(_: &AppHandle<R>, _: &tauri::RunEvent) {}

/// The core's desk, with this computer's folders and language and what the program was asked to open.
fn desk<R: Runtime>(app: &AppHandle<R>, credentials: SystemCredentials) -> tauri::Result<Desk> {
    let paths = app.path();
    let folders = Folders {
        config: paths.app_config_dir()?,
        data: paths.app_data_dir()?,
        documents: paths.document_dir().or_else(|_| paths.home_dir())?,
        language: language(sys_locale::get_locale().as_deref()),
    };
    let launch = launch::from_arguments(std::env::args_os(), &std::env::current_dir().unwrap_or_default());
    Ok(Desk::new(folders, Arc::new(events::WindowEvents(app.clone())), Arc::new(credentials), launch))
}

/// French, unless the system clearly speaks another language.
fn language(locale: Option<&str>) -> Language {
    match locale.map(|locale| locale.get(..2).unwrap_or(locale).to_ascii_lowercase()).as_deref() {
        None | Some("fr" | "" | "c" | "c." | "po") => Language::Fr,
        Some(_) => Language::En,
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, language};

    #[test]
    fn french_unless_the_system_speaks_another_language() {
        for locale in [None, Some("fr-FR"), Some("fr"), Some("C"), Some("C.UTF-8"), Some("POSIX"), Some("")] {
            assert_eq!(language(locale), Language::Fr, "{locale:?}");
        }
        for locale in ["en-GB", "de-CH", "zh-Hans"] {
            assert_eq!(language(Some(locale)), Language::En, "{locale}");
        }
    }
}
