//! One Écrin per person and data folder: a second start raises the window that is already open and hands its file over.
//!
//! On Linux this goes over the session bus; without one, a second window opens, and the core's file lock keeps the data safe.

use std::path::Path;

use tauri::{AppHandle, Runtime, plugin::TauriPlugin};

use crate::{launch, window};

/// The plugin; register it first, since it ends a second process before anything else has started.
pub(crate) fn single<R: Runtime>() -> TauriPlugin<R> {
    let builder = tauri_plugin_single_instance::Builder::new()
        .callback(|app, arguments, folder| second_start(app, arguments, Path::new(&folder)));
    #[cfg(target_os = "linux")]
    let builder = builder.dbus_id(bus_name(directories::BaseDirs::new().as_ref().map(directories::BaseDirs::data_dir)));
    builder.build()
}

fn second_start<R: Runtime>(app: &AppHandle<R>, arguments: Vec<String>, folder: &Path) {
    window::raise(app);
    let arguments = arguments.into_iter().map(Into::into);
    if let Some(launch) = launch::from_arguments(arguments, folder) {
        launch::deliver(app, launch);
    }
}

/// The bus name carries the data folder, so that two people's or two tests' folders on one bus are two programs.
#[cfg(target_os = "linux")]
fn bus_name(data: Option<&Path>) -> String {
    use std::hash::{DefaultHasher, Hash, Hasher};

    let mut hasher = DefaultHasher::new();
    data.hash(&mut hasher);
    format!("fr.ecrin.app.D{:016x}", hasher.finish())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::{Path, bus_name};

    #[test]
    fn two_data_folders_are_two_programs_and_one_folder_is_one() {
        let (a, b) = (bus_name(Some(Path::new("/a"))), bus_name(Some(Path::new("/b"))));
        assert_ne!(a, b);
        assert_eq!(a, bus_name(Some(Path::new("/a"))));
        assert!(a.len() < 200 && a.split('.').all(|part| part.starts_with(|c: char| c.is_ascii_alphabetic())));
    }
}
