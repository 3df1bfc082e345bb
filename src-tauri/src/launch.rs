//! What Écrin was asked to open: by its arguments, by a second start, by the system, or by a file dropped on the window.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use serde::Serialize;
use tauri::{AppHandle, Manager, Runtime};

use crate::events;

/// What a file is by its name. What it is by its content, the core says when it opens it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum FileKind {
    /// A shop file, `.ecrin`.
    Shop,
    /// Anything else is taken for a table to import, so that the core can say what is wrong with it.
    Table,
}

/// One file to open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Launch {
    /// Absolute path.
    pub(crate) path: String,
    /// Shop or table.
    pub(crate) kind: FileKind,
}

impl Launch {
    /// The first argument that is a file name; options (a leading `-`) and the program's own name are passed over.
    pub(crate) fn from_arguments(arguments: impl IntoIterator<Item = OsString>, folder: &Path) -> Option<Self> {
        let argument = arguments.into_iter().skip(1).find(|argument| {
            let text = argument.to_string_lossy();
            !text.is_empty() && !text.starts_with('-')
        })?;
        Self::from_path(&folder.join(PathBuf::from(argument)))
    }

    /// `None` for a path that is not Unicode: it cannot be told to the interface.
    pub(crate) fn from_path(path: &Path) -> Option<Self> {
        let shop = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ecrin"));
        let kind = if shop { FileKind::Shop } else { FileKind::Table };
        Some(Self { path: path.to_str()?.to_owned(), kind })
    }
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

    fn launch(arguments: &[&str]) -> Option<(String, FileKind)> {
        let arguments = arguments.iter().map(OsString::from);
        Launch::from_arguments(arguments, Path::new("/shop")).map(|launch| (launch.path, launch.kind))
    }

    #[test]
    fn the_first_file_among_the_arguments_is_opened() {
        assert_eq!(launch(&["ecrin"]), None);
        assert_eq!(launch(&["ecrin", "--flag", "a.ecrin", "b.csv"]), Some(("/shop/a.ecrin".into(), FileKind::Shop)));
        assert_eq!(launch(&["ecrin", "/data/B.ECRIN"]), Some(("/data/B.ECRIN".into(), FileKind::Shop)));
        assert_eq!(launch(&["ecrin", "clients.xlsx"]), Some(("/shop/clients.xlsx".into(), FileKind::Table)));
    }
}
