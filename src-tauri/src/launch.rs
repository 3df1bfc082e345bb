//! What Écrin was asked to open: by its arguments, by a second start, by the system, or by a file dropped on the window.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use ecrin_core::api::{Launch, LaunchKind};
use tauri::{AppHandle, Manager, Runtime, Url};

use crate::events;

/// The first argument that is a file name; options (a leading `-`) and the program's own name are passed over.
pub(crate) fn from_arguments(arguments: impl IntoIterator<Item = OsString>, folder: &Path) -> Option<Launch> {
    let argument = arguments.into_iter().skip(1).find(|argument| {
        let text = argument.to_string_lossy();
        !text.is_empty() && !text.starts_with('-')
    })?;
    from_path(&folder.join(file(argument)))
}

/// Some file managers and desktops pass `file:///…` with its signs escaped, where others pass a path.
fn file(argument: OsString) -> PathBuf {
    let address = argument.to_str().filter(|text| text.starts_with("file://")).and_then(|text| Url::parse(text).ok());
    address.and_then(|address| address.to_file_path().ok()).unwrap_or_else(|| PathBuf::from(argument))
}

/// A name that says nothing is taken for a table, so that the core can say what is wrong with it. `None` for a path that is not
/// Unicode: it cannot be told to the interface.
pub(crate) fn from_path(path: &Path) -> Option<Launch> {
    let text = path.to_str()?;
    Some(Launch::of(path).unwrap_or_else(|| Launch { path: text.to_owned(), kind: LaunchKind::Table }))
}

/// Files that arrived before the interface listened.
#[derive(Default)]
pub(crate) struct Waiting(Mutex<Listening>);

#[derive(Default)]
struct Listening {
    ready: bool,
    queue: Vec<Launch>,
}

/// Tells the interface at once, or as soon as it is ready.
pub(crate) fn deliver<R: Runtime>(app: &AppHandle<R>, launch: Launch) {
    let waiting = app.state::<Waiting>();
    let mut listening = waiting.0.lock().unwrap_or_else(PoisonError::into_inner);
    if listening.ready {
        events::emit(app, events::LAUNCH, launch);
    } else {
        listening.queue.push(launch);
    }
}

/// The interface listens now: whatever waited is told.
pub(crate) fn listening<R: Runtime>(app: &AppHandle<R>) {
    let waiting = app.state::<Waiting>();
    let mut listening = waiting.0.lock().unwrap_or_else(PoisonError::into_inner);
    listening.ready = true;
    for launch in listening.queue.drain(..) {
        events::emit(app, events::LAUNCH, launch);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn launch(arguments: &[&str]) -> Option<(String, LaunchKind)> {
        let arguments = arguments.iter().map(OsString::from);
        from_arguments(arguments, Path::new("/shop")).map(|launch| (launch.path, launch.kind))
    }

    #[test]
    fn the_first_file_among_the_arguments_is_opened() {
        assert_eq!(launch(&["ecrin"]), None);
        assert_eq!(launch(&["ecrin", "--flag", "a.ecrin", "b.csv"]), Some(("/shop/a.ecrin".into(), LaunchKind::Shop)));
        assert_eq!(launch(&["ecrin", "/data/B.ECRIN"]), Some(("/data/B.ECRIN".into(), LaunchKind::Shop)));
        assert_eq!(launch(&["ecrin", "clients.xlsx"]), Some(("/shop/clients.xlsx".into(), LaunchKind::Table)));
        assert_eq!(launch(&["ecrin", "clients.pdf"]), Some(("/shop/clients.pdf".into(), LaunchKind::Table)));
    }

    #[cfg(unix)]
    #[test]
    fn addresses_of_files_are_read_as_paths_with_their_spaces_and_accents() {
        let opened = |argument| launch(&["ecrin", argument]).map(|(path, _)| path);
        let path = |text: &str| Some(text.to_owned());
        assert_eq!(opened("file:///home/l%C3%A9a/Mes%20fichiers/b.ecrin"), path("/home/léa/Mes fichiers/b.ecrin"));
        assert_eq!(opened("file:///data/100%25%20%23%3F.ecrin"), path("/data/100% #?.ecrin"));
        assert_eq!(opened("file://localhost/data/b.ecrin"), path("/data/b.ecrin"));
        assert_eq!(opened("file:///data/é à.ecrin"), path("/data/é à.ecrin"));
        // A path stays a path, whatever signs are in it.
        assert_eq!(opened("/data/50%20 été.ecrin"), path("/data/50%20 été.ecrin"));
        assert_eq!(opened("file.ecrin"), path("/shop/file.ecrin"));
        assert_eq!(opened("Mes fichiers/é.ecrin"), path("/shop/Mes fichiers/é.ecrin"));
    }
}
